from __future__ import annotations

import pytest
from shapely.geometry import Point

from spatial.network.model import Mode
from tests.spatial.asked import ask, both, rows
from tests.spatial.worlds import World, line

ID = ("transit_service_class",)
CLASSES = ("low", "medium", "high", "very_high")
# 0.8 of a day's 175 departures leave in 14 hours: ten an hour.
TEN, FOUR = 175.0, 70.0


def world() -> World:
    """A bus at x = 0 and a train at x = 400, both ten an hour; a bus of four at x = 2,000.

    10 residents have both, 20 the train alone (500 m), 30 the rare bus, 40 nothing (501 m).
    """
    return (
        World()
        .street(1, 2, (0, 0), (1700, 0))
        .street(2, 3, (1700, 0), (1900, 0))
        .street(3, 4, (1900, 0), (3000, 0))
        .home("both", 450, 0, 10.0, "area")
        .home("train", 900, 0, 20.0, "area")
        .home("rare", 1600, 0, 30.0, "area")
        .home("none", 2501, 0, 40.0, "area")
        .facility("bus", 0, 0, "stop", departures=TEN)
        .facility("train", 400, 0, "station", departures=TEN)
        .facility("rare bus", 2000, 0, "stop", departures=FOUR)
        .facility("shop", 2500, 0, "grocery")
    )


def area() -> object:
    return world().area(-50, -50, 3050, 50)


def shares(result: object) -> list[tuple[object, object]]:
    return [both(result, *ID, variant=name) for name in CLASSES]  # type: ignore[arg-type]


def test_each_class_counts_those_of_the_better_ones_too() -> None:
    result = ask(world(), area(), indicators=ID)
    assert [before for before, _ in shares(result)] == [0.6, 0.6, 0.3, 0.1]


def test_just_below_a_bound_is_the_class_below() -> None:
    rarer = world()
    rarer.departures = {"bus": TEN - 1, "train": TEN - 1, "rare bus": FOUR - 1}
    assert [before for before, _ in shares(ask(rarer, area(), indicators=ID))] == [
        0.6,
        0.3,
        0.0,
        0.0,
    ]


def test_a_stop_where_nothing_leaves_serves_nobody() -> None:
    silent = world()
    silent.departures["rare bus"] = 0.0
    assert [before for before, _ in shares(ask(silent, area(), indicators=ID))] == [
        0.3,
        0.3,
        0.3,
        0.1,
    ]


def test_a_path_brings_a_stop_near_and_a_closure_takes_it() -> None:
    hairpin = (
        World()
        .street(1, 2, (0, 0), (0, 400), (600, 400), (600, 0))
        .home("a", 600, 0, 10.0, "area")
        .facility("bus", 200, 0, "stop", departures=TEN)
        .street(3, 1, (300, 0), (0, 0))
    )
    here = hairpin.area(590, -10, 610, 10)
    path = hairpin.drawn("connection", line((300, 0), (600, 0)))
    assert both(ask(hairpin, here, path, indicators=ID), *ID, variant="high") == (0.0, 1.0)
    gate = world().drawn("closure", line((1800, -20), (1800, 20)))
    assert both(ask(world(), area(), gate, indicators=ID), *ID, variant="low") == (0.6, 0.3)


def test_what_is_drawn_has_no_timetable_and_what_is_removed_serves_nobody() -> None:
    stop = world().drawn("facility", Point(2600, 0), category="stop")
    assert both(ask(world(), area(), stop, indicators=ID), *ID, variant="low") == (0.6, 0.6)
    gone = world().drawn("facility_removal", Point(2000, 0), facility_id="rare bus")
    assert both(ask(world(), area(), gone, indicators=ID), *ID, variant="low") == (0.6, 0.3)


def test_the_share_of_the_day_is_an_assumption_that_can_be_set() -> None:
    # At 0.79 the bus and the train are just below ten, and the rare bus just below four.
    asked = ask(world(), area(), indicators=ID, settings={ID[0]: {"day_share": 0.79}})
    assert [before for before, _ in shares(asked)] == [0.6, 0.3, 0.0, 0.0]


def test_what_nobody_knows_is_no_answer() -> None:
    unknown = world()
    unknown.departures = {}
    for row in rows(ask(unknown, area(), indicators=ID), *ID):
        assert (row.baseline, row.proposal, row.known_share) == (None, None, 0.0)
    partly = world()
    del partly.departures["train"]
    (row, *_) = rows(ask(partly, area(), indicators=ID), *ID)
    assert row.known_share == pytest.approx(2 / 3)


def test_it_is_a_measure_on_foot() -> None:
    assert rows(ask(world(), area(), indicators=ID, modes=(Mode.BIKE,)), *ID) == []
