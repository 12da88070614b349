"""Drawings from elsewhere, read in a process of its own that is ended when it takes too long."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Any

from app.fault_texts import FAULTS
from app.file_fault_texts import FILE_NOTES, file_place
from app.intake.formats import Format, format_of
from app.intake.found import FileFault, FileRefused
from app.intake.gdal_drivers import ALL_BUT_GEOPACKAGE
from app.intake.values import readable
from app.language import Language, Said
from app.problems import Fault, Problem, shown
from app.services.drawing import DrawingLimits
from app.settings import PROJECT_FOLDER

# How many files one service reads at the same time, and how long the next waits.
AT_ONCE = 2
WAIT_S = 20.0
_ENDINGS: Mapping[Format, str] = {"geojson": ".geojson", "geopackage": ".gpkg", "dxf": ".dxf"}
_ENVIRONMENT: Mapping[str, str] = {
    "GDAL_SKIP": ",".join(ALL_BUT_GEOPACKAGE),
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "none",
    "OGR_SQLITE_ALLOW_EXTERNAL_ACCESS": "NO",
    "OPENBLAS_NUM_THREADS": "1",
    "GDAL_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "LC_ALL": "C.UTF-8",
}


def read_file(
    content: bytes, name: str, seconds: float, language: Language, turns: BoundedSemaphore
) -> dict[str, Any]:
    """Read a file and describe what is in it.

    Raises
    ------
    Problem
        ``unreadable-file`` with every reason, or ``busy``.
    """
    try:
        file_format = format_of(content, name)
        with _turn(turns):
            found = _found(_in_own_process(content, file_format, name, seconds))
    except FileRefused as refusal:
        raise Problem("unreadable-file", faults=[_fault(one) for one in refusal.faults]) from None
    return {
        "format": file_format,
        "name": name,
        **found,
        "faults": [_fault_json(FileFault(**fault), language) for fault in found["faults"]],
        "notes": [_note_json(note, language) for note in found["notes"]],
    }


def limits_json(limits: DrawingLimits) -> dict[str, int]:
    """Tell how much of a file can be part of a proposal."""
    return {"features": limits.features, "vertices": limits.vertices}


@contextmanager
def _turn(turns: BoundedSemaphore) -> Iterator[None]:
    if not turns.acquire(timeout=WAIT_S):
        raise Problem("busy", headers={"Retry-After": "10"})
    try:
        yield
    finally:
        turns.release()


def _in_own_process(content: bytes, file_format: Format, name: str, seconds: float) -> bytes:
    with tempfile.TemporaryDirectory(prefix="forbind-") as folder:
        # A name of our own: what the caller calls the file is never part of a path.
        descriptor, path = tempfile.mkstemp(suffix=_ENDINGS[file_format], dir=folder)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        stem = readable(name.rpartition(".")[0] or name)
        command = [sys.executable, "-m", "app.intake.worker", path, file_format, stem]
        try:
            done = subprocess.run(
                [*command, str(int(seconds) + 1)],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                cwd=PROJECT_FOLDER,
                env={**_ENVIRONMENT, "HOME": folder, "TMPDIR": folder},
                timeout=seconds,
            )
        except subprocess.TimeoutExpired as error:
            values = {"limit": f"{seconds:g}"}
            raise FileRefused([FileFault("file_too_slow", values=values)]) from error
    if done.returncode != 0:
        raise FileRefused([FileFault("file_crashed", value=_last_line(done.stderr))])
    return done.stdout


def _last_line(said: bytes) -> str:
    return said.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]


def _found(output: bytes) -> dict[str, Any]:
    document = json.loads(output)
    refused = document.get("refused")
    if refused is not None:
        raise FileRefused([FileFault(**fault) for fault in refused])
    found: dict[str, Any] = document["found"]
    return found


def _fault(fault: FileFault) -> Fault:
    """Give a reason for refusing a file as a member of a problem."""
    place = None if fault.place is None else (fault.place[0], fault.place[1])
    return Fault(
        fault.code,
        parameter="name" if fault.code == "file_renamed" else None,
        feature=fault.feature,
        value=fault.value,
        place=place,
        said=Said(_say(fault, "da"), _say(fault, "en")),
    )


def _say(fault: FileFault, language: Language) -> str:
    where = file_place(fault.layer, fault.feature).within(language)
    text = FAULTS[fault.code]
    sentence = text.within(
        language, **{"value": shown(fault.value), "where": where, **fault.values}
    )
    return sentence if "{where}" in text.da else where + sentence


def _fault_json(fault: FileFault, language: Language) -> dict[str, object]:
    lon, lat = fault.place or (None, None)
    return {
        "layer": fault.layer,
        "feature": fault.feature,
        "value": shown(fault.value),
        "code": fault.code,
        "lon": lon,
        "lat": lat,
        "shown": fault.shown,
        "message": _say(fault, language),
    }


def _note_json(note: Mapping[str, Any], language: Language) -> dict[str, object]:
    message = FILE_NOTES[note["code"]].within(language, **note["values"])
    return {"code": note["code"], "layer": note["layer"], "message": message}
