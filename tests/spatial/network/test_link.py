from __future__ import annotations

import numpy as np
from shapely.geometry import Point, box

from spatial.network.link import link_points
from spatial.network.model import Mode
from tests.spatial.worlds import World, line


def link(world: World, x: float, y: float, mode: Mode = Mode.WALK, **how: float) -> tuple[int, ...]:
    """Give street id, metres along it and metres away; (0,) where nothing is near."""
    linker = world.city().linker
    links = link_points(linker, mode, world.xy([(x, y)]), **how)
    if links.street[0] < 0:
        return (0,)
    identity = int(linker.streets.ids[links.street[0]])
    return identity, links.position_ticks[0] / 1e4, links.distance_ticks[0] / 1e4


def two_streets() -> World:
    """Street 1 along y = 0, street 2 along y = 100."""
    return World().street(1, 2, (0, 0), (200, 0)).street(3, 4, (0, 100), (200, 100))


def test_the_nearest_point_of_the_nearest_street() -> None:
    assert link(two_streets(), 30, 10) == (1, 30, 10)
    assert link(two_streets(), 30, 60) == (2, 30, 40)


def test_a_barrier_in_between_sends_the_door_to_the_other_street() -> None:
    world = two_streets().barrier("railway", line((-50, 5), (250, 5)))
    assert link(world, 30, 10) == (2, 30, 90)


def test_a_home_walled_in_is_not_attached() -> None:
    world = two_streets()
    world.barrier("water", Point(30, 50).buffer(40).difference(Point(30, 50).buffer(20)))
    assert link(world, 30, 50) == (0,)


def test_a_street_the_mode_may_not_use_is_no_street() -> None:
    world = World().street(1, 2, (0, 0), (200, 0), bike=0).street(3, 4, (0, 100), (200, 100))
    assert link(world, 30, 10) == (1, 30, 10)
    assert link(world, 30, 10, Mode.BIKE) == (2, 30, 90)
    world = World().street(1, 2, (0, 0), (200, 0), walk=False)
    assert link(world, 30, 10) == (0,)


def test_bridges_and_tunnels_have_no_front_doors() -> None:
    for grade in (1, 2):
        world = World().street(1, 2, (0, 0), (200, 0), grade=grade)
        world.street(3, 4, (0, 100), (200, 100))
        assert link(world, 30, 10) == (2, 30, 90)


def test_five_hundred_metres_is_the_limit() -> None:
    assert link(two_streets(), 30, 600) == (2, 30, 500)
    assert link(two_streets(), 30, 600.1) == (0,)
    assert link(two_streets(), 30, 20, max_distance_m=15) == (0,)


def test_equally_near_streets_go_to_the_lower_id() -> None:
    for turn_deg in (0.0, 17.0, 31.4, 123.4):
        world = World(turn_deg=turn_deg).street(1, 2, (0, 0), (200, 0))
        world.street(3, 4, (0, 100), (200, 100))
        assert link(world, 30, 50)[0] == 1


def test_beyond_the_end_the_end_is_nearest() -> None:
    assert link(two_streets(), 203, 4) == (1, 200, 5)


def test_no_points_and_no_streets() -> None:
    links = link_points(two_streets().city().linker, Mode.WALK, np.zeros((0, 2)))
    assert len(links.street) == 0
    assert link(World(), 0, 0) == (0,)


def test_a_lake_beside_the_street_does_not_matter() -> None:
    world = two_streets().barrier("water", box(60, 2, 90, 30))
    assert link(world, 30, 10) == (1, 30, 10)


def test_behind_a_barrier_the_limit_is_the_same() -> None:
    world = World().street(1, 2, (0, 0), (200, 0)).street(3, 4, (0, 510), (200, 510))
    world.barrier("railway", line((-50, 5), (250, 5)))
    assert link(world, 30, 10) == (2, 30, 500)
    assert link(world, 30, 9) == (0,)


def test_behind_a_barrier_too_equally_near_streets_go_to_the_lower_id() -> None:
    for turn_deg in (0.0, 17.0, 31.4, 123.4):
        world = World(turn_deg=turn_deg).street(1, 2, (0, 0), (200, 0))
        # 100 m to the north and 100 m to the east.
        world.street(3, 4, (0, 110), (60, 110)).street(5, 6, (130, 8), (130, 60))
        world.barrier("railway", line((-50, 5), (250, 5)))
        assert link(world, 30, 10)[0] == 2
