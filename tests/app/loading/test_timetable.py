"""A feed in a real store: whole or not at all, and out again as the engine searches it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from sqlalchemy import select

from app import cli_load
from app.db.engine import make_engine
from app.db.models import Place, TransitPathway, TransitStop, TransitTransfer, TransitTrip
from app.db.queries.dataset import dataset_version
from app.db.queries.place_transit import read_transit
from app.db.queries.timetable import UNTIL_S, days_of, read_day, usual_day
from app.importers.faults import InvalidLayers
from app.importers.geo_rows import SourceRow
from app.importers.gtfs import Feed, read_feed
from app.services.bundled_data import load_bundled
from app.services.loading import timetable as taking
from app.services.loading.asked import FileAsked
from app.settings import Settings
from app.state import Service, make_service
from spatial.transit.raptor import earliest_arrivals
from spatial.units import UNREACHABLE_MS
from tests.importers.gtfs.feeds import Tables, changed, packed, town

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.db.queries.timetable import DayTimetable
    from app.services.loading.story import Story

GTFS = Path(__file__).resolve().parents[4] / "shared" / "geo" / "gtfs"
ABOUT = {"id": "koereplan", "publisher": "Movia", "licence": "CC0", "date": "2026-11-27"}
MONDAY, WEDNESDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 25), date(2026, 11, 28)
MINUTE_MS, HOUR_MS = 60_000, 3_600_000


@pytest.fixture
def service(migrated_url: str) -> Iterator[Service]:
    made = make_service(
        Settings(database_url=migrated_url, warm_at_start=False), make_engine(migrated_url)
    )
    yield made
    made.engine.dispose()


def load(service: Service, path: Path, *, rehearse: bool = False, **about: str) -> Story:
    asked = FileAsked("transit", path, told={**ABOUT, **about})
    return cli_load.run(service, asked, None, rehearse=rehearse)


def counts(story: Story) -> dict[str, tuple[int, int, int, int]]:
    return {
        change.layer: (change.added, change.removed, change.changed, change.same)
        for change in story.layers
    }


def version(service: Service) -> str:
    with service.snapshots() as session:
        return dataset_version(session)


def runs(service: Service, day: date) -> DayTimetable:
    with service.snapshots() as session:
        return read_day(session, day)


def arrivals(service: Service, day: date, start: str, when_ms: int) -> dict[str, int | None]:
    """Tell when one gets to each stop, by the feed's ids."""
    with service.snapshots() as session:
        stops = session.execute(select(TransitStop.row, TransitStop.id))
        named = {stop.row: stop.id for stop in stops}
    today = runs(service, day)
    names = [named[row] for row in today.stop_rows.tolist()]
    at = np.array([names.index(start)], np.int32)
    (found,) = earliest_arrivals(
        today.lines(), at, np.zeros(1, np.int32), np.array([when_ms], np.int32)
    )
    return {
        name: None if time == UNREACHABLE_MS else int(time)
        for name, time in zip(names, found.tolist(), strict=True)
    }


def test_a_feed_is_taken_in_once(service: Service, tmp_path: Path) -> None:
    path = packed(tmp_path, town())
    before = version(service)
    rehearsed = load(service, path, rehearse=True)
    assert (rehearsed.taken, rehearsed.is_change, version(service)) == (False, True, before)
    story = load(service, path)
    assert (
        counts(story)
        == counts(rehearsed)
        == {
            "transit_stops": (5, 0, 0, 0),
            "transit_routes": (3, 0, 0, 0),
            "transit_trips": (8, 0, 0, 0),
        }
    )
    again = load(service, path)
    assert (again.taken, again.is_change) == (False, False)
    assert counts(again)["transit_trips"] == (0, 0, 0, 8)


