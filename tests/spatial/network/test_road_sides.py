"""A junction at the origin: a fast road from west to east, paths to the north and the south."""

from __future__ import annotations

import itertools
import math

import pytest

from spatial.network.road_sides import _between
from tests.spatial.asked import ask, both, column
from tests.spatial.worlds import World, line

ID = ("school_route",)
WEST, EAST, NORTH, SOUTH = math.pi, 0.0, math.pi / 2, -math.pi / 2


@pytest.mark.parametrize(
    ("one", "two", "arms", "count"),
    [
        (SOUTH, NORTH, [WEST, EAST], 1),  # straight across
        (SOUTH, NORTH, [EAST], 0),  # round the end of the road
        (SOUTH, NORTH, [], 0),
        (SOUTH - 0.3, SOUTH + 0.3, [WEST, EAST], 0),  # both on this side
        (WEST - 0.1, EAST + 0.1, [WEST, EAST], 0),  # along the road, north of it
        (WEST - 0.1, EAST - 0.1, [WEST, EAST], 1),  # and over to its south
        (WEST + 0.1, EAST - 0.1, [WEST, EAST], 0),  # along it, south of it
        (NORTH - 0.1, NORTH + 0.1, [WEST, EAST, NORTH], 1),  # a road that ends here
        (SOUTH, NORTH, [WEST, EAST, WEST - 0.5, EAST + 0.5], 2),  # two roads, either way round
    ],
)
def test_roads_between_two_places_round_a_junction(
    one: float, two: float, arms: list[float], count: int
) -> None:
    assert _between(one, two, arms) == count
    assert _between(two, one, arms) == count
    # Turning everything changes nothing.
    for turn in (1.0, -2.5, 7.0):
        assert _between(one + turn, two + turn, [arm + turn for arm in arms]) == count


def town(**road: object) -> World:
    """Paths from (0, -300) to (0, 300); a road along y = 0 and another 100 m north of it."""
    how = {"street_class": "main", "speed_kmh": 50, **road}
    return (
        World()
        .street(1, 2, (0, -300), (0, 0), street_class="path")
        .street(2, 3, (0, 0), (0, 100), street_class="path")
        .street(3, 4, (0, 100), (0, 300), street_class="path")
        .street(5, 2, (-300, 0), (0, 0), **how)
        .street(2, 6, (0, 0), (300, 0), **how)
        .street(7, 3, (-300, 100), (0, 100), **how)
        .street(3, 8, (0, 100), (300, 100), **how)
        .home("a", 0, -300, 1.0, "area")
        .facility("school", 0, 300, "school")
    )


def crossings(world: World, *drawn: object, **settings: float) -> tuple[object, object]:
    asked = {"school_route": settings} if settings else {}
    result = ask(world, world.area(-50, -350, 50, -250), *drawn, indicators=ID, settings=asked)
    return both(result, *ID, variant="crossings")


def test_two_roads_lie_across_the_path() -> None:
    assert crossings(town()) == (2.0, 2.0)


def test_slow_roads_are_no_matter_and_what_is_slow_may_be_said() -> None:
    assert crossings(town(speed_kmh=40)) == (0.0, 0.0)
    assert crossings(town(speed_kmh=40), fast_kmh=40.0) == (2.0, 2.0)
    assert crossings(town(street_class="cycleway")) == (0.0, 0.0)


def test_a_bridge_over_the_road_does_not_meet_it() -> None:
    world = town()
    bridge = world.drawn("connection", line((0, -50), (0, 50)), grade="bridge")
    # Only the path itself is as long: of two ways equally short the standing one is told.
    shut = world.drawn("closure", line((-5, -10), (5, -10)), "d2")
    assert crossings(world, bridge, shut) == (2.0, 1.0)


@pytest.mark.parametrize(
    ("control", "crossed"), [("signal", 0.0), ("zebra", 0.0), ("refuge", 1.0), ("none", 1.0)]
)
def test_a_light_or_a_zebra_helps_and_a_refuge_alone_does_not(control: str, crossed: float) -> None:
    """Two paths that end ten metres from the road on either side, and a crossing between them."""
    world = (
        World()
        .street(1, 2, (0, -300), (0, -10), street_class="path")
        .street(3, 4, (0, 10), (0, 300), street_class="path")
        .street(5, 6, (-300, 0), (300, 0), street_class="main", speed_kmh=50)
        .home("a", 0, -300, 1.0, "area")
        .facility("school", 0, 300, "school")
    )
    over = world.drawn("crossing", line((0, -10), (0, 10)), control=control)
    assert crossings(world, over) == (None, crossed)


def test_a_road_made_slow_need_not_be_helped_over() -> None:
    world = town()
    calm = world.drawn("change", line((-300, 0), (300, 0)), speed_kmh=30)
    assert crossings(world, calm) == (2.0, 1.0)


def corner(school_side: float) -> World:
    """From a path south of the road 300 m along it to a path on one side of it."""
    how = {"street_class": "main", "speed_kmh": 50}
    return (
        World()
        .street(1, 2, (0, -100), (0, 0), street_class="path")
        .street(9, 2, (-200, 0), (0, 0), **how)
        .street(2, 3, (0, 0), (150, 0), **how)
        .street(3, 4, (150, 0), (300, 0), **how)
        .street(4, 10, (300, 0), (500, 0), **how)
        .street(4, 5, (300, 0), (300, 100 * school_side), street_class="path")
        .home("a", 0, -100, 1.0, "area")
        .facility("school", 300, 100 * school_side, "school")
    )


def test_along_a_road_one_keeps_to_a_side() -> None:
    for side, expected in ((-1.0, 0.0), (1.0, 1.0)):
        world = corner(side)
        result = ask(world, world.area(-50, -150, 50, -50), indicators=ID)
        assert both(result, *ID, variant="crossings") == (expected, expected)


def test_a_drawn_path_that_cuts_the_road_changes_no_side() -> None:
    """A path joined to the middle of the road cuts it in halves, and is walked past."""
    for side, path_side in itertools.product((-1.0, 1.0), repeat=2):
        world = corner(side)
        path = world.drawn("connection", line((75, 0), (75, 100 * path_side)))
        result = ask(world, world.area(-50, -150, 50, -50), path, indicators=ID)
        expected = 0.0 if side < 0 else 1.0
        assert both(result, *ID, variant="crossings") == (expected, expected)


def test_a_fast_side_road_is_crossed_on_the_side_it_is_on() -> None:
    """Along the road past a fast side road to the south: whoever walks south of it crosses that."""
    for side, expected in ((-1.0, 1.0), (1.0, 1.0)):
        world = corner(side)
        world.street(3, 30, (150, 0), (150, -200), street_class="main", speed_kmh=60)
        result = ask(world, world.area(-50, -150, 50, -50), indicators=ID)
        # To the south: over the side road. To the north: over the road, then past it.
        assert both(result, *ID, variant="crossings") == (expected, expected)


def test_times_are_the_times_to_the_nearest_school() -> None:
    result = ask(town(), town().area(-50, -350, 50, -250), indicators=(*ID, "travel_time_nearest"))
    one, two = column(result, *ID), column(result, "travel_time_nearest", category="school")
    assert one.baseline.tolist() == two.baseline.tolist() == [600 * 750]
