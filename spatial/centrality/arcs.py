"""A network as four plain arrays, each way in it once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
