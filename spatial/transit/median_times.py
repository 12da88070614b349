"""Times from door to door that are enough at a share of all departures, for many pairs at once.

A pair's time at one departure is the least of the way along streets and of walk, rides and walk.
The rides come from tables per stop, so that no pair is searched for: the rows of the stops near a
home give when it gets to every stop at every departure, and a target adds the walks from its stops.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numba
import numpy as np

from spatial.times import on_every_core
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.network.model import Connectors
    from spatial.transit.rides import Rides
    from spatial.transit.table import Departures
    from spatial.units import BoolArray, Int32Array

_NEVER = int(UNREACHABLE_MS)
_HALF_NEVER = _NEVER // 2
"""Longer than any trip, and still more than nothing when a walk is added."""


@numba.njit(cache=True, nogil=True)
def _taken_to_stops(home, departures_ms, rides, to_stops, by_turn, taken, bounds):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Fill `taken`, shape (stops, departures), with how long after a departure one gets there."""
    first, events, arrivals = rides
    by_turn[:] = _HALF_NEVER
    for way in range(to_stops[0][home], to_stops[0][home + 1]):
        stop, walk = to_stops[1][way], to_stops[2][way]
        event = first[stop]
        for turn in range(len(departures_ms)):
            departure = departures_ms[turn]
            while event < first[stop + 1] and events[event] < departure + walk:
                event += 1
            if event == first[stop + 1]:
                break
            # "Never" less a time of the day is still longer than any trip.
            for other in range(arrivals.shape[1]):
                time = np.int32(arrivals[event, other] - departure)
                by_turn[turn, other] = min(by_turn[turn, other], time)
    least, most = bounds
    for other in range(len(least)):
        low, high = np.int32(_HALF_NEVER), np.int32(0)
        for turn in range(len(departures_ms)):
            time = by_turn[turn, other]
            taken[other, turn] = time
            low, high = min(low, time), max(high, time)
        least[other], most[other] = low, high


@numba.njit(cache=True, nogil=True)
def _enough(times, rank, low, high):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Give the least time that is enough at `rank` of the departures; none is under `low`."""
    while low < high:
        middle = np.int32(low + (high - low) // 2)
        count = np.int32(0)
        for turn in range(len(times)):
            count += np.int32(times[turn] <= middle)
        if count >= rank:
            high = middle
        else:
            low = middle + 1
    return low


@numba.njit(cache=True, nogil=True)
def _rows(homes, when, rides, walks, direct, asked, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    departures_ms, rank = when
    to_stops, from_stops = walks
    stops, turns = rides[2].shape[1], len(departures_ms)
    by_turn, taken = np.empty((turns, stops), np.int32), np.empty((stops, turns), np.int32)
    least, most = np.empty(stops, np.int32), np.empty(stops, np.int32)
    times = np.empty(turns, np.int32)
    for home in homes:
        known = False
        for point in range(out.shape[1]):
            if not asked[home, point]:
                continue
            if not known:
                _taken_to_stops(home, departures_ms, rides, to_stops, by_turn, taken, (least, most))
                known = True
            direct_ms = direct[home, point]
            low, high = np.int64(direct_ms), min(np.int64(direct_ms), np.int64(_HALF_NEVER))
            for way in range(from_stops[0][point], from_stops[0][point + 1]):
                stop, walk = from_stops[1][way], np.int64(from_stops[2][way])
                low = min(low, least[stop] + walk)
                high = min(high, most[stop] + walk)
            if low >= direct_ms or low >= _HALF_NEVER:
                out[home, point] = direct_ms
                continue
            times[:] = direct_ms
            for way in range(from_stops[0][point], from_stops[0][point + 1]):
                stop, walk = from_stops[1][way], from_stops[2][way]
                # A stop that is later at its best than another at its worst is of no use.
                if least[stop] + walk >= high and most[stop] + walk > high:
                    continue
                for turn in range(turns):
                    times[turn] = min(times[turn], np.int32(taken[stop, turn] + walk))
            found = _enough(times, rank, low, high)
            out[home, point] = found if found < _HALF_NEVER else direct_ms


def median_times(  # noqa: PLR0913 - from whom, how, to what, and which of it
    departures: Departures,
    rides: Rides,
    *,
    to_stops: Connectors,
    from_stops: Connectors,
    direct_ms: Int32Array,
    asked: BoolArray,
    out: Int32Array,
) -> None:
    """Fill `out` with the time that is enough at the wanted share of departures.

    Where more than the rest of the departures lead nowhere, the time is that along streets, perhaps
    `UNREACHABLE_MS`: a service more never makes it longer.

    Parameters
    ----------
    to_stops : Connectors
        Of the homes: stops they get to along streets.
    from_stops : Connectors
        Of the targets: stops they are walked to from.
    direct_ms, out : int32 arrays, shape (homes, targets)
    asked : bool array, shape (homes, targets)
        Which pairs to work out; the others are left as they are.
    """
    homes = np.flatnonzero(asked.any(axis=1))
    tables = (rides.first, rides.events_ms, rides.arrivals_ms)
    walks = (to_stops.columns, from_stops.columns)

    def work(low: int, high: int) -> None:
        when = (departures.times_ms, departures.rank)
        _rows(homes[low:high], when, tables, walks, direct_ms, asked, out)

    on_every_core(work, len(homes))
