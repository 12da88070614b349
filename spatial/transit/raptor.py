"""Earliest arrivals over a timetable, line by line, compiled.

The rounds are those of RAPTOR (Delling, Pickard and Werneck 2015), and its range query: departures
are looked at from the last to the first, and what was found for a later one stands as a bound for
an earlier, since whoever leaves earlier may wait. Rounds go on until nothing gets better, so that
no number of changes is too many. Times are whole milliseconds: no answer depends on an order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numba
import numpy as np

from spatial.transit.sorted_times import first_not_before
from spatial.transit.timetable import MIRROR_MS
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.transit.timetable import Timetable
    from spatial.units import Int32Array

_NEVER = int(UNREACHABLE_MS)
# The lines that lower a time and list its stop stand three times below. As a function of their own
# they cost as much again as the whole search (`bin/bench transit`: 36 ms instead of 17).


@numba.njit(cache=True, nogil=True)
def _ride(lines, line, start, ready, arrived, alighted, is_alighted, count):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Ride a line from a position on; put the stops that are reached earlier than before last."""
    trips = lines.trip_first[line + 1] - lines.trip_first[line]
    trip = trips
    for at in range(lines.first[line] + start, lines.first[line + 1]):
        stop = lines.stops[at]
        row = lines.time_first[line] + np.int64(at - lines.first[line]) * trips
        if trip < trips and lines.alights[at]:
            time = lines.arrivals_ms[row + trip]
            if time < arrived[stop]:
                arrived[stop] = time
                if not is_alighted[stop]:
                    is_alighted[stop] = True
                    alighted[count] = stop
                    count += 1
        if (
            trip > 0
            and lines.boards[at]
            and ready[stop] != _NEVER
            and lines.departures_ms[row + trip - 1] >= ready[stop]
        ):
            trip = first_not_before(lines.departures_ms, row, row + trip, ready[stop]) - row
    return count


@numba.njit(cache=True, nogil=True)
def _arrivals(lines, changes, seeds, departures_ms, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, C901, PLR0912
    stop_count = len(lines.at_first) - 1
    line_count = len(lines.first) - 1
    ready = np.full(stop_count, _NEVER, np.int32)
    arrived = np.full(stop_count, _NEVER, np.int32)
    marked = np.empty(stop_count, np.int32)
    alighted = np.empty(stop_count, np.int32)
    is_marked = np.zeros(stop_count, np.bool_)
    is_alighted = np.zeros(stop_count, np.bool_)
    queue = np.empty(line_count, np.int32)
    start = np.full(line_count, -1, np.int32)
    for turn in range(len(departures_ms) - 1, -1, -1):
        count = 0
        for seed in range(len(seeds[0])):
            stop = seeds[0][seed]
            time = np.int64(departures_ms[turn]) + seeds[1][seed]
            if time < ready[stop]:
                ready[stop] = time
                if not is_marked[stop]:
                    is_marked[stop] = True
                    marked[count] = stop
                    count += 1
        while count > 0:
            queued = 0
            for k in range(count):
                is_marked[marked[k]] = False
                for call in range(lines.at_first[marked[k]], lines.at_first[marked[k] + 1]):
                    line, position = lines.at_line[call], lines.at_position[call]
                    if start[line] < 0:
                        start[line] = position
                        queue[queued] = line
                        queued += 1
                    elif position < start[line]:
                        start[line] = position
            got_off = 0
            for k in range(queued):
                line = queue[k]
                got_off = _ride(
                    lines, line, start[line], ready, arrived, alighted, is_alighted, got_off
                )
                start[line] = -1
            count = 0
            for k in range(got_off):
                is_alighted[alighted[k]] = False
                for way in range(changes[0][alighted[k]], changes[0][alighted[k] + 1]):
                    stop = changes[1][way]
                    time = np.int64(arrived[alighted[k]]) + changes[2][way]
                    if time < ready[stop]:
                        ready[stop] = time
                        if not is_marked[stop]:
                            is_marked[stop] = True
                            marked[count] = stop
                            count += 1
        out[turn] = arrived


def earliest_arrivals(
    timetable: Timetable, stops: Int32Array, times_ms: Int32Array, departures_ms: Int32Array
) -> Int32Array:
    """Find when one gets to every stop by at least one ride, for every departure.

    Parameters
    ----------
    stops, times_ms : int32 arrays, shape (ways,)
        Stops one can get to before the first ride, and how long that takes.
    departures_ms : int32 array, shape (departures,)
        When one sets out, ascending.

    Returns
    -------
    int32 array, shape (departures, stops)
        When one gets off there at the earliest, as a time of the day; `UNREACHABLE_MS` for never.

    Raises
    ------
    ValueError
        Where the departures do not ascend.
    """
    if (np.diff(departures_ms) < 0).any():
        message = "departures must ascend"
        raise ValueError(message)
    out = np.empty((len(departures_ms), timetable.stop_count), np.int32)
    seeds = stops.astype(np.int32), times_ms.astype(np.int32)
    _arrivals(timetable.lines, timetable.changes.columns, seeds, departures_ms, out)
    return out


def latest_departures(
    mirror: Timetable, stops: Int32Array, times_ms: Int32Array, arrivals_ms: Int32Array
) -> Int32Array:
    """Find when one must get on at every stop at the latest, for every time to be there.

    Parameters
    ----------
    mirror : Timetable
        Of mirrored trips, its changes turned round.
    stops, times_ms : int32 arrays, shape (ways,)
        Stops from which one gets there after the last ride, and how long that takes.
    arrivals_ms : int32 array, shape (arrivals,)
        When one must be there, ascending.

    Returns
    -------
    int32 array, shape (arrivals, stops)
        The latest time of the day to get on; -`UNREACHABLE_MS` for never.
    """
    departures = (MIRROR_MS - arrivals_ms[::-1].astype(np.int64)).astype(np.int32)
    found = earliest_arrivals(mirror, stops, times_ms, departures)[::-1]
    times = np.where(found == UNREACHABLE_MS, -np.int64(_NEVER), MIRROR_MS - found.astype(np.int64))
    return times.astype(np.int32)
