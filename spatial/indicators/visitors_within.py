"""Who could have an errand in the area."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.indicators.base import Indicator, Parameter, beside
from spatial.summaries import people
from spatial.units import MS_PER_MINUTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.network.model import Mode


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Count residents outside, for each category and for any facility inside."""
    before, after = comparison.baseline, comparison.proposal
    every = np.array([row for row, _ in comparison.categories], np.int64)
    for mode in comparison.travel_modes:
        kinds = [(category, np.array([row])) for row, category in comparison.categories]
        for category, rows in [*kinds, (None, every)]:
            for cutoff in comparison.cutoffs_min:
                yield beside(
                    INDICATOR,
                    _visitors(before, mode, rows, cutoff),
                    _visitors(after, mode, rows, cutoff),
                    mode=mode,
                    category=category,
                    cutoff_min=cutoff,
                )


def _visitors(
    situation: Situation, mode: Mode, rows: np.ndarray[tuple[int], np.dtype[np.int64]], cutoff: int
) -> float:
    times = situation.measures[mode].nearest_inside_ms[:, rows]
    within = (times <= cutoff * MS_PER_MINUTE).any(axis=1) & ~situation.in_area
    return people(situation.weights[within].sum())


INDICATOR = Indicator(
    id="visitors_within",
    group=2,
    name_da="Naboer med kort vej hertil",
    name_en="Neighbours with a short way here",
    sentence_da="Så mange mennesker uden for området har noget af slagsen inde i området inden for"
    " tiden.",
    sentence_en="This many people outside the area have something of its kind inside the area"
    " within the time.",
    formula="Σ_{k uden for} P_k · 1[min_{j inde} t_kj ≤ T]",
    unit="residents",
    better="higher",
    guarantee="monotone",
    guarantee_reason_da="Nye veje, funktioner og boliger kan kun give flere.",
    guarantee_reason_en="New ways, facilities and homes can only give more.",
    parameters={"cutoffs_min": Parameter((5, 10, 15, 20, 30), "min")},
    source="Catchment of the area's facilities",
    compute=compute,
)
