"""Two other ways to search a timetable, compiled as ours is; they search each minute by itself.

Connection scan is Dibbelt, Pajor, Strasser and Wagner's (2013). The time-dependent Dijkstra has a
node for each stop and one for each position of each line, and looks up the next trip on every arc.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numba
import numpy as np

from spatial.network.search import push, sink
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.network.model import Connectors
    from spatial.transit.timetable import Timetable, Trips
    from spatial.units import Int32Array

_NEVER = int(UNREACHABLE_MS)
_BITS = 32
Seeds = tuple["Int32Array", "Int32Array"]


class ConnectionScan:
    """A day's rides from stop to next stop, by when they leave."""

    def __init__(self, trips: Trips, changes: Connectors) -> None:
        trip_of = np.repeat(np.arange(len(trips)), np.diff(trips.first))
        legs = np.flatnonzero(trip_of[1:] == trip_of[:-1])
        legs = legs[np.argsort(trips.departures_ms[legs], kind="stable")]
        self._connections = (
            trips.stops[legs],
            trips.stops[legs + 1],
            trips.departures_ms[legs],
            trips.arrivals_ms[legs + 1],
            trip_of[legs],
        )
        self._trips = len(trips)
        self._changes = changes.columns

    def arrivals(self, seeds: Seeds, departures_ms: Int32Array) -> Int32Array:
        """Give when one gets off at every stop, shape (departures, stops)."""
        out = np.empty((len(departures_ms), len(self._changes[0]) - 1), np.int32)
        _scan(self._connections, self._trips, self._changes, seeds, departures_ms, out)
        return out


@numba.njit(cache=True)
def _scan(connections, trip_count, changes, seeds, departures, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    tails, heads, leave, reach, trips = connections
    ready = np.empty(out.shape[1], np.int32)
    aboard = np.empty(trip_count, np.bool_)
    for turn in range(len(departures)):
        ready[:] = _NEVER
        aboard[:] = False
        arrived = out[turn]
        arrived[:] = _NEVER
        for k in range(len(seeds[0])):
            ready[seeds[0][k]] = departures[turn] + seeds[1][k]
        for c in range(np.searchsorted(leave, departures[turn]), len(leave)):
            if not aboard[trips[c]] and ready[tails[c]] > leave[c]:
                continue
            aboard[trips[c]] = True
            stop = heads[c]
            if reach[c] < arrived[stop]:
                arrived[stop] = reach[c]
                for way in range(changes[0][stop], changes[0][stop + 1]):
                    then = reach[c] + changes[2][way]
                    ready[changes[1][way]] = min(ready[changes[1][way]], then)


def by_dijkstra(timetable: Timetable, seeds: Seeds, departures_ms: Int32Array) -> Int32Array:
    """Give when one gets off at every stop; for lines that stand nowhere and let everybody on."""
    ways = timetable.changes.columns
    out = np.empty((len(departures_ms), timetable.stop_count), np.int32)
    line_of = np.repeat(
        np.arange(len(timetable.lines.first) - 1, dtype=np.int32), np.diff(timetable.lines.first)
    )
    _dijkstra(timetable.lines, line_of, ways, seeds, departures_ms, out)
    return out


@numba.njit(cache=True)
def _dijkstra(lines, line_of, ways, seeds, departures, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Nodes are stops, where one is ready to get on, and positions of lines, where one rides."""
    stops, positions = out.shape[1], len(lines.stops)
    times = np.empty(stops + positions, np.int64)
    heap = np.empty(stops * 8 + positions * 4, np.int64)
    for turn in range(len(departures)):
        arrived = out[turn]
        arrived[:] = _NEVER
        times[:] = _NEVER
        size = 0
        for k in range(len(seeds[0])):
            times[seeds[0][k]] = departures[turn] + seeds[1][k]
            push(heap, size, (np.int64(times[seeds[0][k]]) << _BITS) | np.int64(seeds[0][k]))
            size += 1
        while size > 0:
            top = heap[0]
            sink(heap, size)
            size -= 1
            node, now = top & ((1 << _BITS) - 1), top >> _BITS
            if now > times[node]:
                continue
            if node < stops:
                for call in range(lines.at_first[node], lines.at_first[node + 1]):
                    at = stops + lines.first[lines.at_line[call]] + lines.at_position[call]
                    size = _ride_on(lines, line_of, at - stops, now, times, heap, size, stops)
                continue
            stop = lines.stops[node - stops]
            if now < arrived[stop]:
                arrived[stop] = now
                for way in range(ways[0][stop], ways[0][stop + 1]):
                    then = now + ways[2][way]
                    if then < times[ways[1][way]]:
                        times[ways[1][way]] = then
                        push(heap, size, (then << _BITS) | np.int64(ways[1][way]))
                        size += 1
            size = _ride_on(lines, line_of, node - stops, now, times, heap, size, stops)


@numba.njit(cache=True)
def _ride_on(lines, line_of, at, now, times, heap, size, stops):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Take the next trip from a position of a line to the position after it."""
    line = line_of[at]
    if at + 1 == lines.first[line + 1]:
        return size
    trips = lines.trip_first[line + 1] - lines.trip_first[line]
    row = lines.time_first[line] + np.int64(at - lines.first[line]) * trips
    trip = np.searchsorted(lines.departures_ms[row : row + trips], now)
    if trip == trips:
        return size
    then = np.int64(lines.arrivals_ms[row + trips + trip])
    if then < times[stops + at + 1]:
        times[stops + at + 1] = then
        push(heap, size, (then << _BITS) | np.int64(stops + at + 1))
        size += 1
    return size
