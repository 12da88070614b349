"""The promises of the engine under each lens, and with standing streets changed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely.geometry import LineString, box

from spatial.drawing import resolve_drawing
from spatial.lenses import CHILD, LENSES, NIGHT, SURFACES, WHEELCHAIR, Lens
from spatial.model_bundle import model_bundle
from spatial.network.model import STREET_MODES, Mode
from spatial.units import UNREACHABLE_MS
from tests.spatial.cases import cases
from tests.spatial.drawn import all_times
from tests.spatial.laws import base_times, crossword, furnish, sound
from tests.spatial.oracle import graph_of, times_from_home
from tests.spatial.worlds import ADDITIONS, REMOVALS, World, grown, random_drawing

# Each asks for whole answers several times over: a hundred cases.
half = cases(100)

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from spatial.interventions import Intervention

seeds = st.integers(0, 2**31)
lenses = st.sampled_from((None, *LENSES))
BETTER = {
    "lit": True,
    "surface": "asphalt",
    "steps": False,
    "speed_kmh": 30,
    "modes": ["walk", "bike"],
}
WORSE = {"lit": False, "surface": "gravel", "steps": True, "speed_kmh": 60, "modes": ["walk"]}


def known(world: World, seed: int) -> World:
    """Give streets light, surfaces, steps and speeds, most of them unknown."""
    rng = np.random.default_rng([seed, 99])
    for row in world.streets:
        row["lit"] = [None, None, True, False][rng.integers(4)]
        row["surface"] = [None, "asphalt", str(rng.choice(SURFACES))][rng.integers(3)]
        row["speed_kmh"] = [None, 30, 50, 80][rng.integers(4)]
        row["steps"] = bool(rng.random() < 0.1)
    return world


def random_changes(
    world: World, seed: int, count: int, values: dict[str, object] | None = None
) -> tuple[Intervention, ...]:
    """Change streets at random, along them or in a block; for better, for worse or either."""
    rng = np.random.default_rng([seed, count, 7])
    found = []
    for k in range(count):
        wanted = values or (BETTER if rng.random() < 0.5 else WORSE)
        names = rng.choice(sorted(wanted), int(rng.integers(1, 4)), replace=False)
        how = {str(name): wanted[name] for name in names}
        shape = _random_place(world, rng)
        found.append(world.drawn("change", shape, f"c{seed}-{k}-{len(names)}", **how))
    return tuple(found)


def _random_place(world: World, rng: np.random.Generator) -> BaseGeometry:
    if rng.random() < 0.4 or not world.streets:
        x, y = (float(value) for value in rng.uniform(-20, 400, 2))
        wide, high = (float(value) for value in rng.uniform(20, 200, 2))
        return box(x, y, x + wide, y + high)
    street = LineString(world.streets[int(rng.integers(len(world.streets)))]["points"])
    start, end = sorted(float(value) for value in rng.uniform(0, 1, 2))
    if end - start < 0.2:
        start, end = 0.0, 1.0
    places = [street.interpolate(at, normalized=True) for at in (start, (start + end) / 2, end)]
    return LineString(places)


def mixed(world: World, hand: int) -> tuple[Intervention, ...]:
    return (
        *random_drawing(world, hand, 3, (*ADDITIONS, *REMOVALS)),
        *random_changes(world, hand, 3),
    )


@half
@given(seeds, seeds, lenses)
def test_only_what_can_change_is_searched(place: int, hand: int, lens: Lens | None) -> None:
    world = known(grown(place), place)
    city = world.city().through(lens)
    drawing = resolve_drawing(city, sound(city, mixed(world, hand)))
    for mode in STREET_MODES:
        quick, full = all_times(city, drawing, mode)
        np.testing.assert_array_equal(quick, full)


@half
@given(seeds, lenses)
def test_1_a_change_to_what_is_there_changes_nothing(place: int, lens: Lens | None) -> None:
    world = known(grown(place), place)
    city = world.city().through(lens)
    same = []
    for number, row in enumerate(world.streets[:4]):
        modes = [mode for mode in ("walk", "bike") if row.get(mode, True)]
        how = {name: row[name] for name in ("lit", "surface") if row[name] is not None}
        shape = LineString(row["points"])
        same.append(world.drawn("change", shape, f"s{number}", **how, modes=modes))
    found = [resolve_drawing(city, (change,)) for change in same]
    alone = [
        change
        for change, drawing in zip(same, found, strict=True)
        if len(drawing.patch.edits.changes) and len(drawing.patch.edits.changes[0].stretches) == 1
    ]
    assume(alone)
    for mode in STREET_MODES:
        np.testing.assert_array_equal(base_times(city, (alone[0],), mode), city.times(mode))


@half
@given(seeds, seeds, lenses)
def test_2_improving_never_hurts(place: int, hand: int, lens: Lens | None) -> None:
    world = known(grown(place), place)
    city = world.city().through(lens)
    some = sound(city, mixed(world, hand))
    both = (*some, *random_changes(world, hand + 1, 2, BETTER))
    assume(resolve_drawing(city, both).ok)
    for mode in STREET_MODES:
        assert (base_times(city, both, mode) <= base_times(city, some, mode)).all()


@half
@given(seeds, seeds, lenses)
def test_2_worsening_never_helps(place: int, hand: int, lens: Lens | None) -> None:
    world = known(grown(place), place)
    for row in world.streets:
        row["walk"] = True  # else "for walkers alone" would open what only bikes may use
    city = world.city().through(lens)
    some = sound(city, mixed(world, hand))
    both = (*some, *random_changes(world, hand + 1, 2, WORSE))
    assume(resolve_drawing(city, both).ok)
    for mode in STREET_MODES:
        assert (base_times(city, both, mode) >= base_times(city, some, mode)).all()


@half
@given(seeds, seeds, lenses)
def test_2_one_more_path_never_hurts_under_a_lens(place: int, hand: int, lens: Lens | None) -> None:
    world = known(grown(place), place)
    city = world.city().through(lens)
    some = sound(city, mixed(world, hand))
    both = (*some, *random_drawing(world, hand + 1, 2, ("connection", "crossing")))
    assume(resolve_drawing(city, both).ok)
    for mode in STREET_MODES:
        assert (base_times(city, both, mode) <= base_times(city, some, mode)).all()


@half
@given(seeds, seeds, lenses, st.randoms(use_true_random=False))
def test_3_the_order_does_not_matter(
    place: int, hand: int, lens: Lens | None, random: object
) -> None:
    world = known(grown(place), place)
    city = world.city().through(lens)
    drawn = sound(city, mixed(world, hand))
    shuffled = list(drawn)
    random.shuffle(shuffled)
    for mode in STREET_MODES:
        np.testing.assert_array_equal(
            base_times(city, drawn, mode), base_times(city, tuple(shuffled), mode)
        )


@half
@given(seeds, seeds)
def test_5_cutting_streets_in_two_changes_no_time(place: int, knife: int) -> None:
    whole, pieces = known(crossword(place), place), World()
    rng = np.random.default_rng(knife)
    for row in whole.streets:
        how = {name: row[name] for name in ("bike", "lit", "surface", "speed_kmh", "steps")}
        (x0, y0), (x1, y1) = row["points"]
        at = 4 * int(rng.integers(1, 20)) / 80
        middle = (x0 + at * (x1 - x0), y0 + at * (y1 - y0))
        if rng.random() < 0.5:
            pieces.street(row["u"], 9_000 + row["id"], (x0, y0), middle, **how)
            pieces.street(9_000 + row["id"], row["v"], middle, (x1, y1), **how)
        else:
            pieces.street(row["u"], row["v"], (x0, y0), (x1, y1), **how)
    one, two = furnish(whole, place).city(), furnish(pieces, place).city()
    for lens in LENSES:
        np.testing.assert_array_equal(
            one.through(lens).times(Mode.WALK), two.through(lens).times(Mode.WALK)
        )


@half
@given(seeds, seeds, lenses)
def test_7_times_equal_an_independent_search(place: int, hand: int, lens: Lens | None) -> None:
    world = known(grown(place), place)
    city = world.city().through(lens)
    drawn = sound(city, mixed(world, hand))
    bundle = model_bundle(city, drawn)
    for mode in STREET_MODES:
        table, graph = base_times(city, drawn, mode), graph_of(bundle, mode.value)
        gone = resolve_drawing(city, drawn).patch.edits.removed_facilities
        for row, home in enumerate(city.homes.ids):
            times = times_from_home(graph, home)
            names = [("h", name) for name in city.homes.ids]
            names += [("f", name) for name in city.facilities.ids]
            expected = [times.get(name, int(UNREACHABLE_MS)) for name in names]
            counted = [
                column for column in range(len(names)) if column - len(city.homes.ids) not in gone
            ]
            assert [expected[k] for k in counted] == table[row, counted].tolist()


@half
@given(seeds)
def test_a_lens_is_never_quicker_than_the_plain_walk(place: int) -> None:
    city = known(grown(place), place).city()
    for lens in (CHILD, NIGHT):
        assert (city.through(lens).times(Mode.WALK) >= city.times(Mode.WALK)).all()


@half
@given(seeds)
def test_no_lens_touches_bikes(place: int) -> None:
    city = known(grown(place), place).city()
    for lens in LENSES:
        np.testing.assert_array_equal(city.through(lens).times(Mode.BIKE), city.times(Mode.BIKE))


@half
@given(seeds)
def test_steps_are_no_way_for_a_wheelchair(place: int) -> None:
    world = known(grown(place), place)
    barred = [
        row["steps"] or row["surface"] in {"gravel", "grass", "dirt", "sand"}
        for row in world.streets
    ]
    fewer = World(
        streets=[
            {**row, "walk": row.get("walk", True) and not bad}
            for row, bad in zip(world.streets, barred, strict=True)
        ],
        homes=world.homes,
        facilities=world.facilities,
        barriers=world.barriers,
    )
    there = fewer.city().through(WHEELCHAIR)
    here = world.city().through(WHEELCHAIR)
    # What is barred is as good as not there. Cuts at doors that nobody uses may round otherwise.
    one, two = here.times(Mode.WALK).astype(np.int64), there.times(Mode.WALK).astype(np.int64)
    np.testing.assert_array_equal(one, two)


def test_4_threads_build_a_lens_once() -> None:
    city = known(grown(4), 4).city()
    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(lambda _: city.through(NIGHT), range(24)))
    assert all(one is seen[0] for one in seen)


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: lens.id)
def test_a_lens_through_a_lens_is_the_lens(lens: Lens) -> None:
    city = known(grown(4), 4).city()
    assert city.through(NIGHT).through(lens).lens is lens
    assert city.through(lens).through(None) is city
