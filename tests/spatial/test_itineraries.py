from __future__ import annotations

import pytest
from shapely.geometry import LineString

from spatial.drawing import resolve_drawing
from spatial.ground import stand
from spatial.itineraries import Itinerary, find_itinerary, free_point
from spatial.network.model import Mode
from tests.spatial.worlds import ORIGIN, World, line


def between(
    world: World,
    one: tuple[float, float],
    two: tuple[float, float],
    *drawn: object,
    mode: Mode = Mode.WALK,
) -> Itinerary | None:
    city = world.city()
    drawing = resolve_drawing(city, drawn)
    assert drawing.ok, drawing.issues
    places = [(x + ORIGIN[0], y + ORIGIN[1]) for x, y in (one, two)]
    ground = stand(city, mode, drawing, places)
    return find_itinerary(ground, free_point(ground, 0), free_point(ground, 1))


def drawn_at(found: Itinerary | None) -> list[tuple[float, float]]:
    assert found is not None
    return [(round(x - ORIGIN[0], 3), round(y - ORIGIN[1], 3)) for x, y in found.line.coords]


def corner() -> World:
    """A street of 100 m to the east, and one of 100 m to the north with a bend in it."""
    return World().street(1, 2, (0, 0), (100, 0)).street(2, 3, (100, 0), (110, 50), (100, 100))


def test_a_route_follows_streets_with_their_bends_and_both_connectors() -> None:
    found = between(corner(), (20, 8), (96, 100))
    assert found is not None
    assert drawn_at(found) == [(20, 8), (20, 0), (100, 0), (110, 50), (100, 100), (96, 100)]
    # 8 m, 80 m, 2 × 50.9902 m, 4 m at 750 ms a metre.
    assert [(part.kind, part.street, part.time_ms) for part in found.parts] == [
        ("connector", None, 6_000),
        ("street", 0, 60_000),
        ("street", 1, 76_485),
        ("connector", None, 3_000),
    ]
    assert found.time_ms == 145_485
    assert found.length_m == pytest.approx(8 + 80 + 101.9804 + 4)


def test_a_street_followed_against_its_own_direction_is_turned_round() -> None:
    found = between(corner(), (100, 100), (20, 0))
    assert drawn_at(found) == [(100, 100), (110, 50), (100, 0), (20, 0)]


def test_two_points_on_one_street_need_no_junction() -> None:
    found = between(corner(), (20, 0), (60, 0))
    assert drawn_at(found) == [(20, 0), (60, 0)]
    assert found is not None
    assert [part.kind for part in found.parts] == ["street"]


def test_a_drawn_path_is_named_and_its_stub_goes_with_it() -> None:
    # The path ends 5 m short of the second street's end; the stub closes the gap.
    path = corner().drawn("connection", line((0, 0), (97, 96)), "sti")
    found = between(corner(), (0, 0), (100, 100), path)
    assert found is not None
    assert found.features == ("sti",)
    assert {part.kind for part in found.parts} == {"drawn", "street"}
    assert drawn_at(found)[:2] == [(0, 0), (97, 96)]
    assert sum(part.time_ms for part in found.parts) == found.time_ms


def test_the_way_to_a_door_behind_a_closure_is_followed_along_the_closed_street() -> None:
    world = corner()
    closed = world.drawn("closure", line((90, 90), (120, 90)))
    found = between(world, (0, 0), (106, 70), closed)
    assert found is not None
    assert drawn_at(found)[:3] == [(0, 0), (100, 0), (110, 50)]
    assert [part.kind for part in found.parts] == ["street", "street", "connector"]
    assert sum(part.time_ms for part in found.parts) == found.time_ms
    back = between(world, (106, 70), (0, 0), closed)
    assert back is not None
    assert drawn_at(back) == drawn_at(found)[::-1]
    assert back.time_ms == found.time_ms


def test_no_way_is_none() -> None:
    world = corner().street(7, 8, (500, 0), (600, 0))
    assert between(world, (0, 0), (550, 0)) is None


def test_a_crossing_waits_on_the_way() -> None:
    # 20 s of waiting at the lights come on top of 100 m and the 20 m across.
    world = World().street(1, 2, (0, 0), (100, 0)).street(3, 4, (0, 20), (100, 20))
    over = world.drawn("crossing", LineString([(50, 0), (50, 20)]), "lys", control="signal")
    found = between(world, (0, 0), (100, 20), over)
    assert found is not None
    assert found.time_ms == 120 * 750 + 20_000
    assert [(part.kind, part.feature) for part in found.parts] == [
        ("street", None),
        ("drawn", "lys"),
        ("street", None),
    ]


def test_of_two_ways_between_the_same_corners_the_quicker_is_followed() -> None:
    # 100 m straight beside a street that bends: 2 × 50.9902 m.
    straight = corner().drawn("connection", line((100, 0), (100, 100)), "lige")
    found = between(corner(), (0, 0), (100, 100), straight)
    assert found is not None
    assert found.features == ("lige",)
    assert found.time_ms == sum(part.time_ms for part in found.parts) == 200 * 750
