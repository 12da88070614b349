"""Feeds are read as the format says, by hand and on two real ones."""

from __future__ import annotations

import zipfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from app.importers.faults import InvalidLayers
from app.importers.gtfs import packed as packing
from app.importers.gtfs import read_feed, repeating
from tests.importers.gtfs.feeds import changed, packed, town, without
from tests.importers.gtfs.wrong import WRONG

if TYPE_CHECKING:
    from app.importers.gtfs import Feed

GTFS = Path(__file__).resolve().parents[4] / "shared" / "geo" / "gtfs"
HOUR_S = 3_600


def trip(feed: Feed, name: str) -> list[tuple[str, int, int]]:
    """Give the calls of a trip: stop, arrival and departure."""
    row = feed.trips.ids.index(name)
    calls = range(feed.trips.first[row], feed.trips.first[row + 1])
    return [
        (
            feed.stops.ids[feed.trips.stops[call]],
            int(feed.trips.arrivals_s[call]),
            int(feed.trips.departures_s[call]),
        )
        for call in calls
    ]


def test_trips_call_where_and_when_the_file_says(tmp_path: Path) -> None:
    feed = read_feed(packed(tmp_path, town()))
    assert trip(feed, "hjem") == [
        ("C", 15 * HOUR_S, 15 * HOUR_S),
        ("B", 15 * HOUR_S + 360, 15 * HOUR_S + 420),
        ("A", 15 * HOUR_S + 540, 15 * HOUR_S + 540),
    ]
    # After midnight it is still the same day's trip.
    assert trip(feed, "nat") == [
        ("A", 24 * HOUR_S + 1_800, 24 * HOUR_S + 1_800),
        ("C", 25 * HOUR_S + 600, 25 * HOUR_S + 600),
    ]


def test_a_missing_time_lies_between_its_neighbours_by_the_way(tmp_path: Path) -> None:
    """B is a quarter of the way from A to C: 0.016 of 0.064 degrees along one parallel."""
    feed = read_feed(packed(tmp_path, town()))
    assert trip(feed, "ud")[1] == ("B", 7 * HOUR_S + 120, 7 * HOUR_S + 120)
    assert ("times-filled", 1) in [(note.code, note.count) for note in feed.notes]


def test_the_way_along_the_shape_is_stronger_than_the_straight_one(tmp_path: Path) -> None:
    tables = town()
    lines = tables["stop_times.txt"].splitlines()
    along = {"ud,07:00:00": "0", "ud,,": "30", "ud,07:08:00": "40"}
    told = [lines[0] + ",shape_dist_traveled"]
    told += [
        line + "," + next((way for key, way in along.items() if key in line), "")
        for line in lines[1:]
    ]
    tables["stop_times.txt"] = "\n".join(told) + "\n"
    feed = read_feed(packed(tmp_path, tables))
    assert trip(feed, "ud")[1] == ("B", 7 * HOUR_S + 360, 7 * HOUR_S + 360)


def test_calls_at_one_place_share_the_time_evenly(tmp_path: Path) -> None:
    tables = changed(town(), "stop_times.txt", "ud,,,B,2\n", "ud,,,A,2\nud,,,A,20\n")
    tables = changed(tables, "stop_times.txt", "ud,07:08:00,07:08:00,C,3", "ud,07:09:00,,A,30")
    feed = read_feed(packed(tmp_path, tables))
    minutes = [(when - 7 * HOUR_S) / 60 for _, when, _ in trip(feed, "ud")]
    assert minutes == [0, 3, 6, 9]


def test_a_trip_may_pass_a_stop_twice(tmp_path: Path) -> None:
    loop = "hjem,15:09:00,15:09:00,A,3\nhjem,15:20:00,15:20:00,C,4\n"
    tables = changed(town(), "stop_times.txt", "hjem,15:09:00,15:09:00,A,3\n", loop)
    assert [stop for stop, *_ in trip(read_feed(packed(tmp_path, tables)), "hjem")] == list("CBAC")


def test_a_headway_becomes_departures_before_its_end(tmp_path: Path) -> None:
    feed = read_feed(packed(tmp_path, town()))
    shuttles = [name for name in feed.trips.ids if name.startswith("pendul")]
    assert shuttles == [
        "pendul@08:00:00",
        "pendul@08:20:00",
        "pendul@08:40:00",
        "pendul@16:00:00",
    ]
    at = 8 * HOUR_S + 1_200
    assert trip(feed, "pendul@08:20:00") == [("A", at, at), ("B2", at + 300, at + 300)]


