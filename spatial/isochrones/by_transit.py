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
    on_foot = stand(city, Mode.WALK, drawing, points)
    setting_out = [on_foot]
    if departures.to_stop is Mode.BIKE:
        setting_out.append(stand(city, Mode.BIKE, drawing, points))
    # One walks at the far end; the bike is left where the first stop is.
    near_point, near_cells = ([on_foot], setting_out)
    if direction == "from":
        near_point, near_cells = near_cells, near_point
    least = np.minimum.reduce([_times_to_stops(ground) for ground in near_point])
    ways = within(least[None, :], departures.longest_walk_ms)
    useful = np.flatnonzero(_least_ms(state, departures, ways, direction) < limit_ms).tolist()
    direct = [reached_cells(ground, 0, direction, limit_ms, size_m) for ground in setting_out]
    around = [
        (stop, reached_cells(ground, 1 + stop, direction, departures.longest_walk_ms, size_m))
        for ground in near_cells
        for stop in useful
    ]
    cells, doors = _together(direct, around)
    if direction == "from":
        times = _medians(departures, state.rides, ways, doors, cells.times_ms[None, :])[0]
    else:
        rides, ends = _only_to(state.rides, ways)
        times = _medians(departures, rides, doors, ends, cells.times_ms[:, None])[:, 0]
    return Cells(size_m, cells.column, cells.row, times.astype(np.int64)).within(limit_ms)


def _state_of(city: City, drawing: Drawing, departures: Departures) -> TransitState:
    edits = drawing.patch.edits
    if not (edits.changes_network or edits.transit):
        return baseline_transit(city, unchanged_times(city, Mode.WALK), departures)
    patched = patch_mode(city, drawing.patch, Mode.WALK, drawing.closed)
    return transit_with(city, drawing, proposal_times(city, drawing.patch, patched), departures)


def _times_to_stops(ground: Ground) -> Int32Array:
    """Give the times along streets from the first free point to the others.

    On foot they take as long back.
    """
    found = time_rows(
        ground.graph.outgoing,
        ground.graph.node_count,
        rows=np.array([ground.first_point]),
        sources=ground.doors("from"),
        targets=ground.doors("to"),
    )
    times: Int32Array = found[0, ground.first_point + 1 :]
    return times


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


def _together(direct: list[Cells], around: list[tuple[int, Cells]]) -> tuple[Cells, Connectors]:
    """Give every cell with its way all along streets, and the ways between each and the stops."""
    keys = [_keys(cells) for cells in (*direct, *(cells for _, cells in around))]
    every, number = np.unique(np.concatenate(keys), return_inverse=True)
    own = sum(len(cells.row) for cells in direct)
    least = np.full(len(every), UNREACHABLE_MS, np.int64)
    np.minimum.at(least, number[:own], np.concatenate([cells.times_ms for cells in direct]))
    stop = np.repeat([stop for stop, _ in around], [len(cells.row) for _, cells in around])
    times = np.concatenate([np.zeros(0, np.int64), *(cells.times_ms for _, cells in around)])
    order = np.lexsort((stop, number[own:]))
    indptr = np.zeros(len(every) + 1, np.int32)
    np.cumsum(np.bincount(number[own:], minlength=len(every)), out=indptr[1:])
    column, row = every >> _COLUMN_BITS, every & ((1 << _COLUMN_BITS) - 1)
    return (
        Cells(direct[0].size_m, column, row, least),
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
    direct_ms: Int64Array,
) -> Int32Array:
    out = np.empty(direct_ms.shape, np.int32)
    median_times(
        departures,
        rides,
        to_stops=to_stops,
        from_stops=from_stops,
        direct_ms=direct_ms.astype(np.int32),
        asked=np.ones(direct_ms.shape, np.bool_),
        out=out,
    )
    return out
