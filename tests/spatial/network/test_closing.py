from __future__ import annotations

import pytest
from shapely.geometry import box

from spatial.drawing import resolve_drawing
from spatial.network.model import Mode
from spatial.tables import AT_GRADE, BRIDGE
from tests.spatial.drawn import codes, walk_m
from tests.spatial.worlds import World, line


def ladder() -> World:
    """Two long streets 100 m apart with rungs at x = 0, 200 and 400.

    Home at (0, 0), shop at (400, 100): 500 m any way round.
    """
    return (
        World()
        .street(1, 2, (0, 0), (200, 0))
        .street(2, 3, (200, 0), (400, 0))
        .street(4, 5, (0, 100), (200, 100))
        .street(5, 6, (200, 100), (400, 100))
        .street(1, 4, (0, 0), (0, 100))
        .street(2, 5, (200, 0), (200, 100))
        .street(3, 6, (400, 0), (400, 100))
        .home("home", 0, 0)
        .facility("shop", 400, 100)
    )


def across(x: float, y: float, *, upright: bool, feature: str = "c1", **how: object) -> object:
    """Draw a closure across a street at a place."""
    shape = line((x, y - 9), (x, y + 9)) if upright else line((x - 9, y), (x + 9, y))
    return ladder().drawn("closure", shape, feature, **how)


def closed_streets(world: World, closure: object) -> set[int]:
    city = world.city()
    ways = resolve_drawing(city, (closure,)).closed[0]
    return {int(city.streets.ids[street]) for street in city.network.pieces.street[ways.base]}


def test_a_line_across_a_street_closes_it() -> None:
    assert walk_m(ladder()) == 500
    assert closed_streets(ladder(), across(300, 0, upright=True)) == {2}
    # Over the middle rung it is still 500 m; with the upper street closed too, 200 m more.
    shut = across(300, 0, upright=True)
    assert walk_m(ladder(), shut) == 500
    upper = across(100, 100, upright=True, feature="c2")
    assert walk_m(ladder(), shut, upper) == 500
    middle = across(200, 50, upright=False, feature="c3")
    assert walk_m(ladder(), shut, upper, middle) is None


def test_a_line_along_a_street_closes_that_street_and_not_its_neighbours() -> None:
    along = ladder().drawn("closure", line((200, 0), (400, 0)))
    assert closed_streets(ladder(), along) == {2}
    beside = ladder().drawn("closure", line((210, 3.9), (390, 3.9)))
    assert closed_streets(ladder(), beside) == {2}
    part = ladder().drawn("closure", line((310, 3), (395, 3)))
    assert closed_streets(ladder(), part) == set()


def crossed_by_a_bridge() -> World:
    """A street from west to east, and a bridge over it from south to north."""
    return (
        World()
        .street(1, 2, (0, 0), (200, 0))
        .street(3, 4, (100, -100), (100, 100), grade=BRIDGE)
        .home("home", 0, 0)
        .facility("shop", 200, 0)
    )


def test_a_line_along_a_street_spares_the_bridge_above_it() -> None:
    world = crossed_by_a_bridge()
    assert closed_streets(world, world.drawn("closure", line((5, 0), (195, 0)))) == {1}
    # Along the bridge: the street below stays.
    assert closed_streets(world, world.drawn("closure", line((100, -95), (100, 95)))) == {2}
    # A short line across the bridge, where nothing lies below, follows nothing.
    assert closed_streets(world, world.drawn("closure", line((91, 50), (109, 50)))) == {2}
    # A surface takes what lies in it, on every level.
    assert closed_streets(world, world.drawn("closure", box(90, -10, 110, 10))) == {1, 2}


def test_a_line_along_a_street_takes_what_it_crosses_on_the_same_level() -> None:
    world = crossed_by_a_bridge()
    world.streets[1]["grade"] = AT_GRADE
    assert closed_streets(world, world.drawn("closure", line((5, 0), (195, 0)))) == {1, 2}


