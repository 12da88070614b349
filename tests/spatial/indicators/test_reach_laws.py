"""The promises, for every indicator of reach, errands, safety and cost, asked for by name."""

from __future__ import annotations

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from spatial.assess import AssessRequest
from spatial.comparison import compare
from spatial.drawing import resolve_drawing
from spatial.indicators import OUT, REGISTRY, attraction_share, gravity_access
from spatial.network.model import STREET_MODES
from tests.spatial.asked import ask, rows
from tests.spatial.cases import cases
from tests.spatial.laws import CUTOFFS, sound
from tests.spatial.worlds import ADDITIONS, REMOVALS, World, grown, grown_area, random_drawing

seeds = st.integers(0, 2**31)
FORM = {"detour_factor", "boundary_entrances", "entrance_gap", "closeness"}
NAMED = tuple(
    indicator.id
    for indicator in REGISTRY
    if indicator.group in {1, 2, 5} and indicator.id not in FORM
)
few = cases(25)


def town(seed: int) -> World:
    """Grow a place and tell some of its light, speeds and sizes; much stays unknown."""
    world, rng = grown(seed), np.random.default_rng(seed)
    for street in world.streets:
        street["lit"] = (None, True, False)[int(rng.integers(0, 3))]
        street["speed_kmh"] = (None, 30, 50, 80)[int(rng.integers(0, 4))]
        street["street_class"] = ("path", "local", "main")[int(rng.integers(0, 3))]
    for name, *_ in world.facilities[::2]:
        world.capacities[name] = float(rng.integers(1, 900))
    return world


def answer(world: World, *drawn: object) -> object:
    area = grown_area(world)
    return ask(world, area, *drawn, indicators=NAMED, modes=STREET_MODES, cutoffs_min=CUTOFFS)


@few
@given(seeds)
def test_1_nothing_drawn_nothing_changed(place: int) -> None:
    result = answer(town(place))
    assert {row.id for row in result.indicators} == set(NAMED)
    assert all(row.baseline == row.proposal for row in result.indicators)
    for values in result.homes.values:
        np.testing.assert_array_equal(values.baseline, values.proposal)


@few
@given(seeds, seeds)
def test_2_a_new_way_makes_no_way_to_school_longer(place: int, hand: int) -> None:
    world = town(place)
    some = sound(world.city(), random_drawing(world, hand, 2, (*ADDITIONS, "closure")))
    more = random_drawing(world, hand + 1, 2, ("connection", "crossing"))
    both = sound(world.city(), (*some, *more))
    assume({feature.id for feature in some} <= {feature.id for feature in both})
    one, two = (rows(answer(world, *drawn), "school_route") for drawn in (some, both))
    for variant in ("time", "2500"):
        ((first,), (second,)) = (
            [row.proposal for row in found if row.variant == variant] for found in (one, two)
        )
        if variant == "time":
            assert (np.inf if second is None else second) <= (np.inf if first is None else first)
        else:
            assert (second or 0.0) >= (first or 0.0)


@few
@given(seeds, seeds)
def test_3_the_order_of_the_drawing_does_not_matter(place: int, hand: int) -> None:
    world = town(place)
    drawn = sound(world.city(), random_drawing(world, hand, 4, (*ADDITIONS, *REMOVALS)))
    assert answer(world, *drawn).indicators == answer(world, *drawn[::-1]).indicators


@few
@given(seeds, seeds, st.randoms(use_true_random=False))
def test_4_the_order_of_the_tables_does_not_matter(place: int, hand: int, random: object) -> None:
    world, shuffled = town(place), town(place)
    for table in (shuffled.streets, shuffled.homes, shuffled.facilities, shuffled.barriers):
        random.shuffle(table)
    drawn = sound(world.city(), random_drawing(world, hand, 3, (*ADDITIONS, *REMOVALS)))
    assert answer(world, *drawn).indicators == answer(shuffled, *drawn).indicators


@few
@given(seeds, seeds)
def test_what_is_worked_out_anew_equals_everything_worked_out_anew(place: int, hand: int) -> None:
    world = town(place)
    city, area = world.city(), grown_area(world)
    drawn = sound(city, random_drawing(world, hand, 3, (*ADDITIONS, *REMOVALS)))
    comparison = compare(city, AssessRequest(area, drawn), resolve_drawing(city, drawn))
    after = comparison.proposal
    every = np.arange(len(after.residents))
    for mode in STREET_MODES:
        np.testing.assert_array_equal(
            gravity_access._access(comparison, after, mode, every),
            gravity_access._summed(after, mode, every, 0.1),
        )
        np.testing.assert_array_equal(
            attraction_share._shares(comparison, after, mode),
            attraction_share._all_shares(after, mode, every, 0.1),
        )


@few
@given(seeds, seeds)
def test_what_is_known_is_a_share_and_nothing_known_is_no_number(place: int, hand: int) -> None:
    world = town(place)
    drawn = sound(world.city(), random_drawing(world, hand, 2, (*ADDITIONS, *REMOVALS)))
    for row in answer(world, *drawn).indicators:
        assert 0.0 <= row.known_share <= 1.0, row
        for value in (row.baseline, row.proposal):
            assert value is None or np.isfinite(value), row
    for row in rows(answer(world, *drawn), "lit_share"):
        assert (row.known_share > 0.0) <= (row.baseline is not None)


@few
@given(seeds, seeds)
def test_the_gap_is_the_ratio_of_what_it_names(place: int, hand: int) -> None:
    world = town(place)
    # Everybody of the municipality lives in an area that holds the whole place.
    drawn = sound(world.city(), random_drawing(world, hand, 2, ADDITIONS))
    whole = world.area(-5_000, -5_000, 5_000, 5_000)
    result = ask(world, whole, *drawn, indicators=NAMED, cutoffs_min=CUTOFFS)
    gaps = rows(result, "gap_to_city")
    assert {str(row.variant).split()[0] for row in gaps} == {indicator.id for indicator in OUT}
    for row in gaps:
        assert row.baseline in {None, 1.0}, row
        assert row.proposal in {None, 1.0}, row
