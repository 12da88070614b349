"""People shared out: whole people, to the last one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import box

from app.importers.tables.people import apportioned, spread


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (10, [1, 1], [5, 5]),
        (10, [1, 2], [3, 7]),
        (1, [1, 1, 1], [1, 0, 0]),
        (0, [3, 1], [0, 0]),
        (5.5, [1, 3], [1, 4.5]),
    ],
)
def test_a_count_is_shared_by_weight(
    total: float, weights: list[float], parts: list[float]
) -> None:
    assert apportioned(total, np.array(weights, float)).tolist() == parts


@given(st.integers(0, 10_000), st.lists(st.floats(0, 1e6), min_size=1, max_size=30))
def test_the_parts_are_whole_and_sum_to_the_count(total: int, weights: list[float]) -> None:
    weights[0] += 1.0
    shares = np.array(weights)
    parts = apportioned(total, shares)
    assert parts.sum() == total
    assert (parts == np.floor(parts)).all()
    assert (np.abs(parts - total * shares / shares.sum()) < 1.0 + 1e-6).all()


def test_a_building_on_two_squares_is_the_first_ones() -> None:
    squares = np.array([box(0, 0, 10, 10), box(0, 0, 10, 10)], object)
    points, counts, rows = spread(squares, np.array([4.0, 6.0]), np.array([box(1, 1, 3, 3)]))
    assert counts.tolist() == [4.0, 6.0]
    assert rows.tolist() == [0, 1]
    assert len(points) == 2
