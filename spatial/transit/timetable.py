"""One day's timetable as flat arrays: trips that never overtake each other are a line.

Times are whole milliseconds after midnight of the day; a trip that began the evening before has
negative ones, and a night's trip has more than 24 hours.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from spatial.errors import InvalidTimetable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spatial.network.model import Connectors
    from spatial.units import BoolArray, Int32Array, Int64Array

LEAST_CALLS: Final = 2
"""A trip goes from somewhere to somewhere else."""
MIRROR_MS: Final = 2**30
"""Where time is turned round; later than any trip by more than a week."""


@dataclass(frozen=True, slots=True)
class Trips:
    """Trips, one call after the other.

    Parameters
    ----------
    first : int64 array, shape (trips + 1,)
        Where the calls of each trip begin; the last is where all end.
    stops : int32 array, shape (calls,)
    arrivals_ms, departures_ms : int32 array, shape (calls,)
    boards, alights : bool array, shape (calls,)
        Whether passengers may get on, and off.
    """

    first: Int64Array
    stops: Int32Array
    arrivals_ms: Int32Array
    departures_ms: Int32Array
    boards: BoolArray
    alights: BoolArray

    def __len__(self) -> int:
        """Give the number of trips."""
        return len(self.first) - 1


class Lines(NamedTuple):
    """What a search walks on.

    Parameters
    ----------
    first : int32 array, shape (lines + 1,)
        Where the positions of each line begin in ``stops``, ``boards`` and ``alights``.
    trip_first : int32 array, shape (lines + 1,)
        Where its trips begin in ``trips``.
    time_first : int64 array, shape (lines,)
        Where its times begin: those of all its trips at the first position, then at the second.
        Down a position both arrivals and departures only grow.
    trips : int32 array, shape (trips,)
        Row of each trip as it was given.
    at_first, at_line, at_position : int32 arrays
        The lines that call at each stop, in sparse rows.
    """

    first: Int32Array
    stops: Int32Array
    boards: BoolArray
    alights: BoolArray
    trip_first: Int32Array
    time_first: Int64Array
    arrivals_ms: Int32Array
    departures_ms: Int32Array
    trips: Int32Array
    at_first: Int32Array
    at_line: Int32Array
    at_position: Int32Array


@dataclass(frozen=True, slots=True)
class Timetable:
    """Lines and the ways between their stops; never changed after it is built.

    Parameters
    ----------
    changes : Connectors
        From each stop, where one has got off, to the stops where one may then get on, and how long
        that takes; a stop itself is among them where changing there is allowed.
    """

    stop_count: int
    lines: Lines
    changes: Connectors

    @property
    def nbytes(self) -> int:
        """Give the bytes that its arrays hold."""
        return sum(part.nbytes for part in (*self.lines, *self.changes.columns))


def build_timetable(stop_count: int, trips: Trips, changes: Connectors) -> Timetable:
    """Put trips into lines.

    Raises
    ------
    InvalidTimetable
        Columns of unequal length, unknown stops, times that run backwards; all of them at once.
    """
    faults = tuple(_faults(stop_count, trips, changes))
    if faults:
        raise InvalidTimetable(faults)
    groups = [line for alike in _alike(trips) for line in _in_order(trips, alike)]
    return Timetable(stop_count, _lines(stop_count, trips, groups), changes)


def with_more(timetable: Timetable, stop_count: int, more: Trips) -> Timetable:
    """Put more trips beside those of a timetable, whose lines stay as they are.

    Parameters
    ----------
    stop_count : int
        Stops that only the added trips call at come after the others.
    more : Trips
        Their rows count on from those that are there.
    """
    none = replace(
        timetable.changes,
        indptr=np.zeros(stop_count + 1, np.int32),
        nodes=timetable.changes.nodes[:0],
        times_ms=timetable.changes.times_ms[:0],
    )
    lines, added = timetable.lines, build_timetable(stop_count, more, none).lines
    stops = np.concatenate((lines.stops, added.stops))
    first = np.concatenate((lines.first, added.first[1:] + lines.first[-1]))
    line_of = np.repeat(np.arange(len(first) - 1), np.diff(first))
    by_stop = np.argsort(stops, kind="stable")
    called = np.bincount(stops, minlength=stop_count)
    together = Lines(
        first,
        stops,
        np.concatenate((lines.boards, added.boards)),
        np.concatenate((lines.alights, added.alights)),
        np.concatenate((lines.trip_first, added.trip_first[1:] + lines.trip_first[-1])),
        np.concatenate((lines.time_first, added.time_first + len(lines.arrivals_ms))),
        np.concatenate((lines.arrivals_ms, added.arrivals_ms)),
        np.concatenate((lines.departures_ms, added.departures_ms)),
        np.concatenate((lines.trips, added.trips + len(lines.trips))).astype(np.int32),
        np.concatenate(([0], np.cumsum(called))).astype(np.int32),
        line_of[by_stop].astype(np.int32),
        (np.arange(len(stops)) - first[line_of])[by_stop].astype(np.int32),
    )
    return Timetable(stop_count, together, timetable.changes)


def mirrored(trips: Trips) -> Trips:
    """Turn time round, so that what led from a stop now leads to it.

    A search for the earliest arrival among mirrored trips finds the latest departure.
    """
    lengths = np.diff(trips.first)
    ends = np.repeat(trips.first[:-1] + trips.first[1:] - 1, lengths)
    back = ends - np.arange(len(trips.stops))
    return Trips(
        trips.first,
        trips.stops[back],
        (MIRROR_MS - trips.departures_ms[back].astype(np.int64)).astype(np.int32),
        (MIRROR_MS - trips.arrivals_ms[back].astype(np.int64)).astype(np.int32),
        trips.alights[back],
        trips.boards[back],
    )


def some_trips(trips: Trips, rows: Int64Array) -> Trips:
    """Pick trips, in the order of their rows."""
    lengths = np.diff(trips.first)[rows]
    first = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
    calls = np.repeat(trips.first[rows] - first[:-1], lengths) + np.arange(first[-1])
    return Trips(
        first,
        trips.stops[calls],
        trips.arrivals_ms[calls],
        trips.departures_ms[calls],
        trips.boards[calls],
        trips.alights[calls],
    )


def all_trips(*parts: Trips) -> Trips:
    """Put the trips of several tables one after another."""
    lengths = np.concatenate([np.diff(part.first) for part in parts])
    return Trips(
        np.concatenate(([0], np.cumsum(lengths))).astype(np.int64),
        np.concatenate([part.stops for part in parts]),
        np.concatenate([part.arrivals_ms for part in parts]),
        np.concatenate([part.departures_ms for part in parts]),
        np.concatenate([part.boards for part in parts]),
        np.concatenate([part.alights for part in parts]),
    )


def _faults(stop_count: int, trips: Trips, changes: Connectors) -> Iterator[str]:
    shape = list(_shape_faults(trips))
    yield from shape
    yield from _change_faults(stop_count, changes)
    if not shape:
        yield from _call_faults(stop_count, trips)


def _shape_faults(trips: Trips) -> Iterator[str]:
    calls = len(trips.stops)
    for name in ("arrivals_ms", "departures_ms", "boards", "alights"):
        if len(getattr(trips, name)) != calls:
            yield f"trips: {name} has {len(getattr(trips, name))} calls, stops have {calls}"
    if trips.first[0] != 0 or trips.first[-1] != calls or (np.diff(trips.first) < 0).any():
        yield "trips: first does not run from 0 to the number of calls"


def _change_faults(stop_count: int, changes: Connectors) -> Iterator[str]:
    if len(changes.indptr) != stop_count + 1:
        yield f"changes are of {len(changes.indptr) - 1} stops, there are {stop_count}"
    if ((changes.nodes < 0) | (changes.nodes >= stop_count)).any():
        yield "changes lead to a stop that is not there"
    if (changes.times_ms < 0).any():
        yield "a change takes less than no time"


def _call_faults(stop_count: int, trips: Trips) -> Iterator[str]:
    trip_of = np.repeat(np.arange(len(trips)), np.diff(trips.first))
    for trip in np.flatnonzero(np.diff(trips.first) < LEAST_CALLS):
        yield f"trip {trip} calls at fewer than {LEAST_CALLS} stops"
    for call in np.flatnonzero((trips.stops < 0) | (trips.stops >= stop_count)):
        yield f"trip {trip_of[call]} calls at stop {trips.stops[call]}, which is not there"
    early, late = trips.arrivals_ms, trips.departures_ms
    for call in np.flatnonzero(late < early):
        yield f"trip {trip_of[call]} leaves stop {trips.stops[call]} before it gets there"
    goes_on = trip_of[1:] == trip_of[:-1]
    for call in np.flatnonzero(goes_on & (early[1:] < late[:-1])) + 1:
        yield f"trip {trip_of[call]} gets to stop {trips.stops[call]} before it left the last one"


def _alike(trips: Trips) -> Iterable[list[int]]:
    """Group trips that call at the same stops and let people on and off at the same ones."""
    groups: dict[bytes, list[int]] = defaultdict(list)
    words = trips.stops.astype(np.int64) * 4 + trips.boards * 2 + trips.alights
    for trip in range(len(trips)):
        groups[words[trips.first[trip] : trips.first[trip + 1]].tobytes()].append(trip)
    return groups.values()


def _in_order(trips: Trips, alike: list[int]) -> list[list[int]]:
    """Deal trips of one pattern into lines in which none overtakes another."""
    length = int(trips.first[alike[0] + 1] - trips.first[alike[0]])
    calls = trips.first[alike][:, None] + np.arange(length)
    times = np.stack((trips.arrivals_ms[calls], trips.departures_ms[calls]), axis=2)
    times = times.reshape(len(alike), -1)
    order = np.lexsort(times.T[::-1])
    lines: list[list[int]] = []
    last: list[np.ndarray] = []
    for row in order.tolist():
        for line, before in enumerate(last):
            if (before <= times[row]).all():
                lines[line].append(alike[row])
                last[line] = times[row]
                break
        else:
            lines.append([alike[row]])
            last.append(times[row])
    return lines


def _lines(stop_count: int, trips: Trips, groups: list[list[int]]) -> Lines:
    heads = np.array([line[0] for line in groups], np.int64)
    lengths = trips.first[heads + 1] - trips.first[heads]
    counts = np.array([len(line) for line in groups], np.int64)
    pattern = some_trips(trips, heads)
    order = np.array([trip for line in groups for trip in line], np.int64)
    trip_first = np.concatenate(([0], np.cumsum(counts)))
    sizes = counts * lengths
    time_first = np.concatenate(([0], np.cumsum(sizes)))[:-1]
    calls = np.concatenate(
        [
            (trips.first[order[start:end]] + np.arange(length)[:, None]).ravel()
            for start, end, length in zip(trip_first[:-1], trip_first[1:], lengths, strict=True)
        ]
        or [np.zeros(0, np.int64)]
    )
    line_of = np.repeat(np.arange(len(groups)), lengths)
    position = np.arange(len(pattern.stops)) - pattern.first[:-1][line_of]
    by_stop = np.argsort(pattern.stops, kind="stable")
    called = np.bincount(pattern.stops, minlength=stop_count)
    return Lines(
        pattern.first.astype(np.int32),
        pattern.stops,
        pattern.boards,
        pattern.alights,
        trip_first.astype(np.int32),
        time_first.astype(np.int64),
        trips.arrivals_ms[calls],
        trips.departures_ms[calls],
        order.astype(np.int32),
        np.concatenate(([0], np.cumsum(called))).astype(np.int32),
        line_of[by_stop].astype(np.int32),
        position[by_stop].astype(np.int32),
    )
