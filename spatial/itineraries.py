"""Routes as somebody could walk them: every stretch, its street or drawn feature, its line."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import shapely
from shapely.geometry import LineString

from spatial.geometry import stretch
from spatial.network.kept_doors import threshold
from spatial.network.model import Connectors
from spatial.network.patch import piece_geometry
from spatial.network.routes import find_route
from spatial.units import TICKS_PER_METRE, ticks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.ground import Ground
    from spatial.network.model import Mode
    from spatial.network.patch import OverlayPiece, Patch
    from spatial.network.search import SearchGraph
    from spatial.units import BoolArray, Float64Array

PointKind = Literal["home", "facility"]
Point = tuple[PointKind, int]
"""A row of the homes, drawn homes and free points, or of the facilities with the drawn ones."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a route.

    Parameters
    ----------
    kind : "connector", "street" or "drawn"
        The straight way to or from a door; along a street; along something drawn.
    street : int or None
        Row of the street table.
    feature : str or None
        Id of the drawn feature.
    line : LineString
        In the direction of travel, EPSG:25832 metres.
    """

    kind: Literal["connector", "street", "drawn"]
    street: int | None
    feature: str | None
    time_ms: int
    line: LineString

    @property
    def length_ticks(self) -> int:
        """Give the length in tenths of a millimetre."""
        return ticks(self.line.length)


@dataclass(frozen=True, slots=True)
class Itinerary:
    """A shortest route from door to door; its parts' times sum exactly to its time."""

    time_ms: int
    parts: tuple[Part, ...]

    @property
    def length_m(self) -> float:
        """Give the length of all parts together."""
        return sum(part.length_ticks for part in self.parts) / TICKS_PER_METRE

    @property
    def line(self) -> LineString:
        """Give the whole route as one line, no place of it twice in a row."""
        return _joined(part.line for part in self.parts)

    @property
    def features(self) -> tuple[str, ...]:
        """Give the drawn features it uses, in the order it meets them."""
        return tuple(dict.fromkeys(part.feature for part in self.parts if part.feature is not None))


def find_itinerary(ground: Ground, source: Point, target: Point) -> Itinerary | None:
    """Find a shortest route between two points; None where no way leads there."""
    closings = ground.closings
    sources = closings.homes_out if source[0] == "home" else closings.facilities
    targets = closings.homes_in if target[0] == "home" else closings.facilities
    route = find_route(ground.graph, sources, source[1], targets, target[1])
    if route is None:
        return None
    first, last = route.nodes[0], route.nodes[-1]
    parts = (
        *_from_door(ground, source, sources, first),
        *_along(ground, ground.graph, route.nodes),
        *_to_door(ground, target, targets, last),
    )
    return Itinerary(route.time_ms, tuple(_merged(parts)))


def free_point(ground: Ground, number: int) -> Point:
    """Name a free point of a ground."""
    return "home", ground.first_point + number


def _place(ground: Ground, point: Point) -> tuple[float, float]:
    city, edits = ground.city, ground.patch.edits
    base = city.homes.xy if point[0] == "home" else city.facilities.xy
    if point[1] < len(base):
        x, y = base[point[1]]
        return float(x), float(y)
    drawn = edits.homes if point[0] == "home" else edits.facilities
    place = drawn[point[1] - len(base)]
    return place.x, place.y


def _least_time(connectors: Connectors, row: int, node: int) -> int | None:
    rows = slice(int(connectors.indptr[row]), int(connectors.indptr[row + 1]))
    at_node = connectors.times_ms[rows][connectors.nodes[rows] == node]
    return int(at_node.min()) if len(at_node) else None


def _from_door(ground: Ground, source: Point, sources: Connectors, node: int) -> Iterator[Part]:
    """Give the way from a point to the first node, along closed pieces where its door is there."""
    time_ms = _least_time(sources, source[1], node)
    before = threshold(ground.city, ground.patch, ground.mode, ground.ways, *source)
    if _least_time(before.doors, source[1], node) == time_ms:
        yield from _straight(ground, _place(ground, source), node, time_ms or 0, outward=True)
        return
    way = find_route(before.graph, before.doors, source[1], _node_as_point(node), 0)
    if way is None:
        raise ValueError(f"the door of {source} leads to node {node}, but no way was found")
    own = _least_time(before.doors, source[1], way.nodes[0]) or 0
    yield from _straight(ground, _place(ground, source), way.nodes[0], own, outward=True)
    yield from _along(ground, before.graph, way.nodes)


def _to_door(ground: Ground, target: Point, targets: Connectors, node: int) -> Iterator[Part]:
    time_ms = _least_time(targets, target[1], node)
    before = threshold(ground.city, ground.patch, ground.mode, ground.ways, *target)
    if _least_time(before.doors, target[1], node) == time_ms:
        yield from _straight(ground, _place(ground, target), node, time_ms or 0, outward=False)
        return
    way = find_route(before.graph, _node_as_point(node), 0, before.doors, target[1])
    if way is None:
        raise ValueError(f"node {node} leads to the door of {target}, but no way was found")
    own = _least_time(before.doors, target[1], way.nodes[-1]) or 0
    yield from _along(ground, before.graph, way.nodes)
    yield from _straight(ground, _place(ground, target), way.nodes[-1], own, outward=False)