def test_a_drawn_bridge_over_a_street_that_is_closed_stays() -> None:
    world = crossed_by_a_bridge()
    world.street(5, 6, (20, -40), (80, -40)).street(7, 8, (20, 40), (80, 40))
    over = world.drawn("connection", line((50, -40), (50, 40)), "over", grade="bridge")
    along = world.drawn("closure", line((5, 0), (195, 0)), "along")
    drawing = resolve_drawing(world.city(), (over, along))
    assert drawing.closed[0].overlay.tolist() == [False] * len(drawing.patch.pieces)
    at_grade = world.drawn("connection", line((50, -40), (50, 40)), "over")
    crossed = resolve_drawing(world.city(), (at_grade, along))
    assert crossed.closed[0].overlay.any()


def test_two_streets_closed_in_a_row_stay_closed_from_either_side() -> None:
    world = ladder()
    world.streets[3]["points"] = ((200, 100), (300, 200), (400, 100))
    world.homes[0] = ("home", 0, 50, 1.0, None)
    world.facilities[0] = ("shop", 400, 10, "grocery")
    gates = [across(x, 0, upright=True, feature=f"c{x}") for x in (100, 300)]
    assert walk_m(world) == 50 + 400 + 10
    # Over the bend above. The corner between the gates is reached after 50 + 200 + 100 m: from
    # there over the second gate it would be 210 m more, and shorter.
    assert walk_m(world, *gates) == pytest.approx(50 + 200 + 2 * 20_000**0.5 + 90, abs=0.002)


def test_a_polygon_closes_what_it_touches() -> None:
    block = ladder().drawn("closure", box(150, -10, 250, 110))
    assert closed_streets(ladder(), block) == {1, 2, 3, 4, 6}


def test_only_the_named_modes_lose_the_way() -> None:
    walls = [
        across(300, 0, upright=True, modes=["bike"]),
        across(300, 100, upright=True, feature="c2", modes=["bike"]),
    ]
    world = ladder()
    world.facilities[0] = ("shop", 400, 50, "grocery")  # on the last rung, itself open
    assert walk_m(world, *walls) == 450
    assert walk_m(world, *walls, mode=Mode.BIKE) is None


def test_a_closure_that_meets_nothing_says_so() -> None:
    nothing = ladder().drawn("closure", line((50, 40), (60, 60)))
    assert codes(ladder(), nothing) == [("warning", "closes_nothing")]


def test_passage_goes_the_front_door_stays() -> None:
    world = ladder()
    world.homes[0] = ("home", 300, 0, 1.0, None)  # in the middle of street 2
    shut = across(350, 0, upright=True)
    # Only the piece right of the home is closed. The home may still go that way: 100 + 100 m.
    assert walk_m(world, shut) == 200
    # Who comes from the corner may not pass the home's door.
    passing = ladder().home("late", 300, 0)
    passing.homes[0] = ("home", 200, 0, 1.0, None)
    passing.facilities[0] = ("shop", 400, 0, "grocery")
    assert walk_m(passing) == 200
    both = [shut, across(250, 0, upright=True, feature="c2")]
    assert walk_m(passing, *both) == 400


def test_a_facility_on_a_closed_street_is_still_reached() -> None:
    world = ladder()
    world.facilities[0] = ("shop", 300, 0, "grocery")
    assert walk_m(world, across(250, 0, upright=True)) == 300
    both = [across(250, 0, upright=True), across(350, 0, upright=True, feature="c2")]
    assert walk_m(world, *both) == 300


def test_a_closed_estate_lets_its_people_out() -> None:
    # Everything around the home is closed; it may use what is closed to get away.
    block = ladder().drawn("closure", box(-20, -20, 250, 120))
    assert walk_m(ladder(), block) == 500
    # For others the estate is gone: from (400, 0) to (0, 100) there is no way any more.
    world = ladder()
    world.homes[0] = ("home", 400, 0, 1.0, None)
    world.facilities[0] = ("shop", 300, 100, "grocery")
    hole = ladder().drawn("closure", box(150, -20, 250, 120))
    assert walk_m(world, hole) == 200


