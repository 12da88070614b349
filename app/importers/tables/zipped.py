"""A zip with one table in it, as shapefiles travel: unpacked within bounds, and gone afterwards."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from app.importers.zips import opened_zip, unpacks_to_too_much, zip_fault

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

TABLES: Final = (".gpkg", ".shp", ".geojson", ".json", ".fgb", ".csv")
_BESIDE: Final = (".shx", ".dbf", ".prj", ".cpg")
MAX_UNPACKED_BYTES: Final = 4 * 2**30


@contextmanager
def unzipped(path: Path) -> Iterator[Path]:
    """Give the table in a zip, or a file that is no zip as it stands.

    Raises
    ------
    InvalidLayers
        Where the zip is broken, holds another number of tables than one, or unpacks to far more
        than a table can be.
    """
    if not path.name.lower().endswith(".zip"):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="forbind-zip-") as folder, opened_zip(path) as packed:
        yield _unpack(packed, path, Path(folder))


def _unpack(packed: zipfile.ZipFile, path: Path, folder: Path) -> Path:
    members = [info for info in packed.infolist() if not info.is_dir()]
    tables = [info for info in members if _ends(info, TABLES)]
    if len(tables) != 1:
        held = ", ".join(info.filename for info in members[:5]) or "nothing"
        raise zip_fault(path, f"the zip must hold one table ({', '.join(TABLES)})", held)
    (table,) = tables
    stem = PurePosixPath(table.filename).with_suffix("")
    wanted = [
        info
        for info in members
        if info is table
        or (_ends(info, _BESIDE) and PurePosixPath(info.filename).with_suffix("") == stem)
    ]
    total = sum(info.file_size for info in wanted)
    if unpacks_to_too_much(path, total, MAX_UNPACKED_BYTES):
        raise zip_fault(path, "the zip unpacks to more than a table can be", f"{total} bytes")
    for info in wanted:
        # The names in a zip are somebody else's; only how they end is taken over. No member gives
        # more than it announces: zipfile stops there.
        target = folder / f"table{PurePosixPath(info.filename).suffix.lower()}"
        with packed.open(info) as source, target.open("wb") as unpacked:
            shutil.copyfileobj(source, unpacked, 2**20)
    return folder / f"table{PurePosixPath(table.filename).suffix.lower()}"


def _ends(info: zipfile.ZipInfo, endings: tuple[str, ...]) -> bool:
    name = PurePosixPath(info.filename).name
    return name.lower().endswith(endings) and not name.startswith(("._", "."))
