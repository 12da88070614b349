"""Homes and facilities joined to the ways, so that trips run from door to door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.centrality.arcs import plain_arcs
from spatial.centrality.ways import ways_after, ways_before
from spatial.tables import CATEGORIES

if TYPE_CHECKING:
    from spatial.centrality.arcs import PlainArcs
    from spatial.centrality.ways import Ways
    from spatial.comparison import Comparison, Situation
    from spatial.network.model import Connectors, Mode
    from spatial.units import BoolArray, Float64Array, Int64Array

NO_ERRAND: Final = "stop"
"""A stop is passed on the way and is nobody's errand."""


@dataclass(frozen=True, slots=True)
class Trips:
    """A network with its doors.

    Parameters
    ----------
    arcs : PlainArcs
        Homes and facilities are nodes of their own; whatever joins them to the ways is the edge
        with number ``ways.count``.
    homes, facilities : int64 arrays
        The number of each as a node, those drawn last.
    """

    situation: Situation
    ways: Ways
    arcs: PlainArcs
    homes: Int64Array
    facilities: Int64Array

    @property
    def edge_count(self) -> int:
        """How many edges the arcs have."""
        return self.ways.count + 1

    def errands(self, among: BoolArray | None = None) -> Float64Array:
        """Give one for each facility somebody may have an errand at, and zero for other nodes.

        Parameters
        ----------
        among : bool array, shape (facilities,), optional
        """
        category = self.situation.places.category
        open_to_all = (category >= 0) & (category != CATEGORIES.index(NO_ERRAND))
        if among is not None:
            open_to_all = open_to_all & among
        weights = np.zeros(len(self.arcs.indptr) - 1)
        weights[self.facilities[open_to_all]] = 1.0
        return weights


def trips_before(comparison: Comparison, mode: Mode) -> Trips:
    """Join homes and facilities to the ways without the drawing."""
    city = comparison.city
    homes, facilities = comparison.homes_before(mode), comparison.facilities_before(mode)

    def compute() -> tuple[Ways, PlainArcs, Int64Array, Int64Array]:
        return _joined(ways_before(city, mode), homes, facilities)

    return Trips(comparison.baseline, *city.remember(("trips", mode), compute))


def trips_after(comparison: Comparison, mode: Mode) -> Trips:
    """Join homes and facilities to the ways with the drawing."""
    if mode not in comparison.laid:
        before = trips_before(comparison, mode)
        return Trips(comparison.proposal, before.ways, before.arcs, before.homes, before.facilities)
    homes, facilities = comparison.homes_after(mode), comparison.facilities_after(mode)
    return Trips(comparison.proposal, *_joined(ways_after(comparison, mode), homes, facilities))


def _joined(
    ways: Ways, homes: Connectors, facilities: Connectors
) -> tuple[Ways, PlainArcs, Int64Array, Int64Array]:
    ahead, back = np.flatnonzero(ways.ahead_ms >= 0), np.flatnonzero(ways.back_ms >= 0)
    places, home_count = len(ways.place_xy), len(homes.indptr) - 1
    home, home_place, home_ms = _doors(ways, homes)
    facility, facility_place, facility_ms = _doors(ways, facilities)
    # Facilities have the highest numbers: some lie on the street and are reached in no time.
    home_nodes = places + np.arange(home_count)
    facility_nodes = places + home_count + np.arange(len(facilities.indptr) - 1)
    arcs = plain_arcs(
        places + home_count + len(facility_nodes),
        np.concatenate((ways.tails[ahead], ways.heads[back], home_nodes[home], facility_place)),
        np.concatenate((ways.heads[ahead], ways.tails[back], home_place, facility_nodes[facility])),
        np.concatenate((ways.ahead_ms[ahead], ways.back_ms[back], home_ms, facility_ms)),
        np.concatenate((ahead, back, np.full(len(home) + len(facility), ways.count))),
    )
    return ways, arcs, home_nodes, facility_nodes


def _doors(ways: Ways, points: Connectors) -> tuple[Int64Array, Int64Array, Int64Array]:
    """Give point, place and milliseconds of every way to a door, the same way twice only once."""
    point = np.repeat(np.arange(len(points.indptr) - 1), np.diff(points.indptr))
    rows = np.stack((point, ways.node_of[points.nodes], points.times_ms), axis=1)
    distinct: Int64Array = np.unique(rows, axis=0).astype(np.int64)
    return distinct[:, 0], distinct[:, 1], distinct[:, 2]
