"""Rides after a drawing, out of those before it: only what can be other is searched again.

Whoever stands at a stop for a departure gets everywhere as before, unless a change that is shorter
or longer now lets them catch another departure, or a drawn line brings them to one of its stops
sooner. Both are seen from the arrivals that are known; the first such stop decides.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numba
import numpy as np

from spatial.times import on_every_core
from spatial.transit.raptor import earliest_arrivals
from spatial.transit.rides import Rides, departures_from, events_between
from spatial.transit.sorted_times import first_not_before
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.network.edits import DrawnService
    from spatial.network.model import Connectors
    from spatial.transit.timetable import Timetable
    from spatial.units import BoolArray, Int32Array, Int64Array

_NEVER = int(UNREACHABLE_MS)


class _Ways:
    """Both ways of every drawn line as flat arrays: stops, offsets, and when trips begin.

    Stops are counted among the near ones.
    """

    __slots__ = ("first", "offsets_ms", "starts_first", "starts_ms", "stops")

    def __init__(self, ways: list[tuple[Int64Array, Int64Array, Int64Array]]) -> None:
        self.first = _ends([len(stops) for stops, _, _ in ways])
        self.stops = np.concatenate([stops for stops, _, _ in ways]).astype(np.int32)
        self.offsets_ms = np.concatenate([offsets for _, offsets, _ in ways]).astype(np.int32)
        self.starts_first = _ends([len(starts) for _, _, starts in ways])
        self.starts_ms = np.concatenate([starts for _, _, starts in ways]).astype(np.int32)

    @property
    def columns(self) -> tuple[Int64Array, Int32Array, Int32Array, Int64Array, Int32Array]:
        """Give the arrays as compiled code takes them."""
        return self.first, self.stops, self.offsets_ms, self.starts_first, self.starts_ms


def _ends(counts: list[int]) -> Int64Array:
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int64)


def rides_with_other_changes(
    base: Rides, before: Connectors, timetable: Timetable, near: Int64Array
) -> Rides:
    """Search again where another change lets somebody catch another departure.

    Parameters
    ----------
    before : Connectors
        The changes of `base`; those of `timetable` may be others between stops near.
    near : int64 array, shape (stops near,)
        Their rows among the timetable's.
    """
    old, new = _into_near(before, near), _into_near(timetable.changes, near)
    stops = np.flatnonzero([not _same_row(old, new, stop) for stop in range(len(near))])
    if len(stops) == 0:
        return base
    leaves = [departures_from(timetable.lines, int(near[stop])) for stop in stops]
    leaves_first = _ends([len(times) for times in leaves])
    together = np.concatenate([np.zeros(0, np.int32), *leaves])
    other = np.zeros(len(base.events_ms), np.bool_)

    def work(low: int, high: int) -> None:
        _catches_another(
            base.arrivals_ms[low:high],
            stops.astype(np.int64),
            old.columns,
            new.columns,
            leaves_first,
            together,
            other[low:high],
        )

    on_every_core(work, len(other))
    return _searched_again(base, timetable, near, other)


def _searched_again(base: Rides, timetable: Timetable, near: Int64Array, other: BoolArray) -> Rides:
    """Replace the rows of some departures by a search for them."""
    if not other.any():
        return base
    arrivals = base.arrivals_ms.copy()
    stop_of = np.repeat(np.arange(len(base.first) - 1), np.diff(base.first))
    chosen = np.unique(stop_of[other])
    there = np.zeros(1, np.int32)

    def work(low: int, high: int) -> None:
        for stop in chosen[low:high].tolist():
            rows = int(base.first[stop]) + np.flatnonzero(
                other[base.first[stop] : base.first[stop + 1]]
            )
            at = near[stop : stop + 1].astype(np.int32)
            found = earliest_arrivals(timetable, at, there, base.events_ms[rows])
            arrivals[rows] = found[:, near]

    on_every_core(work, len(chosen), a_thread=8)
    return replace(base, arrivals_ms=arrivals)


def rides_with_lines(
    base: Rides,
    timetable: Timetable,
    near: Int64Array,
    services: tuple[tuple[DrawnService, list[int]], ...],
    window: tuple[int, int],
) -> Rides | None:
    """Lay drawn lines over rides; None where that cannot be told from what is known.

    Parameters
    ----------
    base : Rides
        Of the stops that stand, with the changes of `timetable` between them.
    timetable : Timetable
        With the drawn lines; stops that are drawn are its last.
    near : int64 array, shape (stops near,)
        Those of `base`, then the drawn ones.
    services : tuple of (DrawnService, stops)
        The drawn lines with the rows of their stops.
    window : (int, int)
        Between these one gets to a first stop, milliseconds after midnight.
    """
    number = np.full(timetable.stop_count, -1, np.int64)
    number[near] = np.arange(len(near))
    ways = _ways_of(services, number)
    if ways is None:
        return base
    into = _into(timetable.changes, near)
    if (number[into.nodes[_rows_of(into, np.unique(ways.stops))]] < 0).any():
        return None
    into_near = replace(into, nodes=np.maximum(number[into.nodes], 0).astype(np.int32))
    known = len(base.first) - 1
    rides = _spread(base, timetable, near, window)
    stop_of = np.repeat(np.arange(len(near)), np.diff(rides.first)).astype(np.int64)
    caught = np.full((len(stop_of), len(ways.stops)), -1, np.int32)

    def look(low: int, high: int) -> None:
        _catches_drawn(
            rides.arrivals_ms[low:high],
            rides.events_ms[low:high],
            stop_of[low:high],
            into_near.columns,
            ways.columns,
            caught[low:high],
        )

    on_every_core(look, len(caught))
    _lower(rides.arrivals_ms, caught, _onwards(timetable, near, ways, caught))
    return _searched_from(rides, timetable, near, known)


def _ways_of(
    services: tuple[tuple[DrawnService, list[int]], ...], number: Int64Array
) -> _Ways | None:
    found = []
    for service, stops in services:
        starts = np.array(service.starts_ms, np.int64)
        if len(starts) == 0 or len(set(stops)) == 1:
            continue
        # A stop that is drawn twice in a row is one.
        kept = np.append(True, np.diff(stops) != 0)
        forth, offsets = number[stops][kept], np.array(service.offsets_ms, np.int64)[kept]
        found += [(forth, offsets, starts), (forth[::-1], offsets[-1] - offsets[::-1], starts)]
    return _Ways(found) if found else None


def _rows_of(into: Connectors, stops: Int32Array) -> Int64Array:
    parts = [np.arange(into.indptr[stop], into.indptr[stop + 1]) for stop in stops.tolist()]
    return np.concatenate([np.zeros(0, np.int64), *parts])


def _spread(base: Rides, timetable: Timetable, near: Int64Array, window: tuple[int, int]) -> Rides:
    """Give each departure of the drawn timetable the row of the old one that one waits for."""
    events = [events_between(timetable.lines, int(stop), *window) for stop in near]
    arrivals = np.full((sum(map(len, events)), len(near)), _NEVER, np.int32)
    known, row = len(base.first) - 1, 0
    for stop, own in enumerate(events):
        if stop < known:
            low, high = int(base.first[stop]), int(base.first[stop + 1])
            old = low + np.searchsorted(base.events_ms[low:high], own)
            there = old < high
            arrivals[row : row + len(own), :known][there] = base.arrivals_ms[old[there]]
        row += len(own)
    together = np.concatenate([np.zeros(0, np.int32), *events])
    return Rides(_ends([len(own) for own in events]), together, arrivals)


def _onwards(
    timetable: Timetable, near: Int64Array, ways: _Ways, caught: Int32Array
) -> list[tuple[int, Int32Array, Int32Array]]:
    """Give for each place one boards a drawn line at: which trips, and when one is where then."""
    columns = [
        (column, way)
        for way in range(len(ways.first) - 1)
        for column in range(int(ways.first[way]), int(ways.first[way + 1]) - 1)
    ]
    found: list[tuple[int, Int32Array, Int32Array] | None] = [None] * len(columns)

    def work(low: int, high: int) -> None:
        for at in range(low, high):
            column, way = columns[at]
            trips = np.unique(caught[:, column])
            trips = trips[trips >= 0]
            if len(trips):
                found[at] = (column, trips, _from_board(timetable, near, ways, way, column, trips))

    on_every_core(work, len(columns), a_thread=2)
    return [one for one in found if one is not None]


def _from_board(  # noqa: PLR0913, PLR0917 - the timetable, the line, where one boards and what
    timetable: Timetable,
    near: Int64Array,
    ways: _Ways,
    way: int,
    column: int,
    trips: Int32Array,
) -> Int32Array:
    """Give when one is at every stop near, having boarded some trips at a place, in their order."""
    later = slice(column + 1, int(ways.first[way + 1]))
    stops, rides_ms = ways.stops[later], ways.offsets_ms[later] - ways.offsets_ms[column]
    changes = timetable.changes
    rows = near[stops]
    ends = [np.arange(changes.indptr[row], changes.indptr[row + 1]) for row in rows.tolist()]
    walks = np.concatenate([np.zeros(0, np.int64), *ends])
    seeds = (
        changes.nodes[walks],
        changes.times_ms[walks] + np.repeat(rides_ms, [len(end) for end in ends]).astype(np.int32),
    )
    starts = ways.starts_ms[int(ways.starts_first[way]) + trips]
    boards = (starts + ways.offsets_ms[column]).astype(np.int32)
    found = earliest_arrivals(timetable, *seeds, boards)[:, near]
    for stop, ride in zip(stops.tolist(), rides_ms.tolist(), strict=True):
        found[:, stop] = np.minimum(found[:, stop], boards + ride)
    return found


def _lower(
    arrivals: Int32Array, caught: Int32Array, onwards: list[tuple[int, Int32Array, Int32Array]]
) -> None:
    """Lower the rows of those who board a drawn line by where it brings them."""
    for column, trips, there in onwards:
        rows = np.flatnonzero(caught[:, column] >= 0)
        which = np.searchsorted(trips, caught[rows, column])

        def work(
            low: int,
            high: int,
            rows: Int64Array = rows,
            which: Int64Array = which,
            there: Int32Array = there,
        ) -> None:
            _least(arrivals, rows[low:high], there, which[low:high])

        on_every_core(work, len(rows))


def _searched_from(rides: Rides, timetable: Timetable, near: Int64Array, known: int) -> Rides:
    """Search from the stops that are drawn; nothing was known of them."""
    there = np.zeros(1, np.int32)
    for stop in range(known, len(near)):
        rows = slice(int(rides.first[stop]), int(rides.first[stop + 1]))
        if rides.first[stop + 1] > rides.first[stop]:
            at = near[stop : stop + 1].astype(np.int32)
            found = earliest_arrivals(timetable, at, there, rides.events_ms[rows])
            rides.arrivals_ms[rows] = found[:, near]
    return rides


def _into(changes: Connectors, stops: Int64Array) -> Connectors:
    """Turn changes round: for each of some stops those that lead there, by where they are from."""
    count = len(changes.indptr) - 1
    start = np.repeat(np.arange(count), np.diff(changes.indptr))
    order = np.lexsort((start, changes.nodes))
    ends = np.zeros(count + 1, np.int64)
    np.cumsum(np.bincount(changes.nodes, minlength=count), out=ends[1:])
    lengths = ends[stops + 1] - ends[stops]
    indptr = _ends(lengths.tolist()).astype(np.int32)
    picked = np.repeat(ends[stops] - indptr[:-1], lengths) + np.arange(indptr[-1])
    rows = order[picked]
    return replace(
        changes,
        indptr=indptr,
        nodes=start[rows].astype(np.int32),
        times_ms=changes.times_ms[rows],
    )


def _into_near(changes: Connectors, near: Int64Array) -> Connectors:
    """Give the changes between stops near alone, turned round and numbered among them."""
    number = np.full(len(changes.indptr) - 1, -1, np.int64)
    number[near] = np.arange(len(near))
    into = _into(changes, near)
    from_near = number[into.nodes] >= 0
    row_of = np.repeat(np.arange(len(near)), np.diff(into.indptr))[from_near]
    return replace(
        into,
        indptr=_ends(np.bincount(row_of, minlength=len(near)).tolist()).astype(np.int32),
        nodes=number[into.nodes[from_near]].astype(np.int32),
        times_ms=into.times_ms[from_near],
    )


def _same_row(one: Connectors, two: Connectors, row: int) -> bool:
    a, b = slice(*one.indptr[row : row + 2]), slice(*two.indptr[row : row + 2])
    return np.array_equal(one.nodes[a], two.nodes[b]) and np.array_equal(
        one.times_ms[a], two.times_ms[b]
    )


@numba.njit(cache=True, nogil=True, inline="always")
def _ready(arrivals, into, stop):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Give when one can get on at a stop by the changes that lead there."""
    best = np.int64(_NEVER)
    for way in range(into[0][stop], into[0][stop + 1]):
        arrived = arrivals[into[1][way]]
        if arrived < _NEVER:
            best = min(best, np.int64(arrived) + into[2][way])
    return best


