"""From homes to one number: averages and medians weighted by residents.

Nobody left to speak for, or nothing reachable, gives None and never zero. Weights are whole
numbers, so that a sum is the same in any order and on any machine.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.units import MS_PER_MINUTE, UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spatial.measures import HomeMeasures
    from spatial.units import BoolArray, Float64Array, Int32Array, Int64Array

PARTS_OF_A_RESIDENT: Final = 1_000_000
"""Half a household may move; people are counted in millionths to keep sums whole."""


def whole_parts(residents: Float64Array) -> Int64Array:
    """Give residents in whole millionths."""
    return np.rint(residents * PARTS_OF_A_RESIDENT).astype(np.int64)


def people(parts: int) -> float:
    """Give a sum of millionths in residents again."""
    return int(parts) / PARTS_OF_A_RESIDENT


@dataclass(frozen=True, slots=True)
class Summary:
    """What the residents of some homes reach.

    Parameters
    ----------
    median_ms : tuple, one per category
        The least time within which at least half of the residents reach the nearest.
    share, opportunities : tuple of tuples, categories by cutoffs
    reach : tuple, one per cutoff
    """

    median_ms: tuple[int | None, ...]
    share: tuple[tuple[float | None, ...], ...]
    opportunities: tuple[tuple[float | None, ...], ...]
    reach: tuple[float | None, ...]


def weighted_mean(values: Float64Array, weights: Int64Array) -> float | None:
    """Give the mean over people; None where there is nobody.

    The sum is rounded once at the end, so that the order of homes does not matter.

    Parameters
    ----------
    values : float64 array, shape (homes,)
        Every one a number.
    weights : int64 array, shape (homes,)
    """
    total = int(weights.sum())
    return math.fsum((values * weights).tolist()) / total if total else None


def weighted_lower_medians(times_ms: Int32Array, weights: Int64Array) -> tuple[int | None, ...]:
    """Give for each column the least time within which at least half of the weight lies.

    Unreachable counts as infinite: None where more than half of the weight cannot reach, and where
    there is no weight.

    Parameters
    ----------
    times_ms : int32 array, shape (homes, columns)
    weights : int64 array, shape (homes,)
    """
    total = int(weights.sum())
    if total == 0:
        return tuple([None] * times_ms.shape[1])
    order = np.argsort(times_ms, axis=0, kind="stable")
    running = np.cumsum(weights[order], axis=0)
    row = np.argmax(2 * running >= total, axis=0)
    columns = np.arange(times_ms.shape[1])
    medians = [int(time) for time in times_ms[order[row, columns], columns]]
    return tuple([None if median == int(UNREACHABLE_MS) else median for median in medians])


def summarise(
    measures: HomeMeasures, weights: Int64Array, homes: BoolArray, cutoffs_min: Sequence[int]
) -> Summary:
    """Summarise what some homes reach.

    Parameters
    ----------
    weights : int64 array, shape (all homes,)
        Residents in millionths.
    homes : bool array, shape (all homes,)
    """
    chosen = np.flatnonzero(homes & (weights > 0))
    weight = weights[chosen]
    nearest = measures.nearest_ms[chosen]
    categories, cutoffs = nearest.shape[1], len(cutoffs_min)
    total = int(weight.sum())
    if total == 0:
        nothing = (None,) * cutoffs
        return Summary(
            (None,) * categories, (nothing,) * categories, (nothing,) * categories, nothing
        )
    limits_ms = np.array(cutoffs_min, np.int64) * MS_PER_MINUTE
    within = np.stack([weight @ (nearest <= limit) for limit in limits_ms], axis=1)
    counted = measures.opportunities[chosen].reshape(len(chosen), -1).astype(np.int64)
    found = (weight @ counted).reshape(categories, cutoffs)
    # Both factors of a sum over people are large here: exact only as rounded once at the end.
    reach = measures.reach_parts[chosen] / PARTS_OF_A_RESIDENT
    sums = [math.fsum((reach[:, k] * weight).tolist()) for k in range(cutoffs)]
    return Summary(
        weighted_lower_medians(nearest, weight),
        tuple(tuple(parts / total for parts in row) for row in within.tolist()),
        tuple(tuple(parts / total for parts in row) for row in found.tolist()),
        tuple(part / total for part in sums),
    )
