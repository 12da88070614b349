from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spatial.indicators.inequality import gini, palma
from tests.spatial.asked import ask, both, rows
from tests.spatial.worlds import World

ID = ("inequality",)


def world() -> World:
    """Four homes of ten residents each, 100, 200, 300 and 400 m from the only shop."""
    place = World().street(1, 2, (0, 0), (1000, 0)).facility("shop", 0, 0)
    for k in range(1, 5):
        place.home(f"h{k}", 100 * k, 0, 10.0, "area")
    return place


def area() -> object:
    return world().area(-50, -50, 500, 50)


def ascending(*values: float) -> np.ndarray:
    return np.array(sorted(values), np.float64)


def test_gini_of_travel_times() -> None:
    result = ask(world(), area(), indicators=ID)
    assert both(result, *ID, variant="gini travel_time_nearest") == (0.25, 0.25)
    # The top tenth is 4 of the 10 at 400 m, the lowest four tenths 10 at 100 m and 6 at 200 m.
    expected = 4 * 400 / (10 * 100 + 6 * 200)
    assert both(result, *ID, variant="palma travel_time_nearest")[0] == pytest.approx(expected)


def test_whoever_has_no_time_is_left_out_and_told() -> None:
    lost = world().home("h5", 0, 5000, 40.0, "area")
    (row,) = rows(ask(lost, area(), indicators=ID), *ID, variant="gini travel_time_nearest")
    assert (row.baseline, row.known_share) == (0.25, 0.5)


def test_nothing_to_share_is_no_inequality() -> None:
    place = world()
    place.facilities = [("shop", 900, 0, "grocery")]
    found = rows(
        ask(place, area(), indicators=ID), *ID, variant="gini opportunities_within", cutoff_min=5
    )
    assert [row.baseline for row in found] == [None]


def test_hand_checked_ginis() -> None:
    one = np.ones(4, np.int64)
    assert gini(ascending(1, 2, 3, 4), one) == 0.25
    assert gini(ascending(0, 0, 0, 1), one) == 0.75
    assert gini(ascending(5, 5, 5, 5), one) == 0.0
    assert gini(np.zeros(4), one) is None
    assert gini(np.zeros(0), np.zeros(0, np.int64)) is None
    assert palma(np.zeros(0), np.zeros(0, np.int64)) is None


def test_palma_of_equals_is_a_quarter() -> None:
    # A tenth of the people has a tenth, four tenths have four.
    assert palma(ascending(3, 3, 3), np.array([1, 5, 4])) == pytest.approx(0.25)


people = st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 40)), min_size=1, max_size=8)


@given(people)
def test_gini_is_half_the_mean_difference_over_the_mean(found: list[tuple[int, int]]) -> None:
    values, weights = np.array(sorted(found)).T
    total, shared = weights.sum(), (values * weights).sum()
    pairs = itertools.product(zip(values, weights, strict=True), repeat=2)
    apart = sum(int(w) * int(v) * abs(int(x) - int(y)) for (x, w), (y, v) in pairs)
    answer = gini(values.astype(np.float64), weights)
    if shared == 0:
        assert answer is None
    else:
        assert answer == pytest.approx(apart / (2 * total * shared))
        # Splitting every home in two changes nothing.
        twice = gini(np.repeat(values, 2).astype(np.float64), np.repeat(weights, 2))
        assert twice == pytest.approx(answer)
