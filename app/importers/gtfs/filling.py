"""Times that a feed leaves out between two that it gives."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from pyproj import Geod

if TYPE_CHECKING:
    from spatial.units import Float64Array, Int64Array

_UNSAID: Final = -1
_EARTH: Final = Geod(ellps="WGS84")


def filled(
    first: Int64Array,
    arrivals_s: Int64Array,
    departures_s: Int64Array,
    lonlat: Float64Array,
    along: Float64Array,
) -> tuple[Int64Array, Int64Array]:
    """Fill in missing times at an even pace between the calls that have one.

    The way is what the feed measures along the shape, where it does so for all calls of the trip,
    and otherwise straight from stop to stop; calls at one place share the time evenly.

    Parameters
    ----------
    first : int64 array, shape (trips + 1,)
        Where the calls of each trip begin; the first and the last call of a trip have times.
    arrivals_s, departures_s : int64 arrays, shape (calls,)
        -1 where both are missing.
    lonlat : float64 array, shape (calls, 2)
    along : float64 array, shape (calls,)
        NaN where the feed does not say.

    Returns
    -------
    int64 arrays, shape (calls,)
        Whole seconds, rounded down.
    """
    arrivals, departures = arrivals_s.copy(), departures_s.copy()
    trip_of = np.repeat(np.arange(len(first) - 1), np.diff(first))
    for trip in np.unique(trip_of[arrivals_s == _UNSAID]):
        calls = slice(first[trip], first[trip + 1])
        known = np.flatnonzero(arrivals_s[calls] != _UNSAID)
        way = _way(lonlat[calls], along[calls])
        for before, after in pairwise(known.tolist()):
            between = np.arange(before + 1, after)
            if len(between) == 0:
                continue
            leaves, comes = departures_s[calls][before], arrivals_s[calls][after]
            length = way[after] - way[before]
            share = (
                (way[between] - way[before]) / length
                if length > 0
                else (between - before) / (after - before)
            )
            times = np.floor(leaves + share * (comes - leaves)).astype(np.int64)
            arrivals[calls][between] = times
            departures[calls][between] = times
    return arrivals, departures


def _way(lonlat: Float64Array, along: Float64Array) -> Float64Array:
    """Give how far each call of a trip is from its first."""
    if not np.isnan(along).any() and (np.diff(along) >= 0).all():
        return along
    _, _, lengths = _EARTH.inv(lonlat[:-1, 0], lonlat[:-1, 1], lonlat[1:, 0], lonlat[1:, 1])
    way: Float64Array = np.concatenate(([0.0], np.cumsum(np.nan_to_num(lengths))))
    return way
