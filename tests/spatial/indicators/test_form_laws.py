"""The promises, kept by the indicators of form: far away, drawn and closed, under every lens."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from spatial.assess import Assessment, AssessRequest, assess
from spatial.city import City
from spatial.drawing import resolve_drawing
from spatial.indicators import REGISTRY
from spatial.lenses import Lens
from tests.spatial.cases import cases
from tests.spatial.laws import sound
from tests.spatial.test_lens_laws import BETTER, known, lenses, mixed, random_changes
from tests.spatial.worlds import World, grown, grown_area, line, random_drawing

FORM = tuple(row.id for row in REGISTRY if row.group in {3, 4})
MONOTONE = tuple(row.id for row in REGISTRY if row.id in FORM and row.guarantee == "monotone")
seeds = st.integers(0, 2**31)
some = cases(40)


def answer(
    city: City, world: World, drawn: tuple[object, ...], lens: Lens | None = None
) -> Assessment:
    request = AssessRequest(
        grown_area(world),
        drawn,
        indicators=FORM,
        detail=frozenset({"homes", "streets"}),
        lens=lens,
    )
    return assess(city, request)


def proposals(result: Assessment) -> list[float]:
    values = [value.proposal for value in result.indicators if value.id in MONOTONE]
    return [np.nan if value is None else value for value in values]


@some
@given(seeds)
def test_1_an_edit_out_of_reach_changes_nothing(place: int) -> None:
    world = grown(place)
    world.street(90_001, 90_002, (4_400, 0), (4_400, 100))
    world.street(90_003, 90_004, (4_500, 0), (4_500, 100))
    path = world.drawn("connection", line((4_400, 50), (4_500, 50)))
    result = answer(world.city(), world, (path,))
    assert result.ok
    assert all(value.baseline == value.proposal for value in result.indicators)


def no_worse(before: Assessment, after: Assessment) -> None:
    better = [
        1.0 if value.better == "higher" else -1.0
        for value in before.indicators
        if value.id in MONOTONE
    ]
    one, two = np.array(proposals(before)), np.array(proposals(after))
    told = ~np.isnan(one) & ~np.isnan(two)
    assert (np.isnan(one) == np.isnan(two)).all()
    assert ((two - one) * better >= 0)[told].all()
    for first, second in zip(before.homes.values, after.homes.values, strict=True):
        if first.indicator in MONOTONE and first.indicator != "detour_factor":
            count = min(len(first.proposal), len(second.proposal))
            assert (second.proposal[:count] >= first.proposal[:count]).all()


@some
@given(seeds, seeds)
def test_3_a_path_drawn_and_closed_is_the_baseline(place: int, hand: int) -> None:
    world = grown(place)
    city = world.city()
    path = random_drawing(world, hand, 1, ("connection",))
    assume(resolve_drawing(city, path).ok)
    drawn_line = resolve_drawing(city, path).patch.edits.lines[0].line
    shut = type(path[0])("shut", "closure", drawn_line)
    assume(not resolve_drawing(city, (*path, shut)).closed[0].base.any())
    result = answer(city, world, (*path, shut))
    for value in result.indicators:
        assert value.proposal == pytest.approx(value.baseline), value


@some
@given(seeds, seeds, lenses)
def test_2_improving_never_hurts_under_any_lens(place: int, hand: int, lens: Lens | None) -> None:
    world = known(grown(place), place)
    city = world.city()
    first = sound(city.through(lens), mixed(world, hand))
    assume(not any(feature.kind in {"demolition", "housing"} for feature in first))
    both = (*first, *random_changes(world, hand + 1, 2, BETTER))
    assume(resolve_drawing(city.through(lens), both).ok)
    no_worse(answer(city, world, first, lens), answer(city, world, both, lens))


@some
@given(seeds, lenses)
def test_1_nothing_drawn_nothing_changed_under_any_lens(place: int, lens: Lens | None) -> None:
    world = known(grown(place), place)
    result = answer(world.city(), world, (), lens)
    assert all(value.baseline == value.proposal for value in result.indicators)
    for values in (*result.homes.values, *result.streets.values):
        np.testing.assert_array_equal(values.baseline, values.proposal)
