"""Which trips come along some ways: a diamond by hand, and all of them together the flow."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spatial.centrality import shortest
from spatial.centrality.arcs import PlainArcs, both_ways
from spatial.centrality.shares import Shares, shares_along
from spatial.centrality.shortest import flow

FAR = 10**9
# From 0 to 3 over 1 or over 2, as far either way; from 3 on to 4.
DIAMOND = [(0, 1, 10), (0, 2, 10), (1, 3, 10), (2, 3, 10), (3, 4, 10)]


def ways(count: int, rows: list[tuple[int, int, int]]) -> PlainArcs:
    tails, heads, costs = np.array(rows, np.int64).reshape(-1, 3).T
    return both_ways(count, tails, heads, costs)


def along(rows: list[tuple[int, int, int]], weights: list[float], limit: int = FAR) -> Shares:
    count = 1 + max(max(row[:2]) for row in rows)
    every = np.arange(count)
    return shares_along(
        ways(count, rows), limit, sources=every, targets=every, weights=np.array(weights)
    )


def table(found: Shares) -> dict[tuple[int, int], float]:
    keys = zip(found.sources.tolist(), found.targets.tolist(), strict=True)
    return dict(zip(keys, found.shares.tolist(), strict=True))


def test_half_of_a_trip_goes_either_way() -> None:
    # Along the way from 0 to 1: all trips between the two, half of those from 0 to 3 and on to 4,
    # half of those from 1 to 2, and nothing else.
    assert table(along(DIAMOND, [1, 0, 0, 0, 0])) == {
        (0, 1): 1,
        (1, 0): 1,
        (0, 3): 0.5,
        (3, 0): 0.5,
        (0, 4): 0.5,
        (4, 0): 0.5,
        (1, 2): 0.5,
        (2, 1): 0.5,
    }


def test_ways_of_one_street_count_by_their_weight() -> None:
    # A street of two ways, a quarter and three quarters of its length.
    found = table(along([(0, 1, 10), (1, 2, 30)], [0.25, 0.75]))
    assert found == {(0, 1): 0.25, (1, 0): 0.25, (1, 2): 0.75, (2, 1): 0.75, (0, 2): 1, (2, 0): 1}


def test_a_trip_at_the_limit_counts_and_one_beyond_does_not() -> None:
    assert (0, 4) in table(along(DIAMOND, [1, 0, 0, 0, 0], 30))
    assert (0, 4) not in table(along(DIAMOND, [1, 0, 0, 0, 0], 29))
    assert (0, 3) in table(along(DIAMOND, [1, 0, 0, 0, 0], 29))


edges = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8), st.integers(1, 5)), min_size=1, max_size=24
).map(lambda rows: [row for row in rows if row[0] != row[1]] or [(0, 1, 1)])


@given(edges, st.integers(1, 12), st.integers(1, 4))
def test_all_trips_together_are_the_flow(
    rows: list[tuple[int, int, int]], limit: int, part: int
) -> None:
    arcs, every = ways(9, rows), np.arange(9)
    trips, targets = np.arange(1.0, 10.0), np.arange(2.0, 11.0)
    counted = flow(
        arcs, limit, edge_count=len(rows), sources=every, trips=trips, targets=targets
    ).edges
    kept = shortest.SOURCES_A_PART
    try:
        shortest.SOURCES_A_PART = part  # type: ignore[misc]
        for edge in range(len(rows)):
            weights = np.zeros(len(rows))
            weights[edge] = 1.0
            found = shares_along(arcs, limit, sources=every, targets=every, weights=weights)
            total = (trips[found.sources] * targets[found.targets] * found.shares).sum()
            assert total == pytest.approx(counted[edge], rel=1e-12, abs=1e-12)
    finally:
        shortest.SOURCES_A_PART = kept  # type: ignore[misc]


def test_nobody_asked_and_nothing_found() -> None:
    none = np.zeros(0, np.int64)
    found = shares_along(
        ways(5, DIAMOND), FAR, sources=none, targets=np.arange(5), weights=np.zeros(5)
    )
    assert len(found.shares) == len(found.sources) == 0
    assert len(along(DIAMOND, [0, 0, 0, 0, 0]).shares) == 0
