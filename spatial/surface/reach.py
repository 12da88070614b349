"""Which nodes reach a facility within the horizon, and in what time.

One bounded search (Dijkstra 1959) from each facility against the arcs. A search forgets only what
it touched, so that its cost depends on what it reaches and never on the size of the network.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

import numba
import numpy as np

from spatial.network.search import push, sink
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Callable

    from spatial.network.model import Connectors
    from spatial.network.search import SearchGraph
    from spatial.units import Int32Array, Int64Array

_NEVER = int(UNREACHABLE_MS)
_NODE_BITS = 32
_NODE_MASK = (1 << _NODE_BITS) - 1
FACILITIES_A_PART: Final = 64

Reached = tuple["Int64Array", "Int32Array", "Int32Array"]
"""Where each facility's nodes begin, the nodes, and their milliseconds."""


@numba.njit(cache=True, nogil=True, inline="always")
def grown(array, count, more):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
    """Give an array with room for more behind the first `count` values."""
    if count + more <= len(array):
        return array
    roomier = np.empty(max(2 * len(array), count + more), array.dtype)
    roomier[:count] = array[:count]
    return roomier


@numba.njit(cache=True, nogil=True)
def _settle_within(arcs, seed_nodes, seed_times, limit_ms, desk):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, C901
    """Settle every node within the limit, in order; give how many they are."""
    times, order, heap = desk
    size, settled = 0, 0
    for k in range(len(seed_nodes)):
        if seed_times[k] <= limit_ms and seed_times[k] < times[seed_nodes[k]]:
            times[seed_nodes[k]] = seed_times[k]
            push(heap, size, (np.int64(seed_times[k]) << _NODE_BITS) | np.int64(seed_nodes[k]))
            size += 1
    base_count = len(arcs.indptr) - 1
    any_closed = len(arcs.closed) > 0
    any_extra = len(arcs.extra_row) > 0
    while size > 0:
        top = heap[0]
        sink(heap, size)
        size -= 1
        node = top & _NODE_MASK
        now = top >> _NODE_BITS
        if now > times[node]:
            continue
        order[settled] = node
        settled += 1
        if node < base_count:
            for arc in range(arcs.indptr[node], arcs.indptr[node + 1]):
                if any_closed and arcs.closed[arcs.pieces[arc]]:
                    continue
                then = now + arcs.times_ms[arc]
                head = arcs.heads[arc]
                if then < times[head] and then <= limit_ms:
                    times[head] = then
                    push(heap, size, (then << _NODE_BITS) | np.int64(head))
                    size += 1
        if any_extra and arcs.extra_row[node] >= 0:
            row = arcs.extra_row[node]
            for arc in range(arcs.extra_indptr[row], arcs.extra_indptr[row + 1]):
                then = now + arcs.extra_times_ms[arc]
                head = arcs.extra_heads[arc]
                if then < times[head] and then <= limit_ms:
                    times[head] = then
                    push(heap, size, (then << _NODE_BITS) | np.int64(head))
                    size += 1
    return settled


@numba.njit(cache=True, nogil=True)
def _reach(arcs, node_count, rows, seeds, limit_ms):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    heap = np.empty(len(arcs.heads) + len(arcs.extra_heads) + len(seeds[1]) + 1, np.int64)
    desk = (np.full(node_count, _NEVER, np.int32), np.empty(node_count, np.int32), heap)
    begins = np.zeros(len(rows) + 1, np.int64)
    nodes, times = np.empty(1024, np.int32), np.empty(1024, np.int32)
    count = 0
    for k in range(len(rows)):
        low, high = seeds[0][rows[k]], seeds[0][rows[k] + 1]
        settled = _settle_within(arcs, seeds[1][low:high], seeds[2][low:high], limit_ms, desk)
        nodes, times = grown(nodes, count, settled), grown(times, count, settled)
        for place in range(settled):
            node = desk[1][place]
            nodes[count] = node
            times[count] = desk[0][node]
            desk[0][node] = _NEVER
            count += 1
        begins[k + 1] = count
    return begins, nodes[:count], times[:count]


def reach(
    graph: SearchGraph, facilities: Connectors, rows: Int64Array, horizon_ms: int
) -> list[tuple[Int64Array, Reached]]:
    """Find the nodes that reach each facility within the horizon.

    Returns
    -------
    list of (facilities, their nodes and times)
        In parts of fixed size, in the order of `rows`; nodes in the order they were settled.
    """
    seeds = (facilities.indptr, facilities.nodes, facilities.times_ms)

    def work(part: Int64Array) -> tuple[Int64Array, Reached]:
        found: Reached = _reach(graph.incoming, graph.node_count, part, seeds, horizon_ms)
        return part, found

    return on_every_core(work, rows)


def on_every_core(
    work: Callable[[Int64Array], tuple[Int64Array, Reached]], rows: Int64Array
) -> list[tuple[Int64Array, Reached]]:
    """Work on parts of fixed size on every core; the answer does not depend on how many."""
    count = max(1, -(-len(rows) // FACILITIES_A_PART))
    parts = np.array_split(rows, count)
    if count == 1:
        return [work(part) for part in parts]
    with ThreadPoolExecutor(min(os.cpu_count() or 1, count)) as pool:
        return list(pool.map(work, parts))
