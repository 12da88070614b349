"""Drawn lines and stops, worked by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from shapely.geometry import LineString, Point

from spatial.assess import AssessRequest, assess
from spatial.drawing import resolve_drawing
from spatial.interventions import Intervention
from spatial.network.model import Mode
from spatial.transit.edited import edited
from spatial.transit.table import Departures, TransitTable
from tests.spatial.drawn import codes, only_issue
from tests.spatial.worlds import World, line

MINUTE = 60_000


def town() -> World:
    """A road of 6 km with stops at 0, 2 and 4 km, a bus every 20 minutes from 6 to 8, and back."""
    world = World().street(1, 2, (0, 0), (6_000, 0))
    world.home("h", 0, 0, area="area").facility("shop", 6_000, 0)
    for name, x in (("A", 0), ("B", 2_000), ("C", 4_000)):
        world.stop(name, x, 0)
        world.facility(f"stop {name}", x, 0, "stop", departures=100)
    for at in range(360, 480, 20):
        world.ride((0, at), (1, at + 5), (2, at + 10))
        world.ride((2, at), (1, at + 5), (0, at + 10))
    return world


def after(world: World, *drawn: Intervention) -> TransitTable:
    city = world.city()
    drawing = resolve_drawing(city, drawn)
    assert drawing.ok, drawing.issues
    assert city.transit is not None
    return edited(city.transit, drawing.patch.edits.transit)


def trips(table: TransitTable, line: int = 0) -> list[list[tuple[int, float]]]:
    """Give the calls of a line's trips, at minutes after midnight, by when they begin."""
    found = [
        [
            (int(table.trips.stops[call]), table.trips.departures_ms[call] / MINUTE)
            for call in range(low, high)
        ]
        for (low, high), own in zip(pairwise(table.trips.first), table.line_of, strict=True)
        if own == line
    ]
    return sorted(found, key=lambda calls: (calls[0][1], calls[0][0]))


def starts(table: TransitTable, stop: int) -> list[float]:
    """Give when trips of the line begin at a stop."""
    return [calls[0][1] for calls in trips(table) if calls[0][0] == stop]


def minutes(world: World, *drawn: Intervention) -> list[float | None]:
    """Give the median from home to the shop within half an hour from seven, before and after."""
    request = AssessRequest(
        world.area(-10, -10, 10, 10),
        drawn,
        modes=(Mode.TRANSIT,),
        indicators=("travel_time_nearest",),
        departures=Departures(420, 20, 0.5, 30),
    )
    result = assess(world.city(), request)
    assert result.ok, result.issues
    (value,) = (value for value in result.indicators if value.category == "grocery")
    return [None if one is None else one / MINUTE for one in (value.baseline, value.proposal)]


def test_a_line_runs_to_and_fro_from_corner_to_corner() -> None:
    how = {"headway_min": 30, "from": "06:00", "until": "07:00", "speed_kmh": 60, "name": "9"}
    service = town().drawn("service", line((2_010, 10), (4_000, 30), (6_000, 0)), **how)
    table = after(town(), service)
    assert table.lines == ("0A", "9")
    # Two of its stops stand; 1,999.9 m at 60 km/h are 120 s, and 2,000.2 m are 121, rounded up.
    assert trips(table, 1) == [
        [(1, 360), (2, 362), (3, 364)],
        [(3, 360), (2, 362), (1, 364)],
        [(1, 390), (2, 392), (3, 394)],
        [(3, 390), (2, 392), (1, 394)],
    ]


def test_a_line_brings_one_closer() -> None:
    service = town().drawn("service", line((0, 0), (6_000, 0)), headway_min=5, speed_kmh=60)
    # Today: up to 20 minutes' wait, half of the departures at most 9; 10 in the bus, 25 on foot.
    assert minutes(town(), service) == [9 + 10 + 25, 2 + 6]


def test_its_new_stops_are_places_to_go_to() -> None:
    world = town()
    service = world.drawn("service", line((0, 0), (3_000, 0)), headway_min=7, until="20:00")
    request = AssessRequest(
        world.area(2_900, -10, 3_100, 10),
        (service, world.drawn("housing", Point(3_000, 5), "homes", residents=4)),
        modes=(Mode.WALK,),
        indicators=("travel_time_nearest", "departures_near"),
    )
    told = assess(world.city(), request).indicators
    (stop,) = (one for one in told if one.id == "travel_time_nearest" and one.category == "stop")
    assert stop.proposal == 3_750
    # From 6 to 20 it begins at either end 120 times: beside the one resident at A, who has 80
    # besides, for the four at the new stop.
    (near,) = (one for one in told if one.id == "departures_near")
    assert near.proposal == pytest.approx((1 * 200 + 4 * 120) / 5 / 14)


