"""From homes to one number: averages and medians weighted by residents.

Nobody left to speak for, or nothing reachable, gives None and never zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.units import MS_PER_MINUTE, UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.comparison import Situation
    from spatial.network.model import Mode
    from spatial.units import BoolArray, Float64Array, Int32Array


def weighted_mean(values: Float64Array | Int32Array, weights: Float64Array) -> float | None:
    """Give the weighted mean; None where all weights are zero."""
    total = float(weights.sum())
    if total <= 0.0:
        return None
    return float((values * weights).sum()) / total


def weighted_lower_median(times_ms: Int32Array, weights: Float64Array) -> int | None:
    """Give the least time within which at least half of the weight lies.

    Unreachable counts as infinite: None where half of the weight or more cannot reach.
    """
    order = np.argsort(times_ms, kind="stable")
    running = np.cumsum(weights[order])
    if len(running) == 0 or running[-1] <= 0.0:
        return None
    median = times_ms[order][np.searchsorted(running, running[-1] / 2.0)]
    return None if median == UNREACHABLE_MS else int(median)


def nearest_median_ms(
    situation: Situation, mode: Mode, category: int, homes: BoolArray
) -> int | None:
    """Give the median time to the nearest facility of a category over some homes."""
    times = situation.measures[mode].nearest_ms[homes, category]
    return weighted_lower_median(times, situation.residents[homes])


def share_within(
    situation: Situation, mode: Mode, category: int, cutoff_min: int, homes: BoolArray
) -> float | None:
    """Give the share of residents with a facility of a category within a cutoff."""
    times = situation.measures[mode].nearest_ms[homes, category]
    within = (times <= cutoff_min * MS_PER_MINUTE).astype(np.float64)
    return weighted_mean(within, situation.residents[homes])


def mean_opportunities(
    situation: Situation, mode: Mode, category: int, cutoff: int, homes: BoolArray
) -> float | None:
    """Give the mean number of facilities of a category within a cutoff."""
    counts = situation.measures[mode].opportunities[homes, category, cutoff]
    return weighted_mean(counts, situation.residents[homes])


def mean_reach(situation: Situation, mode: Mode, cutoff: int, homes: BoolArray) -> float | None:
    """Give the mean number of other residents of the municipality within a cutoff."""
    reach = situation.measures[mode].reach[homes, cutoff]
    return weighted_mean(reach, situation.residents[homes])
