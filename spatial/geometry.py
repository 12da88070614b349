"""Small questions about shapes that several parts ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import LineString, Point

from spatial.units import TICKS_PER_METRE

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def is_finite(geometry: BaseGeometry) -> bool:
    """Tell whether every coordinate is a finite number; an empty geometry has none and is."""
    return bool(np.isfinite(shapely.get_coordinates(geometry)).all())


def points_of(geometry: BaseGeometry) -> list[Point]:
    """Give the places where two lines meet: points as they are, a shared stretch by its ends."""
    found: list[Point] = []
    for part in shapely.get_parts(geometry):
        if isinstance(part, Point):
            found.append(part)
        elif isinstance(part, LineString) and not part.is_empty:
            found.extend((Point(part.coords[0]), Point(part.coords[-1])))
        elif not part.is_empty:
            found.extend(points_of(part))
    return found


def merged_shared_stretches(geometry: BaseGeometry) -> BaseGeometry:
    """Join shared stretches that follow each other, so that only their outer ends remain."""
    parts = shapely.get_parts(geometry)
    lines = [part for part in parts if isinstance(part, LineString)]
    others = [part for part in parts if not isinstance(part, LineString)]
    if len(lines) < 2:  # noqa: PLR2004 - one line has nothing to be joined with
        return geometry
    merged = shapely.line_merge(shapely.multilinestrings(lines))
    return shapely.geometrycollections([*others, *shapely.get_parts(merged)])


def stretch(line: LineString, start_ticks: int, end_ticks: int) -> LineString:
    """Cut a stretch out of a line between two positions in tenths of a millimetre."""
    start_m, end_m = start_ticks / TICKS_PER_METRE, end_ticks / TICKS_PER_METRE
    coordinates = shapely.get_coordinates(line)
    along = np.concatenate(
        ([0.0], np.cumsum(np.hypot(np.diff(coordinates[:, 0]), np.diff(coordinates[:, 1]))))
    )
    inner = coordinates[(along > start_m) & (along < end_m)]
    first, last = shapely.get_coordinates(
        shapely.line_interpolate_point(line, [start_m, min(end_m, along[-1])])
    )
    return LineString(np.vstack((first, inner, last)))
