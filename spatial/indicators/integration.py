"""How few turns a street lies from the streets around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.centrality.angular import RADII_M, mean_in_area, turning_after, turning_before
from spatial.centrality.by_street import street_column
from spatial.centrality.links import SMOOTHED_M
from spatial.centrality.turning import Depth
from spatial.indicators.base import Indicator, Parameter, beside
from spatial.network.model import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.assessment import StreetValues
    from spatial.comparison import Comparison
    from spatial.indicators.base import IndicatorValue


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the mean over the length of the area's streets for each radius, on foot."""
    if Mode.WALK not in comparison.modes:
        return
    for radius_m in RADII_M:
        before = turning_before(comparison, Mode.WALK, radius_m, Depth.integration)
        after = turning_after(comparison, Mode.WALK, radius_m, Depth.integration)
        yield beside(
            INDICATOR,
            mean_in_area(comparison, *before),
            mean_in_area(comparison, *after),
            mode=Mode.WALK,
            variant=str(radius_m),
        )


def per_street(comparison: Comparison) -> Iterator[StreetValues]:
    """Give the value of each street and drawn stretch for each radius."""
    if Mode.WALK not in comparison.modes:
        return
    for radius_m in RADII_M:
        yield street_column(
            INDICATOR,
            comparison,
            Mode.WALK,
            turning_before(comparison, Mode.WALK, radius_m, Depth.integration),
            turning_after(comparison, Mode.WALK, radius_m, Depth.integration),
            variant=str(radius_m),
        )


INDICATOR = Indicator(
    id="integration",
    group=4,
    name_da="Integration",
    name_en="Integration",
    sentence_da="Jo færre sving der er fra områdets gader til alle gader omkring dem, desto højere"
    " er tallet.",
    sentence_en="The fewer turns there are from the area's streets to all streets around them, the"
    " higher the number.",
    formula="NAIN = N^1,2 / (D + 2), D = Σ sving i rette vinkler, N = gader inden for R; middel"
    " over længden",
    unit="index",
    better="higher",
    guarantee="none",
    guarantee_reason_da="En ny vej giver flere gader at nå, og dem der ligger skævt for de andre,"
    " trækker ned.",
    guarantee_reason_en="A new way gives more streets to reach, and those that lie askew from the"
    " rest pull the number down.",
    parameters={"radii_m": Parameter(RADII_M, "m"), "smoothed_m": Parameter(SMOOTHED_M, "m")},
    source="Hillier, Yang & Turner 2012",
    compute=compute,
    live=False,
    per_street=per_street,
)
