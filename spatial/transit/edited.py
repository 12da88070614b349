"""A day's timetable with a drawing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from spatial.network.model import Connectors
from spatial.transit.passing import PASSING_M, distance_to_legs
from spatial.transit.repeating import extended, filled, thinned
from spatial.transit.timetable import Trips, all_trips, some_trips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.network.edits import Call, DrawnService, NewStop, ServiceChange, TransitEdits
    from spatial.transit.table import TransitTable
    from spatial.units import BoolArray, Float64Array, Int32Array, Int64Array

SAME_STOP_CHANGE_MS = 60_000
"""Off one vehicle and on to the next at a drawn stop."""


def drawn_stops(edits: TransitEdits) -> Float64Array:
    """Give the places of all drawn stops, each once, shape (drawn stops, 2)."""
    places = dict.fromkeys((call.x, call.y) for call in _calls(edits) if call.stop is None)
    return np.array(sorted(places), np.float64).reshape(-1, 2)


def _calls(edits: TransitEdits) -> Iterator[Call]:
    for service in edits.services:
        yield from service.calls
    yield from (new.call for new in edits.new_stops)
    yield from (moved.call for moved in edits.moved_stops)
    for change in edits.changes:
        yield from change.extension


def edited(table: TransitTable, edits: TransitEdits) -> TransitTable:
    """Give the timetable of a drawing; the drawn stops are its last."""
    rows = RowsOfCalls(table, edits)
    result = _with_stops(table, drawn_stops(edits))
    # How often a line runs is a matter of its own trips, before they go further or call elsewhere.
    for change in sorted(edits.changes, key=_feature):
        if change.headway_ms is not None and change.fills:
            more = filled(result, change)
            result = _beside(result, more, np.full(len(more), change.line, np.int32))
    for change in sorted(edits.changes, key=_feature):
        if change.headway_ms is not None and not change.fills:
            result = _some(result, thinned(result, change))
    if edits.new_stops:
        result = _called_at(result, [(new, rows.of(new.call)) for new in edits.new_stops])
    for change in sorted(edits.changes, key=_feature):
        if change.extension:
            stops = [rows.of(call) for call in change.extension[1:]]
            result = _instead(result, *extended(result, change, stops))
    for service in sorted(edits.services, key=_feature):
        result = _with_service(result, service, [rows.of(call) for call in service.calls])
    moves = {moved.stop: rows.of(moved.call) for moved in edits.moved_stops}
    return _closed(_moved(result, moves), edits.closed_stops)


def _feature(edit: ServiceChange | DrawnService) -> str:
    return edit.feature


class RowsOfCalls:
    """Finds the row of a call in the timetable with the drawn stops."""

    __slots__ = ("_drawn",)

    def __init__(self, table: TransitTable, edits: TransitEdits) -> None:
        places = drawn_stops(edits).tolist()
        self._drawn = {(x, y): len(table.ids) + row for row, (x, y) in enumerate(places)}

    def of(self, call: Call) -> int:
        """Give the row of a call."""
        return self._drawn[call.x, call.y] if call.stop is None else call.stop


def _with_stops(table: TransitTable, xy: Float64Array) -> TransitTable:
    count, known = len(xy), len(table.ids)
    ends = np.arange(1, count + 1, dtype=np.int32) + table.changes.indptr[-1]
    return replace(
        table,
        ids=(*table.ids, *(f"drawn {row}" for row in range(count))),
        names=(*table.names, *("" for _ in range(count))),
        xy=np.vstack((table.xy.reshape(-1, 2), xy)),
        near=np.append(table.near, np.ones(count, np.bool_)),
        changes=Connectors(
            np.append(table.changes.indptr, ends).astype(np.int32),
            np.append(table.changes.nodes, np.arange(known, known + count)).astype(np.int32),
            np.append(table.changes.times_ms, np.full(count, SAME_STOP_CHANGE_MS)).astype(np.int32),
        ),
    )


def _beside(table: TransitTable, trips: Trips, line_of: Int32Array) -> TransitTable:
    return replace(
        table,
        trips=all_trips(table.trips, trips),
        line_of=np.append(table.line_of, line_of).astype(np.int32),
    )


def _some(table: TransitTable, kept: BoolArray) -> TransitTable:
    rows = np.flatnonzero(kept)
    return replace(table, trips=some_trips(table.trips, rows), line_of=table.line_of[rows])


def _instead(table: TransitTable, becomes: BoolArray, trips: Trips) -> TransitTable:
    return _beside(_some(table, ~becomes), trips, table.line_of[becomes])


def _with_service(table: TransitTable, service: DrawnService, stops: list[int]) -> TransitTable:
    """Let a line run to and fro; a stop that is drawn twice in a row is one."""
    forth = np.array(stops, np.int32)
    offsets = np.array(service.offsets_ms, np.int64)
    trips = []
    for way, times in ((forth, offsets), (forth[::-1], offsets[-1] - offsets[::-1])):
        kept = np.append(True, way[1:] != way[:-1])
        if kept.sum() > 1:
            trips += [_trip(way[kept], times[kept] + start) for start in service.starts_ms]
    named = replace(
        table,
        line_ids=(*table.line_ids, service.feature),
        lines=(*table.lines, service.name),
        on_rails=np.append(table.on_rails, values=False),
        drawn_lines=table.drawn_lines + 1,
    )
    if not trips:
        return named
    return _beside(named, all_trips(*trips), np.full(len(trips), len(table.lines), np.int32))


def _trip(stops: Int32Array, times_ms: Int64Array) -> Trips:
    open_everywhere = np.ones(len(stops), np.bool_)
    times = times_ms.astype(np.int32)
    first = np.array([0, len(stops)], np.int64)
    return Trips(first, stops, times, times, open_everywhere, open_everywhere)


def _called_at(table: TransitTable, new: list[tuple[NewStop, int]]) -> TransitTable:
    """Let the trips that pass call at new stops, at the time they pass them."""
    lines = frozenset().union(*(stop.lines for stop, _ in new))
    rows = np.flatnonzero(np.isin(table.line_of, sorted(lines)))
    becomes = np.zeros(len(table.trips), np.bool_)
    found = []
    for row in rows.tolist():
        trip = some_trips(table.trips, np.array([row]))
        here = [(stop, at) for stop, at in new if int(table.line_of[row]) in stop.lines]
        calls = [call for stop, at in here for call in _passed(table, trip, stop, at)]
        if calls:
            becomes[row] = True
            found.append(_with_calls(trip, sorted(calls)))
    return _instead(table, becomes, all_trips(*found)) if found else table


def _passed(
    table: TransitTable, trip: Trips, new: NewStop, row: int
) -> Iterator[tuple[int, int, int]]:
    """Give where among a trip's calls, when, and at which stop, if it passes at all."""
    one, two = trip.stops[:-1], trip.stops[1:]
    place = (new.call.x, new.call.y)
    away_m = distance_to_legs(table.xy[one], table.xy[two], place)
    away_m[~(table.near[one] & table.near[two])] = np.inf
    at = int(np.argmin(away_m))
    if away_m[at] > PASSING_M:
        return
    to, on = (float(np.hypot(*(table.xy[stop] - place))) for stop in (one[at], two[at]))
    left, reached = int(trip.departures_ms[at]), int(trip.arrivals_ms[at + 1])
    share = to / (to + on) if to + on > 0.0 else 0.0
    yield at + 1, left + int((reached - left) * share), row


