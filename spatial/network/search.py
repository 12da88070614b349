"""Shortest times over a base network and an overlay, compiled.

Every kernel is Dijkstra's algorithm (1959) over whole milliseconds: times do not depend on the
order of arcs or threads. Kernels run without the interpreter lock; callers bring the threads.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numba
import numpy as np

from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.network.model import Connectors
    from spatial.units import Int32Array, Int64Array

_NEVER = int(UNREACHABLE_MS)
_NODE_BITS = 32
_NODE_MASK = (1 << _NODE_BITS) - 1


class Arcs(NamedTuple):
    """What a kernel walks on: base arcs, the pieces closed among them, and arcs laid over.

    Parameters
    ----------
    indptr, heads, times_ms, pieces : int32 arrays
        The base adjacency of one mode and one direction.
    closed : uint8 array
        One per base piece; empty where nothing is closed.
    extra_row : int32 array, shape (all nodes,)
        Row in the overlay, -1 for none. Empty where there is no overlay.
    extra_indptr, extra_heads, extra_times_ms : int32 arrays
        The overlay's own sparse rows.
    """

    indptr: Int32Array
    heads: Int32Array
    times_ms: Int32Array
    pieces: Int32Array
    closed: np.ndarray[tuple[int], np.dtype[np.uint8]]
    extra_row: Int32Array
    extra_indptr: Int32Array
    extra_heads: Int32Array
    extra_times_ms: Int32Array


@dataclass(frozen=True, slots=True)
class SearchGraph:
    """One mode's network in both directions.

    Parameters
    ----------
    node_count : int
        Base nodes and overlay nodes together.
    """

    node_count: int
    outgoing: Arcs
    incoming: Arcs


@numba.njit(cache=True, nogil=True, inline="always")
def push(heap, size, key):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
    """Put a key on a heap that holds `size` keys."""
    child = size
    while child > 0:
        parent = (child - 1) >> 2
        if heap[parent] <= key:
            break
        heap[child] = heap[parent]
        child = parent
    heap[child] = key


@numba.njit(cache=True, nogil=True, inline="always")
def sink(heap, size):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
    """Take the smallest key off a heap that holds `size` keys; the last key sinks into place."""
    key = heap[size - 1]
    size -= 1
    parent = 0
    while True:
        first = 4 * parent + 1
        if first >= size:
            break
        child = first
        for other in range(first + 1, min(first + 4, size)):
            if heap[other] < heap[child]:
                child = other
        if heap[child] >= key:
            break
        heap[parent] = heap[child]
        parent = child
    heap[parent] = key


@numba.njit(cache=True, nogil=True)
def settle(arcs, seed_nodes, seed_times, limit_ms, wanted, wanted_count, times, order, heap):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201, C901, PLR0912, PLR0913, PLR0917
    """Lower `times` to the time from the seeds to every node within the limit.

    `times` is "never" at first, or at least nowhere lower than what the seeds lead to. The nodes
    settled stand in `order`, and how many they are is given back, so that a search that reached
    little can be forgotten at little cost. With `wanted_count` above zero the search ends once
    that many nodes with a `wanted` mark are settled; times of nodes not yet settled then are upper
    bounds only.
    """
    size, settled = 0, 0
    for k in range(len(seed_nodes)):
        if seed_times[k] <= limit_ms and seed_times[k] < times[seed_nodes[k]]:
            times[seed_nodes[k]] = seed_times[k]
            push(heap, size, (np.int64(seed_times[k]) << _NODE_BITS) | np.int64(seed_nodes[k]))
            size += 1
    base_count = len(arcs.indptr) - 1
    any_closed = len(arcs.closed) > 0
    any_extra = len(arcs.extra_row) > 0
    left = wanted_count
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
        if left > 0 and wanted[node]:
            left -= 1
            if left == 0:
                return settled
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
def _from_seeds(arcs, node_count, seed_nodes, seed_times, limit_ms):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    times = np.full(node_count, _NEVER, np.int32)
    order = np.empty(node_count, np.int32)
    heap = np.empty(len(arcs.heads) + len(arcs.extra_heads) + len(seed_nodes) + 1, np.int64)
    settle(arcs, seed_nodes, seed_times, limit_ms, np.zeros(0, np.bool_), 0, times, order, heap)
    return times


@numba.njit(cache=True, nogil=True)
def _until_settled(arcs, node_count, seed_nodes, seed_times, wanted_nodes):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    times = np.full(node_count, _NEVER, np.int32)
    order = np.empty(node_count, np.int32)
    heap = np.empty(len(arcs.heads) + len(arcs.extra_heads) + len(seed_nodes) + 1, np.int64)
    wanted = np.zeros(node_count, np.bool_)
    wanted[wanted_nodes] = True
    count = len(wanted_nodes)
    settle(arcs, seed_nodes, seed_times, _NEVER - 1, wanted, count, times, order, heap)
    found = np.empty(len(wanted_nodes), np.int32)
    for k in range(len(wanted_nodes)):
        found[k] = times[wanted_nodes[k]]
    return found


@numba.njit(cache=True, nogil=True)
def gather(times, indptr, nodes, connector_times, limit_ms, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201, PLR0913, PLR0917
    """Fill `out` with the time to each point over the best of its connectors."""
    for point in range(len(indptr) - 1):
        best = np.int64(_NEVER)
        for k in range(indptr[point], indptr[point + 1]):
            reached = times[nodes[k]]
            if reached < _NEVER:
                best = min(best, np.int64(reached) + connector_times[k])
        out[point] = best if best <= limit_ms else _NEVER


@numba.njit(cache=True, nogil=True)
def _rows(arcs, node_count, rows, from_points, to_points, limit_ms, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    times, order = np.empty(node_count, np.int32), np.empty(node_count, np.int32)
    heap = np.empty(len(arcs.heads) + len(arcs.extra_heads) + len(from_points[1]) + 1, np.int64)
    none = np.zeros(0, np.bool_)
    for k in range(len(rows)):
        low, high = from_points[0][rows[k]], from_points[0][rows[k] + 1]
        seeds = from_points[1][low:high], from_points[2][low:high]
        times[:] = _NEVER
        settle(arcs, seeds[0], seeds[1], limit_ms, none, 0, times, order, heap)
        gather(times, to_points[0], to_points[1], to_points[2], limit_ms, out[k])


@numba.njit(cache=True, nogil=True)
def _node_rows(arcs, rows, from_points, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    order = np.empty(out.shape[1], np.int32)
    heap = np.empty(len(arcs.heads) + len(arcs.extra_heads) + len(from_points[1]) + 1, np.int64)
    none = np.zeros(0, np.bool_)
    out[:] = _NEVER
    for k in range(len(rows)):
        low, high = from_points[0][rows[k]], from_points[0][rows[k] + 1]
        seeds = from_points[1][low:high], from_points[2][low:high]
        settle(arcs, seeds[0], seeds[1], _NEVER - 1, none, 0, out[k], order, heap)


@numba.njit(cache=True, nogil=True)
def _gather_rows(node_times, rows, to_points, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    for k in range(len(rows)):
        gather(node_times[rows[k]], to_points[0], to_points[1], to_points[2], _NEVER - 1, out[k])


def times_from(
    arcs: Arcs,
    node_count: int,
    seed_nodes: Int32Array,
    seed_times_ms: Int32Array,
    limit_ms: int = _NEVER - 1,
) -> Int32Array:
    """Find the time from the nearest seed to every node.

    Parameters
    ----------
    arcs : Arcs
        Outgoing arcs for times from the seeds, incoming ones for times to them.
    node_count : int
    seed_nodes, seed_times_ms : int32 arrays, shape (seeds,)
        Where the search starts and how long it took to get there. None gives nothing reached.
    limit_ms : int
        Nodes further away count as unreachable.

    Returns
    -------
    int32 array, shape (node_count,)
        Milliseconds; `UNREACHABLE_MS` where no way leads there.
    """
    result: Int32Array = _from_seeds(arcs, node_count, seed_nodes, seed_times_ms, limit_ms)
    return result


def times_to_nodes(
    arcs: Arcs,
    node_count: int,
    seed_nodes: Int32Array,
    seed_times_ms: Int32Array,
    wanted_nodes: Int64Array,
) -> Int32Array:
    """Find the time from the seeds to some distinct nodes, and search no further than needed."""
    if len(wanted_nodes) == 0:
        return np.zeros(0, np.int32)
    result: Int32Array = _until_settled(arcs, node_count, seed_nodes, seed_times_ms, wanted_nodes)
    return result


def time_rows(  # noqa: PLR0913 - one argument each for where, from whom, to whom and how far
    arcs: Arcs,
    node_count: int,
    *,
    rows: Int64Array,
    sources: Connectors,
    targets: Connectors,
    limit_ms: int = _NEVER - 1,
    out: Int32Array | None = None,
) -> Int32Array:
    """Find the time from some points to all others, one bounded search for each.

    Parameters
    ----------
    rows : int64 array, shape (rows,)
        Which of the sources to start from.
    sources, targets : Connectors
        Points and their ways to the network.
    out : int32 array, shape (rows, targets), optional
        Filled and given back; without, a new one is.

    Returns
    -------
    int32 array, shape (rows, targets)
        Milliseconds, connectors included at both ends; `UNREACHABLE_MS` beyond the limit.
    """
    if out is None:
        out = np.empty((len(rows), len(targets.indptr) - 1), np.int32)
    _rows(arcs, node_count, rows, sources.columns, targets.columns, limit_ms, out)
    return out


def node_time_rows(arcs: Arcs, *, rows: Int64Array, sources: Connectors, out: Int32Array) -> None:
    """Fill ``out``, shape (rows, nodes), with the time from some points to every node."""
    _node_rows(arcs, rows, sources.columns, out)


def point_time_rows(node_times: Int32Array, *, rows: Int64Array, targets: Connectors) -> Int32Array:
    """Find the time from some points to others out of the times to every node.

    Parameters
    ----------
    node_times : int32 array, shape (points, nodes)

    Returns
    -------
    int32 array, shape (rows, targets)
    """
    out = np.empty((len(rows), len(targets.indptr) - 1), np.int32)
    _gather_rows(node_times, rows, targets.columns, out)
    return out
