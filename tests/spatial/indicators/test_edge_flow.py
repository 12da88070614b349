"""Trips along streets, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
from shapely.geometry import box

from spatial.network.model import Mode
from tests.spatial.indicators.asking import ask, pairs
from tests.spatial.worlds import World, line


def square() -> World:
    """Four streets of 200 m round a square; 8 people in one corner, a shop in the opposite one."""
    return (
        World()
        .street(1, 2, (0, 0), (200, 0))
        .street(2, 3, (200, 0), (200, 200))
        .street(1, 4, (0, 0), (0, 200))
        .street(4, 3, (0, 200), (200, 200))
        .home("h", 0, 0, 8.0, "area")
        .facility("shop", 200, 200)
        .facility("stop", 100, 0, "stop")
    )


def streets(world: World, *drawn: object, **how: float) -> tuple[list, list, list]:
    area = world.area(-50, -50, 250, 250)
    result = ask(world, area, "edge_flow", *drawn, detail=("streets",), **how)
    (values,) = result.streets.values
    return values.baseline.tolist(), values.proposal.tolist(), values.drawn.tolist()


def test_ways_equally_short_share_the_trips() -> None:
    # Either way round is 400 m; the stop is nobody's errand.
    assert streets(square())[0] == [4, 4, 4, 4]


def test_a_shorter_way_takes_the_trips() -> None:
    path = square().drawn("connection", line((0, 0), (200, 200)))
    before, after, drawn = streets(square(), path)
    assert before == [4, 4, 4, 4]
    assert after == [0, 0, 0, 0]
    assert drawn == [8]


def test_a_closed_street_has_no_trips() -> None:
    # Nobody's door is on the street that is closed.
    world = square().street(9, 1, (-50, 0), (0, 0)).street(3, 10, (200, 200), (250, 200))
    world.homes = [("h", -50, 0, 8.0, "area")]
    world.facilities = [("shop", 250, 200, "grocery")]
    gate = world.drawn("closure", line((90, -5), (90, 5)))
    before, after, _ = streets(world, gate)
    assert before == [4, 4, 4, 4, 8, 8]
    assert after == [0, 0, 8, 8, 8, 8]


def test_no_trip_is_longer_than_the_cutoff() -> None:
    # 400 m take five minutes.
    assert streets(square(), cutoff_min=5)[0] == [4, 4, 4, 4]
    assert streets(square(), cutoff_min=4)[0] == [0, 0, 0, 0]


def test_residents_and_facilities_make_the_trips() -> None:
    shops = square().facility("two", 200, 100, "retail").facility("three", 200, 100, "school")
    # The two at (200, 100) are 300 m away by the first street, and 500 m the other way round.
    assert streets(shops)[0] == [4 + 16, 4 + 16 / 2, 4, 4]
    gone = shops.drawn("demolition", box(-10, -10, 10, 10), share=0.25)
    assert streets(shops, gone)[1] == pytest.approx([15, 9, 3, 3])


def test_a_street_for_others_has_no_value() -> None:
    world = square().street(3, 5, (200, 200), (300, 200), walk=False)
    before, after, _ = streets(world)
    assert np.isnan(before[4])
    assert np.isnan(after[4])


def test_the_mean_along_the_area_and_the_most() -> None:
    # The area from x = 0 to 100, measured 10 m inward: 90 m of the streets at either side of it
    # lie between y = -40 and 240: 90 m with 4, and 200 m of the street at x = 0 lie outside.
    world = square()
    area = world.area(0, -50, 100, 250)
    result = ask(world, area, "edge_flow")
    assert pairs(result, variant="mean") == [(4, 4)]
    # A second home of 2 people by the middle of the lower street: they go the shorter way.
    more = square().home("k", 60, 0, 2.0)
    result = ask(more, more.area(0, -50, 100, 250), "edge_flow")
    # From x = 10 to 60 pass 4, from 60 to 90 pass 6; along the upper street 80 m with 4.
    assert pairs(result, variant="mean") == [pytest.approx(((50 * 4 + 30 * 6 + 80 * 4) / 160,) * 2)]
    assert pairs(result, variant="highest") == [(6, 6)]


def test_an_area_without_streets_has_no_value() -> None:
    world = square()
    result = ask(world, world.area(50, 50, 150, 150), "edge_flow", modes=(Mode.WALK, Mode.BIKE))
    assert pairs(result) == [(None, None)] * 4


def test_one_way_streets_are_ridden_one_way() -> None:
    world = square()
    world.streets[0]["bike"] = 3
    area = world.area(-50, -50, 250, 250)
    result = ask(world, area, "edge_flow", modes=(Mode.BIKE,), detail=("streets",))
    assert result.streets.values[0].baseline.tolist() == [0, 0, 8, 8]
