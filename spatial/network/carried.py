"""What the shortest ways to a set of places pass on the way, carried along all of them at once.

One search towards the places gives every node its next step. What a step adds is then summed from
the places outwards, so that the ways of all homes cost no more than the way of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numba
import numpy as np

from spatial.network.search import push, sink
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    import numpy.typing as npt

    from spatial.network.model import Connectors, Mode
    from spatial.network.patch import Patch
    from spatial.network.search import Arcs
    from spatial.units import BoolArray, Int32Array, Int64Array

_NEVER = int(UNREACHABLE_MS)
_NODE_BITS = 32
_NODE_MASK = (1 << _NODE_BITS) - 1
NO_STEP = -1


@dataclass(frozen=True, slots=True)
class Steps:
    """The next step of every node towards the nearest of some places.

    Parameters
    ----------
    times_ms : int32 array, shape (nodes,)
        `UNREACHABLE_MS` where no way leads.
    onward : int32 array, shape (nodes,)
        The next node; -1 at a place's door and where no way leads.
    way : int32 array, shape (nodes,)
        What the step goes along: a base piece, or ``base pieces + k`` for overlay arc k; -1 for
        none.
    order : int32 array
        The nodes that are reached, each after its next one.
    """

    times_ms: Int32Array
    onward: Int32Array
    way: Int32Array
    order: Int32Array


@numba.njit(cache=True, nogil=True, inline="always")
def _offer(node, head, then, along, heap, size, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Offer a node a step; of steps equally short the one to the lower node, then the lower way."""
    times, onward, way, settled = out
    if settled[head] or then > times[head]:
        return size
    if then < times[head]:
        times[head] = then
        push(heap, size, (then << _NODE_BITS) | np.int64(head))
        size += 1
    elif onward[head] < 0 or (onward[head], way[head]) <= (node, along):
        return size
    onward[head] = node
    way[head] = along
    return size


