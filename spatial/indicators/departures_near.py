"""How many buses or trains leave near home, an hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.indicators.base import (
    Indicator,
    Reading,
    attached_share,
    home_column,
    of_area,
)
from spatial.network.model import Mode
from spatial.summaries import weighted_mean
from spatial.transit_service import PARAMETERS, departures_per_hour, known_stops_share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.assessment import HomeValues
    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.units import BoolArray, Float64Array, Int64Array


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the residents' mean."""
    return of_area(INDICATOR, comparison)


def of_homes(comparison: Comparison, situation: Situation, homes: BoolArray) -> Iterator[Reading]:
    """Give the mean of some homes' residents; no answer where no departures are known."""
    if Mode.WALK not in comparison.modes:
        return
    rows = np.flatnonzero(homes & (situation.weights > 0))
    known = known_stops_share(comparison)
    best = _best(comparison, situation, rows)
    mean = weighted_mean(best, situation.weights[rows]) if known > 0.0 else None
    share = attached_share(comparison, Mode.WALK, homes) * known
    yield Reading(mean, Mode.WALK, known_share=share)


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give each home's own number."""
    if Mode.WALK not in comparison.modes or known_stops_share(comparison) == 0.0:
        return
    before, after = comparison.baseline, comparison.proposal
    was = _best(comparison, before, np.arange(len(before.residents)))
    will_be = _best(comparison, after, np.arange(len(after.residents)))
    yield home_column(INDICATOR, comparison, was, will_be, mode=Mode.WALK)


def _best(comparison: Comparison, situation: Situation, rows: Int64Array) -> Float64Array:
    day_share = INDICATOR.setting(comparison, "day_share")
    best: Float64Array = departures_per_hour(comparison, situation, rows, day_share).max(axis=1)
    return best


INDICATOR = Indicator(
    id="departures_near",
    group=1,
    name_da="Afgange nær hjemmet",
    name_en="Departures near home",
    sentence_da="Så mange busser eller tog kører i gennemsnit i timen på hverdage kl. 6-20 fra det"
    " bedste stoppested inden for 500 meter ad veje og stier.",
    sentence_en="On average this many buses or trains leave an hour on weekdays from 6 to 20 from"
    " the best stop within 500 metres along streets and paths.",
    formula="Σ_i P_i max_{j: d_ij ≤ 500 m} a_j / Σ_i P_i, a_j = s A_j / 14",
    unit="per_hour",
    better="higher",
    guarantee="monotone",
    guarantee_reason_da="Nye veje kan kun bringe flere stoppesteder nær, og det bedste tæller."
    " Gennemsnittet følger med, så længe de samme mennesker bor der.",
    guarantee_reason_en="New ways can only bring more stops near, and the best one counts. The mean"
    " follows as long as the same people live there.",
    parameters=PARAMETERS,
    source="The timetable that is loaded, else an assumed share of the register's weekday (2022)",
    compute=compute,
    per_home=per_home,
    of_homes=of_homes,
)
