"""Attaching points to streets, never across a barrier.

A point attaches to the nearest point of the nearest street its mode may use at grade: bridges and
tunnels are joined only at their ends, by front doors as by paths.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely.strtree import STRtree

from spatial.network.barriers import Barriers, blocked
from spatial.network.model import STREET_MODES, Mode
from spatial.tables import AT_GRADE, BIKE_NONE, StreetTable
from spatial.units import TICKS_PER_METRE, Int64Array

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from spatial.network.pace import Pace
    from spatial.units import BoolArray, Float64Array

MAX_CONNECTOR_M: Final = 500.0
_TIE_M = 1e-6
"""Streets this equally near are a tie, settled by the lower id and not by rounding."""


@dataclass(frozen=True, slots=True)
class Frontage:
    """The streets at grade that one mode may use, and an index over them.

    Parameters
    ----------
    rows : int64 array
        Rows of the street table.
    """

    rows: Int64Array
    tree: STRtree


@dataclass(frozen=True, slots=True)
class Linker:
    """What attaching needs to know of a place.

    Parameters
    ----------
    frontage : dict from Mode to Frontage
        What lies there: drawn lines join it, whoever walks them.
    doors : dict from Mode to Frontage
        What homes and facilities attach to: without the streets that a lens bars.
    """

    streets: StreetTable
    length_ticks: Int64Array
    barriers: Barriers
    frontage: dict[Mode, Frontage]
    doors: dict[Mode, Frontage]
    every_street: STRtree


@dataclass(frozen=True, slots=True)
class Links:
    """Where points attach, one row a point.

    Parameters
    ----------
    street : int64 array
        Row of the street table; -1 where nothing is near enough.
    position_ticks : int64 array
        How far along the street, in tenths of a millimetre.
    distance_ticks : int64 array
        How far from the point; the largest int64 where it is not attached.
    """

    street: Int64Array
    position_ticks: Int64Array
    distance_ticks: Int64Array


def permitted(streets: StreetTable, mode: Mode) -> BoolArray:
    """Tell for each street whether a mode may use it in some direction."""
    if mode is Mode.WALK:
        return streets.walk
    allowed: BoolArray = streets.bike != BIKE_NONE
    return allowed


def build_linker(streets: StreetTable, length_ticks: Int64Array, barriers: Barriers) -> Linker:
    """Index the streets of a place."""
    frontage = {}
    for mode in STREET_MODES:
        rows = np.flatnonzero(permitted(streets, mode) & (streets.grade == AT_GRADE))
        frontage[mode] = Frontage(rows, STRtree(streets.geometry[rows]))
    return Linker(streets, length_ticks, barriers, frontage, frontage, STRtree(streets.geometry))


def without_barred(linker: Linker, paces: Mapping[Mode, Pace]) -> Linker:
    """Take the streets that a lens bars from what points attach to."""
    doors = dict(linker.frontage)
    for mode, pace in paces.items():
        if pace.barred is not None:
            rows = linker.frontage[mode].rows
            kept = rows[~pace.barred[rows]]
            doors[mode] = Frontage(kept, STRtree(linker.streets.geometry[kept]))
    return replace(linker, doors=doors)


def link_points(
    linker: Linker,
    mode: Mode,
    xy: Float64Array,
    *,
    max_distance_m: float = MAX_CONNECTOR_M,
    joins: bool = False,
) -> Links:
    """Attach points to the nearest street for a mode; `joins` are ends of lines, no front doors.

    Parameters
    ----------
    xy : float64 array, shape (n, 2)
        EPSG:25832 metres.

    Returns
    -------
    Links
        -1 for points with no street within reach on their own side of every barrier.
    """
    points = shapely.points(xy)
    street = np.full(len(points), -1, np.int64)
    frontage = (linker.frontage if joins else linker.doors)[mode]
    if len(points) and len(frontage.rows):
        nearest = _nearest(linker, frontage, points, max_distance_m)
        street[:] = nearest
        found = np.flatnonzero(nearest >= 0)
        lines = shapely.shortest_line(points[found], linker.streets.geometry[nearest[found]])
        for row in found[blocked(linker.barriers, lines)]:
            street[row] = _nearest_unblocked(linker, frontage, points[row], max_distance_m)
    return _measure(linker, points, street)


def _nearest(
    linker: Linker, frontage: Frontage, points: npt.NDArray[np.object_], max_distance_m: float
) -> Int64Array:
    (rows, _), distance_m = frontage.tree.query_nearest(
        points, max_distance=max_distance_m, return_distance=True, all_matches=False
    )
    result = np.full(len(points), -1, np.int64)
    if len(rows) == 0:
        return result
    near, candidates = frontage.tree.query(
        points[rows], predicate="dwithin", distance=distance_m + _TIE_M
    )
    streets = frontage.rows[candidates]
    order = np.lexsort((linker.streets.ids[streets], near))
    first = np.unique(near[order], return_index=True)
    result[rows[first[0]]] = streets[order][first[1]]
    return result


def _nearest_unblocked(
    linker: Linker, frontage: Frontage, point: shapely.Point, max_distance_m: float
) -> int:
    streets = frontage.rows[
        frontage.tree.query(point, predicate="dwithin", distance=max_distance_m)
    ]
    geometry = linker.streets.geometry[streets]
    free = ~blocked(linker.barriers, shapely.shortest_line(point, geometry))
    if not free.any():
        return -1
    distance_m = np.where(free, shapely.distance(point, geometry), np.inf)
    tied = streets[distance_m <= distance_m.min() + _TIE_M]
    return int(tied[np.argmin(linker.streets.ids[tied])])


def _measure(linker: Linker, points: npt.NDArray[np.object_], street: Int64Array) -> Links:
    position = np.zeros(len(points), np.int64)
    distance = np.full(len(points), np.iinfo(np.int64).max, np.int64)
    found = np.flatnonzero(street >= 0)
    geometry = linker.streets.geometry[street[found]]
    along_m = shapely.line_locate_point(geometry, points[found])
    along = np.rint(along_m * TICKS_PER_METRE).astype(np.int64)
    position[found] = np.clip(along, 0, linker.length_ticks[street[found]])
    away_m = shapely.distance(points[found], geometry)
    distance[found] = np.rint(away_m * TICKS_PER_METRE).astype(np.int64)
    return Links(street, position, distance)
