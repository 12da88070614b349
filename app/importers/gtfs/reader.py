"""From a feed's zip to rows that are sound, or to everything that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from app.importers.gtfs.feed import Feed, FeedTrips
from app.importers.gtfs.finding import Findings
from app.importers.gtfs.packed import unpacked
from app.importers.gtfs.places import read_pathways, read_stops, read_transfers
from app.importers.gtfs.repeating import picked, read_repeats, repeated
from app.importers.gtfs.services import read_routes, read_services
from app.importers.gtfs.shapes import read_shapes
from app.importers.gtfs.trips import read_calls, read_heads
from app.importers.reading import ReadingNote, unwatched

if TYPE_CHECKING:
    from pathlib import Path

    from app.importers.gtfs.feed import FeedServices
    from app.importers.gtfs.packed import Packed
    from app.importers.gtfs.trips import Calls, Heads
    from app.importers.reading import Progress

NEEDED: Final = ("agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt")
CALENDARS: Final = ("calendar.txt", "calendar_dates.txt")
LEAST_CALLS: Final = 2
STAGES: Final = 6


def read_feed(path: Path, progress: Progress = unwatched) -> Feed:
    """Read a GTFS feed: https://gtfs.org/documentation/schedule/reference/.

    Raises
    ------
    InvalidLayers
        With everything that is wrong with it, each with its file, line and value.
    """
    findings = Findings()
    with unpacked(path, findings) as packed:
        _check_files(packed, findings)
        feed = _read(packed, findings, progress)
    findings.refuse()
    return feed


def _check_files(packed: Packed, findings: Findings) -> None:
    for file in NEEDED:
        if file not in packed:
            findings.add(file, "the feed lacks this file")
    if not any(file in packed for file in CALENDARS):
        findings.add(CALENDARS[0], "the feed says of no day that anything runs")
    findings.refuse()


def _read(packed: Packed, findings: Findings, progress: Progress) -> Feed:
    progress("timetable", 0, STAGES)
    stops, stop_ids = read_stops(packed)
    routes, route_ids = read_routes(packed)
    for file, ids in (("stops.txt", stops.ids), ("routes.txt", routes.ids)):
        if not ids:
            findings.add(file, "the file has no rows")
            # All that refers to it would be wrong as well.
            findings.refuse()
    progress("timetable", 1, STAGES)
    services, service_ids = read_services(packed)
    shapes, shape_ids = read_shapes(packed, findings)
    progress("timetable", 2, STAGES)
    heads, trip_ids = read_heads(packed, route_ids, service_ids, shape_ids)
    transfers, narrow = read_transfers(packed, stop_ids)
    pathways = read_pathways(packed, stop_ids)
    repeats = read_repeats(packed, trip_ids)
    progress("timetable", 3, STAGES)
    calls, filled = read_calls(packed, findings, (trip_ids, stop_ids), stops, progress)
    # What refers to a row that is wrong cannot be put together.
    findings.refuse()
    progress("timetable", 4, STAGES)
    heads, calls, left_out = _running(heads, calls, services)
    notes = [
        ReadingNote(code, count)
        for code, count in (
            ("times-filled", filled),
            ("transfers-narrow", narrow),
            *left_out,
            ("trips-repeated", len(repeats.trip)),
        )
        if count
    ]
    kept = {name: row for row, name in enumerate(heads.ids)}
    rows = np.array([kept.get(name, -1) for name in trip_ids], np.int64)
    repeats = repeats._replace(trip=rows[repeats.trip])
    still = repeats.trip >= 0
    repeats = type(repeats)(*(column[still] for column in repeats))
    heads, calls = repeated(heads, calls, repeats)
    progress("timetable", STAGES, STAGES)
    trips = FeedTrips(*heads, *calls)
    return Feed(stops, routes, services, trips, transfers, pathways, shapes, tuple(notes))


def _running(
    heads: Heads, calls: Calls, services: FeedServices
) -> tuple[Heads, Calls, tuple[tuple[str, int], ...]]:
    """Leave out trips that go nowhere or on no day, and count them."""
    short = np.diff(calls.first) < LEAST_CALLS
    runs = np.array([len(days) > 0 for days in services.days], np.bool_)
    idle = ~runs[heads.service] & ~short if len(runs) else np.zeros(len(short), np.bool_)
    rows = np.flatnonzero(~short & ~idle)
    heads, calls = picked(heads, calls, rows)
    counts = (("trips-too-short", int(short.sum())), ("trips-on-no-day", int(idle.sum())))
    return heads, calls, counts
