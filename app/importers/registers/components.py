"""Keep one connected whole: tie what nearly joins, leave out what does not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from app.importers.registers.lines import Edge, Line, Node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from app.importers.registers.lines import Attributes

GAP_M = 25.0
"""The widest gap that is taken for a fault of the drawing."""
_WORTH_M = 250.0  # pieces this long are worth a wider gap
_WORTH_FACTOR = 2.4


@dataclass(frozen=True, slots=True)
class Island:
    """A piece of the walking network that hangs on nothing."""

    edges: tuple[Edge, ...]

    @property
    def length_m(self) -> float:
        """Length of its streets."""
        return sum(edge.length_m for edge in self.edges)

    @property
    def place(self) -> shapely.Point:
        """A point on its longest street."""
        longest = max(self.edges, key=lambda edge: (edge.length_m, edge.start))
        return longest.geometry.interpolate(0.5, normalized=True)


def components(edges: Sequence[Edge]) -> list[Island]:
    """Give the connected pieces of the walking network, the longest first."""
    parent: dict[Node, Node] = {}

    def root(node: Node) -> Node:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    walked = [edge for edge in edges if edge.attributes.walk]
    for edge in walked:
        one, other = sorted((root(edge.start), root(edge.end)))
        parent[other] = one
    members: dict[Node, list[Edge]] = defaultdict(list)
    for edge in walked:
        members[root(edge.start)].append(edge)
    islands = [Island(tuple(group)) for group in members.values()]
    return sorted(islands, key=lambda island: (-island.length_m, island.edges[0].start))


def reach_of(island: Island, gap_m: float) -> float:
    """Give how wide a gap may be that ties an island to the rest, in metres."""
    return gap_m * (_WORTH_FACTOR if island.length_m > _WORTH_M else 1.0)


def ties(
    edges: Sequence[Edge], barriers: BaseGeometry, link: Attributes, gap_m: float = GAP_M
) -> list[Line]:
    """Give the short links that tie islands to the rest where no barrier lies between."""
    groups = components(edges)
    open_edges = [
        (number, edge.geometry)
        for number, island in enumerate(groups)
        for edge in island.edges
        if edge.attributes.grade == "at_grade"
    ]
    tree = shapely.STRtree([geometry for _, geometry in open_edges])
    links = []
    for number, island in enumerate(groups[1:], start=1):
        reach_m = reach_of(island, gap_m)
        whole = shapely.union_all(
            [edge.geometry for edge in island.edges if edge.attributes.grade == "at_grade"]
        )
        if whole.is_empty:
            continue
        near = sorted(
            (float(whole.distance(open_edges[hit][1])), hit)
            for hit in tree.query(whole, predicate="dwithin", distance=reach_m).tolist()
            if open_edges[hit][0] != number
        )
        for _, hit in near:
            gap = shapely.shortest_line(whole, open_edges[hit][1])
            if gap.length > 0 and not barriers.intersects(gap):
                links.append(Line(gap, link))
                break
    return links


def without_islands(edges: Sequence[Edge]) -> tuple[list[Edge], list[Island]]:
    """Leave out what hangs on nothing, and say what it was."""
    groups = components(edges)
    kept = set(groups[0].edges)
    return [edge for edge in edges if not edge.attributes.walk or edge in kept], groups[1:]
