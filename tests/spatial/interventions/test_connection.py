from __future__ import annotations

import math

import numpy as np
import pytest
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon

from spatial.interventions import Intervention
from spatial.network.model import Mode
from tests.spatial.drawn import codes, only_issue, walk_m
from tests.spatial.worlds import World, line


def world() -> World:
    """Two dead ends facing each other over 100 m, and a railway between them."""
    return (
        World()
        .street(1, 2, (0, 0), (100, 0))
        .street(3, 4, (200, 0), (300, 0))
        .home("h", 0, 0)
        .facility("f", 300, 0)
        .barrier("railway", line((150, -500), (150, 500)))
    )


LINK = line((100, 0), (200, 0))


@pytest.mark.parametrize("grade", ["bridge", "tunnel"])
def test_a_bridge_or_tunnel_crosses_a_barrier(grade: str) -> None:
    drawn = world().drawn("connection", LINK, grade=grade)
    assert codes(world(), drawn) == []
    assert walk_m(world(), drawn) == 300
    assert walk_m(world(), drawn, mode=Mode.BIKE) == 300


def test_at_grade_it_is_refused_with_the_place_and_the_way_out() -> None:
    issue = only_issue(world(), world().drawn("connection", LINK))
    assert (issue.severity, issue.code, issue.feature) == ("error", "crosses_barrier", "d1")
    place = affinity.translate(issue.geometry, *(-value for value in world().move))
    assert (place.x, place.y) == (150, 0)
    assert issue.value == "barrier-0"
    assert "jernbanen" in issue.message_da
    assert "bro eller en tunnel" in issue.message_da
    assert "bridge or a tunnel" in issue.message_en


def test_two_paths_that_meet_on_the_railway_do_not_cross_it_together() -> None:
    one = world().drawn("connection", line((100, 0), (150, 0)))
    two = world().drawn("connection", line((150, 0), (200, 0)), "d2")
    assert codes(world(), one, two) == [("error", "crosses_barrier")] * 2


def test_modes() -> None:
    drawn = world().drawn("connection", LINK, grade="bridge", modes=["bike"])
    assert walk_m(world(), drawn) is None
    assert walk_m(world(), drawn, mode=Mode.BIKE) == 300


def test_nobody_rides_up_steps() -> None:
    drawn = world().drawn("connection", LINK, grade="bridge", steps=True)
    assert walk_m(world(), drawn) == 300
    assert walk_m(world(), drawn, mode=Mode.BIKE) is None


def test_a_third_dimension_is_left_out() -> None:
    solid = LineString([(x, y, 7.0) for x, y in world().placed(LINK).coords])
    assert walk_m(world(), Intervention("d1", "connection", solid, {"grade": "bridge"})) == 300


@pytest.mark.parametrize(
    ("shape", "how", "code"),
    [
        (Point(0, 0), {}, "wrong_geometry"),
        (LineString(), {}, "wrong_geometry"),
        (line((0, 0), (0.5, 0)), {}, "too_short"),
        (line((0, 0), (60, 60), (60, 0), (0, 60)), {}, "self_crossing"),
        (line((0, 300), (50, 300)), {}, "touches_no_street"),
        (line((0, 0), (9_000, 9_000)), {}, "outside_data"),
        (LINK, {"grade": "flying"}, "bad_value"),
        (LINK, {"modes": ["walk", "horse"]}, "unknown_mode"),
        (LINK, {"modes": "walk"}, "bad_value"),
        (LINK, {"modes": []}, "bad_value"),
        (LINK, {"steps": "yes"}, "bad_value"),
        (LINK, {"lit": 1}, "bad_value"),
        (LINK, {"width_m": 0}, "bad_value"),
        (LINK, {"width_m": math.inf}, "bad_value"),
        (LINK, {"surface": 5}, "bad_value"),
    ],
)
def test_faults(shape: object, how: dict[str, object], code: str) -> None:
    found = codes(world(), world().drawn("connection", shape, **{"grade": "bridge", **how}))
    assert ("error", code) in found


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_coordinates_that_are_no_numbers(bad: float) -> None:
    with np.errstate(invalid="ignore"):  # shapely grumbles where the geometry is made
        shape = LineString([(700_000, 6_170_000), (bad, 0)])
    drawn = Intervention("d1", "connection", shape)
    issue = only_issue(world(), drawn)
    assert (issue.code, issue.geometry) == ("bad_value", None)


def test_every_fault_is_listed_at_once() -> None:
    drawn = world().drawn("connection", LINK, modes=["horse", "cow"], grade="up", steps=3)
    assert [code for _, code in codes(world(), drawn)] == [
        "unknown_mode",
        "unknown_mode",
        "bad_value",
        "bad_value",
        "crosses_barrier",
    ]


def test_an_unknown_kind_names_the_known_ones() -> None:
    issue = only_issue(world(), world().drawn("teleport", Polygon()))
    assert issue.code == "unknown_kind"
    assert "facility_removal" in issue.message_da
