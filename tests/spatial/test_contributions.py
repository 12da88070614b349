from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, box

from spatial.assess import AssessRequest, assess
from spatial.contributions import (
    LONGEST_MS,
    MOST_FEATURES,
    Contribution,
    Contributions,
    Stopped,
    contributions,
)
from spatial.drawing import resolve_drawing
from spatial.errors import InvalidRequest
from spatial.network.model import STREET_MODES, Mode
from spatial.subsets import find_meetings, ground_times, nearest_times, subsets, take_apart
from tests.spatial.cases import cases
from tests.spatial.laws import sound
from tests.spatial.worlds import ADDITIONS, REMOVALS, World, grown, grown_area, line, random_drawing

# Each asks for whole answers several times over: a hundred cases.
half = cases(100)

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.interventions import Intervention

seeds = st.integers(0, 2**31)
WALK = (Mode.WALK,)


def gap() -> World:
    """Two streets 100 m apart: home and a far shop on the lower, a near shop on the upper one.

    10 residents walk 500 m (375 s) along the lower street; over a path at x = 0 the upper shop is
    100 m (75 s) away.
    """
    return (
        World()
        .street(1, 2, (0, 0), (500, 0))
        .street(3, 4, (0, 100), (500, 100))
        .home("h", 0, 0, 10, "area")
        .facility("far", 500, 0)
        .facility("near", 0, 100)
    )


def shared(world: World, *drawn: Intervention) -> Contributions:
    return contributions(world.city(), world.area(-50, -50, 600, 200), drawn, WALK)


def value(result: Contributions, identity: str, category: str | None = "grocery") -> Contribution:
    (found,) = [row for row in result.values if (row.id, row.category) == (identity, category)]
    return found


def test_one_path_does_everything() -> None:
    world = gap()
    result = shared(world, world.drawn("connection", line((0, 0), (0, 100)), "sti"))
    # 375 s - 75 s are 5 minutes, for 10 residents.
    for category in (None, "grocery"):
        saved = value(result, "saved_time", category)
        assert (saved.baseline, saved.proposal, saved.total) == (0, 50, 50)
        assert saved.left_out == saved.shapley == (50,)
    median = value(result, "travel_time_nearest")
    assert (median.baseline, median.proposal) == (375_000, 75_000)
    assert median.shapley == (-300_000,)
    assert result.pairs == ()


def test_two_halves_of_a_way_work_only_together() -> None:
    # Each half ends in the middle of the gap: the upper touches its street, and so does the lower.
    world = gap()
    halves = [
        world.drawn("connection", line((0, 0), (0, 50)), "nedre"),
        world.drawn("connection", line((0, 50), (0, 100)), "øvre"),
    ]
    result = shared(world, *halves)
    saved = value(result, "saved_time")
    assert result.features == ("nedre", "øvre")
    assert saved.total == 50
    # Without either nothing is left; shared out, each did half.
    assert saved.left_out == (50, 50)
    assert saved.shapley == (25, 25)
    ((mode, pair),) = result.pairs
    assert mode is Mode.WALK
    assert (pair.one, pair.two, pair.relation) == (0, 1, "only_together")
    assert pair.together == 50 * 60_000 * 1_000_000


def test_two_ways_beside_each_other_overlap() -> None:
    world = gap()
    paths = [
        world.drawn("connection", line((0, 0), (0, 100)), "a"),
        world.drawn("connection", line((20, 0), (20, 100)), "b"),
    ]
    saved = value(shared(world, *paths), "saved_time")
    # The second alone costs 40 m more: 105 s, and saves 45 minutes of 50.
    assert saved.left_out == (5, 0)
    assert saved.shapley == (Fraction(55, 2), Fraction(45, 2))
    ((_, pair),) = shared(world, *paths).pairs
    assert pair.relation == "overlaps"


def test_a_line_that_touches_only_another_line_adds_nothing_alone() -> None:
    # The middle of three pieces meets no street: alone it is refused, in the whole it is needed.
    world = gap()
    pieces = [
        world.drawn("connection", line((0, 0), (0, 30)), "1"),
        world.drawn("connection", line((0, 30), (0, 70)), "2"),
        world.drawn("connection", line((0, 70), (0, 100)), "3"),
    ]
    assert not resolve_drawing(world.city(), pieces[1:2]).ok
    result = shared(world, *pieces)
    assert result.ok
    saved = value(result, "saved_time")
    assert saved.left_out == (50, 50, 50)
    assert saved.shapley == (Fraction(50, 3),) * 3


