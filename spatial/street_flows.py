"""Why a street's number of trips is what it is: which trips come along it, before and after.

The pairs told here are the very trips that are counted, so that all of them together make the
street's number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from spatial.centrality.by_street import LEAST_M
from spatial.centrality.shares import shares_along
from spatial.centrality.trips import trips_after, trips_before
from spatial.centrality.ways import way_lengths_m
from spatial.explanations import sides_of
from spatial.itineraries import find_itinerary
from spatial.network.patch import drawn_stretches
from spatial.units import MS_PER_MINUTE

if TYPE_CHECKING:
    from spatial.centrality.trips import Trips
    from spatial.comparison import Comparison
    from spatial.explanations import Sides
    from spatial.itineraries import Itinerary
    from spatial.network.model import Mode
    from spatial.units import BoolArray, Float64Array, Int64Array

MOST_FLOWS: Final = 20
"""So many destinations, at most, can be told of at once."""
NOTICED_TRIPS: Final = 1e-6
"""Sums in another order may differ by less; it is no trip."""

Stretch = tuple[Literal["street", "drawn"], tuple[int, ...]]
"""A row of the street table, or rows of the overlay's pieces."""


@dataclass(frozen=True, slots=True)
class Example:
    """The home with most trips to a destination that come or cease to come along a street.

    Parameters
    ----------
    home : int
        Row of the homes, the drawn ones last.
    before, after : float
        Its trips along the street.
    way_before, way_after : Itinerary or None
        Where they go; None where there is no way, and where the home or the destination is not.
    """

    home: int
    before: float
    after: float
    way_before: Itinerary | None
    way_after: Itinerary | None


@dataclass(frozen=True, slots=True)
class StreetFlow:
    """All trips along a street to one destination.

    Parameters
    ----------
    facility : int
        Row of the facilities, the drawn ones last.
    homes : int
        From how many homes trips come along, before or after; of a street where something changes,
        those from which more or fewer do.
    """

    facility: int
    before: float
    after: float
    homes: int
    example: Example

    @property
    def change(self) -> float:
        """Give how many more trips come along."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class StreetFlows:
    """The trips along a street.

    Parameters
    ----------
    before, after : float or None
        The mean along its length of what is open of it; None where it is not there.
    gained, lost : float
        Trips that come along only with the drawing, and only without it.
    flows : tuple of StreetFlow
        The destinations with the largest change first; with most trips where nothing changes.
    destinations : int
        How many there are in all.
    """

    before: float | None
    after: float | None
    gained: float
    lost: float
    flows: tuple[StreetFlow, ...]
    destinations: int
    sides: Sides


def stretch_named(comparison: Comparison, identity: str) -> Stretch | None:
    """Find a street by its number, a drawn stretch by its name in the bundle, or a drawn line.

    A line is all its stretches together; that one is called as a street is found first.
    """
    patch = comparison.drawing.patch
    drawn = drawn_stretches(patch)
    if identity.isdecimal():
        found = np.flatnonzero(comparison.city.streets.ids == int(identity))
        if len(found):
            return "street", (int(found[0]),)
    rows = tuple(row for row in drawn if f"x{row}" == identity) or tuple(
        row
        for row in drawn
        if patch.pieces[row].kind == "drawn"
        and patch.edits.lines[patch.pieces[row].owner].feature == identity
    )
    return ("drawn", rows) if rows else None


def street_flows(
    comparison: Comparison, mode: Mode, stretch: Stretch, cutoff_min: int, most: int
) -> StreetFlows:
    """Tell which trips come along a street, before and after.

    Parameters
    ----------
    cutoff_min : int
        The longest trip, as the indicator has it.
    most : int
        How many destinations to tell of.
    """
    sides = [
        _along(comparison, trips, stretch, cutoff_min)
        for trips in (trips_before(comparison, mode), trips_after(comparison, mode))
    ]
    pairs = _beside(len(comparison.proposal.places.category), sides[0], sides[1])
    change = pairs.after - pairs.before
    changed = np.abs(change) > NOTICED_TRIPS
    told = pairs.some(changed) if changed.any() else pairs
    ordered = _destinations(told)
    grounds = sides_of(comparison, mode)
    one, two = (None if side is None else float(side[2].sum()) for side in sides)
    return StreetFlows(
        one,
        0.0 if two is None and one is not None else two,
        float(change[changed & (change > 0.0)].sum()),
        float(-change[changed & (change < 0.0)].sum()),
        tuple(_flow(comparison, told, int(facility), grounds) for facility in ordered[:most]),
        len(ordered),
        grounds,
    )


_Side = tuple["Int64Array", "Int64Array", "Float64Array"]
"""Homes, facilities, and the trips from one to the other that come along."""


def _along(comparison: Comparison, trips: Trips, stretch: Stretch, cutoff_min: int) -> _Side | None:
    ways = trips.ways
    own = np.isin(ways.streets if stretch[0] == "street" else ways.overlay, stretch[1])
    if not own.any():
        return None
    metres = np.maximum(way_lengths_m(comparison.city, ways)[own], LEAST_M)
    weights = np.zeros(trips.edge_count)
    weights[: ways.count][own] = metres / metres.sum()
    residents = trips.situation.residents
    homes = np.flatnonzero(residents > 0.0)
    facilities = np.flatnonzero(trips.errands()[trips.facilities] > 0.0)
    found = shares_along(
        trips.arcs,
        cutoff_min * MS_PER_MINUTE,
        sources=trips.homes[homes],
        targets=trips.facilities[facilities],
        weights=weights,
    )
    rows = homes[found.sources]
    return rows, facilities[found.targets], residents[rows] * found.shares


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Trips along a street from each home to each facility, where there are any."""

    homes: Int64Array
    facilities: Int64Array
    before: Float64Array
    after: Float64Array

    @property
    def size(self) -> Float64Array:
        """Give what makes a pair worth telling: its change, else its trips."""
        change = np.abs(self.after - self.before)
        size: Float64Array = change if (change > NOTICED_TRIPS).any() else self.after
        return size

    def some(self, rows: BoolArray) -> _Pairs:
        return _Pairs(self.homes[rows], self.facilities[rows], self.before[rows], self.after[rows])


