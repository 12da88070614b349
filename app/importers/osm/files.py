"""A file of OpenStreetMap opened: plain, packed or zipped, with the date of its data."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import osmium

from app.importers.faults import DataFault, InvalidLayers
from app.importers.zips import opened_zip, unpacks_to_too_much

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES: Final = (".osm", ".osm.bz2", ".osm.gz", ".osm.zip", ".osm.pbf", ".pbf")
BROKEN: Final = "the file is broken or cut off; fetch it again"
MAX_UNPACKED_BYTES: Final = 8 * 2**30


@contextmanager
def open_osm(path: Path) -> Iterator[Path]:
    """Give a file that osmium reads; what had to be unpacked is gone afterwards.

    Raises
    ------
    InvalidLayers
        Where the file is missing, of another kind, or a zip that holds no map or far too much.
    """
    name = path.name.lower()
    if not name.endswith(SUFFIXES):
        raise _fault(path, f"the file's name must end in {', '.join(SUFFIXES)}")
    if not path.is_file():
        raise _fault(path, "the file is missing")
    with tempfile.TemporaryDirectory(prefix="forbind-osm-") as folder:
        yield _unzipped(path, Path(folder)) if name.endswith(".zip") else path


@contextmanager
def in_order(file: Path) -> Iterator[Path]:
    """Give the same map with everything by its id, which not every editor sees to."""
    with tempfile.TemporaryDirectory(prefix="forbind-osm-") as folder:
        target = Path(folder) / "in-order.osm.pbf"
        held = osmium.MergeInputReader()
        held.add_file(str(file))
        with osmium.SimpleWriter(str(target)) as writer:
            held.apply(writer)
        yield target


def date_of(path: Path) -> str:
    """Give the date of the data as its header tells it, or else the date of the file.

    Raises
    ------
    InvalidLayers
        Where the file is no map.
    """
    try:
        with osmium.io.Reader(str(path), osmium.osm.osm_entity_bits.NOTHING) as reader:
            header = reader.header()
    except RuntimeError as error:
        raise _fault(path, BROKEN, str(error)) from error
    told = header.get("osmosis_replication_timestamp") or header.get("timestamp")
    if told:
        return str(told)[:10]
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()


def _unzipped(path: Path, folder: Path) -> Path:
    with opened_zip(path) as packed:
        members = [
            info
            for info in packed.infolist()
            if info.filename.lower().endswith((".osm", ".osm.pbf", ".osm.bz2", ".osm.gz"))
        ]
        if len(members) != 1:
            held = ", ".join(info.filename for info in packed.infolist()[:5])
            raise _fault(path, "the zip must hold one .osm file", held or "nothing")
        (member,) = members
        if unpacks_to_too_much(path, member.file_size, MAX_UNPACKED_BYTES):
            message = "the zip unpacks to more than a map can be"
            raise _fault(path, message, f"{member.file_size} bytes")
        # The name in the zip is somebody else's; only how it ends is taken over.
        target = folder / f"map{''.join(Path(member.filename).suffixes[-2:]).lower()}"
        with packed.open(member) as source, target.open("wb") as unpacked:
            shutil.copyfileobj(source, unpacked, 2**20)
        return target


def _fault(path: Path, message: str, value: str | None = None) -> InvalidLayers:
    return InvalidLayers([DataFault(path.name, None, value, None, message)])
