"""How much of the neighbours' choice falls inside the area."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.comparison import area_key
from spatial.indicators.base import Indicator, Parameter, attached_share, beside, home_column
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

PARTS: Final = 1_000_000_000_000
"""Pulls are whole parts of the nearest's, so that a sum is the same in any order."""


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the mean share of residents outside, for each category."""
    for mode in comparison.modes:
        before, after = (
            _shares(comparison, situation, mode)
            for situation in (comparison.baseline, comparison.proposal)
        )
        known = attached_share(comparison, mode, ~comparison.baseline.in_area)
        for row, category in comparison.categories:
            yield beside(
                INDICATOR,
                _mean(comparison.baseline, before[:, row]),
                _mean(comparison.proposal, after[:, row]),
                mode=mode,
                category=category,
                known_share=known,
            )


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give the share of each home's choice; none where nothing of its kind can be reached."""
    for mode in comparison.modes:
        before = _shares(comparison, comparison.baseline, mode)
        after = _shares(comparison, comparison.proposal, mode)
        for row, category in comparison.categories:
            yield home_column(
                INDICATOR, comparison, before[:, row], after[:, row], mode=mode, category=category
            )


def huff_shares(times_ms: Int32Array, inside: BoolArray, decay_per_min: float) -> Float64Array:
    """Give the share of each row's choice that falls on the columns inside (Huff 1964).

    All places attract alike; the way alone tells them apart. Times count from the nearest, so that
    it does not matter how far away all of them are.

    Returns
    -------
    float64 array, shape (rows,)
        NaN where no column can be reached.
    """
    if times_ms.shape[1] == 0:
        return np.full(len(times_ms), np.nan)
    further_ms = times_ms - times_ms.min(axis=1, keepdims=True).astype(np.float64)
    weakened = np.exp(further_ms * (-decay_per_min / MS_PER_MINUTE))
    weakened[times_ms == UNREACHABLE_MS] = 0.0
    pull = np.rint(weakened * PARTS).astype(np.int64)
    whole = pull.sum(axis=1)
    part = np.where(inside, pull, 0).sum(axis=1)
    shares: Float64Array = np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0)
    return shares


def _mean(situation: Situation, shares: Float64Array) -> float | None:
    choosing = np.flatnonzero(~situation.in_area & (situation.weights > 0) & ~np.isnan(shares))
    return weighted_mean(shares[choosing], situation.weights[choosing])


def _shares(comparison: Comparison, situation: Situation, mode: Mode) -> Float64Array:
    """Give every home's shares, shape (homes, categories); only those that can differ anew."""
    decay, before = INDICATOR.setting(comparison, "decay_per_min"), comparison.baseline
    every = np.arange(len(situation.residents))

    def baseline() -> Float64Array:
        return _all_shares(before, mode, np.arange(len(before.residents)), decay)

    key = ("attraction", area_key(comparison.area), mode, decay)
    ready = comparison.city.remember(key, baseline)
    if situation is before:
        return ready
    if not np.array_equal(situation.places.category, before.places.category):
        return _all_shares(situation, mode, every, decay)
    found = np.empty((len(every), len(CATEGORIES)))
    found[: len(ready)] = ready
    fresh = every[len(ready) :]
    differing = np.concatenate((np.flatnonzero(situation.times[mode].table.touched), fresh))
    found[differing] = _all_shares(situation, mode, differing, decay)
    return found


def _all_shares(situation: Situation, mode: Mode, rows: Int64Array, decay: float) -> Float64Array:
    times_ms = situation.times[mode].of_homes(rows)
    found = np.empty((len(rows), len(CATEGORIES)))
    for row in range(len(CATEGORIES)):
        kind = situation.places.category == row
        found[:, row] = huff_shares(times_ms[:, kind], situation.places.inside[kind], decay)
    return found


INDICATOR = Indicator(
    id="attraction_share",
    group=2,
    name_da="Andel af naboernes ærinder",
    name_en="Share of the neighbours' errands",
    sentence_da="Så stor en del af ærinderne hos folk uden for området falder i området, hvis det"
    " nærmere vælges oftere end det fjernere.",
    sentence_en="This share of the errands of people outside falls inside the area, if what is"
    " nearer is chosen more often than what is further.",
    formula="Σ_k P_k (Σ_{j inde} A_j e^(-β t_kj) / Σ_j A_j e^(-β t_kj)) / Σ_k P_k, k uden for"
    " området, A_j = 1",
    unit="share",
    better="higher",
    guarantee="none",
    guarantee_reason_da="Funktioner inde og ude konkurrerer: en ny vej kan også trække ærinder ud"
    " af området.",
    guarantee_reason_en="Facilities inside and outside compete: a new way can also draw errands"
    " out of the area.",
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
    source="Huff 1964; every facility attracts alike, as sizes are not known",
    compute=compute,
    live=False,
    per_home=per_home,
)
