"""What a minute saved costs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from spatial.everyday import everyday_known_share, everyday_rows
from spatial.indicators.base import Indicator, Parameter, beside
from spatial.summaries import people
from spatial.units import MS_PER_MINUTE, UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spatial.comparison import Comparison
    from spatial.cost_estimate import Estimate
    from spatial.indicators.base import IndicatorValue
    from spatial.network.model import Mode


def minute_priced_by(estimated: Callable[[Comparison], Estimate]) -> Indicator:
    """Make the indicator that sets an estimate beside the time it saves."""

    def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
        """Give the price of a resident-minute saved per day, were all trips made by one mode."""
        bill = estimated(comparison)
        trips = indicator.setting(comparison, "trips_per_day")
        for mode in comparison.modes:
            saved_min, known = saved_minutes(comparison, mode)
            saved_min *= trips
            price = None
            if bill.total_kr is not None and saved_min > 0.0:
                price = bill.total_kr / saved_min
            yield beside(indicator, None, price, mode=mode, known_share=bill.known_share * known)

    indicator = Indicator(
        id="cost_per_minute",
        group=5,
        name_da="Pris pr. sparet minut",
        name_en="Cost per minute saved",
        sentence_da="Så mange kroner koster det for hvert minut, områdets beboere tilsammen sparer"
        " på en dag, når de går eller cykler til hverdagens steder.",
        sentence_en="This many kroner it costs for each minute that the area's residents together"
        " save in a day, walking or cycling to everyday places.",
        formula="pris / (n Σ_i P_i 1/|C| Σ_{c∈C} (t_ic før - t_ic efter)), n = ture pr. dag, C ="
        " hverdagens slags steder",
        unit="kr_per_min",
        better="lower",
        guarantee="none",
        guarantee_reason_da="Det tegnede kan koste mere, end det sparer, og hjem, der før slet ikke"
        " kunne nå frem, sparer ingen minutter, man kan regne på.",
        guarantee_reason_en="The drawing can cost more than it saves, and homes that could not get"
        " there at all before save no minutes that can be counted.",
        parameters={
            "trips_per_day": Parameter(
                3.0,
                "",
                low=0.1,
                high=10.0,
                name_da="Ture pr. beboer om dagen",
                name_en="Trips per resident per day",
            )
        },
        source="About three trips a day (Transportvaneundersøgelsen, DTU), taken to be spread"
        " evenly over the everyday kinds",
        compute=compute,
        live=False,
    )
    return indicator


def saved_minutes(comparison: Comparison, mode: Mode) -> tuple[float, float]:
    """Give the minutes that one trip of every resident saves, and the share it is known of.

    A trip goes to each everyday kind alike. Those who stay are counted; a way is counted where it
    leads there both before and after.
    """
    before, after = comparison.baseline, comparison.proposal
    counted = everyday_rows(comparison.city)
    homes = np.flatnonzero(before.in_area)
    was = before.measures[mode].nearest_ms[homes][:, counted].astype(np.int64)
    will_be = after.measures[mode].nearest_ms[homes][:, counted].astype(np.int64)
    both = (was < UNREACHABLE_MS) & (will_be < UNREACHABLE_MS)
    staying = np.minimum(before.weights[homes], after.weights[homes])
    everybody = int(staying.sum()) * len(counted)
    if everybody == 0:
        return 0.0, 0.0
    saved_ms = np.where(both, was - will_be, 0).sum(axis=1)
    total = math.fsum(
        people(weight) * ms for weight, ms in zip(staying.tolist(), saved_ms.tolist(), strict=True)
    )
    known = int((both.sum(axis=1) * staying).sum()) / everybody
    share = known * everyday_known_share(comparison.city)
    return total / len(counted) / MS_PER_MINUTE, share
