"""Rides over a metropolis's day: one to all, at every minute of two hours in the morning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from bench import generated_timetable
from bench.measurement import Result, in_turns, peak_mib
from bench.peers.timetable_search import ConnectionScan, by_dijkstra
from spatial.transit.raptor import earliest_arrivals
from spatial.transit.timetable import build_timetable
from spatial.transit.windows import every_minute
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Callable

    from spatial.units import Int32Array

TURNS: Final = 5
WINDOW_MS: Final = 7 * 3_600_000
MINUTES: Final = 120
MOST_S: Final = 0.050
MOST_BYTES: Final = 300_000_000
# The middle of the grid and what one walks to from there.
SEEDS: Final = (
    np.array([5050, 5051, 4950, 5150], np.int32),
    np.array([60_000, 240_000, 300_000, 330_000], np.int32),
)


def run() -> list[Result]:
    """Search by ourselves and by both peers, which must agree first."""
    trips, changes = generated_timetable.metropolis(), generated_timetable.changes()
    timetable = build_timetable(generated_timetable.stop_count(), trips, changes)
    scan, window = ConnectionScan(trips, changes), every_minute(WINDOW_MS, MINUTES)
    contenders: dict[str, Callable[[], Int32Array]] = {
        "Forbind": lambda: earliest_arrivals(timetable, *SEEDS, window),
        "connection scan": lambda: scan.arrivals(SEEDS, window),
        "time-dependent Dijkstra": lambda: by_dijkstra(timetable, SEEDS, window),
    }
    answers = [search() for search in contenders.values()]
    if not all(np.array_equal(answers[0], other) for other in answers[1:]):
        message = "the contenders do not agree"
        raise RuntimeError(message)
    timings = in_turns(contenders, TURNS)
    targets = {
        "one to all, 120 minutes, in 50 ms": timings[0].median_s <= MOST_S,
        "a day in 300 MB": timetable.nbytes <= MOST_BYTES,
    }
    notes = (
        (
            f"{generated_timetable.stop_count():,} stops, {len(trips):,} trips, "
            f"{len(trips.stops):,} calls in {len(timetable.lines.time_first):,} lines"
        ),
        f"{(answers[0][0] != UNREACHABLE_MS).mean():.0%} of the stops are reached",
        f"the day holds {timetable.nbytes / 1e6:.0f} MB",
    )
    return [Result("transit", "a generated metropolis", timings, targets, notes, peak_mib())]
