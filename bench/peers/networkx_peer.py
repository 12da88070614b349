"""NetworkX (BSD, pure Python): what one would write in an afternoon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

if TYPE_CHECKING:
    from bench.networks import StreetNetwork
    from spatial.units import Float64Array, Int64Array


def build(network: StreetNetwork, times_ms: Int64Array) -> Any:  # noqa: ANN401 - a graph
    """Give NetworkX the network."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(network.node_count))
    rows = zip(network.tails.tolist(), network.heads.tolist(), times_ms.tolist(), strict=True)
    graph.add_weighted_edges_from(rows, weight="ms")
    return graph


def times_from(graph: Any, node: int, limit_ms: int) -> Float64Array:  # noqa: ANN401 - a graph
    """Give the time to every node within the limit, infinite beyond it."""
    found = nx.single_source_dijkstra_path_length(graph, node, cutoff=limit_ms, weight="ms")
    times = np.full(graph.number_of_nodes(), np.inf)
    times[list(found)] = list(found.values())
    return times
