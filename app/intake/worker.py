"""Read one file in a process of its own: bounded in time, in memory and in what it may open.

``python -m app.intake.worker FILE FORMAT NAME`` writes one JSON object to standard output.
"""

import json
import resource
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from app.intake.found import FileFault, FileRefused, Note

if TYPE_CHECKING:
    from app.intake.found import RawFile

MEMORY_BYTES = 2 * 1024**3
WRITTEN_BYTES = 1024**2
OPEN_FILES = 64


def confine(seconds: int) -> None:
    """Bound what this process may use, before it looks at anything."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, WRITTEN_BYTES),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def understand(path: Path, file_format: str, name: str) -> dict[str, object]:
    """Read a file and describe it."""
    from app.intake.settle import settle  # noqa: PLC0415 - not before the process is confined

    try:
        return {"found": settle(_read(path, file_format, name))}
    except FileRefused as refusal:
        return {"refused": refusal.faults}
    except MemoryError:
        return {"refused": [FileFault("file_too_heavy")]}


def _read(path: Path, file_format: str, name: str) -> "RawFile":
    # Only what this format needs is loaded, and a library that is not loaded cannot be tricked.
    if file_format == "geopackage":
        from app.intake.geopackage import read_geopackage  # noqa: PLC0415

        return read_geopackage(path)
    if file_format == "dxf":
        from app.intake.dxf import read_dxf  # noqa: PLC0415

        return read_dxf(path.read_bytes())
    from app.intake.geojson_file import read_geojson  # noqa: PLC0415

    return read_geojson(path.read_bytes(), name)


def main() -> None:
    """Read the file that the arguments name."""
    path, file_format, name, seconds = sys.argv[1:]
    confine(int(seconds))
    document = understand(Path(path), file_format, name)
    json.dump(document, sys.stdout, default=_as_json, ensure_ascii=True, allow_nan=False)


def _as_json(value: object) -> object:
    if isinstance(value, FileFault | Note):
        return asdict(value)
    return str(value)


if __name__ == "__main__":
    main()
