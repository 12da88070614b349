"""How far the reading of a file is, by where the system stands in it.

osmium does not tell. Where the system does not either (it is Linux that does), nobody knows.
"""

from __future__ import annotations

from pathlib import Path

_OPEN_FILES = Path("/proc/self/fd")
_TOLD_OF = Path("/proc/self/fdinfo")


class HowFar:
    """The way of one reading through its file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._total = path.stat().st_size
        self._was_open = False

    def __call__(self, count: int) -> tuple[int, int | None]:
        """Give what is done of what: bytes of the file, or only a count where nobody knows."""
        done = bytes_read(self._path)
        self._was_open |= done is not None
        if not self._was_open:
            return count, None
        # A file that was open and is no more was read to its end.
        return self._total if done is None else done, self._total


def bytes_read(path: Path) -> int | None:
    """Give how many bytes of an open file were read; None where nobody knows."""
    wanted = path.resolve()
    positions = [
        position
        for number in _open_files()
        if _is_open(number, wanted) and (position := _position(number)) is not None
    ]
    return max(positions, default=None)


def _open_files() -> list[str]:
    try:
        return [link.name for link in _OPEN_FILES.iterdir()]
    except OSError:
        return []


def _is_open(number: str, wanted: Path) -> bool:
    try:
        return (_OPEN_FILES / number).readlink() == wanted
    except OSError:  # closed in the meantime
        return False


def _position(number: str) -> int | None:
    try:
        first = (_TOLD_OF / number).read_text().partition("\n")[0]
    except OSError:
        return None
    return int(first.removeprefix("pos:"))
