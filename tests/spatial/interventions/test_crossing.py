from __future__ import annotations

import pytest
from shapely.geometry import Point

from tests.spatial.drawn import codes, walk_m
from tests.spatial.worlds import World, line


def road() -> World:
    """A road nobody may walk on along y = 0, a footpath on either side at y = ±10."""
    return (
        World()
        .street(1, 2, (0, 0), (400, 0), walk=False)
        .street(3, 4, (0, 10), (400, 10))
        .street(5, 6, (0, -10), (400, -10))
        .home("h", 100, 10)
        .facility("f", 100, -10)
    )


@pytest.mark.parametrize(
    ("how", "delay_s"),
    [
        ({"control": "signal"}, 20),
        ({"control": "zebra"}, 3),
        ({"control": "refuge"}, 8),
        ({"control": "none"}, 12),
        ({}, 12),
        ({"control": "signal", "delay_s": 45}, 45),
        ({"delay_s": 0}, 0),
    ],
)
@pytest.mark.parametrize("shape", [Point(100, 2), line((100, 10), (100, -10))])
def test_a_crossing_costs_its_way_and_its_wait(
    shape: object, how: dict[str, object], delay_s: float
) -> None:
    assert walk_m(road()) is None
    # 20 m across; the wait as metres at 750 ms each.
    drawn = road().drawn("crossing", shape, **how)
    assert walk_m(road(), drawn) == pytest.approx(20 + delay_s * 1000 / 750, abs=0.002)


def test_a_point_reaches_no_farther_than_twenty_five_metres() -> None:
    world = road()
    world.streets[1]["points"] = ((0, 24), (400, 24))
    world.homes[0] = ("h", 100, 24, 1.0, None)
    assert walk_m(world, world.drawn("crossing", Point(100, 0), delay_s=0)) == 34
    world.streets[1]["points"] = ((0, 26), (400, 26))
    # Whoever rides could still turn from the road to the path on the other side.
    assert codes(world, world.drawn("crossing", Point(100, 0))) == []
    world.streets[0]["bike"] = 0
    assert codes(world, world.drawn("crossing", Point(100, 0))) == [
        ("warning", "crossing_joins_nothing")
    ]


def test_whoever_turns_into_the_road_waits_half() -> None:
    world = road()
    world.streets[0]["walk"] = True
    world.facilities[0] = ("f", 300, 0, "grocery")
    world.barrier("water", Point(300, 6).buffer(1))
    drawn = world.drawn("crossing", Point(100, 0), delay_s=20)
    # 10 m to the middle, 10 s, 200 m along the road.
    assert walk_m(world, drawn) == pytest.approx(10 + 10_000 / 750 + 200, abs=0.002)


def test_a_point_far_from_any_street_is_an_error() -> None:
    assert codes(road(), road().drawn("crossing", Point(100, 40))) == [
        ("error", "touches_no_street")
    ]


def test_a_line_that_meets_no_street_joins_nothing() -> None:
    drawn = road().drawn("crossing", line((100, 100), (100, 120)))
    assert codes(road(), drawn) == [("warning", "crossing_joins_nothing")]
    assert walk_m(road(), drawn) is None


@pytest.mark.parametrize("kind", ["motorway", "railway", "water"])
def test_a_barrier_is_not_crossed_at_grade(kind: str) -> None:
    world = road()
    shape = line((-50, 5), (450, 5))
    world.barrier(kind, shape.buffer(1) if kind == "water" else shape)
    for drawn in (Point(100, 0), line((100, 10), (100, -10))):
        assert codes(world, world.drawn("crossing", drawn)) == [("error", "crosses_barrier")]


@pytest.mark.parametrize("how", [{"control": "lollipop"}, {"delay_s": -1}, {"delay_s": 601}])
def test_faults(how: dict[str, object]) -> None:
    assert codes(road(), road().drawn("crossing", Point(100, 0), **how)) == [("error", "bad_value")]
