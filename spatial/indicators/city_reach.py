"""How many people of the rest of the municipality are within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.indicators.base import Indicator, attached_share, beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.comparison import Comparison
    from spatial.indicators.base import IndicatorValue


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the residents' mean for each cutoff."""
    before, after = comparison.baseline, comparison.proposal
    for mode in comparison.modes:
        known = attached_share(comparison, mode)
        for column, cutoff in enumerate(comparison.cutoffs_min):
            yield beside(
                INDICATOR,
                before.of_area[mode].reach[column],
                after.of_area[mode].reach[column],
                mode=mode,
                cutoff_min=cutoff,
                known_share=known,
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
    parameters={"cutoffs_min": (5, 10, 15, 20, 30)},
    source="Ingram 1971, residents as opportunities",
    compute=compute,
)
