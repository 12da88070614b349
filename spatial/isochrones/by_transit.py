"""How far one gets by bus and train, or who gets there: cells with the time that is enough.

A cell's time is the median over departures of the least of the walk all the way and of walk, rides
and walk, as between a home at the point and a place to go to at the middle of the cell.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from spatial.ground import stand
from spatial.isochrones.cells import Cells, reached_cells
from spatial.network.model import Connectors, Mode
from spatial.network.search import time_rows
from spatial.proposal import patch_mode, proposal_times, unchanged_times
from spatial.transit.median_times import median_times
from spatial.transit.on_foot import within
from spatial.transit.times import baseline_transit, transit_with
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.drawing import Drawing
    from spatial.ground import Direction, Ground
    from spatial.transit.rides import Rides
    from spatial.transit.table import Departures
    from spatial.transit.times import TransitState
    from spatial.units import Int32Array, Int64Array

_COLUMN_BITS = 32


def reached_by_transit(  # noqa: PLR0913 - the place, the point, when, and how far
    city: City,
    drawing: Drawing,
    xy: tuple[float, float],
    departures: Departures,
    *,
    direction: Direction,
    limit_ms: int,
    size_m: int,
) -> Cells:
    """Find the cells within a time by bus and train, from a point or to it.

    Parameters
    ----------
    city : City
        With a timetable.
    xy : (x, y)
        Attached to the network; EPSG:25832 metres.
    """
    state = _state_of(city, drawing, departures)
    stops = state.table.xy[state.table.near]
    points = [xy, *((float(x), float(y)) for x, y in stops)]
    ground = stand(city, Mode.WALK, drawing, points)
    walks = within(_walks_to_stops(ground)[None, :], departures.longest_walk_ms)
    useful = np.flatnonzero(_least_ms(state, departures, walks, direction) < limit_ms)
    on_foot = reached_cells(ground, 0, direction, limit_ms, size_m)
    around = [
        reached_cells(ground, 1 + stop, direction, departures.longest_walk_ms, size_m)
        for stop in useful.tolist()
    ]
    cells, doors = _together(on_foot, around, useful)
    if direction == "from":
        times = _medians(departures, state.rides, walks, doors, cells.times_ms[None, :])[0]
    else:
        rides, ends = _only_to(state.rides, walks)
        times = _medians(departures, rides, doors, ends, cells.times_ms[:, None])[:, 0]
    return Cells(size_m, cells.column, cells.row, times.astype(np.int64)).within(limit_ms)


def _state_of(city: City, drawing: Drawing, departures: Departures) -> TransitState:
    edits = drawing.patch.edits
    if not (edits.changes_network or edits.transit):
        return baseline_transit(city, unchanged_times(city, Mode.WALK), departures)
    patched = patch_mode(city, drawing.patch, Mode.WALK, drawing.closed)
    return transit_with(city, drawing, proposal_times(city, drawing.patch, patched), departures)


def _walks_to_stops(ground: Ground) -> Int32Array:
    """Give the walks from the first free point to the others; they take as long back."""
    found = time_rows(
        ground.graph.outgoing,
        ground.graph.node_count,
        rows=np.array([ground.first_point]),
        sources=ground.doors("from"),
        targets=ground.doors("to"),
    )
    walks: Int32Array = found[0, ground.first_point + 1 :]
    return walks


def _least_ms(
    state: TransitState, departures: Departures, walks: Connectors, direction: Direction
) -> Int32Array:
    """Give the least time between the point and each stop, at the best departure."""
    count = len(state.rides.first) - 1
    best = replace(departures, share=1.0 / departures.minutes)
    themselves = Connectors(
        np.arange(count + 1, dtype=np.int32),
        np.arange(count, dtype=np.int32),
        np.zeros(count, np.int32),
    )
    if direction == "from":
        never = np.full((1, count), UNREACHABLE_MS, np.int64)
        least: Int32Array = _medians(best, state.rides, walks, themselves, never)[0]
        return least
    rides, ends = _only_to(state.rides, walks)
    never = np.full((count, 1), UNREACHABLE_MS, np.int64)
    into: Int32Array = _medians(best, rides, themselves, ends, never)[:, 0]
    return into


def _only_to(rides: Rides, walks: Connectors) -> tuple[Rides, Connectors]:
    """Keep the rides to the stops that one walks from to the point."""
    kept = replace(rides, arrivals_ms=np.ascontiguousarray(rides.arrivals_ms[:, walks.nodes]))
    return kept, replace(walks, nodes=np.arange(len(walks.nodes), dtype=np.int32))


def _together(on_foot: Cells, around: list[Cells], stops: Int64Array) -> tuple[Cells, Connectors]:
    """Give every cell with its walk all the way, and the walks between each and the stops."""
    keys = [_keys(cells) for cells in (on_foot, *around)]
    every, number = np.unique(np.concatenate(keys), return_inverse=True)
    own = len(keys[0])
    walk = np.full(len(every), UNREACHABLE_MS, np.int64)
    walk[number[:own]] = on_foot.times_ms
    stop = np.repeat(stops, [len(cells.row) for cells in around])
    times = np.concatenate([np.zeros(0, np.int64), *(cells.times_ms for cells in around)])
    order = np.lexsort((stop, number[own:]))
    indptr = np.zeros(len(every) + 1, np.int32)
    np.cumsum(np.bincount(number[own:], minlength=len(every)), out=indptr[1:])
    column, row = every >> _COLUMN_BITS, every & ((1 << _COLUMN_BITS) - 1)
    return (
        Cells(on_foot.size_m, column, row, walk),
        Connectors(indptr, stop[order].astype(np.int32), times[order].astype(np.int32)),
    )


def _keys(cells: Cells) -> Int64Array:
    """Name cells by one number each; in EPSG:25832 both parts are above zero."""
    return (cells.column << _COLUMN_BITS) + cells.row


def _medians(
    departures: Departures,
    rides: Rides,
    to_stops: Connectors,
    from_stops: Connectors,
    on_foot_ms: Int64Array,
) -> Int32Array:
    out = np.empty(on_foot_ms.shape, np.int32)
    median_times(
        departures,
        rides,
        to_stops=to_stops,
        from_stops=from_stops,
        on_foot_ms=on_foot_ms.astype(np.int32),
        asked=np.ones(on_foot_ms.shape, np.bool_),
        out=out,
    )
    return out
