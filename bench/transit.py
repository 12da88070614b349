"""Rides over a metropolis's day: one to all, at every minute of two hours in the morning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from unittest.mock import patch

import numpy as np

from bench import generated_timetable, served_place
from bench.measurement import Result, in_turns, peak_mib
from bench.peers.timetable_search import ConnectionScan, by_dijkstra
from spatial.assess import AssessRequest, assess
from spatial.network.model import Mode
from spatial.transit import times
from spatial.transit.raptor import earliest_arrivals
from spatial.transit.table import Departures
from spatial.transit.timetable import build_timetable
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Callable

    from spatial.assessment import Assessment
    from spatial.city import City
    from spatial.units import BoolArray, Int32Array

TURNS: Final = 5
WINDOW: Final = Departures()
MOST_S: Final = 0.050
MOST_BYTES: Final = 300_000_000
MOST_LINE_S: Final = 0.300
# The middle of the grid and what one walks to from there.
SEEDS: Final = (
    np.array([5050, 5051, 4950, 5150], np.int32),
    np.array([60_000, 240_000, 300_000, 330_000], np.int32),
)


def run() -> list[Result]:
    """Search by ourselves and by both peers, which must agree first."""
    trips, changes = generated_timetable.metropolis(), generated_timetable.changes()
    timetable = build_timetable(generated_timetable.stop_count(), trips, changes)
    scan, window = ConnectionScan(trips, changes), WINDOW.times_ms
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
    found = Result("transit", "a generated metropolis", timings, targets, notes, peak_mib())
    return [found, _drawn_line()]


def _drawn_line() -> Result:
    """Answer a drawn line in an assessment, beside all rides and pairs worked out again."""
    city, area = served_place.place(), served_place.area()
    modes = (Mode.WALK, Mode.TRANSIT)
    request = AssessRequest(area, (served_place.drawn_line(),), modes=modes)
    contenders: dict[str, Callable[[], Assessment]] = {
        "Forbind": lambda: assess(city, request),
        "everything again": lambda: _everything_again(city, request),
    }
    one, other = (ask() for ask in contenders.values())
    if one.indicators != other.indicators or not one.ok:
        message = "what is worked out again is not what everything is"
        raise RuntimeError(message)
    timings = in_turns(contenders, TURNS)
    table = city.transit
    assert table is not None  # noqa: S101 - the place was made with one
    targets = {"a drawn line in 300 ms": timings[0].median_s <= MOST_LINE_S}
    notes = (
        (
            f"{len(city.homes.ids)} homes, {len(city.facilities.ids)} places to go to, "
            f"{int(table.near.sum())} stops, {len(table.trips):,} trips in a place of 8 km"
        ),
    )
    return Result("transit", "a line drawn in a place", timings, targets, notes, peak_mib())


def _everything_again(city: City, request: AssessRequest) -> Assessment:
    def all_pairs(*given: Int32Array) -> tuple[BoolArray, Int32Array]:
        return np.ones(given[-1].shape, np.bool_), np.empty(given[-1].shape, np.int32)

    with (
        patch.object(times, "_rides_again", lambda *_: None),
        patch.object(times, "_touched", all_pairs),
    ):
        return assess(city, request)
