"""The promises of the engine, tried on places and drawings nobody chose."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely.geometry import Point, box

from spatial import gateways
from spatial.assess import Assessment, AssessRequest, assess
from spatial.city import City
from spatial.drawing import resolve_drawing
from spatial.indicators import REGISTRY
from spatial.interventions import Intervention
from spatial.model_bundle import model_bundle
from spatial.network.graph import search_graph
from spatial.network.model import Mode
from spatial.network.routes import find_route
from spatial.proposal import patch_mode
from spatial.units import UNREACHABLE_MS
from tests.spatial.drawn import all_times
from tests.spatial.oracle import graph_of, times_from_home
from tests.spatial.worlds import ADDITIONS, REMOVALS, World, grown, grown_area, line, random_drawing

seeds = st.integers(0, 2**31)
counts = st.integers(1, 4)
MONOTONE = {indicator.id for indicator in REGISTRY if indicator.guarantee == "monotone"}
CUTOFFS = (2, 5, 10)


def sound(city: City, drawn: tuple[Intervention, ...]) -> tuple[Intervention, ...]:
    """Leave out features that are refused, as a planner would."""
    while True:
        wrong = {
            issue.feature
            for issue in resolve_drawing(city, drawn).issues
            if issue.severity == "error"
        }
        if not wrong:
            return drawn
        drawn = tuple(feature for feature in drawn if feature.id not in wrong)


def base_times(city: City, drawn: tuple[Intervention, ...], mode: Mode) -> np.ndarray:
    """Give the times between what stands in the base, with a drawing."""
    shape = city.times(mode).shape
    drawing = resolve_drawing(city, drawn)
    assert drawing.ok
    return all_times(city, drawing, mode)[0][: shape[0], : shape[1]]


def answer(city: City, world: World, drawn: tuple[Intervention, ...], **how: object) -> Assessment:
    request = AssessRequest(grown_area(world), drawn, cutoffs_min=CUTOFFS, **how)
    return assess(city, request)


@given(seeds, seeds, counts)
def test_only_what_can_change_is_searched_and_equals_everything_searched(
    place: int, hand: int, count: int
) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, count, (*ADDITIONS, *REMOVALS)))
    drawing = resolve_drawing(city, drawn)
    for mode in Mode:
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
    result = answer(city, world, (), detail=frozenset({"homes"}))
    assert result.indicators
    assert all(value.baseline == value.proposal for value in result.indicators)
    assert result.homes is not None
    for values in result.homes.values:
        np.testing.assert_array_equal(values.baseline, values.proposal)


@given(seeds)
def test_1_an_edit_out_of_reach_changes_nothing(place: int) -> None:
    world = grown(place)
    # Two streets two kilometres away, tied to nothing: a path between them reaches nobody.
    world.street(90_001, 90_002, (2_400, 0), (2_400, 100))
    world.street(90_003, 90_004, (2_500, 0), (2_500, 100))
    city = world.city()
    path = world.drawn("connection", line((2_400, 50), (2_500, 50)))
    result = answer(city, world, (path,))
    assert result.ok
    assert all(value.baseline == value.proposal for value in result.indicators)


def assert_no_worse(before: Assessment, after: Assessment) -> None:
    """Compare the proposals of two answers, value by value, where a promise is made."""
    for one, two in zip(before.indicators, after.indicators, strict=True):
        assert (one.id, one.mode, one.category) == (two.id, two.mode, two.category)
        longest = one.id == "entrance_gap" and one.variant == "longest"
        if one.id not in MONOTONE and not longest:
            continue
        worst = np.inf if one.better == "lower" else -np.inf
        first = worst if one.proposal is None else one.proposal
        second = worst if two.proposal is None else two.proposal
        assert second <= first if one.better == "lower" else second >= first, (one, two)


@given(seeds, seeds, counts)
def test_2_adding_never_hurts(place: int, hand: int, count: int) -> None:
    world = grown(place)
    city = world.city()
    some = sound(city, random_drawing(world, hand, count, (*ADDITIONS, "closure", "demolition")))
    more = random_drawing(world, hand + 1, 2, ("connection", "crossing"))
    both = sound(city, (*some, *more))
    assume({feature.id for feature in some} <= {feature.id for feature in both})
    for mode in Mode:
        assert (base_times(city, both, mode) <= base_times(city, some, mode)).all()
    assert_no_worse(answer(city, world, some), answer(city, world, both))


@given(seeds, seeds)
def test_2_a_new_facility_never_hurts(place: int, hand: int) -> None:
    world = grown(place)
    city = world.city()
    some = sound(city, random_drawing(world, hand, 2, ("connection", "closure")))
    place_to_go = world.drawn("facility", Point(120, 130), "shop", category="school")
    both = (*some, place_to_go)
    assume(resolve_drawing(city, both).ok)
    before, after = answer(city, world, some), answer(city, world, both)
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
    for mode in Mode:
        assert (base_times(city, both, mode) >= base_times(city, some, mode)).all()
    assert_no_worse(answer(city, world, both), answer(city, world, some))


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
def test_3_a_path_drawn_and_closed_is_the_baseline(place: int, hand: int) -> None:
    world = grown(place)
    city = world.city()
    path = random_drawing(world, hand, 1, ("connection",))
    assume(resolve_drawing(city, path).ok)
    changed = [resolve_drawing(city, path).patch.edits.lines[0].line]
    closure = Intervention("shut", "closure", changed[0])
    drawing = resolve_drawing(city, (*path, closure))
    # Only closures that close the drawn line alone: others have an effect of their own.
    assume(not drawing.closed[0].base.any())
    for mode in Mode:
        np.testing.assert_array_equal(base_times(city, (*path, closure), mode), city.times(mode))


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


def digest(seed: int) -> str:
    """Name everything an answer says in a few letters."""
    world = grown(seed)
    city = world.city()
    drawn = sound(city, random_drawing(world, seed, 5, (*ADDITIONS, *REMOVALS)))
    result = answer(city, world, drawn, detail=frozenset({"homes"}))
    text = repr(result.indicators) + repr(
        [(values.baseline.tolist(), values.proposal.tolist()) for values in result.homes.values]
    )
    return hashlib.sha256(text.encode()).hexdigest()


def test_4_threads_give_the_same_answer() -> None:
    world = grown(11)
    expected = answer(world.city(), world, random_drawing(world, 2, 3, ("connection",)))
    city = world.city()  # nothing computed yet: the threads race for the baseline

    def ask(_: int) -> Assessment:
        return answer(city, world, random_drawing(world, 2, 3, ("connection",)))

    with ThreadPoolExecutor(8) as pool:
        for result in pool.map(ask, range(24)):
            assert result.indicators == expected.indicators


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_4_processes_give_the_same_answer(hash_seed: str) -> None:
    program = "from tests.spatial.test_laws import digest; print(digest(7))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == digest(7)


def crossword(seed: int, *, cut: bool = False, **how: object) -> World:
    """Lay streets on a grid of whole metres, whose times are whole and survive any cut or turn.

    750 and 225 ms per metre make a multiple of 4 m a whole number of milliseconds either way.
    """
    rng = np.random.default_rng(seed)
    world = World(**how)
    for i in range(5):
        for j in range(5):
            for u, v in ((i + 1, j), (i, j + 1)):
                if u < 5 and v < 5 and rng.random() < 0.8:
                    one, two = (i * 80, j * 80), (u * 80, v * 80)
                    bike = int(rng.integers(1, 4))
                    if cut and rng.random() < 0.5:
                        at = 4 * int(rng.integers(1, 20))
                        middle = (one[0] + at * (u - i), one[1] + at * (v - j))
                        new = 1_000 + len(world.streets)
                        world.street(i * 10 + j, new, one, middle, bike=bike)
                        world.street(new, u * 10 + v, middle, two, bike=bike)
                    else:
                        rng.random(), rng.integers(1, 20)
                        world.street(i * 10 + j, u * 10 + v, one, two, bike=bike)
    return world


def furnish(world: World, seed: int) -> World:
    """Put homes and facilities at whole metres, none of them halfway between two streets."""
    rng = np.random.default_rng(seed)
    for k in range(12):
        x, y = 80 * int(rng.integers(0, 5)) + 4, 80 * int(rng.integers(0, 4)) + 12 + 8 * (k % 6)
        world.home(f"h{k}", x, y, 5.0, "area" if k < 6 else None)
    for k in range(6):
        x, y = 80 * int(rng.integers(0, 4)) + 20 + 8 * k, 80 * int(rng.integers(0, 5)) + 8
        world.facility(f"f{k}", x, y, "school")
    return world


@given(seeds, st.floats(0, 360), st.floats(-50_000, 50_000), st.floats(-50_000, 50_000))
def test_5_moving_and_turning_change_no_time(
    place: int, turn_deg: float, east_m: float, north_m: float
) -> None:
    here = furnish(crossword(place), place)
    there = furnish(
        crossword(place, move=(600_000 + east_m, 6_200_000 + north_m), turn_deg=turn_deg), place
    )
    path = ("connection", line((0, 40), (320, 40)))
    for mode in Mode:
        one, two = here.city(), there.city()
        np.testing.assert_array_equal(one.times(mode), two.times(mode))
        np.testing.assert_array_equal(
            base_times(one, (here.drawn(*path),), mode),
            base_times(two, (there.drawn(*path),), mode),
        )


@given(seeds, seeds)
def test_5_cutting_streets_in_two_changes_no_time(place: int, knife: int) -> None:
    whole, pieces = crossword(place), World()
    rng = np.random.default_rng(knife)
    for row in whole.streets:
        (x0, y0), (x1, y1) = row["points"]
        at = 4 * int(rng.integers(1, 20)) / 80
        middle = (x0 + at * (x1 - x0), y0 + at * (y1 - y0))
        if rng.random() < 0.5:
            pieces.street(row["u"], 9_000 + row["id"], (x0, y0), middle, bike=row["bike"])
            pieces.street(9_000 + row["id"], row["v"], middle, (x1, y1), bike=row["bike"])
        else:
            pieces.street(row["u"], row["v"], (x0, y0), (x1, y1), bike=row["bike"])
    one, two = furnish(whole, place).city(), furnish(pieces, place).city()
    for mode in Mode:
        np.testing.assert_array_equal(one.times(mode), two.times(mode))


@given(seeds, seeds)
def test_6_cutoffs_nest_and_agree_with_routes(place: int, hand: int) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, 3, (*ADDITIONS, "closure")))
    drawing = resolve_drawing(city, drawn)
    rng = np.random.default_rng(hand)
    homes, facilities = len(city.homes.ids), len(city.facilities.ids)
    for mode in Mode:
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
        graphs = {mode: graph_of(bundle, mode.value) for mode in Mode}
        origins = {origin.id: origin for origin in bundle.origins}
        reached = {
            (mode, home): times_from_home(graphs[mode], home) for mode in Mode for home in origins
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
    before = [column.copy() for mode in Mode for column in base_columns(city, mode)]
    for hand in range(20):
        answer(city, world, sound(city, random_drawing(world, hand, 4, (*ADDITIONS, *REMOVALS))))
    after = [column for mode in Mode for column in base_columns(city, mode)]
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
