"""Whom a facility serves: who reaches it in what time, and for whom it is the nearest of its kind.

Read off the tables of times that the indicators are, so that what is told of a facility can be
added up to what they tell of its kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from spatial.summaries import people
from spatial.tables import CATEGORIES
from spatial.units import MS_PER_MINUTE, UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spatial.city import City
    from spatial.comparison import Comparison, Situation
    from spatial.network.model import Mode
    from spatial.units import BoolArray, Int32Array, Int64Array

_NEVER = int(UNREACHABLE_MS)


@dataclass(frozen=True, slots=True)
class People:
    """Residents of the area, and those of the place who live outside it."""

    inside: float
    outside: float


@dataclass(frozen=True, slots=True)
class Served:
    """Whom a facility serves in one situation.

    Parameters
    ----------
    times_ms : int32 array, shape (homes,)
        From each home; `UNREACHABLE_MS` where no way leads.
    nearest : bool array, shape (homes,)
        For whom no other of its kind is nearer; of several equally near the first in the table is
        the nearest, so that each home has one.
    within : tuple of People
        For each cutoff.
    nearest_to : People
    """

    times_ms: Int32Array
    nearest: BoolArray
    within: tuple[People, ...]
    nearest_to: People


@dataclass(frozen=True, slots=True)
class Catchment:
    """Whom a facility serves without a drawing and with it; None where it is not there."""

    facility: int
    before: Served | None
    after: Served | None


def facility_row(city: City, drawn: Sequence[str], identity: str) -> int | None:
    """Find a facility by its id, the drawn ones after those of the place; None for none."""
    ids = (*city.facilities.ids, *drawn)
    return ids.index(identity) if identity in ids else None


def find_catchment(comparison: Comparison, mode: Mode, facility: int) -> Catchment:
    """Find whom one facility serves, before and after."""
    names = [
        *comparison.city.facilities.categories,
        *(place.category for place in comparison.drawing.patch.edits.facilities),
    ]
    category = CATEGORIES.index(names[facility])
    return Catchment(
        facility,
        _served(comparison, comparison.baseline, mode, facility, category),
        _served(comparison, comparison.proposal, mode, facility, category),
    )


def _served(
    comparison: Comparison, situation: Situation, mode: Mode, facility: int, category: int
) -> Served | None:
    kind = np.flatnonzero(situation.places.category == category)
    if facility not in kind:
        return None
    times = situation.times[mode].to_facilities(kind)
    own = times[:, int(np.searchsorted(kind, facility))]
    nearest = (_first_nearest(times, kind) == facility) & (own < _NEVER)
    return Served(
        own,
        nearest,
        tuple(
            _people(situation, own <= cutoff * MS_PER_MINUTE) for cutoff in comparison.cutoffs_min
        ),
        _people(situation, nearest),
    )


def _first_nearest(times: Int32Array, kind: Int64Array) -> Int64Array:
    first: Int64Array = kind[np.argmin(times, axis=1)]
    return first


def _people(situation: Situation, homes: BoolArray) -> People:
    inside = situation.in_area
    return People(
        people(situation.weights[homes & inside].sum()),
        people(situation.weights[homes & ~inside].sum()),
    )
