"""Departures out of a timetable, at the stops of a place that the engine knows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from app import cli_load
from app.db.engine import make_engine
from app.db.queries.city_tables import read_facilities
from app.services.loading.asked import FileAsked
from app.settings import Settings
from app.state import Service, make_service
from tests.importers.gtfs.feeds import Tables, packed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spatial.tables import FacilityTable

STOPS = Path(__file__).resolve().parents[2] / "data" / "geo" / "taastrup" / "stops.geojson"
ABOUT = {"publisher": "Movia", "licence": "CC0", "date": "2026-11-27"}
SAVEN, LEEN, STATION = "Saven (Gadehavegårdsvej)", "Leen (Gadehavegårdsvej)", "Høje Taastrup St."
METRE = 1 / 111_000


@pytest.fixture
def service(new_database: Callable[[str | None], str], loaded_template: str) -> Iterator[Service]:
    url = new_database(loaded_template)
    made = make_service(Settings(database_url=url, warm_at_start=False), make_engine(url))
    yield made
    made.engine.dispose()


def place_of(name: str) -> tuple[float, float]:
    features = json.loads(STOPS.read_text("utf-8"))["features"]
    (lon, lat), *_ = [
        one["geometry"]["coordinates"] for one in features if one["properties"]["name"] == name
    ]
    return lon, lat


def feed() -> Tables:
    """Two poles 40 m apart at Saven, one at Leen, one 300 m north of Saven, and the station.

    On every day: a bus from Saven by Leen to the north pole, a bus back that ends at Saven, a train
    and a bus that both call at the station.
    """
    (lon, lat), (leen_lon, leen_lat), (st_lon, st_lat) = map(place_of, (SAVEN, LEEN, STATION))
    buses = ("05:59:59", "06:00:00", "12:00:00", "19:59:59", "20:00:00")
    trips = "route_id,service_id,trip_id\n"
    calls = "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type\n"
    for row, when in enumerate(buses):
        trips += f"b,hver,ud{row}\n"
        calls += f"ud{row},{when},{when},saven,1,0\n"
        calls += f"ud{row},20:10:00,20:10:00,leen,2,0\nud{row},20:20:00,20:20:00,nord,3,0\n"
    trips += "b,hver,hjem\nb,hver,kun-af\nb,hver,nat\nt,hver,tog\nb,hver,stationsbus\n"
    calls += "hjem,08:00:00,08:00:00,leen,1,0\nhjem,08:05:00,08:05:00,saven-vest,2,0\n"
    calls += "kun-af,09:00:00,09:00:00,leen,1,0\nkun-af,09:05:00,09:05:00,saven-vest,2,1\n"
    calls += "kun-af,09:10:00,09:10:00,nord,3,0\n"
    # The night of the day before: half past six.
    calls += "nat,30:30:00,30:30:00,saven-vest,1,0\nnat,30:40:00,30:40:00,nord,2,0\n"
    calls += "tog,10:00:00,10:00:00,perron,1,0\ntog,10:20:00,10:20:00,nord,2,0\n"
    calls += "stationsbus,10:00:00,10:00:00,perron,1,0\nstationsbus,10:20:00,10:20:00,nord,2,0\n"
    return {
        "agency.txt": "agency_name,agency_url,agency_timezone\nM,https://m.dk,Europe/Copenhagen\n",
        "stops.txt": "stop_id,stop_name,stop_lat,stop_lon\n"
        f"saven,Saven,{lat + 20 * METRE},{lon}\n"
        f"saven-vest,Saven,{lat - 20 * METRE},{lon}\n"
        f"leen,Leen,{leen_lat},{leen_lon}\n"
        f"nord,Nord,{lat + 20_000 * METRE},{lon}\n"
        f"perron,Station,{st_lat},{st_lon}\n",
        "routes.txt": "route_id,route_short_name,route_type\nb,1,3\nt,B,109\n",
        "calendar.txt": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
        "start_date,end_date\nhver,1,1,1,1,1,1,1,20261101,20261130\n",
        "trips.txt": trips,
        "stop_times.txt": calls,
    }


def load(service: Service, path: Path) -> None:
    cli_load.run(service, FileAsked("transit", path, told=ABOUT), None, rehearse=False)


def facilities(service: Service) -> FacilityTable:
    with service.snapshots() as session:
        return read_facilities(session, "taastrup")


def leaving(table: FacilityTable) -> dict[tuple[str, str], set[float]]:
    """Tell what leaves from the stops of each name and kind."""
    assert table.departures_06_20 is not None
    found: dict[tuple[str, str], set[float]] = {}
    told = zip(table.names, table.categories, table.departures_06_20, strict=True)
    for name, category, count in told:
        if count > 0:
            found.setdefault((name, category), set()).add(float(count))
    return found


def test_without_a_timetable_the_register_says_how_much_leaves_in_a_day(service: Service) -> None:
    table = facilities(service)
    assert table.departures_06_20 is None
    assert table.departures_weekday is not None
    told = json.loads(STOPS.read_text("utf-8"))["features"]
    known = {one["properties"]["name"]: one["properties"]["departures_weekday"] for one in told}
    of_stops = [row for row, kind in enumerate(table.categories) if kind in {"stop", "station"}]
    found = table.departures_weekday
    assert np.isfinite(found[of_stops]).sum() == len(told)
    assert np.isnan(np.delete(found, of_stops)).all()
    assert found[table.names.index(SAVEN)] == known[SAVEN]


def test_a_timetable_counts_what_one_can_board_from_six_to_twenty(
    service: Service, tmp_path: Path
) -> None:
    load(service, packed(tmp_path, feed()))
    # Saven, on both sides of the road: three of the five buses and the night's last. Leen: the two
    # buses of the morning; what calls there at 20:10 is too late. Trains leave from the station and
    # buses from the stop in front of it.
    assert leaving(facilities(service)) == {
        (SAVEN, "stop"): {4.0},
        (LEEN, "stop"): {2.0},
        (STATION, "station"): {1.0},
        (STATION, "stop"): {1.0},
    }


def test_a_stop_of_the_timetable_that_is_far_from_every_stop_counts_nowhere(
    service: Service, tmp_path: Path
) -> None:
    tables = feed()
    lon, lat = place_of(SAVEN)
    near = f"saven,Saven,{lat + 20 * METRE},{lon}\n"
    assert near in tables["stops.txt"]
    tables["stops.txt"] = tables["stops.txt"].replace(near, f"saven,Saven,{lat},{lon + 0.35}\n")
    load(service, packed(tmp_path, tables))
    assert leaving(facilities(service))[SAVEN, "stop"] == {1.0}


def test_the_numbers_stand_on_the_timetable(service: Service, tmp_path: Path) -> None:
    """Hours of the timetable are hours: no share of the day is assumed any more."""
    tables = feed()
    for row in range(200):
        tables["trips.txt"] += f"b,hver,mere{row}\n"
        minute = f"{6 + row // 20:02}:{row % 20 * 3:02}:00"
        tables["stop_times.txt"] += f"mere{row},{minute},{minute},leen,1,0\n"
        tables["stop_times.txt"] += f"mere{row},23:00:00,23:00:00,nord,2,0\n"
    load(service, packed(tmp_path, tables))
    with service.snapshots() as session:
        _, city = service.cities.get(session, "taastrup")
    assert city.facilities.departures_06_20 is not None
    assert leaving(city.facilities)[LEEN, "stop"] == {202.0}
