from __future__ import annotations

import pytest
from shapely import affinity
from shapely.geometry import Point

from spatial.drawing import resolve_drawing
from spatial.network.model import Mode
from tests.spatial.drawn import codes, walk_m
from tests.spatial.worlds import World, line


def two_streets() -> World:
    """Two streets 100 m apart, tied at x = 1000 only.

    Home at (0, 0), shop at (0, 100): 1000 + 100 + 1000 m without a path.
    """
    return (
        World()
        .street(1, 2, (0, 0), (1000, 0))
        .street(3, 4, (0, 100), (1000, 100))
        .street(2, 4, (1000, 0), (1000, 100))
        .home("home", 0, 0)
        .facility("shop", 0, 100)
    )


def joins(world: World, *drawn: object) -> list[tuple[str, float, float, str]]:
    """Give the joins as feature, metres from the world's origin, and kind."""
    found = []
    for join in resolve_drawing(world.city(), drawn).joins:
        place = affinity.translate(join.point, -world.move[0], -world.move[1])
        found.append((join.feature, round(place.x, 2), round(place.y, 2), join.kind))
    return sorted(found)


def path(*points: tuple[float, float], feature: str = "d1", **how: object) -> object:
    return two_streets().drawn("connection", line(*points), feature, **how)


def test_without_a_path() -> None:
    assert walk_m(two_streets()) == 2100


def test_a_path_between_streets_joins_at_both_ends() -> None:
    drawn = path((200, 0), (200, 100))
    # 200 + 100 + 200 m.
    assert walk_m(two_streets(), drawn) == 500
    assert joins(two_streets(), drawn) == [("d1", 200, 0, "end"), ("d1", 200, 100, "end")]


def test_an_end_within_fifteen_metres_joins_over_a_stub() -> None:
    # Ends 10 m short of each street: the two stubs make the path 100 m all the same.
    assert walk_m(two_streets(), path((200, 10), (200, 90))) == 500
    assert walk_m(two_streets(), path((200, 14.9), (200, 90))) == 500
    assert codes(two_streets(), path((200, 15.1), (200, 90))) == [("warning", "loose_end")]


def test_a_path_that_overshoots_joins_where_it_crosses() -> None:
    drawn = path((200, -8), (200, 108))
    assert walk_m(two_streets(), drawn) == 500
    assert codes(two_streets(), drawn) == []


def test_a_node_within_a_metre_is_used_as_it_is() -> None:
    city = two_streets().city()
    drawing = resolve_drawing(city, (path((0.8, 0), (0.8, 100)),))
    # Home and shop stand at the street's ends, 0.8 m from the path: no street is cut.
    assert drawing.patch.cuts == {}
    assert walk_m(two_streets(), path((0.8, 0), (0.8, 100))) == pytest.approx(101.6, abs=0.01)
    drawing = resolve_drawing(city, (path((1.2, 0), (1.2, 100)),))
    assert len(drawing.patch.cuts) == 2


def test_a_path_through_a_node_joins_it_once() -> None:
    world = two_streets().street(1, 9, (0, 0), (-100, 0))
    drawn = world.drawn("connection", line((-30, -40), (30, 40)))
    assert joins(world, drawn) == [("d1", 0, 0, "crossing")]
    assert codes(world, drawn) == [("warning", "loose_end"), ("warning", "loose_end")]


def test_crossing_a_street_joins_it_on_the_way() -> None:
    world = two_streets().street(5, 6, (100, 50), (300, 50)).home("late", 300, 50)
    drawn = path((200, 0), (200, 100))
    assert ("d1", 200, 50, "crossing") in joins(world, drawn)


@pytest.mark.parametrize("grade", ["bridge", "tunnel"])
def test_a_bridge_joins_only_at_its_ends(grade: str) -> None:
    world = World().street(1, 2, (0, 0), (0, 50)).street(3, 4, (-90, 100), (90, 100))
    world.street(5, 6, (0, 150), (0, 200)).home("h", 0, 0).facility("f", 50, 100)
    over = world.drawn("connection", line((0, 50), (0, 150)), grade=grade)
    assert walk_m(world, over) is None
    at_grade = world.drawn("connection", line((0, 50), (0, 150)))
    assert walk_m(world, at_grade) == 150


def test_a_path_under_an_existing_bridge_does_not_join_it() -> None:
    world = World().street(1, 2, (0, 0), (200, 0), grade=1).facility("f", 300, 0)
    world.street(2, 9, (200, 0), (300, 0))
    world.street(3, 4, (100, -80), (100, -20)).home("h", 100, -80)
    under = world.drawn("connection", line((100, -20), (100, 60)))
    assert walk_m(world, under) is None
    # Its end, which nothing else meets, can be joined.
    to_end = world.drawn("connection", line((100, -20), (0, 0)))
    assert walk_m(world, to_end) == pytest.approx(60 + (100**2 + 20**2) ** 0.5 + 300, abs=0.01)


def test_two_drawn_paths_that_cross_meet() -> None:
    # Neither path alone leads from street to street; where they cross, one turns into the other.
    one, two = path((200, 0), (300, 60)), path((300, 40), (200, 100), feature="d2")
    half = (50**2 + 50**2) ** 0.5
    assert walk_m(two_streets(), one, two) is not None
    # They cross in (283.33, 50): 97.18 m from either end.
    along = (83.3333**2 + 50**2) ** 0.5
    assert walk_m(two_streets(), one, two) == pytest.approx(400 + 2 * along, abs=0.01)
    assert half < along


