"""Promises 4 and 5: the same question gets the same answer, and shape does not matter."""

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

from spatial import times
from spatial.assess import Assessment
from spatial.drawing import resolve_drawing
from spatial.network.model import STREET_MODES
from tests.spatial.drawn import all_times
from tests.spatial.laws import EVERY, answer, base_times, crossword, furnish, seeds, sound
from tests.spatial.worlds import ADDITIONS, REMOVALS, World, grown, line, random_drawing


def digest(seed: int) -> str:
    """Name everything an answer says in a few letters: every indicator, home, street and edge."""
    world = grown(seed)
    city = world.city()
    drawn = sound(city, random_drawing(world, seed, 5, (*ADDITIONS, *REMOVALS)))
    detail = frozenset({"homes", "streets", "edges"})
    result = answer(city, world, drawn, indicators=EVERY, detail=detail)
    assert result.homes is not None
    assert result.streets is not None
    assert result.edges is not None
    text = repr(
        (
            result.indicators,
            result.issues,
            result.joins,
            [
                (values.baseline.tolist(), values.proposal.tolist())
                for values in result.homes.values
            ],
            [
                (values.baseline.tolist(), values.proposal.tolist(), values.drawn.tolist())
                for values in result.streets.values
            ],
            (result.edges.ids, result.edges.states, np.asarray(result.edges.walk_ms).tolist()),
        )
    )
    return hashlib.sha256(text.encode()).hexdigest()


def test_4_threads_that_race_for_the_baseline_give_the_same_answer() -> None:
    world = grown(11)
    drawn = random_drawing(world, 2, 3, ("connection",))
    expected = answer(world.city(), world, drawn, indicators=EVERY)
    city = world.city()  # nothing computed yet

    def ask(_: int) -> Assessment:
        return answer(city, world, drawn, indicators=EVERY)

    with ThreadPoolExecutor(8) as pool:
        for result in pool.map(ask, range(24)):
            assert result.indicators == expected.indicators


@pytest.mark.parametrize("cores", [1, 2, 3, 8])
def test_4_any_number_of_cores_gives_the_same_answer(
    cores: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every home is a row of its own thread here; otherwise small places have one for all."""
    expected = digest(7)
    monkeypatch.setattr(times, "_ROWS_A_THREAD", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert digest(7) == expected


def test_4_homes_in_parts_find_their_own_doors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Front doors on what is drawn are looked up by the home, whichever part it is in."""
    monkeypatch.setattr(times, "_ROWS_A_THREAD", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    for seed in (4, 27, 31, 39):
        world = grown(seed)
        city = world.city()
        drawing = resolve_drawing(city, sound(city, random_drawing(world, seed, 6, ADDITIONS)))
        homes = {door.row for door in drawing.patch.doorways if door.kind == "home"}
        assert len(homes) > 1, "nobody lives on what this seed draws"
        for mode in STREET_MODES:
            quick, full = all_times(city, drawing, mode)
            np.testing.assert_array_equal(quick, full)


@pytest.mark.parametrize(("hash_seed", "threads"), [("1", "1"), ("2", "2")])
def test_4_processes_give_the_same_answer(hash_seed: str, threads: str) -> None:
    """Another process, as after a restart, with its own order of sets and its own threads."""
    program = "from tests.spatial.test_laws_of_sameness import digest; print(digest(7), digest(8))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={
            **os.environ,
            "PYTHONHASHSEED": hash_seed,
            "NUMBA_NUM_THREADS": threads,
            "OMP_NUM_THREADS": threads,
            "OPENBLAS_NUM_THREADS": threads,
        },
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [digest(7), digest(8)]


@given(seeds, seeds, st.randoms(use_true_random=False))
def test_4_the_order_of_the_tables_does_not_matter(place: int, hand: int, random: object) -> None:
    """Streets, homes, facilities and barriers come in any order; ids say which is which."""
    world, shuffled = grown(place), grown(place)
    for rows in (shuffled.streets, shuffled.homes, shuffled.facilities, shuffled.barriers):
        random.shuffle(rows)
    drawn = sound(world.city(), random_drawing(world, hand, 3, (*ADDITIONS, *REMOVALS)))
    one, two = (answer(each.city(), world, drawn) for each in (world, shuffled))
    assert one.indicators == two.indicators


@given(seeds, st.floats(0, 360), st.floats(-50_000, 50_000), st.floats(-50_000, 50_000))
def test_5_moving_and_turning_change_no_time(
    place: int, turn_deg: float, east_m: float, north_m: float
) -> None:
    here = furnish(crossword(place), place)
    there = furnish(
        crossword(place, move=(600_000 + east_m, 6_200_000 + north_m), turn_deg=turn_deg), place
    )
    path = ("connection", line((0, 40), (320, 40)))
    assume(resolve_drawing(here.city(), (here.drawn(*path),)).ok)
    for mode in STREET_MODES:
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
    path = whole.drawn("connection", line((0, 40), (320, 40)))
    # In some places it meets no street: then neither city may take it.
    assert resolve_drawing(one, (path,)).ok == resolve_drawing(two, (path,)).ok
    assume(resolve_drawing(one, (path,)).ok)
    for mode in STREET_MODES:
        np.testing.assert_array_equal(one.times(mode), two.times(mode))
        np.testing.assert_array_equal(
            base_times(one, (path,), mode), base_times(two, (path,), mode)
        )
