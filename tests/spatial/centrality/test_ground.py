"""Cells beside streets, and which of them are reached."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString

from spatial.centrality.ground import (
    BESIDE_M,
    Grid,
    Stretches,
    cells_reached,
    grid_over,
    ground_beside,
)


def test_a_grid_lies_on_whole_tens_of_metres() -> None:
    grid = grid_over(np.array([(703.0, 12.0), (741.0, 33.0)]), 5.0)
    # From 690 to 750 and from 0 to 40.
    assert grid == Grid(69, 0, 6, 4)


def pace_times(lines: np.ndarray) -> np.ndarray:
    return np.rint(shapely.length(lines) * 750).astype(np.int64)


def along(line: LineString, grid: Grid) -> dict[int, tuple[int, int]]:
    lines = np.empty(1, object)
    lines[:] = [line]
    ground = ground_beside(lines, pace_times(lines), grid, 750)
    assert ground.indptr.tolist() == [0, len(ground.cells)]
    times = zip(ground.from_tail_ms.tolist(), ground.from_head_ms.tolist(), strict=True)
    return dict(zip(ground.cells.tolist(), times, strict=True))


def test_a_cell_is_reached_as_early_as_may_be() -> None:
    # A street along y = 5 from x = 0 to 100, the middle of the cells in the first row.
    found = along(LineString([(0, 5), (100, 5)]), Grid(0, 0, 12, 4))
    # The cell at (55, 5): along to 30, straight 25; from the other end along to 80, 25 back.
    assert found[5] == (55 * 750, 45 * 750)
    # The cell at (55, 20) has its middle at (55, 25): 20 off; 15 m before its foot it is 25 away.
    assert found[24 + 5] == ((40 + 25) * 750, (30 + 25) * 750)
    # The cell at (5, 5) is within 25 m of the end itself.
    assert found[0] == (5 * 750, (100 - 30 + 25) * 750)
    # Thirty metres off is too far.
    assert 36 + 5 not in found


@given(st.integers(0, 2**31))
def test_bent_streets_equal_trying_every_point(seed: int) -> None:
    rng = np.random.default_rng(seed)
    line = LineString(rng.uniform(0, 120, (int(rng.integers(2, 6)), 2)))
    found = along(line, Grid(-3, -3, 18, 18))
    at = np.linspace(0, line.length, 4_001)
    x, y = shapely.get_coordinates(shapely.line_interpolate_point(line, at)).T
    for number in rng.integers(0, 18 * 18, 12).tolist():
        away = np.hypot(x - (number % 18 - 2.5) * 10, y - (number // 18 - 2.5) * 10)
        near = away <= BESIDE_M
        if abs(away.min() - BESIDE_M) < 0.2:
            continue  # a point between two tried may be near enough
        assert (number in found) == near.any()
        if near.any():
            expected = ((at + away)[near].min(), (line.length - at + away)[near].min())
            assert np.array(found[number]) / 750 == pytest.approx(expected, abs=0.5)


def test_a_slower_street_is_walked_slower_and_left_as_early() -> None:
    lines = np.empty(1, object)
    lines[:] = [LineString([(0, 5), (100, 5)])]
    ground = ground_beside(lines, np.array([150_000]), Grid(0, 0, 12, 1), 750)
    # The cell at 55 m: 30 m at twice the pace, then 25 m beside the street.
    assert ground.from_tail_ms[ground.cells == 5].tolist() == [30 * 1500 + 25 * 750]


def test_cells_are_counted_once_and_closed_streets_reach_none() -> None:
    grid = Grid(0, 0, 12, 1)
    lines = np.empty(2, object)
    lines[:] = [LineString([(0, 5), (60, 5)]), LineString([(60, 5), (120, 5)])]
    ground = ground_beside(lines, pace_times(lines), grid, 750)
    part = Stretches(
        np.array([0, 1], np.int32), np.array([1, 2], np.int32), np.array([True, True]), ground
    )
    times = np.array([[0, 45_000, 90_000], [45_000, 0, 45_000]], np.int32)
    limits = np.array([30 * 750, 60 * 750])
    # From the start cells at 5, 15 and 25 m are within 30 m, and three more within 60. From the
    # middle three on either side are within 30 m, and all twelve within 60.
    assert cells_reached(times, (part,), grid, limits).tolist() == [[3, 6], [6, 12]]
    twice = cells_reached(times, (part, part), grid, limits)
    assert twice.tolist() == [[3, 6], [6, 12]]
    shut = Stretches(part.tails, part.heads, np.array([True, False]), ground)
    # The first street alone: its last cells, and 65, 75 and 85 m, within 25 m beyond its end.
    assert cells_reached(times[1:], (shut,), grid, limits).tolist() == [[3 + 3, 6 + 3]]
