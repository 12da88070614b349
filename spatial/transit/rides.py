"""When one gets where, whoever stands at a stop: a table per stop, a row per departure from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from spatial.times import on_every_core
from spatial.transit.raptor import earliest_arrivals

if TYPE_CHECKING:
    from spatial.transit.timetable import Lines, Timetable
    from spatial.units import BoolArray, Int32Array, Int64Array


@dataclass(frozen=True, slots=True)
class Rides:
    """Earliest arrivals from stop to stop for whoever is there in time for a departure.

    Parameters
    ----------
    first : int64 array, shape (stops + 1,)
        Where the departures of each stop begin.
    events_ms : int32 array, shape (departures,)
        When something leaves from the stop, ascending within each; the last may be later than any
        time at which one could be there.
    arrivals_ms : int32 array, shape (departures, stops)
        By at least one ride; `UNREACHABLE_MS` for never.
    """

    first: Int64Array
    events_ms: Int32Array
    arrivals_ms: Int32Array

    def differs(self, other: Rides) -> BoolArray:
        """Tell from which stops one gets anywhere at other times; stops only one has differ."""
        count = max(len(self.first), len(other.first)) - 1
        differs = np.ones(count, np.bool_)
        width = min(self.arrivals_ms.shape[1], other.arrivals_ms.shape[1])
        for stop in range(min(len(self.first), len(other.first)) - 1):
            one = slice(self.first[stop], self.first[stop + 1])
            two = slice(other.first[stop], other.first[stop + 1])
            differs[stop] = not (
                np.array_equal(self.events_ms[one], other.events_ms[two])
                and np.array_equal(self.arrivals_ms[one, :width], other.arrivals_ms[two, :width])
            )
        return differs


def find_rides(timetable: Timetable, stops: Int64Array, earliest_ms: int, latest_ms: int) -> Rides:
    """Search from some stops, at every departure that somebody could wait for there.

    Parameters
    ----------
    stops : int64 array, shape (stops,)
        Rows among the timetable's.
    earliest_ms, latest_ms : int
        Between these one gets to a first stop.
    """
    events = [events_between(timetable.lines, int(stop), earliest_ms, latest_ms) for stop in stops]
    first = np.concatenate(([0], np.cumsum([len(own) for own in events]))).astype(np.int64)
    found = np.empty((first[-1], len(stops)), np.int32)
    there = np.zeros(1, np.int32)

    def work(low: int, high: int) -> None:
        for row in range(low, high):
            if len(events[row]):
                at = np.array([stops[row]], np.int32)
                arrived = earliest_arrivals(timetable, at, there, events[row])
                found[first[row] : first[row + 1]] = arrived[:, stops]

    on_every_core(work, len(stops))
    together = np.concatenate([np.zeros(0, np.int32), *events])
    return Rides(first, together, found)


def events_between(lines: Lines, stop: int, earliest_ms: int, latest_ms: int) -> Int32Array:
    """Give when something leaves from a stop, up to the first that leaves after the latest."""
    every = departures_from(lines, stop)
    low = np.searchsorted(every, earliest_ms)
    high = np.searchsorted(every, latest_ms) + 1
    return every[low:high]


def departures_from(lines: Lines, stop: int) -> Int32Array:
    """Give when something leaves from a stop that one may board, ascending, each time once."""
    times = [np.zeros(0, np.int32)]
    for call in range(lines.at_first[stop], lines.at_first[stop + 1]):
        line, position = lines.at_line[call], lines.at_position[call]
        at = lines.first[line] + position
        if at + 1 < lines.first[line + 1] and lines.boards[at]:
            trips = lines.trip_first[line + 1] - lines.trip_first[line]
            row = lines.time_first[line] + np.int64(position) * trips
            times.append(lines.departures_ms[row : row + trips])
    return np.unique(np.concatenate(times))
