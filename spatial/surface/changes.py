"""What a drawing changes of a surface, searching only where a time changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numba
import numpy as np

from spatial.surface.following import follow
from spatial.surface.reach import on_every_core, reach
from spatial.surface.surface import sum_cutoffs
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.network.model import Connectors
    from spatial.network.search import Arcs, SearchGraph
    from spatial.surface.reach import Reached
    from spatial.surface.surface import Surface
    from spatial.units import Int32Array, Int64Array

_NEVER = int(UNREACHABLE_MS)


@dataclass(frozen=True, slots=True)
class SurfaceChange:
    """The nodes of the base that reach something else than before.

    Parameters
    ----------
    nodes : int64 array, shape (changed,)
        Ascending. A node may be listed whose numbers are as before: a time changed that no cutoff
        and no nearest facility tells.
    nearest_before_ms, nearest_after_ms : int32 arrays, shape (changed, categories)
    counts_before, counts_after : int32 arrays, shape (changed, categories, cutoffs)
    """

    nodes: Int64Array
    nearest_before_ms: Int32Array
    nearest_after_ms: Int32Array
    counts_before: Int32Array
    counts_after: Int32Array


@numba.njit(cache=True, nogil=True)
def _recount(nodes, begins, changed_facilities, changed_times, rows, categories, cutoffs_ms, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Count anew what the changed nodes reach: their rows, with the changed times in place."""
    nearest, counts = out
    for k in range(len(nodes)):
        here, end = rows[0][nodes[k]], rows[0][nodes[k] + 1]
        change, last = begins[k], begins[k + 1]
        while here < end or change < last:
            changed = change < last and (here == end or changed_facilities[change] <= rows[1][here])
            if changed:
                facility, time = changed_facilities[change], changed_times[change]
                if here < end and rows[1][here] == facility:
                    here += 1
                change += 1
            else:
                facility, time = np.int64(rows[1][here]), rows[2][here]
                here += 1
            kind = categories[facility]
            if kind < 0 or time > cutoffs_ms[-1]:
                continue
            nearest[k, kind] = min(nearest[k, kind], time)
            cutoff = 0
            while time > cutoffs_ms[cutoff]:
                cutoff += 1
            counts[k, kind, cutoff] += 1


Triples = tuple["Int64Array", "Int64Array", "Int64Array"]
"""Tails, heads and milliseconds of arcs; or nodes, facilities and milliseconds of changes."""


def surface_change(
    surface: Surface, graph: SearchGraph, facilities: Connectors, categories: Int64Array
) -> SurfaceChange:
    """Find what changes when the network, the facilities or both are others.

    Parameters
    ----------
    graph : SearchGraph
        The surface's network with an overlay and with pieces closed.
    facilities : Connectors
        The surface's facilities, then new ones; ways to the network may be added, none taken.
    categories : int64 array, shape (all facilities,)
        -1 for a facility that is gone.
    """
    shut, overlay = _shut_arcs(surface, graph.outgoing), _overlay_arcs(graph.outgoing)
    known = len(surface.categories)
    gone = np.flatnonzero((categories[:known] < 0) & (surface.categories >= 0))
    touched = _touched(surface, shut, overlay, facilities)
    touched[gone] = False
    found = [
        *_followed(surface, graph, shut, overlay, facilities, np.flatnonzero(touched)),
        *reach(graph, facilities, np.arange(known, len(categories)), surface.horizon_ms),
        # Their category is none any more, so what they were reached in counts for nothing.
        *reach(surface.graph, surface.facilities, gone, surface.horizon_ms),
    ]
    return _changed(surface, found, categories)


