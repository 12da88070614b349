"""Tables of travel times: baseline, proposal, and the same from scratch."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from spatial.network.graph import search_graph
from spatial.network.model import Connectors
from spatial.network.search import node_time_rows, point_time_rows, time_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from spatial.city import City
    from spatial.network.model import Mode
    from spatial.network.search import Arcs
    from spatial.units import BoolArray, Int32Array, Int64Array

_ROWS_A_THREAD = 64


@dataclass(frozen=True, slots=True)
class TimeTable:
    """Times from homes to targets, most rows shared with the baseline.

    Parameters
    ----------
    base : int32 array, shape (homes, targets)
    override : int32 array, shape (homes,)
        Row of `changed` that replaces the baseline's; -1 where it stands.
    changed : int32 array, shape (rows, targets)
        A row that no home names holds nothing.
    """

    base: Int32Array
    override: Int32Array
    changed: Int32Array

    @property
    def touched(self) -> BoolArray:
        """Tell which homes have times of their own."""
        return self.override >= 0

    def rows(self, homes: Int64Array) -> Int32Array:
        """Give the times of some homes."""
        rows = self.base[homes]
        own = self.override[homes]
        rows[own >= 0] = self.changed[own[own >= 0]]
        return rows


def with_rows(table: TimeTable, homes: Int64Array, times: Int32Array) -> TimeTable:
    """Replace the times of some homes; rows that no home names are not carried along."""
    override = table.override.copy()
    own, fresh = np.flatnonzero(table.touched), homes[override[homes] < 0]
    changed = np.concatenate((table.changed[override[own]], table.base[fresh]))
    override[own] = np.arange(len(own), dtype=np.int32)
    override[fresh] = len(own) + np.arange(len(fresh), dtype=np.int32)
    changed[override[homes]] = times
    return TimeTable(table.base, override, changed)


def with_columns(table: TimeTable, columns: Int64Array, times: Int32Array) -> TimeTable:
    """Replace the times to some targets; homes for which nothing changes are left alone.

    Parameters
    ----------
    times : int32 array, shape (homes, columns)
    """
    every = np.arange(len(table.base))
    differs = np.flatnonzero((table.rows(every)[:, columns] != times).any(axis=1))
    rows = table.rows(differs)
    rows[:, columns] = times[differs]
    return with_rows(table, differs, rows)


def unchanged(base: Int32Array) -> TimeTable:
    """Give a table that is the baseline."""
    override = np.full(len(base), -1, np.int32)
    return TimeTable(base, override, np.zeros((0, base.shape[1]), np.int32))


def joined(*parts: Connectors) -> Connectors:
    """Put connectors of several tables one after another."""
    indptr = [np.zeros(1, np.int32)]
    before = 0
    for part in parts:
        indptr.append(part.indptr[1:] + before)
        before += int(part.indptr[-1])
    return Connectors(
        np.concatenate(indptr).astype(np.int32),
        np.concatenate([part.nodes for part in parts]),
        np.concatenate([part.times_ms for part in parts]),
    )


def some(connectors: Connectors, rows: Int64Array) -> Connectors:
    """Pick the connectors of some points."""
    low, high = connectors.indptr[rows], connectors.indptr[rows + 1]
    indptr = np.zeros(len(rows) + 1, np.int32)
    np.cumsum(high - low, out=indptr[1:])
    picked = np.repeat(low - indptr[:-1], high - low) + np.arange(indptr[-1])
    return Connectors(indptr, connectors.nodes[picked], connectors.times_ms[picked])


def on_base(connectors: Connectors, node_count: int) -> Connectors:
    """Pick the connectors to base nodes."""
    kept = connectors.nodes < node_count
    points = np.repeat(np.arange(len(connectors.indptr) - 1), np.diff(connectors.indptr))
    indptr = np.zeros(len(connectors.indptr), np.int32)
    np.cumsum(np.bincount(points[kept], minlength=len(indptr) - 1), out=indptr[1:])
    return Connectors(indptr, connectors.nodes[kept], connectors.times_ms[kept])


def threaded_rows(
    arcs: Arcs, node_count: int, rows: Int64Array, sources: Connectors, targets: Connectors
) -> Int32Array:
    """Find the times of many rows at once, on every core; the answer does not depend on them."""
    table = np.empty((len(rows), len(targets.indptr) - 1), np.int32)

    def work(low: int, high: int) -> None:
        part, out = rows[low:high], table[low:high]
        time_rows(arcs, node_count, rows=part, sources=sources, targets=targets, out=out)

    on_every_core(work, len(rows))
    return table


def on_every_core(
    work: Callable[[int, int], None], count: int, a_thread: int = _ROWS_A_THREAD
) -> None:
    """Do work on parts of a range at once, ``work(low, high)`` each; few are done in one go.

    Parameters
    ----------
    a_thread : int
        Fewer than this are not worth a thread.
    """
    chunks = max(1, min(os.cpu_count() or 1, count // a_thread))
    if chunks == 1:
        work(0, count)
        return
    bounds = [count * chunk // chunks for chunk in range(chunks + 1)]
    with ThreadPoolExecutor(chunks) as pool:
        for done in [pool.submit(work, *part) for part in pairwise(bounds)]:
            done.result()


def home_targets(city: City, mode: Mode) -> Connectors:
    """Give the connectors of a baseline table's columns: homes, then facilities."""
    return joined(city.home_footing.connectors[mode], city.facility_footing.connectors[mode])


def at_home_is_no_time(table: Int32Array, homes: Int64Array) -> None:
    """Set the time from a home to itself, which needs no street, to nothing."""
    table[np.arange(len(homes)), homes] = 0


def baseline_node_times(city: City, mode: Mode) -> Int32Array:
    """Find the times from all homes to all nodes, nothing drawn.

    Returns
    -------
    int32 array, shape (homes, nodes)
        Not writeable; `UNREACHABLE_MS` where no way leads.
    """
    graph = search_graph(city, None, mode)
    sources = city.home_footing.connectors[mode]
    homes = np.arange(len(city.homes.ids))
    table = np.empty((len(homes), graph.node_count), np.int32)

    def work(low: int, high: int) -> None:
        node_time_rows(graph.outgoing, rows=homes[low:high], sources=sources, out=table[low:high])

    on_every_core(work, len(homes))
    table.flags.writeable = False
    return table


def baseline_times(city: City, mode: Mode) -> Int32Array:
    """Find the times from all homes to all homes and facilities, nothing drawn.

    Returns
    -------
    int32 array, shape (homes, homes + facilities)
        Not writeable; `UNREACHABLE_MS` where no way leads.
    """
    homes = np.arange(len(city.homes.ids))
    table = point_time_rows(city.node_times(mode), rows=homes, targets=home_targets(city, mode))
    at_home_is_no_time(table, homes)
    table.flags.writeable = False
    return table