def test_a_newer_feed_takes_its_place_and_tells_what_changed(
    service: Service, tmp_path: Path
) -> None:
    """A stop at the head of the file shifts every number, and changes nobody else."""
    load(service, packed(tmp_path, town()))
    tables = changed(town(), "stops.txt", "A,Havnen", "0,Ny,55.6,12.2,,,\nA,Havnen")
    tables = changed(tables, "stop_times.txt", "hjem,15:09:00,15:09:00", "hjem,15:11:00,15:11:00")
    tables = changed(tables, "stops.txt", "C,Skolen", "C,Den nye skole")
    tables = changed(tables, "trips.txt", "N,hv,nat,Skolen\n", "")
    for line in ("nat,24:30:00,24:30:00,A,5\n", "nat,25:10:00,25:10:00,C,9\n"):
        tables = changed(tables, "stop_times.txt", line, "")
    story = load(service, packed(tmp_path, tables, "newer.zip"), id="nyere")
    assert counts(story) == {
        "transit_stops": (1, 0, 1, 4),
        "transit_routes": (0, 0, 0, 3),
        "transit_trips": (0, 1, 1, 6),
    }
    with service.snapshots() as session:
        assert len(session.scalars(select(TransitTrip.id)).all()) == 7


def test_other_days_make_it_another_trip(service: Service, tmp_path: Path) -> None:
    load(service, packed(tmp_path, town()))
    tables = changed(town(), "calendar_dates.txt", "jul,20261224,1", "jul,20261223,1")
    story = load(service, packed(tmp_path, tables, "newer.zip"))
    assert counts(story)["transit_trips"] == (0, 0, 1, 7)


def test_a_feed_with_faults_or_a_stop_leaves_the_old_one(service: Service, tmp_path: Path) -> None:
    load(service, packed(tmp_path, town()))
    before = version(service)
    broken = changed(town(), "stop_times.txt", "25:10:00,C,9", "25:10:00,Q,9")
    with pytest.raises(InvalidLayers, match=r"stop_times.txt, feature 9: `stop_id` is not in"):
        load(service, packed(tmp_path, broken, "broken.zip"))
    newer = packed(
        tmp_path, changed(town(), "stops.txt", "C,Skolen", "C,Den nye skole"), "newer.zip"
    )

    def stop(stage: str, done: int, total: int | None) -> None:  # noqa: ARG001 - as a progress is
        if (stage, done) == ("store", 5):
            raise KeyboardInterrupt

    told = {"title": "x", "attribution": "", "url": None, "modelled": False, "note": ""}
    source = SourceRow.model_validate({**ABOUT, **told})
    with pytest.raises(KeyboardInterrupt):
        taking.load_timetable(service, read_feed(newer), source, stop, rehearse=False)
    assert version(service) == before
    with service.snapshots() as session:
        assert "Skolen" in session.scalars(select(TransitStop.name)).all()
        assert len(session.scalars(select(TransitTrip.id)).all()) == 8


def test_loading_what_comes_with_forbind_leaves_the_timetable(
    service: Service, tmp_path: Path
) -> None:
    load(service, packed(tmp_path, town()))
    load_bundled(service, Path(__file__).resolve().parents[3] / "data" / "geo")
    with service.snapshots() as session:
        assert len(session.scalars(select(TransitTrip.id)).all()) == 8
    story = load(service, packed(tmp_path, town()))
    assert not story.is_change
    # All but the station, where nothing calls, and the school, which lies east of the window.
    assert [(note.code, note.count) for note in story.notes][:1] == [("stops-in-place", 3)]


def test_what_takes_no_wheelchairs_is_told_to_the_engine(service: Service, tmp_path: Path) -> None:
    more = "trip_headsign,wheelchair_accessible\n"
    tables = changed(town(), "trips.txt", "trip_headsign\n", more)
    tables = changed(tables, "trips.txt", "1,hv,ud,Skolen\n", "1,hv,ud,Skolen,1\n")
    tables = changed(tables, "trips.txt", "1,hv,hjem,Havnen\n", "1,hv,hjem,Havnen,2\n")
    load(service, packed(tmp_path, tables))
    load_bundled(service, Path(__file__).resolve().parents[3] / "data" / "geo")
    here = select(Place.id).where(Place.west < 12.3, Place.east > 12.3, Place.south < 55.65)
    with service.snapshots() as session:
        table = read_transit(session, session.scalars(here).one())
    assert table is not None
    assert table.no_wheels is not None
    closed = table.no_wheels
    assert [name for name, no in zip(table.ids, closed.stops, strict=True) if no] == ["B2"]
    # The one trip home; of all but the two to and from the school nothing is told.
    (home,) = np.flatnonzero(closed.trips).tolist()
    start = table.trips.first[home]
    assert table.trips.departures_ms[start] == 15 * HOUR_MS
    assert table.ids[table.trips.stops[start]] == "C"
    assert closed.told_share == pytest.approx(2 / len(table.trips))


