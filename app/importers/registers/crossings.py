"""Mark where a street passes over a barrier: that stretch is a bridge (or a drawn tunnel)."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import shapely
from shapely.ops import substring

from app.importers.registers.lines import Edge, Node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

_APPROACH_M = 25.0  # how far a bridge reaches on either side of what it crosses
_SMALLEST_M = 1.0


def mark_bridges(edges: Sequence[Edge], barriers: Sequence[BaseGeometry]) -> list[Edge]:
    """Cut each street that crosses a barrier into approach, bridge and approach."""
    tree = shapely.STRtree(list(barriers))
    marked: list[Edge] = []
    for edge in edges:
        stays = edge.attributes.grade != "at_grade" or edge.attributes.street_class == "motorway"
        positions = [] if stays else _positions(edge.geometry, tree)
        marked += [edge] if not positions else _bridged(edge, positions)
    return marked


def _positions(line: LineString, tree: shapely.STRtree) -> list[float]:
    positions: list[float] = []
    for number in sorted(tree.query(line, predicate="intersects").tolist()):
        barrier = tree.geometries[number]
        for part in shapely.get_parts(shapely.intersection(line, barrier)):
            points = (
                [part]
                if part.geom_type == "Point"
                else [
                    shapely.Point(part.coords[0]),
                    shapely.Point(part.coords[-1]),
                ]
            )
            positions += [line.project(point) for point in points]
    return sorted(positions)


def _bridged(edge: Edge, positions: list[float]) -> list[Edge]:
    length_m = edge.length_m
    spans: list[list[float]] = []
    for position in positions:
        begin, finish = max(0.0, position - _APPROACH_M), min(length_m, position + _APPROACH_M)
        if spans and begin <= spans[-1][1] + _APPROACH_M:
            spans[-1][1] = max(spans[-1][1], finish)
        else:
            spans.append([begin, finish])
    stops = [0.0]
    for begin, finish in spans:
        stops += [begin if begin - stops[-1] > _SMALLEST_M else stops[-1]]
        stops += [finish if length_m - finish > _SMALLEST_M else length_m]
    if stops[-1] < length_m:
        stops.append(length_m)
    pieces = []
    node = edge.start
    for begin, finish in itertools.pairwise(stops):
        if finish <= begin:
            continue
        is_last = finish == length_m
        piece = substring(edge.geometry, begin, finish)
        x, y = piece.coords[-1]
        end: Node = edge.end if is_last else (round(x, 2), round(y, 2))
        line = shapely.LineString([node, *piece.coords[1:-1], end])
        part = Edge(line, edge.attributes, node, end)
        over = any(
            begin < position < finish or position in {begin, finish} for position in positions
        )
        pieces.append(part.with_grade("bridge") if over else part)
        node = end
    return pieces
