"""How many facilities are within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.indicators.base import Indicator, Parameter, attached_share, beside, home_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.assessment import HomeValues
    from spatial.comparison import Comparison
    from spatial.indicators.base import IndicatorValue


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the residents' mean count for each category and cutoff."""
    before, after = comparison.baseline, comparison.proposal
    for mode in comparison.modes:
        known = attached_share(comparison, mode)
        for row, category in comparison.categories:
            for column, cutoff in enumerate(comparison.cutoffs_min):
                yield beside(
                    INDICATOR,
                    before.of_area[mode].opportunities[row][column],
                    after.of_area[mode].opportunities[row][column],
                    mode=mode,
                    category=category,
                    cutoff_min=cutoff,
                    known_share=known,
                )


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give each home's count for each category and cutoff."""
    for mode in comparison.modes:
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
    per_home=per_home,
)
