"""How much of everyday ways is lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.daily_routes import ERRANDS, routes_to
from spatial.indicators.base import Indicator, beside, home_column
from spatial.network.model import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.assessment import HomeValues
    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.units import Float64Array, Int64Array

Light = tuple["Int64Array", "Int64Array", "Int64Array"]
"""Ticks that are lit, unlit and walked in all, per home."""


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the share of the residents' ways for each errand, and for all three together."""
    if Mode.WALK not in comparison.modes:
        return
    was, will_be = (
        _by_errand(comparison, situation)
        for situation in (comparison.baseline, comparison.proposal)
    )
    for errand in (*ERRANDS, None):
        before, known = _share(was[errand])
        after, still_known = _share(will_be[errand])
        yield beside(
            INDICATOR,
            before,
            after,
            mode=Mode.WALK,
            category=errand,
            known_share=min(known, still_known),
        )


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give the share of each home's way; none where nothing of it is known."""
    if Mode.WALK not in comparison.modes:
        return
    for errand in ERRANDS:
        before, after = (
            _shares(_light(comparison, situation, errand))
            for situation in (comparison.baseline, comparison.proposal)
        )
        yield home_column(INDICATOR, comparison, before, after, mode=Mode.WALK, category=errand)


def _by_errand(comparison: Comparison, situation: Situation) -> dict[str | None, tuple[int, ...]]:
    """Give the area's sums for each errand, and under None for all together."""
    found: dict[str | None, tuple[int, ...]] = {
        errand: _totals(situation, _light(comparison, situation, errand)) for errand in ERRANDS
    }
    return {**found, None: tuple(sum(column) for column in zip(*found.values(), strict=True))}


def _light(comparison: Comparison, situation: Situation, errand: str) -> Light:
    routes = routes_to(comparison, situation, errand)
    ways = routes.ways
    return (
        routes.along(ways.lit_ticks),
        routes.along(ways.unlit_ticks),
        routes.along(ways.length_ticks),
    )


def _totals(situation: Situation, light: Light) -> tuple[int, ...]:
    """Sum up the area's residents' metres: each resident walks the way once."""
    homes = np.flatnonzero(situation.in_area & (situation.weights > 0))
    weights = situation.weights[homes].tolist()
    return tuple(
        sum(weight * ticks for weight, ticks in zip(weights, part[homes].tolist(), strict=True))
        for part in light
    )


def _share(totals: tuple[int, ...]) -> tuple[float | None, float]:
    """Give the lit share of what is known, and how much is known; all of no way at all."""
    lit, unlit, whole = totals
    known = lit + unlit
    return lit / known if known else None, known / whole if whole else 0.0


def _shares(light: Light) -> Float64Array:
    lit, unlit, _ = light
    known = lit + unlit
    shares: Float64Array = np.divide(lit, known, out=np.full(len(lit), np.nan), where=known > 0)
    return shares


INDICATOR = Indicator(
    id="lit_share",
    group=5,
    name_da="Lys på vejen",
    name_en="Light on the way",
    sentence_da="Så stor en del af beboernes korteste veje til skole, indkøb og station er oplyst,"
    " målt i meter og af det, man ved noget om.",
    sentence_en="This share of the residents' shortest ways to school, shop and station is lit, in"
    " metres and of what is known.",
    formula="Σ_i P_i l_i / Σ_i P_i (l_i + m_i), l = oplyste meter, m = mørke meter på vejen",
    unit="share",
    better="higher",
    guarantee="none",
    guarantee_reason_da="En ny genvej uden lys kan gøre vejen kortere og mørkere.",
    guarantee_reason_en="A new short cut without light can make the way shorter and darker.",
    parameters={},
    source="Length along the shortest way on foot, without the step between front door and street",
    compute=compute,
    live=False,
    per_home=per_home,
)
