"""Times to the nearest of several kinds, a search each, from what is known without the overlay.

What a drawing adds only ever shortens. So where the times of the network below are known, a search
starts from what lies over it and goes no further than it shortens something; the answer is the
same to the millisecond as if everything was searched anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numba
import numpy as np

from spatial.network.search import gather, settle
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.network.model import Connectors
    from spatial.network.search import SearchGraph
    from spatial.units import Int32Array, Int64Array

_NEVER = int(UNREACHABLE_MS)


@numba.njit(cache=True, nogil=True)
def _over_known(arcs, known, times, nodes, reached):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Put where the overlay shortens a known time into `nodes` and `reached`; give how many."""
    count = 0
    if len(arcs.extra_row) == 0:
        return count
    for node in range(len(known)):
        row = arcs.extra_row[node]
        if row < 0 or known[node] == _NEVER:
            continue
        for arc in range(arcs.extra_indptr[row], arcs.extra_indptr[row + 1]):
            then = np.int64(known[node]) + arcs.extra_times_ms[arc]
            if then < times[arcs.extra_heads[arc]]:
                nodes[count] = arcs.extra_heads[arc]
                reached[count] = then
                count += 1
    return count


@numba.njit(cache=True, nogil=True)
def _each(arcs, known, groups, seeds, wanted, points, times, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Fill a row of `times` for every group of seeds, and a row of `out` with points' times."""
    node_count = times.shape[1]
    order = np.empty(node_count, np.int32)
    most = len(arcs.extra_heads) + len(seeds[0])
    heap = np.empty(len(arcs.heads) + len(arcs.extra_heads) + most + 1, np.int64)
    nodes, reached = np.empty(most, np.int32), np.empty(most, np.int32)
    none = np.zeros(0, np.bool_)
    marks = np.zeros(node_count, np.bool_)
    left = 0
    for k in range(len(wanted)):
        if not marks[wanted[k]]:
            marks[wanted[k]] = True
            left += 1
    for k in range(len(groups) - 1):
        row = times[k % len(times)]
        row[:] = _NEVER
        size = 0
        if len(known) > 0:
            row[: known.shape[1]] = known[k]
            size = _over_known(arcs, known[k], row, nodes, reached)
        for seed in range(groups[k], groups[k + 1]):
            nodes[size] = seeds[0][seed]
            reached[size] = seeds[1][seed]
            size += 1
        if left > 0:
            settle(arcs, nodes[:size], reached[:size], _NEVER - 1, marks, left, row, order, heap)
        else:
            settle(arcs, nodes[:size], reached[:size], _NEVER - 1, none, 0, row, order, heap)
        if len(out) > 0:
            gather(row, points[0], points[1], points[2], _NEVER - 1, out[k])


def times_to_nearest(
    graph: SearchGraph,
    groups: Int64Array,
    targets: Connectors,
    points: Connectors,
    known: Int32Array | None = None,
) -> Int32Array:
    """Find the time from points to the nearest target of each group.

    Parameters
    ----------
    groups : int64 array, shape (groups + 1,)
        Where the rows of each group of `targets` begin; the last is where all end.
    known : int32 array, shape (groups, base nodes), optional
        Times to the same targets by the same network without some of what is laid over it: from
        nowhere lower than they are with it.

    Returns
    -------
    int32 array, shape (groups, points)
        Milliseconds, connectors included at both ends; `UNREACHABLE_MS` where no way leads.
    """
    out = np.empty((len(groups) - 1, len(points.indptr) - 1), np.int32)
    # A search for points alone may end at the last of them; what is known has no last.
    wanted = points.nodes if known is None else points.nodes[:0]
    below = np.empty((0, 0), np.int32) if known is None else known
    times = np.empty((1, graph.node_count), np.int32)
    seeds = targets.nodes, targets.times_ms
    starts = targets.indptr[groups].astype(np.int64)
    _each(graph.incoming, below, starts, seeds, wanted, points.columns, times, out)
    return out


def node_times_to_nearest(
    graph: SearchGraph, groups: Int64Array, targets: Connectors
) -> Int32Array:
    """Find the time from every node to the nearest target of each group.

    Returns
    -------
    int32 array, shape (groups, nodes)
    """
    times = np.empty((len(groups) - 1, graph.node_count), np.int32)
    none = np.empty((0, 0), np.int32)
    no_one = np.zeros(1, np.int32), np.zeros(0, np.int32), np.zeros(0, np.int32)
    seeds = targets.nodes, targets.times_ms
    starts = targets.indptr[groups].astype(np.int64)
    _each(graph.incoming, none, starts, seeds, no_one[1], no_one, times, none)
    return times
