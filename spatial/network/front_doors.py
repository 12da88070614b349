"""Where homes and facilities meet drawn streets and drawn points meet the base.

A front door on a drawn line never replaces the one on the street: it is one more way out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import shapely

from spatial.network.barriers import blocked
from spatial.network.joins import line_ticks
from spatial.network.link import MAX_CONNECTOR_M, link_points
from spatial.network.model import Mode
from spatial.tables import AT_GRADE
from spatial.units import TICKS_PER_METRE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spatial.city import City
    from spatial.network.edits import DrawnLine, Edits
    from spatial.network.link import Links
    from spatial.units import Float64Array, Int64Array


@dataclass(frozen=True, slots=True)
class Doorway:
    """A point attached to a drawn line.

    Parameters
    ----------
    row : int
        Row of the home or facility table, drawn ones last.
    """

    kind: Literal["home", "facility"]
    row: int
    mode: Mode
    line: int
    position_ticks: int
    distance_ticks: int


def place_links(city: City, places: Sequence[tuple[float, float]]) -> dict[Mode, Links]:
    """Attach drawn points to the streets of the base."""
    xy = np.array(places, np.float64).reshape(-1, 2)
    return {mode: link_points(city.linker, mode, xy) for mode in Mode}


def drawn_doorways(
    city: City, edits: Edits, home_links: dict[Mode, Links], facility_links: dict[Mode, Links]
) -> tuple[Doorway, ...]:
    """Attach every point to each drawn line that is nearer than its street."""
    homes = np.vstack((city.homes.xy.reshape(-1, 2), _xy(edits.homes)))
    facilities = np.vstack((city.facilities.xy.reshape(-1, 2), _xy(edits.facilities)))
    found: list[Doorway] = []
    for row, drawn in enumerate(edits.lines):
        if drawn.grade != AT_GRADE or not drawn.takes_front_doors:
            continue
        for mode in sorted(drawn.modes):
            away = (city.home_footing.links[mode], home_links[mode])
            found += _doorways(city, "home", row, drawn, mode, homes, _distances(away))
            away = (city.facility_footing.links[mode], facility_links[mode])
            found += _doorways(city, "facility", row, drawn, mode, facilities, _distances(away))
    return tuple(found)


def _xy(places: Sequence[object]) -> Float64Array:
    return np.array(
        [(place.x, place.y) for place in places],  # type: ignore[attr-defined]
        np.float64,
    ).reshape(-1, 2)


def _distances(links: tuple[Links, Links]) -> Int64Array:
    return np.concatenate([link.distance_ticks for link in links])


def _doorways(  # noqa: PLR0913, PLR0917 - which points look at which line, and what they have already
    city: City,
    kind: Literal["home", "facility"],
    line: int,
    drawn: DrawnLine,
    mode: Mode,
    xy: Float64Array,
    present_ticks: Int64Array,
) -> Iterator[Doorway]:
    points = shapely.points(xy)
    away_m = shapely.distance(points, drawn.line)
    away = np.rint(away_m * TICKS_PER_METRE).astype(np.int64)
    near = np.flatnonzero((away < present_ticks) & (away_m <= MAX_CONNECTOR_M))
    if len(near) == 0:
        return
    free = ~blocked(city.linker.barriers, shapely.shortest_line(points[near], drawn.line))
    whole = line_ticks(drawn.line)
    for row in near[free]:
        along_m = float(shapely.line_locate_point(drawn.line, points[row]))
        position = min(max(round(along_m * TICKS_PER_METRE), 0), whole)
        yield Doorway(kind, int(row), mode, line, position, int(away[row]))
