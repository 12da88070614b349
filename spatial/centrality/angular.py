"""Turning among the streets of a comparison: per way, and on average over an area."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.centrality.links import Links, links_of
from spatial.centrality.turning import Depth, depths
from spatial.centrality.ways import metres_within, once, way_shapes, ways_after, ways_before

if TYPE_CHECKING:
    from collections.abc import Callable

    from spatial.centrality.ways import Ways
    from spatial.city import City
    from spatial.comparison import Comparison
    from spatial.network.model import Mode
    from spatial.units import Float64Array

RADII_M: Final = (400, 800, 2000)


def turning_before(
    comparison: Comparison, mode: Mode, radius_m: int, measure: Callable[[Depth], Float64Array]
) -> tuple[Ways, Float64Array]:
    """Give the ways without the drawing, and the measure of each."""
    return _measured(comparison.city, ways_before(comparison.city, mode), radius_m, measure)


def turning_after(
    comparison: Comparison, mode: Mode, radius_m: int, measure: Callable[[Depth], Float64Array]
) -> tuple[Ways, Float64Array]:
    """Give the ways with the drawing, and the measure of each."""
    return _measured(comparison.city, ways_after(comparison, mode), radius_m, measure)


def _measured(
    city: City, ways: Ways, radius_m: int, measure: Callable[[Depth], Float64Array]
) -> tuple[Ways, Float64Array]:
    drawn = [shape.wkb for shape in way_shapes(city, ways, np.flatnonzero(ways.pieces < 0))]
    told = (ways.tails, ways.heads, ways.pieces, drawn)
    links: Links = once(city, "links", told, lambda: links_of(city, ways))
    depth: Depth = once(city, "turning", (*told, radius_m), lambda: depths(links, radius_m))
    return ways, measure(depth)[links.of_way]


def mean_in_area(comparison: Comparison, ways: Ways, values: Float64Array) -> float | None:
    """Give the mean over the length of the area's streets; None where there are none."""
    metres = metres_within(comparison.city, ways, comparison.area.geometry)
    total = float(metres.sum())
    return float((metres * values).sum()) / total if total > 0.0 else None