@numba.njit(cache=True, nogil=True)
def _catches_another(arrivals, stops, old, new, leaves_first, leaves, other):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Mark the rows for which another change makes another departure the first."""
    for row in range(len(arrivals)):
        for at in range(len(stops)):
            low, high = leaves_first[at], leaves_first[at + 1]
            was = _ready(arrivals[row], old, stops[at])
            now = _ready(arrivals[row], new, stops[at])
            if was != now and first_not_before(leaves, low, high, was) != first_not_before(
                leaves, low, high, now
            ):
                other[row] = True
                break


@numba.njit(cache=True, nogil=True)
def _catches_drawn(arrivals, events, stop_of, into, ways, caught):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Fill `caught`, shape (rows, places of all ways): the trip that is boarded there, -1 for none.

    A trip is boarded where none as early was boarded before on its way; nothing is where the line
    brings nobody anywhere sooner.
    """
    first, stops, offsets, starts_first, starts = ways
    for row in range(len(arrivals)):
        for way in range(len(first) - 1):
            low, high = starts_first[way], starts_first[way + 1]
            boarded, sooner = high, False
            for place in range(first[way], first[way + 1]):
                stop = stops[place]
                arrives = np.int64(starts[boarded]) + offsets[place] if boarded < high else _NEVER
                if arrives < arrivals[row, stop]:
                    sooner = True
                ready = _ready(arrivals[row], into, stop)
                if stop == stop_of[row]:
                    ready = min(ready, np.int64(events[row]))
                trip = first_not_before(starts, low, boarded, ready - offsets[place])
                if trip < boarded:
                    caught[row, place] = trip - low
                    boarded = trip
            if not sooner:
                caught[row, first[way] : first[way + 1]] = -1


@numba.njit(cache=True, nogil=True)
def _least(arrivals, rows, there, which):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    for k in range(len(rows)):
        for stop in range(arrivals.shape[1]):
            arrivals[rows[k], stop] = min(arrivals[rows[k], stop], there[which[k], stop])
