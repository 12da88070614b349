"""Motorways as what no street joins across."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from app.importers.registers.lines import Line

_GENERALISE_M = 1.7
_JUNCTION_M = 30.0  # a ramp stops being a barrier where it meets the street it leads to
_MEETS_M = 6.0
_SHORTEST_M = 20.0
_SAME_M = 2.0
_STRAIGHT_ON = -0.8  # cosine between two ends that face each other


def motorways(roads: Sequence[Line]) -> list[BaseGeometry]:
    """Give motorways and their ramps as barriers, without the ends where ramps meet streets."""
    state = [line.geometry for line in roads if line.attributes.street_class == "motorway"]
    if not state:
        return []
    others = [line.geometry for line in roads if line.attributes.street_class != "motorway"]
    tree = shapely.STRtree(others)
    ends = [_end(line, at) for line in state for at in (0, -1)]
    dangling = [point for point, outward in ends if not _runs_on(point, outward, ends)]
    met = sorted(set(tree.query(dangling, predicate="dwithin", distance=_MEETS_M)[0].tolist()))
    openings = shapely.union_all([dangling[end] for end in met]).buffer(_JUNCTION_M)
    closed = shapely.difference(shapely.union_all(state), openings)
    merged = shapely.line_merge(closed) if closed.geom_type == "MultiLineString" else closed
    return [
        part.simplify(_GENERALISE_M)
        for part in shapely.get_parts(merged)
        if part.length > _SHORTEST_M
    ]


_End = tuple[shapely.Point, tuple[float, float]]  # where a line ends, and the way it points


def _end(line: shapely.LineString, at: int) -> _End:
    (x, y), (inner_x, inner_y) = line.coords[at], line.coords[1 if at == 0 else -2]
    length_m = hypot(x - inner_x, y - inner_y)
    return shapely.Point(x, y), ((x - inner_x) / length_m, (y - inner_y) / length_m)


def _runs_on(point: shapely.Point, outward: tuple[float, float], ends: Sequence[_End]) -> bool:
    """Tell whether another stretch of motorway takes over where this one ends."""
    return any(
        point.distance(other) < _SAME_M
        and outward[0] * facing[0] + outward[1] * facing[1] < _STRAIGHT_ON
        for other, facing in ends
    )
