"""How often a line runs, and what it takes to make it run more or less often, or further."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.transit.timetable import Trips, all_trips, some_trips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spatial.network.edits import Call, ServiceChange
    from spatial.transit.table import TransitTable
    from spatial.units import BoolArray, Int32Array, Int64Array

SAME_END_M: Final = 100.0
"""A line may begin and end at two sides of a road."""


def starts_ms(trips: Trips) -> Int64Array:
    """Give when each trip leaves its first stop."""
    return trips.departures_ms[trips.first[:-1]].astype(np.int64)


def directions(table: TransitTable, line: int) -> list[Int64Array]:
    """Give the trips of a line by the way they go: as most of them do, and against it."""
    rows = np.flatnonzero(table.line_of == line)
    if len(rows) == 0:
        return []
    ends = table.trips.stops[np.stack((table.trips.first[rows], table.trips.first[rows + 1] - 1))]
    ahead = table.xy[ends[1]] - table.xy[ends[0]]
    usual = ahead[_usual(ends)]
    back = ahead @ usual < 0
    return [rows[way] for way in (~back, back) if way.any()]


def _usual(ends: Int32Array) -> int:
    """Give a trip between the two ends that most trips run between; the first of equals."""
    _, first, counts = np.unique(ends, axis=1, return_index=True, return_counts=True)
    best = np.flatnonzero(counts == counts.max())
    return int(first[best].min())


def usual_headway_ms(table: TransitTable, line: int, from_ms: int, until_ms: int) -> int | None:
    """Give the mean time between two trips the same way within some hours; None for no two."""
    gaps: list[int] = []
    for rows in directions(table, line):
        starts = np.sort(starts_ms(some_trips(table.trips, rows)))
        gaps += np.diff(starts[(starts >= from_ms) & (starts < until_ms)]).tolist()
    return round(sum(gaps) / len(gaps)) if gaps else None


def filled(table: TransitTable, change: ServiceChange) -> Trips:
    """Give trips that fill the gaps of a line, each like the trip before it or the first after."""
    found = []
    for rows in directions(table, change.line):
        trips = some_trips(table.trips, rows)
        starts = starts_ms(trips)
        order = np.argsort(starts, kind="stable")
        for time in _missing(starts[order], change):
            before = int(np.searchsorted(starts[order], time, side="right")) - 1
            like = order[max(before, 0)]
            found.append(_shifted(some_trips(trips, np.array([like])), time - int(starts[like])))
    return all_trips(*found) if found else some_trips(table.trips, np.zeros(0, np.int64))


def _missing(starts: Int64Array, change: ServiceChange) -> list[int]:
    """Give the times at which a trip is missing, so that no gap within the hours is longer."""
    headway = change.headway_ms
    assert headway is not None  # noqa: S101 - only what has one is filled
    inside = starts[(starts >= change.from_ms) & (starts < change.until_ms)].tolist()
    if not inside:
        return list(range(change.from_ms, change.until_ms, headway))
    found = list(range(inside[0] - headway, change.from_ms - 1, -headway))
    for one, two in pairwise(inside):
        parts = -(-(two - one) // headway)
        found += [one + (two - one) * part // parts for part in range(1, parts)]
    found += list(range(inside[-1] + headway, change.until_ms, headway))
    return sorted(found)


def thinned(table: TransitTable, change: ServiceChange) -> BoolArray:
    """Tell which trips stay where a line runs less often: none sooner after the one before."""
    kept = np.ones(len(table.trips), np.bool_)
    for rows in directions(table, change.line):
        starts = starts_ms(some_trips(table.trips, rows))
        last = None
        for row in np.argsort(starts, kind="stable").tolist():
            time = int(starts[row])
            if not change.from_ms <= time < change.until_ms:
                continue
            if last is not None and time - last < (change.headway_ms or 0):
                kept[rows[row]] = False
            else:
                last = time
    return kept


def _shifted(trips: Trips, by_ms: int) -> Trips:
    return Trips(
        trips.first,
        trips.stops,
        (trips.arrivals_ms + by_ms).astype(np.int32),
        (trips.departures_ms + by_ms).astype(np.int32),
        trips.boards,
        trips.alights,
    )


def ends_at(table: TransitTable, line: int, call: Call) -> bool:
    """Tell whether some trips of a line begin or end at a place."""
    begins, ends = _at_its_ends(table, np.flatnonzero(table.line_of == line), call)
    return bool(begins.any() or ends.any())


def _at_its_ends(table: TransitTable, rows: Int64Array, call: Call) -> tuple[BoolArray, BoolArray]:
    there = np.hypot(table.xy[:, 0] - call.x, table.xy[:, 1] - call.y) <= SAME_END_M
    trips = table.trips
    return there[trips.stops[trips.first[rows]]], there[trips.stops[trips.first[rows + 1] - 1]]


def extended(
    table: TransitTable, change: ServiceChange, stops: Sequence[int]
) -> tuple[BoolArray, Trips]:
    """Lengthen the trips that begin or end where an extension does.

    Parameters
    ----------
    stops : sequence of int
        Rows of the extension's stops after the first.

    Returns
    -------
    bool array, shape (trips,), and Trips
        Those that become others, and what they become, in the same order.
    """
    rows = np.flatnonzero(table.line_of == change.line)
    begins, ends = _at_its_ends(table, rows, change.extension[0])
    away = np.array(stops, np.int32), np.array(change.offsets_ms[1:], np.int64)
    found = [
        _longer(some_trips(table.trips, np.array([row])), *away, before=first, after=last)
        for row, first, last in zip(rows, begins, ends, strict=True)
        if first or last
    ]
    becomes = np.zeros(len(table.trips), np.bool_)
    becomes[rows[begins | ends]] = True
    return becomes, all_trips(*found) if found else some_trips(table.trips, rows[:0])


def _longer(
    trip: Trips, stops: Int32Array, offsets_ms: Int64Array, *, before: bool, after: bool
) -> Trips:
    parts = [(trip.stops, trip.arrivals_ms, trip.departures_ms)]
    boards, alights = trip.boards.copy(), trip.alights.copy()
    if after:
        times = (int(trip.arrivals_ms[-1]) + offsets_ms).astype(np.int32)
        parts.append((stops, times, times))
        boards[-1] = alights[-1]
    if before:
        times = (int(trip.departures_ms[0]) - offsets_ms[::-1]).astype(np.int32)
        parts.insert(0, (stops[::-1], times, times))
        alights[0] = boards[0]
    around = (len(stops) * before, len(stops) * after)
    opens = bool((trip.boards | trip.alights).any())
    calls = [np.concatenate([part[column] for part in parts]) for column in range(3)]
    return Trips(
        np.array([0, len(calls[0])], np.int64),
        calls[0],
        calls[1],
        calls[2],
        np.pad(boards, around, constant_values=opens),
        np.pad(alights, around, constant_values=opens),
    )
