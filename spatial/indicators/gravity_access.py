"""How much is near, the nearer the more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.indicators.base import (
    Indicator,
    Parameter,
    Reading,
    attached_share,
    home_column,
    of_area,
)
from spatial.summaries import weighted_mean
from spatial.tables import CATEGORIES
from spatial.units import MS_PER_MINUTE, UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.assessment import HomeValues
    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.network.model import Mode
    from spatial.units import BoolArray, Float64Array, Int32Array, Int64Array

PARTS: Final = 1_000_000_000
"""Pulls are whole billionths, so that a sum is the same in any order and never falls by rounding
when something is added."""


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the residents' mean for each category."""
    return of_area(INDICATOR, comparison)


def of_homes(comparison: Comparison, situation: Situation, homes: BoolArray) -> Iterator[Reading]:
    """Give the mean of some homes' residents for each category."""
    rows = np.flatnonzero(homes & (situation.weights > 0))
    weights = situation.weights[rows]
    for mode in comparison.modes:
        known = attached_share(comparison, mode, homes)
        found = _access(comparison, situation, mode, rows)
        for row, category in comparison.categories:
            mean = weighted_mean(found[:, row], weights)
            yield Reading(mean, mode, category, known_share=known)


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give each home's own sum for each category."""
    before, after = comparison.baseline, comparison.proposal
    for mode in comparison.modes:
        was = _access(comparison, before, mode, np.arange(len(before.residents)))
        will_be = _access(comparison, after, mode, np.arange(len(after.residents)))
        for row, category in comparison.categories:
            yield home_column(
                INDICATOR, comparison, was[:, row], will_be[:, row], mode=mode, category=category
            )


def pulls(times_ms: Int32Array, decay_per_min: float) -> Int64Array:
    """Give what is left of a facility after the way to it, in billionths; nothing where no way is.

    Examples
    --------
    >>> pulls(np.array([0, 600_000], np.int32), 0.1).tolist()
    [1000000000, 367879441]
    """
    weakened = np.exp(times_ms * (-decay_per_min / MS_PER_MINUTE))
    return np.where(times_ms < UNREACHABLE_MS, np.rint(weakened * PARTS), 0.0).astype(np.int64)


def _access(
    comparison: Comparison, situation: Situation, mode: Mode, rows: Int64Array
) -> Float64Array:
    """Give the sums of some homes, shape (rows, categories); only what can differ anew."""
    decay, before = INDICATOR.setting(comparison, "decay_per_min"), comparison.baseline

    def baseline() -> Float64Array:
        return _summed(before, mode, np.arange(len(before.residents)), decay)

    ready = comparison.city.remember(("gravity", mode, decay), baseline)
    if situation is before:
        return ready[rows]
    standing = rows < len(ready)
    if np.array_equal(situation.places.category, before.places.category):
        standing[standing] = ~situation.times[mode].table.touched[rows[standing]]
    else:
        standing[:] = False
    found = np.empty((len(rows), len(CATEGORIES)))
    found[standing] = ready[rows[standing]]
    found[~standing] = _summed(situation, mode, rows[~standing], decay)
    return found


def _summed(situation: Situation, mode: Mode, rows: Int64Array, decay: float) -> Float64Array:
    times_ms = situation.times[mode].of_homes(rows)
    pulled, category = pulls(times_ms, decay), situation.places.category
    sums = [pulled[:, category == row].sum(axis=1) for row in range(len(CATEGORIES))]
    return np.stack(sums, axis=1) / PARTS


INDICATOR = Indicator(
    id="gravity_access",
    group=1,
    name_da="Samlet nærhed",
    name_en="Nearness",
    sentence_da="Alle steder af slagsen tæller med, men mindre, jo længere væk de er: ved 0,1 pr."
    " minut er et sted syv minutter væk halvt så meget værd som et ved døren.",
    sentence_en="Every place of its kind counts, but less the further it is: at 0.1 per minute a"
    " place seven minutes away is worth half of one at the door.",
    formula="Σ_i P_i Σ_j O_j e^(-β t_ij) / Σ_i P_i",
    unit="facilities",
    better="higher",
    guarantee="monotone",
    guarantee_reason_da="Hver boligs sum kan kun vokse, når en vej bliver kortere eller noget"
    " kommer til. Gennemsnittet følger med, så længe de samme mennesker bor der.",
    guarantee_reason_en="Each home's sum can only grow when a way is shortened or something is"
    " added. The mean follows as long as the same people live there.",
    parameters={
        "decay_per_min": Parameter(
            0.1,
            "per_min",
            low=0.01,
            high=1.0,
            name_da="Aftagen pr. minut (β)",
            name_en="Decay per minute (β)",
        )
    },
    source="Hansen 1959; every facility counts one",
    compute=compute,
    per_home=per_home,
    of_homes=of_homes,
)
