"""Why a street has the trips it has: a square by hand, and the indicator's number in any place."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from spatial.assess import AssessRequest
from spatial.comparison import Comparison, compare
from spatial.drawing import resolve_drawing
from spatial.indicators import edge_flow
from spatial.network.model import Mode
from spatial.network.patch import drawn_stretches
from spatial.street_flows import StreetFlows, street_flows, stretch_named
from tests.spatial.cases import cases
from tests.spatial.indicators.test_edge_flow import square
from tests.spatial.laws import sound
from tests.spatial.worlds import ADDITIONS, REMOVALS, World, grown, grown_area, line, random_drawing

# Each asks for whole answers several times over: a hundred cases.
half = cases(100)

seeds = st.integers(0, 2**31)


def compared(world: World, *drawn: object, area: object = None) -> Comparison:
    city = world.city()
    drawing = resolve_drawing(city, drawn)
    assert drawing.ok, drawing.issues
    request = AssessRequest(
        area or world.area(-50, -50, 250, 250), drawn, modes=(Mode.WALK,), cutoffs_min=(15,)
    )
    return compare(city, request, drawing)


def why(comparison: Comparison, identity: str, cutoff_min: int = 15, most: int = 5) -> StreetFlows:
    stretch = stretch_named(comparison, identity)
    assert stretch is not None
    return street_flows(comparison, Mode.WALK, stretch, cutoff_min, most)


def test_nothing_drawn_tells_who_comes_along() -> None:
    found = why(compared(square()), "1")
    # Half of eight people's trips to the shop; the stop is nobody's errand.
    assert (found.before, found.after, found.gained, found.lost) == (4, 4, 0, 0)
    (flow,) = found.flows
    assert (flow.facility, flow.before, flow.after, flow.homes) == (0, 4, 4, 1)
    assert flow.example.way_before is not None
    assert flow.example.way_before.time_ms == flow.example.way_after.time_ms == 300_000


def test_a_shorter_way_takes_the_trips_with_both_ways_told() -> None:
    comparison = compared(square(), square().drawn("connection", line((0, 0), (200, 200)), "sti"))
    left = why(comparison, "1")
    assert (left.before, left.after, left.gained, left.lost) == (4, 0, 0, 4)
    (flow,) = left.flows
    assert flow.change == -4
    assert flow.example.way_after is not None
    assert flow.example.way_after.features == ("sti",)
    (row,) = drawn_stretches(comparison.drawing.patch)
    path = why(comparison, f"x{row}")
    assert (path.before, path.after, path.gained, path.lost) == (None, 8, 8, 0)
    assert path.flows[0].example.before == 0
    assert why(comparison, "sti").flows == path.flows


def test_a_closed_street_loses_its_trips_to_the_other() -> None:
    world = square().street(9, 1, (-50, 0), (0, 0)).street(3, 10, (200, 200), (250, 200))
    world.homes = [("h", -50, 0, 8.0, "area"), ("g", -40, 0, 3.0, "area")]
    world.facilities = [("shop", 250, 200, "grocery"), ("school", 250, 200, "school")]
    comparison = compared(world, world.drawn("closure", line((90, -5), (90, 5))))
    shut = why(comparison, "1")
    assert (shut.before, shut.after, shut.lost) == (11, 0, 11)
    other = why(comparison, "3")
    assert (other.before, other.after, other.gained) == (11, 22, 11)
    # Both destinations gain as much: in the order of the table; the larger home is the example.
    assert [flow.facility for flow in other.flows] == [0, 1]
    assert [(flow.homes, flow.example.home, flow.example.after) for flow in other.flows] == [
        (2, 0, 8),
        (2, 0, 8),
    ]


def test_a_street_where_nothing_changes_tells_its_largest_flows() -> None:
    world = square().facility("school", 200, 0, "school").facility("two", 200, 0, "retail")
    world.street(20, 21, (900, 900), (950, 950))
    path = world.drawn("connection", line((900, 900), (930, 900)))
    found = why(compared(world, path), "1", most=2)
    assert found.before == found.after == 4 + 8 + 8
    assert [flow.facility for flow in found.flows] == [2, 3]
    assert found.destinations == 3


def test_a_new_shop_and_one_that_is_gone_have_one_way_each() -> None:
    world = square()
    fresh = world.drawn("facility", Point(200, 0), "ny", category="grocery")
    gone = world.drawn("facility_removal", Point(200, 200), "væk", facility_id="shop")
    found = why(compared(world, fresh, gone), "1")
    assert (found.before, found.after, found.gained, found.lost) == (4, 8, 8, 4)
    told = {flow.facility: flow.example for flow in found.flows}
    assert told[0].way_before is not None
    assert told[0].way_after is None
    assert told[2].way_before is None
    assert told[2].way_after is not None


def test_trips_beyond_the_cutoff_are_none() -> None:
    found = why(compared(square()), "1", cutoff_min=4)
    assert (found.before, found.after, found.flows, found.destinations) == (0, 0, (), 0)


def test_a_drawn_line_is_all_its_stretches_by_their_length() -> None:
    # Cut by the street at x = 100 into 100 and 200 m; the eight walk all of it, and the two who
    # live at the junction its second part alone: 8 + 2 · 2/3.
    world = World().street(1, 2, (0, 0), (0, 50)).street(3, 4, (300, 0), (300, 50))
    world.street(5, 6, (100, -50), (100, 50))
    world.home("h", 0, 50, 8.0).home("two", 100, 50, 2.0).facility("shop", 300, 50)
    path = world.drawn("connection", line((0, 0), (300, 0)), "sti")
    found = why(compared(world, path), "sti")
    assert found.before is None
    assert found.after == pytest.approx(8 + 2 * 2 / 3)


@pytest.mark.parametrize("identity", ["99", "x0", "x", "", "-1", "x-1", "²", "9" * 100])
def test_a_street_nobody_knows(identity: str) -> None:
    assert stretch_named(compared(square()), identity) is None


@half
@given(seeds, st.integers(0, 4))
def test_all_flows_make_the_number_of_the_indicator(seed: int, count: int) -> None:
    world = grown(seed)
    drawn = sound(world.city(), random_drawing(world, seed, count, ADDITIONS + REMOVALS))
    comparison = compared(world, *drawn, area=grown_area(world))
    (column,) = edge_flow.per_street(comparison)
    rng = np.random.default_rng(seed)
    named = [
        (str(street), column.baseline[row], column.proposal[row])
        for row, street in enumerate(comparison.city.streets.ids)
    ]
    rows = drawn_stretches(comparison.drawing.patch)
    named += [(f"x{row}", math.nan, column.drawn[k]) for k, row in enumerate(rows)]
    for index in rng.choice(len(named), min(4, len(named)), replace=False):
        identity, before, after = named[index]
        found = why(comparison, identity, most=20)
        for said, value in ((found.before, before), (found.after, after)):
            assert (said is None) == math.isnan(value), identity
            if said is not None:
                assert said == pytest.approx(value, rel=1e-9, abs=1e-9)
        change = (found.after or 0.0) - (found.before or 0.0)
        assert found.gained - found.lost == pytest.approx(change, abs=1e-4)
        assert sum(flow.change for flow in found.flows) == pytest.approx(change, abs=1e-4)