def _with_calls(trip: Trips, calls: list[tuple[int, int, int]]) -> Trips:
    places, times, stops = (np.array(column) for column in zip(*calls, strict=True))
    # Whoever may get on and off nowhere may not at a new stop either.
    opens = bool((trip.boards | trip.alights).any())
    return Trips(
        np.array([0, len(trip.stops) + len(calls)], np.int64),
        np.insert(trip.stops, places, stops),
        np.insert(trip.arrivals_ms, places, times),
        np.insert(trip.departures_ms, places, times),
        np.insert(trip.boards, places, values=opens),
        np.insert(trip.alights, places, values=opens),
    )


def _moved(table: TransitTable, moves: dict[int, int]) -> TransitTable:
    if not moves:
        return table
    row_of = np.arange(len(table.ids), dtype=np.int32)
    for old, new in moves.items():
        row_of[old] = new
    return replace(table, trips=replace(table.trips, stops=row_of[table.trips.stops]))


def _closed(table: TransitTable, stops: frozenset[int]) -> TransitTable:
    if not stops:
        return table
    open_there = ~np.isin(table.trips.stops, sorted(stops))
    return replace(
        table,
        trips=replace(
            table.trips,
            boards=table.trips.boards & open_there,
            alights=table.trips.alights & open_there,
        ),
    )