def _node_as_point(node: int) -> Connectors:
    return Connectors(np.array([0, 1], np.int32), np.array([node], np.int32), np.zeros(1, np.int32))


def _straight(
    ground: Ground, place: tuple[float, float], node: int, time_ms: int, *, outward: bool
) -> Iterator[Part]:
    """Give the straight way between a point and its node; none where it stands on it."""
    ends = [place, _node_place(ground, node)]
    if ends[0] != ends[1]:
        yield Part("connector", None, None, time_ms, LineString(ends if outward else ends[::-1]))


def _node_place(ground: Ground, node: int) -> tuple[float, float]:
    base = len(ground.city.network.node_xy)
    nodes: Float64Array = ground.city.network.node_xy if node < base else ground.patch.node_xy
    x, y = nodes[node if node < base else node - base]
    return float(x), float(y)


def _along(ground: Ground, graph: SearchGraph, nodes: tuple[int, ...]) -> Iterator[Part]:
    """Follow the quickest piece between each two nodes."""
    overlay = _overlay_ways(ground.patch, ground.mode, graph)
    for tail, head in itertools.pairwise(nodes):
        base = _base_piece(graph, tail, head)
        drawn = overlay.get((tail, head))
        if drawn is not None and (base is None or drawn[0] < base[0]):
            yield _drawn_part(ground, *drawn)
        elif base is not None:
            yield _street_part(ground, tail, *base)
        else:
            raise ValueError(f"the route steps from node {tail} to {head}, but nothing leads there")


def _base_piece(graph: SearchGraph, tail: int, head: int) -> tuple[int, int] | None:
    """Give the time and the row of the quickest open piece between two base nodes."""
    arcs = graph.outgoing
    if tail >= len(arcs.indptr) - 1:
        return None
    found = [
        (int(arcs.times_ms[arc]), int(arcs.pieces[arc]))
        for arc in range(int(arcs.indptr[tail]), int(arcs.indptr[tail + 1]))
        if arcs.heads[arc] == head and not (len(arcs.closed) and arcs.closed[arcs.pieces[arc]])
    ]
    return min(found, default=None)


def _street_part(ground: Ground, tail: int, time_ms: int, piece: int) -> Part:
    pieces, streets = ground.city.network.pieces, ground.city.streets
    street = int(pieces.street[piece])
    line = stretch(
        streets.geometry[street], int(pieces.start_ticks[piece]), int(pieces.end_ticks[piece])
    )
    forward = int(pieces.tail[piece]) == tail
    return Part("street", street, None, time_ms, line if forward else line.reverse())


Way = tuple[int, int, bool]
"""Milliseconds, row of the overlay's piece, and whether it is followed from tail to head."""


def _overlay_ways(patch: Patch, mode: Mode, graph: SearchGraph) -> dict[tuple[int, int], Way]:
    """Give the quickest overlay piece between any two nodes, of those the graph has open."""
    present = _overlay_arcs(graph)
    ways: dict[tuple[int, int], Way] = {}
    for row, piece in enumerate(patch.pieces):
        ahead, back = piece.times[mode]
        for ends, time_ms, forward in (
            ((piece.tail, piece.head), ahead, True),
            ((piece.head, piece.tail), back, False),
        ):
            way = (time_ms, row, forward)
            if (*ends, time_ms) in present and way < ways.get(ends, (time_ms + 1, 0, True)):
                ways[ends] = way
    return ways


def _overlay_arcs(graph: SearchGraph) -> set[tuple[int, int, int]]:
    """Give the open arcs laid over the base, as (tail, head, milliseconds)."""
    arcs = graph.outgoing
    found: set[tuple[int, int, int]] = set()
    tails = np.flatnonzero(arcs.extra_row >= 0)
    for tail in tails.tolist():
        row = int(arcs.extra_row[tail])
        for arc in range(int(arcs.extra_indptr[row]), int(arcs.extra_indptr[row + 1])):
            found.add((tail, int(arcs.extra_heads[arc]), int(arcs.extra_times_ms[arc])))
    return found


def _drawn_part(ground: Ground, time_ms: int, row: int, forward: bool) -> Part:
    piece: OverlayPiece = ground.patch.pieces[row]
    line = piece_geometry(ground.city, ground.patch, piece)
    line = line if forward else line.reverse()
    if piece.kind == "half":
        street = int(ground.city.network.pieces.street[piece.owner])
        return Part("street", street, None, time_ms, line)
    feature = ground.patch.edits.lines[piece.owner].feature
    return Part("drawn", None, feature, time_ms, line)


def _merged(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Put parts along the same street or the same drawn feature together."""
    for (kind, street, feature), group in itertools.groupby(
        parts, key=lambda part: (part.kind, part.street, part.feature)
    ):
        found = list(group)
        yield Part(
            kind,
            street,
            feature,
            sum(part.time_ms for part in found),
            _joined(part.line for part in found),
        )


def _joined(lines: Iterator[LineString]) -> LineString:
    xy = np.vstack([shapely.get_coordinates(line) for line in lines])
    moved: BoolArray = np.ones(len(xy), np.bool_)
    moved[1:] = (xy[1:] != xy[:-1]).any(axis=1)
    kept = xy[moved]
    return LineString(kept if len(kept) > 1 else xy[:2])
