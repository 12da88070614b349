"""A generated network as the engine's searches take it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from spatial.network.build import adjacency
from spatial.network.locality import near_order
from spatial.network.model import Connectors
from spatial.network.search import Arcs, SearchGraph

if TYPE_CHECKING:
    from bench.networks import StreetNetwork
    from spatial.units import Int64Array


def in_near_order(network: StreetNetwork) -> StreetNetwork:
    """Give everybody the numbers the engine gives: they help whoever searches."""
    order = near_order(network.xy)
    number = np.empty(len(order), np.int64)
    number[order] = np.arange(len(order))
    return replace(
        network,
        xy=network.xy[order],
        tails=number[network.tails],
        heads=number[network.heads],
        facility_nodes=number[network.facility_nodes],
    )


def graph_of(network: StreetNetwork, times_ms: Int64Array) -> SearchGraph:
    """Lay the edges out in sparse rows, both ways."""
    edges = np.arange(len(network.tails))
    rows = adjacency(
        network.node_count,
        np.concatenate((network.tails, network.heads)),
        np.concatenate((network.heads, network.tails)),
        np.concatenate((times_ms, times_ms)),
        np.concatenate((edges, edges)),
    )
    none = np.zeros(0, np.int32)
    arcs = Arcs(
        rows.indptr,
        rows.heads,
        rows.times_ms,
        rows.pieces,
        np.zeros(0, np.uint8),
        none,
        np.zeros(1, np.int32),
        none,
        none,
    )
    return SearchGraph(network.node_count, arcs, arcs)


def facilities_of(network: StreetNetwork) -> Connectors:
    """Put each facility at the door of its node."""
    count = len(network.facility_nodes)
    return Connectors(
        np.arange(count + 1, dtype=np.int32),
        network.facility_nodes.astype(np.int32),
        np.zeros(count, np.int32),
    )
