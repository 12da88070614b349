"""Why a number moves: for a home, the way to the nearest of a kind before and after.

Everything is read off the same searches as the indicators, so that a route here takes to the
millisecond the time that the home has in the answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.ground import Ground, stand
from spatial.itineraries import Itinerary, find_itinerary
from spatial.network.search import time_rows
from spatial.units import MS_PER_MINUTE, UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spatial.city import City
    from spatial.comparison import Comparison
    from spatial.network.model import Mode
    from spatial.units import BoolArray, Int32Array, Int64Array

_NEVER = int(UNREACHABLE_MS)
MOST_HOMES: Final = 20
"""So many homes that gain, and as many that lose, can be told of each question."""


@dataclass(frozen=True, slots=True)
class Errand:
    """A home's way to the nearest of a kind.

    Parameters
    ----------
    facility : int
        Row of the facility table, then of the drawn facilities.
    """

    facility: int
    itinerary: Itinerary


@dataclass(frozen=True, slots=True)
class ReachChange:
    """The facilities of a kind that come within a cutoff, and those that no longer are."""

    cutoff_min: int
    gained: tuple[int, ...]
    lost: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """One mode's network before and after a drawing."""

    before: Ground
    after: Ground


@dataclass(frozen=True, slots=True)
class Story:
    """What becomes of one home's way to the nearest of a kind.

    Parameters
    ----------
    home : int
        Row of the homes, the drawn ones last.
    before, after : Errand or None
        None where nothing of the kind is reached, and before for a home that is drawn.
    reach : tuple of ReachChange
        The cutoffs within which something changes.
    sides : Sides
        The networks it was found on.
    """

    mode: Mode
    category: str
    home: int
    before: Errand | None
    after: Errand | None
    reach: tuple[ReachChange, ...]
    sides: Sides = field(repr=False, compare=False)

    @property
    def change_ms(self) -> int | None:
        """Give the change of the time; None where there is no way before or after."""
        if self.before is None or self.after is None:
            return None
        return self.after.itinerary.time_ms - self.before.itinerary.time_ms


def sides_of(comparison: Comparison, mode: Mode) -> Sides:
    """Give the networks that a comparison was made on."""
    city, drawing = comparison.city, comparison.drawing
    before = stand(city, mode, None, ())
    if mode not in comparison.laid:
        return Sides(before, stand(city, mode, drawing, ()))
    laid = comparison.laid[mode]
    homes = len(city.homes.ids) + len(drawing.patch.edits.homes)
    after = Ground(
        city,
        mode,
        drawing,
        drawing.patch,
        drawing.closed,
        laid.closings,
        laid.after,
        homes,
        0,
    )
    return Sides(before, after)


def explain(sides: Sides, home: int, category: str, cutoffs_min: Sequence[int]) -> Story:
    """Tell what becomes of one home's way to the nearest of a kind."""
    standing = home < len(sides.before.city.homes.ids)
    none = np.zeros(0, np.int32)
    times = (
        _facility_times(sides.before, home) if standing else none,
        _facility_times(sides.after, home),
    )
    rows = (
        _of_category(sides.before, category) if standing else np.zeros(0, np.int64),
        _of_category(sides.after, category),
    )
    return Story(
        sides.before.mode,
        category,
        home,
        _errand(sides.before, home, times[0], rows[0]),
        _errand(sides.after, home, times[1], rows[1]),
        tuple(_reach(times, rows, cutoffs_min)),
        sides,
    )


def _facility_times(ground: Ground, home: int) -> Int32Array:
    found: Int32Array = time_rows(
        ground.graph.outgoing,
        ground.graph.node_count,
        rows=np.array([home]),
        sources=ground.closings.homes_out,
        targets=ground.closings.facilities,
    )[0]
    return found


def _of_category(ground: Ground, category: str) -> Int64Array:
    """Give the facilities of a kind that are there."""
    edits = ground.patch.edits
    names = (
        *ground.city.facilities.categories,
        *(place.category for place in edits.facilities),
    )
    rows = [row for row, name in enumerate(names) if name == category]
    return np.array([row for row in rows if row not in edits.removed_facilities], np.int64)


def _errand(ground: Ground, home: int, times: Int32Array, rows: Int64Array) -> Errand | None:
    """Find the way to the nearest; of facilities equally near the first in the table."""
    if len(rows) == 0 or times[rows].min() == _NEVER:
        return None
    facility = int(rows[np.argmin(times[rows])])
    itinerary = find_itinerary(ground, ("home", home), ("facility", facility))
    return None if itinerary is None else Errand(facility, itinerary)


def _reach(
    times: tuple[Int32Array, Int32Array],
    rows: tuple[Int64Array, Int64Array],
    cutoffs_min: Sequence[int],
) -> Iterator[ReachChange]:
    for cutoff in cutoffs_min:
        limit = cutoff * MS_PER_MINUTE
        before, after = (
            {int(row) for row in there if column[row] <= limit}
            for column, there in zip(times, rows, strict=True)
        )
        if before != after:
            gained, lost = tuple(sorted(after - before)), tuple(sorted(before - after))
            yield ReachChange(cutoff, gained, lost)


def stories(
    comparison: Comparison, categories: Sequence[str] | None, homes: int
) -> tuple[Story, ...]:
    """Tell of the homes of the area that gain most, and of those that lose most, per question.

    Parameters
    ----------
    categories : sequence of str or None
        None for all that some facility has.
    homes : int
        How many that gain and how many that lose, at most, for each mode and category.

    Returns
    -------
    tuple of Story
        By mode and category; gains first, the largest first of all, then losses, the largest
        last. A home that comes to reach anything at all gains most.
    """
    found: list[Story] = []
    for mode in comparison.modes:
        sides = None
        for row, category in comparison.categories:
            if categories is None or category in categories:
                for home in _moved(comparison, mode, row, homes):
                    sides = sides_of(comparison, mode) if sides is None else sides
                    found.append(explain(sides, home, category, comparison.cutoffs_min))
    return tuple(found)


def _moved(comparison: Comparison, mode: Mode, category: int, homes: int) -> list[int]:
    """Give the rows of the homes whose time changes most, gains first."""
    count = len(comparison.city.homes.ids)
    before = comparison.baseline.measures[mode].nearest_ms[:count, category].astype(np.int64)
    after = comparison.proposal.measures[mode].nearest_ms[:count, category].astype(np.int64)
    lived_in: BoolArray = comparison.proposal.weights[:count] > 0
    counted = comparison.baseline.in_area & lived_in & (before != after)
    rows = np.flatnonzero(counted)
    change = (after - before)[rows]
    # Of homes with the same change those with most residents, then the first in the table.
    order = rows[np.lexsort((rows, -comparison.proposal.weights[rows], change))]
    gains = [int(row) for row in order if after[row] < before[row]]
    losses = [int(row) for row in order[::-1] if after[row] > before[row]]
    return gains[:homes] + losses[:homes][::-1]


def home_row(city: City, drawn: Sequence[str], identity: str) -> int | None:
    """Find a home by its id, the drawn ones after those of the place; None for none."""
    ids = (*city.homes.ids, *drawn)
    return ids.index(identity) if identity in ids else None