def test_a_feed_of_another_country_is_told(service: Service, tmp_path: Path) -> None:
    story = load(service, packed(tmp_path, town()))
    assert story.notes[0].code == "no-stops-here"


def test_a_day_runs_what_its_services_say(service: Service, tmp_path: Path) -> None:
    load(service, packed(tmp_path, town()))
    with service.snapshots() as session:
        days = days_of(session)
    assert days[MONDAY] == days[SATURDAY] == 7
    assert WEDNESDAY not in days
    assert days[date(2026, 12, 24)] == 1
    # Tuesdays to Thursdays by their trips: 24 December (1), then 24 and 26 November, 1 to 3
    # December (7 each); the third of these six has as many as half of them at most.
    assert usual_day(days) == date(2026, 11, 26)
    assert usual_day(days, weekdays=(5,)) == SATURDAY
    assert usual_day({}) is None


def test_rides_and_changes_are_worked_by_hand(service: Service, tmp_path: Path) -> None:
    tables: Tables = town()
    tables["transfers.txt"] = (
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nB2,B,2,300\n"
    )
    # B2 is reached at 08:05, B at 08:10: the bus that leaves then is caught, the one before not.
    tables["trips.txt"] += "1,hv,videre,Skolen\n1,hv,forbi,Skolen\n"
    tables["stop_times.txt"] += (
        "forbi,08:09:59,08:09:59,B,1\nforbi,08:13:00,08:13:00,C,2\n"
        "videre,08:10:00,08:10:00,B,1\nvidere,08:16:00,08:16:00,C,2\n"
    )
    load(service, packed(tmp_path, tables))
    found = arrivals(service, MONDAY, "A", 8 * HOUR_MS)
    # Back at A and at B one is by the afternoon's bus home.
    assert found == {
        "A": 15 * HOUR_MS + 9 * MINUTE_MS,
        "B": 15 * HOUR_MS + 6 * MINUTE_MS,
        "B2": 8 * HOUR_MS + 5 * MINUTE_MS,
        "C": 8 * HOUR_MS + 16 * MINUTE_MS,
    }


def test_the_night_belongs_to_the_day_before_and_is_there_on_both(
    service: Service, tmp_path: Path
) -> None:
    """Monday's 24:30 is Tuesday's half past midnight; on Monday it is reached by waiting."""
    load(service, packed(tmp_path, town()))
    tuesday = date(2026, 11, 24)
    early = arrivals(service, tuesday, "A", 0)
    assert early["C"] == 70 * MINUTE_MS
    late = arrivals(service, MONDAY, "A", 20 * HOUR_MS)
    assert late["C"] == 24 * HOUR_MS + 70 * MINUTE_MS
    # Nothing ran on Sunday: Monday morning has no night bus.
    assert arrivals(service, MONDAY, "A", 0)["C"] == 7 * HOUR_MS + 8 * MINUTE_MS


