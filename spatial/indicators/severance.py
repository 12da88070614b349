"""How far round it is to the other side of what lies across the way."""

from __future__ import annotations

import math
from dataclasses import dataclass
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
    from spatial.units import Float64Array, Int32Array

LONGEST_M: Final = 5000


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the mean and the largest detour on foot."""
    if Mode.WALK not in comparison.modes:
        return
    found = detours(comparison)
    ratios = [(walk_m / found.straight_m).tolist() for walk_m in (found.before_m, found.after_m)]
    for variant, summary in (("mean", _mean), ("max", max)):
        one, two = (summary(values) if values else None for values in ratios)
        yield beside(
            INDICATOR, one, two, mode=Mode.WALK, variant=variant, known_share=found.known_share
        )


@dataclass(frozen=True, slots=True)
class Detours:
    """The walk to the other side, from place to place along the barriers.

    Parameters
    ----------
    middles : float64 array, shape (places, 2)
        On the barrier.
    ends : float64 array, shape (2, places, 2)
        The points that face each other there.
    straight_m, before_m, after_m : float64 array, shape (places,)
        What is further than `LONGEST_M`, or cannot be walked at all, counts as that.
    known_share : float
        Of all places the share that has a street on either side; the others are left out.
    """

    middles: Float64Array
    ends: Float64Array
    straight_m: Float64Array
    before_m: Float64Array
    after_m: Float64Array
    known_share: float


def detours(comparison: Comparison) -> Detours:
    """Measure the walk between all points that face each other, before and after.

    Walking must be among the modes of the comparison.
    """
    facing, before = _baseline(comparison)
    after = before
    if Mode.WALK in comparison.patched:
        after = facing_times_after(comparison, facing, _limit_ms(comparison))
    return Detours(
        facing.middles[facing.attached],
        facing.ends[:, facing.attached],
        facing.straight_m[facing.attached],
        _walked_m(comparison, before),
        _walked_m(comparison, after),
        facing.known_share,
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


def _walked_m(comparison: Comparison, times_ms: Int32Array) -> Float64Array:
    pace = comparison.city.paces[Mode.WALK].ms_per_metre
    walked: Float64Array = np.minimum(times_ms, _limit_ms(comparison)) / pace
    return walked


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
