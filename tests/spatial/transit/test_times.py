"""Trips by bus from door to door: by hand, against a search over every event, and their laws."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely.geometry import Point

from spatial.assess import AssessRequest, assess
from spatial.city import City
from spatial.drawing import resolve_drawing
from spatial.interventions import Intervention
from spatial.lenses import BY_ID
from spatial.network.edits import TransitEdits
from spatial.network.model import Mode
from spatial.proposal import patch_mode, proposal_times, unchanged_times
from spatial.transit import times
from spatial.transit.edited import drawn_stops, edited
from spatial.transit.table import Departures, TransitTable
from spatial.transit.times import CHANGE_MS, unchanged_transit
from spatial.units import UNREACHABLE_MS
from tests.spatial.cases import cases
from tests.spatial.drawn import all_times
from tests.spatial.laws import PROMISED, answer, assert_no_worse, counts, seeds, sound
from tests.spatial.transit.towns import Call, Town, arrivals_by_dijkstra, expanded
from tests.spatial.transit.trips import BY_BIKE, TEN, along_a_road, walks, whole
from tests.spatial.worlds import (
    ADDITIONS,
    LESS_SERVICE,
    MORE_SERVICE,
    REMOVALS,
    World,
    grow_transit,
    grown,
    line,
    random_drawing,
    transit_drawing,
)

MINUTE = 60_000
NEVER = int(UNREACHABLE_MS)
MODES = (Mode.WALK, Mode.TRANSIT)
NOTHING = TransitEdits()
SERVED = ("transit_service_class", "departures_near")


def asked(city: City, world: World, *drawn: Intervention, **when: float) -> list[float | None]:
    """Give the minutes from home to the shop, before and after a drawing."""
    request = AssessRequest(
        world.area(-10, -10, 10, 10),
        drawn,
        modes=(Mode.TRANSIT,),
        indicators=("travel_time_nearest",),
        departures=Departures(**when),
    )
    result = assess(city, request)
    assert result.ok, result.issues
    (value,) = (value for value in result.indicators if value.category == "grocery")
    assert value.mode is Mode.TRANSIT
    return [
        None if time is None else round(time / MINUTE, 3)
        for time in (value.baseline, value.proposal)
    ]


def test_the_median_of_an_hour_with_four_buses() -> None:
    world = along_a_road()
    for start in (0, 15, 30, 45, 60, 75):
        world.ride((0, 420 + start), (1, 420 + start + 6))
    # 1 minute to the stop, 6 in the bus, 1 from it, and 0 to 14 minutes' wait, each as often.
    for share, wait in ((0.5, 7), (0.05, 0), (1.0, 14)):
        found = asked(world.city(), world, from_min=420, minutes=60, share=share)
        assert found == [8 + wait, 8 + wait]


def test_on_foot_where_that_is_quicker_and_where_nothing_runs() -> None:
    world = along_a_road()
    world.ride((0, 600), (1, 606))
    found = asked(world.city(), world, from_min=420, minutes=60)
    assert found[0] == 50.0  # 4 km at 4.8 km/h


def test_a_stop_too_far_to_walk_to_is_no_stop() -> None:
    world = along_a_road()
    for start in range(420, 500, 2):
        world.ride((0, start), (1, start + 6))
    short = {"from_min": 420, "minutes": 60, "longest_walk_min": 1}
    assert asked(world.city(), world, **short)[0] == 8.0
    world.stops[0] = ("Hjem", 81.0, 0.0, True)
    assert asked(world.city(), world, **short)[0] == 50.0


def test_a_path_to_a_stop_shortens_the_trip() -> None:
    world = along_a_road()
    # A second road behind the home leads to a stop 400 m off, past a detour of 800 m.
    world.street(3, 4, (0, 300), (0, 700))
    world.street(2, 4, (4_000, 0), (4_000, 700), (0, 700))
    world.stop("Bag", 0, 380)
    for start in range(420, 500):
        world.ride((2, start), (1, start + 2))
    path = world.drawn("connection", line((0, 0), (0, 300)))
    before, after = asked(world.city(), world, path, from_min=420, minutes=60)
    assert before == 50.0
    assert after == 4.75 + 2.0 + 1.0 + 0.25  # 380 m, a quarter of a minute's wait, the bus, 80 m


def test_without_a_timetable_nobody_pretends() -> None:
    world = along_a_road()
    world.stops.clear()
    request = AssessRequest(world.area(-10, -10, 10, 10), (), modes=(Mode.TRANSIT,))
    result = assess(world.city(), request)
    assert [issue.code for issue in result.issues] == ["no_timetable"]
    assert not [value for value in result.indicators if value.mode is not None]


def median_by_dijkstra(
    place: int,
    drawn: tuple[Intervention, ...],
    transit: TransitEdits = NOTHING,
    departures: Departures = TEN,
) -> np.ndarray:
    """Find the same times with the stops as homes of a larger place, event by event."""
    world = grow_transit(grown(place), place)
    near = [stop for stop in world.stops if stop[3]]
    homes, facilities, stops = len(world.homes), len(world.facilities), len(near)
    for name, x, y, _ in near:
        world.home(name, x, y, 0.0)
    table = edited(world.city().transit, transit)
    for k, (x, y) in enumerate(drawn_stops(transit).tolist()):
        world.home(f"new {k}", x - world.move[0], y - world.move[1], 0.0)
    ways = dict(world.changes)
    beyond = len(world.stops)
    rows = {**{row: row for row in range(stops)}, beyond - 1: stops + len(table.ids) - beyond}
    rows |= {beyond + k: stops + k for k in range(len(table.ids) - beyond)}
    ways = {(rows[one], rows[two]): minutes for (one, two), minutes in ways.items()}
    ways |= {(stops + k, stops + k): 1.0 for k in range(len(table.ids) - beyond)}
    stops += len(table.ids) - beyond
    world.rides, world.stops = [], []
    city = world.city()
    drawing = resolve_drawing(city, drawn)
    full = all_times(city, drawing, Mode.WALK)[1]
    leaving = full
    if departures.to_stop is Mode.BIKE:
        leaving = np.minimum(full, all_times(city, drawing, Mode.BIKE)[1])
    new = len(drawing.patch.edits.homes)
    stop_rows = np.arange(homes, homes + stops)
    home_rows = np.concatenate((np.arange(homes), homes + stops + np.arange(new)))
    columns = np.delete(np.arange(full.shape[1]), stop_rows)
    for one, two in product(range(stops), repeat=2):
        walked = int(full[stop_rows[one], stop_rows[two]])
        if walked <= TEN.longest_walk_ms:
            ways.setdefault((one, two), (walked + CHANGE_MS) / MINUTE)
    town = Town(stops + 1, calls_of(table, rows), ways)
    graph = expanded(town)
    found = np.empty((len(home_rows), len(columns)), int)
    for row, home in enumerate(home_rows):
        access = {
            stop: int(leaving[home, stop_rows[stop]])
            for stop in range(stops)
            if leaving[home, stop_rows[stop]] <= TEN.longest_walk_ms
        }
        taken = np.tile(leaving[home, columns].astype(np.int64), (TEN.minutes, 1))
        for turn, departure in enumerate(TEN.times_ms.tolist()):
            arrived = arrivals_by_dijkstra(town, graph, access, departure)
            for stop in range(stops):
                out = full[stop_rows[stop], columns].astype(np.int64)
                there = arrived[stop] + out - departure
                usable = (out <= TEN.longest_walk_ms) & (arrived[stop] < NEVER)
                taken[turn] = np.where(usable, np.minimum(taken[turn], there), taken[turn])
        found[row] = np.sort(taken, axis=0)[TEN.minutes // 2 - 1]
    assert facilities
    return found


def calls_of(table: TransitTable, rows: dict[int, int]) -> list[list[Call]]:
    """Give the trips of a timetable call by call, its stops numbered anew."""
    trips = table.trips
    columns = (trips.arrivals_ms, trips.departures_ms, trips.boards, trips.alights)
    found = []
    for low, high in pairwise(trips.first.tolist()):
        told = zip(*(column[low:high].tolist() for column in columns), strict=True)
        stops = [rows[stop] for stop in trips.stops[low:high].tolist()]
        found.append([(stop, *one) for stop, one in zip(stops, told, strict=True)])
    return found


@cases(10)
@given(seeds, seeds, st.integers(1, 3))
def test_drawn_lines_and_stops_are_walked_to_and_ridden_as_all_others(
    place: int, hand: int, count: int
) -> None:
    world = grow_transit(grown(place), place)
    city = world.city()
    lines = transit_drawing(world, hand, count, (*MORE_SERVICE, *LESS_SERVICE))
    streets = random_drawing(world, hand, 1, ("connection", "closure", "housing"))
    drawn = sound(city, (*lines, *streets))
    edits = resolve_drawing(city, drawn).patch.edits
    kinds = {"service", "stop", "service_change"}
    plain = tuple(feature for feature in drawn if feature.kind not in kinds)
    _, by_transit = walks(city, drawn)
    found = whole(by_transit)
    # Drawn stops are places to go to as well; they come last, and the other side knows none.
    found = found[:, : found.shape[1] - len(edits.facilities)]
    np.testing.assert_array_equal(found, median_by_dijkstra(place, plain, edits.transit))


@cases(60)
@given(seeds, seeds, st.integers(1, 3))
def test_more_service_never_lengthens_and_less_never_shortens(
    place: int, hand: int, count: int
) -> None:
    world = grow_transit(grown(place), place)
    city = world.city()
    lines = transit_drawing(world, hand, count, (*MORE_SERVICE, *LESS_SERVICE))
    some = sound(city, (*lines, *random_drawing(world, hand, 1, ("connection", "closure"))))
    more = sound(city, (*some, *transit_drawing(world, hand + 1, 1, MORE_SERVICE)))
    less = sound(city, (*some, *transit_drawing(world, hand + 2, 1, LESS_SERVICE)))
    assume({feature.id for feature in some} <= {feature.id for feature in more})
    assume({feature.id for feature in some} <= {feature.id for feature in less})
    shape = city.times(Mode.WALK).shape
    were, are, become = (
        whole(walks(city, drawn)[1])[: shape[0], : shape[1]] for drawn in (some, more, less)
    )
    assert (are <= were).all()
    assert (become >= were).all()
    how = {"modes": MODES, "departures": TEN, "indicators": SERVED}
    assert_no_worse(*(answer(city, world, drawn, **how) for drawn in (some, more)), asked=SERVED)


windows = st.sampled_from([TEN, BY_BIKE])


@cases(20)
@given(seeds, seeds, counts, windows)
def test_every_pair_equals_a_search_over_every_event(
    place: int, hand: int, count: int, window: Departures
) -> None:
    world = grow_transit(grown(place), place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, count, (*ADDITIONS, *REMOVALS)))
    _, by_transit = walks(city, drawn, window)
    expected = median_by_dijkstra(place, drawn, departures=window)
    np.testing.assert_array_equal(whole(by_transit), expected)


@cases(100)
@given(seeds, seeds, counts, windows)
def test_only_what_a_drawing_touches_is_worked_out_and_equals_all_worked_out(
    place: int, hand: int, count: int, window: Departures
) -> None:
    world = grow_transit(grown(place), place)
    city = world.city()
    streets = random_drawing(world, hand, count, (*ADDITIONS, *REMOVALS))
    lines = transit_drawing(world, hand, count - 1, ("service", "service", "stop"))
    drawn = sound(city, (*streets, *lines))
    _, quick = walks(city, drawn, window)

    def all_asked(*given: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return np.ones(given[-1].shape, bool), np.empty(given[-1].shape, np.int32)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(times, "_touched", all_asked)
        patched.setattr(times, "_rides_again", lambda *_: None)
        _, everything = walks(city, drawn, window)
    np.testing.assert_array_equal(whole(quick), whole(everything))


@given(seeds)
def test_nothing_drawn_is_the_baseline(place: int) -> None:
    city = grow_transit(grown(place), place).city()
    walk, by_transit = walks(city, ())
    base = unchanged_transit(city, unchanged_times(city, Mode.WALK), TEN)
    np.testing.assert_array_equal(whole(by_transit), whole(base))
    assert (whole(by_transit) <= whole(walk)).all()


@cases(60)
@given(seeds, seeds, counts)
def test_adding_ways_never_lengthens_and_closing_never_shortens(
    place: int, hand: int, count: int
) -> None:
    world = grow_transit(grown(place), place)
    city = world.city()
    some = sound(city, random_drawing(world, hand, count, (*ADDITIONS, "closure", "demolition")))
    more = random_drawing(world, hand + 1, 2, ("connection", "crossing"))
    both = sound(city, (*some, *more))
    assume({feature.id for feature in some} <= {feature.id for feature in both})
    how = {"modes": MODES, "departures": TEN, "indicators": PROMISED}
    assert_no_worse(*(answer(city, world, drawn, **how) for drawn in (some, both)))
    less = sound(city, (*some, *random_drawing(world, hand + 2, 2, ("closure",))))
    assert_no_worse(*(answer(city, world, drawn, **how) for drawn in (less, some)))


@cases(60)
@given(seeds, seeds)
def test_a_bike_to_the_stop_never_takes_longer(place: int, hand: int) -> None:
    city = grow_transit(world := grown(place), place).city()
    drawn = sound(city, random_drawing(world, hand, 2, ("connection", "closure")))
    drawing = resolve_drawing(city, drawn)
    cycled = proposal_times(
        city, drawing.patch, patch_mode(city, drawing.patch, Mode.BIKE, drawing.closed)
    )
    _, on_foot = walks(city, drawn)
    _, by_bike = walks(city, drawn, BY_BIKE)
    assert (whole(by_bike) <= whole(on_foot)).all()
    assert (whole(by_bike) <= whole(cycled)).all()


def test_one_rides_to_the_station_and_walks_from_the_next() -> None:
    world = World().street(1, 2, (0, 0), (8_000, 0))
    world.home("h", 0, 0, area="area").facility("shop", 7_920, 0)
    world.stop("Station", 2_000, 0).stop("By", 8_000, 0)
    for start in range(400, 560):
        world.ride((0, start), (1, start + 4))
    window = Departures(420, 60)
    minutes = [
        whole(walks(world.city(), (), replace(window, to_stop=mode))[1])[0, 1] / MINUTE
        for mode in (Mode.WALK, Mode.BIKE)
    ]
    # 2 km are 25 minutes on foot, too far, and 7.5 by bike; a minute's walk at the other end.
    assert minutes == [99.0, 7.5 + 0.5 + 4.0 + 1.0]


@cases(60)
@given(seeds, seeds)
def test_a_lens_walks_to_the_bus_as_it_walks_elsewhere(place: int, hand: int) -> None:
    world = grow_transit(grown(place), place)
    city = world.city().through(BY_ID["elder"])
    drawn = sound(city, random_drawing(world, hand, 2, ("connection", "closure")))
    walk, by_transit = walks(city, drawn)
    assert (whole(by_transit) <= whole(walk)).all()
    plain_walk, plain = walks(city.through(None), drawn)
    assert (whole(plain) <= whole(by_transit)).all()
    assert (whole(plain_walk) <= whole(walk)).all()


def test_a_drawn_home_takes_the_bus_too() -> None:
    world = along_a_road()
    for start in range(420, 500):
        world.ride((0, start), (1, start + 6))
    homes = world.drawn("housing", Point(80, 5), residents=10)
    request = AssessRequest(
        world.area(-10, -10, 200, 10),
        (homes,),
        modes=MODES,
        detail=frozenset({"homes"}),
        indicators=("travel_time_nearest",),
        departures=Departures(from_min=420, minutes=60),
    )
    result = assess(world.city(), request)
    assert result.homes is not None
    by_mode = {
        values.mode: values.proposal.tolist()
        for values in result.homes.values
        if values.category == "grocery"
    }
    # 5 m to the road and no wait at the stop in front of it; 80 m at the other end.
    assert by_mode[Mode.TRANSIT][1] == 3_750 + 56_250 + 6 * MINUTE + MINUTE
    assert by_mode[Mode.WALK][1] == 3_750 + 3_920 * 750
