"""Signed cycle and hiking routes where no road lies already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from data.derive.lines import STREET, Attributes, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

    from data.derive.reference import Record

_BESIDE_M = 14.0  # a route this near a street is taken to run along it
_SHORTEST_M = 30.0
_WANDER_M = 24.0  # a piece that never gets further from a street is a route drawn askew
_JOIN_REACH_M = 40.0

CYCLE_ROUTE = STREET._replace(street_class="cycleway", source="geofa-routes")
HIKING_ROUTE = STREET._replace(street_class="path", source="geofa-routes")


def route_lines(
    cycle_routes: Sequence[Record],
    hiking_routes: Sequence[Record],
    streets: Sequence[Line],
    barriers: BaseGeometry,
) -> list[Line]:
    """Give the parts of routes that lie away from streets, each tied to the street it leaves."""
    known = [line.geometry for line in streets if line.attributes.walk]
    lines: list[Line] = []
    for records, attributes in ((cycle_routes, CYCLE_ROUTE), (hiking_routes, HIKING_ROUTE)):
        for record in sorted(records, key=lambda row: -row.geometry.length):
            for piece in _away_from(record.geometry, known):
                tied = _tied(piece, known, barriers)
                lines.append(Line(tied, attributes))
                known.append(tied)
    return lines


def _away_from(route: LineString, known: list[LineString]) -> list[LineString]:
    tree = shapely.STRtree(known)
    near = tree.query(route, predicate="dwithin", distance=_WANDER_M).tolist()
    if not near:
        return [route] if route.length > _SHORTEST_M else []
    streets = shapely.union_all([known[number] for number in sorted(near)])
    away = shapely.difference(route, streets.buffer(_BESIDE_M))
    merged = shapely.line_merge(away) if away.geom_type == "MultiLineString" else away
    return [
        piece
        for piece in shapely.get_parts(merged)
        if piece.length > _SHORTEST_M and _wanders(piece, streets)
    ]


def _wanders(piece: LineString, streets: BaseGeometry) -> bool:
    points = shapely.line_interpolate_point(piece, [0.25, 0.5, 0.75], normalized=True)
    return bool(
        shapely.distance(points, streets).max() > _WANDER_M or piece.length > 4 * _SHORTEST_M
    )


def _tied(piece: LineString, known: list[LineString], barriers: BaseGeometry) -> LineString:
    """Lead both ends on to the street they were cut from."""
    coordinates = list(piece.coords)
    for at in (0, -1):
        end = shapely.Point(coordinates[at])
        near = shapely.STRtree(known).query_nearest(end, max_distance=_JOIN_REACH_M)
        if len(near) == 0:
            continue
        street = known[min(near.tolist())]
        spot = street.interpolate(street.project(end))
        if spot.distance(end) == 0 or barriers.intersects(shapely.LineString([end, spot])):
            continue
        if at == 0:
            coordinates.insert(0, (spot.x, spot.y))
        else:
            coordinates.append((spot.x, spot.y))
    return shapely.LineString(coordinates)


def attributes_of_link() -> Attributes:
    """Give what a short way is that no register holds but that must be there."""
    return STREET._replace(street_class="path", source="forbind-drawn", modelled=True)
