"""Harmonic closeness and betweenness of every node within 1,200 m, beside cityseer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bench.agreement import agree
from bench.measurement import Result, in_turns, peak_mib
from bench.networks import street_like
from bench.peers import cityseer_peer
from spatial.centrality.arcs import both_ways
from spatial.centrality.shortest import centrality

if TYPE_CHECKING:
    import numpy as np

    from spatial.centrality.shortest import Closeness, Flow

RADIUS_M: Final = 1200
MS_PER_METRE: Final = 750
NODES: Final = 30_000
TURNS: Final = 3
AT_LEAST: Final = 5.0


def run() -> list[Result]:
    """Measure on a generated network."""
    network = street_like(NODES)
    arcs = both_ways(
        network.node_count, network.tails, network.heads, network.times_ms(MS_PER_METRE)
    )
    structure = cityseer_peer.build(network)

    def ours() -> tuple[Closeness, Flow]:
        return centrality(arcs, RADIUS_M * MS_PER_METRE, edge_count=len(network.tails))

    def cityseer() -> Any:  # noqa: ANN401 - the peer ships no types
        return cityseer_peer.centrality(structure, RADIUS_M)

    _check(ours(), cityseer())
    timings = in_turns({"Forbind": ours, "cityseer": cityseer}, TURNS)
    result = Result("centrality within 1,200 m", network.name, timings, peak_mib=peak_mib())
    kept = result.ratio("cityseer") >= AT_LEAST
    targets = {f"at least {AT_LEAST:.0f} times cityseer": kept}
    return [
        Result(result.bench, result.subject, timings, targets=targets, peak_mib=result.peak_mib)
    ]


def _check(ours: tuple[Closeness, Flow], theirs: tuple[np.ndarray, np.ndarray]) -> None:
    """Make sure that both answer the same question before either is timed."""
    closeness, flow = ours
    harmonic, betweenness = theirs
    # Whole milliseconds against metres: who lies on the very edge of the radius may differ.
    agree("harmonic closeness", closeness.harmonic_per_ms * MS_PER_METRE, harmonic, 1e-3)
    # They count a trip once for both directions, we once for each.
    agree("betweenness", flow.nodes / 2, betweenness, 1e-3)
