"""An independent search: NetworkX over the exported model, and nothing of the engine's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

if TYPE_CHECKING:
    from spatial.model_bundle import BundleConnector, ModelBundle


def graph_of(bundle: ModelBundle, mode: str) -> nx.DiGraph:
    """Build a graph of nodes, origins ("o", id), homes reached ("h", id), facilities ("f", id)."""
    graph = nx.DiGraph()

    def add(tail: object, head: object, time: int | None) -> None:
        if time is not None:
            known = graph.get_edge_data(tail, head)
            graph.add_edge(tail, head, ms=time if known is None else min(time, known["ms"]))

    for edge in bundle.edges:
        there, back = (
            (edge.walk_ms, edge.walk_ms_back)
            if mode == "walk"
            else (edge.bike_ms, edge.bike_ms_back)
        )
        add(edge.u, edge.v, there)
        add(edge.v, edge.u, back)
    for origin in bundle.origins:
        graph.add_node(("o", origin.id))
        for connector in origin.connectors:
            out, back = _times(connector, mode)
            add(("o", origin.id), connector.node, out)
            add(connector.node, ("h", origin.id), back)
    for facility in bundle.facilities:
        for connector in facility.connectors:
            add(connector.node, ("f", facility.id), _times(connector, mode)[0])
    return graph


def _times(connector: BundleConnector, mode: str) -> tuple[int | None, int | None]:
    if mode == "walk":
        return connector.walk_ms, connector.walk_ms_back
    return connector.bike_ms, connector.bike_ms_back


def times_from_home(graph: nx.DiGraph, home: str) -> dict[object, int]:
    """Give the milliseconds from a home to everything it reaches."""
    times = nx.single_source_dijkstra_path_length(graph, ("o", home), weight="ms")
    return {**times, ("h", home): 0}


NEVER_MS = 2_147_483_647
_HOPS = 1 << 20


def times_by_scipy(
    bundle: ModelBundle, mode: str, homes: list[str], targets: list[tuple[str, str]]
) -> np.ndarray:
    """Give the milliseconds from homes to homes and facilities, by SciPy's own search.

    In a sparse matrix no time is no way: each way is counted in shares of a millisecond, and one
    share more. A shortest way has far fewer than 2**20 parts, so whole milliseconds come out again.
    """
    graph = graph_of(bundle, mode)
    number = {name: row for row, name in enumerate(graph.nodes)}
    ends = np.array([(number[tail], number[head]) for tail, head in graph.edges]).reshape(-1, 2)
    shares = [float(ms * _HOPS + 1) for _, _, ms in graph.edges(data="ms")]
    size = max(len(number), 1)
    matrix = csr_array((shares, (ends[:, 0], ends[:, 1])), shape=(size, size))
    found = np.full((len(homes), len(targets)), NEVER_MS, np.int64)
    for row, home in enumerate(homes):
        away = dijkstra(matrix, indices=number["o", home])
        for column, target in enumerate(targets):
            if target == ("h", home):
                found[row, column] = 0
            elif target in number and np.isfinite(away[number[target]]):
                found[row, column] = int(away[number[target]]) // _HOPS
    return found
