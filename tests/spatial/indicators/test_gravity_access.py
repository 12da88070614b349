from __future__ import annotations

import math

import numpy as np
import pytest
from shapely.geometry import Point

from spatial.indicators.gravity_access import PARTS, pulls
from spatial.network.model import STREET_MODES
from spatial.units import UNREACHABLE_MS
from tests.spatial.asked import ask, both, column, rows
from tests.spatial.worlds import World, line

ID = ("gravity_access",)


def world() -> World:
    """A street of one kilometre; 30 residents at x = 0, 10 at x = 400, shops at 0 and 800.

    One walks 400 m in 5 minutes.
    """
    return (
        World()
        .street(1, 2, (0, 0), (1000, 0))
        .home("a", 0, 0, 30.0, "area")
        .home("b", 400, 0, 10.0, "area")
        .facility("near", 0, 0)
        .facility("far", 800, 0)
    )


def area(of: World | None = None) -> object:
    return (of or world()).area(-50, -50, 450, 50)


def test_each_place_counts_less_the_further_it_is() -> None:
    # a: 0 and 10 min. b: 5 and 5 min. By 0.1 per minute.
    at_a, at_b = 1 + math.exp(-1), 2 * math.exp(-0.5)
    result = ask(world(), area(), indicators=ID)
    assert both(result, *ID) == pytest.approx(((30 * at_a + 10 * at_b) / 40,) * 2)
    assert column(result, *ID).baseline == pytest.approx([at_a, at_b])


def test_a_facility_drawn_and_one_removed() -> None:
    new = world().drawn("facility", Point(400, 0), category="grocery")
    gone = world().drawn("facility_removal", Point(0, 0), "d2")
    before = (30 * (1 + math.exp(-1)) + 10 * 2 * math.exp(-0.5)) / 40
    # The new one is 5 minutes from a and at the door of b.
    after = before + (30 * math.exp(-0.5) + 10) / 40
    assert both(ask(world(), area(), new, indicators=ID), *ID) == pytest.approx((before, after))
    # Without the near one a loses 1 and b what five minutes leave of it.
    after = before - (30 + 10 * math.exp(-0.5)) / 40
    assert both(ask(world(), area(), gone, indicators=ID), *ID) == pytest.approx((before, after))


def test_only_homes_that_a_way_reaches_are_summed_anew() -> None:
    """Whatever is drawn, the sums are those of all homes summed again."""
    place = world().street(3, 4, (0, 300), (1000, 300)).home("c", 200, 300, 5.0, "area")
    path = place.drawn("connection", line((0, 0), (0, 300)))
    result = ask(place, place.area(-50, -50, 450, 400), path, indicators=ID)
    # c: 200 m to the corner, 300 m down the path: 500 m to near; 1,300 m to far, by 400 m in 5 min.
    expected = math.exp(-0.625) + math.exp(-1.625)
    values = column(result, *ID)
    assert values.baseline[2] == 0.0
    assert values.proposal[2] == pytest.approx(expected)
    np.testing.assert_array_equal(values.baseline[:2], values.proposal[:2])


def test_drawn_homes_have_a_sum_after_and_none_before() -> None:
    new = world().drawn("housing", Point(800, 0), residents=40)
    values = column(ask(world(), area(), new, indicators=ID), *ID)
    assert np.isnan(values.baseline[2])
    assert values.proposal[2] == pytest.approx(1 + math.exp(-1))


def test_the_decay_that_is_asked_for_is_used() -> None:
    settings = {"gravity_access": {"decay_per_min": 0.2}}
    result = ask(world(), area(), indicators=ID, settings=settings)
    at_a, at_b = 1 + math.exp(-2), 2 * math.exp(-1)
    assert both(result, *ID) == pytest.approx(((30 * at_a + 10 * at_b) / 40,) * 2)


def test_hansen_of_three_zones() -> None:
    """The hand-checked case of three zones, e^(-0.1 t), with 160, 150 and 180 jobs."""
    minutes = np.array([[10, 30, 15], [30, 10, 25], [15, 25, 10]])
    found = pulls((minutes * 60_000).astype(np.int32), 0.1) @ np.array([160, 150, 180]) / PARTS
    assert found == pytest.approx([106.4922, 77.923147, 114.231875], abs=1e-5)


def test_what_cannot_be_reached_pulls_nothing() -> None:
    assert pulls(np.array([UNREACHABLE_MS]), 0.01).tolist() == [0]


def test_homes_that_are_not_attached_are_told_and_count_as_reaching_nothing() -> None:
    lost = world().home("c", 0, 3000, 40.0, "area")
    (row,) = rows(ask(lost, area(), indicators=ID), *ID)
    assert row.known_share == 0.5
    (whole,) = rows(ask(world(), area(), indicators=ID), *ID)
    assert row.baseline == pytest.approx(whole.baseline / 2)


def test_by_bike_the_same_place_is_nearer() -> None:
    result = ask(world(), area(), indicators=ID, modes=STREET_MODES)
    assert both(result, *ID, mode="bike")[0] > both(result, *ID, mode="walk")[0]
