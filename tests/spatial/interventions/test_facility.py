from __future__ import annotations

import pytest
from shapely.geometry import Point, box

from tests.spatial.drawn import codes, only_issue, walk_m
from tests.spatial.worlds import World, line


def world() -> World:
    return World().street(1, 2, (0, 0), (800, 0)).home("h", 0, 0)


def test_a_facility_is_reached_like_any_other() -> None:
    shop = world().drawn("facility", Point(300, 4), category="grocery", capacity=30, name="Brugsen")
    assert walk_m(world(), shop) == 304


def test_a_polygon_stands_for_a_point_inside() -> None:
    shop = world().drawn("facility", box(290, 0, 310, 20), category="grocery")
    assert walk_m(world(), shop) == 310


def test_at_the_end_of_the_street_and_at_a_home() -> None:
    assert walk_m(world(), world().drawn("facility", Point(800, 0), category="park")) == 800
    assert walk_m(world(), world().drawn("facility", Point(0, 0), category="park")) == 0


def test_too_far_from_any_street() -> None:
    issue = only_issue(world(), world().drawn("facility", Point(300, 600), category="park"))
    assert (issue.code, issue.severity) == ("facility_unattached", "error")
    assert "500 m" in issue.message_da


def test_on_a_new_path_it_is_reached_over_the_path() -> None:
    path = world().drawn("connection", line((300, 0), (300, 600)))
    shop = world().drawn("facility", Point(302, 600), "d2", category="park")
    assert walk_m(world(), path, shop) == 300 + 600 + 2
    assert walk_m(world(), shop, path) == 902


def test_a_facility_across_the_railway_has_its_own_street() -> None:
    fenced = world().barrier("railway", line((-50, 40), (900, 40)))
    assert codes(fenced, fenced.drawn("facility", Point(300, 60), category="park")) == [
        ("error", "facility_unattached")
    ]


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({}, "missing_property"),
        ({"category": "pub"}, "unknown_category"),
        ({"category": 7}, "unknown_category"),
        ({"category": "school", "capacity": -1}, "bad_value"),
        ({"category": "school", "capacity": True}, "bad_value"),
        ({"category": "school", "jobs": "many"}, "bad_value"),
        ({"category": "school", "name": 1}, "bad_value"),
    ],
)
def test_faults(how: dict[str, object], code: str) -> None:
    assert codes(world(), world().drawn("facility", Point(9, 0), **how)) == [("error", code)]
