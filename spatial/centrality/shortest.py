"""Bounded searches from many nodes: what is near, and which ways shortest trips take.

The searches are Dijkstra's (1959); trips are shared among equally short ways as Brandes (2001)
does. Sources are taken in parts of a fixed size and sums are made in a fixed order, so that the
answer does not depend on how many threads there are.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

import numba
import numpy as np

from spatial.centrality.arcs import neighbours_together
from spatial.network.search import push, sink
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spatial.centrality.arcs import PlainArcs
    from spatial.units import BoolArray, Float64Array, Int64Array

SOURCES_A_PART: Final = 128
"""Never the number of cores: sums would be made in another order on another machine."""
_NEVER = int(UNREACHABLE_MS)
_NODE_BITS = 32
_NODE_MASK = (1 << _NODE_BITS) - 1

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Closeness:
    """What lies within the limit of each source, itself left out.

    Parameters
    ----------
    density, farness_ms, harmonic_per_ms, decayed : float64 arrays, shape (sources,)
        Sums over nodes reached: of weight, weight times cost, weight over cost, and weight times
        ``exp(-decay_per_ms * cost)``.
    """

    density: Float64Array
    farness_ms: Float64Array
    harmonic_per_ms: Float64Array
    decayed: Float64Array


@dataclass(frozen=True, slots=True)
class Flow:
    """Trips that pass; a trip both begins and ends within the limit.

    Parameters
    ----------
    nodes : float64 array, shape (nodes,)
        Trips that pass a node and neither begin nor end there.
    edges : float64 array, shape (edges,)
    """

    nodes: Float64Array
    edges: Float64Array


@numba.njit(cache=True, nogil=True)
def _desk(arcs):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Give room to search in: times, numbers of paths, order settled, heap, trips beyond."""
    count = len(arcs.indptr) - 1
    return (
        np.full(count, _NEVER, np.int32),
        np.zeros(count, np.float64),
        np.empty(count, np.int32),
        np.empty(len(arcs.heads) + 1, np.int64),
        np.zeros(count, np.float64),
    )


@numba.njit(cache=True, nogil=True)
def _settle_within(arcs, source, limit, desk):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Find times, and in how many ways, to every node within the limit; give how many they are."""
    times, paths, order, heap, _ = desk
    times[source] = 0
    paths[source] = 1.0
    heap[0] = source
    size, settled = 1, 0
    while size > 0:
        top = heap[0]
        sink(heap, size)
        size -= 1
        node = top & _NODE_MASK
        now = top >> _NODE_BITS
        if now > times[node]:
            continue
        order[settled] = node
        settled += 1
        for arc in range(arcs.indptr[node], arcs.indptr[node + 1]):
            then = now + arcs.costs[arc]
            head = arcs.heads[arc]
            if then > limit or then > times[head]:
                continue
            if then < times[head]:
                times[head] = then
                paths[head] = paths[node]
                push(heap, size, (then << _NODE_BITS) | np.int64(head))
                size += 1
            else:
                paths[head] += paths[node]
    return settled


@numba.njit(cache=True, nogil=True)
def _forget(settled, desk):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    for k in range(settled):
        desk[0][desk[2][k]] = _NEVER


@numba.njit(cache=True, nogil=True)
def _sum_reached(settled, weights, least, decay, desk, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    times, order = desk[0], desk[2]
    for k in range(1, settled):
        weight = weights[order[k]]
        if weight == 0.0:
            continue
        cost = max(np.int64(times[order[k]]), least)
        out[0] += weight
        out[1] += weight * cost
        out[2] += weight / cost
        if decay > 0.0:
            out[3] += weight * np.exp(-decay * cost)


@numba.njit(cache=True, nogil=True)
def _share_back(arcs, settled, trips, targets, desk, nodes, edges):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Lead trips back from their ends, shared among the ways equally short."""
    times, paths, order, _, beyond = desk
    for k in range(settled - 1, -1, -1):
        node = order[k]
        passing = 0.0
        for arc in range(arcs.indptr[node], arcs.indptr[node + 1]):
            head = arcs.heads[arc]
            if np.int64(times[head]) == np.int64(times[node]) + arcs.costs[arc]:
                share = paths[node] / paths[head] * (targets[head] + beyond[head])
                edges[arcs.edges[arc]] += trips * share
                passing += share
        beyond[node] = passing
        if k > 0:
            nodes[node] += trips * passing


