"""Points across barriers: where they lie."""

from __future__ import annotations

import pytest
from shapely.geometry import Point, box

from spatial.facing import facing_points
from tests.spatial.worlds import World, line


def beside(world: World, low: float = -100.0) -> World:
    """Streets along y = 60 and at `low`."""
    return world.street(1, 2, (-500, 60), (500, 60)).street(3, 4, (-500, low), (500, low))


def found(world: World, within_m: float = 100, aside_m: float = 15) -> list[tuple[float, bool]]:
    facing = facing_points(world.city(), world.area(-100, -100, 100, 100), within_m, aside_m)
    return list(zip(facing.straight_m.tolist(), facing.attached.tolist(), strict=True))


def test_every_25_metres_in_the_middle_of_what_is_there() -> None:
    # 110 m hold four steps; 17.5 m are left at either end.
    rail = beside(World()).barrier("railway", line((-55, 0), (55, 0)))
    facing = facing_points(rail.city(), rail.area(-100, -100, 100, 100), 100, 15)
    assert facing.straight_m.tolist() == pytest.approx([30] * 4)
    assert facing.attached.all()
    assert facing.known_share == 1
    # Attached straight up and down, at 500 m - 37.5 of the streets, 45 and 85 m away.
    assert sorted(set(facing.links.distance_ticks.tolist())) == [450_000, 850_000]
    assert min(facing.links.position_ticks) == 4_625_000
    short = beside(World()).barrier("railway", line((0, 0), (10, 0)))
    assert found(short) == [(pytest.approx(30), True)]


def test_only_so_far_from_the_area() -> None:
    rail = beside(World()).barrier("railway", line((-500, 0), (500, 0)))
    # The middles lie at ±12.5, ±37.5 …; up to 200 m from the middle of the area 16 of them.
    assert len(found(rail)) == 16
    assert (
        found(World().street(1, 2, (0, 0), (9, 0)).barrier("railway", line((0, 900), (9, 900))))
        == []
    )


def test_two_carriageways_are_crossed_together() -> None:
    road = beside(World())
    road.barrier("motorway", line((-12, 0), (12, 0))).barrier(
        "motorway", line((-12, -25), (12, -25))
    )
    # From y = 15 to y = -40, where it is 15 m from the other carriageway: 55 m, and the same
    # from the other carriageway.
    assert found(road) == [(pytest.approx(55), True)] * 2


def test_a_lake_is_crossed_where_it_is_narrow() -> None:
    pond = beside(World()).barrier("water", box(-10, -40, 10, 0))
    # Of four places on its shore of 120 m three lie on the long sides, 20 m + 15 + 15 from side to
    # side, and one on a short side, 40 m + 15 + 15.
    assert sorted(metres for metres, _ in found(pond)) == pytest.approx([50, 50, 50, 70])
    lake = World().street(1, 2, (-500, 60), (500, 60)).barrier("water", box(-900, -900, 900, 0))
    assert found(lake) == []


def test_no_street_on_one_side_is_not_known() -> None:
    field = World().street(1, 2, (-500, 60), (500, 60)).barrier("railway", line((-12, 0), (12, 0)))
    facing = facing_points(field.city(), field.area(-100, -100, 100, 100), 100, 15)
    assert facing.attached.tolist() == [False]
    assert facing.known_share == 0
    none = facing_points(World().street(1, 2, (0, 0), (9, 0)).city(), field.area(0, 0, 9, 9), 9, 15)
    assert none.known_share == 1
    assert Point(0, 0).distance(Point(0, 15)) == 15
