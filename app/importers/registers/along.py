"""What lies along a street: its speed limit, a signed route."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

_SPEED_REACH_M = 12.0
_POINTS = 5
_ENOUGH_POINTS = 3
_ROUTE_REACH_M = 3.0
_MOSTLY = 0.8


def speeds_along(
    streets: Sequence[BaseGeometry], limits: Sequence[BaseGeometry], kmh: Sequence[int]
) -> list[int | None]:
    """Read the speed limit that lies along each street, by most of five points on it.

    Parameters
    ----------
    limits, kmh
        Lines for which a limit is known, and the limits in km/h.
    """
    if not limits:
        return [None] * len(streets)
    tree = shapely.STRtree(list(limits))
    at = np.linspace(0.1, 0.9, _POINTS)
    found: list[int | None] = []
    for street in streets:
        points = shapely.line_interpolate_point(street, at, normalized=True)
        hits = tree.query_nearest(points, max_distance=_SPEED_REACH_M, all_matches=False)[1]
        known = [kmh[hit] for hit in hits.tolist()]
        most = max(sorted(set(known)), key=known.count) if len(known) >= _ENOUGH_POINTS else None
        found.append(most)
    return found


def runs_along(streets: Sequence[BaseGeometry], routes: Sequence[BaseGeometry]) -> NDArray[Any]:
    """Tell of each street whether a route runs along most of it."""
    signed = shapely.union_all(list(routes)).buffer(_ROUTE_REACH_M)
    shapely.prepare(signed)
    lines = np.array(list(streets), object)
    covered_m = np.zeros(len(lines))
    near = shapely.intersects(signed, lines)
    covered_m[near] = shapely.length(shapely.intersection(signed, lines[near]))
    along: NDArray[Any] = covered_m > _MOSTLY * shapely.length(lines)
    return along