@numba.njit(cache=True, nogil=True)
def _closeness(arcs, sources, weights, limit, least, decay):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    sums = np.zeros((len(sources), 4))
    desk = _desk(arcs)
    for k in range(len(sources)):
        settled = _settle_within(arcs, sources[k], limit, desk)
        _sum_reached(settled, weights, least, decay, desk, sums[k])
        _forget(settled, desk)
    return sums


@numba.njit(cache=True, nogil=True)
def _flow(arcs, sources, trips, targets, limit, edge_count):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    nodes, edges = np.zeros(len(arcs.indptr) - 1), np.zeros(edge_count)
    desk = _desk(arcs)
    for k in range(len(sources)):
        settled = _settle_within(arcs, sources[k], limit, desk)
        _share_back(arcs, settled, trips[k], targets, desk, nodes, edges)
        _forget(settled, desk)
    return nodes, edges


@numba.njit(cache=True, nogil=True)
def _both(arcs, sources, limit, decay, edge_count):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    nodes, edges = np.zeros(len(arcs.indptr) - 1), np.zeros(edge_count)
    sums = np.zeros((len(sources), 4))
    desk = _desk(arcs)
    one = np.ones(len(nodes))
    for k in range(len(sources)):
        settled = _settle_within(arcs, sources[k], limit, desk)
        _sum_reached(settled, one, np.int64(1), decay, desk, sums[k])
        _share_back(arcs, settled, 1.0, one, desk, nodes, edges)
        _forget(settled, desk)
    return sums, nodes, edges


@numba.njit(cache=True, nogil=True)
def _passing(arcs, sources, targets, limit, inside):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    sums = np.zeros((len(sources), 2))
    desk = _desk(arcs)
    times, paths, order, _, clear = desk
    for k in range(len(sources)):
        settled = _settle_within(arcs, sources[k], limit, desk)
        for place in range(settled):
            clear[order[place]] = 0.0
        clear[sources[k]] = 1.0
        for place in range(settled):
            node = order[place]
            if place > 0 and targets[node] > 0.0:
                sums[k, 0] += targets[node]
                sums[k, 1] += targets[node] * (1.0 - clear[node] / paths[node])
            for arc in range(arcs.indptr[node], arcs.indptr[node + 1]):
                head = arcs.heads[arc]
                along = np.int64(times[head]) == np.int64(times[node]) + arcs.costs[arc]
                if along and not inside[arcs.edges[arc]]:
                    clear[head] += clear[node]
        _forget(settled, desk)
    return sums


def closeness(  # noqa: PLR0913 - what is summed is named by these
    arcs: PlainArcs,
    limit_ms: int,
    *,
    sources: Int64Array | None = None,
    weights: Float64Array | None = None,
    least_ms: int = 1,
    decay_per_ms: float = 0.0,
) -> Closeness:
    """Sum up what lies within a limit of each source (Freeman 1979, Marchiori & Latora 2000).

    Parameters
    ----------
    limit_ms : int
        Nodes exactly so far away count.
    sources : int64 array, optional
        Every node where left out.
    weights : float64 array, shape (nodes,), optional
        What each node counts; one where left out.
    least_ms : int
        Whatever is nearer counts as being so far away.
    """
    count = len(arcs.indptr) - 1
    starts = np.arange(count) if sources is None else sources
    weight = np.ones(count) if weights is None else weights

    def work(part: slice) -> Float64Array:
        found: Float64Array = _closeness(
            arcs, starts[part], weight, limit_ms, least_ms, decay_per_ms
        )
        return found

    return Closeness(*_stacked(in_parts(work, len(starts)), 4))


