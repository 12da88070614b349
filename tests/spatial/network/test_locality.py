"""Numbers for nodes: every node once, near ones near each other."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from spatial.network.locality import near_order

places = arrays.arrays(
    np.float64, st.tuples(st.integers(0, 40), st.just(2)), elements=st.floats(-1e6, 7e6)
)


def test_four_corners_are_visited_square_by_square() -> None:
    """The curve goes east before north: south-west, south-east, north-west, north-east."""
    corners = np.array([(100.0, 100.0), (0.0, 100.0), (100.0, 0.0), (0.0, 0.0)])
    assert near_order(corners).tolist() == [3, 2, 1, 0]


def test_quarters_are_left_one_after_the_other() -> None:
    """Of a grid of 8 by 8 the first sixteen places are the south-west quarter, and so on."""
    xy = np.stack(np.meshgrid(np.arange(8.0), np.arange(8.0)), axis=-1).reshape(-1, 2)
    shuffled = xy[np.random.default_rng(1).permutation(64)]
    quarters = (shuffled[near_order(shuffled)] // 4).reshape(4, 16, 2)
    assert [quarter[0].tolist() for quarter in quarters] == [[0, 0], [1, 0], [0, 1], [1, 1]]
    assert all((quarter == quarter[0]).all() for quarter in quarters)


def test_a_street_network_is_searched_near_home() -> None:
    """In the curve's order neighbours of a random plane stand far nearer than by chance."""
    xy = np.random.default_rng(2).random((4_000, 2)) * 1_000
    number = np.argsort(near_order(xy))
    apart = np.hypot(*(xy[:, None] - xy[None, :400]).transpose(2, 0, 1))
    neighbour = np.argsort(apart, axis=0)[1]
    near = np.median(np.abs(number[neighbour] - number[:400]))
    by_chance = np.median(np.abs(neighbour - np.arange(400)))
    assert near * 100 < by_chance


@given(places)
def test_every_node_has_one_number_and_one_place_keeps_its_order(xy: np.ndarray) -> None:
    order = near_order(xy)
    assert sorted(order.tolist()) == list(range(len(xy)))
    same = near_order(np.zeros_like(xy))
    assert same.tolist() == list(range(len(xy)))