def _beside(facility_count: int, before: _Side | None, after: _Side | None) -> _Pairs:
    """Set every pair's trips before beside those after."""
    keys = [
        np.zeros(0, np.int64) if side is None else side[0] * facility_count + side[1]
        for side in (before, after)
    ]
    every = np.unique(np.concatenate(keys))
    columns = []
    for key, side in zip(keys, (before, after), strict=True):
        column = np.zeros(len(every))
        if side is not None:
            column[np.searchsorted(every, key)] = side[2]
        columns.append(column)
    return _Pairs(every // facility_count, every % facility_count, columns[0], columns[1])


def _destinations(pairs: _Pairs) -> Int64Array:
    """Order the facilities: by the net change, then by all that comes and goes, then as listed."""
    rows = np.unique(pairs.facilities)
    place = np.searchsorted(rows, pairs.facilities)
    net = np.abs(np.bincount(place, pairs.after - pairs.before, len(rows)))
    size = np.bincount(place, pairs.size, len(rows))
    ordered: Int64Array = rows[np.lexsort((rows, -size, -np.round(net, 6)))]
    return ordered


def _flow(comparison: Comparison, pairs: _Pairs, facility: int, sides: Sides) -> StreetFlow:
    own = pairs.some(pairs.facilities == facility)
    first = int(np.argmax(pairs.size[pairs.facilities == facility]))
    home = int(own.homes[first])
    return StreetFlow(
        facility,
        float(own.before.sum()),
        float(own.after.sum()),
        len(own.homes),
        Example(
            home,
            float(own.before[first]),
            float(own.after[first]),
            *_ways(comparison, sides, home, facility),
        ),
    )


def _ways(
    comparison: Comparison, sides: Sides, home: int, facility: int
) -> tuple[Itinerary | None, Itinerary | None]:
    """Find both ways; where nobody lives or the destination is not, there is none."""
    before, after = comparison.baseline, comparison.proposal
    standing = home < len(before.residents) and facility < len(before.places.category)
    there = after.residents[home] > 0.0 and after.places.category[facility] >= 0
    return (
        find_itinerary(sides.before, ("home", home), ("facility", facility)) if standing else None,
        find_itinerary(sides.after, ("home", home), ("facility", facility)) if there else None,
    )
