"""A feed as rows of the store's tables, in an order and with a digest that the feed decides."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import shapely

from app.db.models import (
    Base,
    TransitPathway,
    TransitPattern,
    TransitRoute,
    TransitService,
    TransitStop,
    TransitTransfer,
    TransitTrip,
)
from app.db.models.transit import FEED_SRID
from app.importers.gtfs import Feed

Values = tuple[Any, ...]
_UNSAID: Final = -1


@dataclass(frozen=True, slots=True)
class TableRows:
    """The rows of one table."""

    table: type[Base]
    columns: tuple[str, ...]
    rows: Sequence[Values]

    @property
    def checksum(self) -> str:
        """Name the rows by what is in them."""
        digest = hashlib.sha256()
        for row in self.rows:
            digest.update(repr(row).encode())
        return digest.hexdigest()


def rows_of_feed(feed: Feed, source: str) -> tuple[TableRows, ...]:
    """Give the rows of every table, those that others refer to first."""
    patterns, pattern_of = _patterns(feed)
    return (
        TableRows(TransitStop, _STOP, list(_stops(feed, source))),
        TableRows(TransitRoute, _ROUTE, list(_routes(feed, source))),
        TableRows(TransitService, ("row", "id", "days"), list(_services(feed))),
        TableRows(TransitPattern, _PATTERN, patterns),
        TableRows(TransitTrip, _TRIP, list(_trips(feed, pattern_of))),
        TableRows(TransitTransfer, _TRANSFER, list(_transfers(feed))),
        TableRows(TransitPathway, _PATHWAY, list(_pathways(feed))),
    )


_STOP: Final = (
    "row", "id", "name", "code", "platform", "kind", "parent", "wheelchair", "source", "geom",
)  # fmt: skip
_ROUTE: Final = ("row", "id", "short_name", "long_name", "agency", "colour", "kind", "source")
_PATTERN: Final = ("row", "route", "direction", "stops", "boards", "alights", "geom")
_TRIP: Final = (
    "row", "id", "pattern", "service", "headsign", "wheelchair", "bikes", "arrivals_s",
    "departures_s",
)  # fmt: skip
_TRANSFER: Final = ("row", "from_stop", "to_stop", "kind", "min_time_s")
_PATHWAY: Final = (
    "row", "id", "from_stop", "to_stop", "kind", "two_way", "time_s", "length_m", "stairs",
)  # fmt: skip


def _stops(feed: Feed, source: str) -> Iterator[Values]:
    stops = feed.stops
    for row, name in enumerate(stops.ids):
        lonlat = stops.lonlat[row]
        yield (
            row,
            name,
            stops.names[row],
            stops.codes[row],
            stops.platforms[row],
            int(stops.kind[row]),
            _known(stops.parent[row]),
            int(stops.wheelchair[row]),
            source,
            None if np.isnan(lonlat).any() else _hex(shapely.Point(*lonlat)),
        )


def _routes(feed: Feed, source: str) -> Iterator[Values]:
    routes = feed.routes
    told = (routes.short_names, routes.long_names, routes.agencies, routes.colours)
    for row, name in enumerate(routes.ids):
        yield (row, name, *(column[row] for column in told), int(routes.kind[row]), source)


def _services(feed: Feed) -> Iterator[Values]:
    for row, (name, days) in enumerate(zip(feed.services.ids, feed.services.days, strict=True)):
        yield row, name, [date.fromordinal(day) for day in days]


def _patterns(feed: Feed) -> tuple[list[Values], list[int]]:
    """Give the patterns, in the order of their first trips, and the pattern of each trip."""
    trips = feed.trips
    known: dict[tuple[Any, ...], int] = {}
    found: list[Values] = []
    pattern_of = []
    for trip in range(len(trips)):
        calls = slice(trips.first[trip], trips.first[trip + 1])
        columns = (trips.stops[calls], trips.boards[calls], trips.alights[calls])
        told = (int(trips.route[trip]), int(trips.direction[trip]), int(trips.shape[trip]))
        key = (*told, *(column.tobytes() for column in columns))
        if key not in known:
            known[key] = len(found)
            route, direction, shape = told
            line = None if shape == _UNSAID else _hex(feed.shapes[shape])
            lists = (column.tolist() for column in columns)
            found.append((len(found), route, _known(direction), *lists, line))
        pattern_of.append(known[key])
    return found, pattern_of


def _trips(feed: Feed, pattern_of: Sequence[int]) -> Iterator[Values]:
    trips = feed.trips
    for row, name in enumerate(trips.ids):
        calls = slice(trips.first[row], trips.first[row + 1])
        yield (
            row,
            name,
            pattern_of[row],
            int(trips.service[row]),
            trips.headsigns[row],
            int(trips.wheelchair[row]),
            int(trips.bikes[row]),
            trips.arrivals_s[calls].tolist(),
            trips.departures_s[calls].tolist(),
        )


def _transfers(feed: Feed) -> Iterator[Values]:
    columns = feed.transfers
    told = zip(columns.from_stop, columns.to_stop, columns.kind, columns.min_time_s, strict=True)
    for row, (start, end, kind, time_s) in enumerate(told):
        yield row, int(start), int(end), int(kind), _known(time_s)


def _pathways(feed: Feed) -> Iterator[Values]:
    ways = feed.pathways
    for row, name in enumerate(ways.ids):
        length_m = float(ways.length_m[row])
        yield (
            row,
            name,
            int(ways.from_stop[row]),
            int(ways.to_stop[row]),
            int(ways.kind[row]),
            bool(ways.two_way[row]),
            _known(ways.time_s[row]),
            None if np.isnan(length_m) else length_m,
            int(ways.stairs[row]),
        )


def _known(value: np.integer[Any] | int) -> int | None:
    return None if value == _UNSAID else int(value)


def _hex(geometry: shapely.Geometry) -> str:
    text: str = shapely.to_wkb(shapely.set_srid(geometry, FEED_SRID), hex=True, include_srid=True)
    return text
