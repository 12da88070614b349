from __future__ import annotations

import math

import numpy as np
import pytest
from shapely.geometry import Point

from spatial.indicators.attraction_share import huff_shares
from spatial.units import UNREACHABLE_MS
from tests.spatial.asked import ask, both, column, rows
from tests.spatial.worlds import World, line

ID = ("attraction_share",)


def world() -> World:
    """The area's shop at x = 0, another at 800; neighbours at 400 and 1,200. 400 m in 5 minutes."""
    return (
        World()
        .street(1, 2, (0, 0), (2000, 0))
        .home("in", 0, 0, 100.0, "area")
        .home("n1", 400, 0, 30.0)
        .home("n2", 1200, 0, 10.0)
        .facility("inside", 0, 0)
        .facility("outside", 800, 0)
    )


def area() -> object:
    return world().area(-50, -50, 50, 50)


def share(nearer_min: float, decay: float = 0.1) -> float:
    """Give the share of a place that is so many minutes nearer than the only other."""
    return 1 / (1 + math.exp(-decay * nearer_min))


def test_the_nearer_place_has_the_larger_share() -> None:
    result = ask(world(), area(), indicators=ID)
    # n1 is 5 min from both: half. n2 is 15 min from the area's and 5 from the other.
    expected = (30 * 0.5 + 10 * share(-10)) / 40
    assert both(result, *ID) == pytest.approx((expected, expected))
    assert column(result, *ID).baseline == pytest.approx([share(10), 0.5, share(-10)])


def test_a_rival_outside_takes_and_one_inside_gives() -> None:
    before = (30 * 0.5 + 10 * share(-10)) / 40
    # A second shop beside either: of three, two are of that side.
    inside = world().drawn("facility", Point(0, 0), category="grocery")
    double = (30 * 2 / 3 + 10 * 2 / (2 + math.exp(1))) / 40
    result = ask(world(), area(), inside, indicators=ID)
    assert both(result, *ID) == pytest.approx((before, double))
    outside = world().drawn("facility", Point(800, 0), category="grocery")
    result = ask(world(), area(), outside, indicators=ID)
    assert both(result, *ID)[1] < before


def test_a_way_can_draw_errands_out_of_the_area() -> None:
    place = world().facility("far", 400, 2000).street(5, 6, (400, 1900), (400, 2000))
    path = place.drawn("connection", line((400, 0), (400, 1900)))
    before, after = both(ask(place, area(), path, indicators=ID), *ID)
    assert after < before


def test_the_decay_that_is_asked_for_is_used() -> None:
    settings = {"attraction_share": {"decay_per_min": 0.3}}
    expected = (30 * 0.5 + 10 * share(-10, 0.3)) / 40
    result = ask(world(), area(), indicators=ID, settings=settings)
    assert both(result, *ID) == pytest.approx((expected, expected))


def test_who_reaches_nothing_does_not_choose() -> None:
    gone = (
        world().drawn("facility_removal", Point(0, 0), "d1"),
        world().drawn("facility_removal", Point(800, 0), "d2"),
    )
    result = ask(world(), area(), *gone, indicators=ID)
    assert both(result, *ID)[1] is None
    assert np.isnan(column(result, *ID).proposal).all()
    lost = world().home("n3", 0, 5000, 40.0)
    (row,) = rows(ask(lost, area(), indicators=ID), *ID)
    assert row.known_share == 0.5
    assert row.baseline == pytest.approx((30 * 0.5 + 10 * share(-10)) / 40)


def test_shares_of_choice_sum_to_one_however_far_away() -> None:
    minutes = np.array([[100_000.0, 100_010.0, 100_020.0], [1.0, 2.0, 3.0]])
    times_ms = np.rint(minutes * 600).astype(np.int32)
    parts = [huff_shares(times_ms, np.arange(3) == column, 0.5) for column in range(3)]
    assert np.sum(parts, axis=0) == pytest.approx([1.0, 1.0])
    never = np.full((1, 2), UNREACHABLE_MS, np.int32)
    assert np.isnan(huff_shares(never, np.array([True, False]), 0.1)).all()