def test_a_bridge_over_a_drawn_path_does_not_meet_it() -> None:
    one = path((200, 0), (300, 60))
    two = path((300, 40), (200, 100), feature="d2", grade="bridge")
    # The bridge's end at (300, 40) is 17 m from the path: too far to join.
    assert walk_m(two_streets(), one, two) == 2100


def test_a_path_that_ends_on_a_drawn_path_joins_it() -> None:
    trunk = path((200, 0), (200, 60))
    branch = path((200, 30), (240, 30), (240, 100), feature="d2")
    # 200 + 30 + 40 + 70 + 240 m.
    assert walk_m(two_streets(), trunk, branch) == 580
    # The end may be 12 m short of it: the stub is part of the way.
    short = path((212, 30), (240, 30), (240, 100), feature="d2")
    assert walk_m(two_streets(), trunk, short) == 580


def test_an_end_joins_no_drawn_path_farther_than_its_street() -> None:
    # d2 starts on the street; d1 runs by 8 m away and is not what the end is drawn to.
    along = path((100, 8), (300, 8), (300, 100))
    away = path((200, 0), (200, -60), feature="d2")
    found = joins(two_streets(), along, away)
    assert [join for join in found if join[0] == "d2"] == [("d2", 200, 0, "end")]


def test_a_path_over_an_existing_street_joins_where_they_part() -> None:
    drawn = path((100, 0), (300, 0), (300, 100))
    found = joins(two_streets(), drawn)
    assert ("d1", 100, 0, "end") in found
    assert ("d1", 300, 0, "crossing") in found
    assert walk_m(two_streets(), drawn) == 300 + 100 + 300


def test_a_closed_loop_is_a_way_round() -> None:
    loop = path((200, 0), (250, 50), (200, 100), (150, 50), (200, 0))
    assert codes(two_streets(), loop) == []
    side = 2 * (50**2 + 50**2) ** 0.5
    assert walk_m(two_streets(), loop) == pytest.approx(400 + side, abs=0.01)


def test_the_same_path_twice_is_the_same_way() -> None:
    once = path((200, 0), (200, 100))
    twice = path((200, 0), (200, 100), feature="d2")
    assert walk_m(two_streets(), once, twice) == walk_m(two_streets(), once)


def test_two_cuts_in_one_street_see_each_other() -> None:
    # d1 comes down at 400, d2 goes up at 600: between them 200 m of the kept street.
    world = two_streets().street(7, 8, (390, 50), (410, 50)).street(9, 10, (590, 50), (610, 50))
    world.home("late", 400, 50)
    one = world.drawn("connection", line((400, 50), (400, 0)))
    two = world.drawn("connection", line((600, 0), (600, 50)), "d2")
    late = World(
        streets=world.streets, homes=[world.homes[1]], facilities=[("f", 600, 50, "grocery")]
    )
    assert walk_m(late, one, two) == 50 + 200 + 50


def test_a_join_for_bikes_and_one_for_walkers_may_differ() -> None:
    world = (
        World().street(1, 2, (0, 0), (100, 0), bike=0).street(3, 4, (0, -8), (100, -8), walk=False)
    )
    world.home("h", 0, 0).facility("f", 50, 90).street(5, 6, (50, 90), (90, 90))
    drawn = world.drawn("connection", line((50, 5), (50, 90)))
    assert ("d1", 50, 0, "end") in joins(world, drawn)
    assert ("d1", 50, -8, "end") in joins(world, drawn)
    assert walk_m(world, drawn) == 140
    # The bike goes from (0, 0) over the cycle track: 8 + 50 + 13 + 85 m.
    assert walk_m(world, drawn, mode=Mode.BIKE) == 156


def test_a_stub_never_crosses_a_barrier() -> None:
    world = two_streets().barrier("water", Point(200, 5).buffer(2))
    drawn = world.drawn("connection", line((200, 9), (200, 100)))
    assert ("warning", "loose_end") in codes(world, drawn)


def test_two_paths_that_end_on_either_side_of_a_railway_do_not_meet() -> None:
    up, down = path((500, 0), (500, 45)), path((500, 100), (500, 55), feature="d2")
    ends = [("d1", 500, 0, "end"), ("d2", 500, 100, "end")]
    assert joins(two_streets(), up, down) == sorted([*ends, ("d1", 500, 55, "end")])
    parted = two_streets().barrier("railway", line((400, 50), (600, 50)))
    assert joins(parted, up, down) == sorted(ends)


def test_between_two_joins_on_one_street_the_way_is_the_street_between_them() -> None:
    world = World().street(1, 2, (0, 0), (1000, 0))
    world.street(3, 4, (100, 100), (100, 200)).street(5, 6, (180, -100), (180, -200))
    world.home("home", 100, 150).facility("shop", 180, -150)
    up = world.drawn("connection", line((100, 0), (100, 100)), "up")
    down = world.drawn("connection", line((180, 0), (180, -100)), "down")
    assert walk_m(world, up) is None
    assert walk_m(world, up, down) == 50 + 100 + 80 + 100 + 50
