"""Whether points reach a street in a straight line without crossing a barrier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

FARTHEST_M = 500.0


@dataclass(frozen=True, slots=True)
class Attachment:
    """How a point attaches: metres to its street, None when it does not.

    `nearest_m` is the distance to the nearest street whatever lies between, None when there is
    no street within reach at all: it tells a barrier from an empty map.
    """

    distance_m: float | None
    nearest_m: float | None


def attach(
    points: Sequence[BaseGeometry],
    streets: Sequence[BaseGeometry],
    barriers: Sequence[BaseGeometry],
    farthest_m: float = FARTHEST_M,
) -> list[Attachment]:
    """Attach each point to the nearest street that no barrier hides from it.

    Parameters
    ----------
    points, streets, barriers
        Geometries in metres.
    farthest_m
        Longest straight connector.
    """
    if not points or not streets:
        return [Attachment(None, None) for _ in points]
    street_tree = shapely.STRtree(list(streets))
    barrier_tree = shapely.STRtree(list(barriers))
    nearest, distance_m = street_tree.query_nearest(
        list(points), max_distance=farthest_m, all_matches=False, return_distance=True
    )
    at = nearest[0].tolist()
    lines = shapely.shortest_line(np.array(points)[at], np.array(streets)[nearest[1]])
    hidden = set(barrier_tree.query(lines, predicate="intersects")[0].tolist())
    found: dict[int, Attachment] = {}
    for row, (point, metres) in enumerate(zip(at, distance_m.tolist(), strict=True)):
        if row in hidden:
            found[point] = Attachment(
                _next_distance_m(points[point], street_tree, barrier_tree, farthest_m), metres
            )
        else:
            found[point] = Attachment(metres, metres)
    return [found.get(number, Attachment(None, None)) for number in range(len(points))]


def _next_distance_m(
    point: BaseGeometry,
    street_tree: shapely.STRtree,
    barrier_tree: shapely.STRtree,
    farthest_m: float,
) -> float | None:
    hits = street_tree.query(point, predicate="dwithin", distance=farthest_m)
    streets = street_tree.geometries[hits]
    distance_m = shapely.distance(streets, point)
    for rank in np.argsort(distance_m, kind="stable").tolist():
        connector = shapely.shortest_line(point, streets[rank])
        if len(barrier_tree.query(connector, predicate="intersects")) == 0:
            return float(distance_m[rank])
    return None
