from __future__ import annotations

import math

from shapely.geometry import LineString, MultiPoint, Point, Polygon

from spatial.geometry import is_finite, merged_shared_stretches, points_of, stretch


def test_finite() -> None:
    assert is_finite(Point(1, 2))
    assert is_finite(Polygon())
    assert not is_finite(Point(1, math.nan))
    assert not is_finite(LineString([(0, 0), (math.inf, 1)]))


def test_points_where_lines_meet() -> None:
    one = LineString([(0, 0), (30, 0)])
    crossed = one.intersection(LineString([(10, -5), (10, 5)]))
    assert points_of(crossed) == [Point(10, 0)]
    shared = one.intersection(LineString([(5, 0), (8, 0), (12, 0), (12, 9)]))
    ends = points_of(merged_shared_stretches(shared))
    assert {point.x for point in ends} == {5.0, 12.0}
    assert points_of(MultiPoint([(1, 1), (2, 2)])) == [Point(1, 1), Point(2, 2)]


def test_stretch_keeps_the_corners_inside_it() -> None:
    line = LineString([(0, 0), (10, 0), (10, 10)])
    # From 4 m to 14 m: six metres to the corner, four beyond it.
    assert stretch(line, 40_000, 140_000) == LineString([(4, 0), (10, 0), (10, 4)])
    assert stretch(line, 0, 200_000) == line
