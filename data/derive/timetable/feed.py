"""The modelled lines as a GTFS feed: templates of trips, repeated by headways."""

from __future__ import annotations

import csv
import io
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from data.derive.timetable.lines import called_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from data.derive.timetable.lines import Assumed, Line, Pole

PERIODS: Final = (
    # from, until, how busy an hour is beside the rush of the afternoon
    (5.5, 7.0, 0.6),
    (7.0, 9.0, None),
    (9.0, 14.0, 0.8),
    (14.0, 18.0, 1.0),
    (18.0, 20.0, 0.7),
    (20.0, 24.0, 0.45),
)
"""The rush of the morning has its own count; what is left of the day is spread over the rest."""
ROUTE_KINDS: Final = {"bus": 3, "train": 2}
DAYS: Final = "1,1,1,1,1,0,0,20260101,20281231"


def departures_by_period(weekday: int, rush: int) -> list[int]:
    """Spread a day's departures over the periods; the sum is the day's, the rush is the rush's."""
    weights = np.array([0.0 if busy is None else (b - a) * busy for a, b, busy in PERIODS])
    exact = (weekday - rush) * weights / weights.sum()
    counts = np.floor(exact).astype(int)
    left = weekday - rush - int(counts.sum())
    for row in np.argsort(counts - exact, kind="stable")[:left]:
        counts[row] += 1
    counts[1] = rush
    return [int(count) for count in counts]


def running_times_s(
    line: Line, poles: Sequence[Pole], assumed: Assumed, *, back: bool
) -> list[int]:
    """Give the seconds from the first stop to each."""
    if line.minutes:
        steps = [60 * minutes for minutes in (line.minutes[::-1] if back else line.minutes)]
    else:
        steps = [
            round(
                np.hypot(two.x - one.x, two.y - one.y) * assumed.detour / (assumed.bus_kmh / 3.6)
                + assumed.dwell_s
            )
            for one, two in pairwise(poles)
        ]
    return [0, *np.cumsum(steps).tolist()]


def feed_tables(
    lines: Sequence[Line], poles: Mapping[str, Sequence[Pole]], assumed: Assumed
) -> dict[str, str]:
    """Give every file of the feed by its name."""
    used: dict[str, Pole] = {}
    trips: list[Sequence[object]] = []
    calls: list[Sequence[object]] = []
    repeats: list[Sequence[object]] = []
    for line in lines:
        for back in (False, True):
            called = called_at(line, poles, back=back)
            used |= {pole.id: pole for pole in called}
            times = running_times_s(line, called, assumed, back=back)
            trip = f"{line.id}-{'b' if back else 'a'}"
            trips.append((line.id, "hverdage", trip, called[-1].name, int(back)))
            calls += [
                (trip, _clock(time), _clock(time), pole.id, at)
                for at, (pole, time) in enumerate(zip(called, times, strict=True), start=1)
            ]
            repeats += [(trip, *row) for row in _headways(line)]
    week = "monday,tuesday,wednesday,thursday,friday,saturday,sunday"
    tables: dict[str, tuple[str, list[Sequence[object]]]] = {
        "agency.txt": (
            "agency_name,agency_url,agency_timezone",
            [("Forbind (modelleret)", "https://www.rejseplanen.dk", "Europe/Copenhagen")],
        ),
        "stops.txt": (
            "stop_id,stop_name,stop_lat,stop_lon",
            [(one.id, one.name, one.lat, one.lon) for one in sorted(used.values(), key=_by_id)],
        ),
        "routes.txt": (
            "route_id,route_short_name,route_long_name,route_desc,route_type",
            [(one.id, "", one.name, one.assumes, ROUTE_KINDS[one.kind]) for one in lines],
        ),
        "calendar.txt": (
            f"service_id,{week},start_date,end_date",
            [("hverdage", *DAYS.split(","))],
        ),
        "trips.txt": ("route_id,service_id,trip_id,trip_headsign,direction_id", trips),
        "stop_times.txt": ("trip_id,arrival_time,departure_time,stop_id,stop_sequence", calls),
        "frequencies.txt": ("trip_id,start_time,end_time,headway_secs,exact_times", repeats),
    }
    return {name: _text(*table) for name, table in tables.items()}


def _by_id(pole: Pole) -> str:
    return pole.id


def _headways(line: Line) -> Iterator[Sequence[object]]:
    """Give when trips start, how often, and until when, so that each period has its count."""
    if line.headway_min is not None:
        yield _clock(PERIODS[0][0] * 3600), "24:00:00", line.headway_min * 60, 1
        return
    counts = departures_by_period(line.weekday, line.rush)
    for (start, end, _), count in zip(PERIODS, counts, strict=True):
        if count:
            first, headway = int(start * 3600), int((end - start) * 3600 / count)
            # Half a headway in, on a whole minute, so that periods do not begin in step.
            first += headway // 120 * 60
            last = first + headway * (count - 1)
            yield _clock(first), _clock(last + 1), headway, 1


def _clock(time_s: float) -> str:
    whole = int(time_s)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _text(head: str, rows: Sequence[Sequence[object]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(head.split(","))
    writer.writerows(rows)
    return written.getvalue()
