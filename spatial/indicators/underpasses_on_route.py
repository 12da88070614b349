"""How many underpasses lie on everyday ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.daily_routes import ERRANDS, routes_to
from spatial.indicators.base import Indicator, beside, home_column
from spatial.network.model import Mode
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.assessment import HomeValues
    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.units import BoolArray, Int64Array


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the residents' mean for each errand."""
    if Mode.WALK not in comparison.modes:
        return
    for errand in ERRANDS:
        before, known = _mean(comparison, comparison.baseline, errand)
        after, still_known = _mean(comparison, comparison.proposal, errand)
        yield beside(
            INDICATOR,
            before,
            after,
            mode=Mode.WALK,
            category=errand,
            known_share=min(known, still_known),
        )


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give the number on each home's way; none where no way leads."""
    if Mode.WALK not in comparison.modes:
        return
    for errand in ERRANDS:
        columns = []
        for situation in (comparison.baseline, comparison.proposal):
            passed, _, arrives = _passed(comparison, situation, errand)
            columns.append(np.where(arrives, passed.astype(np.float64), np.nan))
        yield home_column(INDICATOR, comparison, *columns, mode=Mode.WALK, category=errand)


def _passed(
    comparison: Comparison, situation: Situation, errand: str
) -> tuple[Int64Array, BoolArray, BoolArray]:
    """Give underpasses, whether no bridge may be one too, and whether a way leads; per home."""
    routes = routes_to(comparison, situation, errand)
    passed = routes.runs(routes.ways.tunnel.astype(np.int64))
    sure = routes.along(routes.ways.told_as_bridge.astype(np.int64)) == 0
    return passed, sure, routes.times_ms < UNREACHABLE_MS


def _mean(comparison: Comparison, situation: Situation, errand: str) -> tuple[float | None, float]:
    """Give the mean of those for whom a way leads, and the share of them it is known for."""
    passed, sure, arrives = _passed(comparison, situation, errand)
    counted = situation.in_area & arrives
    weights = situation.weights
    total = int(weights[counted].sum())
    if total == 0:
        return None, 0.0
    # Whole numbers throughout: the sum is exact.
    return int((passed * weights)[counted].sum()) / total, int(
        weights[counted & sure].sum()
    ) / total


INDICATOR = Indicator(
    id="underpasses_on_route",
    group=5,
    name_da="Tunneler på vejen",
    name_en="Underpasses on the way",
    sentence_da="Så mange tunneler går en beboer i gennemsnit igennem på den korteste vej til"
    " skole, indkøb og station.",
    sentence_en="A resident walks through this many underpasses, on average, on the shortest way"
    " to school, shop and station.",
    formula="Σ_i P_i u_i / Σ_i P_i, u = tunneler på vejen",
    unit="underpasses",
    better="lower",
    guarantee="none",
    guarantee_reason_da="En ny tunnel kan gøre vejen kortere.",
    guarantee_reason_en="A new underpass can make the way shorter.",
    parameters={},
    source="Tunnels on the shortest way on foot; the register's bridges may pass under as well as"
    " over, so ways over one are not counted as known",
    compute=compute,
    live=False,
    per_home=per_home,
)