def test_the_morning_after_is_there_for_those_who_leave_late(
    service: Service, tmp_path: Path
) -> None:
    early = changed(town(), "stop_times.txt", "ud,07:00:00,07:00:00", "ud,05:30:00,05:30:00")
    load(service, packed(tmp_path, early))
    today = runs(service, MONDAY)
    times = today.trips.departures_ms
    assert int((5 * HOUR_MS + HOUR_MS // 2 + 24 * HOUR_MS) in times.tolist()) == 1
    # Of Wednesday, when nothing runs, Tuesday's night and Thursday's morning remain.
    assert len(runs(service, WEDNESDAY).trip_rows) == 2


def test_an_impossible_change_is_none(service: Service, tmp_path: Path) -> None:
    tables: Tables = town()
    tables["transfers.txt"] = (
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nS,S,3,\nB,B2,1,\nA,A,2,240\n"
    )
    load(service, packed(tmp_path, tables))
    today = runs(service, MONDAY)
    changes = today.changes
    starts = np.repeat(np.arange(len(today.stop_rows)), np.diff(changes.indptr))
    columns = (starts, changes.nodes, changes.times_ms)
    found = sorted(zip(*(column.tolist() for column in columns), strict=True))
    # Stops in the order of the file: A, B, B2, C. Within the station only B to B2 remains.
    assert found == [(0, 0, 240_000), (1, 2, 0), (3, 3, 60_000)]


def test_what_is_said_of_platforms_is_stronger_than_of_their_station(
    service: Service, tmp_path: Path
) -> None:
    tables: Tables = town()
    tables["transfers.txt"] = (
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nB,B2,2,90\nS,S,2,600\n"
    )
    load(service, packed(tmp_path, tables))
    changes = runs(service, MONDAY).changes
    starts = np.repeat(np.arange(4), np.diff(changes.indptr))
    told = zip(starts.tolist(), changes.nodes.tolist(), changes.times_ms.tolist(), strict=True)
    times = {(start, end): time_ms for start, end, time_ms in told}
    assert (times[1, 2], times[2, 1]) == (90_000, 600_000)


def test_transfers_and_pathways_are_kept(service: Service, tmp_path: Path) -> None:
    tables: Tables = town()
    tables["transfers.txt"] = "from_stop_id,to_stop_id,transfer_type\nB,B2,0\n"
    tables["pathways.txt"] = (
        "pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,length\np,B,B2,1,1,8.5\n"
    )
    load(service, packed(tmp_path, tables))
    with service.snapshots() as session:
        (transfer,) = session.scalars(select(TransitTransfer))
        (way,) = session.scalars(select(TransitPathway))
    assert (transfer.kind, transfer.min_time_s) == (0, None)
    assert (way.id, way.length_m, way.time_s, way.two_way) == ("p", 8.5, None, True)


@pytest.mark.skipif(not GTFS.is_dir(), reason="needs the feeds of ../shared/geo/gtfs")
def test_a_citys_day_comes_out_as_it_went_in(service: Service) -> None:
    """A weekday of Cairns: from twenty stops, as a scan of the feed's own connections says."""
    load(service, GTFS / "cairns_gtfs.zip")
    feed = read_feed(GTFS / "cairns_gtfs.zip")
    with service.snapshots() as session:
        day = usual_day(days_of(session))
        assert day is not None
    connections = connections_around(feed, day)
    assert len(connections) > 10_000
    reached = 0
    for stop in range(0, len(feed.stops.ids), 21):
        for when_s in (6 * 3_600, 16 * 3_600, 23 * 3_600):
            found = arrivals(service, day, feed.stops.ids[stop], when_s * 1000)
            wanted = scanned(connections, stop, when_s)
            assert {name: time for name, time in found.items() if time is not None} == {
                feed.stops.ids[row]: time_s * 1000 for row, time_s in wanted.items()
            }
            reached += len(wanted)
    assert reached > 5_000


Connection = tuple[int, int, int, int, int, bool, bool]


def connections_around(feed: Feed, day: date) -> list[Connection]:
    """List departure, trip, arrival, from, to, and whether one gets on and off there."""
    trips = feed.trips
    found = []
    for shift in (-1, 0, 1):
        runs_on = day.toordinal() + shift
        for trip in range(len(trips)):
            if runs_on not in feed.services.days[trips.service[trip]]:
                continue
            if shift == 1 and trips.departures_s[trips.first[trip]] >= UNTIL_S:
                continue
            found += [
                (
                    int(trips.departures_s[call]) + shift * 86_400,
                    trip * 3 + shift + 1,
                    int(trips.arrivals_s[call + 1]) + shift * 86_400,
                    int(trips.stops[call]),
                    int(trips.stops[call + 1]),
                    bool(trips.boards[call]),
                    bool(trips.alights[call + 1]),
                )
                for call in range(trips.first[trip], trips.first[trip + 1] - 1)
            ]
    # What leaves at once stays in the order of its trip.
    return sorted(found, key=lambda one: one[:2])


def scanned(connections: list[Connection], start: int, when_s: int) -> dict[int, int]:
    """Scan all connections in the order of time; a change takes a minute, the first ride none."""
    arrived: dict[int, int] = {}
    ready, on_board = {start: when_s}, set()
    for departs, trip, arrives, here, there, boards, alights in connections:
        if boards and ready.get(here, departs + 1) <= departs:
            on_board.add(trip)
        if trip in on_board and alights and arrives < arrived.get(there, arrives + 1):
            arrived[there] = arrives
            ready[there] = min(ready.get(there, arrives + 60), arrives + 60)
    return arrived
