"""Trips from door to door at every minute of a window, and what is usual among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.network.search import point_time_rows
from spatial.transit.raptor import earliest_arrivals
from spatial.units import MS_PER_MINUTE, UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.network.model import Connectors
    from spatial.transit.timetable import Timetable
    from spatial.units import Int32Array


def every_minute(start_ms: int, minutes: int) -> Int32Array:
    """Give the departures of a window, one a minute, the window's end left out."""
    return (start_ms + MS_PER_MINUTE * np.arange(minutes)).astype(np.int32)


def door_to_door(
    timetable: Timetable,
    access: tuple[Int32Array, Int32Array],
    egress: Connectors,
    on_foot_ms: Int32Array,
    departures_ms: Int32Array,
) -> Int32Array:
    """Find the time to some points at every departure: by timetable, or all the way on foot.

    Parameters
    ----------
    access : two int32 arrays, shape (ways,)
        Stops that one can walk to, and how long that takes.
    egress : Connectors
        Of the points: the stops that lead there, as `nodes`, and how long that takes from each.
    on_foot_ms : int32 array, shape (points,)

    Returns
    -------
    int32 array, shape (departures, points)
        Milliseconds, waiting included; `UNREACHABLE_MS` where no way leads.
    """
    arrived = earliest_arrivals(timetable, *access, departures_ms)
    there = point_time_rows(arrived, rows=np.arange(len(arrived)), targets=egress)
    taken = there.astype(np.int64) - departures_ms[:, None]
    taken[there == UNREACHABLE_MS] = UNREACHABLE_MS
    least: Int32Array = np.minimum(taken, on_foot_ms).astype(np.int32)
    return least


def within_share(times_ms: Int32Array, share: float) -> Int32Array:
    """Give the least time that is enough at a share of all departures.

    The median is the time that is enough at half of them. Where more than the rest of the
    departures lead nowhere, so does the answer: a service more never makes it longer.

    Parameters
    ----------
    times_ms : int32 array, shape (departures, points)
    share : float
        Above 0, at most 1.

    Returns
    -------
    int32 array, shape (points,)
    """
    row = int(np.ceil(share * len(times_ms))) - 1
    enough: Int32Array = np.partition(times_ms, row, axis=0)[row]
    return enough
