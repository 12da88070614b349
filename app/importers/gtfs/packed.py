"""The files of a feed, in their zip or in a folder: tables of text, a part at a time."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd

from app.importers.gtfs.sheet import Sheet
from app.importers.zips import opened_zip, unpacks_to_too_much, zip_fault

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from app.importers.gtfs.finding import Findings

MAX_UNPACKED_BYTES: Final = 8 * 2**30
ROWS_AT_ONCE: Final = 500_000
"""A country's calls are millions; as text they are read in parts."""


class Member(NamedTuple):
    """A file of a feed: its bytes as they are unpacked, and how to get at them."""

    size: int
    open: Callable[[], IO[bytes]]


class Packed:
    """An open feed: which files it has, and their rows."""

    def __init__(self, members: Mapping[str, Member], findings: Findings) -> None:
        self._members = members
        self._findings = findings

    def __contains__(self, file: str) -> bool:
        """Tell whether the feed has a file."""
        return file in self._members

    def sheet(self, file: str, fields: Sequence[str]) -> Sheet:
        """Give all rows of a file; none where it is missing."""
        parts = list(self.parts(file, fields))
        if not parts:
            empty: dict[str, Any] = {field: np.empty(0, object) for field in fields}
            return Sheet(file, empty, np.empty(0, np.int64), self._findings)
        columns = {
            field: np.concatenate([part.columns[field] for part in parts]) for field in fields
        }
        lines = np.concatenate([part.lines for part in parts])
        return Sheet(file, columns, lines, self._findings, parts[0].has)

    def parts(self, file: str, fields: Sequence[str]) -> Iterator[Sheet]:
        """Give the rows of a file a part at a time; fields that it does not have are empty."""
        member = self._members.get(file)
        if member is None or member.size == 0:
            return
        try:
            with member.open() as opened:
                yield from self._parts(file, opened, fields)
        except pd.errors.ParserError as error:
            message = "a quotation mark is not closed, or a line has too many fields"
            self._findings.add(file, message, (), (str(error),))
        except UnicodeDecodeError as error:
            message = "the file is not written in UTF-8"
            self._findings.add(file, message, (), (str(error),))
        except pd.errors.EmptyDataError:
            return

    def _parts(self, file: str, opened: Any, fields: Sequence[str]) -> Iterator[Sheet]:  # noqa: ANN401 - as zipfile gives it
        wanted = set(fields)
        line = 2
        reading = pd.read_csv(
            opened,
            dtype=str,
            encoding="utf-8-sig",
            # A stop may be called “NA”.
            na_filter=False,
            index_col=False,
            skipinitialspace=True,
            usecols=lambda name: name.strip() in wanted,
            chunksize=ROWS_AT_ONCE,
        )
        with reading:
            for frame in reading:
                held = {str(name).strip(): frame[name] for name in frame.columns}
                count = len(frame)
                columns: dict[str, Any] = {}
                for field in fields:
                    if field in held:
                        texts = held[field].fillna("").str.strip()
                        columns[field] = texts.to_numpy(dtype=object)
                    else:
                        columns[field] = np.full(count, "", object)
                lines = np.arange(line, line + count)
                line += count
                yield Sheet(file, columns, lines, self._findings, frozenset(held))


@contextmanager
def unpacked(path: Path, findings: Findings) -> Iterator[Packed]:
    """Open a feed within bounds.

    Raises
    ------
    InvalidLayers
        Where it is no zip, is locked, or unpacks to far more than a timetable can be.
    """
    if path.is_dir():
        yield Packed(_in_folder(path), findings)
        return
    with opened_zip(path) as archive:
        total = sum(info.file_size for info in archive.infolist())
        if unpacks_to_too_much(path, total, MAX_UNPACKED_BYTES):
            message = "the zip unpacks to more than a timetable can be"
            raise zip_fault(path, message, f"{total} bytes")
        yield Packed(_in_zip(archive), findings)


def _in_folder(folder: Path) -> dict[str, Member]:
    return {
        file.name: Member(file.stat().st_size, partial(_opened, file))
        for file in sorted(folder.glob("*.txt"))
    }


def _opened(file: Path) -> IO[bytes]:
    return file.open("rb")


def _in_zip(archive: zipfile.ZipFile) -> dict[str, Member]:
    # Some publishers pack the folder and not what is in it.
    return {
        PurePosixPath(info.filename).name: Member(info.file_size, partial(archive.open, info))
        for info in archive.infolist()
        if not info.is_dir() and info.filename.endswith(".txt")
    }
