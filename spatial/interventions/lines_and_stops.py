"""What the kinds of public transport share: stops that are meant, hours, and running times."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from spatial.interventions.base import Issue
from spatial.network.edits import Call, DrawnFacility
from spatial.units import MS_PER_MINUTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry import LineString

    from spatial.city import City
    from spatial.interventions.base import Intervention
    from spatial.interventions.properties import PropertyReader
    from spatial.transit.table import TransitTable
    from spatial.units import Float64Array

SAME_STOP_M: Final = 60.0
"""A drawn stop as near as this to one of the timetable is that stop."""
STOP_FACILITY_M: Final = 100.0
"""A stop of the timetable is the nearest stop or station of the place within this."""
LEAST_HEADWAY_MIN: Final = 1.0
LONGEST_HEADWAY_MIN: Final = 240.0
DEFAULT_HEADWAY_MIN: Final = 10.0
DEFAULT_SPEED_KMH: Final = 20.0
"""A bus in town with its stops: half of what it may drive."""
MOST_SPEED_KMH: Final = 200.0
MOST_STOPS: Final = 200
LATEST_HOUR: Final = 30
_CLOCK: Final = re.compile(r"^(\d{1,2}):([0-5]\d)$")
_STOP_KINDS: Final = ("stop", "station")


def no_timetable(feature: Intervention) -> Issue:
    """Say that nothing runs here that anything could be changed of."""
    return Issue(
        "error",
        "no_timetable",
        "Der er ingen køreplan for stedet. Indlæs en, før linjer og stoppesteder tegnes.",
        "There is no timetable of the place. Load one before you draw lines and stops.",
        feature.id,
        feature.geometry,
    )


def read_hours(reader: PropertyReader, start: str, end: str) -> tuple[int, int]:
    """Read `from` and `until` as milliseconds after midnight; hours go on past 24:00."""
    times: list[int | None] = []
    for name, default in (("from", start), ("until", end)):
        value = reader.feature.properties.get(name)
        text = default if value is None else value
        found = _CLOCK.match(text) if isinstance(text, str) else None
        if found is None or int(found[1]) > LATEST_HOUR:
            reader.fault(
                "bad_value",
                f"{name} er {value!r}, men skal være et klokkeslæt som 06:00, højst 30:59.",
                f"{name} is {value!r}, but must be a time like 06:00, at most 30:59.",
                value,
            )
            times.append(None)
        else:
            times.append((int(found[1]) * 60 + int(found[2])) * MS_PER_MINUTE)
    first, last = times
    if first is None or last is None:
        return 0, 1
    if first >= last:
        told = reader.feature.properties.get("until", end)
        reader.fault(
            "bad_value",
            f"until er {told!r}, men skal være senere end from.",
            f"until is {told!r}, but must be later than from.",
            told,
        )
    return first, last


def calls_along(table: TransitTable, line: LineString) -> tuple[Call, ...]:
    """Give a call for each corner of a line: the stop of the timetable there, else a new one."""
    corners: Float64Array = shapely.get_coordinates(shapely.force_2d(line))
    return tuple(call_at(table, float(x), float(y)) for x, y in corners)


def call_at(table: TransitTable, x: float, y: float) -> Call:
    """Give the stop of the timetable at a place, else a new one."""
    near = np.flatnonzero(table.near)
    away_m = np.hypot(table.xy[near, 0] - x, table.xy[near, 1] - y)
    if len(near) and float(away_m.min()) <= SAME_STOP_M:
        row = int(near[np.argmin(away_m)])
        return Call(float(table.xy[row, 0]), float(table.xy[row, 1]), row)
    return Call(x, y)


def offsets_ms(calls: Sequence[Call], speed_kmh: float) -> tuple[int, ...]:
    """Give when each call is reached after the first, straight from one to the next."""
    xy = np.array([(call.x, call.y) for call in calls])
    steps_m = np.hypot(*np.diff(xy, axis=0).T)
    steps_ms = np.ceil(steps_m / (speed_kmh / 3.6)).astype(np.int64) * 1000
    return (0, *np.cumsum(steps_ms).tolist())


def new_stops_as_places(
    feature: Intervention, calls: Sequence[Call], name: str
) -> tuple[DrawnFacility, ...]:
    """Give the new stops among some calls as places to go to."""
    return tuple(
        DrawnFacility(
            f"{feature.id}/{number}", call.x, call.y, "stop", None, name, part_of=feature.id
        )
        for number, call in enumerate(calls)
        if call.stop is None
    )


def facility_of_stop(city: City, x: float, y: float) -> int | None:
    """Give the row of the stop or station of the place that a stop of the timetable is."""
    of_kind = np.isin(np.array(city.facilities.categories, object), _STOP_KINDS)
    rows = np.flatnonzero(of_kind)
    away_m = np.hypot(city.facilities.xy[rows, 0] - x, city.facilities.xy[rows, 1] - y)
    if len(rows) == 0 or float(away_m.min()) > STOP_FACILITY_M:
        return None
    return int(rows[np.argmin(away_m)])
