"""Time to the nearest facility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.indicators.base import (
    Indicator,
    Parameter,
    Reading,
    attached_share,
    home_column,
    of_area,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.assessment import HomeValues
    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.units import BoolArray


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the residents' median time to each category."""
    return of_area(INDICATOR, comparison)


def of_homes(comparison: Comparison, situation: Situation, homes: BoolArray) -> Iterator[Reading]:
    """Give the median time of some homes' residents to each category."""
    for mode in comparison.travel_modes:
        known = attached_share(comparison, mode, homes)
        summary = comparison.summary(situation, mode, homes)
        for row, category in comparison.categories:
            yield Reading(summary.median_ms[row], mode, category, known_share=known)


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give each home's time to each category."""
    for mode in comparison.travel_modes:
        before = comparison.baseline.measures[mode].nearest_ms
        after = comparison.proposal.measures[mode].nearest_ms
        for row, category in comparison.categories:
            yield home_column(
                INDICATOR,
                comparison,
                before[:, row],
                after[:, row],
                mode=mode,
                category=category,
            )


INDICATOR = Indicator(
    id="travel_time_nearest",
    group=1,
    name_da="Tid til det nærmeste",
    name_en="Time to the nearest",
    sentence_da="Halvdelen af beboerne når den nærmeste af slagsen på højst så lang tid.",
    sentence_en="Half of the residents reach the nearest of its kind in at most this time.",
    formula="med_i(min_j t_ij; P_i)",
    unit="ms",
    better="lower",
    guarantee="monotone",
    guarantee_reason_da="Hver boligs tid kan kun falde, når noget tilføjes. Områdets median følger"
    " med, så længe de samme mennesker bor der.",
    guarantee_reason_en="Each home's time can only fall when something is added. The area's median"
    " follows as long as the same people live there.",
    parameters={
        "walk_kmh": Parameter(4.8, "km/h"),
        "bike_kmh": Parameter(16.0, "km/h"),
        "max_connector_m": Parameter(500, "m"),
    },
    source="Weighted lower median; unreachable counts as infinite",
    compute=compute,
    of_homes=of_homes,
    per_home=per_home,
)
