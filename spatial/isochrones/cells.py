"""A fixed grid over the place, each cell with the time of the route to its middle.

Cells are squares in EPSG:25832 whose corners are multiples of the cell size, wherever one starts
from. The middle of a cell stands on the network as a home would: at the nearest street on its own
side of every barrier, at most 500 m away. What stands nowhere, as in the middle of a lake, has no
time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from spatial.ground import stand
from spatial.isochrones.reach import NEVER_MS, Reach, elapsed_ms, in_halves, search
from spatial.network.front_doors import fronts
from spatial.network.kept_doors import graphs_to_closed_doors
from spatial.network.link import MAX_CONNECTOR_M, Links, link_points
from spatial.network.search import time_rows
from spatial.units import TICKS_PER_METRE, UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.ground import Direction, Ground
    from spatial.network.model import Mode
    from spatial.units import BoolArray, Float64Array, Int64Array

CELL_SIZES_M: Final = (25, 50, 100, 250)
_TILE = 20
"""Cells a side of the tiles in which a place's cells are attached and remembered."""
_SLACK_M: Final = 50.0
"""A street's ends may lie this far from where other streets think the junction is."""
_STREET_BITS = 32


@dataclass(frozen=True, slots=True)
class Cells:
    """Cells with their times.

    Parameters
    ----------
    size_m : int
    column, row : int64 arrays, shape (cells,)
        The cell reaches from ``column * size_m`` to ``(column + 1) * size_m`` eastward, and from
        ``row * size_m`` northward.
    times_ms : int64 array, shape (cells,)
    """

    size_m: int
    column: Int64Array
    row: Int64Array
    times_ms: Int64Array

    @property
    def middles(self) -> Float64Array:
        """Give the middles, shape (cells, 2)."""
        return _middles(self.size_m, self.column, self.row)

    def within(self, limit_ms: int) -> Cells:
        """Keep the cells within a time."""
        return self.some(self.times_ms <= limit_ms)

    def some(self, kept: BoolArray) -> Cells:
        """Keep some cells."""
        return Cells(self.size_m, self.column[kept], self.row[kept], self.times_ms[kept])


def reached_cells(
    ground: Ground, point: int, direction: Direction, limit_ms: int, size_m: int
) -> Cells:
    """Find the cells within a time, from a free point of a ground or to it."""
    city, xy = ground.city, ground.points[point]
    column, row, links = _linked(city, ground.mode, xy, limit_ms, size_m)
    reach = search(ground, point, direction, limit_ms)
    special = _special(ground, _middles(size_m, column, row), links)
    times = np.full(len(column), NEVER_MS, np.int64)
    plain = np.flatnonzero(~special & (links.street >= 0))
    doors = _chosen(links, plain)
    times[plain] = _plain_times(reach, doors)
    for graph, here in graphs_to_closed_doors(city, ground.patch, ground.mode, ground.ways):
        closed = here[_piece_rows(ground, doors)]
        inner = search(ground, point, direction, limit_ms, graph)
        times[plain[closed]] = _plain_times(inner, _chosen(doors, np.flatnonzero(closed)))
    drawn = np.flatnonzero(special)
    middles = _middles(size_m, column[drawn], row[drawn])
    times[drawn] = _times_as_homes(ground, xy, direction, middles)
    every = Cells(size_m, column, row, times)
    return every.within(limit_ms)


def _middles(size_m: int, column: Int64Array, row: Int64Array) -> Float64Array:
    return np.stack(((column + 0.5) * size_m, (row + 0.5) * size_m), axis=1)


def _linked(
    city: City, mode: Mode, xy: tuple[float, float], limit_ms: int, size_m: int
) -> tuple[Int64Array, Int64Array, Links]:
    """Attach the cells that no barrier and no detour keeps further away than the limit."""
    tiles = tile_rows(city, mode, xy, limit_ms, size_m)
    known: dict[tuple[int, int], Links] = city.remember(("cells", mode, size_m), dict)
    columns, rows, links = [], [], []
    for east, north in tiles:
        column, row = _tile_cells(east, north)
        if (east, north) not in known:
            middles = _middles(size_m, column, row)
            known[east, north] = link_points(city.linker, mode, middles)
        columns.append(column)
        rows.append(row)
        links.append(known[east, north])
    none = np.zeros(0, np.int64)
    return (
        np.concatenate((none, *columns)),
        np.concatenate((none, *rows)),
        Links(
            np.concatenate((none, *(link.street for link in links))),
            np.concatenate((none, *(link.position_ticks for link in links))),
            np.concatenate((none, *(link.distance_ticks for link in links))),
        ),
    )


