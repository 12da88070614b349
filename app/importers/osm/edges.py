"""Ways cut where they meet and joined where they merely go on: the edges of a network.

Lengths and joins stay as they are drawn. Two ways meet where they share a node, and nowhere else:
a bridge passes over what it crosses.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from app.importers.stable_ids import made_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from app.importers.osm.street_tags import StreetTags
    from app.importers.osm.ways import RawStreets

GATE_M = 1.0
"""How much of each street at a gate is closed to those whom the gate stops."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A stretch of street between two junctions, its vertices as rows of the nodes' positions."""

    vertices: tuple[int, ...]  # ids of nodes, first to last
    xy: NDArray[np.float64]  # EPSG:25832, one row a vertex
    tags: StreetTags
    way: int  # the lowest id of the ways it is made of

    @property
    def ends(self) -> tuple[int, int]:
        """Give the nodes it joins."""
        return self.vertices[0], self.vertices[-1]

    def reversed(self) -> Edge:
        """Give the same stretch drawn the other way round."""
        return Edge(self.vertices[::-1], self.xy[::-1], self.tags.reversed(), self.way)


def edges_of(raw: RawStreets) -> list[Edge]:
    """Give the network of what was read, in an order that depends on the data alone."""
    pieces = list(_split(raw))
    chains = _Chains(pieces, frozenset(raw.gates))
    opened = [part for edge in chains.merged() for part in _without_loop(edge)]
    gated = [part for edge in opened for part in _gated(edge, raw.gates)]
    return sorted(gated, key=lambda edge: (edge.way, edge.vertices))


def _split(raw: RawStreets) -> Iterator[Edge]:
    """Cut every way at its junctions and gates."""
    _, first, count = np.unique(raw.nodes, return_inverse=True, return_counts=True)
    is_junction = count[first] > 1
    is_junction |= np.isin(raw.nodes, np.fromiter(raw.gates, np.int64, len(raw.gates)))
    is_junction[raw.starts[:-1]] = True
    is_junction[raw.starts[1:] - 1] = True
    for row, (start, end) in enumerate(zip(raw.starts[:-1], raw.starts[1:], strict=True)):
        cuts = np.flatnonzero(is_junction[start:end]) + start
        for one, two in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True):
            yield Edge(
                tuple(raw.nodes[one : two + 1].tolist()),
                raw.xy[one : two + 1],
                raw.tags[row],
                raw.way_ids[row],
            )


class _Chains:
    """Stretches followed through nodes where nothing else meets them and nothing changes."""

    def __init__(self, pieces: Sequence[Edge], gates: frozenset[int]) -> None:
        self._pieces = pieces
        self._gates = gates
        self._taken = [False] * len(pieces)
        self._at: dict[int, list[int]] = defaultdict(list)
        for row, piece in enumerate(pieces):
            for node in piece.ends:
                self._at[node].append(row)

    def merged(self) -> list[Edge]:
        """Give every chain as one stretch."""
        nodes = sorted(self._at)
        found = []
        for node in nodes:
            if not self._goes_on(node):
                found += [self._follow(row, node) for row in self._at[node] if self._is_left(row)]
        # What is left are rings that nothing else meets: they begin at their lowest node.
        for node in nodes:
            found += [self._follow(row, node) for row in self._at[node][:1] if self._is_left(row)]
        return found

    def _is_left(self, row: int) -> bool:
        return not self._taken[row]

    def _goes_on(self, node: int) -> bool:
        rows = self._at[node]
        if len(rows) != 2 or rows[0] == rows[1] or node in self._gates:  # noqa: PLR2004 - two meet
            return False
        one, two = (self._pieces[row] for row in rows)
        # Both drawn towards the node, or both away from it: one of them is turned round.
        turned = (one.ends[1] == node) == (two.ends[1] == node)
        return one.tags == (two.tags.reversed() if turned else two.tags)

    def _follow(self, row: int, node: int) -> Edge:
        chain = []
        while self._is_left(row):
            self._taken[row] = True
            piece = self._pieces[row]
            chain.append(piece if piece.ends[0] == node else piece.reversed())
            node = chain[-1].ends[1]
            if not self._goes_on(node):
                break
            one, two = self._at[node]
            row = two if one == row else one
        return _joined(chain)


def _joined(chain: Sequence[Edge]) -> Edge:
    if len(chain) == 1:
        return chain[0]
    vertices = [chain[0].vertices[0]]
    xy = [chain[0].xy[:1]]
    for piece in chain:
        vertices += piece.vertices[1:]
        xy.append(piece.xy[1:])
    return Edge(
        tuple(vertices), np.concatenate(xy), chain[0].tags, min(piece.way for piece in chain)
    )


def _without_loop(edge: Edge) -> Iterator[Edge]:
    """Cut a stretch that ends where it begins: an edge joins two places."""
    if edge.ends[0] != edge.ends[1]:
        yield edge
        return
    middle = len(edge.vertices) // 2
    if middle == 0 or len(edge.vertices) < 4:  # noqa: PLR2004 - there and back on the same line
        return
    yield replace(edge, vertices=edge.vertices[: middle + 1], xy=edge.xy[: middle + 1])
    yield replace(edge, vertices=edge.vertices[middle:], xy=edge.xy[middle:])


def _gated(edge: Edge, gates: Mapping[int, tuple[bool, bool]]) -> Iterator[Edge]:
    """Close the last metre before a gate to those whom it stops."""
    rest = edge
    tail: Edge | None = None
    if rest.ends[0] in gates:
        stub, rest = _cut(rest, GATE_M)
        yield from _behind(stub, gates[edge.ends[0]])
    if rest.ends[1] in gates:
        stub, turned = _cut(rest.reversed(), GATE_M)
        tail, rest = stub.reversed(), turned.reversed()
        yield from _behind(tail, gates[edge.ends[1]])
    yield rest


def _behind(stub: Edge, passes: tuple[bool, bool]) -> Iterator[Edge]:
    walk, bike = passes
    tags = stub.tags._replace(walk=stub.tags.walk and walk, bike=stub.tags.bike if bike else "none")
    if tags.walk or tags.bike != "none":
        yield replace(stub, tags=tags)


def _cut(edge: Edge, length_m: float) -> tuple[Edge, Edge]:
    """Cut a stretch at a distance from its first end; a short one at a third of its length."""
    along = np.hypot(*np.diff(edge.xy, axis=0).T)
    reached = np.concatenate([[0.0], np.cumsum(along)])
    at_m = min(length_m, reached[-1] / 3)
    after = int(np.searchsorted(reached, at_m, side="right"))
    before_m, after_m = reached[after - 1], reached[after]
    part = (at_m - before_m) / (after_m - before_m)
    point = edge.xy[after - 1] + part * (edge.xy[after] - edge.xy[after - 1])
    node = made_id("gate", edge.way, *edge.ends, edge.vertices[min(1, len(edge.vertices) - 1)])
    one = replace(
        edge,
        vertices=(*edge.vertices[:after], node),
        xy=np.vstack([edge.xy[:after], point]),
    )
    two = replace(
        edge, vertices=(node, *edge.vertices[after:]), xy=np.vstack([point, edge.xy[after:]])
    )
    return one, two
