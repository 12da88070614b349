"""Lines from the road register: its authorities and speeds become street classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from app.importers.registers.along import runs_along, speeds_along
from app.importers.registers.lines import Attributes, Line, ordinary_street, short_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.derive.reference import Record

STREET = ordinary_street("geodanmark-roads")
LINK = short_link("forbind-drawn")
_ROUTE = ordinary_street("geofa-routes")
_SHORTEST_M = 1.2
_MAIN_KMH = 60
# Where the state's roads end in roundabouts towards the harbour of Esbjerg, they are main streets.
_ESBJERG_HARBOUR_ROADS = shapely.box(465_900, 6_145_600, 469_020, 6_146_860)


def road_lines(
    roads: Sequence[Record], speeds: Sequence[Record], cycle_routes: Sequence[Record]
) -> list[Line]:
    """Give each road its class, speed and who may use it."""
    long = [road for road in roads if road.geometry.length >= _SHORTEST_M]
    shapes = [road.geometry for road in long]
    limits = [round(float(speed.text("type"))) for speed in speeds]
    kmh = speeds_along(shapes, [speed.geometry for speed in speeds], limits)
    on_route = runs_along(shapes, [route.geometry for route in cycle_routes]).tolist()
    return [
        Line(road.geometry, _attributes(road, speed, on_route=signed))
        for road, speed, signed in zip(long, kmh, on_route, strict=True)
    ]


def signed_routes(
    cycle_routes: Sequence[Record], hiking_routes: Sequence[Record]
) -> tuple[list[Line], list[Line]]:
    """Give cycle and hiking routes as lines."""
    groups = ((cycle_routes, "cycleway"), (hiking_routes, "path"))
    cycle, hiking = (
        [Line(record.geometry, _ROUTE._replace(street_class=kind)) for record in records]
        for records, kind in groups
    )
    return cycle, hiking


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
