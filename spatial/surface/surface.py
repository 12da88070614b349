"""The nearest facility and how many are within each cutoff, for every node of a network.

A table of times from all homes to all places is right for a quarter and far too large for a
region. Here only pairs within the horizon are kept, in rows by node, facilities ascending.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numba
import numpy as np

from spatial.surface.reach import reach
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.network.model import Connectors
    from spatial.network.search import SearchGraph
    from spatial.surface.reach import Reached
    from spatial.units import Int32Array, Int64Array

_NEVER = int(UNREACHABLE_MS)


@dataclass(frozen=True, slots=True)
class Surface:
    """What every node reaches within the horizon, which is the largest cutoff.

    Parameters
    ----------
    graph : SearchGraph
        The network it was made of, nothing drawn.
    facilities : Connectors
    categories : int64 array, shape (facilities,)
        Rows of the measures; -1 for a facility that counts for nothing.
    cutoffs_ms : int32 array, shape (cutoffs,)
        Ascending.
    nearest_ms : int32 array, shape (nodes, categories)
        `UNREACHABLE_MS` beyond the horizon.
    counts : int32 array, shape (nodes, categories, cutoffs)
    row_begins : int64 array, shape (nodes + 1,)
    row_facilities, row_times_ms : int32 arrays
        For each node the facilities within the horizon, ascending, and the times to them.
    piece_begins, piece_arcs : int64 arrays
        The outgoing arcs along each piece of street.
    """

    graph: SearchGraph
    facilities: Connectors
    categories: Int64Array
    cutoffs_ms: Int32Array
    nearest_ms: Int32Array
    counts: Int32Array
    row_begins: Int64Array
    row_facilities: Int32Array
    row_times_ms: Int32Array
    piece_begins: Int64Array
    piece_arcs: Int64Array

    @property
    def horizon_ms(self) -> int:
        """The time beyond which nothing is known."""
        return int(self.cutoffs_ms[-1])


@numba.njit(cache=True, nogil=True)
def _fold(begins, nodes, times, categories, cutoffs_ms, nearest, counts):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Count each reached node in its first cutoff, and keep the least time."""
    for facility in range(len(categories)):
        kind = categories[facility]
        if kind < 0:
            continue
        # The nodes stand in the order they were settled, so no later one falls in a smaller cutoff.
        cutoff = 0
        for k in range(begins[facility], begins[facility + 1]):
            node, time = nodes[k], times[k]
            nearest[node, kind] = min(nearest[node, kind], time)
            while time > cutoffs_ms[cutoff]:
                cutoff += 1
            counts[node, kind, cutoff] += 1


@numba.njit(cache=True, nogil=True)
def sum_cutoffs(counts):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
    """Let each cutoff hold what the smaller ones hold; from counts in the first cutoff alone."""
    for node in range(counts.shape[0]):
        for kind in range(counts.shape[1]):
            for cutoff in range(1, counts.shape[2]):
                counts[node, kind, cutoff] += counts[node, kind, cutoff - 1]


@numba.njit(cache=True, nogil=True)
def _lay_in_rows(begins, nodes, times, facilities, ends, row_facilities, row_times):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Put the nodes of some facilities behind what stands in each node's row already."""
    for k in range(len(facilities)):
        for place in range(begins[k], begins[k + 1]):
            row = ends[nodes[place]]
            row_facilities[row] = facilities[k]
            row_times[row] = times[place]
            ends[nodes[place]] = row + 1


def measured(
    graph: SearchGraph,
    facilities: Connectors,
    categories: Int64Array,
    cutoffs_ms: Int32Array,
    category_count: int,
) -> tuple[Int32Array, Int32Array, list[tuple[Int64Array, Reached]]]:
    """Find the nearest and the counts of every node, and what they were counted from."""
    nearest = np.full((graph.node_count, category_count), _NEVER, np.int32)
    counts = np.zeros((graph.node_count, category_count, len(cutoffs_ms)), np.int32)
    parts = reach(graph, facilities, np.arange(len(categories)), int(cutoffs_ms[-1]))
    for rows, (begins, nodes, times) in parts:
        _fold(begins, nodes, times, categories[rows], cutoffs_ms, nearest, counts)
    sum_cutoffs(counts)
    return nearest, counts, parts


def build_surface(
    graph: SearchGraph,
    facilities: Connectors,
    categories: Int64Array,
    cutoffs_ms: Int32Array,
    category_count: int,
) -> Surface:
    """Search from every facility and keep what it takes to follow edits.

    Parameters
    ----------
    graph : SearchGraph
        Without an overlay.
    cutoffs_ms : int32 array
        Ascending; the last is the horizon.
    """
    nearest, counts, parts = measured(graph, facilities, categories, cutoffs_ms, category_count)
    lengths = np.zeros(graph.node_count, np.int64)
    for _, (_, nodes, _) in parts:
        lengths += np.bincount(nodes, minlength=graph.node_count)
    row_begins = np.zeros(graph.node_count + 1, np.int64)
    np.cumsum(lengths, out=row_begins[1:])
    row_facilities = np.empty(row_begins[-1], np.int32)
    row_times = np.empty(row_begins[-1], np.int32)
    ends = row_begins[:-1].copy()
    for rows, (begins, nodes, times) in parts:
        _lay_in_rows(begins, nodes, times, rows, ends, row_facilities, row_times)
    return Surface(
        graph,
        facilities,
        categories,
        cutoffs_ms,
        nearest,
        counts,
        row_begins,
        row_facilities,
        row_times,
        *_by_piece(graph.outgoing.pieces),
    )


def _by_piece(pieces: Int32Array) -> tuple[Int64Array, Int64Array]:
    """Give the arcs along each piece, so that closing one need not look through all."""
    begins = np.zeros(int(pieces.max(initial=-1)) + 2, np.int64)
    np.cumsum(np.bincount(pieces), out=begins[1:])
    return begins, np.argsort(pieces, kind="stable")
