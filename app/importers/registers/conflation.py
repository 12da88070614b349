"""Signed routes where no road lies already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from app.importers.registers.lines import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

_BESIDE_M = 14.0  # a route this near a street is taken to run along it
_SHORTEST_M = 30.0
_WANDER_M = 24.0  # a piece that never gets further from a street is a route drawn askew
_JOIN_REACH_M = 40.0


def route_lines(
    routes: Sequence[Sequence[Line]], streets: Sequence[Line], barriers: BaseGeometry
) -> list[Line]:
    """Give the parts of routes that lie away from streets, each tied to the street it leaves.

    Parameters
    ----------
    routes
        One group after the other: a route of a later group gives way to those before it.
    """
    known = [line.geometry for line in streets if line.attributes.walk]
    lines: list[Line] = []
    for group in routes:
        for route in sorted(group, key=lambda line: -line.geometry.length):
            for piece in _away_from(route.geometry, known):
                tied = _tied(piece, known, barriers)
                lines.append(Line(tied, route.attributes))
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
