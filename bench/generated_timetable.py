"""A metropolis by public transport: ten thousand stops, sixty thousand trips on a weekday."""

from __future__ import annotations

from typing import Final

import numpy as np

from spatial.network.model import Connectors
from spatial.transit.timetable import Trips

SIDE: Final = 100
"""Stops along a side of the square grid that the city is."""
CALLS: Final = 25
LINES: Final = 1_000
TRIPS_A_LINE: Final = 60
DAY_MS: Final = 20 * 3_600_000
FIRST_MS: Final = 5 * 3_600_000
LEG_MS: Final = (60_000, 150_000)
CHANGE_MS: Final = 60_000
NEXT_STOP_MS: Final = 300_000
"""Walking to a neighbouring stop, 400 m away."""
SEED: Final = 6


def stop_count() -> int:
    """Give the number of stops."""
    return SIDE * SIDE


def metropolis() -> Trips:
    """Give lines that wander over the grid, half of them inwards and half outwards."""
    chance = np.random.default_rng(SEED)
    stops, times = [], []
    for line in range(LINES):
        way = _wander(chance)
        way = way if line % 2 == 0 else way[::-1]
        legs = np.concatenate(([0], np.cumsum(chance.integers(*LEG_MS, CALLS - 1))))
        starts = FIRST_MS + np.sort(chance.choice(DAY_MS, TRIPS_A_LINE, replace=False))
        stops.append(np.tile(way, TRIPS_A_LINE))
        times.append((starts[:, None] + legs).ravel())
    calls = np.concatenate(stops).astype(np.int32)
    moments = np.concatenate(times).astype(np.int32)
    everywhere = np.ones(len(calls), np.bool_)
    first = np.arange(0, len(calls) + 1, CALLS, dtype=np.int64)
    return Trips(first, calls, moments, moments, everywhere, everywhere)


def changes() -> Connectors:
    """Give a minute at a stop, and five to walk to each of its neighbours."""
    column, row = np.arange(stop_count()) % SIDE, np.arange(stop_count()) // SIDE
    tails, heads, taken = [np.arange(stop_count())], [np.arange(stop_count())], [CHANGE_MS]
    for across, up in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        inside = (
            (column + across >= 0) & (column + across < SIDE) & (row + up >= 0) & (row + up < SIDE)
        )
        tails.append(np.flatnonzero(inside))
        heads.append(np.flatnonzero(inside) + across + SIDE * up)
        taken.append(NEXT_STOP_MS)
    times = np.repeat(taken, [len(part) for part in tails])
    tail, head = np.concatenate(tails), np.concatenate(heads)
    order = np.lexsort((head, tail))
    indptr = np.concatenate(([0], np.cumsum(np.bincount(tail, minlength=stop_count()))))
    return Connectors(
        indptr.astype(np.int32), head[order].astype(np.int32), times[order].astype(np.int32)
    )


def _wander(chance: np.random.Generator) -> np.ndarray:
    """Give a way of neighbouring stops from anywhere towards the middle, with turns on it."""
    column, row = chance.integers(0, SIDE, 2).tolist()
    across, up = (1 if place < SIDE // 2 else -1 for place in (column, row))
    way = []
    for turns in chance.random(CALLS) < 0.5:  # noqa: PLR2004 - half and half
        way.append(column + SIDE * row)
        column, row = (column + across, row) if turns else (column, row + up)
    return np.array(way, np.int64)
