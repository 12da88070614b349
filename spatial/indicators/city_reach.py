"""How many people of the rest of the municipality are within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.indicators.base import (
    Indicator,
    Parameter,
    Reading,
    attached_share,
    home_column,
    of_area,
)
from spatial.summaries import PARTS_OF_A_RESIDENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.assessment import HomeValues
    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.units import BoolArray


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the residents' mean for each cutoff."""
    return of_area(INDICATOR, comparison)


def of_homes(comparison: Comparison, situation: Situation, homes: BoolArray) -> Iterator[Reading]:
    """Give the mean of some homes' residents for each cutoff."""
    for mode in comparison.travel_modes:
        known = attached_share(comparison, mode, homes)
        reach = comparison.summary(situation, mode, homes).reach
        for column, cutoff in enumerate(comparison.cutoffs_min):
            yield Reading(reach[column], mode, cutoff_min=cutoff, known_share=known)


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give how many people each home reaches within each cutoff."""
    for mode in comparison.travel_modes:
        before = comparison.baseline.measures[mode].reach_parts / PARTS_OF_A_RESIDENT
        after = comparison.proposal.measures[mode].reach_parts / PARTS_OF_A_RESIDENT
        for column, cutoff in enumerate(comparison.cutoffs_min):
            yield home_column(
                INDICATOR,
                comparison,
                before[:, column],
                after[:, column],
                mode=mode,
                cutoff_min=cutoff,
            )


INDICATOR = Indicator(
    id="city_reach",
    group=1,
    name_da="Byen inden for rækkevidde",
    name_en="The city within reach",
    sentence_da="Så mange af kommunens øvrige indbyggere bor inden for tiden fra en beboer i"
    " gennemsnit.",
    sentence_en="On average this many other inhabitants of the municipality live within the time"
    " of a resident.",
    formula="Σ_i P_i Σ_k R_k · 1[t_ik ≤ T] / Σ_i P_i, k uden for området i samme kommune",
    unit="residents",
    better="higher",
    guarantee="monotone",
    guarantee_reason_da="Flere veje og flere boliger kan kun øge tallet for hver bolig.",
    guarantee_reason_en="More ways and more homes can only raise each home's number.",
    parameters={"cutoffs_min": Parameter((5, 10, 15, 20, 30), "min")},
    source="Ingram 1971, residents as opportunities",
    compute=compute,
    of_homes=of_homes,
    per_home=per_home,
)
