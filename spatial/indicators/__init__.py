"""The indicators, one file each; none knows another."""

from typing import Final

from spatial.indicators import (
    boundary_entrances,
    city_reach,
    detour_factor,
    entrance_gap,
    gap_to_city,
    nearest_choice,
    opportunities_within,
    share_within,
    travel_time_nearest,
    visitors_within,
)
from spatial.indicators.base import Indicator, IndicatorValue

__all__ = ["REGISTRY", "Indicator", "IndicatorValue"]

REGISTRY: Final[tuple[Indicator, ...]] = (
    travel_time_nearest.INDICATOR,
    share_within.INDICATOR,
    opportunities_within.INDICATOR,
    city_reach.INDICATOR,
    visitors_within.INDICATOR,
    nearest_choice.INDICATOR,
    detour_factor.INDICATOR,
    boundary_entrances.INDICATOR,
    entrance_gap.INDICATOR,
    gap_to_city.INDICATOR,
)
