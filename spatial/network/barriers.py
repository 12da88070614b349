"""Motorways, railways and water: what no connector and no path at grade may cross."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely.geometry import Point
from shapely.strtree import STRtree

if TYPE_CHECKING:
    import numpy.typing as npt
    from shapely.geometry import LineString

    from spatial.tables import BarrierTable
    from spatial.units import BoolArray

WATER_OVERLAP_M: Final = 0.5
"""A line may touch the rim of a water polygon this far: shores are drawn roughly."""


@dataclass(frozen=True, slots=True)
class Barriers:
    """The barriers of a place and an index over them."""

    table: BarrierTable
    tree: STRtree
    is_area: BoolArray


@dataclass(frozen=True, slots=True)
class BarrierCrossing:
    """Where a line meets a barrier it may not cross."""

    kind: str
    id: str
    point: Point


def index_barriers(table: BarrierTable) -> Barriers:
    """Build the index; a place without barriers has an empty one."""
    geometry = np.asarray(table.geometry, dtype=object)
    is_area = shapely.get_dimensions(geometry) == 2  # noqa: PLR2004 - the dimension of a surface
    return Barriers(table, STRtree(geometry), is_area)


def _hits(barriers: Barriers, lines: npt.NDArray[np.object_]) -> npt.NDArray[np.int64]:
    """Give pairs (line, barrier), shape (2, k), where the line may not go."""
    pairs = barriers.tree.query(lines, predicate="intersects")
    line_rows, barrier_rows = pairs
    areas = barriers.is_area[barrier_rows]
    overlap_m = np.full(pairs.shape[1], np.inf)
    geometry = barriers.table.geometry[barrier_rows[areas]]
    overlap_m[areas] = shapely.length(shapely.intersection(lines[line_rows[areas]], geometry))
    kept: npt.NDArray[np.int64] = pairs[:, overlap_m > WATER_OVERLAP_M]
    return kept


def blocked(barriers: Barriers, lines: npt.NDArray[np.object_]) -> BoolArray:
    """Tell for each line whether a barrier lies across it.

    Meeting a motorway or railway line at all counts, even only by touching it: two paths that
    touch it from either side would otherwise cross it together. Water counts from 0.5 m.
    """
    result = np.zeros(len(lines), np.bool_)
    result[_hits(barriers, lines)[0]] = True
    return result


def first_crossing(barriers: Barriers, line: LineString) -> BarrierCrossing | None:
    """Find the first barrier along a line, and where it is met; None where the way is free."""
    hits = _hits(barriers, np.array([line], dtype=object))[1]
    found: list[tuple[float, int, Point]] = []
    for row in hits:
        shared = shapely.intersection(line, barriers.table.geometry[row])
        coordinates = shapely.get_coordinates(shared)
        along_m = shapely.line_locate_point(line, shapely.points(coordinates))
        nearest = int(np.argmin(along_m))
        found.append((float(along_m[nearest]), int(row), Point(coordinates[nearest])))
    if not found:
        return None
    _, row, point = min(found, key=lambda hit: (hit[0], hit[1]))
    return BarrierCrossing(barriers.table.kinds[row], barriers.table.ids[row], point)
