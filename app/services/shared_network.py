"""Arrays that never change, kept once on a machine however many processes work with them.

Each array is a file named by what is in it, opened as a memory map: the system holds its pages once
and lends them to every process. A process that built the same network finds the files there.
"""

import hashlib
import logging
import tempfile
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_BYTES = 4096
"""What is smaller than a page of memory is not worth a file."""
_log = logging.getLogger(__name__)

T = TypeVar("T")


def shared(value: T, folder: Path) -> T:
    """Give the same value over arrays that other processes have too.

    Parameters
    ----------
    value
        Dataclasses, named tuples and dictionaries of arrays, as deep as one likes: a `Network`, a
        `SearchGraph` or a `Surface`.
    folder
        Made where it is missing.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return cast("T", _shared(value, folder))
    except OSError as error:
        # Nothing is wrong but that each process holds a copy of its own.
        _log.warning("networks are not shared between processes: %s", error)
        return value


def _shared(value: Any, folder: Path) -> Any:  # noqa: ANN401 - whatever holds arrays
    if isinstance(value, np.ndarray):
        return value if value.nbytes < LEAST_BYTES or value.dtype == object else _map(value, folder)
    if isinstance(value, dict):
        return {key: _shared(part, folder) for key, part in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        parts: Iterable[Any] = value
        return type(value)(*(_shared(part, folder) for part in parts))
    if is_dataclass(value) and not isinstance(value, type):
        named = {row.name: _shared(getattr(value, row.name), folder) for row in fields(value)}
        return replace(value, **named)
    return value


def _map(array: NDArray[np.generic], folder: Path) -> NDArray[np.generic]:
    array = np.ascontiguousarray(array)
    name = hashlib.blake2b(f"{array.dtype.str} {array.shape}".encode(), digest_size=16)
    name.update(array.view(np.uint8).reshape(-1).data)
    file = folder / f"{name.hexdigest()}.npy"
    if not file.exists():
        _write(array, file)
    # Copy on write, and nobody writes: numba would compile every kernel once more for arrays that
    # may not be written to.
    held: NDArray[np.generic] = np.asarray(np.load(file, mmap_mode="c"))
    return held


def _write(array: NDArray[np.generic], file: Path) -> None:
    """Write a file whole or not at all.

    Of two processes that write at the same moment the first wins: were its file replaced, those
    who had opened it would hold pages of their own.
    """
    with tempfile.NamedTemporaryFile(dir=file.parent, suffix=".part") as part:
        np.save(part, array)
        part.flush()
        with suppress(FileExistsError):
            file.hardlink_to(part.name)
