"""The promises of the engine, tried on places and drawings nobody chose."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely.geometry import Point, box

from spatial import gateways
from spatial.assess import Assessment
from spatial.city import City
from spatial.drawing import resolve_drawing
from spatial.interventions import Intervention
from spatial.model_bundle import model_bundle
from spatial.network.graph import search_graph
from spatial.network.model import STREET_MODES, Mode
from spatial.network.routes import find_route
from spatial.proposal import patch_mode
from spatial.units import UNREACHABLE_MS
from tests.spatial.drawn import all_times
from tests.spatial.laws import (
    EVERY,
    PROMISED,
    answer,
    assert_no_home_worse,
    assert_no_worse,
    base_times,
    counts,
    seeds,
    sound,
)
from tests.spatial.oracle import graph_of, times_by_scipy, times_from_home
from tests.spatial.worlds import ADDITIONS, REMOVALS, grown, grown_area, line, random_drawing


@given(seeds, seeds, counts)
def test_only_what_can_change_is_searched_and_equals_everything_searched(
    place: int, hand: int, count: int
) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, count, (*ADDITIONS, *REMOVALS)))
    drawing = resolve_drawing(city, drawn)
    for mode in STREET_MODES:
        quick, full = all_times(city, drawing, mode)
        np.testing.assert_array_equal(quick, full)


@given(seeds, seeds)
def test_drawings_too_large_to_go_through_give_the_same(place: int, hand: int) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, 3, (*ADDITIONS, "closure")))
    expected = answer(city, world, drawn, detail=frozenset({"homes"}))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(gateways, "MOST_PLACES", 0)
        result = answer(city, world, drawn, detail=frozenset({"homes"}))
    assert result.indicators == expected.indicators


@given(seeds)
def test_1_nothing_drawn_nothing_changed(place: int) -> None:
    world = grown(place)
    city = world.city()
    result = answer(city, world, (), indicators=EVERY, detail=frozenset({"homes", "streets"}))
    assert {value.id for value in result.indicators} == set(EVERY)
    assert all(value.baseline == value.proposal for value in result.indicators)
    assert result.homes is not None
    assert result.streets is not None
    for values in (*result.homes.values, *result.streets.values):
        np.testing.assert_array_equal(values.baseline, values.proposal)


@given(seeds)
def test_1_an_edit_out_of_reach_changes_nothing(place: int) -> None:
    world = grown(place)
    # Two streets two kilometres away, tied to nothing: a path between them reaches nobody.
    world.street(90_001, 90_002, (2_400, 0), (2_400, 100))
    world.street(90_003, 90_004, (2_500, 0), (2_500, 100))
    city = world.city()
    path = world.drawn("connection", line((2_400, 50), (2_500, 50)))
    result = answer(city, world, (path,), detail=frozenset({"homes"}))
    assert result.ok
    assert all(value.baseline == value.proposal for value in result.indicators)
    for values in result.homes.values:
        np.testing.assert_array_equal(values.baseline, values.proposal)


@given(seeds, seeds, counts)
def test_2_adding_never_hurts(place: int, hand: int, count: int) -> None:
    world = grown(place)
    city = world.city()
    some = sound(city, random_drawing(world, hand, count, (*ADDITIONS, "closure", "demolition")))
    more = random_drawing(world, hand + 1, 2, ("connection", "crossing"))
    both = sound(city, (*some, *more))
    assume({feature.id for feature in some} <= {feature.id for feature in both})
    for mode in STREET_MODES:
        assert (base_times(city, both, mode) <= base_times(city, some, mode)).all()
    assert_no_worse(*(answer(city, world, drawn, indicators=PROMISED) for drawn in (some, both)))


@given(seeds, seeds)
def test_2_a_new_facility_never_hurts(place: int, hand: int) -> None:
    world = grown(place)
    city = world.city()
    some = sound(city, random_drawing(world, hand, 2, ("connection", "closure")))
    place_to_go = world.drawn("facility", Point(120, 130), "shop", category="school")
    both = (*some, place_to_go)
    assume(resolve_drawing(city, both).ok)
    before, after = (answer(city, world, drawn, indicators=PROMISED) for drawn in (some, both))
    kept = {value.category for value in before.indicators}
    shared = tuple(value for value in after.indicators if value.category in kept)
    assert_no_worse(before, Assessment((), (), shared))


@given(seeds, seeds, counts)
def test_2_removing_never_helps(place: int, hand: int, count: int) -> None:
    world = grown(place)
    city = world.city()
    some = sound(city, random_drawing(world, hand, count, (*ADDITIONS, "closure")))
    less = random_drawing(world, hand + 1, 2, ("closure", "facility_removal"))
    both = sound(city, (*some, *less))
    for mode in STREET_MODES:
        assert (base_times(city, both, mode) >= base_times(city, some, mode)).all()
    assert_no_worse(*(answer(city, world, drawn, indicators=PROMISED) for drawn in (both, some)))


@given(seeds, seeds, counts)
def test_2_adding_hurts_no_home(place: int, hand: int, count: int) -> None:
    """Whatever is added: ways, facilities, and neighbours to meet."""
    world = grown(place)
    city = world.city()
    some = sound(city, random_drawing(world, hand, count, (*ADDITIONS, "closure")))
    more = random_drawing(world, hand + 1, 2, ADDITIONS)
    both = sound(city, (*some, *more))
    assume({feature.id for feature in some} <= {feature.id for feature in both})
    assert_no_home_worse(
        *(answer(city, world, drawn, detail=frozenset({"homes"})) for drawn in (some, both))
    )


@given(seeds, seeds, counts)
def test_2_removing_helps_no_home(place: int, hand: int, count: int) -> None:
    """Whatever is removed: ways, facilities, and the neighbours themselves."""
    world = grown(place)
    city = world.city()
    some = sound(city, random_drawing(world, hand, count, (*ADDITIONS, "closure")))
    both = sound(city, (*some, *random_drawing(world, hand + 1, 2, REMOVALS)))
    assert_no_home_worse(
        *(answer(city, world, drawn, detail=frozenset({"homes"})) for drawn in (both, some))
    )


@given(seeds, seeds)
def test_3_a_facility_added_and_removed_is_the_baseline(place: int, hand: int) -> None:
    world = grown(place)
    city = world.city()
    x, y = np.random.default_rng(hand).uniform(0, 400, 2)
    added = world.drawn("facility", Point(x, y), "new", category="grocery")
    removed = world.drawn("facility_removal", Point(x, y), "gone", facility_id="new")
    assume(resolve_drawing(city, (added,)).ok)
    result = answer(city, world, (added, removed))
    assert all(
        value.baseline == value.proposal
        for value in result.indicators
        if value.category in city.facilities.categories or value.category is None
    )


@given(seeds, seeds)
def test_3_a_path_drawn_and_closed_gives_nothing_and_takes_nothing(place: int, hand: int) -> None:
    """A closure along what is drawn takes it whole, and of the streets no more than without it.

    So where it takes no street, path and closure together are the baseline. Only whose own door
    stands on what the closure takes may still pass all of it, the drawn path too.
    """
    world = grown(place)
    city = world.city()
    path = sound(city, random_drawing(world, hand, 1, ("connection",)))
    assume(path)
    drawn = (*path, Intervention("shut", "closure", path[0].geometry))
    drawing = resolve_drawing(city, drawn)
    homes = len(city.homes.ids)
    for mode in STREET_MODES:
        before, both = city.times(mode), base_times(city, drawn, mode)
        closings = patch_mode(city, drawing.patch, mode, drawing.closed).closings
        rows = np.setdiff1d(np.arange(homes), closings.exempt_homes)
        exempt = np.concatenate((closings.exempt_homes, homes + closings.exempt_facilities))
        others = np.ix_(rows, np.setdiff1d(np.arange(before.shape[1]), exempt))
        assert (both[others] >= before[others]).all()
        assert (both <= base_times(city, drawn[1:], mode)).all()
        if not closings.base.any():
            np.testing.assert_array_equal(both, before)


@given(seeds, seeds, st.randoms(use_true_random=False))
def test_3_the_order_of_a_drawing_does_not_matter(place: int, hand: int, random: object) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, 6, (*ADDITIONS, *REMOVALS)))
    shuffled = list(drawn)
    random.shuffle(shuffled)
    one, two = answer(city, world, drawn), answer(city, world, tuple(shuffled))
    assert one.indicators == two.indicators
    assert set(one.joins) == set(two.joins)
    assert {issue.code for issue in one.issues} == {issue.code for issue in two.issues}


@given(seeds, seeds)
def test_6_cutoffs_nest_and_agree_with_routes(place: int, hand: int) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, 3, (*ADDITIONS, "closure")))
    drawing = resolve_drawing(city, drawn)
    rng = np.random.default_rng(hand)
    homes, facilities = len(city.homes.ids), len(city.facilities.ids)
    for mode in STREET_MODES:
        changed = patch_mode(city, drawing.patch, mode, drawing.closed)
        table = base_times(city, drawn, mode)
        for home, facility in rng.integers(0, (homes, facilities), (5, 2)):
            route = find_route(
                changed.after,
                changed.closings.homes_out,
                int(home),
                changed.closings.facilities,
                int(facility),
            )
            time = table[home, homes + facility]
            assert (UNREACHABLE_MS if route is None else route.time_ms) == time
    result = answer(city, world, drawn)
    rows: dict[tuple[object, ...], float] = {}
    for value in result.indicators:
        if value.id in {"opportunities_within", "city_reach", "visitors_within", "share_within"}:
            key = (value.id, value.mode, value.category)
            present = -1.0 if value.proposal is None else value.proposal
            assert present >= rows.get(key, -1.0)
            rows[key] = present


@given(seeds, seeds, counts)
def test_7_every_time_equals_a_second_search(place: int, hand: int, count: int) -> None:
    """SciPy over the exported model, from each home to each home and facility, drawn ones too."""
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, count, (*ADDITIONS, *REMOVALS)))
    drawing = resolve_drawing(city, drawn)
    bundle = model_bundle(city, drawn)
    new_homes = [home.feature for home in drawing.patch.edits.homes]
    new_facilities = [place.feature for place in drawing.patch.edits.facilities]
    homes = [*city.homes.ids, *new_homes]
    columns = [
        *(("h", home) for home in city.homes.ids),
        *(("f", facility) for facility in city.facilities.ids),
        *(("h", home) for home in new_homes),
        *(("f", facility) for facility in new_facilities),
    ]
    left = {("f", facility.id) for facility in bundle.facilities}
    kept = [k for k, name in enumerate(columns) if name[0] == "h" or name in left]
    for mode in STREET_MODES:
        quick, _ = all_times(city, drawing, mode)
        found = times_by_scipy(bundle, mode.value, homes, [columns[k] for k in kept])
        np.testing.assert_array_equal(quick[:, kept], found)


@given(seeds, seeds, counts)
def test_7_times_equal_an_independent_search(place: int, hand: int, count: int) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, count, (*ADDITIONS, *REMOVALS)))
    area = grown_area(world)
    searched = ("travel_time_nearest", "opportunities_within", "city_reach")
    result = answer(city, world, drawn, detail=frozenset({"homes"}), home_indicators=searched)
    assert result.homes is not None
    for state, features in (("baseline", ()), ("proposal", drawn)):
        bundle = model_bundle(city, features, area)
        graphs = {mode: graph_of(bundle, mode.value) for mode in STREET_MODES}
        origins = {origin.id: origin for origin in bundle.origins}
        reached = {
            (mode, home): times_from_home(graphs[mode], home)
            for mode in STREET_MODES
            for home in origins
        }
        others = {
            origin.id: origin.residents
            for origin, inside in zip(bundle.origins, result.homes.in_area, strict=False)
            if not inside
        }
        for values in result.homes.values:
            shown = getattr(values, state)
            for row, home in enumerate(result.homes.ids):
                if home in origins:
                    times = reached[values.mode, home]
                    assert shown[row] == expected(values, times, bundle, others)


def expected(values: object, times: dict, bundle: object, others: dict[str, float]) -> float:
    """Compute one home's value from the times NetworkX found."""
    if values.indicator == "city_reach":
        limit = values.cutoff_min * 60_000
        return pytest.approx(
            sum(people for home, people in others.items() if times.get(("h", home), 9e9) <= limit)
        )
    to_facilities = [
        times[("f", facility.id)]
        for facility in bundle.facilities
        if facility.category == values.category and ("f", facility.id) in times
    ]
    if values.indicator == "travel_time_nearest":
        return min(to_facilities, default=-1)
    return sum(time <= values.cutoff_min * 60_000 for time in to_facilities)


