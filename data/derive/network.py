"""From roads, routes and drawn paths to one connected network of a place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shapely

from data.derive.components import Island, components, ties, without_islands
from data.derive.crossings import mark_bridges
from data.derive.merging import merge_bends
from data.derive.noding import node_lines
from data.derive.routes import route_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from data.derive.lines import Edge, Line
    from data.derive.reference import Record

_ROUNDS = 4  # a tie can bring the next island within reach; more rounds found nothing
_GENERALISE_M = 1.7


@dataclass(frozen=True, slots=True)
class Network:
    """The streets of a place and how they came together."""

    edges: tuple[Edge, ...]
    ties: tuple[Line, ...]
    islands: tuple[Island, ...]

    @property
    def walked(self) -> list[BaseGeometry]:
        """The streets one can walk on."""
        return [edge.geometry for edge in self.edges if edge.attributes.walk]


def build_network(
    roads: Sequence[Line],
    drawn: Sequence[Line],
    routes: tuple[Sequence[Record], Sequence[Record]],
    barriers: Sequence[BaseGeometry],
) -> Network:
    """Conflate, node, tie and mark; what cannot be tied is left out and told.

    Parameters
    ----------
    routes
        Cycle routes and hiking routes.
    barriers
        Motorways, railways and water that no street joins across.
    """
    wall = shapely.union_all(list(barriers))
    shapely.prepare(wall)
    lines = [*drawn, *roads]
    lines += route_lines(routes[0], routes[1], lines, wall)
    made: list[Line] = []
    for _ in range(_ROUNDS):
        links = ties(node_lines([*lines, *made]), wall)
        if not links:
            break
        made += links
    edges = mark_bridges(node_lines([*lines, *made]), barriers)
    connected, islands = without_islands(edges)
    merged = [_generalised(edge) for edge in merge_bends(connected)]
    return Network(tuple(sorted(merged, key=_order)), tuple(made), tuple(islands))


def share_of_largest(network: Network) -> float:
    """Give the largest component's share of the walkable length, islands included."""
    lengths = [island.length_m for island in components(network.edges)]
    lost = sum(island.length_m for island in network.islands)
    return lengths[0] / (sum(lengths) + lost)


def _generalised(edge: Edge) -> Edge:

    line = edge.geometry.simplify(_GENERALISE_M)
    return replace(edge, geometry=line)


def _order(edge: Edge) -> tuple[object, ...]:
    return (edge.start, edge.end, tuple(edge.geometry.coords))
