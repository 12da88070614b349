from __future__ import annotations

from spatial.drawing import resolve_drawing
from tests.spatial.drawn import walk_m
from tests.spatial.worlds import World, line


def world() -> World:
    """A home 60 m from its street; a shop on another street 100 m north."""
    return (
        World()
        .street(1, 2, (0, 0), (400, 0))
        .street(3, 4, (0, 160), (400, 160))
        .home("home", 100, 60)
        .facility("shop", 120, 160)
    )


def test_a_home_beside_a_drawn_path_gets_a_door_on_it() -> None:
    path = world().drawn("connection", line((120, 0), (120, 160)))
    # 20 m across to the path and 100 m up it; over the street it would be 60 + 20 + 160 m.
    assert walk_m(world(), path) == 120


def test_a_path_farther_than_the_street_gets_no_door() -> None:
    city = world().city()
    near = world().drawn("connection", line((159, 0), (159, 160)))
    far = world().drawn("connection", line((161, 0), (161, 160)))
    assert {door.kind for door in resolve_drawing(city, (near,)).patch.doorways} == {"home"}
    assert resolve_drawing(city, (far,)).patch.doorways == ()


def test_the_old_door_stays() -> None:
    city = world().city()
    path = world().drawn("connection", line((120, 0), (120, 160)))
    homes = next(iter(resolve_drawing(city, (path,)).patch.homes.values()))
    assert homes.indptr.tolist() == [0, 2]


def test_a_bridge_has_no_doors() -> None:
    bridge = world().drawn("connection", line((120, 0), (120, 160)), grade="bridge")
    assert walk_m(world(), bridge) == 60 + 20 + 160


def test_a_barrier_keeps_the_door_away() -> None:
    fenced = world().barrier("railway", line((110, 20), (110, 140)))
    path = fenced.drawn("connection", line((120, 0), (120, 160)))
    assert walk_m(fenced, path) == 60 + 20 + 160


def test_every_nearer_path_gets_a_door() -> None:
    one = world().drawn("connection", line((120, 0), (120, 160)))
    two = world().drawn("connection", line((90, 0), (90, 160)), "d2")
    patch = resolve_drawing(world().city(), (one, two)).patch
    assert len(patch.doorways) == 4  # two lines, two modes
