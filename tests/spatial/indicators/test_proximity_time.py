from __future__ import annotations

import pytest
from shapely.geometry import Point

from tests.spatial.asked import ask, both, column, rows
from tests.spatial.worlds import World

ID = ("proximity_time",)


def world() -> World:
    """A street of one kilometre; 30 residents at x = 0, 10 at x = 400.

    A school at 200, a shop at 800: two of the ten everyday kinds are known. 750 ms per metre.
    """
    return (
        World()
        .street(1, 2, (0, 0), (1000, 0))
        .home("a", 0, 0, 30.0, "area")
        .home("b", 400, 0, 10.0, "area")
        .facility("school", 200, 0, "school")
        .facility("shop", 800, 0, "grocery")
        .facility("factory", 0, 0, "workplace")
    )


def area() -> object:
    return world().area(-50, -50, 450, 50)


def test_the_mean_over_the_kinds_and_the_median_over_the_residents() -> None:
    # a: (200 + 800) / 2 m, b: (200 + 400) / 2 m. The 20th of 40 residents lives in a.
    result = ask(world(), area(), indicators=ID)
    assert both(result, *ID) == (375_000, 375_000)
    assert column(result, *ID).baseline.tolist() == [375_000, 225_000]


def test_kinds_that_nobody_has_entered_are_unknown() -> None:
    (row,) = rows(ask(world(), area(), indicators=ID), *ID)
    assert row.known_share == pytest.approx(2 / 10)
    # A workplace is no everyday kind: without school and shop nothing is known.
    empty = world()
    empty.facilities = empty.facilities[2:]
    (row,) = rows(ask(empty, area(), indicators=ID), *ID)
    assert (row.baseline, row.proposal, row.known_share) == (None, None, 0.0)


def test_a_nearer_shop_counts_and_a_kind_drawn_first_does_not() -> None:
    shop = world().drawn("facility", Point(0, 0), category="grocery")
    # a: (200 + 0) / 2 m, b: (200 + 400) / 2 m.
    assert both(ask(world(), area(), shop, indicators=ID), *ID) == (375_000, 75_000)
    stage = world().drawn("facility", Point(0, 0), category="culture")
    assert both(ask(world(), area(), stage, indicators=ID), *ID) == (375_000, 375_000)


def test_one_kind_out_of_reach_leaves_a_home_without_a_mean() -> None:
    gone = world().drawn("facility_removal", Point(800, 0))
    result = ask(world(), area(), gone, indicators=ID)
    assert both(result, *ID) == (375_000, None)
    assert column(result, *ID).proposal.tolist() == [-1, -1]
