from __future__ import annotations

import pytest
from shapely.geometry import Point, Polygon

from spatial.crs import to_geographic, to_planar


def test_longitude_comes_first() -> None:
    # The central meridian of zone 32 is 9° east and has easting 500,000.
    planar = to_planar(Point(9.0, 55.0))
    assert planar.x == pytest.approx(500_000, abs=1e-6)
    assert planar.y == pytest.approx(6_094_791.42, abs=0.01)


def test_there_and_back() -> None:
    shape = Polygon([(12.30, 55.65), (12.31, 55.65), (12.31, 55.66)])
    assert to_geographic(to_planar(shape)).equals_exact(shape, 1e-9)


def test_empty_stays_empty() -> None:
    assert to_planar(Polygon()).is_empty
