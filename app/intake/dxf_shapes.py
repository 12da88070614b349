"""Shapes of a DXF as points, lines and polygons; curves become short straight pieces."""

from collections.abc import Iterator
from itertools import islice

import shapely
from ezdxf.entities.dxfentity import DXFEntity
from ezdxf.entities.dxfgfx import DXFGraphic
from ezdxf.entities.insert import Insert
from ezdxf.entities.point import Point
from ezdxf.entities.polygon import DXFPolygon
from ezdxf.path import Path, from_hatch, make_path
from shapely.geometry.base import BaseGeometry

from app.intake.found import VERTICES

LINES = frozenset({"LINE", "LWPOLYLINE", "POLYLINE", "ARC", "SPLINE", "CIRCLE", "ELLIPSE"})
AREAS = frozenset({"HATCH", "MPOLYGON"})
PLACES = frozenset({"POINT", "INSERT"})
READ = LINES | AREAS | PLACES
# A curve is nowhere farther from its pieces than this, in metres.
_SAGITTA_M = 0.1
# The largest number that a place in Denmark has in metres; in millimetres it is a thousand times.
_NORTHERNMOST_M = 6_450_000.0
_RING_POINTS = 3
# Numbers beyond this are no drawing; a curve over them would never be done being cut.
_LARGEST = 1e10


class ShapeUnreadable(ValueError):  # noqa: N818 - named for what it is
    """An entity whose numbers give no shape."""


def shape_of(entity: DXFGraphic) -> BaseGeometry | None:
    """Give the shape of an entity, in the units of the drawing; None where it has none.

    Raises
    ------
    ShapeUnreadable
    """
    try:
        return _shape(entity)
    except ShapeUnreadable:
        raise
    except (ArithmeticError, ValueError, TypeError, IndexError, AttributeError) as error:
        raise ShapeUnreadable(str(error)[:100]) from error


def _shape(entity: DXFGraphic) -> BaseGeometry | None:
    if isinstance(entity, Point):
        return shapely.Point(entity.dxf.location.x, entity.dxf.location.y)
    if isinstance(entity, Insert):
        place = entity.ocs().to_wcs(entity.dxf.insert)
        return shapely.Point(place.x, place.y)
    if isinstance(entity, DXFPolygon):
        return _surface(entity)
    return _line(entity)


def _line(entity: DXFGraphic) -> BaseGeometry | None:
    """Give a line, or a surface where it comes back to where it began."""
    is_mesh = entity.dxftype() == "POLYLINE" and not _is_line(entity)
    path = None if is_mesh else make_path(entity)
    places = [] if path is None else _places(path)
    if path is None or len(places) < 2:  # noqa: PLR2004 - a line has two ends
        return None
    if path.is_closed and len(places) > _RING_POINTS:
        return shapely.Polygon(places)
    return shapely.LineString(places)


def _is_line(entity: DXFEntity) -> bool:
    return bool(
        getattr(entity, "is_2d_polyline", False) or getattr(entity, "is_3d_polyline", False)
    )


def _places(path: Path) -> list[tuple[float, float]]:
    """Cut a path into places, never more than a file may hold."""
    largest = 0.0
    for vertex in path.control_vertices():
        size = max(abs(vertex.x), abs(vertex.y))
        # NaN fails this too.
        if not size < _LARGEST:
            raise ShapeUnreadable(f"{vertex.x:g}, {vertex.y:g}")
        largest = max(largest, size)
    sagitta = _SAGITTA_M * max(1.0, largest / _NORTHERNMOST_M)
    cut = islice(path.flattening(sagitta), VERTICES + 1)
    return [(vertex.x, vertex.y) for vertex in cut]


def _surface(entity: DXFPolygon) -> BaseGeometry | None:
    """Give the surface of a hatch: what lies in an odd number of its outlines."""
    surface: BaseGeometry | None = None
    for ring in _rings(entity):
        surface = ring if surface is None else surface.symmetric_difference(ring)
    return None if surface is None or surface.is_empty else surface


def _rings(entity: DXFPolygon) -> Iterator[BaseGeometry]:
    for path in from_hatch(entity):
        places = _places(path)
        if len(set(places)) >= _RING_POINTS:
            ring = shapely.Polygon(places)
            yield ring if ring.is_valid else shapely.make_valid(ring)
