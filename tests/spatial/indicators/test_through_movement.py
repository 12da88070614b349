"""Trips through the area, worked by hand."""

from __future__ import annotations

import pytest
from shapely.geometry import Point

from spatial.network.model import Mode
from tests.spatial.indicators.asking import ask, pairs
from tests.spatial.worlds import World, line


def world() -> World:
    """A street through the area at y = 0, from x = 0 to 600, and one round it at y = 300.

    The area lies from x = 200 to 400. From six people in the west to a shop in the east, both at
    y = 100, it is 800 m through and 1,000 m round.
    """
    return (
        World()
        .street(1, 2, (0, 0), (600, 0))
        .street(1, 3, (0, 0), (0, 300))
        .street(3, 4, (0, 300), (600, 300))
        .street(4, 2, (600, 300), (600, 0))
        .home("out", 0, 100, 6.0)
        .home("in", 300, 0, 100.0, "area")
        .facility("shop", 600, 100)
        .facility("inside", 300, 0, "school")
        .facility("stop", 0, 50, "stop")
    )


def share(place: World, *drawn: object, **how: object) -> list[tuple[object, object]]:
    return pairs(ask(place, place.area(200, -50, 400, 50), "through_movement", *drawn, **how))


def test_the_way_through_or_round() -> None:
    # One trip a head, to the shop; the school lies inside, and a stop is nobody's errand.
    assert share(world()) == [(1, 1)]
    gate = world().drawn("closure", line((250, -5), (250, 5)))
    assert share(world(), gate) == [(1, 0)]
    # A second shop further north is 900 m away by either way.
    north = world().facility("north", 600, 200)
    assert share(north) == [(0.75, 0.75)]


def test_people_weigh() -> None:
    # Two more, in the north: to the shop 900 m either way.
    assert share(world().home("n", 0, 200, 2.0)) == [(pytest.approx((6 + 2 * 0.5) / 8),) * 2]


def test_only_trips_within_the_length_count() -> None:
    assert share(world(), walk_m=800) == [(1, 1)]
    assert share(world(), walk_m=799) == [(None, None)]
    by_bike = world().home("n", -3000, 0, 2.0).street(9, 1, (-3000, 0), (0, 0))
    assert share(by_bike, modes=(Mode.WALK, Mode.BIKE)) == [(1, 1), (1, 1)]


def test_a_street_along_the_edge_is_not_through() -> None:
    place = world()
    area = place.area(200, -8, 400, 60)
    # Measured 10 m inward the area begins at y = 2.
    assert pairs(ask(place, area, "through_movement")) == [(0, 0)]


def test_a_path_round_can_take_trips_away() -> None:
    short = world().drawn("connection", line((0, 0), (300, -60), (600, 0)), grade="bridge")
    # Round the south it is 12 m longer than through.
    assert share(world(), short) == [(1, 1)]
    gate = world().drawn("closure", line((250, -5), (250, 5)), "gate")
    assert share(world(), short, gate) == [(1, 0)]


def test_new_homes_and_facilities_make_trips() -> None:
    near = world().drawn("facility", Point(0, 150), category="grocery")
    assert share(world(), near) == [(1, 0.5)]
    new = world().drawn("housing", Point(600, 150), residents=6)
    # They reach the shop without passing the area.
    assert share(world(), new) == [(1, 0.5)]


def test_nobody_outside_is_no_value() -> None:
    alone = world()
    alone.homes = alone.homes[1:]
    assert share(alone) == [(None, None)]
