"""pandana (AGPL, C++ contraction hierarchies): a peer of the bench alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandana
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.networks import StreetNetwork
    from spatial.units import Float64Array, Int64Array

_MAX_FACILITIES_ASKED = 1
_MS_PER_S = 1_000
"""pandana keeps a thousandth of its unit in 32 bits: in seconds that is our milliseconds, and in
milliseconds an hour would overflow."""


def build(
    network: StreetNetwork, times_ms: Int64Array, more: Sequence[tuple[int, int, int]] = ()
) -> Any:  # noqa: ANN401 - the peer ships no types
    """Give pandana the network, with drawn edges (tail, head, milliseconds) as well."""
    extra = np.array(more, np.int64).reshape(-1, 3)
    return pandana.Network(
        pd.Series(network.xy[:, 0]),
        pd.Series(network.xy[:, 1]),
        pd.Series(np.concatenate((network.tails, extra[:, 0]))),
        pd.Series(np.concatenate((network.heads, extra[:, 1]))),
        pd.DataFrame({"s": np.concatenate((times_ms, extra[:, 2])) / _MS_PER_S}),
    )


def measure(
    built: Any,  # noqa: ANN401 - the peer ships no types
    network: StreetNetwork,
    cutoffs_ms: Int64Array,
    categories: int,
) -> tuple[Float64Array, Float64Array]:
    """Give the nearest in milliseconds, (nodes, categories), and counts, (…, cutoffs)."""
    cutoffs_s = cutoffs_ms / _MS_PER_S
    horizon = float(cutoffs_s[-1])
    built.precompute(horizon)
    nearest = np.full((network.node_count, categories), float(cutoffs_ms[-1]))
    counts = np.zeros((network.node_count, categories, len(cutoffs_ms)))
    for kind in np.unique(network.facility_categories).tolist():
        nodes = network.facility_nodes[network.facility_categories == kind]
        xy = network.xy[nodes]
        name = f"kind {kind}"
        built.set_pois(
            name, horizon, _MAX_FACILITIES_ASKED, pd.Series(xy[:, 0]), pd.Series(xy[:, 1])
        )
        found = built.nearest_pois(horizon, name, num_pois=_MAX_FACILITIES_ASKED)
        nearest[:, kind] = found.to_numpy()[:, 0] * _MS_PER_S
        built.set(pd.Series(nodes), name=name)
        for column, cutoff in enumerate(cutoffs_s):
            within = built.aggregate(float(cutoff), type="count", decay="flat", name=name)
            counts[:, kind, column] = within.to_numpy()
    return nearest, counts