def test_a_service_runs_by_its_week_with_its_exceptions(tmp_path: Path) -> None:
    services = read_feed(packed(tmp_path, town())).services
    days = dict(zip(services.ids, services.days, strict=True))
    found = [date.fromordinal(day) for day in days["hv"]]
    weekdays = [date(2026, 11, 23 + day) for day in range(5) if day != 2]
    assert found == [
        *weekdays,
        date(2026, 11, 28),
        *(date(2026, 11, 30) if day == 0 else date(2026, 12, day) for day in range(5)),
    ]
    assert days["jul"] == (date(2026, 12, 24).toordinal(),)


def test_what_a_platform_does_not_say_its_station_says(tmp_path: Path) -> None:
    stops = read_feed(packed(tmp_path, town())).stops
    told = dict(zip(stops.ids, stops.wheelchair.tolist(), strict=True))
    assert told == {"A": 0, "S": 1, "B": 1, "B2": 2, "C": 0}


def test_nobody_gets_on_where_the_file_forbids_it(tmp_path: Path) -> None:
    tables = town()
    tables["stop_times.txt"] = tables["stop_times.txt"].replace(
        "stop_sequence\n", "stop_sequence,pickup_type,drop_off_type\n"
    )
    tables = changed(
        tables, "stop_times.txt", "hjem,15:06:00,15:07:00,B,2", "hjem,15:06:00,15:07:00,B,2,1,3"
    )
    for line in town()["stop_times.txt"].splitlines()[1:]:
        if not line.startswith("hjem,15:06"):
            tables = changed(tables, "stop_times.txt", line + "\n", line + ",,\n")
    trips = read_feed(packed(tmp_path, tables)).trips
    call = int(trips.first[trips.ids.index("hjem")]) + 1
    assert (trips.boards[call], trips.alights[call]) == (False, True)
    assert trips.boards.sum() == len(trips.boards) - 1


def test_what_spreadsheets_do_to_a_file_does_no_harm(tmp_path: Path) -> None:
    """A byte order mark, spaces, quotes, foreign columns, another order, a folder, and “NA”."""
    tables = {
        name: text.replace("A,", "NA,", 1) if name == "stops.txt" else text
        for name, text in town().items()
    }
    tables["stop_times.txt"] = tables["stop_times.txt"].replace(",A,", ',"NA", ')
    tables["trips.txt"] = "\ufeff" + tables["trips.txt"].replace("trip_id", " trip_id ")
    tables["routes.txt"] = (
        tables["routes.txt"].replace("route_type", "route_type,x").replace(",3\n", ",3,x\n")
    )
    feed = read_feed(packed(tmp_path, tables, inside="feed/"))
    assert trip(feed, "nat")[0][0] == "NA"


def test_trips_that_go_nowhere_or_never_are_left_out_and_told(tmp_path: Path) -> None:
    tables = changed(town(), "trips.txt", "1,jul,jul,Skolen\n", "1,jul,jul,Skolen\n1,hv,kort,\n")
    tables["stop_times.txt"] += "kort,09:00:00,09:00:00,A,1\n"
    tables = changed(tables, "calendar_dates.txt", "jul,20261224,1", "jul,20261224,2")
    feed = read_feed(packed(tmp_path, tables))
    assert not {"kort", "jul"} & set(feed.trips.ids)
    told = {note.code: note.count for note in feed.notes}
    assert (told["trips-too-short"], told["trips-on-no-day"]) == (1, 1)


def test_transfers_and_pathways_come_along(tmp_path: Path) -> None:
    tables = town()
    tables["transfers.txt"] = (
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id\n"
        "B,B2,2,90,\nB2,B,3,,\nB,B2,0,,ud\n"
    )
    tables["pathways.txt"] = (
        "pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,traversal_time,"
        "length,stair_count\np,B,B2,2,1,40,12.5,-20\n"
    )
    feed = read_feed(packed(tmp_path, tables))
    at = {name: row for row, name in enumerate(feed.stops.ids)}
    assert feed.transfers.from_stop.tolist() == [at["B"], at["B2"]]
    assert feed.transfers.kind.tolist() == [2, 3]
    assert feed.transfers.min_time_s.tolist() == [90, -1]
    assert ("transfers-narrow", 1) in [(note.code, note.count) for note in feed.notes]
    ways = feed.pathways
    assert (ways.ids, ways.kind.tolist(), ways.two_way.tolist()) == (("p",), [2], [True])
    assert (ways.time_s.tolist(), ways.length_m.tolist(), ways.stairs.tolist()) == (
        [40],
        [12.5],
        [20],
    )


