"""Everything for every node, from nothing: 10 categories, 6 cutoffs."""

from __future__ import annotations

from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bench.agreement import agree
from bench.measurement import Result, high_water_mib, in_turns, peak_mib
from bench.networks import CATEGORIES, StreetNetwork, street_like
from bench.peers import cityseer_peer, pandana_peer, scipy_peer
from bench.plain_graph import facilities_of, graph_of, in_near_order
from spatial.network.model import MS_PER_METRE, Mode
from spatial.surface.surface import measured

if TYPE_CHECKING:
    from spatial.units import Int32Array

CUTOFFS_MIN: Final = (5, 10, 15, 20, 25, 30)
SIZES: Final = (30_000, 300_000, 3_000_000)
LARGEST_FOR_PEERS: Final = 300_000
LARGEST_FOR_CITYSEER: Final = 300_000
TURNS: Final = 3
TIMES_PEERS: Final = 10.0
TIMES_SCIPY: Final = 3.0
MOST_MIB: Final = 6 * 1024
LINEAR: Final = 1.5
"""Ten times the nodes may cost at most ten times the time, times this."""


def run() -> list[Result]:
    """Measure three sizes; the last alone, for memory and growth."""
    results: list[Result] = []
    for size in SIZES:
        results.append(measure(street_like(size), results[-1] if results else None))
    return results


def measure(network: StreetNetwork, smaller: Result | None, turns: int = TURNS) -> Result:
    """Measure one network; beside a smaller one, also how the time grows."""
    network = in_near_order(network)
    pace = MS_PER_METRE[Mode.WALK]
    cutoffs = np.array(CUTOFFS_MIN, np.int32) * np.int32(60_000)
    times = network.times_ms(pace)
    graph, facilities = graph_of(network, times), facilities_of(network)

    def ours() -> tuple[Int32Array, Int32Array]:
        kinds = network.facility_categories
        return measured(graph, facilities, kinds, cutoffs, CATEGORIES)[:2]

    alone_mib = _peak_alone_mib(network)
    contenders: dict[str, Any] = {"Forbind": ours}
    nearest, counts = ours()
    if network.node_count <= LARGEST_FOR_PEERS:
        contenders["scipy"] = partial(
            scipy_peer.measure, network, times, cutoffs.astype(np.int64), CATEGORIES
        )
        built = pandana_peer.build(network, times)
        contenders["pandana"] = partial(
            pandana_peer.measure, built, network, cutoffs.astype(np.int64), CATEGORIES
        )
        for name, tolerance in (("scipy", 1e-12), ("pandana", 1e-3)):
            their_nearest, their_counts = contenders[name]()
            agree(f"{name}: nearest", np.minimum(nearest, cutoffs[-1]), their_nearest, tolerance)
            agree(f"{name}: counts", counts, their_counts, max(tolerance, 1e-9), share=0.999)
    if network.node_count <= LARGEST_FOR_CITYSEER:
        structure = cityseer_peer.build(network)
        data = cityseer_peer.places(structure, network)
        metres = [cutoff * 60_000 // pace for cutoff in CUTOFFS_MIN]
        contenders["cityseer"] = partial(
            cityseer_peer.accessibility, structure, data, network, metres, CATEGORIES
        )
    timings = in_turns(contenders, turns if len(contenders) > 1 else 1)
    result = Result("the full surface", network.name, timings, peak_mib=peak_mib())
    note = f"Forbind alone holds {alone_mib:,.0f} MiB at most, the network and Python included"
    targets = _targets(result, smaller) | {"within 6 GiB": alone_mib <= MOST_MIB}
    return Result(result.bench, result.subject, timings, targets, (note,), result.peak_mib)


def _peak_alone_mib(network: StreetNetwork) -> float:
    """Give the most memory of a process of its own, where no peer has been."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_peak_of_ours_mib, (network,))


def _peak_of_ours_mib(network: StreetNetwork) -> float:
    graph = graph_of(network, network.times_ms(MS_PER_METRE[Mode.WALK]))
    cutoffs = np.array(CUTOFFS_MIN, np.int32) * np.int32(60_000)
    measured(graph, facilities_of(network), network.facility_categories, cutoffs, CATEGORIES)
    return high_water_mib()


def _targets(result: Result, smaller: Result | None) -> dict[str, bool]:
    kept = {}
    for row in result.timings[1:]:
        wanted = TIMES_SCIPY if row.contender == "scipy" else TIMES_PEERS
        kept[f"at least {wanted:.0f} times {row.contender}"] = result.ratio(row.contender) >= wanted
    if smaller is not None:
        growth = result.timings[0].median_s / smaller.timings[0].median_s
        kept["ten times the nodes, about ten times the time"] = growth <= 10 * LINEAR
    return kept
