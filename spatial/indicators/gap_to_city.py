"""The area beside its municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.indicators.base import Indicator, beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue, Reading


def gap_over(compared: tuple[Indicator, ...]) -> Indicator:
    """Make the indicator that sets these beside the municipality.

    Those that are answered while drawing are compared in every answer; others in an answer that
    they are part of themselves.
    """

    def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
        """Give the ratio for every indicator that can be told of a group of homes."""
        for indicator in compared:
            if indicator.live or indicator.id in (comparison.asked or ()):
                yield from _gaps(gap, indicator, comparison)

    gap = Indicator(
        id="gap_to_city",
        group=5,
        name_da="Forskel til kommunen",
        name_en="Gap to the city",
        sentence_da="Områdets tal er så mange gange kommunens; 1 betyder, at de er ens.",
        sentence_en="The area's number is this many times the municipality's; 1 means they are"
        " equal.",
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
    return gap


def _gaps(gap: Indicator, indicator: Indicator, comparison: Comparison) -> Iterator[IndicatorValue]:
    before = _ratios(indicator, comparison, comparison.baseline)
    after = _ratios(indicator, comparison, comparison.proposal)
    for (reading, was, known), (_, will_be, still_known) in zip(before, after, strict=True):
        yield beside(
            gap,
            was,
            will_be,
            mode=reading.mode,
            category=reading.category,
            cutoff_min=reading.cutoff_min,
            variant=_name(indicator, reading),
            better=reading.better or indicator.better,
            known_share=min(known, still_known),
        )


def _ratios(
    indicator: Indicator, comparison: Comparison, situation: Situation
) -> Iterator[tuple[Reading, float | None, float]]:
    """Give each number's name, its ratio, and the share that is known of both its sides."""
    if indicator.of_homes is None:
        return
    for area, municipality in zip(
        indicator.of_homes(comparison, situation, situation.in_area),
        indicator.of_homes(comparison, situation, situation.in_municipality),
        strict=True,
    ):
        ratio = None
        if area.value is not None and municipality.value:
            ratio = area.value / municipality.value
        yield area, ratio, min(area.known_share, municipality.known_share)


def _name(indicator: Indicator, reading: Reading) -> str:
    return indicator.id if reading.variant is None else f"{indicator.id} {reading.variant}"
