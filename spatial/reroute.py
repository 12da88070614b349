"""What closings take from the times, searching again only where a shortest way is gone.

A shortest way that uses closed pieces enters them over one of few arcs. Those arcs tell exactly
which pairs of home and target may get longer. Such pairs mostly share an end, so rows and columns
are chosen that together cover them, and only these are searched anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numba
import numpy as np

from spatial.network.graph import overlay_arcs
from spatial.network.search import times_from
from spatial.times import TimeTable, threaded_rows
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.network.closing import Closings
    from spatial.network.model import Connectors, Mode
    from spatial.network.patch import Patch
    from spatial.network.search import SearchGraph
    from spatial.units import BoolArray, Int32Array, Int64Array

_NEVER = int(UNREACHABLE_MS)
_NODE_BITS = 32


@dataclass(frozen=True, slots=True)
class Entrances:
    """The arcs that lead into what is closed, with the times around them before it is.

    Parameters
    ----------
    to_tails, to_heads, from_heads : int32 arrays, shape (arcs, nodes)
    times_ms : int64 array, shape (arcs,)
    inner : bool array, shape (nodes,)
        Nodes in what is closed that no open arc leads to: a way that uses them starts there or
        came over an entrance.
    """

    to_tails: Int32Array
    to_heads: Int32Array
    from_heads: Int32Array
    times_ms: Int64Array
    inner: BoolArray


def find_entrances(
    city: City, patch: Patch, mode: Mode, closings: Closings, before: SearchGraph
) -> Entrances:
    """Search around every arc that leads into closed pieces; `before` has nothing closed."""
    closed, still_open = _arcs(city, patch, mode, closings)
    led_to = np.zeros(before.node_count, np.bool_)
    led_to[still_open] = True
    inner = np.zeros(before.node_count, np.bool_)
    inner[closed[:, 0]] = True
    inner &= ~led_to
    entering = closed[led_to[closed[:, 0]]]
    searched: dict[tuple[str, int], Int32Array] = {}

    def around(direction: str, nodes: Int64Array) -> Int32Array:
        arcs = before.incoming if direction == "to" else before.outgoing
        for node in np.unique(nodes):
            if (direction, int(node)) not in searched:
                seed, start = np.array([node], np.int32), np.zeros(1, np.int32)
                searched[direction, int(node)] = times_from(arcs, before.node_count, seed, start)
        rows = [searched[direction, int(node)] for node in nodes]
        return np.array(rows, np.int32).reshape(len(nodes), before.node_count)

    return Entrances(
        around("to", entering[:, 0]),
        around("to", entering[:, 1]),
        around("from", entering[:, 1]),
        entering[:, 2],
        inner,
    )


def _arcs(
    city: City, patch: Patch, mode: Mode, closings: Closings
) -> tuple[Int64Array, Int64Array]:
    """Give closed arcs as (tail, head, milliseconds) and the heads of open ones."""
    base = city.network.outgoing[mode]
    tails = np.repeat(np.arange(len(base.indptr) - 1), np.diff(base.indptr))
    shut = closings.base[base.pieces]
    table = np.stack((tails, base.heads, base.times_ms), axis=1).astype(np.int64)
    over_open = overlay_arcs(patch, mode, closings.overlay)
    over_shut = overlay_arcs(patch, mode, ~closings.overlay)
    closed = np.concatenate((table[shut], np.stack(over_shut, axis=1)))
    return closed, np.concatenate((base.heads[~shut].astype(np.int64), over_open[1]))


@numba.njit(cache=True, nogil=True)
def _points(times, indptr, nodes, connector_times, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    for point in range(len(indptr) - 1):
        best = np.int64(_NEVER)
        for k in range(indptr[point], indptr[point + 1]):
            if times[nodes[k]] < _NEVER:
                best = min(best, np.int64(times[nodes[k]]) + connector_times[k])
        out[point] = best


@numba.njit(cache=True, nogil=True)
def _mark(base, override, changed, to_head, from_head, lost):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    for row in range(len(base)):
        if to_head[row] == _NEVER:
            continue
        present = base[row] if override[row] < 0 else changed[override[row]]
        for column in range(len(present)):
            onward = from_head[column]
            if onward < _NEVER and to_head[row] + onward == present[column]:
                lost[row, column] = True


@numba.njit(cache=True, nogil=True)
def _cover(lost):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, C901
    """Choose rows and columns, the fullest first, until every lost pair lies in one of them."""
    rows, columns = lost.shape
    left = lost.copy()
    in_row = np.zeros(rows, np.int64)
    in_column = np.zeros(columns, np.int64)
    for row in range(rows):
        for column in range(columns):
            if left[row, column]:
                in_row[row] += 1
                in_column[column] += 1
    row_chosen = np.zeros(rows, np.bool_)
    column_chosen = np.zeros(columns, np.bool_)
    while True:
        fullest_row, fullest_column = np.argmax(in_row), np.argmax(in_column)
        if in_row[fullest_row] == 0:
            break
        if in_row[fullest_row] >= in_column[fullest_column]:
            row_chosen[fullest_row] = True
            in_row[fullest_row] = 0
            for column in range(columns):
                if left[fullest_row, column]:
                    left[fullest_row, column] = False
                    in_column[column] -= 1
        else:
            column_chosen[fullest_column] = True
            in_column[fullest_column] = 0
            for row in range(rows):
                if left[row, fullest_column]:
                    left[row, fullest_column] = False
                    in_row[row] -= 1
    return row_chosen, column_chosen


def _reach(times: Int32Array, connectors: Connectors) -> Int64Array:
    out = np.empty(len(connectors.indptr) - 1, np.int64)
    _points(times, connectors.indptr, connectors.nodes, connectors.times_ms, out)
    return out


@dataclass(frozen=True, slots=True)
class Ends:
    """Points at one side of a table, before and after the closing."""

    before: Connectors
    after: Connectors


def rerouted(
    table: TimeTable, entrances: Entrances, after: SearchGraph, sources: Ends, targets: Ends
) -> TimeTable:
    """Find again the times of pairs whose shortest way the closing may take.

    Parameters
    ----------
    table : TimeTable
        Times with everything drawn and nothing closed.
    """
    lost = np.zeros(table.base.shape, np.bool_)
    for row in range(len(entrances.times_ms)):
        time = int(entrances.times_ms[row])
        to_head = _reach(entrances.to_heads[row], sources.before)
        over_arc = _reach(entrances.to_tails[row], sources.before) + time
        # Only who reaches the arc's head over the arc can lose by losing the arc.
        to_head = np.where(over_arc == to_head, to_head, _NEVER)
        from_head = _reach(entrances.from_heads[row], targets.before)
        _mark(table.base, table.override, table.changed, to_head, from_head, lost)
    lost[_any_node(sources.before, entrances.inner) | _shut_doors(sources)] = True
    lost[:, _shut_doors(targets)] = True
    if not lost.any():
        return table
    rows, columns = _cover(lost)
    return _search_again(table, lost, (rows, columns), after, (sources.after, targets.after))


def _any_node(connectors: Connectors, marked: BoolArray) -> BoolArray:
    """Tell which points have a connector to a marked node."""
    points = np.repeat(np.arange(len(connectors.indptr) - 1), np.diff(connectors.indptr))
    result = np.zeros(len(connectors.indptr) - 1, np.bool_)
    result[points[marked[connectors.nodes]]] = True
    return result


def _shut_doors(ends: Ends) -> BoolArray:
    """Tell which points had a door before that they do not have after."""
    before, after = (_door_names(side) for side in (ends.before, ends.after))
    result = np.zeros(len(ends.before.indptr) - 1, np.bool_)
    gone = np.setdiff1d(before, after)
    result[gone >> _NODE_BITS] = True
    return result


def _door_names(connectors: Connectors) -> Int64Array:
    points = np.repeat(np.arange(len(connectors.indptr) - 1), np.diff(connectors.indptr))
    return (points << _NODE_BITS) | connectors.nodes.astype(np.int64)


def _search_again(
    table: TimeTable,
    lost: BoolArray,
    chosen: tuple[BoolArray, BoolArray],
    after: SearchGraph,
    ends: tuple[Connectors, Connectors],
) -> TimeTable:
    sources, targets = ends
    rows, columns = np.flatnonzero(chosen[0]), np.flatnonzero(chosen[1])
    affected = np.flatnonzero(lost.any(axis=1) | table.touched)
    changed = table.rows(affected)
    slot = np.full(len(lost), -1, np.int32)
    slot[affected] = np.arange(len(affected), dtype=np.int32)
    if len(columns):
        found = threaded_rows(after.incoming, after.node_count, columns, targets, sources)
        for column, times in zip(columns, found, strict=True):
            longer = np.flatnonzero(lost[:, column])
            changed[slot[longer], column] = times[longer]
    if len(rows):
        found = threaded_rows(after.outgoing, after.node_count, rows, sources, targets)
        searched = np.where(lost[rows], found, changed[slot[rows]])
        changed[slot[rows]] = searched
    return TimeTable(table.base, slot, changed)
