"""Breakages of what the map's layers tell: boundary, barriers, catchments, trips along a street."""

from __future__ import annotations

from typing import Final

from tests.mutations.mutation import Mutation

BOUNDARY: Final = "tests/spatial/test_boundary_detail.py"
CATCHMENT: Final = "tests/spatial/test_catchment.py"
FLOWS: Final = "tests/spatial/test_street_flows.py"
SEVERANCE: Final = "tests/spatial/indicators/test_severance.py"
SHARES: Final = "tests/spatial/centrality/test_shares.py"

MUTATIONS: Final = (
    Mutation(
        "every way in is kept or closed, none is new",
        "spatial/boundary_detail.py",
        '("new", two - one),',
        '("new", two - two),',
        (BOUNDARY,),
    ),
    Mutation(
        "a stretch of boundary ends where the ring does",
        "spatial/boundary_detail.py",
        "substring(line, 0.0, end_m - line.length)",
        "substring(line, 0.0, 0.0)",
        (BOUNDARY,),
    ),
    Mutation(
        "places along barriers are told of whether streets are there or not",
        "spatial/indicators/severance.py",
        "facing.middles[facing.attached],",
        "facing.middles,",
        (SEVERANCE,),
    ),
    Mutation(
        "of facilities equally near the last is the nearest",
        "spatial/catchment.py",
        "kind[np.argmin(times, axis=1)]",
        "kind[times.shape[1] - 1 - np.argmin(times[:, ::-1], axis=1)]",
        (CATCHMENT,),
    ),
    Mutation(
        "homes that a drawing touches keep their old times to a facility",
        "spatial/proposal.py",
        "own[self.table.touched] = self.table.changed[self.table.override[self.table.touched]][",
        "own[:0] = self.table.changed[:0][",
        (CATCHMENT,),
    ),
    Mutation(
        "a trip is not shared among ways equally short",
        "spatial/centrality/shares.py",
        "share = paths[node] / paths[head]",
        "share = 1.0",
        (SHARES,),
    ),
    Mutation(
        "what was carried to a node is carried on from another source",
        "spatial/centrality/shares.py",
        "carried[order[place]] = 0.0",
        "carried[order[place]] += 0.0",
        (SHARES,),
    ),
    Mutation(
        "all ways of a street count alike, however long",
        "spatial/street_flows.py",
        "weights[: ways.count][own] = metres / metres.sum()",
        "weights[: ways.count][own] = 1.0 / len(metres)",
        (FLOWS,),
    ),
    Mutation(
        "trips after stand beside other pairs' trips before",
        "spatial/street_flows.py",
        "column[np.searchsorted(every, key)] = side[2]",
        "column[: len(key)] = side[2]",
        (FLOWS,),
    ),
)
