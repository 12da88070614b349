from __future__ import annotations

from spatial.drawing import resolve_drawing
from spatial.network.model import Mode
from spatial.network.routes import Route, find_route
from spatial.proposal import patch_mode
from tests.spatial.worlds import World, line


def route(world: World, *drawn: object) -> Route | None:
    city = world.city()
    drawing = resolve_drawing(city, drawn)
    changed = patch_mode(city, drawing.patch, Mode.WALK, drawing.closed)
    closings = changed.closings
    return find_route(changed.after, closings.homes_out, 0, closings.facilities, 0)


def by_id(world: World, found: Route | None) -> list[int]:
    """Name a route's nodes as the streets do."""
    assert found is not None
    ids: list[int] = world.city().network.node_ids[list(found.nodes)].tolist()
    return ids


def world() -> World:
    """A square of 100 m with the home in one corner and the shop in the opposite one."""
    return (
        World()
        .street(1, 2, (0, 0), (100, 0))
        .street(2, 3, (100, 0), (100, 100))
        .street(1, 4, (0, 0), (0, 100))
        .street(4, 3, (0, 100), (100, 110), (100, 100))
        .home("h", 0, 0)
        .facility("f", 100, 100)
    )


def test_the_way_and_its_time() -> None:
    found = route(world())
    assert by_id(world(), found) == [1, 2, 3]
    assert found is not None
    assert found.time_ms == 150_000


def test_a_drawn_way_is_part_of_it() -> None:
    drawn = world().drawn("connection", line((0, 0), (100, 100)))
    found = route(world(), drawn)
    assert by_id(world(), found) == [1, 3]
    assert found is not None
    assert found.time_ms == 106_066  # 141.4214 m


def test_a_closed_street_is_not() -> None:
    # The shop moves round the corner, for a door on the closed street would stay open.
    place = world().street(3, 5, (100, 100), (200, 100))
    place.facilities[0] = ("f", 200, 100, "grocery")
    found = route(place, place.drawn("closure", line((90, 50), (110, 50))))
    assert by_id(place, found) == [1, 4, 3, 5]


def test_streets_of_no_length_do_not_lead_astray() -> None:
    # A path between two corners of one place: drawn nodes a tick apart take no time to walk.
    place = World().street(1, 2, (0, 0), (60, 0)).home("h", 0, 0).facility("f", 60, 0)
    near = [
        place.drawn("connection", line((k / 4000 + 5, -50), (5, 50)), f"d{k}") for k in range(4)
    ]
    found = route(place, *near)
    assert found is not None
    assert found.time_ms == 45_000


def test_no_way_is_none() -> None:
    place = world()
    place.street(7, 8, (500, 0), (600, 0))
    place.facilities[0] = ("f", 600, 0, "grocery")
    assert route(place) is None
