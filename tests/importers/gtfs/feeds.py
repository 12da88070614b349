"""Small feeds for tests: a hand-made town by the sea, and ways to break it."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Tables = dict[str, str]


def town() -> Tables:
    """Give a feed: one bus to the school and back, a night bus, and a shuttle by headway.

    A, B and C lie 1 and 3 km apart on a line to the east; B is a platform of the station S.
    """
    return {
        "agency.txt": "agency_id,agency_name,agency_url,agency_timezone\n"
        "m,Movia,https://example.org,Europe/Copenhagen\n",
        "stops.txt": "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,"
        "wheelchair_boarding\n"
        "A,Havnen,55.65,12.30,,,\n"
        "S,Torvet,55.65,12.316,1,,1\n"
        "B,Torvet,55.65,12.316,0,S,\n"
        "B2,Torvet,55.65,12.3161,0,S,2\n"
        "C,Skolen,55.65,12.364,0,,\n",
        "routes.txt": "route_id,agency_id,route_short_name,route_long_name,route_type\n"
        "1,m,1,Havnen - Skolen,3\n"
        "N,m,N,Natbus,3\n"
        "P,m,,Pendlerbus,3\n",
        "calendar.txt": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
        "start_date,end_date\n"
        "hv,1,1,1,1,1,0,0,20261123,20261206\n",
        "calendar_dates.txt": "service_id,date,exception_type\n"
        "hv,20261125,2\n"
        "hv,20261128,1\n"
        "jul,20261224,1\n",
        "trips.txt": "route_id,service_id,trip_id,trip_headsign\n"
        "1,hv,ud,Skolen\n"
        "1,hv,hjem,Havnen\n"
        "N,hv,nat,Skolen\n"
        "P,hv,pendul,Torvet\n"
        "1,jul,jul,Skolen\n",
        "stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
        "ud,07:00:00,07:00:00,A,1\n"
        "ud,,,B,2\n"
        "ud,07:08:00,07:08:00,C,3\n"
        "hjem,15:00:00,15:00:00,C,1\n"
        "hjem,15:06:00,15:07:00,B,2\n"
        "hjem,15:09:00,15:09:00,A,3\n"
        "nat,24:30:00,24:30:00,A,5\n"
        "nat,25:10:00,25:10:00,C,9\n"
        "pendul,00:00:00,00:00:00,A,1\n"
        "pendul,00:05:00,00:05:00,B2,2\n"
        "jul,10:00:00,10:00:00,A,1\n"
        "jul,10:08:00,10:08:00,C,2\n",
        "frequencies.txt": "trip_id,start_time,end_time,headway_secs\n"
        "pendul,08:00:00,09:00:00,1200\n"
        "pendul,16:00:00,16:30:00,1800\n",
    }


def packed(folder: Path, tables: Tables, name: str = "feed.zip", inside: str = "") -> Path:
    """Write a feed."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for table, text in tables.items():
            file.writestr(inside + table, text)
    return path


def changed(tables: Tables, table: str, old: str, new: str) -> Tables:
    """Give a feed with one text of one table replaced."""
    assert tables[table].count(old) == 1, f"“{old}” stands {tables[table].count(old)} times"
    return {**tables, table: tables[table].replace(old, new)}


def without(tables: Tables, table: str) -> Tables:
    """Give a feed that lacks a table."""
    return {name: text for name, text in tables.items() if name != table}
