"""Whom a facility serves: a street worked by hand, and what must hold in any place."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from spatial.assess import AssessRequest
from spatial.catchment import Catchment, People, facility_row, find_catchment
from spatial.comparison import Comparison, compare
from spatial.drawing import resolve_drawing
from spatial.network.model import Mode
from spatial.tables import CATEGORIES
from spatial.units import UNREACHABLE_MS
from tests.spatial.laws import sound
from tests.spatial.worlds import ADDITIONS, REMOVALS, World, grown, grown_area, line, random_drawing

seeds = st.integers(0, 2**31)


def street() -> World:
    """One kilometre with a shop at either end; the area holds the first home."""
    return (
        World()
        .street(1, 2, (0, 0), (1000, 0))
        .home("inside", 100, 0, 10.0, "area")
        .home("middle", 500, 0, 20.0)
        .home("far", 900, 0, 5.0)
        .facility("a", 0, 0)
        .facility("b", 1000, 0)
    )


def compared(world: World, *drawn: object, area: object = None) -> Comparison:
    city = world.city()
    drawing = resolve_drawing(city, drawn)
    assert drawing.ok, drawing.issues
    request = AssessRequest(
        area or world.area(50, -50, 150, 50), drawn, modes=(Mode.WALK,), cutoffs_min=(5, 10, 15)
    )
    return compare(city, request, drawing)


def catchment(identity: str, world: World, *drawn: object) -> Catchment:
    comparison = compared(world, *drawn)
    names = [place.feature for place in comparison.drawing.patch.edits.facilities]
    row = facility_row(comparison.city, names, identity)
    assert row is not None
    return find_catchment(comparison, Mode.WALK, row)


def test_who_reaches_it_and_whose_nearest_it_is() -> None:
    served = catchment("a", street()).before
    assert served is not None
    # 100, 500 and 900 m at 750 ms: 1.25, 6.25 and 11.25 minutes.
    assert served.times_ms.tolist() == [75_000, 375_000, 675_000]
    assert served.within == (People(10, 0), People(10, 20), People(10, 25))
    # The home in the middle has as far to either: the first in the table is its nearest.
    assert served.nearest.tolist() == [True, True, False]
    assert served.nearest_to == People(10, 20)
    other = catchment("b", street()).before
    assert other is not None
    assert other.nearest_to == People(0, 5)


def test_a_new_shop_takes_over() -> None:
    shop = street().drawn("facility", Point(600, 0), "ny", category="grocery")
    fresh = catchment("ny", street(), shop)
    assert fresh.before is None
    assert fresh.after is not None
    assert fresh.after.nearest_to == People(0, 20)
    old = catchment("a", street(), shop)
    assert old.before is not None
    assert old.after is not None
    assert (old.before.nearest_to, old.after.nearest_to) == (People(10, 20), People(10, 0))
    assert old.after.within == old.before.within


def test_what_is_removed_serves_nobody() -> None:
    gone = street().drawn("facility_removal", Point(0, 0), "væk", facility_id="a")
    found = catchment("a", street(), gone)
    assert found.before is not None
    assert found.after is None
    other = catchment("b", street(), gone)
    assert other.after is not None
    assert other.after.nearest_to == People(10, 25)


def test_new_homes_are_served_and_another_kind_is_no_rival() -> None:
    homes = street().drawn("housing", Point(950, 0), "bolig", homes=2, residents=4)
    world = street().facility("skole", 900, 0, "school")
    found = catchment("b", world, homes)
    assert found.before is not None
    assert found.after is not None
    assert found.before.nearest_to == People(0, 5)
    assert found.after.nearest_to == People(0, 9)
    assert len(found.after.times_ms) == len(found.before.times_ms) + 1


def test_an_unknown_facility() -> None:
    assert facility_row(street().city(), [], "nowhere") is None
    assert facility_row(street().city(), ["ny"], "ny") == 2


@given(seeds, st.integers(0, 4))
def test_every_home_has_one_nearest_of_a_kind(seed: int, count: int) -> None:
    world = grown(seed)
    drawn = sound(world.city(), random_drawing(world, seed, count, ADDITIONS + REMOVALS))
    comparison = compared(world, *drawn, area=grown_area(world))
    total = len(comparison.proposal.places.category)
    for situation, side in ((comparison.baseline, "before"), (comparison.proposal, "after")):
        measures = situation.measures[Mode.WALK]
        for category in range(len(CATEGORIES)):
            kind = np.flatnonzero(situation.places.category == category)
            served = [
                getattr(find_catchment(comparison, Mode.WALK, int(row)), side)
                for row in kind
                if row < total
            ]
            reached = measures.nearest_ms[:, category] < UNREACHABLE_MS
            owners = np.zeros(len(situation.residents), int)
            least = np.full(len(situation.residents), UNREACHABLE_MS)
            for one in served:
                owners += one.nearest
                least = np.minimum(least, one.times_ms)
                assert (
                    one.times_ms[one.nearest] == measures.nearest_ms[one.nearest, category]
                ).all()
            assert (owners == reached).all()
            assert (least == measures.nearest_ms[:, category]).all()


def test_a_way_across_brings_people_in() -> None:
    world = (
        World()
        .street(1, 2, (0, 0), (400, 0))
        .street(3, 4, (0, 60), (400, 60))
        .home("inside", 100, 60, 10.0, "area")
        .facility("a", 100, 0)
    )
    path = world.drawn("connection", line((100, 0), (100, 60)))
    comparison = compared(world, path, area=world.area(50, 40, 150, 80))
    found = find_catchment(comparison, Mode.WALK, 0)
    assert found.before is not None
    assert found.after is not None
    assert found.before.nearest_to == People(0, 0)
    assert found.after.times_ms.tolist() == [45_000]
    assert found.after.nearest_to == People(10, 0)
    assert found.after.within[0].inside == pytest.approx(10)
