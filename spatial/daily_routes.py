"""The residents' shortest ways on foot to the nearest place of a kind, and what they pass."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.network.carried import Steps, carry, first_nodes, overlay_rows, steps_to
from spatial.network.model import Mode
from spatial.network.way_table import WayTable, base_ways, ways_with
from spatial.tables import CATEGORIES
from spatial.times import some

if TYPE_CHECKING:
    from spatial.comparison import Comparison, Situation
    from spatial.units import Int32Array, Int64Array

ERRANDS: Final = ("school", "grocery", "station")
"""To school, to the shops, and to the train."""


@dataclass(frozen=True, slots=True)
class DailyRoutes:
    """All homes' ways to the nearest place of a kind.

    Parameters
    ----------
    steps : Steps
        Every node's next step; `way` is a row of `ways`.
    ways : WayTable
    times_ms : int32 array, shape (homes,)
        `UNREACHABLE_MS` where no way leads.
    from_node : int64 array, shape (homes,)
        Where each home meets the network; -1 where no way leads.
    """

    steps: Steps
    ways: WayTable
    times_ms: Int32Array
    from_node: Int64Array

    def along(self, of_way: Int64Array) -> Int64Array:
        """Sum something that ways have along the way of every home; zero where no way leads.

        Parameters
        ----------
        of_way : int64 array, shape (ways,)
        """
        way = self.steps.way
        return self.summed(np.where(way >= 0, of_way[way], 0))

    def runs(self, of_way: Int64Array) -> Int64Array:
        """Count how many times the way of every home comes into something that ways have."""
        way, onward = self.steps.way, self.steps.onward
        now = np.where(way >= 0, of_way[way] > 0, False)
        then = np.where(onward >= 0, now[onward], False)
        return self.summed((now & ~then).astype(np.int64))

    def summed(self, of_step: Int64Array) -> Int64Array:
        """Sum something that steps have along the way of every home, shape (homes,)."""
        return self.at_homes(carry(self.steps, of_step.reshape(-1, 1, 1))[:, 0])

    def at_homes(self, of_node: Int64Array) -> Int64Array:
        """Pick what has been carried to the node each home sets out from."""
        return np.where(self.from_node >= 0, of_node[self.from_node], 0)


def routes_to(comparison: Comparison, situation: Situation, category: str) -> DailyRoutes:
    """Find all homes' ways on foot to the nearest place of a kind, before or after."""
    if situation is comparison.baseline:
        key = ("daily routes", category)
        return comparison.city.remember(key, lambda: _found(comparison, situation, category))
    return _found(comparison, situation, category)


def _found(comparison: Comparison, situation: Situation, category: str) -> DailyRoutes:
    city, mode = comparison.city, Mode.WALK
    before = situation is comparison.baseline
    graph = comparison.graph_before(mode) if before else comparison.graph_after(mode)
    homes = comparison.homes_before(mode) if before else comparison.homes_after(mode)
    doors = comparison.facilities_before(mode) if before else comparison.facilities_after(mode)
    chosen = np.flatnonzero(situation.places.category == CATEGORIES.index(category))
    targets = some(doors, chosen)
    pieces = len(city.network.pieces.street)
    steps = steps_to(graph.incoming, graph.node_count, pieces, targets.nodes, targets.times_ms)
    ways = base_ways(city)
    laid = None if before else comparison.laid.get(mode)
    if laid is not None:
        patch = comparison.drawing.patch
        ways = ways_with(city, patch)
        if len(graph.incoming.extra_row):
            rows = overlay_rows(patch, mode, laid.closings.overlay, graph.incoming)
            over = steps.way >= pieces
            way = steps.way.copy()
            way[over] = pieces + rows[way[over] - pieces]
            steps = replace(steps, way=way)
    return DailyRoutes(steps, ways, *first_nodes(steps, homes))
