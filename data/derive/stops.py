"""Stops of public transport; a station is one stop however many buses call there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.derive.facilities import Facility

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import Point

    from data.derive.reference import Record

_STATION_PREFIX = "0000086"  # UIC numbers of Danish stations
_RAIL_REPLACEMENT = "(togbus)"  # buses in place of trains: the station itself is in the list


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop with its departures on a weekday."""

    id: str
    point: Point
    name: str
    departures_weekday: int
    departures_07_09: int
    is_station: bool


def read_stops(records: Sequence[Record]) -> list[Stop]:
    """Give the stops, without those of buses that only run when trains do not."""
    found = []
    for record in records:
        name = record.text("stop_name")
        if _RAIL_REPLACEMENT in name:
            continue
        identity = record.text("stop_id")
        found.append(
            Stop(
                identity,
                record.geometry,
                name,
                _count(record, "dep_weekday_total"),
                _count(record, "dep_weekday_07_09"),
                identity.startswith(_STATION_PREFIX),
            )
        )
    return sorted(found, key=lambda stop: stop.id)


def _count(record: Record, column: str) -> int:
    value = float(str(record.columns[column]))
    return 0 if value != value else round(value)  # noqa: PLR0124 - not a number: no departures


def stop_facilities(place: str, stops: Sequence[Stop]) -> list[Facility]:
    """Give each stop as something to reach."""
    return [
        Facility(
            stop.point,
            "station" if stop.is_station else "stop",
            stop.name,
            "rejseplanen-stops",
            False,
            f"{place}-stop-{stop.id}",
        )
        for stop in stops
    ]