@numba.njit(cache=True, nogil=True)
def _steps(arcs, piece_count, seed_nodes, seed_times, out, order):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Settle nodes outwards from the seeds; give how many are reached."""
    times, _, _, settled = out
    heap = np.empty(len(arcs.heads) + len(arcs.extra_heads) + len(seed_nodes) + 1, np.int64)
    size = 0
    for k in range(len(seed_nodes)):
        if seed_times[k] < times[seed_nodes[k]]:
            times[seed_nodes[k]] = seed_times[k]
            push(heap, size, (np.int64(seed_times[k]) << _NODE_BITS) | seed_nodes[k])
            size += 1
    base_count = len(arcs.indptr) - 1
    any_closed = len(arcs.closed) > 0
    any_extra = len(arcs.extra_row) > 0
    reached = 0
    while size > 0:
        node, now = np.int32(heap[0] & _NODE_MASK), heap[0] >> _NODE_BITS
        sink(heap, size)
        size -= 1
        if settled[node]:
            continue
        settled[node] = True
        order[reached] = node
        reached += 1
        if node < base_count:
            for arc in range(arcs.indptr[node], arcs.indptr[node + 1]):
                piece = arcs.pieces[arc]
                if not (any_closed and arcs.closed[piece]):
                    then = now + arcs.times_ms[arc]
                    size = _offer(node, arcs.heads[arc], then, piece, heap, size, out)
        if any_extra and arcs.extra_row[node] >= 0:
            row = arcs.extra_row[node]
            for arc in range(arcs.extra_indptr[row], arcs.extra_indptr[row + 1]):
                then, along = now + arcs.extra_times_ms[arc], np.int32(piece_count + arc)
                size = _offer(node, arcs.extra_heads[arc], then, along, heap, size, out)
    return reached


@numba.njit(cache=True, nogil=True)
def _carry(order, onward, adds, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    for node in order:
        if onward[node] < 0:
            out[node] = 0
            continue
        for state in range(out.shape[1]):
            best = adds[node, state, 0] + out[onward[node], 0]
            for later in range(1, out.shape[1]):
                best = min(best, adds[node, state, later] + out[onward[node], later])
            out[node, state] = best


def steps_to(
    arcs: Arcs,
    node_count: int,
    piece_count: int,
    seed_nodes: Int32Array,
    seed_times_ms: Int32Array,
) -> Steps:
    """Find every node's next step towards the nearest of some doors.

    Parameters
    ----------
    arcs : Arcs
        Incoming ones.
    piece_count : int
        Of the base.
    seed_nodes, seed_times_ms : int32 arrays, shape (doors,)
        Where the doors are, and how long it takes from there through them.
    """
    times_ms = np.full(node_count, _NEVER, np.int32)
    onward, way = np.full((2, node_count), NO_STEP, np.int32)
    order, settled = np.empty(node_count, np.int32), np.zeros(node_count, np.bool_)
    out = (times_ms, onward, way, settled)
    reached = _steps(arcs, piece_count, seed_nodes, seed_times_ms, out, order)
    return Steps(times_ms, onward, way, order[:reached])


def carry(steps: Steps, adds: Int64Array) -> Int64Array:
    """Sum up what the steps of every node's way add, choosing the least among states.

    Parameters
    ----------
    adds : int64 array, shape (nodes, states, states)
        What a node's step adds for someone who sets out in one state and goes on in another. With
        one state it is a plain sum.

    Returns
    -------
    int64 array, shape (nodes, states)
        By the state one sets out in; zero at a door and where no way leads.
    """
    out = np.zeros(adds.shape[:2], np.int64)
    _carry(steps.order, steps.onward, adds, out)
    return out


@numba.njit(cache=True, nogil=True)
def _passed(order, onward, passed):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    for k in range(len(order) - 1, -1, -1):
        node = order[k]
        if passed[node] and onward[node] >= 0:
            passed[onward[node]] = True


def passed_nodes(steps: Steps, starts: Int64Array) -> BoolArray:
    """Tell which nodes somebody passes who sets out from one of some nodes; -1 is nobody."""
    passed = np.zeros(len(steps.onward), np.bool_)
    passed[starts[starts >= 0]] = True
    _passed(steps.order, steps.onward, passed)
    return passed


def first_nodes(steps: Steps, points: Connectors) -> tuple[Int32Array, Int64Array]:
    """Give each point's shortest time, and the node it sets out from, -1 where no way leads."""
    count = len(points.indptr) - 1
    point = np.repeat(np.arange(count), np.diff(points.indptr))
    onward_ms = steps.times_ms[points.nodes].astype(np.int64)
    total = np.where(onward_ms < _NEVER, onward_ms + points.times_ms, _NEVER)
    times_ms = np.full(count, _NEVER, np.int32)
    nodes = np.full(count, NO_STEP, np.int64)
    # Backwards, so that the first of the best, shortest and then lowest, is the one that stays.
    for row in np.lexsort((points.nodes, total, point))[::-1]:
        if total[row] < _NEVER:
            times_ms[point[row]], nodes[point[row]] = total[row], points.nodes[row]
    return times_ms, nodes


def overlay_rows(patch: Patch, mode: Mode, closed: BoolArray, arcs: Arcs) -> Int64Array:
    """Tell which overlay piece each overlay arc of an incoming graph goes along."""
    row_of: dict[tuple[int, int, int], int] = {}
    for row, piece in enumerate(patch.pieces):
        if not closed[row]:
            ahead, back = piece.times[mode]
            row_of.setdefault((piece.tail, piece.head, ahead), row)
            row_of.setdefault((piece.head, piece.tail, back), row)
    nodes: npt.NDArray[np.int64] = np.flatnonzero(arcs.extra_row >= 0)
    # The rows of the overlay are in the order of its nodes.
    node = np.repeat(nodes, np.diff(arcs.extra_indptr))
    keys = zip(arcs.extra_heads.tolist(), node.tolist(), arcs.extra_times_ms.tolist(), strict=True)
    return np.array([row_of[key] for key in keys], np.int64)
