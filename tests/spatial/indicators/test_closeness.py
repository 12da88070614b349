"""Closeness to junctions, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
from shapely.geometry import Point

from tests.spatial.indicators.asking import ask, pairs
from tests.spatial.worlds import World, line


def world() -> World:
    """A street of 800 m with side streets at 40 and 400 m, and a bend at 800 m.

    Walking takes half a minute to the first, five minutes to the second.
    """
    return (
        World()
        .street(1, 2, (0, 0), (40, 0))
        .street(2, 3, (40, 0), (400, 0))
        .street(3, 4, (400, 0), (800, 0))
        .street(4, 5, (800, 0), (800, 100))
        .street(2, 6, (40, 0), (40, -100))
        .street(3, 7, (400, 0), (400, -100))
        .home("h", 0, 0, 3.0, "area")
    )


def near(place: World, *drawn: object, **how: float) -> list[tuple[object, object]]:
    return pairs(ask(place, place.area(-50, -50, 50, 50), "closeness", *drawn, **how))


def test_junctions_by_their_minutes() -> None:
    # Nearer than a minute counts as a minute: 1/1 + 1/5. Ends and bends are no junctions.
    assert near(world()) == [pytest.approx((1.2, 1.2))]
    assert near(world(), cutoff_min=5) == [pytest.approx((1.2, 1.2))]
    assert near(world(), cutoff_min=4) == [pytest.approx((1, 1))]


def test_a_path_gives_junctions() -> None:
    # It leaves the street at 240 m, three minutes away, and ends in the dark.
    path = world().drawn("connection", line((240, 0), (240, 90)))
    assert near(world(), path) == [pytest.approx((1.2, 1.2 + 1 / 3))]
    # A home or a facility that cuts the street gives none.
    shop = world().drawn("facility", Point(240, 5), category="grocery")
    assert near(world(), shop) == [pytest.approx((1.2, 1.2))]


def test_a_closed_side_street_takes_its_junction() -> None:
    gate = world().drawn("closure", line((390, -50), (410, -50)))
    assert near(world(), gate) == [pytest.approx((1.2, 1))]


def test_residents_weigh_and_homes_have_their_own() -> None:
    place = world().home("k", 400, 0, 1.0, "area").home("out", 800, 0, 9.0)
    area = place.area(-50, -50, 50, 50)
    result = ask(place, area, "closeness", detail=("homes",))
    (values,) = result.homes.values
    # k stands on the second junction, 4.5 min from the first; out is 5 and 9.5 min from them.
    expected = [1.2, 1 + 1 / 4.5, 1 / 5 + 1 / 9.5]
    assert values.baseline.tolist() == pytest.approx(expected)
    assert pairs(result) == [pytest.approx(((3 * 1.2 + expected[1]) / 4,) * 2)]


def test_nobody_and_nowhere() -> None:
    empty = world()
    empty.homes = [("h", 0, 0, 0.0, "area")]
    assert near(empty) == [(None, None)]
    lost = world()
    lost.homes = [("h", 0, 4000, 2.0, "area")]
    result = ask(lost, lost.area(-50, -50, 50, 50), "closeness")
    assert pairs(result) == [(0, 0)]
    assert result.indicators[0].known_share == 0
    assert not np.isnan(result.indicators[0].baseline)
