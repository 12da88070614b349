from __future__ import annotations

from spatial.drawing import resolve_drawing
from spatial.ground import stand
from spatial.isochrones import reached_stretches
from spatial.isochrones.stretches import Stretch, stretch_line
from spatial.network.model import Mode
from tests.spatial.worlds import ORIGIN, World, line

METRE = 10_000


def reached(
    world: World, at: tuple[float, float], minutes: tuple[int, ...], *drawn: object, **how: object
) -> list[tuple[str, int, float, float, int, int]]:
    """Give (kind, limit in minutes, from metre, to metre, times in seconds) of every stretch."""
    city = world.city()
    drawing = resolve_drawing(city, drawn)
    assert drawing.ok, drawing.issues
    mode = how.pop("mode", Mode.WALK)
    ground = stand(city, mode, drawing, [(at[0] + ORIGIN[0], at[1] + ORIGIN[1])])
    found = reached_stretches(
        ground, 0, how.pop("direction", "from"), [limit * 60_000 for limit in minutes]
    )
    assert not how
    for part in found:
        length_m = stretch_line(ground, part).length
        assert abs(length_m - (part.end_ticks - part.start_ticks) / METRE) < 1e-3
    return [row(part) for part in found]


def row(part: Stretch) -> tuple[str, int, float, float, int, int]:
    return (
        "closed" if part.closed else part.owner[0],
        part.within_ms // 60_000,
        part.start_ticks / METRE,
        part.end_ticks / METRE,
        part.start_ms,
        part.end_ms,
    )


def test_a_street_is_cut_where_the_time_runs_out() -> None:
    # 20 m to the street take 15 s, so 285 s are left: 380 m to the east, and 300 m to the west,
    # where the street ends after 15 + 225 = 240 s.
    world = World().street(1, 2, (0, 0), (1000, 0))
    assert reached(world, (300, 20), (5,)) == [
        ("street", 5, 0, 300, 240_000, 15_000),
        # The last place whose time, rounded to a millisecond, is 300 000: 0.0006 m further.
        ("street", 5, 300, 680.0006, 15_000, 300_000),
    ]


def test_each_stretch_is_given_once_with_the_ring_it_belongs_to() -> None:
    # 60 s are 80 m, 120 s are 160 m.
    world = World().street(1, 2, (0, 0), (1000, 0))
    assert reached(world, (0, 0), (2, 1)) == [
        ("street", 1, 0, 80.0006, 0, 60_000),
        ("street", 2, 80.0006, 160.0006, 60_000, 120_000),
    ]


def test_the_ways_round_a_block_meet_where_they_are_equally_long() -> None:
    # A loop of 100 m + 300 m back to the start: 400 m round, so they meet after 200 m (150 s).
    world = World().street(1, 2, (0, 0), (100, 0)).street(2, 1, (100, 0), (100, 150), (0, 0))
    loop_m = 150 + 180.2776
    meeting_m = (loop_m - 100) / 2
    found = reached(world, (0, 0), (10,))
    assert found[0] == ("street", 10, 0, 100, 0, 75_000)
    assert [part[4:] for part in found[1:]] == [(75_000, 161_354), (161_354, 0)]
    assert abs(found[1][3] - meeting_m) < 0.001
    assert found[1][3] == found[2][2]


def test_one_way_streets_lead_one_way() -> None:
    # Cycling 100 m takes 22.5 s. The second street may be ridden forward only.
    world = World().street(1, 2, (0, 0), (100, 0)).street(2, 3, (100, 0), (200, 0), bike=2)
    there = reached(world, (0, 0), (5,), mode=Mode.BIKE)
    assert there == [("street", 5, 0, 100, 0, 22_500), ("street", 5, 0, 100, 22_500, 45_000)]
    # From its far end nobody rides back, and to its far end everybody does.
    assert reached(world, (200, 0), (5,), mode=Mode.BIKE) == []
    back = reached(world, (200, 0), (5,), mode=Mode.BIKE, direction="to")
    assert back == [("street", 5, 0, 100, 45_000, 22_500), ("street", 5, 0, 100, 22_500, 0)]


def test_a_drawn_path_is_reached_and_leads_on() -> None:
    # Two streets 100 m apart, tied by a path at x = 100: 75 s to it, 75 s over it, 75 s back.
    world = World().street(1, 2, (0, 0), (200, 0)).street(3, 4, (0, 100), (200, 100))
    path = world.drawn("connection", line((100, 0), (100, 100)))
    assert reached(world, (0, 0), (2,)) == [("street", 2, 0, 160.0006, 0, 120_000)]
    assert reached(world, (0, 0), (3,), path) == [
        ("drawn", 3, 0, 100, 75_000, 150_000),
        ("street", 3, 0, 200, 0, 150_000),
        ("street", 3, 59.9994, 100, 180_000, 150_000),
        ("street", 3, 100, 140.0006, 150_000, 180_000),
    ]


def test_a_closed_street_is_not_passed_but_doors_on_it_are_reached() -> None:
    world = World().street(1, 2, (0, 0), (200, 0)).street(2, 3, (200, 0), (400, 0))
    world.street(3, 4, (400, 0), (500, 0))
    closed = world.drawn("closure", line((300, -20), (300, 20)))
    assert reached(world, (0, 0), (10,), closed) == [
        ("street", 10, 0, 200, 0, 150_000),
        ("closed", 10, 0, 200, 150_000, 300_000),
    ]


def test_somebody_behind_a_closure_keeps_the_way_out() -> None:
    world = World().street(1, 2, (0, 0), (200, 0)).street(2, 3, (200, 0), (400, 0))
    closed = world.drawn("closure", line((350, -20), (350, 20)))
    assert reached(world, (300, 0), (10,), closed) == [
        ("street", 10, 0, 200, 225_000, 75_000),
        ("closed", 10, 0, 100, 75_000, 0),
        ("closed", 10, 100, 200, 0, 75_000),
    ]


def test_a_point_on_no_street_reaches_nothing() -> None:
    world = World().street(1, 2, (0, 0), (200, 0))
    assert reached(world, (5_000, 0), (10,)) == []
