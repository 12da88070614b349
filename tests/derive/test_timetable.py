"""The modelled timetable: as derived, as often as the register says."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

from app.importers.gtfs import read_feed
from data.derive.timetable.__main__ import LINES, derive
from data.derive.timetable.feed import departures_by_period, running_times_s
from data.derive.timetable.lines import Line, Pole, called_at, read_lines, read_poles

GEO = Path(__file__).parents[2] / "data" / "geo"


def test_what_is_kept_is_what_is_derived() -> None:
    derived = derive(GEO)
    assert {path.name for path in (GEO / "timetable").iterdir()} == set(derived)
    for name, text in derived.items():
        assert (GEO / "timetable" / name).read_text("utf-8") == text, name


def test_it_is_a_sound_feed() -> None:
    feed = read_feed(GEO / "timetable")
    assert len(feed.trips) > 1_500
    assert [(note.code, note.count) for note in feed.notes] == [("trips-repeated", 184)]


def test_lines_have_the_departures_of_the_stop_they_name() -> None:
    lines, _, beyond = read_lines(LINES)
    poles = read_poles(GEO, beyond)
    for line in lines:
        if line.as_at is None:
            assert line.headway_min is not None
            continue
        ways = 2 if line.kind == "train" else 1
        chosen = [pole for pole in poles[line.as_at] if pole.is_station == (line.kind == "train")]
        for pole in chosen:
            assert pole.departures_weekday is not None
            assert abs(pole.departures_weekday / ways - line.weekday) <= 4, line.id
            assert abs((pole.departures_07_09 or 0) / ways - line.rush) <= 1, line.id


def test_the_day_and_the_rush_have_their_counts() -> None:
    for weekday, rush in ((61, 8), (19, 2), (124, 21), (8, 8)):
        counts = departures_by_period(weekday, rush)
        assert sum(counts) == weekday
        assert counts[1] == rush
    texts = derive(GEO)
    runs: Counter[str] = Counter()
    for row in csv.DictReader(io.StringIO(texts["frequencies.txt"])):
        hours = [
            sum(int(part) * size for part, size in zip(text.split(":"), (3600, 60, 1), strict=True))
            for text in (row["start_time"], row["end_time"])
        ]
        runs[row["trip_id"]] += len(range(*hours, int(row["headway_secs"])))
    assert runs["esbjerg-stengaardsvej-a"] == runs["esbjerg-stengaardsvej-b"] == 61
    assert runs["s-b-a"] == 111


def pole(name: str, x: float, y: float, *, is_station: bool = False) -> Pole:
    return Pole(f"{name} {x} {y}", name, 0, 0, x, y, 1, 1, is_station)


def line(*stops: str, kind: str = "bus", minutes: tuple[int, ...] = ()) -> Line:
    return Line("l", kind, "L", "", None, 1, 1, None, stops, minutes)


def test_a_bus_stops_on_the_right_and_a_train_at_the_station() -> None:
    poles = {
        "A": [pole("A", 0, 0)],
        "B": [pole("B", 500, 5), pole("B", 500, -5)],
        "C": [pole("C", 1000, 0), pole("C", 1000, 90, is_station=True)],
        "D": [pole("D", 2000, 0, is_station=True)],
    }
    forth = called_at(line("A", "B", "C"), poles, back=False)
    assert [one.y for one in forth] == [0, -5, 0]
    assert [one.y for one in called_at(line("A", "B", "C"), poles, back=True)] == [0, 5, 0]
    assert [one.y for one in called_at(line("C", "D", kind="train"), poles, back=False)] == [90, 0]
    with pytest.raises(LookupError, match="'Ny'"):
        called_at(line("A", "Ny"), poles, back=False)


def test_running_times_are_known_or_assumed() -> None:
    _, assumed, _ = read_lines(LINES)
    way = [pole("A", 0, 0), pole("B", 480, 0), pole("C", 480, 960)]
    # 600 and 1,200 m of street at 24 km/h are 90 and 180 s, and 20 s at each stop.
    assert running_times_s(line("A", "B", "C"), way, assumed, back=False) == [0, 110, 310]
    known = line("A", "B", "C", minutes=(3, 7))
    assert running_times_s(known, way, assumed, back=False) == [0, 180, 600]
    assert running_times_s(known, way[::-1], assumed, back=True) == [0, 420, 600]
