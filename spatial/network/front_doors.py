"""Where homes and facilities meet drawn streets and drawn points meet the base.

A front door on a drawn line never replaces the one on the street: it is one more way out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import shapely

from spatial.geometry import stretch
from spatial.network.barriers import blocked
from spatial.network.joins import line_ticks
from spatial.network.link import MAX_CONNECTOR_M, link_points
from spatial.network.model import STREET_MODES, Mode
from spatial.network.pace import way_terms
from spatial.tables import AT_GRADE
from spatial.units import TICKS_PER_METRE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely.geometry import LineString

    from spatial.city import City
    from spatial.network.changing import ChangedStretch
    from spatial.network.edits import Edits
    from spatial.network.link import Links
    from spatial.units import Float64Array, Int64Array


@dataclass(frozen=True, slots=True)
class Doorway:
    """A point attached to a drawn line, or to a street that the drawing opens.

    Parameters
    ----------
    row : int
        Row of the home or facility table, drawn ones last.
    line : int
        The drawn line; ``-1 - street`` where it opens on a street.
    """

    kind: Literal["home", "facility"]
    row: int
    mode: Mode
    line: int
    position_ticks: int
    distance_ticks: int

    @property
    def on_street(self) -> bool:
        """Whether it opens on a street of the base."""
        return self.line < 0

    @property
    def street(self) -> int:
        """The street it opens on."""
        return -1 - self.line


def place_links(city: City, places: Sequence[tuple[float, float]]) -> dict[Mode, Links]:
    """Attach drawn points to the streets of the base."""
    xy = np.array(places, np.float64).reshape(-1, 2)
    return {mode: link_points(city.linker, mode, xy) for mode in STREET_MODES}


@dataclass(frozen=True, slots=True)
class Front:
    """A line that doors may open on, and where it lies on the line that positions count from."""

    line: int
    shape: LineString
    mode: Mode
    start_ticks: int
    end_ticks: int


def drawn_doorways(
    city: City,
    edits: Edits,
    changed: Sequence[ChangedStretch],
    home_links: dict[Mode, Links],
    facility_links: dict[Mode, Links],
) -> tuple[Doorway, ...]:
    """Attach every point to each drawn or opened way that is nearer than its street."""
    homes = np.vstack((city.homes.xy.reshape(-1, 2), _xy(edits.homes)))
    facilities = np.vstack((city.facilities.xy.reshape(-1, 2), _xy(edits.facilities)))
    found: list[Doorway] = []
    for front in fronts(city, edits, changed):
        mode = front.mode
        away = (city.home_footing.links[mode], home_links[mode])
        found += _doorways(city, "home", front, homes, _distances(away))
        away = (city.facility_footing.links[mode], facility_links[mode])
        found += _doorways(city, "facility", front, facilities, _distances(away))
    return tuple(found)


def fronts(city: City, edits: Edits, changed: Sequence[ChangedStretch]) -> list[Front]:
    """Give the drawn and opened ways that front doors may open on."""
    return [*_drawn_fronts(city, edits), *_opened_fronts(city, changed)]


def _drawn_fronts(city: City, edits: Edits) -> Iterator[Front]:
    for row, drawn in enumerate(edits.lines):
        if drawn.grade != AT_GRADE or not drawn.takes_front_doors:
            continue
        for mode in sorted(drawn.modes):
            if way_terms(drawn.facts, mode, city.lens) is not None:
                yield Front(row, drawn.line, mode, 0, line_ticks(drawn.line))


def _opened_fronts(city: City, changed: Sequence[ChangedStretch]) -> Iterator[Front]:
    for way in changed:
        if city.streets.grade[way.street] == AT_GRADE:
            shape = stretch(city.streets.geometry[way.street], way.start_ticks, way.end_ticks)
            for mode in sorted(way.opened):
                yield Front(-1 - way.street, shape, mode, way.start_ticks, way.end_ticks)


def _xy(places: Sequence[object]) -> Float64Array:
    return np.array(
        [(place.x, place.y) for place in places],  # type: ignore[attr-defined]
        np.float64,
    ).reshape(-1, 2)


def _distances(links: tuple[Links, Links]) -> Int64Array:
    return np.concatenate([link.distance_ticks for link in links])


def _doorways(
    city: City,
    kind: Literal["home", "facility"],
    front: Front,
    xy: Float64Array,
    present_ticks: Int64Array,
) -> Iterator[Doorway]:
    points = shapely.points(xy)
    away_m = shapely.distance(points, front.shape)
    away = np.rint(away_m * TICKS_PER_METRE).astype(np.int64)
    near = np.flatnonzero((away < present_ticks) & (away_m <= MAX_CONNECTOR_M))
    if len(near) == 0:
        return
    free = ~blocked(city.linker.barriers, shapely.shortest_line(points[near], front.shape))
    for row in near[free]:
        along_m = float(shapely.line_locate_point(front.shape, points[row]))
        position = front.start_ticks + max(round(along_m * TICKS_PER_METRE), 0)
        position = min(position, front.end_ticks)
        yield Doorway(kind, int(row), front.mode, front.line, position, int(away[row]))
