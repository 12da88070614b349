"""The way itself, where a search gave only its time."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spatial.network.search import times_from
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.network.model import Connectors
    from spatial.network.search import Arcs, SearchGraph
    from spatial.units import Int32Array


@dataclass(frozen=True, slots=True)
class Route:
    """A shortest way between two points.

    Parameters
    ----------
    nodes : tuple of int
        From the first node to the last; base nodes, then overlay nodes.
    time_ms : int
        Connectors at both ends included.
    """

    nodes: tuple[int, ...]
    time_ms: int


def find_route(
    graph: SearchGraph, sources: Connectors, source: int, targets: Connectors, target: int
) -> Route | None:
    """Find a shortest way from one point to another; None where there is none.

    Of ways equally short the same one is given each time.
    """
    starts = slice(int(sources.indptr[source]), int(sources.indptr[source + 1]))
    ends = slice(int(targets.indptr[target]), int(targets.indptr[target + 1]))
    seed_nodes, seed_times = sources.nodes[starts], sources.times_ms[starts]
    times = times_from(graph.outgoing, graph.node_count, seed_nodes, seed_times)
    arrivals = sorted(
        (int(times[node]) + int(away), int(node))
        for node, away in zip(targets.nodes[ends], targets.times_ms[ends], strict=True)
        if times[node] < UNREACHABLE_MS
    )
    if not arrivals:
        return None
    time_ms, node = arrivals[0]
    seeds = {(int(start), int(away)) for start, away in zip(seed_nodes, seed_times, strict=True)}
    nodes = _back(graph.incoming, times, seeds, node)
    return Route(tuple(nodes), time_ms)


def _back(incoming: Arcs, times: Int32Array, seeds: set[tuple[int, int]], last: int) -> list[int]:
    """Walk from the last node to a seed over arcs that account for every millisecond.

    Arcs of no time can lead astray in a circle, so every node is tried once, in order.
    """
    onward: dict[int, int | None] = {last: None}
    waiting = deque([last])
    while (waiting[0], int(times[waiting[0]])) not in seeds:
        here = waiting.popleft()
        for tail, time in sorted(_into(incoming, here)):
            reached = int(times[tail])
            if tail not in onward and reached + time == int(times[here]):
                onward[tail] = here
                waiting.append(tail)
    nodes: list[int] = []
    step: int | None = waiting[0]
    while step is not None:
        nodes.append(step)
        step = onward[step]
    return nodes


def _into(incoming: Arcs, node: int) -> Iterator[tuple[int, int]]:
    """Give the open arcs that lead to a node, as the nodes they come from and their times."""
    if node < len(incoming.indptr) - 1:
        for arc in range(int(incoming.indptr[node]), int(incoming.indptr[node + 1])):
            if len(incoming.closed) == 0 or not incoming.closed[incoming.pieces[arc]]:
                yield int(incoming.heads[arc]), int(incoming.times_ms[arc])
    if len(incoming.extra_row) and incoming.extra_row[node] >= 0:
        row = int(incoming.extra_row[node])
        for arc in range(int(incoming.extra_indptr[row]), int(incoming.extra_indptr[row + 1])):
            yield int(incoming.extra_heads[arc]), int(incoming.extra_times_ms[arc])
