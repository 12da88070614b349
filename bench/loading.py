"""Files loaded as a person would, in a process of their own: how long, and how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
from time import perf_counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_ABOUT: Final = ("--source", "publisher=bench", "--source", "licence=CC0-1.0")


def loaded(url: str, kind: str, path: Path, *how: str) -> tuple[float, float]:
    """Load a file with the command, and give its seconds and the GiB it held at most."""
    command = [sys.executable, "-m", "app.cli", "load", kind, str(path), *_ABOUT, *how]
    began = perf_counter()
    process = subprocess.Popen(
        command, env=os.environ | {"FORBIND_DATABASE_URL": url}, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        message = f"loading {kind} failed with {process.returncode}"
        raise RuntimeError(message)
    return perf_counter() - began, usage.ru_maxrss / 2**20
