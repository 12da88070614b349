"""The search from or to one point that every form of an isochrone is read off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from spatial.network.build import directions, times_at
from spatial.network.pace import terms_ms
from spatial.network.search import times_from
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.ground import Direction, Ground
    from spatial.network.search import SearchGraph
    from spatial.units import BoolArray, Int32Array, Int64Array

NEVER_MS = 2 * int(UNREACHABLE_MS)
"""Larger than any time with whatever is added to it, in int64."""


class Clock(Protocol):
    """The time from the start of a street to a position on it."""

    def __call__(self, position_ticks: int, *, at_end: bool) -> int:
        """Give whole milliseconds."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Times between one point and every node.

    Parameters
    ----------
    node_times_ms : int64 array, shape (nodes,)
        From the point, or to it; `NEVER_MS` beyond the limit.
    by_tail, by_head : bool arrays, shape (base pieces,)
        Whether a place inside the piece is reached over the piece's tail, and over its head: from
        the point along the permitted directions, to the point against them.
    start_ms, end_ms : int64 arrays, shape (base pieces,)
        The time from the start of the street to both ends of the piece.
    """

    ground: Ground
    direction: Direction
    limit_ms: int
    node_times_ms: Int64Array
    by_tail: BoolArray
    by_head: BoolArray
    start_ms: Int64Array
    end_ms: Int64Array


def search(
    ground: Ground,
    point: int,
    direction: Direction,
    limit_ms: int,
    graph: SearchGraph | None = None,
) -> Reach:
    """Search from a free point, or to it.

    Parameters
    ----------
    point : int
        Number of the free point.
    limit_ms : int
        Places further away are not looked at.
    graph : SearchGraph, optional
        Where more is open than on the ground's own: for doors on closed pieces.
    """
    graph = ground.graph if graph is None else graph
    arcs = graph.outgoing if direction == "from" else graph.incoming
    doors = ground.doors(direction)
    row = ground.first_point + point
    seeds = slice(int(doors.indptr[row]), int(doors.indptr[row + 1]))
    times = times_from(arcs, graph.node_count, doors.nodes[seeds], doors.times_ms[seeds], limit_ms)
    pieces = ground.city.network.pieces
    forward, backward = (
        way[pieces.street]
        for way in directions(ground.city.streets, ground.mode, ground.city.paces[ground.mode])
    )
    start_ms, end_ms = _piece_ends(ground)
    return Reach(
        ground,
        direction,
        limit_ms,
        _widened(times),
        forward if direction == "from" else backward,
        backward if direction == "from" else forward,
        start_ms,
        end_ms,
    )


def _widened(times_ms: Int32Array) -> Int64Array:
    return np.where(times_ms == UNREACHABLE_MS, NEVER_MS, times_ms.astype(np.int64))


def _piece_ends(ground: Ground) -> tuple[Int64Array, Int64Array]:
    pieces = ground.city.network.pieces
    last = np.zeros(len(pieces.street), np.bool_)
    last[pieces.first[1:] - 1] = True
    start = elapsed_ms(ground, pieces.street, pieces.start_ticks, np.zeros_like(last))
    return start, elapsed_ms(ground, pieces.street, pieces.end_ticks, last)


def elapsed_ms(
    ground: Ground,
    street: Int32Array | Int64Array,
    position_ticks: Int64Array,
    at_end: BoolArray,
) -> Int64Array:
    """Give the time from the start of streets to positions on them."""
    whole, rows = ground.city.length_ticks[street], street.astype(np.int64)
    return times_at(position_ticks, whole, ground.city.paces[ground.mode], at_end, rows)


def position_clock(ground: Ground, street: int) -> Clock:
    """Give the same for one street, one position at a time."""
    pace, whole = ground.city.paces[ground.mode], int(ground.city.length_ticks[street])
    terms = pace.terms(street) or (pace.ms_per_metre,)

    def elapsed(position_ticks: int, *, at_end: bool) -> int:
        if at_end:
            return max(terms_ms(whole, terms), 1)
        return terms_ms(position_ticks, terms)

    return elapsed


def in_halves(ground: Ground) -> BoolArray:
    """Tell which base pieces have halves laid beside them, shape (base pieces,).

    A street that is changed for other modes alone has none.
    """
    halved = np.zeros(len(ground.closings.base), np.bool_)
    pieces = ground.patch.pieces
    halved[[pieces[row].owner for row in halves(ground)]] = True
    return halved


def halves(ground: Ground) -> list[int]:
    """Give the overlay's halves, each stretch once: as it is changed, where it is."""
    mode, pieces = ground.mode, ground.patch.pieces
    rows = [row for row, piece in enumerate(pieces) if piece.kind == "half"]
    changed = {
        (piece.owner, piece.start_ticks)
        for piece in (pieces[row] for row in rows)
        if piece.changed and max(piece.times[mode]) >= 0
    }
    return [
        row
        for row in rows
        if ((pieces[row].owner, pieces[row].start_ticks) in changed) == pieces[row].changed
    ]
