"""How many facilities are within reach."""

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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.assessment import HomeValues
    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.units import BoolArray


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the residents' mean count for each category and cutoff."""
    return of_area(INDICATOR, comparison)


def of_homes(comparison: Comparison, situation: Situation, homes: BoolArray) -> Iterator[Reading]:
    """Give the mean count of some homes' residents for each category and cutoff."""
    for mode in comparison.travel_modes:
        known = attached_share(comparison, mode, homes)
        counts = comparison.summary(situation, mode, homes).opportunities
        for row, category in comparison.categories:
            for column, cutoff in enumerate(comparison.cutoffs_min):
                yield Reading(counts[row][column], mode, category, cutoff, known_share=known)


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give each home's count for each category and cutoff."""
    for mode in comparison.travel_modes:
        before = comparison.baseline.measures[mode].opportunities
        after = comparison.proposal.measures[mode].opportunities
        for row, category in comparison.categories:
            for column, cutoff in enumerate(comparison.cutoffs_min):
                yield home_column(
                    INDICATOR,
                    comparison,
                    before[:, row, column],
                    after[:, row, column],
                    mode=mode,
                    category=category,
                    cutoff_min=cutoff,
                )


INDICATOR = Indicator(
    id="opportunities_within",
    group=1,
    name_da="Muligheder inden for tiden",
    name_en="Opportunities within",
    sentence_da="Så mange af slagsen kan en beboer i gennemsnit nå inden for tiden.",
    sentence_en="A resident reaches this many of its kind within the time, on average.",
    formula="Σ_i P_i Σ_j O_j · 1[t_ij ≤ T] / Σ_i P_i",
    unit="facilities",
    better="higher",
    guarantee="monotone",
    guarantee_reason_da="Hver boligs antal kan kun stige, når noget tilføjes. Gennemsnittet følger"
    " med, så længe de samme mennesker bor der.",
    guarantee_reason_en="Each home's count can only grow when something is added. The mean follows"
    " as long as the same people live there.",
    parameters={"cutoffs_min": Parameter((5, 10, 15, 20, 30), "min")},
    source="Ingram 1971",
    compute=compute,
    of_homes=of_homes,
    per_home=per_home,
)
