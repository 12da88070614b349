from __future__ import annotations

import pytest
from shapely.geometry import Point, box

from spatial.assess import AssessRequest, assess
from spatial.drawing import resolve_drawing
from tests.spatial.drawn import codes
from tests.spatial.worlds import World


def world() -> World:
    return (
        World()
        .street(1, 2, (0, 0), (400, 0))
        .home("a", 10, 0, 40.0, "area")
        .home("b", 30, 0, 60.0, "area")
        .home("c", 300, 0, 10.0)
        .facility("shop", 20, 0)
    )


def demolish(shape: object, feature: str = "d1", **how: object) -> object:
    return world().drawn("demolition", shape, feature, **how)


def residents(*drawn: object) -> list[float]:
    area = world().area(0, -50, 100, 50)
    request = AssessRequest(area, drawn, detail=frozenset({"homes"}))
    homes = assess(world().city(), request).homes
    assert homes is not None
    assert homes.residents.tolist()[:3] == [40, 60, 10]
    return homes.residents_proposal.tolist()


def test_everybody_inside_goes_and_so_does_the_shop() -> None:
    block = demolish(box(0, -10, 25, 10))
    assert residents(block) == [0, 60, 10]
    assert resolve_drawing(world().city(), (block,)).patch.edits.removed_facilities == {0}


def test_a_share_goes_and_the_shop_stays() -> None:
    block = demolish(box(0, -10, 50, 10), share=0.25)
    assert residents(block) == [30, 45, 10]
    assert codes(world(), block) == [("note", "facilities_kept")]
    assert resolve_drawing(world().city(), (block,)).patch.edits.removed_facilities == set()


def test_two_demolitions_multiply_in_any_order() -> None:
    one, two = (
        demolish(box(0, -10, 25, 10), share=0.3),
        demolish(box(0, -9, 50, 9), "d2", share=0.1),
    )
    assert residents(one, two) == residents(two, one)
    assert residents(one, two)[0] == pytest.approx(40 * 0.7 * 0.9)


def test_people_add_up_with_new_homes() -> None:
    gone = demolish(box(0, -10, 25, 10))
    new = world().drawn("housing", Point(12, 4), "h1", residents=55)
    assert residents(gone, new) == [0, 60, 10, 55]


def test_what_is_drawn_new_is_not_demolished() -> None:
    new = world().drawn("facility", Point(12, 4), "n1", category="school")
    edits = resolve_drawing(world().city(), (demolish(box(0, -10, 25, 10)), new)).patch.edits
    assert edits.removed_facilities == {0}


def test_nothing_inside() -> None:
    assert codes(world(), demolish(box(100, 100, 120, 120))) == [("warning", "demolishes_nothing")]


@pytest.mark.parametrize("share", [0, -0.5, 1.01, "half", float("nan"), True])
def test_a_share_is_above_nothing_and_at_most_all(share: object) -> None:
    assert codes(world(), demolish(box(0, -10, 25, 10), share=share)) == [("error", "bad_value")]


def test_only_a_polygon() -> None:
    assert codes(world(), demolish(Point(10, 0))) == [("error", "wrong_geometry")]
