"""Cut lines where they meet, and let ends that nearly meet join.

Bridges, tunnels and motorways join only at their ends: see `Attributes.joins_where_it_crosses`.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely
from shapely.ops import substring

from app.importers.registers.lines import Edge, Line, Node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import LineString

END_REACH_M = 5.0  # an end this near another street joins it
NODE_REACH_M = 2.0  # junctions this near each other are one
_TOUCHING_M = 0.5
_SMALLEST_LOOP_M = 20.0
_TWINS_M = 4.0  # two edges between the same nodes that lie this near are one street drawn twice


@dataclass(slots=True)
class _Junctions:
    """Points where lines are cut, and which of them are one and the same."""

    xy: list[tuple[float, float]] = field(default_factory=list)
    parent: list[int] = field(default_factory=list)

    def add(self, x: float, y: float) -> int:
        self.xy.append((x, y))
        self.parent.append(len(self.parent))
        return len(self.parent) - 1

    def root(self, point: int) -> int:
        while self.parent[point] != point:
            self.parent[point] = self.parent[self.parent[point]]
            point = self.parent[point]
        return point

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        self.parent[high] = low

    def nodes(self) -> list[Node]:
        members: dict[int, list[tuple[float, float]]] = defaultdict(list)
        for point, xy in enumerate(self.xy):
            members[self.root(point)].append(xy)
        centre = {
            root: (
                round(sum(x for x, _ in xys) / len(xys), 2),
                round(sum(y for _, y in xys) / len(xys), 2),
            )
            for root, xys in members.items()
        }
        return [centre[self.root(point)] for point in range(len(self.xy))]


_Cuts = list[list[tuple[float, int]]]  # for each line: position along it (m), junction


class Gap(NamedTuple):
    """An end of a street that stopped short of another, and how far from it."""

    place: shapely.Point
    width_m: float


class Noded(NamedTuple):
    """Edges between nodes, and the gaps that were closed to get them."""

    edges: list[Edge]
    gaps: list[Gap]


def node_lines(lines: Sequence[Line], generalise_m: float = 0.0) -> Noded:
    """Cut the lines into edges between nodes.

    Parameters
    ----------
    generalise_m
        How far an edge may be moved between its nodes to save vertices, in metres.
    """
    geometries = np.array([line.geometry for line in lines], dtype=object)
    tree = shapely.STRtree(geometries)
    junctions = _Junctions()
    cuts: _Cuts = [[] for _ in lines]
    for number, line in enumerate(lines):
        first, *_, last = line.geometry.coords
        cuts[number].append((0.0, junctions.add(*first)))
        cuts[number].append((line.geometry.length, junctions.add(*last)))
    _cut_crossings(lines, tree, junctions, cuts)
    gaps = _join_ends(lines, tree, junctions, cuts)
    _join_near(lines, junctions, cuts)
    nodes = junctions.nodes()
    edges: list[Edge] = []
    for line, line_cuts in zip(lines, cuts, strict=True):
        places = [(position, nodes[junction]) for position, junction in line_cuts]
        edges += _edges(line, places, generalise_m)
    return Noded(_without_twins(edges), gaps)


def _cut_crossings(
    lines: Sequence[Line], tree: shapely.STRtree, junctions: _Junctions, cuts: _Cuts
) -> None:
    ones, others = tree.query(tree.geometries, predicate="intersects")
    for one, other in zip(ones.tolist(), others.tolist(), strict=True):
        both_join = (
            lines[one].attributes.joins_where_it_crosses
            and lines[other].attributes.joins_where_it_crosses
        )
        if one >= other or not both_join:
            continue
        a, b = lines[one].geometry, lines[other].geometry
        for part in shapely.get_parts(shapely.intersection(a, b)):
            points = [part] if part.geom_type == "Point" else part.boundary.geoms
            for point in points:
                junction = junctions.add(point.x, point.y)
                cuts[one].append((a.project(point), junction))
                cuts[other].append((b.project(point), junction))


def _join_ends(
    lines: Sequence[Line], tree: shapely.STRtree, junctions: _Junctions, cuts: _Cuts
) -> list[Gap]:
    gaps = []
    for number in range(len(lines)):
        for _, junction in cuts[number][:2]:  # a line's first two cuts are its ends
            end = shapely.Point(junctions.xy[junction])
            near = sorted(
                (float(lines[other].geometry.distance(end)), other)
                for other in tree.query(end, predicate="dwithin", distance=END_REACH_M).tolist()
                if other != number and _may_join(lines[other], end)
            )
            for rank, (distance_m, other) in enumerate(near):
                if rank > 0 and distance_m > _TOUCHING_M:
                    break
                along = lines[other].geometry.project(end)
                spot = lines[other].geometry.interpolate(along)
                met = junctions.add(spot.x, spot.y)
                cuts[other].append((along, met))
                junctions.join(junction, met)
            if near and near[0][0] > _TOUCHING_M:
                gaps.append(Gap(end, near[0][0]))
    return gaps


def _may_join(other: Line, end: shapely.Point) -> bool:
    if other.attributes.joins_where_it_crosses:
        return True
    # A bridge, a tunnel or a motorway is met at its ends alone.
    first, *_, last = other.geometry.coords
    return bool(
        min(end.distance(shapely.Point(first)), end.distance(shapely.Point(last))) < END_REACH_M
    )


def _join_near(lines: Sequence[Line], junctions: _Junctions, cuts: _Cuts) -> None:
    """Make one of junctions that lie close; those of motorways only among themselves."""
    for motorway in (False, True):
        members = sorted(
            {
                junction
                for line, line_cuts in zip(lines, cuts, strict=True)
                if (line.attributes.street_class == "motorway") == motorway
                for _, junction in line_cuts
            }
        )
        if not members:
            continue
        points = shapely.points([junctions.xy[junction] for junction in members])
        pairs = shapely.STRtree(points).query(points, predicate="dwithin", distance=NODE_REACH_M)
        for one, other in pairs.T.tolist():
            if one < other:
                junctions.join(members[one], members[other])


def _edges(line: Line, cuts: list[tuple[float, Node]], generalise_m: float) -> list[Edge]:
    ordered = sorted(cuts)
    edges = []
    for (begin, start), (finish, end) in itertools.pairwise(ordered):
        if start == end and finish - begin < _SMALLEST_LOOP_M:
            continue
        piece = substring(line.geometry, begin, finish)
        if piece.geom_type != "LineString":
            continue
        edges.append(Edge(_between(piece, start, end, generalise_m), line.attributes, start, end))
    return edges


def _between(piece: LineString, start: Node, end: Node, generalise_m: float) -> LineString:
    """Generalise a piece and put its ends on its nodes."""
    moved = shapely.LineString([start, *piece.coords[1:-1], end])
    line = moved.simplify(generalise_m) if generalise_m > 0 else moved
    return shapely.LineString([(round(x, 2), round(y, 2)) for x, y in line.coords])


def _without_twins(edges: list[Edge]) -> list[Edge]:
    kept: dict[tuple[Node, Node], list[Edge]] = defaultdict(list)
    result = []
    for edge in edges:
        ends = (min(edge.start, edge.end), max(edge.start, edge.end))
        twins = (
            shapely.hausdorff_distance(edge.geometry, other.geometry, densify=0.2) < _TWINS_M
            for other in kept[ends]
        )
        if edge.length_m > 0 and not any(twins):
            kept[ends].append(edge)
            result.append(edge)
    return result
