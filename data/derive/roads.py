"""Lines from the road register: its authorities and speeds become street classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from data.derive.lines import STREET, Attributes, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.derive.reference import Record

_SPEED_REACH_M = 12.0
_MAIN_KMH = 60
_FAST_KMH = 80
_ROUTE_REACH_M = 3.0
_MOSTLY = 0.8
# Where the state's roads end in roundabouts towards the harbour of Esbjerg, they are main streets.
_ESBJERG_HARBOUR_ROADS = shapely.box(465_900, 6_145_600, 469_020, 6_146_860)


def road_lines(
    roads: Sequence[Record], speeds: Sequence[Record], cycle_routes: Sequence[Record]
) -> list[Line]:
    """Give each road its class, speed and who may use it."""
    kmh = _speeds(roads, speeds)
    signed = shapely.union_all([route.geometry for route in cycle_routes]).buffer(_ROUTE_REACH_M)
    shapely.prepare(signed)
    lines = []
    for road, speed in zip(roads, kmh, strict=True):
        if road.geometry.length < _SPEED_REACH_M / 10:
            continue
        on_route = signed.intersects(road.geometry) and (
            signed.intersection(road.geometry).length > _MOSTLY * road.geometry.length
        )
        lines.append(Line(road.geometry, _attributes(road, speed, on_route=on_route)))
    return lines


def _attributes(road: Record, speed_kmh: int | None, *, on_route: bool) -> Attributes:
    authority = road.text("type")
    street = STREET._replace(speed_kmh=speed_kmh)
    if authority == "Off. statsvej" and not _ESBJERG_HARBOUR_ROADS.contains(road.geometry):
        return street._replace(street_class="motorway", walk=False, bike="none")
    if authority.startswith("Privat"):
        return street._replace(street_class="private")
    if authority == "Almen vej":  # ways in parks and commons
        return street._replace(street_class="path")
    if speed_kmh is None and on_route:  # a signed cycle route that no car's speed limit lies on
        return street._replace(street_class="cycleway")
    is_main = authority == "Off. statsvej" or (speed_kmh is not None and speed_kmh >= _MAIN_KMH)
    return street._replace(street_class="main" if is_main else "local")


def _speeds(roads: Sequence[Record], speeds: Sequence[Record]) -> list[int | None]:
    """Read the speed limit that lies along each road, by most of five points on it."""
    if not speeds:
        return [None] * len(roads)
    tree = shapely.STRtree([speed.geometry for speed in speeds])
    found: list[int | None] = []
    for road in roads:
        at = np.linspace(0.1, 0.9, 5)
        points = shapely.line_interpolate_point(road.geometry, at, normalized=True)
        hits = tree.query_nearest(points, max_distance=_SPEED_REACH_M, all_matches=False)[1]
        limits = [round(float(str(speeds[hit].columns["type"]))) for hit in hits.tolist()]
        found.append(max(sorted(set(limits)), key=limits.count) if len(limits) > 2 else None)  # noqa: PLR2004
    return found