def test_a_line_adds_its_departures_to_a_stop_that_stands() -> None:
    world = town()
    service = world.drawn("service", line((0, 0), (6_000, 0)), headway_min=7, until="20:00")
    area = world.area(-10, -10, 10, 10)
    request = AssessRequest(area, (service,), indicators=("departures_near",))
    (near,) = assess(world.city(), request).indicators
    assert near.baseline == pytest.approx(100 * 0.8 / 14)
    assert near.proposal == pytest.approx((100 * 0.8 + 120) / 14)


def test_more_often_keeps_the_trips_of_today_and_fills_the_gaps() -> None:
    how = {"headway_min": 10, "from": "05:45", "until": "07:00"}
    table = after(town(), town().drawn("service_change", Point(1_000, 20), **how))
    assert starts(table, 0) == [350, 360, 370, 380, 390, 400, 410, 420, 440, 460]
    assert [time for _, time in trips(table)[0]] == [350, 355, 360]


def test_a_gap_that_does_not_divide_is_filled_evenly() -> None:
    how = {"headway_min": 9, "from": "06:00", "until": "06:30"}
    table = after(town(), town().drawn("service_change", Point(1_000, 20), **how))
    # 20 minutes are three gaps of 6 min 40 s; the second trip is the last before half past six.
    assert starts(table, 2)[:5] == [360, 360 + 20 / 3, 360 + 40 / 3, 380, 389]


def test_less_often_takes_trips_out() -> None:
    how = {"headway_min": 40, "from": "06:00", "until": "07:30"}
    table = after(town(), town().drawn("service_change", Point(1_000, 20), line="0A", **how))
    assert starts(table, 0) == [360, 400, 440, 460]
    assert starts(table, 2) == [360, 400, 440, 460]


def test_an_extension_goes_on_from_the_last_stop_and_comes_from_it() -> None:
    how = {"speed_kmh": 60}
    ahead = town().drawn("service_change", line((4_000, 0), (6_000, 0)), **how)
    table = after(town(), ahead)
    forth, back = trips(table)[1], trips(table)[0]
    assert forth == [(0, 360), (1, 365), (2, 370), (3, 372)]
    assert back == [(3, 358), (2, 360), (1, 365), (0, 370)]
    # Every half hour on average 9 minutes' wait and 12 in the bus.
    assert minutes(town(), ahead)[1] == 9 + 12


def test_a_new_stop_is_called_at_when_the_bus_passes() -> None:
    stop = town().drawn("stop", Point(1_000, 20), name="Ny")
    table = after(town(), stop)
    assert trips(table)[0] == [(0, 360), (3, 362.5), (1, 365), (2, 370)]
    assert codes(town(), town().drawn("stop", Point(5_000, 0))) == [("warning", "nothing_stops")]


def test_a_closed_stop_lets_nobody_on_or_off_and_is_gone() -> None:
    world = town()
    closed = world.drawn("stop", Point(10, 10), action="closed")
    table = after(world, closed)
    at_a = table.trips.stops == 0
    assert not table.trips.boards[at_a].any()
    assert not table.trips.alights[at_a].any()
    assert table.trips.boards[~at_a].all()
    # By the next bus stop, two kilometres on, 25 minutes' walk: on foot all the way are 75.
    before, then = minutes(world, closed)
    assert (before, then) == (44, 25 + 9 + 5 + 25)
    request = AssessRequest(world.area(-9, -9, 9, 9), (closed,), indicators=("departures_near",))
    assert assess(world.city(), request).indicators[0].proposal == 0


def test_two_sides_of_a_road_close_together() -> None:
    world = town().stop("A", 12, 12)
    closed = world.drawn("stop", Point(0, 0), action="closed")
    (edits,) = [resolve_drawing(world.city(), (closed,)).patch.edits.transit]
    assert edits.closed_stops == {0, 3}


