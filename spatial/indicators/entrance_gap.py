"""How far it is along the boundary between ways in."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from spatial.boundary import APART_M, INWARD_M, gaps_m
from spatial.indicators.base import Indicator, Parameter, beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.boundary import Ring
    from spatial.comparison import Comparison
    from spatial.indicators.base import IndicatorValue


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the longest and the median stretch for each mode."""
    for mode in comparison.modes:
        before, after = comparison.baseline.rings[mode], comparison.proposal.rings[mode]
        yield beside(INDICATOR, _longest(before), _longest(after), mode=mode, variant="longest")
        yield beside(INDICATOR, _median(before), _median(after), mode=mode, variant="median")


def _longest(rings: tuple[Ring, ...]) -> float | None:
    return max((gap for ring in rings for gap in gaps_m(ring)), default=None)


def _median(rings: tuple[Ring, ...]) -> float | None:
    """Give the median of the stretches; ways in side by side leave no stretch between them."""
    gaps = [gap for ring in rings for gap in gaps_m(ring)]
    counted = [gap for gap in gaps if gap > APART_M]
    return statistics.median(counted or gaps) if gaps else None


INDICATOR = Indicator(
    id="entrance_gap",
    group=4,
    name_da="Grænse uden indgang",
    name_en="Boundary without a way in",
    sentence_da="Så langt er der langs grænsen mellem to indgange, på det længste stykke og i"
    " midten.",
    sentence_en="This far it is along the boundary between two ways in, at the longest and at the"
    " median.",
    formula="max_k g_k; med_k g_k",
    unit="m",
    better="lower",
    guarantee="none",
    guarantee_reason_da="Det længste stykke kan kun blive kortere af en ny indgang, men midten kan"
    " flytte sig begge veje.",
    guarantee_reason_en="A new way in can only shorten the longest stretch, but the median can move"
    " either way.",
    parameters={
        "inward_m": Parameter(INWARD_M, "m"),
        "apart_m": Parameter(APART_M, "m"),
        "advised_longest_m": Parameter(120, "m"),
    },
    source="LEED ND",
    compute=compute,
)
