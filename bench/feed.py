"""A country's timetable: a generated GTFS feed read and kept twice, and a day of it read back."""

from __future__ import annotations

import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np

from app.cluster import temporary_cluster
from app.db import migrate
from app.db.engine import make_engine
from app.db.queries.timetable import days_of, read_day, usual_day
from app.services.bundled_data import load_bundled
from app.settings import Settings
from app.state import make_service
from bench.loading import loaded
from bench.measurement import Result, Timing

if TYPE_CHECKING:
    from app.state import Service

# As large as Rejseplanen's feed is said to be.
STOPS: Final = 38_000
TRANSFERS: Final = 63_000
ROUTES: Final = 6_000
TRIPS: Final = 150_000
CALLS_EACH: Final = 27
SERVICES: Final = 2_000
MOST_GIB: Final = 8.0
"""What a load from the page may hold."""


def run() -> list[Result]:
    """Write the feed, load it as a person would, load it with another title, and read a day."""
    with temporary_cluster() as cluster, TemporaryDirectory() as name:
        path, url = Path(name) / "country.zip", cluster.create_database("bench")
        write_feed(path)
        engine = make_engine(url)
        migrate.upgrade(engine)
        service = make_service(Settings(database_url=url, warm_at_start=False), engine)
        load_bundled(service, service.settings.geo_folder)
        first, again = (
            loaded(url, "transit", path, "--source", f"title={title}")
            for title in ("first", "again")
        )
        day, nbytes = _day(service)
        engine.dispose()
    peak_gib = max(first[1], again[1])
    timings = (
        Timing("read and kept", (first[0],)),
        Timing("in the place of the one before", (again[0],)),
        Timing("a day read back", (day,)),
    )
    notes = (
        f"{STOPS:,} stops, {TRIPS:,} trips, {TRIPS * CALLS_EACH:,} calls, {TRANSFERS:,} transfers",
        f"the day's arrays hold {nbytes / 2**20:.0f} MiB",
    )
    targets = {f"within {MOST_GIB:.0f} GiB": peak_gib <= MOST_GIB}
    return [Result("feed", "a generated country", timings, targets, notes, peak_gib * 1024)]


def write_feed(path: Path) -> None:
    """Write a feed whose routes call at stops where chance puts them."""
    rng = np.random.default_rng(1)
    lonlat = np.column_stack((rng.uniform(8.2, 12.6, STOPS), rng.uniform(54.8, 57.6, STOPS)))
    patterns = rng.integers(0, STOPS, (ROUTES, CALLS_EACH))
    starts = rng.integers(5 * 3_600, 23 * 3_600, TRIPS)
    week = "monday,tuesday,wednesday,thursday,friday,saturday,sunday"
    tables = {
        "agency": ("agency_name,agency_url,agency_timezone", ["B,https://b.dk,Europe/Copenhagen"]),
        "stops": (
            "stop_id,stop_name,stop_lat,stop_lon",
            [f"s{row},Stop {row},{lat:.6f},{lon:.6f}" for row, (lon, lat) in enumerate(lonlat)],
        ),
        "routes": (
            "route_id,route_short_name,route_type",
            [f"r{row},{row},3" for row in range(ROUTES)],
        ),
        "calendar": (
            f"service_id,{week},start_date,end_date",
            [f"c{row},1,1,1,1,1,0,0,20261101,20270131" for row in range(SERVICES)],
        ),
        "trips": (
            "route_id,service_id,trip_id",
            [f"r{row % ROUTES},c{row % SERVICES},t{row}" for row in range(TRIPS)],
        ),
        "transfers": (
            "from_stop_id,to_stop_id,transfer_type,min_transfer_time",
            [f"s{row % STOPS},s{(row + 1) % STOPS},2,180" for row in range(TRANSFERS)],
        ),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, (head, lines) in tables.items():
            packed.writestr(f"{name}.txt", "\n".join((head, *lines)) + "\n")
        with packed.open("stop_times.txt", "w") as file:
            file.write(b"trip_id,arrival_time,departure_time,stop_id,stop_sequence\n")
            for trip, start in enumerate(starts.tolist()):
                called = enumerate(patterns[trip % ROUTES].tolist())
                lines = [_call(trip, start + 120 * at, stop, at) for at, stop in called]
                file.write("".join(lines).encode())


def _call(trip: int, when_s: int, stop: int, at: int) -> str:
    clock = f"{when_s // 3600:02}:{when_s // 60 % 60:02}:{when_s % 60:02}"
    return f"t{trip},{clock},{clock},s{stop},{at}\n"


def _day(service: Service) -> tuple[float, int]:
    with service.snapshots() as session:
        day = usual_day(days_of(session))
        if day is None:
            message = "the feed has no usual day"
            raise RuntimeError(message)
        began = perf_counter()
        timetable = read_day(session, day).lines()
        return perf_counter() - began, timetable.nbytes
