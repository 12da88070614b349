"""cityseer (AGPL, Rust): a peer of the bench alone, never part of the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from cityseer import rustalgos

if TYPE_CHECKING:
    from bench.networks import StreetNetwork
    from spatial.units import Float64Array

_SPEED_M_S = 4.8 / 3.6


def build(network: StreetNetwork) -> Any:  # noqa: ANN401 - the peer ships no types
    """Give cityseer the network."""
    structure = rustalgos.graph.NetworkStructure()
    xy = network.xy.tolist()
    for key, (x, y) in enumerate(xy):
        structure.add_street_node(str(key), x, y, live=True, weight=1.0)
    pairs = zip(network.tails.tolist(), network.heads.tolist(), strict=True)
    for edge, (tail, head) in enumerate(pairs):
        ends = ((tail, head), (head, tail))
        for start, end in ends:
            (x1, y1), (x2, y2) = xy[start], xy[end]
            wkt = f"LINESTRING ({x1!r} {y1!r}, {x2!r} {y2!r})"
            structure.add_street_edge(start, end, edge, str(start), str(end), wkt)
    structure.validate()
    return structure


def centrality(structure: Any, radius_m: int) -> tuple[Float64Array, Float64Array]:  # noqa: ANN401
    """Give harmonic closeness (per metre) and betweenness of every node within a distance."""
    metrics = structure.centrality_shortest(
        distances=[radius_m],
        closeness_exprs=[("harmonic", "1/c")],
        betweenness_exprs=[("betweenness", "1")],
        speed_m_s=_SPEED_M_S,
        pbar_disabled=True,
    ).metrics
    return np.asarray(metrics["harmonic"][radius_m]), np.asarray(metrics["betweenness"][radius_m])


def places(structure: Any, network: StreetNetwork) -> Any:  # noqa: ANN401
    """Give cityseer the facilities, each at its node."""
    structure.build_edge_rtree()
    data = rustalgos.data.DataMap()
    for row, node in enumerate(network.facility_nodes):
        x, y = network.xy[node].tolist()
        data.insert(row, f"POINT ({x!r} {y!r})")
    data.assign_data_to_network(structure, 50.0, 1)
    return data


def accessibility(
    structure: Any,  # noqa: ANN401
    data: Any,  # noqa: ANN401
    network: StreetNetwork,
    distances_m: list[int],
    categories: int,
) -> Any:  # noqa: ANN401
    """Count facilities of each category within each distance, and find the nearest."""
    kinds = {row: str(kind) for row, kind in enumerate(network.facility_categories.tolist())}
    return data.accessibility(
        structure,
        kinds,
        [str(kind) for kind in range(categories)],
        distances=distances_m,
        speed_m_s=_SPEED_M_S,
        pbar_disabled=True,
    )
