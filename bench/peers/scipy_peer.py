"""scipy's Dijkstra with a limit, from each facility; the counting is done with numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

if TYPE_CHECKING:
    from bench.networks import StreetNetwork
    from spatial.units import Float64Array, Int64Array

_FACILITIES_A_PART = 64


def measure(
    network: StreetNetwork, times_ms: Int64Array, cutoffs_ms: Int64Array, categories: int
) -> tuple[Float64Array, Float64Array]:
    """Give the nearest, shape (nodes, categories), and counts, (nodes, categories, cutoffs)."""
    count = network.node_count
    ends = (network.tails, network.heads)
    matrix = csr_matrix((times_ms.astype(float), ends), shape=(count, count))
    nearest = np.full((count, categories), float(cutoffs_ms[-1]))
    counts = np.zeros((count, categories, len(cutoffs_ms)))
    for start in range(0, len(network.facility_nodes), _FACILITIES_A_PART):
        part = slice(start, start + _FACILITIES_A_PART)
        reached = dijkstra(
            matrix,
            directed=False,
            indices=network.facility_nodes[part],
            limit=float(cutoffs_ms[-1]),
        )
        for row, kind in zip(reached, network.facility_categories[part], strict=True):
            nodes = np.flatnonzero(np.isfinite(row))
            nearest[nodes, kind] = np.minimum(nearest[nodes, kind], row[nodes])
            counts[nodes, kind] += row[nodes, None] <= cutoffs_ms
    return nearest, counts
