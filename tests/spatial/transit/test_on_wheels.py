"""Buses and trains as one in a wheelchair can use them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from shapely.geometry import Point

from spatial.assess import AssessRequest, assess
from spatial.indicators.base import IndicatorValue
from spatial.interventions import Intervention
from spatial.lenses import BY_ID
from spatial.network.model import Mode
from tests.spatial.cases import cases
from tests.spatial.laws import seeds, sound
from tests.spatial.transit.trips import along_a_road, walks, whole
from tests.spatial.worlds import (
    World,
    grow_transit,
    grown,
    line,
    random_drawing,
    transit_drawing,
)

WHEELS = BY_ID["wheelchair"]
MINUTE = 60_000
ROLLED = 83.333  # 4 km at 1.25 s a metre
RIDDEN = 9.667  # 80 m, 20 s of waiting, 6 min, 80 m


def with_a_bus_a_minute() -> World:
    world = along_a_road()
    for start in range(420, 500):
        world.ride((0, start), (1, start + 6))
    return world


def asked(world: World, *drawn: Intervention, lens: str = "wheelchair") -> tuple[float, float]:
    """Give the minutes to the shop, before and after a drawing."""
    value = to_the_shop(world, drawn, lens)
    assert value.baseline is not None
    assert value.proposal is not None
    return round(value.baseline / MINUTE, 3), round(value.proposal / MINUTE, 3)


def to_the_shop(world: World, drawn: tuple[Intervention, ...], lens: str) -> IndicatorValue:
    result = assess(world.city(), request(world, drawn, lens))
    assert result.ok, result.issues
    (value,) = (value for value in result.indicators if value.category == "grocery")
    return value


def request(world: World, drawn: tuple[Intervention, ...], lens: str) -> AssessRequest:
    return AssessRequest(
        world.area(-10, -10, 10, 10),
        drawn,
        modes=(Mode.TRANSIT,),
        indicators=("travel_time_nearest",),
        lens=BY_ID[lens],
    )


def test_trips_that_take_no_wheelchairs_are_let_go() -> None:
    world = with_a_bus_a_minute()
    assert asked(world) == (RIDDEN, RIDDEN)
    assert asked(world.without_wheels(rides=range(80))) == (ROLLED, ROLLED)
    # Every other minute is left: half the departures wait a minute longer.
    shares = world.without_wheels(rides=range(0, 80, 2)).city()
    worst = replace(request(world, (), "wheelchair").departures, share=1.0, minutes=60)
    found = assess(shares, replace(request(world, (), "wheelchair"), departures=worst))
    (value,) = (value for value in found.indicators if value.category == "grocery")
    assert value.baseline is not None
    assert round(value.baseline / MINUTE, 3) == RIDDEN + 1.0


def test_nobody_in_a_wheelchair_gets_on_at_a_stop_that_takes_none() -> None:
    assert asked(with_a_bus_a_minute().without_wheels(stops=[1])) == (ROLLED, ROLLED)


def test_only_wheelchairs_are_kept_out() -> None:
    world = with_a_bus_a_minute().without_wheels(stops=[0], rides=range(80))
    assert asked(world, lens="elder")[0] < 20.0


def test_a_drawn_line_is_open_to_all_and_an_old_one_stays_closed_where_it_is_changed() -> None:
    world = with_a_bus_a_minute().without_wheels(rides=range(80))
    stops = line((80, 0), (3_920, 0))
    service = world.drawn("service", stops, **{"from": "06:00", "until": "12:00"}, headway_min=2)
    assert asked(world, service)[1] < ROLLED / 2
    often = {"line_id": "l0", "headway_min": 1, "from": "07:00", "until": "09:00"}
    more = world.drawn("service_change", Point(80, 0), **often)
    further = world.drawn("service_change", line((3_920, 0), (3_990, 0)), line_id="l0")
    by_the_road = [
        world.drawn("stop", Point(x, 5), f"stop {x}", action="new", name="Ny") for x in (200, 3_800)
    ]
    for drawn in ([more], [further], by_the_road):
        assert asked(world, *drawn) == (ROLLED, ROLLED)


def test_departures_near_home_are_counted_for_all() -> None:
    world = with_a_bus_a_minute().without_wheels(rides=range(80))
    world.facility("Hjem", 80, 0, "stop", departures=175.0)  # 140 of them from 6 to 20
    hours = {"from": "07:00", "until": "09:00"}
    seldom = world.drawn("service_change", Point(80, 0), line_id="l0", headway_min=10, **hours)

    def departures(lens: str) -> list[float | None]:
        question = replace(
            request(world, (seldom,), lens), indicators=("departures_near",), modes=(Mode.WALK,)
        )
        result = assess(world.city(), question)
        assert result.ok, result.issues
        return [side for value in result.indicators for side in (value.baseline, value.proposal)]

    # Eight buses of eighty are left.
    assert departures("wheelchair") == departures("elder") == [10.0, pytest.approx(68 / 14)]


def test_it_is_told_where_nobody_knows() -> None:
    world = with_a_bus_a_minute()
    codes = lambda lens: [  # noqa: E731 - one word for two questions
        issue.code for issue in assess(world.city(), request(world, (), lens)).issues
    ]
    assert codes("wheelchair") == ["wheelchairs_not_told"]
    assert codes("elder") == []
    world.without_wheels()
    assert codes("wheelchair") == []


def cut(world: World, stops: set[int], rides: set[int]) -> None:
    """Take away the trips and calls that wheelchairs are kept from."""
    left = [
        (line_row, [call for call in calls if call[0] not in stops])
        for ride, (line_row, calls) in enumerate(world.rides)
        if ride not in rides
    ]
    world.rides = [ride for ride in left if len(ride[1]) > 1]


@cases(60)
@given(seeds, seeds)
def test_it_is_as_if_closed_trips_and_calls_were_not_there(place: int, hand: int) -> None:
    rng = np.random.default_rng([place, hand, 5])
    world = grow_transit(grown(place), place)
    stops = set(rng.choice(len(world.stops), 2, replace=False).tolist())
    rides = set(np.flatnonzero(rng.random(len(world.rides)) < 0.5).tolist())
    open_to_all = grow_transit(grown(place), place)
    cut(open_to_all, stops, rides)
    city = world.without_wheels(stops=sorted(stops), rides=sorted(rides)).city()
    drawn = sound(
        city.through(WHEELS),
        (
            *random_drawing(world, hand, 2, ("connection", "closure", "housing")),
            *transit_drawing(world, hand, 1, ("service",)),
        ),
    )
    (_, closed), (_, without) = (
        walks(each.through(WHEELS), drawn) for each in (city, open_to_all.city())
    )
    np.testing.assert_array_equal(whole(closed), whole(without))
    _, for_all = walks(world.city().through(BY_ID["elder"]), ())
    assert for_all.table.base.shape == closed.table.base.shape
