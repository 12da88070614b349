from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from shapely.geometry import Point

from spatial.indicators.school_competition import floating_catchment
from tests.spatial.asked import ask, both, column, rows
from tests.spatial.worlds import World, line

ID = ("school_competition",)
ALL_ARE_PUPILS = {"school_competition": {"pupils_per_resident": 1.0, "catchment_min": 5.0}}


def world(**sizes: float | None) -> World:
    """A street of 1,600 m, five minutes are 400 m; 10 live at x = 0 and 30 at 800.

    The area's school at x = 400 is within reach of both; the other at 1,200 of the second only.
    """
    return (
        World()
        .street(1, 2, (0, 0), (1600, 0))
        .home("a", 0, 0, 10.0, "area")
        .home("b", 800, 0, 30.0)
        .facility("shared", 400, 0, "school", sizes.get("shared", 20.0))
        .facility("own", 1200, 0, "school", sizes.get("own", 60.0))
    )


def area() -> object:
    return world().area(-50, -50, 50, 50)


def test_seats_are_shared_with_all_who_reach_them() -> None:
    # The shared school has 20 seats for 40: 1/2 each. The other 60 for 30: 2 each.
    result = ask(world(), area(), indicators=ID, settings=ALL_ARE_PUPILS)
    assert both(result, *ID) == (0.5, 0.5)
    assert column(result, *ID).baseline.tolist() == [0.5, 2.5]
    # 10 · 0.5 + 30 · 2.5 = 80 = 20 + 60: every seat is taken once.


def test_only_some_residents_are_pupils() -> None:
    half = {"school_competition": {"pupils_per_resident": 0.5, "catchment_min": 5.0}}
    assert both(ask(world(), area(), indicators=ID, settings=half), *ID) == (1.0, 1.0)


def test_a_wider_catchment_that_is_asked_for_is_used() -> None:
    wide = {"school_competition": {"pupils_per_resident": 1.0, "catchment_min": 15.0}}
    # 1,200 m: both reach both, 80 seats for 40.
    assert both(ask(world(), area(), indicators=ID, settings=wide), *ID) == (2.0, 2.0)


def test_a_shorter_way_for_one_is_a_longer_queue_for_another() -> None:
    place = world().street(3, 4, (0, 300), (400, 300)).home("c", 400, 300, 40.0)
    path = place.drawn("connection", line((400, 0), (400, 300)))
    result = ask(place, area(), path, indicators=ID, settings=ALL_ARE_PUPILS)
    # 40 more want the 20 seats: 20 / 80.
    assert both(result, *ID) == (0.5, 0.25)


def test_an_unknown_capacity_is_no_seat_and_no_zero() -> None:
    place = world(shared=None)
    (row,) = rows(ask(place, area(), indicators=ID, settings=ALL_ARE_PUPILS), *ID)
    assert (row.baseline, row.proposal, row.known_share) == (None, None, 0.0)
    gap = ask(place, area(), indicators=(*ID, "gap_to_city"), settings=ALL_ARE_PUPILS)
    (row,) = rows(gap, "gap_to_city", variant="school_competition")
    assert row.baseline is None


def test_what_is_unknown_out_of_reach_does_not_matter() -> None:
    (row,) = rows(ask(world(own=None), area(), indicators=ID, settings=ALL_ARE_PUPILS), *ID)
    assert (row.baseline, row.known_share) == (0.5, 1.0)


def test_an_assumed_capacity_gives_a_number_that_is_not_known() -> None:
    settings = {"school_competition": {**ALL_ARE_PUPILS["school_competition"]}}
    settings["school_competition"]["assumed_capacity"] = 80.0
    result = ask(world(shared=None), area(), indicators=ID, settings=settings)
    (row,) = rows(result, *ID)
    assert (row.baseline, row.known_share) == (2.0, 0.0)


def test_a_school_drawn_with_its_size() -> None:
    new = world().drawn("facility", Point(0, 0), category="school", capacity=30)
    # Nobody else is within 400 m of it: three seats more for each of the ten.
    result = ask(world(), area(), new, indicators=ID, settings=ALL_ARE_PUPILS)
    assert both(result, *ID) == (0.5, 3.5)


def test_no_school_in_reach_is_no_seat() -> None:
    gone = world().drawn("facility_removal", Point(400, 0))
    assert both(ask(world(), area(), gone, indicators=ID, settings=ALL_ARE_PUPILS), *ID)[1] == 0.0


def test_three_zones_by_an_exponential() -> None:
    """The hand-checked case of three zones with e^(-0.1 t)."""
    minutes = np.array([[10, 30, 15], [30, 10, 25], [15, 25, 10]])
    people = np.array([4.0, 10.0, 6.0])
    each = floating_catchment(np.exp(-0.1 * minutes), people, np.array([160.0, 150.0, 180.0]))
    assert each == pytest.approx([29.745375, 18.802677, 30.498622], abs=1e-5)
    assert people @ each == pytest.approx(490.0)


def test_ten_origins_and_three_places() -> None:
    """The hand-checked case of ten origins and three places within 20."""
    away = [
        [8.6, 23.6, 12.3, 26.5, 28.2, 1.4, 15.8, 26.8, 16.5, 13.7],
        [28.7, 13.6, 20.3, 17.2, 3.1, 27.0, 7.4, 1.3, 9.8, 28.6],
        [26.7, 20.8, 19.2, 29.8, 19.7, 21.3, 16.3, 17.8, 8.7, 4.4],
    ]
    people = np.array([100, 200, 50, 100, 500, 50, 100, 100, 50, 500])
    each = floating_catchment(np.array(away).T <= 20, people, np.array([1000.0, 200.0, 500.0]))
    # The three are wanted by 850, 1,050 and 1,300 people.
    expected = [1.17647059, 0.19047619, 1.56108597, 0.19047619, 0.57509158]
    expected += [1.17647059, 1.75156216, 0.57509158, 1.75156216, 1.56108597]
    assert each == pytest.approx(expected, abs=1e-8)
    assert people @ each == pytest.approx(1700.0)


@given(st.integers(1, 9), st.integers(1, 6), st.data())
def test_8_everything_within_reach_is_shared_out_once(
    origins: int, places: int, data: st.DataObject
) -> None:
    reach = data.draw(arrays.arrays(np.bool_, (origins, places)))
    people = data.draw(arrays.arrays(np.int64, origins, elements=st.integers(0, 500)))
    supply = data.draw(arrays.arrays(np.float64, places, elements=st.integers(0, 900)))
    each = floating_catchment(reach, people, supply)
    wanted = (people[:, None] * reach).sum(axis=0) > 0
    assert people @ each == pytest.approx(supply[wanted].sum())
