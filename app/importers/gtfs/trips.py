"""Trips of a feed, with their calls in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from app.importers.gtfs.filling import filled
from app.importers.gtfs.places import STOP
from app.importers.gtfs.sheet import NOBODY, TIME, choice, index_of, number, whole

if TYPE_CHECKING:
    import pandas as pd

    from app.importers.gtfs.feed import FeedStops
    from app.importers.gtfs.finding import Findings
    from app.importers.gtfs.packed import Packed
    from app.importers.gtfs.sheet import Sheet
    from app.importers.reading import Progress
    from spatial.units import BoolArray, Float64Array, Int32Array, Int64Array

UNSAID: Final = -1
_FORBIDDEN: Final = 1
"""Nobody may get on, or off; by arrangement counts as allowed."""
_CALLS: Final = (
    "trip_id",
    "stop_id",
    "stop_sequence",
    "arrival_time",
    "departure_time",
    "pickup_type",
    "drop_off_type",
    "shape_dist_traveled",
)
_FILE: Final = "stop_times.txt"


class Heads(NamedTuple):
    """What is said of trips as a whole; see `FeedTrips`."""

    ids: tuple[str, ...]
    headsigns: tuple[str, ...]
    route: Int64Array
    service: Int64Array
    shape: Int64Array
    direction: Int64Array
    wheelchair: Int64Array
    bikes: Int64Array


class Calls(NamedTuple):
    """Calls in the order of their trips; see `FeedTrips`."""

    first: Int64Array
    stops: Int32Array
    arrivals_s: Int32Array
    departures_s: Int32Array
    boards: BoolArray
    alights: BoolArray


class _Raw(NamedTuple):
    """Calls as they stand in the file."""

    trip: Int64Array
    stop: Int64Array
    sequence: Int64Array
    arrival_s: Int64Array
    departure_s: Int64Array
    boards: BoolArray
    alights: BoolArray
    along: Float64Array
    line: Int64Array


def read_heads(
    packed: Packed, routes: pd.Index[Any], services: pd.Index[Any], shapes: pd.Index[Any]
) -> tuple[Heads, pd.Index[Any]]:
    """Read what is said of each trip, and the numbers of their ids."""
    fields = (
        "trip_id",
        "route_id",
        "service_id",
        "trip_headsign",
        "direction_id",
        "shape_id",
        "wheelchair_accessible",
        "bikes_allowed",
    )
    sheet = packed.sheet("trips.txt", fields)
    sheet.need("trip_id", "route_id", "service_id")
    sheet.unique("trip_id")
    heads = Heads(
        sheet.texts("trip_id"),
        sheet.texts("trip_headsign"),
        sheet.refer("route_id", routes, "routes.txt"),
        sheet.refer("service_id", services, "calendar.txt or calendar_dates.txt"),
        sheet.refer("shape_id", shapes, "shapes.txt"),
        sheet.read("direction_id", choice(0, 1), UNSAID),
        sheet.read("wheelchair_accessible", choice(0, 1, 2), 0),
        sheet.read("bikes_allowed", choice(0, 1, 2), 0),
    )
    return heads, index_of(sheet, "trip_id")


def read_calls(
    packed: Packed,
    findings: Findings,
    known: tuple[pd.Index[Any], pd.Index[Any]],
    stops: FeedStops,
    progress: Progress,
) -> tuple[Calls, int]:
    """Read the calls of all trips, and count the times that were filled in.

    Parameters
    ----------
    known
        The numbers of the trips' ids and of the stops'.
    """
    parts = []
    for part in packed.parts(_FILE, _CALLS):
        parts.append(_raw(part, known, stops))
        progress("calls", sum(len(one.trip) for one in parts), None)
    if not any(len(part.trip) for part in parts):
        findings.add(_FILE, "the file has no rows")
        findings.refuse()
    raw = _Raw(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))
    return _in_order(raw, len(known[0]), stops, findings)


def _raw(sheet: Sheet, known: tuple[pd.Index[Any], pd.Index[Any]], stops: FeedStops) -> _Raw:
    trips, stop_ids = known
    sheet.need("trip_id", "stop_id", "stop_sequence")
    stop = sheet.refer("stop_id", stop_ids, "stops.txt")
    elsewhere = (stop != NOBODY) & (stops.kind[stop] != STOP)
    sheet.tell("a trip calls at a stop, not at a station or an entrance", elsewhere, "stop_id")
    return _Raw(
        sheet.refer("trip_id", trips, "trips.txt"),
        stop,
        sheet.read("stop_sequence", whole(0, 10**9), 0),
        sheet.read("arrival_time", TIME, UNSAID),
        sheet.read("departure_time", TIME, UNSAID),
        sheet.read("pickup_type", choice(0, 1, 2, 3), 0) != _FORBIDDEN,
        sheet.read("drop_off_type", choice(0, 1, 2, 3), 0) != _FORBIDDEN,
        sheet.read("shape_dist_traveled", number(0, 1e9), np.nan),
        sheet.lines,
    )


def _in_order(
    raw: _Raw, trip_count: int, stops: FeedStops, findings: Findings
) -> tuple[Calls, int]:
    sound = (raw.trip != NOBODY) & (raw.stop != NOBODY)
    order = np.lexsort((raw.sequence[sound], raw.trip[sound]))
    raw = _Raw(*(column[sound][order] for column in raw))
    first = np.concatenate(([0], np.cumsum(np.bincount(raw.trip, minlength=trip_count))))
    same = raw.trip[1:] == raw.trip[:-1]
    again = np.flatnonzero(same & (raw.sequence[1:] == raw.sequence[:-1])) + 1
    _tell(findings, "the same `trip_id, stop_sequence` stands on a line before", raw, again)
    # One of the two times is enough.
    arrival = np.where(raw.arrival_s == UNSAID, raw.departure_s, raw.arrival_s)
    departure = np.where(raw.departure_s == UNSAID, raw.arrival_s, raw.departure_s)
    ends = np.union1d(first[:-1][np.diff(first) > 0], first[1:][np.diff(first) > 0] - 1)
    timeless = ends[arrival[ends] == UNSAID]
    _tell(findings, "the first and the last call of a trip have a time", raw, timeless)
    if len(timeless):
        return _calls(first, raw, arrival, departure), 0
    missing = int((arrival == UNSAID).sum())
    arrival, departure = filled(first, arrival, departure, stops.lonlat[raw.stop], raw.along)
    late = np.flatnonzero(departure < arrival)
    _tell(findings, "a trip leaves before it arrives", raw, late)
    backwards = np.flatnonzero(same & (arrival[1:] < departure[:-1])) + 1
    _tell(findings, "a trip arrives before it left the stop before", raw, backwards)
    shrinks = np.flatnonzero(same & (raw.along[1:] < raw.along[:-1])) + 1
    _tell(findings, "`shape_dist_traveled` becomes less along a trip", raw, shrinks)
    return _calls(first, raw, arrival, departure), missing


def _calls(first: Int64Array, raw: _Raw, arrival: Int64Array, departure: Int64Array) -> Calls:
    return Calls(
        first,
        raw.stop.astype(np.int32),
        arrival.astype(np.int32),
        departure.astype(np.int32),
        raw.boards,
        raw.alights,
    )


def _tell(findings: Findings, message: str, raw: _Raw, rows: Int64Array) -> None:
    if len(rows):
        findings.add(_FILE, message, raw.line[rows].tolist())
