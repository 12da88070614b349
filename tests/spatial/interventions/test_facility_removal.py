from __future__ import annotations

import pytest
from shapely.geometry import Point, box

from spatial.drawing import resolve_drawing
from tests.spatial.drawn import codes, walk_m
from tests.spatial.worlds import World


def world() -> World:
    return (
        World()
        .street(1, 2, (0, 0), (400, 0))
        .home("h", 0, 0)
        .facility("shop", 100, 0)
        .facility("school", 110, 0, "school")
    )


def removed(*drawn: object) -> set[int]:
    return set(resolve_drawing(world().city(), drawn).patch.edits.removed_facilities)


def remove(shape: object, feature: str = "r1", **how: object) -> object:
    return world().drawn("facility_removal", shape, feature, **how)


def test_by_id_wherever_it_is_drawn() -> None:
    assert removed(remove(Point(300, 50), facility_id="school")) == {1}


def test_the_nearest_within_twenty_five_metres() -> None:
    assert removed(remove(Point(106, 0))) == {1}
    assert removed(remove(Point(104, 0))) == {0}
    assert removed(remove(Point(106, 0), category="grocery")) == {0}
    assert codes(world(), remove(Point(136, 0))) == [("error", "no_such_facility")]


def test_everything_in_a_polygon() -> None:
    assert removed(remove(box(90, -10, 120, 10))) == {0, 1}
    assert removed(remove(box(90, -10, 120, 10), category="school")) == {1}


def test_a_drawn_facility_can_be_removed_again() -> None:
    drawn = world().drawn("facility", Point(300, 0), "new", category="park")
    assert removed(drawn, remove(Point(300, 0), facility_id="new")) == {2}
    assert removed(remove(Point(300, 0), "a"), drawn) == {2}


def test_removing_it_twice_removes_it_once() -> None:
    assert removed(remove(Point(100, 0)), remove(Point(100, 0), "r2")) == {0}
    assert walk_m(world()) == 100


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"facility_id": "nowhere"}, "no_such_facility"),
        ({"facility_id": 4}, "bad_value"),
        ({"category": "pub"}, "unknown_category"),
        ({"category": "park"}, "no_such_facility"),
    ],
)
def test_faults(how: dict[str, object], code: str) -> None:
    assert codes(world(), remove(Point(100, 0), **how)) == [("error", code)]
