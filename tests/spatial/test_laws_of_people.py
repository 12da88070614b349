"""Promise 8 on places and drawings nobody chose: people and places add up, whatever is drawn."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, box

from spatial.assess import Assessment, AssessRequest, assess
from spatial.interventions import Intervention
from spatial.model_bundle import model_bundle
from spatial.network.model import STREET_MODES
from tests.spatial.laws import CUTOFFS, base_times, seeds, sound
from tests.spatial.worlds import ADDITIONS, REMOVALS, World, grown, grown_area, line, random_drawing

MOVING = ("demolition", "demolition", "housing", "housing", "facility", "facility_removal")


def share_left(drawn: tuple[Intervention, ...], place: Point) -> float:
    """Give how many of those who live at a place stay, by what is drawn alone."""
    return math.prod(
        1.0 - float(feature.properties.get("share", 1.0))
        for feature in drawn
        if feature.kind == "demolition" and feature.geometry.intersects(place)
    )


@given(seeds, seeds, st.integers(1, 6))
def test_8_people_who_stay_and_people_who_move_in_are_all_there_are(
    place: int, hand: int, count: int
) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, count, (*MOVING, *ADDITIONS, *REMOVALS)))
    area = grown_area(world)
    request = AssessRequest(
        area, drawn, detail=frozenset({"homes"}), indicators=("boundary_entrances",)
    )
    homes = assess(city, request).homes
    assert homes is not None
    staying = [
        residents * share_left(drawn, Point(xy))
        for residents, xy in zip(city.homes.residents, city.homes.xy, strict=True)
    ]
    moving_in = {
        feature.id: float(feature.properties["residents"])
        for feature in drawn
        if feature.kind == "housing"
    }
    assert homes.residents.tolist() == [*city.homes.residents, *(0.0 for _ in moving_in)]
    np.testing.assert_allclose(homes.residents_proposal[: len(staying)], staying, rtol=1e-12)
    found = dict(zip(homes.ids, homes.residents_proposal.tolist(), strict=True))
    assert {name: found[name] for name in moving_in} == moving_in
    everybody = sum(staying) + sum(moving_in.values())
    assert math.isclose(math.fsum(homes.residents_proposal), everybody, rel_tol=1e-12)
    exported = math.fsum(origin.residents for origin in model_bundle(city, drawn, area).origins)
    assert math.isclose(exported, everybody, rel_tol=1e-12)


@given(seeds, seeds)
def test_6_the_people_met_are_exactly_those_within_the_time(place: int, hand: int) -> None:
    """Homes of 1, 2, 4, 8 … residents: the number met within a time is the list of who was met."""
    world = grown(place)
    world.homes = [(*home[:3], float(1 << k), home[4]) for k, home in enumerate(world.homes)]
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, 3, ("connection", "crossing", "closure")))
    request = AssessRequest(
        grown_area(world),
        drawn,
        cutoffs_min=CUTOFFS,
        detail=frozenset({"homes"}),
        indicators=("city_reach",),
    )
    homes = assess(city, request).homes
    assert homes is not None
    others = ~homes.in_area
    for mode in STREET_MODES:
        times = base_times(city, drawn, mode)[:, : len(world.homes)]
        for values in homes.values:
            if values.mode is mode:
                within = (times <= values.cutoff_min * 60_000) & others
                assert [
                    [bool(int(met) >> k & 1) for k in range(len(world.homes))]
                    for met in values.proposal
                ] == within.tolist()


def everything() -> World:
    """One street; of each kind a facility, two groceries; a home at its start."""
    world = World().street(1, 2, (0, 0), (1_000, 0)).home("h", 0, 0, 3.0, "area")
    world.facility("first", 100, 0, "grocery").facility("second", 200, 0, "grocery")
    for k, kind in enumerate(("school", "park", "workplace", "station", "stop")):
        world.facility(kind, 300 + 100 * k, 0, kind)
    return world


def found_within_the_hour(world: World, *drawn: Intervention) -> Counter[str]:
    area = world.area(-10, -10, 10, 10)
    result: Assessment = assess(
        world.city(),
        AssessRequest(area, drawn, cutoffs_min=(60,), indicators=("opportunities_within",)),
    )
    return Counter(
        {
            str(row.category): round(row.proposal or 0)
            for row in result.indicators
            if row.id == "opportunities_within" and str(row.mode) == "walk"
        }
    )


@given(st.sets(st.integers(0, 6)), st.lists(st.sampled_from(["school", "stop", "culture"])))
def test_8_facilities_that_stay_and_facilities_that_come_are_all_there_are(
    gone: set[int], coming: list[str]
) -> None:
    """Within the hour everything on the street is reached: what is counted is what there is."""
    world = everything()
    removed = [
        world.drawn(
            "facility_removal",
            Point(0, 0),
            f"gone{row}",
            facility_id=world.facilities[row][0],
        )
        for row in gone
    ]
    new = [
        world.drawn("facility", Point(50 + k, 0), f"new{k}", category=kind)
        for k, kind in enumerate(coming)
    ]
    expected = Counter(
        [*(row[3] for k, row in enumerate(world.facilities) if k not in gone), *coming]
    )
    assert +found_within_the_hour(world, *removed, *new) == expected


def test_8_a_way_drawn_moves_nobody() -> None:
    world = everything()
    path = world.drawn("connection", line((0, 0), (100, 100), (200, 0)))
    gate = world.drawn("closure", box(400, -10, 420, 10), "gate")
    request = AssessRequest(world.area(-10, -10, 10, 10), (path, gate), detail=frozenset({"homes"}))
    homes = assess(world.city(), request).homes
    assert homes is not None
    assert homes.residents_proposal.tolist() == homes.residents.tolist() == [3.0]
