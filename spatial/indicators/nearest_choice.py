"""For whom the area has the nearest of something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.indicators.base import Indicator, beside
from spatial.summaries import people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.network.model import Mode


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Count residents outside for each category."""
    for mode in comparison.modes:
        for row, category in comparison.categories:
            yield beside(
                INDICATOR,
                _choosers(comparison.baseline, mode, row),
                _choosers(comparison.proposal, mode, row),
                mode=mode,
                category=category,
            )


def _choosers(situation: Situation, mode: Mode, category: int) -> float:
    measures = situation.measures[mode]
    inside = measures.nearest_inside_ms[:, category]
    chosen = (inside < measures.nearest_outside_ms[:, category]) & ~situation.in_area
    return people(situation.weights[chosen].sum())


INDICATOR = Indicator(
    id="nearest_choice",
    group=2,
    name_da="Området er det nærmeste valg",
    name_en="The area is the nearest choice",
    sentence_da="For så mange mennesker uden for området ligger den nærmeste af slagsen inde i"
    " området.",
    sentence_en="For this many people outside the area the nearest of its kind lies inside it.",
    formula="Σ_{k uden for} P_k · 1[min_{j inde} t_kj < min_{j uden for} t_kj]",
    unit="residents",
    better="higher",
    guarantee="none",
    guarantee_reason_da="Funktioner inde og ude konkurrerer: en ny vej kan også gøre noget uden for"
    " området til det nærmeste.",
    guarantee_reason_en="Facilities inside and outside compete: a new way can also make something"
    " outside the nearest.",
    parameters={},
    source="Strictly nearest facility; ties go to the outside",
    compute=compute,
)