def test_the_base_is_never_changed() -> None:
    world = grown(5)
    city = world.city()
    before = [column.copy() for mode in STREET_MODES for column in base_columns(city, mode)]
    for hand in range(20):
        answer(city, world, sound(city, random_drawing(world, hand, 4, (*ADDITIONS, *REMOVALS))))
    after = [column for mode in STREET_MODES for column in base_columns(city, mode)]
    for one, two in zip(before, after, strict=True):
        np.testing.assert_array_equal(one, two)


def base_columns(city: City, mode: Mode) -> list[np.ndarray]:
    outgoing = city.network.outgoing[mode]
    connectors = city.home_footing.connectors[mode]
    return [
        outgoing.indptr,
        outgoing.heads,
        outgoing.times_ms,
        connectors.nodes,
        connectors.times_ms,
        city.times(mode),
        city.homes.residents,
    ]


def test_a_search_on_the_base_needs_no_overlay() -> None:
    city = grown(1).city()
    graph = search_graph(city, None, Mode.WALK)
    assert graph.node_count == len(city.network.node_xy)
    assert len(graph.outgoing.extra_row) == 0


def test_demolishing_everybody_leaves_no_value_and_no_crash() -> None:
    world = grown(3)
    city = world.city()
    gone = world.drawn("demolition", box(-200, -200, 800, 800))
    result = answer(city, world, (gone,))
    assert result.ok
    for value in result.indicators:
        if value.id in {"travel_time_nearest", "share_within", "opportunities_within"}:
            assert value.proposal is None
            assert value.change is None
