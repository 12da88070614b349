"""A network as four plain arrays, each way in it once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numba
import numpy as np

if TYPE_CHECKING:
    from spatial.units import Int32Array, Int64Array


class PlainArcs(NamedTuple):
    """Directed arcs in compressed sparse rows.

    Parameters
    ----------
    indptr : int32 array, shape (nodes + 1,)
    heads : int32 array, shape (arcs,)
        The node each arc leads to.
    costs : int32 array, shape (arcs,)
        Milliseconds. Where an arc costs nothing, its head must have the higher number.
    edges : int32 array, shape (arcs,)
        The way each arc runs along; both directions of a way share it.
    """

    indptr: Int32Array
    heads: Int32Array
    costs: Int32Array
    edges: Int32Array


def plain_arcs(
    node_count: int, tails: Int64Array, heads: Int64Array, costs: Int64Array, edges: Int64Array
) -> PlainArcs:
    """Sort arcs into sparse rows by the node they leave; their order there is kept."""
    order = np.argsort(tails, kind="stable")
    indptr = np.zeros(node_count + 1, np.int32)
    np.cumsum(np.bincount(tails, minlength=node_count), out=indptr[1:])
    return PlainArcs(
        indptr,
        heads[order].astype(np.int32),
        costs[order].astype(np.int32),
        edges[order].astype(np.int32),
    )


def both_ways(
    node_count: int, tails: Int64Array, heads: Int64Array, costs: Int64Array
) -> PlainArcs:
    """Lay ways out that may be gone either way; way k is edge k."""
    edges = np.arange(len(tails))
    return plain_arcs(
        node_count,
        np.concatenate((tails, heads)),
        np.concatenate((heads, tails)),
        np.concatenate((costs, costs)),
        np.concatenate((edges, edges)),
    )


@numba.njit(cache=True, nogil=True)
def _breadth_first(indptr, heads, number):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Give nodes the order in which a walk from the first of them meets them."""
    waiting = np.empty(len(number), np.int64)
    given = 0
    for start in range(len(number)):
        if number[start] >= 0:
            continue
        number[start] = given
        waiting[given] = start
        following = given
        given += 1
        while following < given:
            node = waiting[following]
            following += 1
            for arc in range(indptr[node], indptr[node + 1]):
                if number[heads[arc]] < 0:
                    number[heads[arc]] = given
                    waiting[given] = heads[arc]
                    given += 1


def neighbours_together(arcs: PlainArcs) -> tuple[PlainArcs, Int64Array]:
    """Give nodes new numbers, so that near ones lie near in memory and are found twice as quick.

    Returns
    -------
    PlainArcs
        The same, node for node, where some arc costs nothing: their numbers say something already.
    int64 array, shape (nodes,)
        The new number of each node.
    """
    count = len(arcs.indptr) - 1
    if len(arcs.costs) == 0 or arcs.costs.min() == 0:
        return arcs, np.arange(count)
    number = np.full(count, -1, np.int64)
    _breadth_first(arcs.indptr, arcs.heads, number)
    tails = np.repeat(number, np.diff(arcs.indptr))
    costs, edges = arcs.costs.astype(np.int64), arcs.edges.astype(np.int64)
    return plain_arcs(count, tails, number[arcs.heads], costs, edges), number
