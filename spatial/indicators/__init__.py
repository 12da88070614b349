"""The indicators, one file each; none knows another."""

from typing import Final

from spatial.indicators import (
    attraction_share,
    boundary_entrances,
    choice,
    city_reach,
    closeness,
    cost,
    cost_per_minute,
    departures_near,
    detour_factor,
    edge_flow,
    entrance_gap,
    function_mix,
    gap_to_city,
    gravity_access,
    inequality,
    integration,
    intersection_density,
    link_node_ratio,
    lit_share,
    nearest_choice,
    opportunities_within,
    pedshed_ratio,
    proximity_time,
    school_competition,
    school_route,
    severance,
    share_within,
    station_proximity,
    through_movement,
    transit_service_class,
    travel_time_nearest,
    underpasses_on_route,
    visitors_within,
)
from spatial.indicators.base import Indicator, IndicatorValue

__all__ = ["REGISTRY", "Indicator", "IndicatorValue"]

OUT: Final[tuple[Indicator, ...]] = (
    travel_time_nearest.INDICATOR,
    share_within.INDICATOR,
    opportunities_within.INDICATOR,
    gravity_access.INDICATOR,
    proximity_time.INDICATOR,
    school_competition.INDICATOR,
    school_route.INDICATOR,
    city_reach.INDICATOR,
    station_proximity.INDICATOR,
    transit_service_class.INDICATOR,
    departures_near.INDICATOR,
)
"""What residents reach: what can be told of the area, of the municipality and between them."""

REGISTRY: Final[tuple[Indicator, ...]] = (
    *OUT,
    visitors_within.INDICATOR,
    nearest_choice.INDICATOR,
    attraction_share.INDICATOR,
    function_mix.INDICATOR,
    through_movement.INDICATOR,
    edge_flow.INDICATOR,
    detour_factor.INDICATOR,
    boundary_entrances.INDICATOR,
    entrance_gap.INDICATOR,
    severance.INDICATOR,
    pedshed_ratio.INDICATOR,
    intersection_density.INDICATOR,
    link_node_ratio.INDICATOR,
    closeness.INDICATOR,
    integration.INDICATOR,
    choice.INDICATOR,
    lit_share.INDICATOR,
    underpasses_on_route.INDICATOR,
    gap_to_city.gap_over(OUT),
    inequality.inequality_over(OUT),
    cost.INDICATOR,
    cost_per_minute.minute_priced_by(cost.estimated),
)
