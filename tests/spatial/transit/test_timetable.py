"""Trips become lines, by hand."""

from itertools import pairwise

import numpy as np
import pytest

from spatial.errors import InvalidTimetable
from spatial.transit.timetable import all_trips, build_timetable, mirrored, some_trips
from tests.spatial.transit.towns import Call, changes_of, ride, trips_of

NO_WAYS = changes_of(3, {})


def lines_of(calls: list[list[Call]]) -> list[list[int]]:
    lines = build_timetable(3, trips_of(calls), NO_WAYS).lines
    ends = lines.trip_first.tolist()
    return [lines.trips[one:two].tolist() for one, two in pairwise(ends)]


def test_trips_that_follow_each_other_are_a_line_in_the_order_of_the_day() -> None:
    late, early = ride((0, 20), (1, 30)), ride((0, 10), (1, 20))
    assert lines_of([late, early]) == [[1, 0]]


def test_a_trip_that_overtakes_another_has_a_line_of_its_own() -> None:
    slow, fast, last = ride((0, 10), (1, 40)), ride((0, 20), (1, 30)), ride((0, 50), (1, 60))
    assert lines_of([slow, fast, last]) == [[0, 2], [1]]


def test_trips_that_let_people_on_elsewhere_are_different_lines() -> None:
    open_trip = ride((0, 10), (1, 20))
    closed = [(0, 600_000, 600_000, True, True), (1, 1_200_000, 1_200_000, False, True)]
    assert len(lines_of([open_trip, closed])) == 2


def test_times_lie_position_by_position_and_only_grow() -> None:
    calls = [ride((0, 10), (1, 20), (2, 25)), ride((0, 40), (1, 45), (2, 60))]
    lines = build_timetable(3, trips_of(calls), NO_WAYS).lines
    assert (lines.arrivals_ms // 60_000).tolist() == [10, 40, 20, 45, 25, 60]
    assert lines.at_first.tolist() == [0, 1, 2, 3]
    assert lines.at_position.tolist() == [0, 1, 2]


def test_mirrored_twice_is_as_it_was() -> None:
    trips = trips_of([ride((0, 10), (1, 20)), ride((2, 5), (1, 7), (0, 9))])
    again = mirrored(mirrored(trips))
    for name in ("first", "stops", "arrivals_ms", "departures_ms", "boards", "alights"):
        assert np.array_equal(getattr(trips, name), getattr(again, name)), name


def test_picked_apart_and_put_together_is_the_same() -> None:
    trips = trips_of([ride((0, 10), (1, 20)), ride((2, 5), (1, 7), (0, 9)), ride((1, 1), (2, 3))])
    again = all_trips(some_trips(trips, np.array([0, 1])), some_trips(trips, np.array([2])))
    assert np.array_equal(trips.first, again.first)
    assert np.array_equal(trips.arrivals_ms, again.arrivals_ms)


def test_a_timetable_without_trips_has_no_lines() -> None:
    assert lines_of([]) == []


def test_every_fault_is_told_at_once() -> None:
    calls = [
        ride((0, 10)),
        ride((0, 10), (7, 20)),
        ride((0, 30), (1, 20)),
        [(0, 60_000, 0, True, True), (1, 120_000, 120_000, True, True)],
        [(0, 0, 120_000, True, True), (1, 60_000, 120_000, True, True)],
    ]
    with pytest.raises(InvalidTimetable) as told:
        build_timetable(3, trips_of(calls), changes_of(3, {(0, 1): -1.0}))
    assert told.value.faults == (
        "a change takes less than no time",
        "trip 0 calls at fewer than 2 stops",
        "trip 1 calls at stop 7, which is not there",
        "trip 3 leaves stop 0 before it gets there",
        "trip 2 gets to stop 1 before it left the last one",
        "trip 4 gets to stop 1 before it left the last one",
    )
