"""The area beside its municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.indicators.base import Indicator, attached_share, beside
from spatial.summaries import mean_opportunities, mean_reach, nearest_median_ms, share_within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import Better, IndicatorValue
    from spatial.network.model import Mode
    from spatial.units import BoolArray

    Value = Callable[[Situation, BoolArray], float | None]


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the ratio for every indicator of what residents reach."""
    for mode in comparison.modes:
        known = attached_share(comparison, mode)
        for variant, category, cutoff, better, value in _values(comparison, mode):
            yield beside(
                INDICATOR,
                _ratio(comparison.baseline, value),
                _ratio(comparison.proposal, value),
                mode=mode,
                category=category,
                cutoff_min=cutoff,
                variant=variant,
                better=better,
                known_share=known,
            )


def _ratio(situation: Situation, value: Value) -> float | None:
    area = value(situation, situation.in_area)
    municipality = value(situation, situation.in_municipality)
    if area is None or not municipality:
        return None
    return area / municipality


def _values(
    comparison: Comparison, mode: Mode
) -> Iterator[tuple[str, str | None, int | None, Better, Value]]:
    """Name every value that is compared, and how to find it for some homes."""
    for row, category in comparison.categories:

        def nearest(at: Situation, homes: BoolArray, row: int = row) -> float | None:
            return nearest_median_ms(at, mode, row, homes)

        yield "travel_time_nearest", category, None, "lower", nearest
        for column, cutoff in enumerate(comparison.cutoffs_min):

            def share(
                at: Situation, homes: BoolArray, row: int = row, cutoff: int = cutoff
            ) -> float | None:
                return share_within(at, mode, row, cutoff, homes)

            def count(
                at: Situation, homes: BoolArray, row: int = row, column: int = column
            ) -> float | None:
                return mean_opportunities(at, mode, row, column, homes)

            yield "share_within", category, cutoff, "higher", share
            yield "opportunities_within", category, cutoff, "higher", count
    for column, cutoff in enumerate(comparison.cutoffs_min):

        def reach(at: Situation, homes: BoolArray, column: int = column) -> float | None:
            return mean_reach(at, mode, column, homes)

        yield "city_reach", None, cutoff, "higher", reach


INDICATOR = Indicator(
    id="gap_to_city",
    group=5,
    name_da="Forskel til kommunen",
    name_en="Gap to the city",
    sentence_da="Områdets tal er så mange gange kommunens; 1 betyder, at de er ens.",
    sentence_en="The area's number is this many times the municipality's; 1 means they are equal.",
    formula="x_område / x_kommune",
    unit="ratio",
    better="higher",
    guarantee="none",
    guarantee_reason_da="En ny vej kan hjælpe resten af kommunen mere end området.",
    guarantee_reason_en="A new way can help the rest of the municipality more than the area.",
    parameters={},
    source="Area value beside the resident-weighted value of the municipality",
    compute=compute,
)
