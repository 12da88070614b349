"""From streets and routes as registers draw them to one network of a place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shapely

from app.importers.reading import unwatched
from app.importers.registers.components import (
    GAP_M,
    Island,
    components,
    ties,
    without_islands,
)
from app.importers.registers.conflation import route_lines
from app.importers.registers.crossings import mark_bridges
from app.importers.registers.merging import merge_bends
from app.importers.registers.noding import Gap, node_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from app.importers.reading import Progress
    from app.importers.registers.lines import Attributes, Edge, Line

ROUNDS = 4
"""A tie can bring the next island within reach; more rounds found nothing."""


@dataclass(frozen=True, slots=True)
class Network:
    """The streets of a place and how they came together.

    ``edges`` hang together on foot, but for those on which nobody walks; ``islands`` are what they
    leave out. ``ties`` are the links that were added over gaps, and ``gaps`` are where an end of a
    street was led on to the street beside it.
    """

    edges: tuple[Edge, ...]
    ties: tuple[Line, ...]
    islands: tuple[Island, ...]
    gaps: tuple[Gap, ...]

    @property
    def walked(self) -> list[BaseGeometry]:
        """The streets one can walk on."""
        return [edge.geometry for edge in self.edges if edge.attributes.walk]


def build_network(  # noqa: PLR0913 - what a network is made of
    streets: Sequence[Line],
    routes: Sequence[Sequence[Line]],
    barriers: Sequence[BaseGeometry],
    link: Attributes,
    *,
    gap_m: float = GAP_M,
    generalise_m: float = 0.0,
    progress: Progress = unwatched,
) -> Network:
    """Conflate, node, tie and mark bridges; what cannot be tied is told.

    Parameters
    ----------
    routes
        Groups of signed routes, which count only where no street lies already.
    barriers
        Motorways, railways and water that no street joins across.
    link
        What a link over a gap is.
    gap_m
        The widest gap that is closed, in metres; for a long piece 2.4 times that.
    generalise_m
        How far a street may be moved to save vertices, in metres.
    """
    wall = shapely.union_all(list(barriers))
    shapely.prepare(wall)
    lines = [*streets]
    lines += route_lines(routes, lines, wall)
    made: list[Line] = []
    progress("noding", 0, 1 + ROUNDS)
    noded = node_lines(lines, generalise_m)
    for at in range(ROUNDS):
        progress("noding", 1 + at, 1 + ROUNDS)
        links = ties(noded.edges, wall, link, gap_m)
        if not links:
            break
        made += links
        noded = node_lines([*lines, *made], generalise_m)
    edges = mark_bridges(noded.edges, barriers)
    connected, islands = without_islands(edges)
    merged = [_generalised(edge, generalise_m) for edge in merge_bends(connected)]
    return Network(
        tuple(sorted(merged, key=_order)), tuple(made), tuple(islands), tuple(noded.gaps)
    )


def share_of_largest(network: Network) -> float:
    """Give the largest component's share of the walkable length, islands included."""
    lengths = [island.length_m for island in components(network.edges)]
    lost = sum(island.length_m for island in network.islands)
    return lengths[0] / (sum(lengths) + lost)


def _generalised(edge: Edge, generalise_m: float) -> Edge:
    if generalise_m == 0:
        return edge
    return replace(edge, geometry=edge.geometry.simplify(generalise_m))


def _order(edge: Edge) -> tuple[object, ...]:
    return (edge.start, edge.end, tuple(edge.geometry.coords))