def test_one_more_closure_never_opens_a_way() -> None:
    """A door on the first closure is no door on the second, though they touch."""
    world = ladder()
    world.homes[0] = ("home", 0, 50, 1.0, None)
    first = world.drawn("closure", box(-20, -20, 20, 120), "c1")
    second = world.drawn("closure", box(50, -20, 150, 120), "c2")
    assert walk_m(world, first) == 450
    assert walk_m(world, first, second) is None


def test_a_drawn_path_can_be_closed_again() -> None:
    path = ladder().drawn("connection", line((100, 0), (100, 100)))
    gate = across(100, 50, upright=False)
    world = ladder()
    world.homes[0] = ("home", 100, 0, 1.0, None)
    world.facilities[0] = ("shop", 100, 100, "grocery")
    assert walk_m(world, path) == 100
    assert walk_m(world, path, gate) == 300
    assert walk_m(world, gate, path) == 300
    # Closed both ways, whichever way it was drawn.
    backwards = ladder().drawn("connection", line((100, 100), (100, 0)))
    assert walk_m(world, backwards) == 100
    assert walk_m(world, backwards, gate) == 300


def test_closing_along_a_street_that_a_path_cuts_closes_both_halves() -> None:
    path = ladder().drawn("connection", line((150, 0), (100, 100)))
    along = ladder().drawn("closure", line((0, 0), (200, 0)), "c1")
    world = ladder()
    world.homes[0] = ("home", 200, 10, 1.0, None)
    world.facilities[0] = ("shop", 100, 100, "grocery")
    # 10 m down, 50 along the half and √(50² + 100²) up the path; round the block 90 + 100.
    assert walk_m(world, path) == pytest.approx(60 + 12_500**0.5, abs=0.002)
    assert walk_m(world, path, along) == 190


def test_closing_part_of_a_cut_street_keeps_the_rest() -> None:
    # The path cuts street 1 at 100; a wall at 50 closes the kept piece and its left half.
    path = ladder().drawn("connection", line((100, 0), (100, 100)))
    wall = ladder().drawn("closure", box(40, -10, 60, 10), "c1")
    world = ladder()
    world.homes[0] = ("home", 200, 0, 1.0, None)
    world.facilities[0] = ("shop", 100, 100, "grocery")
    # The right half is still open: 100 along it and 100 up the path.
    assert walk_m(world, path, wall) == 200
    # So it is for somebody on the rung, to a shop half-way up the path: 10 + 100 + 60 m.
    world.homes[0] = ("home", 200, 10, 1.0, None)
    world.facilities[0] = ("shop", 100, 60, "grocery")
    assert walk_m(world, path, wall) == 170


def test_stubs_go_with_the_path_they_belong_to() -> None:
    # The path's end joins the footpath for walkers and the street beyond it for bikes: on foot the
    # two stubs lead from one to the other. Without the path there is nothing to step onto.
    world = World().street(1, 2, (0, 0), (100, 0), bike=0).street(3, 4, (0, -8), (100, -8))
    world.home("h", 0, 0).facility("f", 100, -8)
    path = world.drawn("connection", line((50, 5), (50, 90)))
    assert walk_m(world, path) == 50 + 5 + 13 + 50
    gate = world.drawn("closure", line((40, 60), (60, 60)), "gate")
    assert walk_m(world, path, gate) is None


def test_the_closed_half_of_a_cut_street_leads_nobody_to_the_path() -> None:
    path = ladder().drawn("connection", line((100, 0), (100, 100)))
    wall = ladder().drawn("closure", box(40, -10, 60, 10), "c1")
    world = ladder()
    world.homes[0] = ("home", 0, 10, 1.0, None)
    # The shop's own street is the upper one, 40 m away; the path passes its door.
    world.facilities[0] = ("shop", 100, 60, "grocery")
    # Along the lower street and up the path 10 + 100 + 60 m; along the upper one 90 + 100 + 40.
    assert walk_m(world, path) == 170
    assert walk_m(world, path, wall) == 230
