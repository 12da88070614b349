"""From tables to a frozen network, with every point of attachment a node of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from spatial.network.locality import near_order
from spatial.network.model import STREET_MODES, Adjacency, Connectors, Mode, Network, Pieces
from spatial.network.pace import PLAIN, Pace
from spatial.tables import BIKE_BACKWARD, BIKE_BOTH, BIKE_FORWARD, StreetTable
from spatial.units import TICKS_PER_METRE, Int32Array, Int64Array

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spatial.network.link import Links
    from spatial.units import BoolArray, Float64Array


def length_ticks(streets: StreetTable) -> Int64Array:
    """Measure every street in whole tenths of a millimetre."""
    result: Int64Array = np.rint(shapely.length(streets.geometry) * TICKS_PER_METRE).astype(
        np.int64
    )
    return result


def times_at(
    position_ticks: Int64Array,
    length: Int64Array,
    pace: Pace,
    at_end: BoolArray,
    street: Int64Array,
) -> Int64Array:
    """Give the time from a street's start to positions on it.

    Every cut of a street is a difference of these, so pieces sum exactly to the whole. A whole
    street takes at least one millisecond.
    """
    position = np.where(at_end, length, position_ticks)
    elapsed = pace.elapsed(position, street)
    return np.where(at_end, np.maximum(elapsed, 1), elapsed)


def directions(
    streets: StreetTable, mode: Mode, pace: Pace | None = None
) -> tuple[BoolArray, BoolArray]:
    """Tell for each street whether a mode may go forward and backward, as far as its pace lets."""
    forward, backward = _permitted_ways(streets, mode)
    if pace is None or pace.barred is None:
        return forward, backward
    return forward & ~pace.barred, backward & ~pace.barred


def _permitted_ways(streets: StreetTable, mode: Mode) -> tuple[BoolArray, BoolArray]:
    if mode is Mode.WALK:
        return streets.walk, streets.walk
    forward = (streets.bike == BIKE_BOTH) | (streets.bike == BIKE_FORWARD)
    backward = (streets.bike == BIKE_BOTH) | (streets.bike == BIKE_BACKWARD)
    return forward, backward


def build_network(
    streets: StreetTable, links: Sequence[Links], paces: Mapping[Mode, Pace] = PLAIN
) -> Network:
    """Cut streets where points attach and lay the pieces out in sparse rows."""
    length = length_ticks(streets)
    node_ids, ends = np.unique(
        np.concatenate((streets.from_node, streets.to_node)), return_inverse=True
    )
    tails, heads = ends[: len(length)], ends[len(length) :]
    cuts = _cuts(links, length)
    pieces = _pieces(length, tails, heads, cuts, len(node_ids))
    node_xy = _node_xy(streets, tails, heads, len(node_ids), cuts)
    every_id = np.concatenate((node_ids, -1 - np.arange(len(cuts), dtype=np.int64)))
    order = near_order(node_xy)
    node_xy, every_id, pieces = node_xy[order], every_id[order], _renumbered(pieces, order)
    outgoing, incoming = {}, {}
    for mode in STREET_MODES:
        tail, head, time, piece = _arcs(streets, length, pieces, mode, paces[mode])
        outgoing[mode] = adjacency(len(every_id), tail, head, time, piece)
        incoming[mode] = adjacency(len(every_id), head, tail, time, piece)
    return Network(node_xy, every_id, pieces, outgoing, incoming)


def _renumbered(pieces: Pieces, order: Int64Array) -> Pieces:
    """Let the node in row k of an order have number k."""
    number = np.empty(len(order), np.int32)
    number[order] = np.arange(len(order), dtype=np.int32)
    return replace(pieces, tail=number[pieces.tail], head=number[pieces.head])


def adjacency(
    node_count: int, tails: Int64Array, heads: Int64Array, times: Int64Array, pieces: Int64Array
) -> Adjacency:
    """Sort arcs into sparse rows by the node they leave."""
    order = np.argsort(tails, kind="stable")
    indptr = np.zeros(node_count + 1, np.int32)
    np.cumsum(np.bincount(tails, minlength=node_count), out=indptr[1:])
    return Adjacency(
        indptr,
        heads[order].astype(np.int32),
        times[order].astype(np.int32),
        pieces[order].astype(np.int32),
    )


def _cuts(links: Sequence[Links], length: Int64Array) -> Int64Array:
    """Give distinct (street, position) strictly inside streets, sorted, shape (cuts, 2)."""
    pairs = np.concatenate(
        [np.stack((link.street, link.position_ticks), axis=1) for link in links]
        or [np.zeros((0, 2), np.int64)]
    )
    attached = pairs[pairs[:, 0] >= 0]
    inside = (attached[:, 1] > 0) & (attached[:, 1] < length[attached[:, 0]])
    return np.unique(attached[inside], axis=0)


def _pieces(
    length: Int64Array, tails: Int64Array, heads: Int64Array, cuts: Int64Array, first_cut: int
) -> Pieces:
    streets = np.arange(len(length))
    cut_nodes = first_cut + np.arange(len(cuts))
    street = np.concatenate((streets, cuts[:, 0]))
    starts = np.concatenate((np.zeros(len(length), np.int64), cuts[:, 1]))
    by_start = np.lexsort((starts, street))
    ends = np.concatenate((length, cuts[:, 1]))
    # A street of no length has its start and its end at the same place: the end comes last.
    is_end = np.concatenate((np.ones(len(length)), np.zeros(len(cuts))))
    by_end = np.lexsort((is_end, ends, street))
    first = np.zeros(len(length) + 1, np.int32)
    np.cumsum(np.bincount(street, minlength=len(length)), out=first[1:])
    return Pieces(
        street=street[by_start].astype(np.int32),
        tail=np.concatenate((tails, cut_nodes))[by_start].astype(np.int32),
        head=np.concatenate((heads, cut_nodes))[by_end].astype(np.int32),
        start_ticks=starts[by_start],
        end_ticks=ends[by_end],
        first=first,
    )


def _node_xy(
    streets: StreetTable, tails: Int64Array, heads: Int64Array, node_count: int, cuts: Int64Array
) -> Float64Array:
    node_xy = np.zeros((node_count + len(cuts), 2))
    node_xy[heads] = shapely.get_coordinates(shapely.get_point(streets.geometry, -1))
    node_xy[tails] = shapely.get_coordinates(shapely.get_point(streets.geometry, 0))
    node_xy[node_count:] = shapely.get_coordinates(
        shapely.line_interpolate_point(streets.geometry[cuts[:, 0]], cuts[:, 1] / TICKS_PER_METRE)
    )
    return node_xy


def piece_times(length: Int64Array, pieces: Pieces, pace: Pace) -> Int64Array:
    """Give the time along every piece."""
    whole = length[pieces.street]
    last = np.zeros(len(pieces.street), np.bool_)
    last[pieces.first[1:] - 1] = True
    street = pieces.street.astype(np.int64)
    start = times_at(pieces.start_ticks, whole, pace, np.zeros(len(whole), np.bool_), street)
    result: Int64Array = times_at(pieces.end_ticks, whole, pace, last, street) - start
    return result


def _arcs(
    streets: StreetTable, length: Int64Array, pieces: Pieces, mode: Mode, pace: Pace
) -> tuple[Int64Array, Int64Array, Int64Array, Int64Array]:
    forward, backward = directions(streets, mode, pace)
    ahead = np.flatnonzero(forward[pieces.street])
    back = np.flatnonzero(backward[pieces.street])
    piece = np.concatenate((ahead, back))
    tail = np.concatenate((pieces.tail[ahead], pieces.head[back])).astype(np.int64)
    head = np.concatenate((pieces.head[ahead], pieces.tail[back])).astype(np.int64)
    return tail, head, piece_times(length, pieces, pace)[piece], piece


def connectors(network: Network, length: Int64Array, links: Links, pace: Pace) -> Connectors:
    """Turn links into ways to nodes; a point with no link has none."""
    attached = links.street >= 0
    indptr = np.zeros(len(attached) + 1, np.int32)
    np.cumsum(attached, out=indptr[1:])
    rows = np.flatnonzero(attached)
    nodes = nodes_at(network, length, links.street[rows], links.position_ticks[rows])
    away = links.distance_ticks[rows]
    elapsed = (away * pace.ms_per_metre + TICKS_PER_METRE // 2) // TICKS_PER_METRE
    return Connectors(indptr, nodes, elapsed.astype(np.int32))


def nodes_at(
    network: Network, length: Int64Array, street: Int64Array, position_ticks: Int64Array
) -> Int32Array:
    """Give the node at positions that are known to be nodes."""
    pieces = network.pieces
    nodes = np.zeros(len(street), np.int32)
    for k, (row, position) in enumerate(zip(street, position_ticks, strict=True)):
        if position >= length[row]:
            nodes[k] = pieces.head[pieces.first[row + 1] - 1]
        else:
            nodes[k] = pieces.tail[piece_at(pieces, int(row), int(position))]
    return nodes


def piece_at(pieces: Pieces, street: int, position_ticks: int) -> int:
    """Give the piece of a street that holds a position; at a node, the piece that starts there."""
    low, high = int(pieces.first[street]), int(pieces.first[street + 1])
    found = int(np.searchsorted(pieces.start_ticks[low:high], position_ticks, side="right"))
    return low + found - 1
