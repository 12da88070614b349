"""How many of the straightest ways between other streets lead along a street."""

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
        before = turning_before(comparison, Mode.WALK, radius_m, Depth.normalised_choice)
        after = turning_after(comparison, Mode.WALK, radius_m, Depth.normalised_choice)
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
            turning_before(comparison, Mode.WALK, radius_m, Depth.normalised_choice),
            turning_after(comparison, Mode.WALK, radius_m, Depth.normalised_choice),
            variant=str(radius_m),
        )


INDICATOR = Indicator(
    id="choice",
    group=4,
    name_da="Gennemløb",
    name_en="Choice",
    sentence_da="Jo flere af de mindst svingende veje mellem andre gader der går ad områdets gader,"
    " desto højere er tallet.",
    sentence_en="The more of the straightest ways between other streets lead along the area's"
    " streets, the higher the number.",
    formula="NACH = ln(C + 1) / ln(D + 3), C = par af gader inden for R, hvis vej går her; middel"
    " over længden",
    unit="index",
    better="higher",
    guarantee="none",
    guarantee_reason_da="En ny vej flytter de mindst svingende veje fra én gade til en anden.",
    guarantee_reason_en="A new way moves the straightest ways from one street to another.",
    parameters={"radii_m": Parameter(RADII_M, "m"), "smoothed_m": Parameter(SMOOTHED_M, "m")},
    source="Hillier, Yang & Turner 2012",
    compute=compute,
    live=False,
    per_street=per_street,
)
