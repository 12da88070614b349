"""Edits laid over the base network, which is neither copied nor changed.

A join inside a street adds a node and pieces beside the kept one; pieces on the same street are
chained, so that two joins on one street also see each other. Drawn lines are cut where they meet
something. All times are differences of times from the start of the street or line, so that pieces
always sum exactly to the whole.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import shapely

from spatial.geometry import stretch
from spatial.network.build import directions, piece_at, times_at
from spatial.network.changing import Changed, change_streets
from spatial.network.front_doors import Doorway, drawn_doorways, place_links
from spatial.network.joins import Anchor, Joins, find_joins, line_ticks
from spatial.network.model import STREET_MODES, Connectors, Mode
from spatial.network.overlay_nodes import (
    anchor_at,
    changed_anchors,
    doorway_node,
    drawn_anchors,
    number_nodes,
)
from spatial.network.pace import Terms, terms_ms, way_terms
from spatial.units import travel_time_ms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shapely.geometry import LineString

    from spatial.city import City
    from spatial.lenses import Lens
    from spatial.network.changing import ChangedStretch
    from spatial.network.edits import DrawnLine, Edits
    from spatial.network.link import Links
    from spatial.network.overlay_nodes import OverlayNodes
    from spatial.units import Float64Array, Int64Array

Times = tuple[int, int]
"""Milliseconds from tail to head and back; -1 where the mode may not go."""
NO_WAY: Times = (-1, -1)


@dataclass(frozen=True, slots=True)
class OverlayPiece:
    """A way that only the proposal has.

    Parameters
    ----------
    kind : "half", "drawn" or "stub"
        Part of a street beside the kept piece, part of a drawn line, or what joins a line's end.
    owner : int
        The base piece of a half; the drawn line of the others.
    start_ticks, end_ticks : int
        Where on the street or line; a stub has the position of its join twice.
    times : dict from Mode to Times
    changed : bool
        A half of a street as the drawing makes it, beside or instead of what it was.
    """

    kind: Literal["half", "drawn", "stub"]
    owner: int
    tail: int
    head: int
    start_ticks: int
    end_ticks: int
    times: dict[Mode, Times]
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Patch:
    """What is laid over the base.

    Parameters
    ----------
    node_xy : float64 array, shape (overlay nodes, 2)
        Overlay node k has number ``base nodes + k``.
    cuts : dict from node to (base piece, position_ticks)
        Overlay nodes that lie inside a street.
    homes, facilities : dict from Mode to Connectors
        Of all points: the base's, with what drawn lines add, then the drawn ones.
    doorways, doorway_nodes : tuples
        Front doors on drawn lines, and the node each opens on.
    home_links, facility_links : dict from Mode to Links
        Where the drawn points attach to streets.
    changed : Changed
        What the drawing makes of standing streets.
    joined_at : dict from base piece to sorted positions
        Where more than a change cuts it.
    """

    edits: Edits
    joins: Joins
    node_xy: Float64Array
    cuts: dict[int, tuple[int, int]]
    pieces: tuple[OverlayPiece, ...]
    homes: dict[Mode, Connectors]
    facilities: dict[Mode, Connectors]
    doorways: tuple[Doorway, ...]
    doorway_nodes: tuple[int, ...]
    home_links: dict[Mode, Links]
    facility_links: dict[Mode, Links]
    changed: Changed
    joined_at: dict[int, list[int]]


def lay(
    city: City,
    edits: Edits,
    joins: Joins | None = None,
    doorways: tuple[Doorway, ...] | None = None,
) -> Patch:
    """Lay the additions of a drawing over a place's network.

    Parameters
    ----------
    joins, doorways : optional
        Of this very drawing, where they were found before.
    """
    changed = change_streets(city, edits.changes)
    joins = find_joins(city, edits.lines, changed.stretches) if joins is None else joins
    home_links = place_links(city, [(home.x, home.y) for home in edits.homes])
    facility_links = place_links(city, [(place.x, place.y) for place in edits.facilities])
    if doorways is None:
        doorways = drawn_doorways(city, edits, changed.stretches, home_links, facility_links)
    anchors = drawn_anchors(city, joins, (home_links, facility_links), doorways)
    every = sorted(anchors | changed_anchors(city, changed))
    nodes = number_nodes(city, edits, joins, doorways, every)
    pieces = (
        *_halves(city, nodes),
        *_changed_halves(city, nodes, changed),
        *_drawn_pieces(city, edits.lines, nodes),
        *_stubs(city, edits.lines, joins, nodes),
    )
    homes, facilities = {}, {}
    for mode in STREET_MODES:
        base = city.home_footing.connectors[mode]
        homes[mode] = _connectors(city, nodes, mode, base, "home", home_links, doorways)
        base = city.facility_footing.connectors[mode]
        facilities[mode] = _connectors(
            city, nodes, mode, base, "facility", facility_links, doorways
        )
    return Patch(
        edits,
        joins,
        nodes.xy(city, edits.lines),
        nodes.cuts,
        pieces,
        homes,
        facilities,
        doorways,
        tuple(doorway_node(city, nodes, door) for door in doorways),
        home_links,
        facility_links,
        changed,
        _joined_at(city, anchors),
    )


def _joined_at(city: City, anchors: set[Anchor]) -> dict[int, list[int]]:
    by_piece: dict[int, list[int]] = {}
    for anchor in sorted(anchors):
        if anchor.node < 0:
            piece = piece_at(city.network.pieces, anchor.street, anchor.position_ticks)
            by_piece.setdefault(piece, []).append(anchor.position_ticks)
    return by_piece


def _chain(city: City, nodes: OverlayNodes, piece: int) -> list[tuple[int, int]]:
    """Give the positions and nodes along a base piece, from end to end."""
    base = city.network.pieces
    cuts = [(place, node) for node, (owner, place) in nodes.cuts.items() if owner == piece]
    return [
        (int(base.start_ticks[piece]), int(base.tail[piece])),
        *sorted(cuts),
        (int(base.end_ticks[piece]), int(base.head[piece])),
    ]


def _halves(city: City, nodes: OverlayNodes) -> list[OverlayPiece]:
    """Chain the cuts of each base piece between its ends."""
    cut = [
        (piece, start, tail, end, head)
        for piece in sorted({piece for piece, _ in nodes.cuts.values()})
        for (start, tail), (end, head) in itertools.pairwise(_chain(city, nodes, piece))
    ]
    if not cut:
        return []
    pieces, starts, _, ends, _ = np.array(cut, np.int64).T
    street = city.network.pieces.street[pieces].astype(np.int64)
    times: dict[Mode, list[Times]] = {}
    for mode in STREET_MODES:
        elapsed = _stretch_times(city, street, starts, ends, mode)
        forward, backward = directions(city.streets, mode, city.paces[mode])
        ahead = np.where(forward[street], elapsed, -1).tolist()
        back = np.where(backward[street], elapsed, -1).tolist()
        times[mode] = list(zip(ahead, back, strict=True))
    return [
        OverlayPiece(
            "half", piece, tail, head, start, end, {mode: times[mode][row] for mode in STREET_MODES}
        )
        for row, (piece, start, tail, end, head) in enumerate(cut)
    ]


def street_time(city: City, street: int, start: int, end: int, mode: Mode) -> int:
    """Give the time along a stretch of a street, one way or the other."""
    row = np.array([street])
    return int(_stretch_times(city, row, np.array([start]), np.array([end]), mode)[0])


def _stretch_times(
    city: City, street: Int64Array, start: Int64Array, end: Int64Array, mode: Mode
) -> Int64Array:
    length, pace = city.length_ticks[street], city.paces[mode]
    # Only the end of the street itself counts as its end; a cut lies strictly before it.
    at_start = times_at(start, length, pace, np.zeros(len(street), np.bool_), street)
    result: Int64Array = times_at(end, length, pace, end >= length, street) - at_start
    return result


def _changed_halves(city: City, nodes: OverlayNodes, changed: Changed) -> Iterator[OverlayPiece]:
    """Give the streets as the drawing makes them, cut where the others are cut."""
    for way in changed.stretches:
        if not way.after:
            continue
        for piece in changed.pieces_of(city, way):
            for (start, tail), (end, head) in itertools.pairwise(_chain(city, nodes, piece)):
                if start >= way.start_ticks and end <= way.end_ticks and start < end:
                    times = {
                        mode: _changed_times(city, way, start, end, mode) for mode in STREET_MODES
                    }
                    yield OverlayPiece("half", piece, tail, head, start, end, times, changed=True)


def half_clock(city: City, patch: Patch, piece: OverlayPiece, mode: Mode) -> Callable[[int], int]:
    """Give the time from the start of a half to positions on it, as it is after the drawing."""
    street, start = int(city.network.pieces.street[piece.owner]), piece.start_ticks
    whole = int(city.length_ticks[street])
    for way in patch.changed.stretches:
        within = way.start_ticks <= start and piece.end_ticks <= way.end_ticks
        if piece.changed and way.street == street and within and mode in way.after:
            terms = way.after[mode].terms
            return lambda position: elapsed_ms(terms, start, position, at_end=position >= whole)
    return lambda position: street_time(city, street, start, position, mode)


def _changed_times(city: City, way: ChangedStretch, start: int, end: int, mode: Mode) -> Times:
    if mode not in way.after:
        return NO_WAY
    terms, forward, backward = way.after[mode]
    elapsed = elapsed_ms(terms, start, end, at_end=end >= int(city.length_ticks[way.street]))
    return elapsed if forward else -1, elapsed if backward else -1


def elapsed_ms(terms: Terms, start: int, end: int, *, at_end: bool) -> int:
    """Give the time from one position to another; a whole way takes at least a millisecond."""
    until = terms_ms(end, terms)
    return (max(until, 1) if at_end else until) - terms_ms(start, terms)


def line_time(drawn: DrawnLine, start: int, end: int, mode: Mode, lens: Lens | None = None) -> int:
    """Give the time along a stretch of a drawn line, waiting included; -1 where a lens bars it."""
    terms = way_terms(drawn.facts, mode, lens)
    if terms is None:
        return -1
    elapsed = elapsed_ms(terms, start, end, at_end=end == line_ticks(drawn.line))
    before = drawn.delay_ms // 2
    if start < drawn.delay_from_ticks <= end:
        elapsed += before
    if start <= drawn.delay_to_ticks < end:
        elapsed += drawn.delay_ms - before
    return elapsed


def _drawn_pieces(
    city: City, lines: tuple[DrawnLine, ...], nodes: OverlayNodes
) -> list[OverlayPiece]:
    result = []
    chains: dict[int, list[int]] = {}
    for row, position in sorted(nodes.by_position):
        chains.setdefault(row, []).append(position)
    for row, drawn in enumerate(lines):
        chain = chains[row]
        for start, end in itertools.pairwise(chain):
            times = {
                mode: (line_time(drawn, start, end, mode, city.lens),) * 2
                if mode in drawn.modes
                else NO_WAY
                for mode in STREET_MODES
            }
            tail, head = nodes.by_position[row, start], nodes.by_position[row, end]
            result.append(OverlayPiece("drawn", row, tail, head, start, end, times))
    return result


def _passable(city: City, drawn: DrawnLine) -> frozenset[Mode]:
    """Give the modes that may use a line, as far as the lens lets them."""
    return frozenset(
        mode for mode in drawn.modes if way_terms(drawn.facts, mode, city.lens) is not None
    )


def _stubs(
    city: City, lines: tuple[DrawnLine, ...], joins: Joins, nodes: OverlayNodes
) -> list[OverlayPiece]:
    result = []
    passable = [_passable(city, drawn) for drawn in lines]
    for join in joins.streets:
        tail = nodes.by_position[join.line, join.position_ticks]
        head = nodes.by_anchor[join.anchor]
        where = join.line, join.position_ticks, tail, head, join.stub_ticks
        if tail != head:
            result.append(_stub(city, *where, passable[join.line]))
    for meeting in joins.lines:
        tail = nodes.by_position[meeting.line, meeting.position_ticks]
        head = nodes.by_position[meeting.other, meeting.other_ticks]
        modes = passable[meeting.line] & passable[meeting.other]
        where = meeting.line, meeting.position_ticks, tail, head, meeting.stub_ticks
        if tail != head and modes:
            result.append(_stub(city, *where, modes))
    return result


def _stub(  # noqa: PLR0913, PLR0917 - a stub is these things
    city: City, line: int, position: int, tail: int, head: int, length: int, modes: frozenset[Mode]
) -> OverlayPiece:
    times = {
        mode: (travel_time_ms(length, city.paces[mode].ms_per_metre),) * 2
        if mode in modes
        else NO_WAY
        for mode in STREET_MODES
    }
    return OverlayPiece("stub", line, tail, head, position, position, times)


def _connectors(  # noqa: PLR0913, PLR0917 - points of one kind, from streets and from drawn lines
    city: City,
    nodes: OverlayNodes,
    mode: Mode,
    base: Connectors,
    kind: str,
    links: dict[Mode, Links],
    doorways: tuple[Doorway, ...],
) -> Connectors:
    """Lay the connectors of drawn points and drawn lines beside those of the base."""
    count = len(base.indptr) - 1
    link, pace = links[mode], city.paces[mode].ms_per_metre
    found: list[tuple[int, int, int]] = []
    for k in np.flatnonzero(link.street >= 0):
        anchor = anchor_at(city, int(link.street[k]), int(link.position_ticks[k]))
        elapsed = travel_time_ms(int(link.distance_ticks[k]), pace)
        found.append((count + int(k), nodes.by_anchor[anchor], elapsed))
    for door in doorways:
        if door.kind == kind and door.mode is mode:
            elapsed = travel_time_ms(door.distance_ticks, pace)
            found.append((door.row, doorway_node(city, nodes, door), elapsed))
    return _beside(base, count + len(link.street), found)


def _beside(base: Connectors, count: int, found: list[tuple[int, int, int]]) -> Connectors:
    """Put a few more (point, node, milliseconds) among connectors that are sorted already."""
    if not found:
        last = np.full(count - len(base.indptr) + 1, base.indptr[-1], np.int32)
        return Connectors(np.concatenate((base.indptr, last)), base.nodes, base.times_ms)
    points = np.repeat(np.arange(len(base.indptr) - 1), np.diff(base.indptr))
    more = np.array(found, np.int64).reshape(-1, 3)
    rows = np.concatenate((points, more[:, 0]))
    nodes = np.concatenate((base.nodes, more[:, 1])).astype(np.int32)
    times = np.concatenate((base.times_ms, more[:, 2])).astype(np.int32)
    indptr = np.zeros(count + 1, np.int32)
    np.cumsum(np.bincount(rows, minlength=count), out=indptr[1:])
    order = np.lexsort((times, nodes, rows))
    return Connectors(indptr, nodes[order], times[order])


def connectors_from(count: int, found: list[tuple[int, int, int]]) -> Connectors:
    """Sort (point, node, milliseconds) into sparse rows."""
    table = np.array(sorted(found), np.int64).reshape(-1, 3)
    indptr = np.zeros(count + 1, np.int32)
    np.cumsum(np.bincount(table[:, 0], minlength=count), out=indptr[1:])
    return Connectors(indptr, table[:, 1].astype(np.int32), table[:, 2].astype(np.int32))


def drawn_stretches(patch: Patch) -> list[int]:
    """Give the rows of the overlay's pieces that are drawn, and no halves of standing streets."""
    return [row for row, piece in enumerate(patch.pieces) if piece.kind != "half"]


def piece_geometry(city: City, patch: Patch, piece: OverlayPiece) -> LineString:
    """Draw an overlay piece; a stub is the straight line between its nodes."""
    if piece.kind == "half":
        street = city.network.pieces.street[piece.owner]
        return stretch(city.streets.geometry[street], piece.start_ticks, piece.end_ticks)
    if piece.kind == "drawn":
        line = patch.edits.lines[piece.owner].line
        return stretch(line, piece.start_ticks, piece.end_ticks)
    places = np.vstack((city.network.node_xy, patch.node_xy))[[piece.tail, piece.head]]
    return shapely.linestrings(places)