def test_a_lonely_line_is_no_way_between_two_doors() -> None:
    # Home and shop both stand by the middle piece, which leads to no street while it is alone.
    world = World().street(1, 2, (0, 0), (0, 40)).street(3, 4, (300, 0), (300, 40))
    world.home("h", 100, 2, 10, "area").facility("f", 200, 2)
    pieces = [
        world.drawn("connection", line((0, 0), (80, 0)), "vest"),
        world.drawn("connection", line((80, 0), (220, 0)), "midt"),
        world.drawn("connection", line((220, 0), (300, 0)), "øst"),
    ]
    parts = take_apart(world.city(), world.area(-50, -50, 400, 100), pieces)
    meetings = find_meetings(parts, 0)
    alone = 1 << parts.features.index("midt")
    for present in (0, alone):
        found = nearest_times(parts, meetings, WALK, present, {"grocery": [0]})
        # 100 m to the western street, and no way to the shop.
        assert found[Mode.WALK, "grocery", 0].tolist() == [2**31 - 1]
    whole = nearest_times(parts, meetings, WALK, parts.everything, {"grocery": [0]})
    assert whole[Mode.WALK, "grocery", 0].tolist() == [2 * 1_500 + 100 * 750]


def test_a_closing_takes_and_a_path_gives_back() -> None:
    world = gap()
    drawn = [
        world.drawn("connection", line((0, 0), (0, 100)), "sti"),
        world.drawn("facility_removal", Point(0, 100), "lukket", facility_id="near"),
    ]
    saved = value(shared(world, *drawn), "saved_time")
    # The path leads to a shop that is gone: nothing comes of either.
    assert saved.total == 0
    assert sum(saved.shapley) == 0
    assert saved.left_out == (0, -50)


def test_a_removal_of_something_drawn_removes_it_only_where_it_is() -> None:
    world = gap()
    drawn = [
        world.drawn("facility", Point(100, 0), "ny", category="grocery"),
        world.drawn("facility_removal", Point(100, 0), "væk", facility_id="ny"),
    ]
    saved = value(shared(world, *drawn), "saved_time")
    # The new shop alone is 100 m away: 5 min saved for 10; taken away again it does nothing.
    assert saved.total == 0
    assert saved.left_out == (0, -50)
    assert saved.shapley == (25, -25)


def test_new_homes_move_the_median_and_save_nobody_time() -> None:
    world = gap()
    housing = world.drawn("housing", Point(400, 0), "nye", residents=100)
    result = shared(world, housing)
    assert value(result, "saved_time").total == 0
    median = value(result, "travel_time_nearest")
    assert (median.baseline, median.proposal) == (375_000, 75_000)


def test_what_nobody_reaches_has_no_median_and_counts_as_an_hour() -> None:
    world = gap()
    world.facilities = [("f", 0.0, 100.0, "school")]
    result = shared(world, world.drawn("connection", line((0, 0), (0, 100)), "sti"))
    median = value(result, "travel_time_nearest", "school")
    assert median.baseline is None
    assert median.left_out is None
    assert median.shapley is None
    assert median.proposal == 75_000
    # 60 min less 75 s for 10 residents.
    assert value(result, "saved_time", "school").total == 10 * Fraction(LONGEST_MS - 75_000, 60_000)


def test_more_than_ten_are_left_out_one_by_one() -> None:
    world = gap()
    drawn = [
        world.drawn("connection", line((20 * k, 0), (20 * k, 100)), f"p{k:02}") for k in range(11)
    ]
    result = shared(world, *drawn)
    assert not result.exact
    saved = value(result, "saved_time")
    assert saved.shapley is None
    assert saved.left_out == (5, *[0] * 10)
    assert result.pairs == ()


def test_far_too_many_are_refused() -> None:
    world = gap()
    drawn = [world.drawn("housing", Point(k, 0), f"h{k}", residents=1) for k in range(61)]
    with pytest.raises(InvalidRequest, match=f"at most {MOST_FEATURES}"):
        shared(world, *drawn)


def test_a_drawing_with_an_error_is_told_and_not_computed() -> None:
    world = gap()
    result = shared(world, world.drawn("connection", line((900, 0), (900, 50))))
    assert not result.ok
    assert result.values == ()


