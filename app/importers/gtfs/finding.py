"""Faults of a feed, gathered until all of it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.importers.faults import DataFault, InvalidLayers

if TYPE_CHECKING:
    from collections.abc import Sequence

TOLD_EACH: Final = 20
"""Of one kind of fault so many are told with their lines; the rest are counted."""


class Findings:
    """What is wrong with a feed, by file and kind."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, str], list[DataFault]] = {}
        self._more: dict[tuple[str, str], int] = {}

    def add(
        self, file: str, message: str, lines: Sequence[int] = (), values: Sequence[str] = ()
    ) -> None:
        """Take note of one kind of fault of a file, with its lines and the values there."""
        told = self._told.setdefault((file, message), [])
        if not lines:
            told.append(DataFault(file, None, values[0] if values else None, None, message))
            return
        room = TOLD_EACH - len(told)
        for at, line in enumerate(lines[:room]):
            told.append(DataFault(file, str(line), values[at] if values else None, None, message))
        more = self._more.get((file, message), 0)
        self._more[file, message] = more + max(0, len(lines) - room)

    def refuse(self) -> None:
        """Refuse the feed if anything is wrong with it.

        Raises
        ------
        InvalidLayers
        """
        faults: list[DataFault] = []
        for kind, told in self._told.items():
            faults += told
            more = self._more.get(kind, 0)
            if more:
                message = f"{more} more lines with the same fault"
                faults.append(DataFault(kind[0], None, None, None, message))
        if faults:
            raise InvalidLayers(faults)