def tile_rows(
    city: City, mode: Mode, xy: tuple[float, float], limit_ms: int, size_m: int
) -> list[tuple[int, int]]:
    """Give the tiles of cells that a time may reach, within the place and its surroundings."""
    reach_m = limit_ms / city.paces[mode].ms_per_metre + _SLACK_M
    bounds = city.bounds
    low = np.maximum(np.array(xy) - reach_m, bounds[:2] - MAX_CONNECTOR_M)
    high = np.minimum(np.array(xy) + reach_m, bounds[2:] + MAX_CONNECTOR_M)
    first = np.floor(low / (size_m * _TILE)).astype(int)
    last = np.floor(high / (size_m * _TILE)).astype(int)
    return [
        (east, north)
        for east in range(first[0], last[0] + 1)
        for north in range(first[1], last[1] + 1)
    ]


def _tile_cells(east: int, north: int) -> tuple[Int64Array, Int64Array]:
    within = np.arange(_TILE)
    column, row = np.meshgrid(east * _TILE + within, north * _TILE + within)
    return column.ravel().astype(np.int64), row.ravel().astype(np.int64)


def _chosen(links: Links, rows: Int64Array) -> Links:
    return Links(links.street[rows], links.position_ticks[rows], links.distance_ticks[rows])


def _special(ground: Ground, middles: Float64Array, links: Links) -> BoolArray:
    """Tell which cells the drawing gives another footing: a new door, a street cut or closed."""
    pieces = ground.city.network.pieces
    attached = np.flatnonzero(links.street >= 0)
    special = np.zeros(len(middles), np.bool_)
    piece = _piece_rows(ground, _chosen(links, attached))
    position, halved = links.position_ticks[attached], in_halves(ground)
    before = np.maximum(piece - 1, pieces.first[pieces.street[piece]])
    # A door that stands on a node stands on both pieces that meet there.
    at_node = (position == pieces.start_ticks[piece]) | (position >= pieces.end_ticks[piece])
    changed = halved | ground.closings.base
    special[attached] = halved[piece] | (at_node & (changed[piece] | changed[before]))
    points = shapely.points(middles)
    present_m = np.minimum(links.distance_ticks / TICKS_PER_METRE, MAX_CONNECTOR_M)
    for front in fronts(ground.city, ground.patch.edits, ground.patch.changed.stretches):
        if front.mode is ground.mode:
            special |= shapely.distance(points, front.shape) <= present_m
    return special


def _piece_rows(ground: Ground, links: Links) -> Int64Array:
    """Give the piece that holds each position; at a node, the piece that starts there."""
    pieces = ground.city.network.pieces
    keys = (pieces.street.astype(np.int64) << _STREET_BITS) + pieces.start_ticks
    wanted = (links.street << _STREET_BITS) + links.position_ticks
    rows: Int64Array = np.searchsorted(keys, wanted, side="right") - 1
    return rows


def _plain_times(reach: Reach, links: Links) -> Int64Array:
    """Read the times of doors on open streets off the times at both ends of their pieces."""
    ground, pieces = reach.ground, reach.ground.city.network.pieces
    piece = _piece_rows(ground, links)
    position = links.position_ticks
    inside = elapsed_ms(ground, links.street, position, np.zeros(len(piece), np.bool_))
    tail_ms = reach.node_times_ms[pieces.tail[piece]]
    head_ms = reach.node_times_ms[pieces.head[piece]]
    over_tail = np.where(reach.by_tail[piece], tail_ms + inside - reach.start_ms[piece], NEVER_MS)
    over_head = np.where(reach.by_head[piece], head_ms + reach.end_ms[piece] - inside, NEVER_MS)
    street = np.minimum(over_tail, over_head)
    street = np.where(position == pieces.start_ticks[piece], tail_ms, street)
    street = np.where(position >= pieces.end_ticks[piece], head_ms, street)
    pace = ground.city.paces[ground.mode].ms_per_metre
    connector = (links.distance_ticks * pace + TICKS_PER_METRE // 2) // TICKS_PER_METRE
    result: Int64Array = street + connector
    return result


def _times_as_homes(
    ground: Ground,
    xy: tuple[float, float],
    direction: Direction,
    middles: Float64Array,
) -> Int64Array:
    """Find the times of some middles by standing them on the network one and all."""
    places = [xy, *((float(x), float(y)) for x, y in middles)]
    other = stand(ground.city, ground.mode, ground.drawing, places)
    graph = other.graph
    arcs = graph.outgoing if direction == "from" else graph.incoming
    found = time_rows(
        arcs,
        graph.node_count,
        rows=np.array([other.first_point]),
        sources=other.doors(direction),
        targets=other.doors("to" if direction == "from" else "from"),
    )[0, other.first_point + 1 :]
    return np.where(found == UNREACHABLE_MS, NEVER_MS, found.astype(np.int64))
