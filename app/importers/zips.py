"""Zips that somebody sends: opened within bounds, and told in words where they cannot be."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from app.importers.faults import DataFault, InvalidLayers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_MEMBERS: Final = 1_000
MAX_RATIO: Final = 200
"""What unpacks to this many times its size is no data."""


@contextmanager
def opened_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a zip; what goes wrong while its members are read is told in the same words.

    Raises
    ------
    InvalidLayers
        Where it is no zip, is cut off, is locked or holds too many files.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            count = len(packed.infolist())
            if count > MOST_MEMBERS:
                raise zip_fault(path, f"the zip holds more than {MOST_MEMBERS} files", str(count))
            yield packed
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        message = "the file is not a zip, or it is cut off"
        raise zip_fault(path, message, str(error)) from error
    except RuntimeError as error:
        # The only way that zipfile says it.
        if "encrypted" not in str(error):
            raise
        raise zip_fault(path, "the zip is locked with a password; unlock it first") from error


def unpacks_to_too_much(path: Path, total_bytes: int, most_bytes: int) -> bool:
    """Tell whether a zip of this size can hold so much."""
    return total_bytes > min(most_bytes, MAX_RATIO * max(path.stat().st_size, 1))


def zip_fault(path: Path, message: str, value: str | None = None) -> InvalidLayers:
    """Refuse a zip."""
    return InvalidLayers([DataFault(path.name, None, value, None, message)])
