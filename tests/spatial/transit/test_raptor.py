"""Rides by hand, and every answer held against a time-expanded Dijkstra."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spatial.transit.raptor import earliest_arrivals, latest_departures
from spatial.transit.table import Departures
from spatial.transit.timetable import all_trips, build_timetable, some_trips
from spatial.units import Int32Array
from tests.spatial.transit.towns import (
    MINUTE,
    NEVER,
    Town,
    any_town,
    arrivals_by_dijkstra,
    changes_of,
    expanded,
    ride,
)

SEEDS = st.integers(0, 2**32 - 1)
HOUR = Departures(0, 60).times_ms


def arrivals(town: Town, access: dict[int, float], at: float) -> list[float | None]:
    stops = np.array(list(access), np.int32)
    walks = np.array([minutes * MINUTE for minutes in access.values()], np.int32)
    found = earliest_arrivals(town.timetable, stops, walks, np.array([at * MINUTE], np.int32))
    return [None if time == NEVER else time / MINUTE for time in found[0].tolist()]


def test_one_waits_for_the_next_trip_and_not_for_one_that_left() -> None:
    town = Town(2, [ride((0, 10), (1, 15)), ride((0, 20), (1, 25))], {})
    assert arrivals(town, {0: 3}, 7) == [None, 15]
    assert arrivals(town, {0: 3}, 8) == [None, 25]
    assert arrivals(town, {0: 3}, 18) == [None, None]


def test_a_change_takes_its_time() -> None:
    calls = [ride((0, 0), (1, 10)), ride((1, 12), (2, 20)), ride((1, 30), (2, 38))]
    assert arrivals(Town(3, calls, {(1, 1): 2}), {0: 0}, 0) == [None, 10, 20]
    assert arrivals(Town(3, calls, {(1, 1): 3}), {0: 0}, 0) == [None, 10, 38]
    assert arrivals(Town(3, calls, {}), {0: 0}, 0) == [None, 10, None]


def test_the_first_ride_is_no_change() -> None:
    assert arrivals(Town(2, [ride((0, 5), (1, 9))], {(0, 0): 30}), {0: 5}, 0) == [None, 9]


def test_one_walks_between_stops_once_and_then_rides() -> None:
    calls = [ride((0, 0), (1, 10)), ride((3, 20), (4, 25))]
    chained = {(1, 2): 1.0, (2, 3): 1.0}
    assert arrivals(Town(5, calls, chained), {0: 0}, 0)[4] is None
    assert arrivals(Town(5, calls, {**chained, (1, 3): 2.0}), {0: 0}, 0)[4] == 25


def test_a_trip_that_calls_twice_takes_people_both_times() -> None:
    loop = ride((0, 0), (1, 5), (2, 10), (0, 15), (3, 20))
    assert arrivals(Town(4, [loop], {}), {0: 12}, 0) == [None, None, None, 20]


def test_nobody_gets_off_or_on_where_the_trip_does_not_let_them() -> None:
    express = [
        (0, 0, 0, True, True),
        (1, MINUTE, MINUTE, False, False),
        (2, MINUTE, MINUTE, True, True),
    ]
    assert arrivals(Town(3, [express], {}), {0: 0}, 0) == [None, None, 1]
    assert arrivals(Town(3, [express], {}), {1: 0}, 0) == [None, None, None]


def test_a_slower_trip_is_left_for_one_that_overtakes_it() -> None:
    slow, fast = ride((0, 0), (1, 10), (2, 60)), ride((0, 5), (1, 15), (2, 30))
    assert arrivals(Town(3, [slow, fast], {}), {0: 0}, 0) == [None, 10, 30]


def test_a_night_trip_of_the_evening_before_is_caught_after_midnight() -> None:
    assert arrivals(Town(2, [ride((0, -10), (0, 5), (1, 9))], {}), {0: 0}, 0) == [None, 9]


def test_departures_must_ascend() -> None:
    town = Town(2, [ride((0, 10), (1, 15))], {}).timetable
    with pytest.raises(ValueError, match="ascend"):
        earliest_arrivals(town, np.zeros(1, np.int32), np.zeros(1, np.int32), HOUR[::-1])


def chosen_access(town: Town, seed: int) -> dict[int, int]:
    chance = np.random.default_rng(seed)
    stops = chance.permutation(town.stop_count)[: chance.integers(1, 4)]
    return {int(stop): int(chance.integers(0, 10)) * MINUTE for stop in stops}


def columns(access: dict[int, int]) -> tuple[Int32Array, Int32Array]:
    return np.array(list(access), np.int32), np.array(list(access.values()), np.int32)


@given(SEEDS)
def test_every_minute_equals_a_search_over_every_event(seed: int) -> None:
    town = any_town(seed)
    access, graph = chosen_access(town, seed), expanded(town)
    minutes = Departures(-20, 100).times_ms
    found = earliest_arrivals(town.timetable, *columns(access), minutes)
    for row in range(0, 100, 9):
        departure = int(minutes[row])
        assert found[row].tolist() == arrivals_by_dijkstra(town, graph, access, departure), row


@given(SEEDS)
def test_a_window_is_its_minutes_asked_one_by_one(seed: int) -> None:
    town = any_town(seed)
    access = columns(chosen_access(town, seed))
    found = earliest_arrivals(town.timetable, *access, HOUR)
    alone = [earliest_arrivals(town.timetable, *access, HOUR[k : k + 1])[0] for k in range(60)]
    assert np.array_equal(found, np.array(alone))


@given(SEEDS)
def test_the_latest_departure_is_the_last_that_still_arrives(seed: int) -> None:
    town = any_town(seed)
    egress = chosen_access(town, seed + 1)
    until = Departures(10, 80).times_ms
    latest = latest_departures(town.mirror, *columns(egress), until)
    for stop in range(town.stop_count):
        at_stop = np.array([stop], np.int32), np.zeros(1, np.int32)
        every = Departures(-40, 170).times_ms
        found = earliest_arrivals(town.timetable, *at_stop, every).astype(np.int64)
        there = np.full(len(every), NEVER, np.int64)
        for other, walk in egress.items():
            reached = found[:, other]
            there = np.minimum(there, np.where(reached == NEVER, NEVER, reached + walk))
        for row in range(0, 80, 7):
            caught = every[there <= until[row]]
            expected = int(caught.max()) if len(caught) else -NEVER
            assert latest[row, stop] == expected


@given(SEEDS)
def test_more_service_never_lengthens_and_less_never_shortens(seed: int) -> None:
    town = any_town(seed)
    access = columns(chosen_access(town, seed))
    ways = changes_of(town.stop_count, town.ways)
    kept = np.arange(0, len(town.trips), 2)
    fewer = some_trips(town.trips, kept)
    rest = some_trips(town.trips, np.arange(1, len(town.trips), 2))
    less = earliest_arrivals(build_timetable(town.stop_count, fewer, ways), *access, HOUR)
    every = earliest_arrivals(town.timetable, *access, HOUR)
    assert (every <= less).all()
    again = build_timetable(town.stop_count, all_trips(fewer, rest), ways)
    assert np.array_equal(earliest_arrivals(again, *access, HOUR), every)
