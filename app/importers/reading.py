"""What every reader of a source takes and gives, whatever the format: one place at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely import Polygon

    from app.importers.faults import LonLat
    from app.importers.geo_layers import GeoLayers


@dataclass(frozen=True, slots=True)
class Window:
    """The land to be read: the place that its rows belong to, and its surface in EPSG:25832."""

    place: str
    surface: Polygon


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """Something that a reader did or left out and a person should know.

    Parameters
    ----------
    code
        Names the sentence, for example ``gaps-closed``; its words stand with the other texts.
    count
        How many features it concerns.
    place
        One of them in degrees (lon, lat), for the map.
    values
        What the sentence fills in, for example ``{"name": "Ring 4", "length_m": 412}``.
    """

    code: str
    count: int
    place: LonLat | None = None
    values: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows of one place from one source; layers that the source does not hold are empty."""

    layers: GeoLayers
    notes: tuple[ReadingNote, ...] = ()


class Progress(Protocol):
    """Told how far a reader has come. What it raises ends the reading: so it is cancelled."""

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Take note that ``done`` of ``total`` steps of a stage are done."""


def unwatched(stage: str, done: int, total: int | None) -> None:
    """Tell nobody."""
