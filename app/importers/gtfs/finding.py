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
        room = TOLD_EACH - len(told)
        places = [str(line) for line in lines[:room]] if lines else [None][:room]
        for at, place in enumerate(places):
            told.append(DataFault(file, place, values[at] if values else None, None, message))
        more = self._more.get((file, message), 0)
        self._more[file, message] = more + max(1, len(lines)) - len(places)

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
                message = f"{more} more with the same fault"
                faults.append(DataFault(kind[0], None, None, None, message))
        if faults:
            raise InvalidLayers(faults)
