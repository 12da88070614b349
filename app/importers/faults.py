"""What can be wrong with a data file, told so that someone can put it right.

Exceptions
----------
ValueError
└── InvalidLayers : one or more faults, all of them at once
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LonLat = tuple[float, float]


@dataclass(frozen=True, slots=True)
class DataFault:
    """One fault: which layer and feature, which value, where on the map, and what to do."""

    layer: str
    feature: str | None
    value: str | None
    place: LonLat | None
    message: str

    def __str__(self) -> str:
        """Give the fault as one line."""
        where = self.layer if self.feature is None else f"{self.layer}, feature {self.feature}"
        at = "" if self.place is None else f" at {self.place[0]:.5f},{self.place[1]:.5f}"
        value = "" if self.value is None else f" (value: {self.value})"
        return f"{where}{at}: {self.message}{value}"


class InvalidLayers(ValueError):  # noqa: N818 - named for what the layers are, as the rest of the tree
    """The layers cannot be read; `faults` holds every reason."""

    def __init__(self, faults: Iterable[DataFault]) -> None:
        self.faults: tuple[DataFault, ...] = tuple(faults)
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        super().__init__(f"{len(self.faults)} fault(s) in the data:\n{lines}")
