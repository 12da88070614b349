"""What drawn ways add to the baseline times, without searching again from every home.

Drawn ways touch the base in a few gates. Every new shortest way from a home enters them from the
base or a front door, runs on among them, and leaves for good at a gate or a front door. So with the
base times to and from each gate, and the shortest times among all places of the drawing (Floyd,
1962), the new times are the exact minimum of sums of whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numba
import numpy as np

from spatial.network.build import directions
from spatial.network.graph import search_graph
from spatial.network.patch import street_time
from spatial.network.search import times_from
from spatial.times import TimeTable, on_every_core
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.network.kept_doors import Closings
    from spatial.network.model import Connectors, Mode
    from spatial.network.patch import OverlayPiece, Patch
    from spatial.network.search import Arcs
    from spatial.units import Int32Array, Int64Array

_NEVER = int(UNREACHABLE_MS)
MOST_PLACES = 250
"""With more places than these it is quicker to search anew from every home."""


@dataclass(frozen=True, slots=True)
class Gateways:
    """The places of a drawing for one mode.

    Parameters
    ----------
    places : dict from node to row
        Gates first.
    to_gates, from_gates : int32 arrays, shape (gates, base nodes)
        Base times to and from each gate.
    among : int32 array, shape (places, places)
        Shortest times between places, base included.
    """

    places: dict[int, int]
    to_gates: Int32Array
    from_gates: Int32Array
    among: Int32Array


@dataclass(frozen=True, slots=True)
class Doors:
    """Front doors on drawn lines: point, place and milliseconds."""

    points: Int64Array
    places: Int64Array
    times_ms: Int64Array


def has_ways(patch: Patch, mode: Mode) -> bool:
    """Tell whether the drawing has any way for a mode, open or closed again."""
    return any(
        (piece.kind != "half" or piece.changed) and max(piece.times[mode]) >= 0
        for piece in patch.pieces
    )


def _open_ways(patch: Patch, mode: Mode, closings: Closings) -> list[OverlayPiece]:
    """Give what is drawn and open, and what is still open of a street whose kept piece is not."""
    return [
        piece
        for piece, shut in zip(patch.pieces, closings.overlay, strict=True)
        if not shut
        and max(piece.times[mode]) >= 0
        and (piece.kind != "half" or piece.changed or closings.base[piece.owner])
    ]


def too_many(patch: Patch, mode: Mode, closings: Closings) -> bool:
    """Tell whether a drawing meets the network in too many places to be worth going through."""
    ways = _open_ways(patch, mode, closings)
    return len({node for piece in ways for node in (piece.tail, piece.head)}) > MOST_PLACES


def find_gateways(city: City, patch: Patch, mode: Mode, closings: Closings) -> Gateways | None:
    """Search to and from every gate over what is open; None where nothing drawn is."""
    ways = _open_ways(patch, mode, closings)
    if not ways:
        return None
    nodes = {piece.tail for piece in ways} | {piece.head for piece in ways}
    base_count = len(city.network.node_xy)
    # A cut in a closed piece is reached over what is left of the piece, not over the piece.
    cuts = {node: cut for node, cut in patch.cuts.items() if not closings.base[cut[0]]}
    gates = sorted(node for node in nodes if node < base_count or node in cuts)
    rest = sorted(nodes - set(gates))
    places = {node: row for row, node in enumerate([*gates, *rest])}
    graph = search_graph(city, None, mode, closings.base)
    to_gates = np.empty((len(gates), base_count), np.int32)
    from_gates = np.empty((len(gates), base_count), np.int32)
    sides = {gate: _sides(city, patch, gate, mode) for gate in gates}
    for row, gate in enumerate(gates):
        into, out = sides[gate]
        to_gates[row] = _search(graph.incoming, base_count, into)
        from_gates[row] = _search(graph.outgoing, base_count, out)
    among = np.full((len(places), len(places)), _NEVER, np.int32)
    np.fill_diagonal(among, 0)
    for row in range(len(gates)):
        for column, gate in enumerate(gates):
            for node, time in sides[gate][0]:
                _lower(among, row, column, int(from_gates[row, node]), time)
    _same_piece(city, patch, mode, gates, among)
    for piece in ways:
        ahead, back = piece.times[mode]
        tail, head = places[piece.tail], places[piece.head]
        _lower(among, tail, head, 0, ahead if ahead >= 0 else _NEVER)
        _lower(among, head, tail, 0, back if back >= 0 else _NEVER)
    _close_among(among)
    return Gateways(places, to_gates, from_gates, among)


Seeds = list[tuple[int, int]]


def _sides(city: City, patch: Patch, gate: int, mode: Mode) -> tuple[Seeds, Seeds]:
    """Give the base nodes beside a gate: those a way leads in from, and those it leads out to."""
    if gate not in patch.cuts:
        return [(gate, 0)], [(gate, 0)]
    piece, position = patch.cuts[gate]
    pieces = city.network.pieces
    street = int(pieces.street[piece])
    tail, head = int(pieces.tail[piece]), int(pieces.head[piece])
    before = street_time(city, street, int(pieces.start_ticks[piece]), position, mode)
    after = street_time(city, street, position, int(pieces.end_ticks[piece]), mode)
    forward, backward = (
        bool(way[street]) for way in directions(city.streets, mode, city.paces[mode])
    )
    into = [(tail, before)] * forward + [(head, after)] * backward
    out = [(head, after)] * forward + [(tail, before)] * backward
    return into, out


def _search(arcs: Arcs, count: int, seeds: Seeds) -> Int32Array:
    nodes = np.array([node for node, _ in seeds], np.int32)
    return times_from(arcs, count, nodes, np.array([time for _, time in seeds], np.int32))


def _lower(among: Int32Array, row: int, column: int, one: int, two: int) -> None:
    if one < _NEVER and two < _NEVER:
        among[row, column] = min(int(among[row, column]), one + two)


def _same_piece(city: City, patch: Patch, mode: Mode, gates: list[int], among: Int32Array) -> None:
    """Add the ways between gates inside one piece of street."""
    cuts = [(row, *patch.cuts[gate]) for row, gate in enumerate(gates) if gate in patch.cuts]
    forward, backward = directions(city.streets, mode, city.paces[mode])
    for row, piece, position in cuts:
        for other, other_piece, other_position in cuts:
            if piece != other_piece or position >= other_position:
                continue
            street = int(city.network.pieces.street[piece])
            elapsed = street_time(city, street, position, other_position, mode)
            if forward[street]:
                _lower(among, row, other, 0, elapsed)
            if backward[street]:
                _lower(among, other, row, 0, elapsed)


@numba.njit(cache=True, nogil=True)
def _close_among(among):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    count = len(among)
    for via in range(count):
        for row in range(count):
            first = np.int64(among[row, via])
            if first == _NEVER:
                continue
            for column in range(count):
                if among[via, column] < _NEVER and first + among[via, column] < among[row, column]:
                    among[row, column] = first + among[via, column]


@numba.njit(cache=True, nogil=True)
def _reach(node_times, indptr, nodes, times, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    for gate in range(len(node_times)):
        for point in range(len(indptr) - 1):
            best = np.int64(_NEVER)
            for k in range(indptr[point], indptr[point + 1]):
                reached = node_times[gate, nodes[k]]
                if reached < _NEVER:
                    best = min(best, np.int64(reached) + times[k])
            out[gate, point] = best


@numba.njit(cache=True, nogil=True)
def _through(part, base, before, enter, doors_in, among, leave, doors_out, override, changed):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, C901, PLR0912, PLR0913, PLR0917
    """Lower each row of a part by what leads through the drawing.

    Rows that are not the base's are written to ``changed``, from the part's first row on.
    """
    gates, places = len(enter), len(among)
    first = np.empty(places, np.int64)
    reached = np.empty(places, np.int64)
    low, high = part
    count = low
    door = np.searchsorted(doors_in[0], low)
    for row in range(low, high):
        first[:] = _NEVER
        for gate in range(gates):
            first[gate] = enter[gate, row]
        while door < len(doors_in[0]) and doors_in[0][door] == row:
            first[doors_in[1][door]] = min(first[doors_in[1][door]], doors_in[2][door])
            door += 1
        reached[:] = _NEVER
        for place in range(places):
            if first[place] < _NEVER:
                for other in range(places):
                    if among[place, other] < _NEVER:
                        reached[other] = min(reached[other], first[place] + among[place, other])
        present = base[row] if before[0][row] < 0 else before[1][before[0][row]]
        target = changed[count]
        target[:] = present
        for gate in range(gates):
            # A gate reached no sooner than over the base alone leads nowhere sooner.
            if reached[gate] < enter[gate, row]:
                sooner = reached[gate]
                for column in range(len(target)):
                    # A sum with "never" is larger than any time, so that it changes nothing.
                    target[column] = min(np.int64(target[column]), sooner + leave[gate, column])
        for k in range(len(doors_out[0])):
            place, column = doors_out[1][k], doors_out[0][k]
            if reached[place] < _NEVER and reached[place] + doors_out[2][k] < target[column]:
                target[column] = reached[place] + doors_out[2][k]
        lower = before[0][row] >= 0
        for column in range(len(target)):
            lower = lower or target[column] != present[column]
        if lower:
            override[row] = count
            count += 1


def _reach_points(node_times: Int32Array, connectors: Connectors) -> Int32Array:
    out = np.empty((len(node_times), len(connectors.indptr) - 1), np.int32)
    _reach(node_times, *connectors.columns, out)
    return out


def lowered(  # noqa: PLR0913 - the drawing, the table, and the two sides of the table
    gateways: Gateways | None,
    table: TimeTable,
    *,
    sources: Connectors,
    source_doors: Doors,
    targets: Connectors,
    target_doors: Doors,
) -> TimeTable:
    """Lower a table of times by what leads through a drawing.

    Parameters
    ----------
    table : TimeTable
        Times over what is open of the base.
    sources, targets : Connectors
        To the base network alone.
    source_doors, target_doors : Doors
        Front doors on drawn lines, the sources' sorted by point.
    """
    if gateways is None:
        return table
    enter = _reach_points(gateways.to_gates, sources)
    leave = _reach_points(gateways.from_gates, targets)
    override = np.full(len(table.base), -1, np.int32)
    changed = np.empty(table.base.shape, np.int32)
    among = gateways.among

    def work(low: int, high: int) -> None:
        _through(
            (low, high),
            table.base,
            (table.override, table.changed),
            enter,
            (source_doors.points, source_doors.places, source_doors.times_ms),
            among,
            leave,
            (target_doors.points, target_doors.places, target_doors.times_ms),
            override,
            changed,
        )

    on_every_core(work, len(table.base))
    return TimeTable(table.base, override, changed)
