"""Trips that a feed gives once, with a headway: one for each departure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from app.importers.gtfs.sheet import NOBODY, TIME, choice, whole
from app.importers.gtfs.trips import Calls, Heads

if TYPE_CHECKING:
    import pandas as pd

    from app.importers.gtfs.packed import Packed
    from spatial.units import Int64Array

MOST_DEPARTURES: Final = 1_000_000
_LONGEST_S: Final = 86_400


class Repeats(NamedTuple):
    """Which trips repeat, from when until before when, and how often.

    Parameters
    ----------
    trip, start_s, end_s, headway_s : int64 arrays, shape (spans,)
    """

    trip: Int64Array
    start_s: Int64Array
    end_s: Int64Array
    headway_s: Int64Array


def read_repeats(packed: Packed, trips: pd.Index[Any]) -> Repeats:
    """Read frequencies. Those that are kept by headway alone are taken by the clock, too."""
    fields = ("trip_id", "start_time", "end_time", "headway_secs", "exact_times")
    sheet = packed.sheet("frequencies.txt", fields)
    sheet.need("trip_id", "start_time", "end_time", "headway_secs")
    sheet.read("exact_times", choice(0, 1), 0)
    trip = sheet.refer("trip_id", trips, "trips.txt")
    start, end = (sheet.read(field, TIME, 0) for field in ("start_time", "end_time"))
    headway = sheet.read("headway_secs", whole(1, _LONGEST_S), _LONGEST_S)
    sheet.tell("`end_time` is not after `start_time`", end <= start, "end_time")
    order = np.lexsort((start, trip))
    meets = np.zeros(len(sheet), np.bool_)
    goes_on = trip[order][1:] == trip[order][:-1]
    meets[order[1:]] = goes_on & (start[order][1:] < end[order][:-1])
    sheet.tell("a trip repeats by two headways at once", meets, "trip_id")
    # An hour of one-second headways is short to write.
    departures = int(np.maximum(0, -((start - end) // headway)).sum())
    if departures > MOST_DEPARTURES:
        message = f"the headways give more than {MOST_DEPARTURES} departures"
        sheet.findings.add(sheet.name, message, (), (str(departures),))
    there = trip != NOBODY
    return Repeats(
        *(
            column[there][np.argsort(trip[there], kind="stable")]
            for column in (trip, start, end, headway)
        )
    )


def repeated(heads: Heads, calls: Calls, repeats: Repeats) -> tuple[Heads, Calls]:
    """Put a trip for each departure in the place of those that repeat."""
    if len(repeats.trip) == 0:
        return heads, calls
    rows, shifts, ids = [], [], []
    begins = calls.departures_s[np.minimum(calls.first[:-1], max(len(calls.stops) - 1, 0))]
    departures = _departures(repeats)
    for row, name in enumerate(heads.ids):
        if row not in departures:
            rows.append(row)
            shifts.append(0)
            ids.append(name)
            continue
        for start in departures[row]:
            rows.append(row)
            shifts.append(start - int(begins[row]))
            ids.append(f"{name}@{_clock(start)}")
    return _picked(heads, calls, np.array(rows), np.array(shifts), tuple(ids))


def _departures(repeats: Repeats) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for trip, start, end, headway in zip(*(part.tolist() for part in repeats), strict=True):
        found.setdefault(trip, []).extend(range(start, end, headway))
    return {trip: sorted(times) for trip, times in found.items()}


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def picked(heads: Heads, calls: Calls, rows: Int64Array) -> tuple[Heads, Calls]:
    """Pick trips, in the order of their rows."""
    ids = tuple(heads.ids[row] for row in rows.tolist())
    return _picked(heads, calls, rows, np.zeros(len(rows), np.int64), ids)


def _picked(
    heads: Heads, calls: Calls, rows: Int64Array, shifts_s: Int64Array, ids: tuple[str, ...]
) -> tuple[Heads, Calls]:
    lengths = np.diff(calls.first)[rows]
    first = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
    at = np.repeat(calls.first[rows] - first[:-1], lengths) + np.arange(first[-1])
    later = np.repeat(shifts_s, lengths)
    numbers = (column[rows] for column in heads[2:])
    return (
        Heads(ids, tuple(heads.headsigns[row] for row in rows.tolist()), *numbers),
        Calls(
            first,
            calls.stops[at],
            (calls.arrivals_s[at] + later).astype(np.int32),
            (calls.departures_s[at] + later).astype(np.int32),
            calls.boards[at],
            calls.alights[at],
        ),
    )
