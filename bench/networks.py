"""Networks that look like streets, of any size, the same each time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import minimum_spanning_tree
from scipy.spatial import Delaunay

if TYPE_CHECKING:
    from spatial.units import BoolArray, Float64Array, Int64Array

MEAN_EDGE_M: Final = 41.0
SHORTEST_SHARE: Final = 0.45
"""Of the Delaunay edges, the shortest so many; the spanning tree keeps it in one piece."""
FACILITY_SHARE: Final = 0.005
CATEGORIES: Final = 10
_SEED: Final = 20_261_123


@dataclass(frozen=True, slots=True)
class StreetNetwork:
    """Nodes, edges that may be gone both ways, and facilities at nodes.

    Parameters
    ----------
    xy : float64 array, shape (nodes, 2)
        Metres.
    tails, heads : int64 arrays, shape (edges,)
    length_m : float64 array, shape (edges,)
    facility_nodes, facility_categories : int64 arrays, shape (facilities,)
    """

    name: str
    xy: Float64Array
    tails: Int64Array
    heads: Int64Array
    length_m: Float64Array
    facility_nodes: Int64Array
    facility_categories: Int64Array

    @property
    def node_count(self) -> int:
        """How many nodes there are."""
        return len(self.xy)

    def times_ms(self, ms_per_metre: int) -> Int64Array:
        """Give the time along each edge in whole milliseconds, at least one."""
        times: Int64Array = np.maximum(np.rint(self.length_m * ms_per_metre), 1).astype(np.int64)
        return times


def street_like(node_count: int) -> StreetNetwork:
    """Grow a planar network over points thrown at random (Delaunay 1934, Kruskal 1956)."""
    rng = np.random.default_rng(_SEED + node_count)
    xy = rng.random((node_count, 2)) * np.sqrt(node_count)
    pairs = _delaunay_pairs(xy)
    length = np.hypot(*(xy[pairs[:, 0]] - xy[pairs[:, 1]]).T)
    kept = np.zeros(len(pairs), np.bool_)
    kept[np.argsort(length, kind="stable")[: int(SHORTEST_SHARE * len(pairs))]] = True
    kept |= _in_spanning_tree(pairs, length, node_count)
    pairs, length = pairs[kept], length[kept]
    scale = MEAN_EDGE_M / length.mean()
    nodes = np.sort(rng.choice(node_count, int(FACILITY_SHARE * node_count), replace=False))
    return StreetNetwork(
        f"generated, {node_count:,} nodes",
        xy * scale,
        pairs[:, 0],
        pairs[:, 1],
        length * scale,
        nodes,
        rng.integers(0, CATEGORIES, len(nodes)),
    )


def _delaunay_pairs(xy: Float64Array) -> Int64Array:
    corners = Delaunay(xy).simplices.astype(np.int64)
    sides = np.concatenate((corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [0, 2]]))
    sides.sort(axis=1)
    keys = np.unique(sides[:, 0] * len(xy) + sides[:, 1])
    return np.stack((keys // len(xy), keys % len(xy)), axis=1)


def _in_spanning_tree(pairs: Int64Array, length: Float64Array, node_count: int) -> BoolArray:
    graph = coo_matrix((length, (pairs[:, 0], pairs[:, 1])), shape=(node_count, node_count))
    tree = minimum_spanning_tree(graph).tocoo()
    low = np.minimum(tree.row, tree.col).astype(np.int64)
    keys = low * node_count + np.maximum(tree.row, tree.col)
    inside: BoolArray = np.isin(pairs[:, 0] * node_count + pairs[:, 1], keys)
    return inside
