"""Write what runs in a place as JSON: its lines both ways, and its stops with their departures."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from app.projection import metres_to_lonlat
from spatial.city import City
from spatial.transit.departures import FROM_MS, UNTIL_MS, departures_by_stop
from spatial.transit.repeating import directions, starts_ms
from spatial.transit.table import TransitTable
from spatial.transit.timetable import some_trips
from spatial.units import MS_PER_MINUTE, Float64Array, Int64Array

RUSH_MS = (7 * 60 * MS_PER_MINUTE, 9 * 60 * MS_PER_MINUTE)
DAY_MS = (0, 24 * 60 * MS_PER_MINUTE)


def timetable_json(city: City) -> dict[str, object]:
    """Tell the lines and stops of a place."""
    table = city.transit
    if table is None:
        return {"day": None, "modelled": False, "lines": _collection(()), "stops": _collection(())}
    lonlat = metres_to_lonlat(table.xy)
    return {
        "day": table.day,
        "modelled": table.is_modelled,
        "lines": _collection(_lines(table, lonlat)),
        "stops": _collection(_stops(table, lonlat)),
    }


def _collection(features: object) -> dict[str, object]:
    return {"type": "FeatureCollection", "features": list(features)}  # type: ignore[call-overload]


def _lines(table: TransitTable, lonlat: Float64Array) -> Iterator[dict[str, object]]:
    for line in range(len(table.lines)):
        for way, rows in enumerate(directions(table, line)):
            stops = _usual_stops(table, rows)
            starts = starts_ms(some_trips(table.trips, rows))
            yield {
                "type": "Feature",
                "id": f"{table.line_ids[line]}/{way}",
                "geometry": {"type": "LineString", "coordinates": lonlat[stops].tolist()},
                "properties": {
                    "line": table.line_ids[line],
                    "name": table.lines[line],
                    "kind": "train" if table.on_rails[line] else "bus",
                    "to": table.names[stops[-1]],
                    "trips_weekday": _within(starts, *DAY_MS),
                    "trips_07_09": _within(starts, *RUSH_MS),
                    "stops": [table.names[stop] for stop in stops],
                },
            }


def _usual_stops(table: TransitTable, rows: Int64Array) -> list[int]:
    """Give the stops that most of some trips call at; of equals the first trip's."""
    trips = some_trips(table.trips, rows)
    patterns = [
        tuple(trips.stops[low:high].tolist()) for low, high in pairwise(trips.first.tolist())
    ]
    return list(Counter(patterns).most_common(1)[0][0])


def _within(starts: Int64Array, from_ms: int, until_ms: int) -> int:
    return int(((starts >= from_ms) & (starts < until_ms)).sum())


def _stops(table: TransitTable, lonlat: Float64Array) -> Iterator[dict[str, object]]:
    rush, day = departures_by_stop(table, *RUSH_MS), departures_by_stop(table, FROM_MS, UNTIL_MS)
    calling = _lines_by_stop(table)
    for stop in np.flatnonzero(table.near).tolist():
        if stop in calling:
            yield {
                "type": "Feature",
                "id": table.ids[stop],
                "geometry": {"type": "Point", "coordinates": lonlat[stop].tolist()},
                "properties": {
                    "name": table.names[stop],
                    "departures_07_09": int(rush[stop]),
                    "departures_06_20": int(day[stop]),
                    "lines": [table.lines[line] for line in calling[stop]],
                },
            }


def _lines_by_stop(table: TransitTable) -> dict[int, list[int]]:
    trip_of = np.repeat(np.arange(len(table.trips)), np.diff(table.trips.first))
    pairs = np.unique(np.stack((table.trips.stops, table.line_of[trip_of]), axis=1), axis=0)
    found: dict[int, list[int]] = {}
    for stop, line in pairs.tolist():
        found.setdefault(stop, []).append(line)
    return found
