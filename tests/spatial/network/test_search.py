from __future__ import annotations

import numpy as np
import pytest

from spatial.network.model import Connectors
from spatial.network.search import Arcs, time_rows, times_from, times_to_nodes
from spatial.units import UNREACHABLE_MS

NEVER = int(UNREACHABLE_MS)


def arcs(
    count: int,
    rows: list[tuple[int, int, int]],
    *,
    closed: tuple[int, ...] = (),
    extra: tuple[tuple[int, int, int], ...] = (),
    extra_nodes: int = 0,
) -> Arcs:
    """Lay out (tail, head, ms) rows; row k runs along piece k."""
    order = sorted(range(len(rows)), key=lambda k: rows[k][0])
    tails = np.array([rows[k][0] for k in order])
    indptr = np.searchsorted(tails, np.arange(count + 1)).astype(np.int32)
    shut = np.zeros(len(rows) if closed else 0, np.uint8)
    shut[list(closed)] = 1
    touched = sorted({tail for tail, _, _ in extra})
    extra_row = np.full(count + extra_nodes if extra else 0, -1, np.int32)
    extra_indptr, heads, times = [0], [], []
    for row, node in enumerate(touched):
        extra_row[node] = row
        for tail, head, time in extra:
            if tail == node:
                heads.append(head)
                times.append(time)
        extra_indptr.append(len(heads))
    return Arcs(
        indptr,
        np.array([rows[k][1] for k in order], np.int32),
        np.array([rows[k][2] for k in order], np.int32),
        np.array(order, np.int32),
        shut,
        extra_row,
        np.array(extra_indptr, np.int32),
        np.array(heads, np.int32),
        np.array(times, np.int32),
    )


def from_node(graph: Arcs, count: int, node: int, limit: int = NEVER - 1) -> list[int]:
    seed = np.array([node], np.int32), np.zeros(1, np.int32)
    return times_from(graph, count, *seed, limit).tolist()


# 0 -> 1 -> 2 in 10 + 20, 0 -> 2 in 50, 2 -> 3 in 5, nothing out of 3.
ROWS = [(0, 1, 10), (1, 2, 20), (0, 2, 50), (2, 3, 5)]


def test_the_shorter_of_two_ways() -> None:
    assert from_node(arcs(4, ROWS), 4, 0) == [0, 10, 30, 35]
    assert from_node(arcs(4, ROWS), 4, 3) == [NEVER, NEVER, NEVER, 0]


def test_the_limit_itself_is_within() -> None:
    assert from_node(arcs(4, ROWS), 4, 0, 30) == [0, 10, 30, NEVER]
    assert from_node(arcs(4, ROWS), 4, 0, 29) == [0, 10, NEVER, NEVER]


def test_closed_pieces_are_not_walked() -> None:
    assert from_node(arcs(4, ROWS, closed=(1,)), 4, 0) == [0, 10, 50, 55]


def test_the_overlay_adds_ways_and_nodes() -> None:
    extra = ((0, 4, 3), (4, 3, 4), (3, 4, 4))
    graph = arcs(4, ROWS, extra=extra, extra_nodes=1)
    assert from_node(graph, 5, 0) == [0, 10, 30, 7, 3]
    assert from_node(graph, 5, 4) == [NEVER, NEVER, NEVER, 4, 0]
    # The limit holds there too, and is itself within.
    assert from_node(graph, 5, 0, 7) == [0, NEVER, NEVER, 7, 3]
    assert from_node(graph, 5, 0, 6) == [0, NEVER, NEVER, NEVER, 3]


def test_several_seeds_give_the_nearest() -> None:
    times = times_from(
        arcs(4, ROWS), 4, np.array([0, 2, 2], np.int32), np.array([0, 40, 25], np.int32)
    )
    assert times.tolist() == [0, 10, 25, 30]


def test_no_seeds_reach_nothing() -> None:
    none = np.zeros(0, np.int32)
    assert times_from(arcs(4, ROWS), 4, none, none).tolist() == [NEVER] * 4


def test_a_search_for_some_nodes_equals_the_whole_search() -> None:
    wanted = np.array([3, 1])
    found = times_to_nodes(arcs(4, ROWS), 4, np.zeros(1, np.int32), np.zeros(1, np.int32), wanted)
    assert found.tolist() == [35, 10]
    assert (
        times_to_nodes(
            arcs(4, ROWS), 4, np.zeros(1, np.int32), np.zeros(1, np.int32), np.zeros(0, np.int64)
        ).tolist()
        == []
    )


def test_rows_include_connectors_at_both_ends() -> None:
    sources = Connectors(*(np.array(column, np.int32) for column in ([0, 1, 1], [0], [7])))
    targets = Connectors(
        *(np.array(column, np.int32) for column in ([0, 2, 3, 3], [3, 1, 2], [1, 90, 2]))
    )
    # Target 0: over 3 in 35 + 1, over 1 in 10 + 90. Source 1 and target 2 are not attached.
    table = time_rows(arcs(4, ROWS), 4, rows=np.array([0, 1]), sources=sources, targets=targets)
    assert table.tolist() == [[43, 39, NEVER], [NEVER, NEVER, NEVER]]
    for limit_ms, within in ((42, [NEVER, 39, NEVER]), (39, [NEVER, 39, NEVER]), (38, [NEVER] * 3)):
        bounded = time_rows(
            arcs(4, ROWS),
            4,
            rows=np.array([0]),
            sources=sources,
            targets=targets,
            limit_ms=limit_ms,
        )
        assert bounded.tolist() == [within]


@pytest.mark.parametrize("seed", range(20))
def test_equals_a_plain_relaxation(seed: int) -> None:
    """Bellman and Ford relax every arc until nothing changes; ties and arcs of no time included."""
    rng = np.random.default_rng(seed)
    rows = [
        (int(u), int(v), int(w))
        for u, v, w in zip(*rng.integers(0, 40, (2, 120)), rng.integers(0, 9, 120), strict=True)
    ]
    plain = [0] + [NEVER] * 39
    for _ in range(40):
        for u, v, w in rows:
            if plain[u] < NEVER:
                plain[v] = min(plain[v], plain[u] + w)
    assert from_node(arcs(40, rows), 40, 0) == plain
