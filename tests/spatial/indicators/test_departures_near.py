from __future__ import annotations

import pytest

from spatial.network.model import Mode
from tests.spatial.asked import ask, both, column, rows
from tests.spatial.indicators.test_transit_service_class import FOUR, area, world
from tests.spatial.worlds import line

ID = ("departures_near",)


def test_the_best_stop_near_counts_and_the_mean_is_over_residents() -> None:
    result = ask(world(), area(), indicators=ID)
    # Ten for 30 residents, four for 30, nothing for 40.
    assert both(result, *ID)[0] == pytest.approx((30 * 10 + 30 * 4) / 100)
    assert column(result, *ID).baseline.tolist() == pytest.approx([10.0, 10.0, 4.0, 0.0])


def test_stops_are_not_added_up() -> None:
    busier = world().facility("next", 1990, 0, "stop", departures=FOUR)
    assert column(ask(busier, area(), indicators=ID), *ID).baseline[2] == pytest.approx(4.0)


def test_a_closure_is_seen_by_the_homes_it_touches() -> None:
    gate = world().drawn("closure", line((1800, -20), (1800, 20)))
    values = column(ask(world(), area(), gate, indicators=ID), *ID)
    assert values.baseline.tolist() == pytest.approx([10.0, 10.0, 4.0, 0.0])
    assert values.proposal.tolist() == pytest.approx([10.0, 10.0, 0.0, 0.0])


def test_what_nobody_knows_is_no_answer() -> None:
    unknown = world()
    unknown.departures = {}
    result = ask(unknown, area(), indicators=ID)
    assert both(result, *ID) == (None, None)
    assert result.homes is not None
    assert result.homes.values == ()


def test_it_is_a_measure_on_foot() -> None:
    assert rows(ask(world(), area(), indicators=ID, modes=(Mode.BIKE,)), *ID) == []


def test_a_timetable_is_stronger_than_a_share_of_the_day() -> None:
    timed = world()
    timed.timetable = {"bus": 14.0, "train": 28.0, "rare bus": 0.0}
    result = ask(timed, area(), indicators=ID, settings={ID[0]: {"day_share": 0.3}})
    assert column(result, *ID).baseline.tolist() == pytest.approx([2.0, 2.0, 0.0, 0.0])
