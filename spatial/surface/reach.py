"""Which nodes reach a facility within the horizon, and in what time.

One bounded search (Dijkstra 1959) from each facility against the arcs. A search forgets only what
it touched, so that its cost depends on what it reaches and never on the size of the network.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Final

import numba
import numpy as np

from spatial.network.search import settle
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Callable

    from spatial.network.model import Connectors
    from spatial.network.search import SearchGraph
    from spatial.units import Int32Array, Int64Array

_NEVER = int(UNREACHABLE_MS)
FACILITIES_A_PART: Final = 16

Desk = tuple["Int32Array", "Int32Array", "Int64Array"]
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
def _reach(arcs, desk, rows, seeds, limit_ms):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    met, order, heap = desk
    none = np.zeros(0, np.bool_)
    begins = np.zeros(len(rows) + 1, np.int64)
    nodes, times = np.empty(1024, np.int32), np.empty(1024, np.int32)
    count = 0
    for k in range(len(rows)):
        low, high = seeds[0][rows[k]], seeds[0][rows[k] + 1]
        doors = seeds[1][low:high], seeds[2][low:high]
        settled = settle(arcs, doors[0], doors[1], limit_ms, none, 0, met, order, heap)
        nodes, times = grown(nodes, count, settled), grown(times, count, settled)
        for place in range(settled):
            node = order[place]
            nodes[count] = node
            times[count] = met[node]
            met[node] = _NEVER
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
    seeds = facilities.columns
    # One for each thread and not for each part: laying a desk out looks at every node.
    free: SimpleQueue[Desk] = SimpleQueue()

    def work(part: Int64Array) -> tuple[Int64Array, Reached]:
        try:
            desk = free.get_nowait()
        except Empty:
            desk = _desk(graph, len(facilities.nodes))
        found: Reached = _reach(graph.incoming, desk, part, seeds, horizon_ms)
        free.put(desk)
        return part, found

    return on_every_core(work, rows)


def _desk(graph: SearchGraph, door_count: int) -> Desk:
    """Give room to search in: times, the order settled, the heap; a search leaves it as it was."""
    arcs = graph.incoming
    return (
        np.full(graph.node_count, _NEVER, np.int32),
        np.empty(graph.node_count, np.int32),
        np.empty(len(arcs.heads) + len(arcs.extra_heads) + door_count + 1, np.int64),
    )


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
