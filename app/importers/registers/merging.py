"""Join edges end to end where a node is no junction."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import shapely

from app.importers.registers.lines import Edge, Node

if TYPE_CHECKING:
    from collections.abc import Sequence

_PASSING = 2  # edges at a node that is a bend, not a junction


def merge_bends(edges: Sequence[Edge]) -> list[Edge]:
    """Merge edges with equal attributes that meet where nothing else does."""
    at: dict[Node, set[int]] = defaultdict(set)
    current: dict[int, Edge] = dict(enumerate(edges))
    ends: dict[Node, int] = defaultdict(int)
    for number, edge in current.items():
        for node in (edge.start, edge.end):
            at[node].add(number)
            ends[node] += 1
    for node in sorted(at):
        if ends[node] != _PASSING or len(at[node]) != _PASSING:
            continue
        one, other = sorted(at[node])
        joined = _joined(current[one], current[other], node)
        if joined is None:
            continue
        current[one] = joined
        del current[other]
        at[node].clear()
        for far in (joined.start, joined.end):
            at[far].discard(other)
            at[far].add(one)
    return [current[number] for number in sorted(current)]


def _joined(one: Edge, other: Edge, node: Node) -> Edge | None:
    if one.attributes != other.attributes or one.attributes.bike in {"forward", "backward"}:
        return None
    before = list(one.geometry.coords) if one.end == node else list(one.geometry.coords)[::-1]
    after = (
        list(other.geometry.coords) if other.start == node else list(other.geometry.coords)[::-1]
    )
    start: Node = one.start if one.end == node else one.end
    end: Node = other.end if other.start == node else other.start
    if start == end:
        return None
    return Edge(shapely.LineString(before + after[1:]), one.attributes, start, end)