def _shut_arcs(surface: Surface, arcs: Arcs) -> Triples:
    """Give the base arcs that are closed."""
    pieces = np.flatnonzero(arcs.closed)
    # A piece that the mode may not use has no arcs, and the last of them no row.
    pieces = pieces[pieces < len(surface.piece_begins) - 1]
    low, high = surface.piece_begins[pieces], surface.piece_begins[pieces + 1]
    ends = np.cumsum(high - low)
    along = np.arange(ends[-1] if len(ends) else 0) + np.repeat(high - ends, high - low)
    shut = surface.piece_arcs[along]
    tails = np.searchsorted(arcs.indptr, shut, side="right") - 1
    return tails, arcs.heads[shut].astype(np.int64), arcs.times_ms[shut].astype(np.int64)


def _overlay_arcs(arcs: Arcs) -> Triples:
    """Give the arcs that are laid over."""
    tail_of_row = np.flatnonzero(arcs.extra_row >= 0)
    order = np.argsort(arcs.extra_row[tail_of_row], kind="stable")
    tails = np.repeat(tail_of_row[order], np.diff(arcs.extra_indptr))
    return tails, arcs.extra_heads.astype(np.int64), arcs.extra_times_ms.astype(np.int64)


def _touched(
    surface: Surface, shut: Triples, overlay: Triples, facilities: Connectors
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell which facilities lie behind a changed arc, or have a door they did not have."""
    known = len(surface.categories)
    doors_before = np.diff(surface.facilities.indptr)
    touched: np.ndarray[tuple[int], np.dtype[np.bool_]]
    touched = np.diff(facilities.indptr)[:known] != doors_before
    heads = np.unique(np.concatenate((shut[1], overlay[1])))
    for node in heads[heads < len(surface.row_begins) - 1]:
        row = slice(int(surface.row_begins[node]), int(surface.row_begins[node + 1]))
        touched[surface.row_facilities[row]] = True
    return touched & (surface.categories >= 0)


def _followed(  # noqa: PLR0913, PLR0917 - the network before and after, and whom to follow
    surface: Surface,
    graph: SearchGraph,
    shut: Triples,
    overlay: Triples,
    facilities: Connectors,
    rows: Int64Array,
) -> list[tuple[Int64Array, Reached]]:
    if len(rows) == 0:
        return []
    seeds = facilities.columns
    table = (surface.row_begins, surface.row_facilities, surface.row_times_ms)

    def work(part: Int64Array) -> tuple[Int64Array, Reached]:
        found: Reached = follow(
            graph.incoming,
            graph.outgoing,
            graph.node_count,
            shut,
            overlay,
            seeds,
            table,
            part,
            surface.horizon_ms,
        )
        return part, found

    return on_every_core(work, rows)


def _changed(
    surface: Surface, found: list[tuple[Int64Array, Reached]], categories: Int64Array
) -> SurfaceChange:
    nodes, facilities, times = _by_node(found, len(surface.row_begins) - 1)
    changed, first = np.unique(nodes, return_index=True)
    begins = np.append(first, len(nodes))
    shape = (len(changed), surface.nearest_ms.shape[1])
    nearest = np.full(shape, _NEVER, np.int32)
    counts = np.zeros((*shape, len(surface.cutoffs_ms)), np.int32)
    _recount(
        changed,
        begins,
        facilities,
        times,
        (surface.row_begins, surface.row_facilities, surface.row_times_ms),
        categories,
        surface.cutoffs_ms,
        (nearest, counts),
    )
    sum_cutoffs(counts)
    return SurfaceChange(
        changed, surface.nearest_ms[changed], nearest, surface.counts[changed], counts
    )


def _by_node(found: list[tuple[Int64Array, Reached]], base_count: int) -> Triples:
    """Sort changes by node, then facility; nodes that only the drawing has are left out."""
    none = np.zeros(0, np.int64)
    nodes = [none, *(part[1].astype(np.int64) for _, part in found)]
    owners = [none, *(np.repeat(rows, np.diff(part[0])) for rows, part in found)]
    times = [none, *(part[2].astype(np.int64) for _, part in found)]
    node, owner, time = (np.concatenate(parts) for parts in (nodes, owners, times))
    kept = np.flatnonzero(node < base_count)
    order = kept[np.lexsort((owner[kept], node[kept]))]
    return node[order], owner[order], time[order]
