"""What every kind takes: a stated price, who pays it, and a phase."""

from __future__ import annotations

import pytest
from shapely.geometry import Point, box
from shapely.geometry.base import BaseGeometry

from spatial.drawing import resolve_drawing
from spatial.interventions.properties import stated_cost_kr, stated_funding
from tests.spatial.drawn import codes, only_issue
from tests.spatial.worlds import World, line


def world() -> World:
    return World().street(1, 2, (0, 0), (400, 0)).home("a", 10, 0).facility("shop", 400, 0)


def path(**how: object) -> object:
    return world().drawn("connection", line((0, 0), (200, 0)), **how)


@pytest.mark.parametrize(
    "how",
    [
        {"cost_kr": 0},
        {"cost_kr": 1.5e9},
        {"funding": {"municipality": 1}},
        {"funding": {"housing_organisation": 0.7, "municipality": 0.2, "foundation": 0.1}},
        {"phase": 1},
        {"phase": 5},
        {"phase": 2.0},
        {"cost_kr": None, "funding": None, "phase": None},
    ],
)
def test_what_may_be_stated(how: dict[str, object]) -> None:
    assert codes(world(), path(**how)) == []


@pytest.mark.parametrize(
    ("how", "code", "value"),
    [
        ({"cost_kr": -1}, "bad_value", -1),
        ({"cost_kr": True}, "bad_value", True),
        ({"cost_kr": "10"}, "bad_value", "10"),
        ({"cost_kr": 1e11}, "bad_value", 1e11),
        ({"funding": 1}, "bad_value", 1),
        ({"funding": {}}, "bad_value", {}),
        ({"funding": {"municipality": 0.5}}, "bad_value", 0.5),
        ({"funding": {"municipality": 1.5}}, "bad_value", 1.5),
        ({"funding": {"state": 1}}, "unknown_funder", "state"),
        ({"phase": 0}, "bad_value", 0),
        ({"phase": 6}, "bad_value", 6),
        ({"phase": 1.5}, "bad_value", 1.5),
        ({"phase": True}, "bad_value", True),
        ({"phase": "1"}, "bad_value", "1"),
    ],
)
def test_what_may_not(how: dict[str, object], code: str, value: object) -> None:
    issue = only_issue(world(), path(**how))
    assert (issue.severity, issue.code, issue.value) == ("error", code, value)
    assert issue.feature == "d1"


def test_all_faults_come_at_once_and_of_every_kind() -> None:
    wrong = {"cost_kr": -1, "funding": {"state": 1, "others": 2}, "phase": 9}
    shop = world().drawn("facility", Point(0, 0), category="nothing", **wrong)
    found = [issue.code for issue in resolve_drawing(world().city(), (shop,)).issues]
    assert found == ["unknown_category", "bad_value", "unknown_funder", "bad_value", "bad_value"]


STATED = {"cost_kr": 5, "funding": {"others": 1}, "phase": 2}


@pytest.mark.parametrize(
    ("kind", "shape", "how"),
    [
        ("connection", line((0, 0), (200, 0)), {}),
        ("crossing", line((200, -5), (200, 5)), {}),
        ("closure", line((100, 0), (200, 0)), {}),
        ("change", line((100, 0), (300, 0)), {"lit": True}),
        ("facility", Point(0, 0), {"category": "park"}),
        ("facility_removal", Point(400, 0), {}),
        ("demolition", box(0, -10, 20, 10), {}),
        ("housing", Point(0, 0), {"homes": 3}),
    ],
)
def test_every_kind_takes_them(kind: str, shape: BaseGeometry, how: dict[str, object]) -> None:
    drawn = world().drawn(kind, shape, **how, **STATED)
    assert resolve_drawing(world().city(), (drawn,)).ok
    wrong = world().drawn(kind, shape, **how, **(STATED | {"phase": 0}))
    assert ("error", "bad_value") in codes(world(), wrong)


def test_a_split_is_made_whole() -> None:
    thirds = {"municipality": 0.333_333_3, "foundation": 0.333_333_3, "others": 0.333_333_3}
    assert stated_funding({"funding": thirds}) == pytest.approx(dict.fromkeys(thirds, 1 / 3))
    assert stated_funding({"funding": {"municipality": 0.9}}) is None
    assert (stated_cost_kr({}), stated_cost_kr({"cost_kr": 5})) == (None, 5.0)
