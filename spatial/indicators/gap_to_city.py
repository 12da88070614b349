"""The area beside its municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.indicators.base import Indicator, attached_share, beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import Better, IndicatorValue
    from spatial.network.model import Mode
    from spatial.summaries import Summary

Named = tuple[str, str | None, int | None]


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the ratio for every indicator of what residents reach."""
    for mode in comparison.modes:
        known = attached_share(comparison, mode)
        before = _ratios(comparison, comparison.baseline, mode)
        after = _ratios(comparison, comparison.proposal, mode)
        for (variant, category, cutoff), ratio in before.items():
            better: Better = "lower" if variant == "travel_time_nearest" else "higher"
            yield beside(
                INDICATOR,
                ratio,
                after[variant, category, cutoff],
                mode=mode,
                category=category,
                cutoff_min=cutoff,
                variant=variant,
                better=better,
                known_share=known,
            )


def _ratios(comparison: Comparison, situation: Situation, mode: Mode) -> dict[Named, float | None]:
    area = _values(comparison, situation.of_area[mode])
    municipality = _values(comparison, situation.of_municipality[mode])
    return {name: _ratio(value, municipality[name]) for name, value in area.items()}


def _ratio(area: float | None, municipality: float | None) -> float | None:
    return None if area is None or not municipality else area / municipality


def _values(comparison: Comparison, summary: Summary) -> dict[Named, float | None]:
    """Name every value that is compared."""
    values: dict[Named, float | None] = {}
    for row, category in comparison.categories:
        values["travel_time_nearest", category, None] = summary.median_ms[row]
        for column, cutoff in enumerate(comparison.cutoffs_min):
            values["share_within", category, cutoff] = summary.share[row][column]
            values["opportunities_within", category, cutoff] = summary.opportunities[row][column]
    for column, cutoff in enumerate(comparison.cutoffs_min):
        values["city_reach", None, cutoff] = summary.reach[column]
    return values


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