def flow(  # noqa: PLR0913 - trips are named by these
    arcs: PlainArcs,
    limit_ms: int,
    *,
    edge_count: int,
    sources: Int64Array | None = None,
    trips: Float64Array | None = None,
    targets: Float64Array | None = None,
) -> Flow:
    """Count the trips along each edge and past each node (Freeman 1977, Brandes 2001).

    Parameters
    ----------
    edge_count : int
        More than the largest number among the arcs' edges.
    sources : int64 array, optional
        Every node where left out.
    trips : float64 array, shape (sources,), optional
    targets : float64 array, shape (nodes,), optional
        From a source to a node within the limit goes the product of both; one where left out.
    """
    count = len(arcs.indptr) - 1
    starts = np.arange(count) if sources is None else sources
    leaving = np.ones(len(starts)) if trips is None else trips
    arriving = np.ones(count) if targets is None else targets
    nodes, edges = np.zeros(count), np.zeros(edge_count)

    def work(part: slice) -> tuple[Float64Array, Float64Array]:
        found: tuple[Float64Array, Float64Array] = _flow(
            arcs, starts[part], leaving[part], arriving, limit_ms, edge_count
        )
        return found

    for some_nodes, some_edges in in_parts(work, len(starts)):
        nodes += some_nodes
        edges += some_edges
    return Flow(nodes, edges)


def centrality(
    arcs: PlainArcs, limit_ms: int, *, edge_count: int, decay_per_ms: float = 0.0
) -> tuple[Closeness, Flow]:
    """Give closeness and flow of every node, unweighted, out of one search from each."""
    arcs, number = neighbours_together(arcs)
    count = len(number)
    nodes, edges = np.zeros(count), np.zeros(edge_count)
    sums = []

    def work(part: slice) -> tuple[Float64Array, Float64Array, Float64Array]:
        found: tuple[Float64Array, Float64Array, Float64Array] = _both(
            arcs, np.arange(part.start, part.stop), limit_ms, decay_per_ms, edge_count
        )
        return found

    for some_sums, some_nodes, some_edges in in_parts(work, count):
        sums.append(some_sums)
        nodes += some_nodes
        edges += some_edges
    return Closeness(*_stacked(iter(sums), 4)[:, number]), Flow(nodes[number], edges)


def passing(
    arcs: PlainArcs, limit_ms: int, *, sources: Int64Array, targets: Float64Array, inside: BoolArray
) -> tuple[Float64Array, Float64Array]:
    """Count each source's trips, and those that run along some edge that is `inside`.

    Parameters
    ----------
    targets : float64 array, shape (nodes,)
    inside : bool array, shape (edges,)

    Returns
    -------
    float64 arrays, shape (sources,)
        A trip with several ways equally short passes by the share of them that do.
    """

    def work(part: slice) -> Float64Array:
        found: Float64Array = _passing(arcs, sources[part], targets, limit_ms, inside)
        return found

    trips, through = _stacked(in_parts(work, len(sources)), 2)
    return trips, through


def _stacked(parts: Iterator[Float64Array], columns: int) -> Float64Array:
    stacked: Float64Array = np.concatenate([np.zeros((0, columns)), *parts]).T.copy()
    return stacked


def in_parts(work: Callable[[slice], T], count: int) -> Iterator[T]:
    """Work on parts of fixed size on every core, and give their results in order."""
    parts = [
        slice(start, min(start + SOURCES_A_PART, count))
        for start in range(0, count, SOURCES_A_PART)
    ]
    if len(parts) <= 1:
        yield from map(work, parts)
        return
    with ThreadPoolExecutor(min(os.cpu_count() or 1, len(parts))) as pool:
        yield from pool.map(work, parts)
