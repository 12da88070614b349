"""What closings take from the times, searching again only where a shortest way is gone.

From each home, every node whose shortest way may have used a closed piece is a tight step away
from one: it lies on some shortest way behind a closed arc. All other nodes keep their times. The
former are settled again from the latter (after Ramalingam and Reps, 1996).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numba
import numpy as np

from spatial.network.search import gather, push, sink
from spatial.times import TimeTable, on_every_core
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.network.model import Adjacency, Connectors
    from spatial.units import BoolArray, Int32Array, Int64Array

_NEVER = int(UNREACHABLE_MS)
_NODE_BITS = 32
_NODE_MASK = (1 << _NODE_BITS) - 1


@numba.njit(cache=True, nogil=True)
def _mark_behind(indptr, heads, arc_times, shut_arcs, times, marked, behind):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Mark the nodes that some shortest way reaches over a closed arc; give how many."""
    tails, arcs = shut_arcs
    count = 0
    for k in range(len(arcs)):
        tail, head = tails[k], heads[arcs[k]]
        if (
            times[tail] < _NEVER
            and not marked[head]
            and np.int64(times[tail]) + arc_times[arcs[k]] == times[head]
        ):
            marked[head] = True
            behind[count] = head
            count += 1
    done = 0
    while done < count:
        node = behind[done]
        done += 1
        for arc in range(indptr[node], indptr[node + 1]):
            head = heads[arc]
            if not marked[head] and np.int64(times[node]) + arc_times[arc] == times[head]:
                marked[head] = True
                behind[count] = head
                count += 1
    return count


@numba.njit(cache=True, nogil=True)
def _settle_again(outgoing, incoming, closed, seeds, behind, marked, times, heap):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, C901, PLR0913, PLR0917
    """Settle the marked nodes from the seeds and from the nodes that kept their times."""
    size = 0
    for node in behind:
        times[node] = _NEVER
    for k in range(len(seeds[0])):
        if marked[seeds[0][k]]:
            times[seeds[0][k]] = min(times[seeds[0][k]], seeds[1][k])
    for node in behind:
        for arc in range(incoming[0][node], incoming[0][node + 1]):
            tail = incoming[1][arc]
            if not marked[tail] and times[tail] < _NEVER and not closed[incoming[3][arc]]:
                times[node] = min(np.int64(times[node]), times[tail] + np.int64(incoming[2][arc]))
        if times[node] < _NEVER:
            push(heap, size, (np.int64(times[node]) << _NODE_BITS) | np.int64(node))
            size += 1
    while size > 0:
        top = heap[0]
        sink(heap, size)
        size -= 1
        node = top & _NODE_MASK
        now = top >> _NODE_BITS
        if now > times[node]:
            continue
        for arc in range(outgoing[0][node], outgoing[0][node + 1]):
            head = outgoing[1][arc]
            then = now + outgoing[2][arc]
            if not closed[outgoing[3][arc]] and then < times[head]:
                times[head] = then
                push(heap, size, (then << _NODE_BITS) | np.int64(head))
                size += 1


@numba.njit(cache=True, nogil=True)
def _repair(part, outgoing, incoming, closed, shut_arcs, node_times, rows, sources, targets, table):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    override, changed = table
    low, high = part
    nodes = node_times.shape[1]
    marked = np.zeros(nodes, np.bool_)
    behind = np.empty(nodes, np.int64)
    heap = np.empty(len(outgoing[1]) + nodes + 1, np.int64)
    count = low
    for place in range(low, high):
        row = rows[place]
        found = _mark_behind(
            outgoing[0], outgoing[1], outgoing[2], shut_arcs, node_times[row], marked, behind
        )
        if found == 0:
            continue
        times = node_times[row].copy()
        first, last = sources[0][row], sources[0][row + 1]
        _settle_again(
            outgoing,
            incoming,
            closed,
            (sources[1][first:last], sources[2][first:last]),
            behind[:found],
            marked,
            times,
            heap,
        )
        gather(times, targets[0], targets[1], targets[2], _NEVER - 1, changed[count])
        override[place] = count
        count += 1
        for k in range(found):
            marked[behind[k]] = False


def _arrays(adjacency: Adjacency) -> tuple[Int32Array, Int32Array, Int32Array, Int32Array]:
    return adjacency.indptr, adjacency.heads, adjacency.times_ms, adjacency.pieces


def repaired(  # noqa: PLR0913 - the network, what is closed of it, and the table to bring up to date
    base: Int32Array,
    node_times: Int32Array,
    adjacency: tuple[Adjacency, Adjacency],
    closed: BoolArray,
    *,
    rows: Int64Array,
    sources: Connectors,
    targets: Connectors,
) -> TimeTable:
    """Bring a table of base times up to date with pieces that are closed.

    Parameters
    ----------
    base : int32 array, shape (rows, targets)
    node_times : int32 array, shape (homes, nodes)
        Base times from every home to every node.
    adjacency : pair of Adjacency
        Outgoing and incoming.
    closed : bool array, shape (pieces,)
    rows : int64 array
        The homes the table is about.
    sources, targets : Connectors
        After the closing, to base nodes alone; no way of a home to a node may be shorter than its
        base time there.
    """
    outgoing, incoming = adjacency
    shut = np.flatnonzero(closed[outgoing.pieces])
    tails = np.searchsorted(outgoing.indptr, shut, side="right") - 1
    override = np.full(len(rows), -1, np.int32)
    changed = np.empty(base.shape, np.int32)

    def work(low: int, high: int) -> None:
        _repair(
            (low, high),
            _arrays(outgoing),
            _arrays(incoming),
            closed.astype(np.uint8),
            (tails, shut),
            node_times,
            rows,
            sources.columns,
            targets.columns,
            (override, changed),
        )

    on_every_core(work, len(rows))
    return TimeTable(base, override, changed)
