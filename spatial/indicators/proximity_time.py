"""How far everyday life is: the mean time over its kinds of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.everyday import EVERYDAY, everyday_known_share, everyday_rows
from spatial.indicators.base import (
    Indicator,
    Parameter,
    Reading,
    attached_share,
    home_column,
    of_area,
)
from spatial.summaries import weighted_lower_medians
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.assessment import HomeValues
    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.network.model import Mode
    from spatial.units import BoolArray, Int32Array, Int64Array


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the residents' median for each mode."""
    return of_area(INDICATOR, comparison)


def of_homes(comparison: Comparison, situation: Situation, homes: BoolArray) -> Iterator[Reading]:
    """Give the median over some homes' residents of each one's mean time."""
    rows = np.flatnonzero(homes & (situation.weights > 0))
    counted = everyday_rows(comparison.city)
    for mode in comparison.modes:
        means = _mean_times(situation, mode, counted)[rows]
        (median,) = weighted_lower_medians(means[:, None], situation.weights[rows])
        known = attached_share(comparison, mode, homes) * everyday_known_share(comparison.city)
        yield Reading(median, mode, known_share=known)


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give each home's mean time; none where one of the kinds cannot be reached."""
    counted = everyday_rows(comparison.city)
    for mode in comparison.modes:
        before = _mean_times(comparison.baseline, mode, counted)
        after = _mean_times(comparison.proposal, mode, counted)
        yield home_column(INDICATOR, comparison, before, after, mode=mode)


def _mean_times(situation: Situation, mode: Mode, counted: Int64Array) -> Int32Array:
    """Give the mean in whole milliseconds, shape (homes,); one unreachable makes all of it so."""
    nearest = situation.measures[mode].nearest_ms[:, counted]
    if len(counted) == 0:
        return np.full(len(nearest), UNREACHABLE_MS, np.int32)
    means = nearest.sum(axis=1, dtype=np.int64) // len(counted)
    missing = (nearest == UNREACHABLE_MS).any(axis=1)
    return np.where(missing, UNREACHABLE_MS, means).astype(np.int32)


INDICATOR = Indicator(
    id="proximity_time",
    group=1,
    name_da="Tid til hverdagens steder",
    name_en="Time to everyday places",
    sentence_da="Halvdelen af beboerne når den nærmeste af hver slags hverdagssted på højst så lang"
    " tid i gennemsnit; under 15 minutter er det en 15-minuttersby.",
    sentence_en="Half of the residents reach the nearest of each everyday kind in at most this time"
    " on average; below 15 minutes it is a 15-minute city.",
    formula="med_i(1/|C| Σ_{c∈C} min_{j∈c} t_ij; P_i), C = skole, daginstitution, dagligvarer,"
    " butik, service, sundhed, fritid, kultur, park, stoppested",
    unit="ms",
    better="lower",
    guarantee="monotone",
    guarantee_reason_da="Hver boligs tid til hver slags kan kun falde, når noget tilføjes. Slagsene"
    " er dem, der er kendt før tegningen, så de er de samme før og efter.",
    guarantee_reason_en="Each home's time to each kind can only fall when something is added. The"
    " kinds are those known before the drawing, so they are the same before and after.",
    parameters={"kinds": Parameter(len(EVERYDAY))},
    source="Bruno et al. 2024; a kind the data has no place of counts as unknown",
    compute=compute,
    per_home=per_home,
    of_homes=of_homes,
)
