from __future__ import annotations

from tests.spatial.asked import ask, both, column, rows
from tests.spatial.worlds import World, line

ID = ("school_route",)


def world(**road: object) -> World:
    """A path with a road across it at x = 0; homes on both sides of it, the school in the east.

    10 residents at x = -400, 30 at 500; the school is at 1,000.
    """
    how = {"street_class": "local", "speed_kmh": 60, **road}
    return (
        World()
        .street(1, 2, (-3000, 0), (0, 0), street_class="path")
        .street(2, 3, (0, 0), (1000, 0), street_class="path")
        .street(4, 2, (0, -200), (0, 0), **how)
        .street(2, 5, (0, 0), (0, 200), **how)
        .home("west", -400, 0, 10.0, "area")
        .home("east", 500, 0, 30.0, "area")
        .facility("school", 1000, 0, "school")
    )


def area() -> object:
    return world().area(-3100, -50, 600, 50)


def test_time_crossings_and_share() -> None:
    result = ask(world(), area(), indicators=ID)
    # The 20th of 40 residents lives in the east, 500 m away.
    assert both(result, *ID, variant="time") == (375_000, 375_000)
    # Ten of forty cross the road.
    assert both(result, *ID, variant="crossings") == (0.25, 0.25)
    assert both(result, *ID, variant="2500") == (1.0, 1.0)
    assert column(result, *ID).baseline.tolist() == [1_050_000, 375_000]


def test_two_and_a_half_kilometres_to_the_metre() -> None:
    far = world().home("far", -1500, 0, 20.0, "area").home("further", -1501, 0, 40.0, "area")
    assert both(ask(far, area(), indicators=ID), *ID, variant="2500") == (0.6, 0.6)


def test_a_speed_nobody_knows_makes_the_number_uncertain() -> None:
    (row,) = rows(ask(world(), area(), indicators=ID), *ID, variant="crossings")
    assert row.known_share == 1.0
    (row,) = rows(ask(world(speed_kmh=None), area(), indicators=ID), *ID, variant="crossings")
    # No road is known to be fast; whoever lives in the east crosses none in any case.
    assert (row.baseline, row.known_share) == (0.0, 0.75)


def test_the_speed_that_is_asked_for_is_used() -> None:
    settings = {"school_route": {"fast_kmh": 70.0}}
    result = ask(world(), area(), indicators=ID, settings=settings)
    assert both(result, *ID, variant="crossings") == (0.0, 0.0)


def test_a_tunnel_drawn_under_the_road() -> None:
    tunnel = world().drawn("connection", line((-400, 0), (100, 0)), grade="tunnel")
    shut = world().drawn("closure", line((-10, -5), (-10, 5)), "d2")
    result = ask(world(), area(), tunnel, shut, indicators=ID)
    assert both(result, *ID, variant="crossings") == (0.25, 0.0)
    assert both(result, *ID, variant="time") == (375_000, 375_000)


def test_no_school_in_reach_is_no_answer() -> None:
    nowhere = world()
    nowhere.facilities = []
    result = ask(nowhere, area(), indicators=ID)
    assert both(result, *ID, variant="time") == (None, None)
    (row,) = rows(result, *ID, variant="crossings")
    assert (row.baseline, row.known_share) == (None, 0.0)
    assert both(result, *ID, variant="2500") == (0.0, 0.0)


def test_a_light_or_a_zebra_that_stands_there_today_helps() -> None:
    helped = world()
    # Where the path meets the road: the end of the first arm, the beginning of the second.
    helped.streets[2]["helped"] = (False, True)
    assert both(ask(helped, area(), indicators=ID), *ID, variant="crossings") == (0.0, 0.0)
    elsewhere = world()
    elsewhere.streets[2]["helped"] = (True, False)
    result = ask(elsewhere, area(), indicators=ID)
    assert both(result, *ID, variant="crossings") == (0.25, 0.25)
    # What is drawn besides changes nothing about it.
    drawn = helped.drawn("connection", line((-400, 0), (-400, 60)))
    assert both(ask(helped, area(), drawn, indicators=ID), *ID, variant="crossings") == (0.0, 0.0)
