"""Share of residents with a facility nearby."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.indicators.base import Indicator, Parameter, Reading, attached_share, of_area

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.units import BoolArray


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the share of residents for each category and cutoff."""
    return of_area(INDICATOR, comparison)


def of_homes(comparison: Comparison, situation: Situation, homes: BoolArray) -> Iterator[Reading]:
    """Give the share of some homes' residents for each category and cutoff."""
    for mode in comparison.travel_modes:
        known = attached_share(comparison, mode, homes)
        share = comparison.summary(situation, mode, homes).share
        for row, category in comparison.categories:
            for column, cutoff in enumerate(comparison.cutoffs_min):
                yield Reading(share[row][column], mode, category, cutoff, known_share=known)


INDICATOR = Indicator(
    id="share_within",
    group=1,
    name_da="Andel med kort vej",
    name_en="Share nearby",
    sentence_da="Så stor en del af beboerne når mindst én af slagsen inden for tiden.",
    sentence_en="This share of the residents reach at least one of its kind within the time.",
    formula="Σ_i P_i · 1[min_j t_ij ≤ T] / Σ_i P_i",
    unit="share",
    better="higher",
    guarantee="monotone",
    guarantee_reason_da="Hver boligs tid kan kun falde, når noget tilføjes. Andelen følger med, så"
    " længe de samme mennesker bor der.",
    guarantee_reason_en="Each home's time can only fall when something is added. The share follows"
    " as long as the same people live there.",
    parameters={"cutoffs_min": Parameter((5, 10, 15, 20, 30), "min")},
    source="Share of residents; unreachable counts as not within",
    compute=compute,
    of_homes=of_homes,
)
