"""How far round it is to the other side of what lies across the way."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.comparison import area_key
from spatial.facing import (
    APART_M,
    ATTACH_M,
    WIDEST_M,
    facing_points,
    facing_times_after,
    facing_times_before,
)
from spatial.indicators.base import Indicator, Parameter, beside
from spatial.network.model import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.comparison import Comparison
    from spatial.facing import Facing
    from spatial.indicators.base import IndicatorValue
    from spatial.units import Int32Array

LONGEST_M: Final = 5000


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the mean and the largest detour on foot."""
    if Mode.WALK not in comparison.modes:
        return
    facing, before = _baseline(comparison)
    after = before
    if Mode.WALK in comparison.patched:
        after = facing_times_after(comparison, facing, _limit_ms(comparison))
    ratios = [_ratios(comparison, facing, times) for times in (before, after)]
    for variant, summary in (("mean", _mean), ("max", max)):
        one, two = (summary(values) if values else None for values in ratios)
        yield beside(
            INDICATOR, one, two, mode=Mode.WALK, variant=variant, known_share=facing.known_share
        )


def _baseline(comparison: Comparison) -> tuple[Facing, Int32Array]:
    city, area = comparison.city, comparison.area
    within_m = INDICATOR.setting(comparison, "within_m")
    aside_m = INDICATOR.setting(comparison, "aside_m")

    def search() -> tuple[Facing, Int32Array]:
        facing = facing_points(city, area, within_m, aside_m)
        return facing, facing_times_before(city, facing, _limit_ms(comparison))

    return city.remember(("severance", area_key(area), within_m, aside_m), search)


def _limit_ms(comparison: Comparison) -> int:
    return LONGEST_M * comparison.city.paces[Mode.WALK].ms_per_metre


def _ratios(comparison: Comparison, facing: Facing, times_ms: Int32Array) -> list[float]:
    """Give the walk beside the straight line; what is further than the longest counts as that."""
    pace = comparison.city.paces[Mode.WALK].ms_per_metre
    walk_m = np.minimum(times_ms, _limit_ms(comparison)) / pace
    ratios: list[float] = (walk_m / facing.straight_m[facing.attached]).tolist()
    return ratios


def _mean(ratios: list[float]) -> float:
    return math.fsum(ratios) / len(ratios)


INDICATOR = Indicator(
    id="severance",
    group=4,
    name_da="Barrierer",
    name_en="Severance",
    sentence_da="Så mange gange længere end tværs over er gangvejen til den anden side af"
    " motorveje, jernbaner og vand, i gennemsnit og på det værste sted.",
    sentence_en="The walk to the other side of motorways, railways and water is this many times"
    " the straight line across, on average and at the worst place.",
    formula="mean_k, max_k: min(d(a_k, b_k), 5000 m) / |a_k b_k|, k for hver 25 m barriere",
    unit="ratio",
    better="lower",
    guarantee="monotone",
    guarantee_reason_da="Stederne ligger fast, og en ny vej kan kun gøre turen mellem to af dem"
    " kortere.",
    guarantee_reason_en="The places lie still, and a new way can only shorten the walk between two"
    " of them.",
    parameters={
        "within_m": Parameter(800, "m", 100, 3000, "Så langt fra området", "So far from the area"),
        "aside_m": Parameter(15, "m", 5, 50, "Så langt fra barrieren", "So far from the barrier"),
        "apart_m": Parameter(APART_M, "m"),
        "widest_m": Parameter(WIDEST_M, "m"),
        "attach_m": Parameter(ATTACH_M, "m"),
        "longest_m": Parameter(LONGEST_M, "m"),
    },
    source="Facing-point detour, as in Severance Snape (Carlino)",
    compute=compute,
    live=False,
)
