from __future__ import annotations

from shapely.geometry import Point, Polygon, box

from tests.spatial.drawn import codes
from tests.spatial.worlds import World, line


def world() -> World:
    return World().street(1, 2, (0, 0), (100, 0)).home("h", 10, 0).facility("f", 90, 0)


def test_a_closure_across_a_street_has_no_faults() -> None:
    assert codes(world(), world().drawn("closure", line((50, -5), (50, 5)), modes=["bike"])) == []


def test_faults() -> None:
    assert codes(world(), world().drawn("closure", Point(50, 0))) == [("error", "wrong_geometry")]
    bow_tie = Polygon([(0, 0), (20, 20), (20, 0), (0, 20)])
    assert codes(world(), world().drawn("closure", bow_tie)) == [("error", "self_crossing")]
    drawn = world().drawn("closure", line((50, -5), (50, 5)), modes=["car"])
    assert codes(world(), drawn) == [("error", "unknown_mode")]


def test_a_closure_covers_a_square_kilometre_at_most() -> None:
    assert codes(world(), world().drawn("closure", box(-450, -500, 550, 500))) == []
    whole_town = box(-450, -500, 551, 500)
    assert codes(world(), world().drawn("closure", whole_town)) == [("error", "too_large")]
