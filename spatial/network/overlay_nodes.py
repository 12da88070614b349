"""Which node stands where something drawn meets a street, a line or a door."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from spatial.network.build import piece_at
from spatial.network.joins import Anchor, Joins, line_ticks
from spatial.units import TICKS_PER_METRE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spatial.city import City
    from spatial.network.changing import Changed
    from spatial.network.edits import DrawnLine, Edits
    from spatial.network.front_doors import Doorway
    from spatial.network.link import Links
    from spatial.network.model import Mode
    from spatial.units import Float64Array


Position = tuple[int, int]
"""A drawn line and how far along it, in ticks."""


@dataclass(frozen=True, slots=True)
class OverlayNodes:
    """Which node stands at each anchor and at each position of each drawn line."""

    by_anchor: dict[Anchor, int]
    by_position: dict[tuple[int, int], int]
    first: int
    cuts: dict[int, tuple[int, int]]

    def xy(self, city: City, lines: tuple[DrawnLine, ...]) -> Float64Array:
        """Give the places of the overlay nodes."""
        places: dict[int, tuple[float, float]] = {}
        for (row, position), node in self.by_position.items():
            if node >= self.first and node not in places:
                point = shapely.line_interpolate_point(lines[row].line, position / TICKS_PER_METRE)
                places[node] = (point.x, point.y)
        for node, (piece, position) in self.cuts.items():
            line = city.streets.geometry[city.network.pieces.street[piece]]
            point = shapely.line_interpolate_point(line, position / TICKS_PER_METRE)
            places[node] = (point.x, point.y)
        return np.array([places[node] for node in sorted(places)]).reshape(-1, 2)


def anchor_at(city: City, street: int, position_ticks: int) -> Anchor:
    """Name a place on a street: the node that is there already, or a cut."""
    pieces = city.network.pieces
    piece = piece_at(pieces, street, position_ticks)
    if position_ticks == pieces.start_ticks[piece]:
        return Anchor(int(pieces.tail[piece]))
    if position_ticks >= pieces.end_ticks[piece]:
        return Anchor(int(pieces.head[piece]))
    return Anchor(-1, street, position_ticks)


def number_nodes(
    city: City,
    edits: Edits,
    joins: Joins,
    doorways: tuple[Doorway, ...],
    anchors: list[Anchor],
) -> OverlayNodes:
    """Give each place a drawing adds a node after those of the base; one place has one node."""
    first = len(city.network.node_xy)
    by_anchor = {anchor: anchor.node for anchor in anchors if anchor.node >= 0}
    cuts: dict[int, tuple[int, int]] = {}
    for anchor in anchors:
        if anchor.node < 0:
            node = first + len(cuts)
            by_anchor[anchor] = node
            piece = piece_at(city.network.pieces, anchor.street, anchor.position_ticks)
            cuts[node] = (piece, anchor.position_ticks)
    groups = _groups(edits.lines, joins, doorways)
    node_of: dict[tuple[int, int], int] = {}
    for join in joins.streets:
        if join.stub_ticks == 0:
            leader = groups[join.line, join.position_ticks]
            node = by_anchor[join.anchor]
            node_of[leader] = min(node, node_of.get(leader, node))
    free = itertools.count(first + len(cuts))
    by_position: dict[tuple[int, int], int] = {}
    for position in sorted(groups):
        leader = groups[position]
        if leader not in node_of:
            node_of[leader] = next(free)
        by_position[position] = node_of[leader]
    return OverlayNodes(by_anchor, by_position, first, cuts)


def drawn_anchors(
    city: City, joins: Joins, links: Iterable[dict[Mode, Links]], doorways: tuple[Doorway, ...]
) -> set[Anchor]:
    """Give the places on the base that something drawn uses."""
    anchors = {join.anchor for join in joins.streets}
    anchors |= {
        anchor_at(city, door.street, door.position_ticks) for door in doorways if door.on_street
    }
    for link in itertools.chain.from_iterable(per_mode.values() for per_mode in links):
        for street, position in zip(link.street, link.position_ticks, strict=True):
            if street >= 0:
                anchors.add(anchor_at(city, int(street), int(position)))
    return anchors


def changed_anchors(city: City, changed: Changed) -> set[Anchor]:
    """Give the ends of what is changed."""
    return {
        anchor_at(city, way.street, position)
        for way in changed.stretches
        for position in (way.start_ticks, way.end_ticks)
    }


def doorway_node(city: City, nodes: OverlayNodes, door: Doorway) -> int:
    """Give the node that a front door on a drawn or changed way opens on."""
    if door.on_street:
        return nodes.by_anchor[anchor_at(city, door.street, door.position_ticks)]
    return nodes.by_position[door.line, door.position_ticks]


def _groups(
    lines: tuple[DrawnLine, ...], joins: Joins, doorways: tuple[Doorway, ...]
) -> dict[Position, Position]:
    """Name positions on drawn lines that are one place by the least of them."""
    leader = {position: position for position in _positions(lines, joins, doorways)}

    def find(position: Position) -> Position:
        while leader[position] != position:
            position = leader[position]
        return position

    def unite(one: Position, two: Position) -> None:
        low, high = sorted((find(one), find(two)))
        leader[high] = low

    for row, drawn in enumerate(lines):
        if drawn.line.is_closed:
            unite((row, 0), (row, line_ticks(drawn.line)))
    for meeting in joins.lines:
        if meeting.stub_ticks == 0:
            here = (meeting.line, meeting.position_ticks)
            unite(here, (meeting.other, meeting.other_ticks))
    return {position: find(position) for position in leader}


def _positions(
    lines: tuple[DrawnLine, ...], joins: Joins, doorways: tuple[Doorway, ...]
) -> Iterator[Position]:
    """Give every place where a drawn line is cut, its ends included."""
    for row, drawn in enumerate(lines):
        yield row, 0
        yield row, line_ticks(drawn.line)
    for join in joins.streets:
        yield join.line, join.position_ticks
    for meeting in joins.lines:
        yield meeting.line, meeting.position_ticks
        yield meeting.other, meeting.other_ticks
    for door in doorways:
        if not door.on_street:
            yield door.line, door.position_ticks
