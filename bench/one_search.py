"""One bounded search from one node, by everybody who can: what all else is made of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
import psycopg
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from app.cluster import temporary_cluster
from bench.agreement import agree
from bench.measurement import Result, over_cases, peak_mib
from bench.networks import street_like
from bench.peers import networkx_peer, pgrouting_peer
from bench.plain_graph import graph_of
from spatial.network.model import MS_PER_METRE, Mode
from spatial.network.search import times_from
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.networks import StreetNetwork
    from spatial.units import Float64Array, Int64Array

NODES: Final = 30_000
LIMIT_MS: Final = 1_200 * MS_PER_METRE[Mode.WALK]
SOURCES: Final = 20


def run() -> list[Result]:
    """Measure 1,200 m on foot."""
    network = street_like(NODES)
    times = network.times_ms(MS_PER_METRE[Mode.WALK])
    sources = np.random.default_rng(5).integers(0, NODES, SOURCES).tolist()
    with temporary_cluster() as cluster:
        url = cluster.create_database("bench").replace("postgresql+psycopg://", "postgresql://")
        with psycopg.connect(url, autocommit=True) as connection:
            pgrouting_peer.build(connection, network, times)
            searches: dict[str, Callable[[int], Float64Array]] = {
                "Forbind": _ours(network, times),
                "scipy": _scipy(network, times),
                "networkx": partial(_networkx(network, times), limit_ms=LIMIT_MS),
                "pgRouting": lambda node: pgrouting_peer.times_from(
                    connection, NODES, node, LIMIT_MS
                ),
            }
            expected = searches["Forbind"](sources[0])
            for name, search in searches.items():
                found = search(sources[0])
                agree(f"{name}: who is reached", np.isfinite(expected), np.isfinite(found), 0.0, 1)
                reached = np.isfinite(expected)
                agree(f"{name}: times", expected[reached], found[reached], 0.0, share=1.0)
            timings = tuple(
                over_cases(name, [partial(search, node) for node in sources])
                for name, search in searches.items()
            )
    note = f"{int(np.isfinite(expected).sum()):,} nodes reached by the first"
    return [
        Result("one search of 1,200 m", network.name, timings, {}, (note,), peak_mib=peak_mib())
    ]


def _ours(network: StreetNetwork, times: Int64Array) -> Callable[[int], Float64Array]:
    graph = graph_of(network, times)
    start = np.zeros(1, np.int32)

    def search(node: int) -> Float64Array:
        found = times_from(
            graph.outgoing, graph.node_count, np.array([node], np.int32), start, LIMIT_MS
        ).astype(np.float64)
        found[found == UNREACHABLE_MS] = np.inf
        return found

    return search


def _scipy(network: StreetNetwork, times: Int64Array) -> Callable[[int], Float64Array]:
    ends = (network.tails, network.heads)
    matrix = csr_matrix((times.astype(float), ends), shape=(NODES, NODES))

    def search(node: int) -> Float64Array:
        found: Float64Array = dijkstra(matrix, directed=False, indices=node, limit=float(LIMIT_MS))
        return found

    return search


def _networkx(network: StreetNetwork, times: Int64Array) -> Callable[..., Float64Array]:
    return partial(networkx_peer.times_from, networkx_peer.build(network, times))
