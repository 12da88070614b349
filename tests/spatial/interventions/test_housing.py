from __future__ import annotations

import numpy as np
import pytest
from shapely.geometry import Point, box

from spatial.assess import AssessRequest, HomeDetail, assess
from tests.spatial.drawn import codes
from tests.spatial.worlds import World


def world() -> World:
    return (
        World()
        .street(1, 2, (0, 0), (400, 0))
        .home("a", 10, 0, 40.0, "area")
        .facility("shop", 110, 0)
    )


def homes(*drawn: object) -> HomeDetail:
    request = AssessRequest(world().area(0, -50, 100, 50), drawn, detail=frozenset({"homes"}))
    result = assess(world().city(), request)
    assert result.homes is not None, result.issues
    return result.homes


def test_new_homes_come_last_and_are_not_in_the_baseline() -> None:
    detail = homes(world().drawn("housing", Point(60, 5), "new", residents=12))
    assert detail.ids == ("a", "new")
    assert detail.in_area.tolist() == [True, True]
    assert detail.residents.tolist() == [40, 0]
    nearest = detail.values[0]
    assert (nearest.indicator, nearest.mode) == ("travel_time_nearest", "walk")
    # From a: 100 m. From the new homes: 5 + 50 m.
    assert nearest.baseline.tolist() == [75_000, -1]
    assert nearest.proposal.tolist() == [75_000, 41_250]
    counts = next(values for values in detail.values if values.indicator == "opportunities_within")
    assert np.isnan(counts.baseline[1])


def test_homes_count_two_point_one_people_each() -> None:
    detail = homes(world().drawn("housing", box(50, 0, 70, 20), homes=100))
    assert detail.residents_proposal[1] == pytest.approx(210)
    both = homes(world().drawn("housing", Point(60, 5), homes=100, residents=180))
    assert both.residents_proposal[1] == 180


def test_outside_the_area_they_are_neighbours() -> None:
    detail = homes(world().drawn("housing", Point(300, 5), residents=12))
    assert detail.in_area.tolist() == [True, False]


@pytest.mark.parametrize(
    ("how", "place", "code"),
    [
        ({}, Point(60, 5), "missing_property"),
        ({"residents": 0}, Point(60, 5), "bad_value"),
        ({"residents": 1e7}, Point(60, 5), "bad_value"),
        ({"homes": 1e308}, Point(60, 5), "bad_value"),
        ({"homes": "many"}, Point(60, 5), "bad_value"),
        ({"residents": 5}, Point(60, 700), "home_unattached"),
        ({"residents": 5}, Point(60, 90_000), "outside_data"),
        ({"residents": 5, "tenure": 9}, Point(60, 5), "bad_value"),
    ],
)
def test_faults(how: dict[str, object], place: Point, code: str) -> None:
    assert codes(world(), world().drawn("housing", place, **how)) == [("error", code)]
