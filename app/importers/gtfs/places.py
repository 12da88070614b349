"""Stops and stations of a feed, and the ways inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from app.importers.gtfs.feed import FeedPathways, FeedStops, FeedTransfers
from app.importers.gtfs.sheet import NOBODY, choice, index_of, number, whole

if TYPE_CHECKING:
    import pandas as pd

    from app.importers.gtfs.packed import Packed
    from app.importers.gtfs.sheet import Sheet
    from spatial.units import BoolArray, Float64Array, Int64Array

STOP, STATION, ENTRANCE, NODE, BOARDING_AREA = range(5)
_LEAST_OF_A_STATION: Final = ENTRANCE
_FIELDS: Final = (
    "stop_id",
    "stop_code",
    "stop_name",
    "stop_lat",
    "stop_lon",
    "location_type",
    "parent_station",
    "wheelchair_boarding",
    "platform_code",
)
_LONGEST_S: Final = 86_400


def read_stops(packed: Packed) -> tuple[FeedStops, pd.Index[Any]]:
    """Read everything that has a place, and the numbers of their ids."""
    sheet = packed.sheet("stops.txt", _FIELDS)
    sheet.need("stop_id")
    sheet.unique("stop_id")
    known = index_of(sheet, "stop_id")
    kind = sheet.read("location_type", choice(0, 1, 2, 3, 4), 0)
    named = kind <= ENTRANCE
    sheet.need("stop_name", "stop_lat", "stop_lon", where=named)
    lonlat = _lonlat(sheet, named)
    parent = sheet.refer("parent_station", known, "stops.txt")
    _check_parents(sheet, kind, parent)
    wheelchair = sheet.read("wheelchair_boarding", choice(0, 1, 2), 0)
    unsaid = (wheelchair == 0) & (parent != NOBODY) & (kind != STATION)
    wheelchair[unsaid] = wheelchair[parent[unsaid]]
    texts = {
        field: sheet.texts(field)
        for field in ("stop_id", "stop_name", "stop_code", "platform_code")
    }
    stops = FeedStops(
        texts["stop_id"],
        texts["stop_name"],
        texts["stop_code"],
        texts["platform_code"],
        lonlat,
        kind,
        parent,
        wheelchair,
    )
    return stops, known


def _lonlat(sheet: Sheet, named: BoolArray) -> Float64Array:
    lon = sheet.read("stop_lon", number(-180, 180), np.nan)
    lat = sheet.read("stop_lat", number(-90, 90), np.nan)
    nowhere = named & (lon == 0) & (lat == 0)
    sheet.tell("the stop lies at 0, 0 in the sea off Africa", nowhere, "stop_id")
    return np.column_stack((lon, lat))


def _check_parents(sheet: Sheet, kind: Int64Array, parent: Int64Array) -> None:
    has = parent != NOBODY
    sheet.tell("a station has no `parent_station`", has & (kind == STATION), "parent_station")
    alone = ~sheet.said("parent_station") & (kind >= _LEAST_OF_A_STATION)
    sheet.tell("what is part of a station says which in `parent_station`", alone, "stop_id")
    of = np.where(has, kind[parent], NOBODY)
    platform = kind == BOARDING_AREA
    wrong = has & (kind != STATION) & np.where(platform, of != STOP, of != STATION)
    sheet.tell("`parent_station` is not a station", wrong, "parent_station")


def read_transfers(packed: Packed, stops: pd.Index[Any]) -> tuple[FeedTransfers, int]:
    """Read the ways to change between stops, and count those for single routes or trips alone."""
    fields = ("from_stop_id", "to_stop_id", "transfer_type", "min_transfer_time")
    narrower = ("from_route_id", "to_route_id", "from_trip_id", "to_trip_id")
    sheet = packed.sheet("transfers.txt", (*fields, *narrower))
    kind = sheet.read("transfer_type", choice(0, 1, 2, 3, 4, 5), 0)
    in_seat = kind >= 4  # noqa: PLR2004 - the format's two kinds that say that one stays seated
    sheet.need("from_stop_id", "to_stop_id", where=~in_seat)
    time_s = sheet.read("min_transfer_time", whole(0, _LONGEST_S), -1)
    from_stop = sheet.refer("from_stop_id", stops, "stops.txt")
    to_stop = sheet.refer("to_stop_id", stops, "stops.txt")
    narrow = in_seat.copy()
    for field in narrower:
        narrow |= sheet.said(field)
    used = ~narrow & (from_stop != NOBODY) & (to_stop != NOBODY)
    transfers = FeedTransfers(from_stop[used], to_stop[used], kind[used], time_s[used])
    return transfers, int(narrow.sum())


def read_pathways(packed: Packed, stops: pd.Index[Any]) -> FeedPathways:
    """Read the ways inside stations."""
    fields = (
        "pathway_id",
        "from_stop_id",
        "to_stop_id",
        "pathway_mode",
        "is_bidirectional",
        "traversal_time",
        "length",
        "stair_count",
    )
    sheet = packed.sheet("pathways.txt", fields)
    sheet.need(*fields[:5])
    sheet.unique("pathway_id")
    kind = sheet.read("pathway_mode", choice(1, 2, 3, 4, 5, 6, 7), 1)
    two_way = sheet.read("is_bidirectional", choice(0, 1), 0).astype(np.bool_)
    return FeedPathways(
        sheet.texts("pathway_id"),
        sheet.refer("from_stop_id", stops, "stops.txt"),
        sheet.refer("to_stop_id", stops, "stops.txt"),
        kind,
        two_way,
        sheet.read("traversal_time", whole(1, _LONGEST_S), -1),
        sheet.read("length", number(0, 100_000), np.nan),
        # Downstairs is counted with a minus; how many there are is the same.
        np.abs(sheet.read("stair_count", number(-10_000, 10_000), 0.0)).astype(np.int64),
    )