def test_progress_is_told_and_may_stop() -> None:
    world = gap()
    drawn = [world.drawn("connection", line((20 * k, 0), (20 * k, 100)), str(k)) for k in range(4)]
    told: list[tuple[int, int]] = []

    def note(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    area = world.area(-50, -50, 600, 200)
    contributions(world.city(), area, drawn, WALK, note)
    # Four paths have sixteen parts.
    assert told == [(done, 16) for done in range(1, 17)]
    with pytest.raises(Stopped):
        contributions(world.city(), area, drawn, WALK, lambda done, _: done < 3)


def assessed(
    city: City, world: World, drawn: tuple[Intervention, ...]
) -> tuple[dict[object, int | None], dict[object, np.ndarray]] | None:
    """Give the medians and the times per home of the engine's own answer."""
    request = AssessRequest(grown_area(world), drawn, detail=frozenset({"homes"}))
    result = assess(city, request)
    if not result.ok:
        return None
    assert result.homes is not None
    medians = {
        (row.mode, row.category): row.proposal
        for row in result.indicators
        if row.id == "travel_time_nearest"
    }
    inside = result.homes.in_area[: len(city.homes.ids)]
    times = {
        (row.mode, row.category): row.proposal[: len(inside)][inside]
        for row in result.homes.values
        if row.indicator == "travel_time_nearest"
    }
    return medians, times


@half
@given(seeds, seeds)
def test_every_part_is_what_the_engine_says_of_it_alone(place: int, hand: int) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, 3, (*ADDITIONS, *REMOVALS)))
    parts = take_apart(city, grown_area(world), drawn)
    by_id = {feature.id: feature for feature in drawn}
    for present in subsets(parts.everything):
        some = tuple(by_id[name] for bit, name in enumerate(parts.features) if present >> bit & 1)
        expected = assessed(city, world, some)
        if expected is None:
            # Refused alone, such as a line that only another line ties to the streets.
            continue
        states = {name: [present & bits] for name, bits in parts.by_category.items()}
        meetings = find_meetings(parts, present & parts.in_changes)
        found = nearest_times(parts, meetings, STREET_MODES, present & parts.in_network, states)
        standing = parts.base_homes
        for (mode, category, _), times in found.items():
            if (mode, category) in expected[1]:
                told = np.where(times == 2**31 - 1, -1, times)[standing]
                np.testing.assert_array_equal(told, expected[1][mode, category])


@half
@given(seeds, seeds)
def test_what_is_known_without_the_added_ways_changes_no_answer(place: int, hand: int) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, 4, (*ADDITIONS, *REMOVALS)))
    parts = take_apart(city, grown_area(world), drawn)
    modes = STREET_MODES
    for network in subsets(parts.in_network):
        states = {name: [0, bits] for name, bits in parts.by_category.items()}
        meetings = find_meetings(parts, network & parts.in_changes)
        ground = ground_times(parts, meetings, modes, network & parts.in_taking, states)
        anew = nearest_times(parts, meetings, modes, network, states)
        from_ground = nearest_times(parts, meetings, modes, network, states, ground)
        assert anew.keys() == from_ground.keys()
        for key, times in anew.items():
            np.testing.assert_array_equal(from_ground[key], times)


@half
@given(seeds, seeds)
def test_8_contributions_sum_to_what_the_engine_says(place: int, hand: int) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, 3, (*ADDITIONS, *REMOVALS)))
    result = contributions(city, grown_area(world), drawn)
    expected = assessed(city, world, drawn)
    before = assessed(city, world, ())
    assert expected is not None
    assert before is not None
    homes = [row for row, name in enumerate(city.homes.area_ids) if name == "area"]
    residents = city.homes.residents[homes]
    for row in result.values:
        if row.shapley is not None:
            assert sum(row.shapley) == row.total
        if row.category is None:
            continue
        key = (row.mode, row.category)
        if row.id == "travel_time_nearest":
            told = None if row.proposal is None else int(row.proposal)
            assert told == expected[0].get(key, told)
        elif key in expected[1] and key in before[1] and len(before[1][key]) == len(homes):
            times = [
                np.where(side[1][key] < 0, LONGEST_MS, np.minimum(side[1][key], LONGEST_MS))
                for side in (before, expected)
            ]
            saved = sum(
                Fraction(int(people)) * int(gain)
                for people, gain in zip(residents, times[0] - times[1], strict=True)
            )
            assert row.total == saved / 60_000


@half
@given(seeds, seeds, st.randoms(use_true_random=False))
def test_the_order_of_a_drawing_does_not_matter(place: int, hand: int, random: object) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, 3, (*ADDITIONS, *REMOVALS)))
    shuffled = list(drawn)
    random.shuffle(shuffled)
    one, two = (contributions(city, grown_area(world), order) for order in (drawn, shuffled))
    assert (one.features, one.values, one.pairs) == (two.features, two.values, two.pairs)


def test_more_people_than_64_bits_hold_are_summed_all_the_same() -> None:
    world = gap()
    world.homes = [("h", 0.0, 0.0, 4e12, "area")]
    path = world.drawn("connection", line((0, 0), (0, 100)), "sti")
    assert value(shared(world, path), "saved_time").total == 5 * 4 * 10**12


def test_somebody_who_moves_out_counts_among_those_who_live_here_today() -> None:
    world = gap()
    gone = world.drawn("demolition", box(-10, -10, 10, 10), "ned")
    path = world.drawn("connection", line((0, 0), (0, 100)), "sti")
    result = shared(world, gone, path)
    assert value(result, "saved_time").total == 50
    assert value(result, "travel_time_nearest").proposal is None
