"""Turn GeoJSON coordinates into a geometry, saying exactly which position is malformed.

Exceptions
----------
ValueError
└── BadCoordinates : one malformed geometry, with the place in the document
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from shapely import LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

Position = tuple[float, float]
_POSITION_LENGTHS = (2, 3)
_RING_POSITIONS = 4
_LINE_POSITIONS = 2
_LARGEST_METRES = 10**9


@dataclass(frozen=True, slots=True)
class BadCoordinates(ValueError):  # noqa: N818 - named for what they are
    """The coordinates cannot be read."""

    code: str
    at: str
    value: object = None
    values: Mapping[str, object] = field(default_factory=dict)


def count_positions(member: object) -> int:
    """Count the positions of a feature quickly, however its coordinates are shaped."""
    geometry = member.get("geometry") if isinstance(member, dict) else None
    level = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if not isinstance(level, list):
        return 0
    lists = [level]
    while lists and lists[0] and isinstance(lists[0][0], list):
        lists = [inner for outer in lists for inner in outer if isinstance(inner, list)]
    return len(lists)


def read_coordinates(geometry: object, at: str) -> BaseGeometry:
    """Read one geometry of GeoJSON.

    Raises
    ------
    BadCoordinates
        At the first position that is malformed.
    """
    if not isinstance(geometry, dict):
        raise BadCoordinates("unknown_geometry", at, geometry)
    kind = geometry.get("type")
    coordinates = geometry.get("coordinates")
    where = f"{at}/coordinates"
    match kind:
        case "Point":
            return Point(_position(coordinates, where, kind))
        case "LineString":
            return _line(coordinates, where, kind)
        case "Polygon":
            return _polygon(coordinates, where, kind)
        case "MultiPoint":
            parts = _members(coordinates, where, kind)
            return MultiPoint([_position(part, to, kind) for part, to in parts])
        case "MultiLineString":
            parts = _members(coordinates, where, kind)
            return MultiLineString([_line(part, to, kind) for part, to in parts])
        case "MultiPolygon":
            parts = _members(coordinates, where, kind)
            return MultiPolygon([_polygon(part, to, kind) for part, to in parts])
        case _:
            raise BadCoordinates("unknown_geometry", f"{at}/type", kind)


def _members(value: object, at: str, kind: str) -> list[tuple[object, str]]:
    if not isinstance(value, list) or not value:
        raise _misshapen(kind, at, "»coordinates« / “coordinates”: []")
    return [(part, f"{at}/{index}") for index, part in enumerate(value)]


def _line(value: object, at: str, kind: str) -> LineString:
    positions = _positions(value, at, kind)
    if len(positions) < _LINE_POSITIONS:
        raise _misshapen(kind, at, f"{len(positions)} < {_LINE_POSITIONS}")
    return LineString(positions)


def _polygon(value: object, at: str, kind: str) -> Polygon:
    rings = [_ring(part, to, kind) for part, to in _members(value, at, kind)]
    return Polygon(rings[0], rings[1:])


def _ring(value: object, at: str, kind: str) -> list[Position]:
    positions = _positions(value, at, kind)
    if len(positions) < _RING_POSITIONS:
        raise _misshapen(kind, at, f"{len(positions)} < {_RING_POSITIONS}")
    if positions[0] != positions[-1]:
        raise BadCoordinates("open_ring", at, list(positions[-1]))
    return positions


def _positions(value: object, at: str, kind: str) -> list[Position]:
    return [_position(part, to, kind) for part, to in _members(value, at, kind)]


def _position(value: object, at: str, kind: str) -> Position:
    if not isinstance(value, list) or len(value) not in _POSITION_LENGTHS:
        raise _misshapen(kind, at, "[12.31, 55.65]")
    for number in value:
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise _misshapen(kind, at, "[12.31, 55.65]", value)
        # A whole number of hundreds of digits has no float at all.
        if isinstance(number, int) and abs(number) > _LARGEST_METRES:
            raise _misshapen(kind, at, "[12.31, 55.65]", value)
        if not math.isfinite(number):
            raise BadCoordinates("not_a_number", at, number)
    # Heights are left out: everything here is computed on the ground.
    return (float(value[0]), float(value[1]))


def _misshapen(kind: str, at: str, reason: str, value: object = None) -> BadCoordinates:
    return BadCoordinates("bad_coordinates", at, value, {"kind": kind, "reason": reason})