def test_shapes_are_lines_in_the_order_of_their_points(tmp_path: Path) -> None:
    tables = town()
    tables["shapes.txt"] = (
        "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\n"
        "s,55.65,12.36,9\ns,55.66,12.31,2\ns,55.65,12.30,1\n"
    )
    tables["trips.txt"] = tables["trips.txt"].replace("headsign\n", "headsign,shape_id\n")
    tables = changed(tables, "trips.txt", "1,hv,ud,Skolen\n", "1,hv,ud,Skolen,s\n")
    feed = read_feed(packed(tmp_path, tables))
    (line,) = feed.shapes
    assert list(line.coords) == [(12.30, 55.65), (12.31, 55.66), (12.36, 55.65)]
    assert feed.trips.shape[feed.trips.ids.index("ud")] == 0
    assert feed.trips.shape[feed.trips.ids.index("hjem")] == -1


@pytest.mark.parametrize(("table", "old", "new", "message"), WRONG)
def test_what_is_wrong_is_told_with_its_file_and_line(
    tmp_path: Path, table: str, old: str, new: str, message: str
) -> None:
    tables = changed(town(), table, old, new)
    with pytest.raises(InvalidLayers) as refused:
        read_feed(packed(tmp_path, tables))
    (fault,) = [one for one in refused.value.faults if one.message == message]
    assert fault.layer == table
    assert fault.feature is not None
    line = tables[table].splitlines()[int(fault.feature) - 1]
    assert (
        line not in town()[table].splitlines() or "line before" in message or "left the" in message
    )


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    tables = town()
    some = [WRONG[row] for row in (6, 12, 17, 23, 33)]
    for table, old, new, _ in some:
        tables = changed(tables, table, old, new)
    with pytest.raises(InvalidLayers) as refused:
        read_feed(packed(tmp_path, tables))
    told = {(fault.layer, fault.message) for fault in refused.value.faults}
    assert told == {(table, message) for table, _, _, message in some}


def test_of_many_faults_of_a_kind_the_first_are_told_and_all_are_counted(tmp_path: Path) -> None:
    tables = town()
    tables["stop_times.txt"] += "".join(f"ud,0{row}:99,,A,{row + 50}\n" for row in range(57))
    with pytest.raises(InvalidLayers) as refused:
        read_feed(packed(tmp_path, tables))
    messages = Counter(fault.message for fault in refused.value.faults)
    assert messages["`arrival_time` should be a time as HH:MM:SS"] == 20
    assert messages["37 more with the same fault"] == 1


def test_faults_without_a_line_are_counted_in_the_same_way(tmp_path: Path) -> None:
    tables = town()
    tables["shapes.txt"] = "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\n"
    tables["shapes.txt"] += "".join(f"s{row},55.6,12.3,1\n" for row in range(25))
    with pytest.raises(InvalidLayers) as refused:
        read_feed(packed(tmp_path, tables))
    messages = Counter(fault.message for fault in refused.value.faults)
    assert messages == {"a shape has at least two points": 20, "5 more with the same fault": 1}


def test_headways_give_no_more_departures_than_a_country_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repeating, "MOST_DEPARTURES", 3)
    with pytest.raises(InvalidLayers, match="the headways give more than 3 departures") as refused:
        read_feed(packed(tmp_path, town()))
    assert [(one.layer, one.value) for one in refused.value.faults] == [("frequencies.txt", "4")]


def test_a_feed_that_lacks_files_or_fields_says_which(tmp_path: Path) -> None:
    with pytest.raises(InvalidLayers) as refused:
        read_feed(packed(tmp_path, without(without(town(), "stops.txt"), "agency.txt")))
    told = [(fault.layer, fault.message) for fault in refused.value.faults]
    assert told == [(file, "the feed lacks this file") for file in ("agency.txt", "stops.txt")]
    tables = changed(town(), "stop_times.txt", "stop_sequence", "sequence")
    tables = changed(tables, "stops.txt", "stop_lat", "lat")
    with pytest.raises(InvalidLayers) as refused:
        read_feed(packed(tmp_path, tables))
    told = [(fault.layer, fault.message) for fault in refused.value.faults]
    assert ("stop_times.txt", "the file lacks the field `stop_sequence`") in told
    assert ("stops.txt", "the file lacks the field `stop_lat`") in told