def test_a_moved_stop_takes_its_departures_along() -> None:
    world = town()
    moved = world.drawn("stop", Point(400, 0), action="moved", stop_id="s0")
    request = AssessRequest(
        world.area(-9, -9, 9, 9),
        (moved,),
        modes=(Mode.WALK, Mode.TRANSIT),
        indicators=("travel_time_nearest", "departures_near"),
        departures=Departures(420, 20, 0.5, 30),
    )
    told = assess(world.city(), request).indicators
    (stop,) = (one for one in told if one.category == "stop" and one.mode is Mode.WALK)
    assert (stop.baseline, stop.proposal) == (0, 400 * 750)
    (near,) = (one for one in told if one.id == "departures_near")
    assert near.baseline == near.proposal == pytest.approx(80 / 14)
    (shop,) = (one for one in told if one.category == "grocery" and one.mode is Mode.TRANSIT)
    # Five minutes' walk to it, and the wait for the bus of 7:20 at the half of the departures.
    assert (shop.baseline, shop.proposal) == (44 * MINUTE, (5 + 9 + 10 + 25) * MINUTE)


@pytest.mark.parametrize(
    ("kind", "shape", "how", "code"),
    [
        ("service", line((0, 0), (9, 9)), {"headway_min": 0}, "bad_value"),
        ("service", line((0, 0), (9, 9)), {"speed_kmh": "fast"}, "bad_value"),
        ("service", line((0, 0), (9, 9)), {"from": "6"}, "bad_value"),
        ("service", line((0, 0), (9, 9)), {"from": "31:00"}, "bad_value"),
        ("service", line((0, 0), (9, 9)), {"from": "08:00", "until": "07:00"}, "bad_value"),
        ("service", line((0, 0), (0, 700)), {}, "facility_unattached"),
        ("service", Point(0, 0), {}, "wrong_geometry"),
        ("stop", Point(0, 0), {"action": "sold"}, "bad_value"),
        ("stop", Point(0, 0), {"action": "moved"}, "missing_property"),
        ("stop", Point(900, 0), {"action": "closed"}, "no_such_stop"),
        ("stop", Point(900, 0), {"action": "closed", "stop_id": "s9"}, "no_such_stop"),
        ("service_change", Point(1_000, 0), {}, "missing_property"),
        ("service_change", Point(5_000, 0), {"headway_min": 5}, "no_such_line"),
        ("service_change", Point(0, 0), {"headway_min": 5, "line": "6A"}, "no_such_line"),
        ("service_change", line((2_000, 0), (2_000, 400)), {"line": "0A"}, "not_the_end"),
        ("service_change", line((2_000, 0), (2_000, 400)), {}, "no_such_line"),
    ],
)
def test_what_is_wrong_is_told(
    kind: str, shape: Point | LineString, how: dict[str, object], code: str
) -> None:
    issue = only_issue(town(), town().drawn(kind, shape, **how))
    assert (issue.severity, issue.code) == ("error", code)
    assert issue.feature == "d1"
    assert issue.message_da != issue.message_en


def test_a_line_of_too_many_stops_is_refused() -> None:
    many = line(*((x * 10, 0) for x in range(201)))
    assert only_issue(town(), town().drawn("service", many)).value == 201


def test_two_headways_for_one_line_at_one_time_are_refused() -> None:
    world = town()
    often = world.drawn("service_change", Point(1_000, 0), "d1", headway_min=5)
    seldom = world.drawn("service_change", Point(1_500, 0), "d2", headway_min=50)
    assert codes(world, often, seldom) == [("error", "conflicting_changes")]
    evening = {"headway_min": 50, "from": "20:00"}
    later = world.drawn("service_change", Point(1_500, 0), "d2", **evening)
    morning = world.drawn("service_change", Point(1_000, 0), "d1", headway_min=5, until="20:00")
    assert codes(world, morning, later) == []


def test_nothing_can_be_drawn_where_nothing_is_known_to_run() -> None:
    world = town()
    world.stops.clear()
    for kind, shape in (
        ("service", line((0, 0), (900, 0))),
        ("stop", Point(0, 0)),
        ("service_change", Point(0, 0)),
    ):
        drawn = world.drawn(kind, shape, headway_min=5)
        assert codes(world, drawn) == [("error", "no_timetable")]
