"""Which trips come along some ways: the same trips as are counted, told one by one.

Trips are shared among equally short ways as in `spatial.centrality.shortest`; here the share that
runs along the ways asked about is carried outward from each home with its number of paths (Brandes
2001), so that it is known of every destination by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numba
import numpy as np

from spatial.centrality.shortest import _desk, _forget, _settle_within, in_parts
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.centrality.arcs import PlainArcs
    from spatial.units import Float64Array, Int64Array

_NEVER = int(UNREACHABLE_MS)


@dataclass(frozen=True, slots=True)
class Shares:
    """Pairs whose trips come along, and how much of each trip does.

    Parameters
    ----------
    sources, targets : int64 arrays, shape (pairs,)
        Rows of the sources and of the targets asked about.
    shares : float64 array, shape (pairs,)
        Above zero.
    """

    sources: Int64Array
    targets: Int64Array
    shares: Float64Array


@numba.njit(cache=True, nogil=True)
def _carried(arcs, sources, targets, limit, weights, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    desk = _desk(arcs)
    times, paths, order, _, carried = desk
    for k in range(len(sources)):
        settled = _settle_within(arcs, sources[k], limit, desk)
        for place in range(settled):
            carried[order[place]] = 0.0
        for place in range(settled):
            node = order[place]
            for arc in range(arcs.indptr[node], arcs.indptr[node + 1]):
                head = arcs.heads[arc]
                if np.int64(times[head]) == np.int64(times[node]) + arcs.costs[arc]:
                    share = paths[node] / paths[head]
                    carried[head] += share * (carried[node] + weights[arcs.edges[arc]])
        for k_target in range(len(targets)):
            if times[targets[k_target]] < _NEVER:
                out[k, k_target] = carried[targets[k_target]]
        _forget(settled, desk)


def shares_along(
    arcs: PlainArcs,
    limit_ms: int,
    *,
    sources: Int64Array,
    targets: Int64Array,
    weights: Float64Array,
) -> Shares:
    """Find the trips within a limit that come along some ways, and how much of each does.

    Parameters
    ----------
    sources, targets : int64 arrays
        Nodes.
    weights : float64 array, shape (edges,)
        How much a trip counts that comes along an edge; zero for edges not asked about.
    """

    def work(part: slice) -> Shares:
        out = np.zeros((len(sources[part]), len(targets)))
        _carried(arcs, sources[part], targets, limit_ms, weights, out)
        rows, columns = np.nonzero(out)
        return Shares(rows + part.start, columns, out[rows, columns])

    found = list(in_parts(work, len(sources)))
    none = np.zeros(0, np.int64)
    return Shares(
        np.concatenate([none, *(part.sources for part in found)]),
        np.concatenate([none, *(part.targets for part in found)]),
        np.concatenate([np.zeros(0), *(part.shares for part in found)]),
    )
