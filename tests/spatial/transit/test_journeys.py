"""Trips told leg by leg: by hand, and that they are the times that are told of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from spatial.city import City
from spatial.drawing import resolve_drawing
from spatial.interventions import Intervention
from spatial.network.model import Mode
from spatial.proposal import patch_mode, proposal_times
from spatial.transit.journeys import (
    Journeys,
    NearHome,
    departures_near_home,
    find_journeys,
)
from spatial.transit.table import Departures
from spatial.transit.times import TransitState, transit_with
from spatial.units import UNREACHABLE_MS
from tests.spatial.cases import cases
from tests.spatial.laws import seeds, sound
from tests.spatial.worlds import (
    MORE_SERVICE,
    World,
    grow_transit,
    grown,
    random_drawing,
    transit_drawing,
)

MINUTE = 60_000
NEVER = int(UNREACHABLE_MS)
WINDOW = Departures(0, 12, 0.5, 3)


def state_of(city: City, drawn: tuple[Intervention, ...], departures: Departures) -> TransitState:
    drawing = resolve_drawing(city, drawn)
    assert drawing.ok, drawing.issues
    walk = proposal_times(
        city, drawing.patch, patch_mode(city, drawing.patch, Mode.WALK, drawing.closed)
    )
    return transit_with(city, drawing, walk, departures)


def told(state: TransitState, found: Journeys) -> list[list[tuple[str, float, float, str]]]:
    names, lines = state.table.names, (*state.table.lines, "")
    return [
        [
            (
                lines[-1 if leg.line is None else leg.line],
                leg.departs_ms / MINUTE,
                leg.arrives_ms / MINUTE,
                "-".join(names[stop] for stop in leg.stops),
            )
            for leg in journey.legs
        ]
        for journey in found.found
    ]


def test_a_trip_with_a_change_is_told_leg_by_leg() -> None:
    world = World().street(1, 2, (0, 0), (8_000, 0))
    world.home("h", 0, 0).facility("shop", 8_000, 0)
    for name, x in (("A", 80), ("B", 3_000), ("C", 3_080), ("D", 5_000), ("E", 7_920)):
        world.stop(name, x, 0)
    world.ride((0, 5), (1, 10), line=0).ride((0, 25), (1, 30), line=0)
    world.ride((2, 15), (3, 20), (4, 26), line=1).ride((2, 45), (3, 50), (4, 56), line=1)
    state = state_of(world.city(), (), Departures(0, 30, 0.5, 15))
    found = find_journeys(state, Departures(0, 30, 0.5, 15), row=0, walks_row=0, point=1)
    assert told(state, found) == [
        [
            ("", 4, 5, "A"),
            ("0A", 5, 10, "A-B"),
            ("", 10, 12, "B-C"),
            ("1A", 15, 26, "C-D-E"),
            ("", 26, 27, "E"),
        ],
        [
            ("", 24, 25, "A"),
            ("0A", 25, 30, "A-B"),
            ("", 30, 32, "B-C"),
            ("1A", 45, 56, "C-D-E"),
            ("", 56, 57, "E"),
        ],
    ]
    # From 0:00 to 0:04 one is there at 27, from 0:05 to 0:24 at 57, and then on foot in 100: the
    # fifteenth of thirty is the tenth from the end of those who are there at 57.
    assert found.direct_ms == 100 * MINUTE
    assert found.time_ms == (57 - 15) * MINUTE
    # The third quickest leaves at 0:02; five of thirty walk.
    assert found.time_p10_ms == 25 * MINUTE
    assert found.time_p90_ms == 100 * MINUTE


def test_the_first_and_last_departure_near_home() -> None:
    world = World().street(1, 2, (0, 0), (8_000, 0))
    world.home("h", 0, 0).facility("shop", 8_000, 0)
    world.stop("A", 80, 0).stop("B", 600, 0).stop("C", 7_900, 0)
    # One at a quarter to four is the night's; where a trip ends nothing leaves.
    for at in (225, 330, 425, 430, 1_500):
        world.ride((0, at), (2, at + 20), line=0)
    world.ride((1, 300), (2, 320)).ride((2, 250), (0, 270))
    morning = Departures(420, 10, 0.5, 15)
    state = state_of(world.city(), (), morning)
    near = departures_near_home(state, morning, walks_row=0, within_ms=500 * 750)
    assert near == NearHome(330 * MINUTE, 1_500 * MINUTE, 1)
    nobody = departures_near_home(state, morning, walks_row=0, within_ms=50 * 750)
    assert nobody == NearHome(None, None, 0)


@cases(60)
@given(seeds, seeds, st.sampled_from([Mode.WALK, Mode.BIKE]))
def test_the_trips_add_up_to_the_time_that_is_told(place: int, hand: int, to_stop: Mode) -> None:
    window = replace(WINDOW, to_stop=to_stop)
    world = grow_transit(grown(place), place)
    city = world.city()
    lines = transit_drawing(world, hand, 2, MORE_SERVICE)
    drawn = sound(city, (*lines, *random_drawing(world, hand, 1, ("connection", "closure"))))
    state = state_of(city, drawn, window)
    homes = len(city.homes.ids)
    for row in range(0, homes, 3):
        for point in range(homes, homes + len(city.facilities.ids), 2):
            found = find_journeys(state, window, row=row, walks_row=row, point=point)
            check_legs(state, found)
            taken = []
            for departs in WINDOW.times_ms.tolist():
                caught = [one.arrives_ms for one in found.found if one.departs_ms >= departs]
                by_transit = min(caught, default=NEVER + departs) - departs
                taken.append(min(by_transit, int(state.direct_ms[row, point])))
            taken.sort()
            assert taken[WINDOW.rank - 1] == state.times_ms[row, point]
            # Of twelve departures the second, and the eleventh.
            percentiles = [found.time_p10_ms, found.time_p90_ms]
            assert percentiles == [
                None if time == NEVER else time for time in (taken[1], taken[10])
            ]


def check_legs(state: TransitState, found: Journeys) -> None:
    """Each leg begins where and not before the last one ended, and runs as the timetable says."""
    trips = state.table.trips
    calls = {
        (int(stop), int(time), int(state.table.line_of[trip]))
        for trip in range(len(trips))
        for stop, time in zip(
            trips.stops[trips.first[trip] : trips.first[trip + 1]],
            trips.departures_ms[trips.first[trip] : trips.first[trip + 1]],
            strict=True,
        )
    }
    for journey in found.found:
        first, *between, last = journey.legs
        assert first.kind in {"walk", "bike"}
        assert last.kind == "walk"
        assert (first.departs_ms, last.arrives_ms) == (journey.departs_ms, journey.arrives_ms)
        assert between[0].stops[0] == first.stops[0]
        assert between[-1].stops[-1] == last.stops[0]
        for one, two in zip(journey.legs[:-1], journey.legs[1:], strict=True):
            assert one.arrives_ms <= two.departs_ms
            assert one.stops[-1] == two.stops[0]
        for leg in between:
            assert leg.kind == "walk" or (leg.stops[0], leg.departs_ms, leg.line) in calls


def test_the_way_to_the_first_stop_is_told_by_bike() -> None:
    world = World().street(1, 2, (0, 0), (8_000, 0))
    world.home("h", 0, 0).facility("shop", 7_920, 0)
    world.stop("Station", 2_000, 0).stop("By", 8_000, 0).ride((0, 12), (1, 16))
    window = Departures(0, 10, 0.1, 15, Mode.BIKE)
    state = state_of(world.city(), (), window)
    found = find_journeys(state, window, row=0, walks_row=0, point=1)
    (journey,) = found.found
    assert [leg.kind for leg in journey.legs] == ["bike", "ride", "walk"]
    assert journey.departs_ms == 4.5 * MINUTE
    assert journey.arrives_ms == 17 * MINUTE
    assert found.direct_ms == 7_920 * 225  # all the way by bike at 16 km/h


def test_where_nothing_leads_there_is_no_trip() -> None:
    world = World().street(1, 2, (0, 0), (400, 0)).street(3, 4, (0, 5_000), (400, 5_000))
    world.home("h", 0, 0).facility("shop", 0, 5_000).stop("A", 0, 0).stop("B", 400, 0)
    world.ride((0, 5), (1, 6))
    state = state_of(world.city(), (), WINDOW)
    found = find_journeys(state, WINDOW, row=0, walks_row=0, point=1)
    assert (found.time_ms, found.direct_ms, found.found) == (None, None, ())
    assert np.array_equal(state.times_ms, [[0, NEVER]])
