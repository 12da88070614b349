"""Every way once, whatever it is cut by."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely.geometry import Point, box

from spatial.assess import AssessRequest, assess
from spatial.assessment import Assessment
from spatial.centrality.shortest import closeness
from spatial.centrality.trips import trips_after
from spatial.centrality.ways import (
    _places,
    degrees,
    metres_within,
    once,
    way_lengths_m,
    ways_after,
    ways_before,
)
from spatial.city import City
from spatial.comparison import Comparison, compare
from spatial.drawing import resolve_drawing
from spatial.indicators import REGISTRY
from spatial.lenses import Lens
from spatial.network.model import STREET_MODES, Mode
from spatial.network.search import times_from
from spatial.units import UNREACHABLE_MS
from tests.spatial.cases import cases
from tests.spatial.test_lens_laws import known, lenses, mixed
from tests.spatial.worlds import World, grown, grown_area, line

seeds = st.integers(0, 2**31)
some = cases(40)
FORM = tuple(indicator.id for indicator in REGISTRY if indicator.group in {3, 4})


def compared(world: World, *drawn: object, city: City | None = None) -> Comparison:
    place = world.city() if city is None else city
    drawing = resolve_drawing(place, drawn)
    assert drawing.ok
    return compare(place, AssessRequest(world.area(-50, -50, 150, 50), drawn), drawing)


def street() -> World:
    """A street of 200 m, with a home at 50 m."""
    return World().street(1, 2, (0, 0), (200, 0)).home("h", 50, 10, 2.0, "area")


def test_a_front_door_cuts_a_street_and_makes_no_junction() -> None:
    ways = ways_before(street().city(), Mode.WALK)
    assert ways.count == 2
    assert sorted(degrees(ways)) == [1, 1, 2]
    assert ways.streets.tolist() == [0, 0]


def test_halves_stand_for_the_street_that_is_kept_beside_them() -> None:
    path = street().drawn("connection", line((120, 0), (120, 90)))
    comparison = compared(street(), path)
    ways = ways_after(comparison, Mode.WALK)
    # To the door, from there to the path, and on to the end; the path.
    metres = sorted(way_lengths_m(comparison.city, ways))
    assert metres == pytest.approx([50, 70, 80, 90])
    assert sorted(degrees(ways)) == [1, 1, 1, 2, 3]
    assert sorted(ways.streets) == [-1, 0, 0, 0]


def test_what_is_closed_is_left_out() -> None:
    gate = street().drawn("closure", line((120, -5), (120, 5)))
    comparison = compared(street(), gate)
    ways = ways_after(comparison, Mode.WALK)
    assert way_lengths_m(comparison.city, ways) == pytest.approx([50])


def test_a_mode_has_its_own_ways() -> None:
    path = (
        street().street(2, 3, (200, 0), (300, 0), bike=0).street(3, 4, (300, 0), (400, 0), bike=2)
    )
    city = path.city()
    assert ways_before(city, Mode.WALK).count == 4
    ways = ways_before(city, Mode.BIKE)
    assert ways.streets.tolist() == [0, 0, 2]
    assert (ways.ahead_ms >= 0).tolist() == [True, True, True]
    assert (ways.back_ms >= 0).tolist() == [True, True, False]


def test_metres_within_a_shape() -> None:
    path = street().drawn("connection", line((120, 0), (120, 90)))
    comparison = compared(street(), path)
    ways = ways_after(comparison, Mode.WALK)
    shape = street().placed(box(30, -20, 130, 20))
    within = metres_within(comparison.city, ways, shape)
    # From 30 to the door at 50, to the path at 120, to 130; 20 m of the path.
    assert sorted(within) == pytest.approx([10, 20, 20, 70])


def test_places_without_time_between_them() -> None:
    assert _places([]) == {}
    # There and back: one place.
    assert _places([[4, 7], [7, 4]]) == {4: (4, 4), 7: (4, 4)}
    # One way from 9 by 5 to 3: the numbers are dealt out anew so that they rise.
    assert _places([[9, 5], [5, 3]]) == {9: (3, 9), 5: (5, 5), 3: (9, 3)}
    # Round in a circle: one place, and 1, which leads there, has the lower number.
    assert _places([[6, 2], [2, 8], [8, 6], [1, 8]]) == {
        1: (1, 1),
        2: (2, 2),
        6: (2, 2),
        8: (2, 2),
    }


@some
@given(seeds, seeds, lenses)
def test_ways_take_the_time_the_search_takes(place: int, hand: int, lens: Lens | None) -> None:
    world = known(grown(place), place)
    city = world.city().through(lens)
    drawn = tuple(feature for feature in mixed(world, hand) if resolve_drawing(city, (feature,)).ok)
    drawing = resolve_drawing(city, drawn)
    assume(drawing.ok)
    comparison = compare(city, AssessRequest(grown_area(world), drawn), drawing)
    for mode in STREET_MODES:
        trips = trips_after(comparison, mode)
        homes, facilities = comparison.homes_after(mode), comparison.facilities_after(mode)
        graph = comparison.graph_after(mode)
        for home in range(0, len(trips.homes), 5):
            seeds_of = slice(int(homes.indptr[home]), int(homes.indptr[home + 1]))
            times = times_from(
                graph.outgoing, graph.node_count, homes.nodes[seeds_of], homes.times_ms[seeds_of]
            )
            for row, node in enumerate(trips.facilities):
                doors = range(int(facilities.indptr[row]), int(facilities.indptr[row + 1]))
                best = min(
                    (int(times[facilities.nodes[k]]) + int(facilities.times_ms[k]) for k in doors),
                    default=int(UNREACHABLE_MS),
                )
                weight = np.zeros(len(trips.arcs.indptr) - 1)
                weight[node] = 1.0
                found = closeness(
                    trips.arcs, 10**9, sources=trips.homes[[home]], weights=weight, least_ms=0
                )
                if best >= UNREACHABLE_MS:
                    assert found.density.tolist() == [0]
                else:
                    assert found.farness_ms.tolist() == [best]


def crossword(seed: int, knife: int | None) -> World:
    """Lay streets on a grid of 80 m; with a knife, some are two streets of whole times.

    750 and 225 ms per metre make a multiple of 4 m a whole number of milliseconds either way.
    """
    rng, world = np.random.default_rng(seed), World()
    cut = None if knife is None else np.random.default_rng(knife)
    pairs = [
        ((i, j), other)
        for i in range(6)
        for j in range(6)
        for other in ((i + 1, j), (i, j + 1))
        if max(other) < 6 and rng.random() < 0.8
    ]
    for (i, j), (u, v) in pairs:
        one, two = np.array((i * 80, j * 80)), np.array((u * 80, v * 80))
        bike = int(rng.integers(1, 4))
        if cut is not None and cut.random() < 0.5:
            middle = one + (two - one) * int(cut.integers(1, 20)) / 20
            new = 1_000 + len(world.streets)
            world.street(i * 10 + j, new, tuple(one), tuple(middle), bike=bike)
            world.street(new, u * 10 + v, tuple(middle), tuple(two), bike=bike)
        else:
            world.street(i * 10 + j, u * 10 + v, tuple(one), tuple(two), bike=bike)
    for k in range(10):
        x, y = 80 * int(rng.integers(0, 5)) + 4, 80 * int(rng.integers(0, 5)) + 12 + 8 * (k % 6)
        world.home(f"h{k}", x, y, 5.0 + k, "area" if k < 4 else None)
    for k in range(6):
        x, y = 80 * int(rng.integers(0, 5)) + 20 + 8 * k, 80 * int(rng.integers(0, 5)) + 8
        world.facility(f"f{k}", x, y, "school")
    world.barrier("railway", line((200, -300), (200, 700)))
    return world


def answer(world: World, *drawn: object) -> Assessment:
    area = world.area(-35, -37, 253, 251)
    request = AssessRequest(area, drawn, indicators=FORM, detail=frozenset({"streets"}))
    return assess(world.city(), request)


def told(result: Assessment, state: str) -> list[float]:
    assert result.ok
    values = [getattr(value, state) for value in result.indicators]
    assert {value.id for value in result.indicators} == set(FORM)
    return [np.nan if value is None else value for value in values]


@some
@given(seeds, seeds)
def test_5_cutting_streets_in_two_changes_no_form(place: int, knife: int) -> None:
    path = ("connection", line((0, 40), (160, 40)))
    whole, pieces = crossword(place, None), crossword(place, knife)
    one, two = (answer(world, world.drawn(*path)) for world in (whole, pieces))
    for state in ("baseline", "proposal"):
        assert told(one, state) == pytest.approx(told(two, state), rel=1e-6, nan_ok=True)


@some
@given(seeds, st.integers(0, 4), st.integers(1, 19))
def test_5_a_stop_at_a_street_cuts_it_and_changes_no_form(place: int, row: int, at: int) -> None:
    world = crossword(place, None)
    stop = world.drawn("facility", Point(row * 80 + 80 * at / 20, 80), category="stop")
    result = answer(world, stop)
    assert told(result, "proposal") == pytest.approx(
        told(result, "baseline"), rel=1e-9, nan_ok=True
    )
    for values in result.streets.values:
        np.testing.assert_allclose(values.proposal, values.baseline, rtol=1e-9)


def test_the_same_question_is_computed_once() -> None:
    city, asked = street().city(), []

    def compute() -> int:
        asked.append(1)
        return len(asked)

    one = (np.arange(3), "walk", 5)
    assert once(city, "what", one, compute) == once(city, "what", one, compute) == 1
    assert once(city, "what", (np.arange(3), "walk", 6), compute) == 2
    assert once(city, "what", (np.arange(3.0), "walk", 5), compute) == 3
    assert once(city, "else", one, compute) == 4