def test_a_feed_without_days_says_so(tmp_path: Path) -> None:
    tables = without(without(town(), "calendar.txt"), "calendar_dates.txt")
    with pytest.raises(InvalidLayers, match="the feed says of no day that anything runs"):
        read_feed(packed(tmp_path, tables))


def test_files_that_are_none_are_refused_in_words(tmp_path: Path) -> None:
    plain = tmp_path / "plain.zip"
    plain.write_bytes(b"nothing")
    with pytest.raises(InvalidLayers, match="not a zip"):
        read_feed(plain)
    bomb = packed(tmp_path, {**town(), "extra.txt": "0" * 5_000_000}, "bomb.zip")
    with pytest.raises(InvalidLayers, match="more than a timetable can be"):
        read_feed(bomb)
    latin = tmp_path / "latin.zip"
    with zipfile.ZipFile(latin, "w") as file:
        for name, text in town().items():
            file.writestr(name, text.replace("Torvet", "Tørvet").encode("latin-1"))
    with pytest.raises(InvalidLayers, match="not written in UTF-8"):
        read_feed(latin)
    quote = changed(town(), "trips.txt", "1,hv,ud,Skolen", '1,hv,ud,"Skolen')
    with pytest.raises(InvalidLayers, match="a quotation mark is not closed"):
        read_feed(packed(tmp_path, quote, "quote.zip"))
    empty = {**town(), "stop_times.txt": town()["stop_times.txt"].splitlines()[0] + "\n"}
    with pytest.raises(InvalidLayers, match="the file has no rows"):
        read_feed(packed(tmp_path, empty, "empty.zip"))


def test_files_are_read_in_parts_as_if_in_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = packed(tmp_path, town())
    whole = read_feed(path)
    monkeypatch.setattr(packing, "ROWS_AT_ONCE", 2)
    parts = read_feed(path)
    for name in ("first", "stops", "arrivals_s", "departures_s", "boards", "alights", "service"):
        np.testing.assert_array_equal(getattr(parts.trips, name), getattr(whole.trips, name))
    broken = changed(town(), "stop_times.txt", "25:10:00,C,9", "25:10:00,Q,9")
    with pytest.raises(InvalidLayers) as refused:
        read_feed(packed(tmp_path, broken, "broken.zip"))
    (line,) = [
        row for row, text in enumerate(broken["stop_times.txt"].splitlines(), 1) if ",Q," in text
    ]
    assert [fault.feature for fault in refused.value.faults] == [str(line)]


@pytest.mark.skipif(not GTFS.is_dir(), reason="needs the feeds of ../shared/geo/gtfs")
@pytest.mark.parametrize("name", ["cairns_gtfs.zip", "sample_gtfs.zip"])
def test_real_feeds_are_read_whole(name: str) -> None:
    """Held against the files themselves, read by pandas alone."""
    feed = read_feed(GTFS / name)
    with zipfile.ZipFile(GTFS / name) as file:
        tables = {
            table: pd.read_csv(file.open(f"{table}.txt"), dtype=str, index_col=False)
            for table in ("stops", "routes", "stop_times", "trips")
        }
    assert feed.stops.ids == tuple(tables["stops"]["stop_id"])
    assert feed.routes.ids == tuple(tables["routes"]["route_id"])
    calls = tables["stop_times"]
    by_trip = calls.assign(at=calls["stop_sequence"].astype(int)).sort_values(["trip_id", "at"])
    plain = dict(iter(by_trip.groupby("trip_id")))
    repeated = {name.partition("@")[0] for name in feed.trips.ids if "@" in name}
    checked = 0
    for row, trip_id in enumerate(feed.trips.ids):
        rows = plain[trip_id.partition("@")[0]]
        span = slice(feed.trips.first[row], feed.trips.first[row + 1])
        assert [feed.stops.ids[stop] for stop in feed.trips.stops[span]] == list(rows["stop_id"])
        if trip_id.partition("@")[0] not in repeated:
            told = pd.to_timedelta(rows["departure_time"]).dt.total_seconds().to_numpy()
            given = ~np.isnan(told)
            assert (feed.trips.departures_s[span][given] == told[given]).all()
            checked += 1
    assert checked > 0
    assert {name.partition("@")[0] for name in feed.trips.ids} == set(tables["trips"]["trip_id"])
