from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from spatial.assess import AssessRequest
from spatial.comparison import Comparison, compare
from spatial.drawing import resolve_drawing
from spatial.explanations import explain, sides_of, stories
from spatial.network.model import STREET_MODES, Mode
from spatial.units import UNREACHABLE_MS
from tests.spatial.cases import cases
from tests.spatial.laws import sound
from tests.spatial.worlds import ADDITIONS, REMOVALS, World, grown, grown_area, line, random_drawing

# Each asks for whole answers several times over: a hundred cases.
half = cases(100)

seeds = st.integers(0, 2**31)


def compared(world: World, *drawn: object, modes: tuple[Mode, ...] = (Mode.WALK,)) -> Comparison:
    city = world.city()
    drawing = resolve_drawing(city, drawn)
    assert drawing.ok, drawing.issues
    area = world.area(-50, -50, 450, 450)
    request = AssessRequest(area, drawn, modes=modes, cutoffs_min=(2, 5))
    return compare(city, request, drawing)


def town() -> World:
    """A street from two homes eastwards to a shop, and a second shop across a gap of 60 m."""
    return (
        World()
        .street(1, 2, (0, 0), (400, 0))
        .street(3, 4, (0, 60), (100, 60))
        .home("a", 0, 0, 10, "area")
        .home("b", 200, 0, 20, "area")
        .facility("east", 400, 0)
        .facility("north", 0, 60)
    )


def path() -> tuple[str, object]:
    return "connection", line((0, 0), (0, 60))


def test_the_home_that_gains_most_comes_first_with_both_ways() -> None:
    # a: 400 m (300 s) before, 60 m (45 s) after. b: 200 m either way, and 260 m to the new one.
    world = town()
    (story,) = stories(compared(world, world.drawn(*path(), "sti")), None, 5)
    assert (story.mode, story.category, story.home) == (Mode.WALK, "grocery", 0)
    assert story.before is not None
    assert story.after is not None
    assert (story.before.facility, story.before.itinerary.time_ms) == (0, 300_000)
    assert (story.after.facility, story.after.itinerary.time_ms) == (1, 45_000)
    assert story.after.itinerary.features == ("sti",)
    assert story.change_ms == -255_000
    # Within 2 min and 5 min the northern shop is new; the eastern one was within 5 all along.
    assert [(row.cutoff_min, row.gained, row.lost) for row in story.reach] == [
        (2, (1,), ()),
        (5, (1,), ()),
    ]


def test_a_shop_that_closes_is_a_loss_and_the_way_goes_elsewhere() -> None:
    world = town()
    gone = world.drawn("facility_removal", line((0, 0), (0, 1)).centroid, "x", facility_id="east")
    both = (world.drawn(*path(), "sti"), gone)
    found = stories(compared(world, *both), ("grocery",), 5)
    # a gains 255 s; b had 150 s and now walks 260 m: 195 s.
    assert [(story.home, story.change_ms) for story in found] == [(0, -255_000), (1, 45_000)]
    assert [(row.cutoff_min, row.gained, row.lost) for row in found[1].reach] == [(5, (1,), (0,))]


def test_only_so_many_homes_are_told_of() -> None:
    world = town().home("c", 10, 0, 5, "area").home("d", 20, 0, 5, "area")
    comparison = compared(world, world.drawn(*path()))
    assert [story.home for story in stories(comparison, None, 2)] == [0, 2]
    assert stories(comparison, (), 2) == ()


def test_a_home_that_comes_to_reach_something_gains_most() -> None:
    world = World().street(1, 2, (0, 0), (300, 0)).street(3, 4, (0, 60), (100, 60))
    world.home("cut off", 100, 60, 1, "area").home("a", 0, 0, 1, "area").facility("f", 300, 0)
    (story,) = stories(compared(world, world.drawn(*path())), None, 5)
    assert story.home == 0
    assert story.before is None
    assert story.change_ms is None
    assert story.after is not None
    assert story.after.itinerary.time_ms == (100 + 60 + 300) * 750


def test_nothing_drawn_moves_nobody() -> None:
    assert stories(compared(town()), None, 5) == ()


@half
@given(seeds, seeds)
def test_every_story_tells_the_times_of_the_answer(place: int, hand: int) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, 4, (*ADDITIONS, *REMOVALS)))
    drawing = resolve_drawing(city, drawn)
    request = AssessRequest(grown_area(world), drawn, cutoffs_min=(2, 5))
    comparison = compare(city, request, drawing)
    for mode in STREET_MODES:
        sides = sides_of(comparison, mode)
        for row, category in comparison.categories:
            for home in (0, 7, len(comparison.proposal.residents) - 1):
                story = explain(sides, home, category, (2, 5))
                after = comparison.proposal.measures[mode].nearest_ms[home, row]
                found = UNREACHABLE_MS if story.after is None else story.after.itinerary.time_ms
                assert found == after
                if home < len(city.homes.ids):
                    before = comparison.baseline.measures[mode].nearest_ms[home, row]
                    told = story.before
                    assert (UNREACHABLE_MS if told is None else told.itinerary.time_ms) == before
