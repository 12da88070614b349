"""The grid of degrees that drawn positions are kept on, so that they come back as they were."""

from collections.abc import Callable
from enum import IntEnum

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from spatial.crs import to_geographic, to_planar

Geometries = NDArray[np.object_]
METRES_CRS = "urn:ogc:def:crs:EPSG::25832"
# 0.1 mm on the ground: finer than anything drawn, and coarse enough that a position that goes to
# metres and back is the very same number again. Export and import rest on this.
LONLAT_DECIMALS = 9
# A thousandth of the step above, so that metres written to a file find the same position too.
METRE_DECIMALS = 6


def on_grid(geometry: BaseGeometry) -> BaseGeometry:
    """Round the degrees of a geometry to the grid."""
    return shapely.transform(geometry, lambda lonlat: np.round(lonlat, LONLAT_DECIMALS))


def to_metres(geometry: BaseGeometry) -> BaseGeometry:
    """Project a geometry from degrees to metres."""
    return to_planar(geometry)


def to_degrees(geometry: BaseGeometry) -> BaseGeometry:
    """Project a geometry from metres to the grid of degrees."""
    return on_grid(to_geographic(geometry))


def metres_to_lonlat(xy: NDArray[np.float64]) -> NDArray[np.float64]:
    """Project an (n, 2) array of metres to degrees on the grid."""
    lonlat: NDArray[np.float64] = shapely.get_coordinates(to_degrees(shapely.multipoints(xy)))
    return lonlat


def lonlat_to_metres(lonlat: tuple[float, float]) -> tuple[float, float]:
    """Project a position from degrees to metres, by way of the grid that drawn positions keep."""
    point = to_metres(on_grid(shapely.Point(lonlat)))
    return point.x, point.y


class Crs(IntEnum):
    """The coordinate system of an answer."""

    DEGREES = 4326
    METRES = 25832


def crs_member(crs: Crs) -> dict[str, object]:
    """Name the coordinate system of a collection where it is not degrees."""
    if crs is Crs.DEGREES:
        return {}
    return {"crs": {"type": "name", "properties": {"name": METRES_CRS}}}


def in_crs(crs: Crs) -> Callable[[Geometries], Geometries]:
    """Give what turns the engine's geometries into those of an answer."""
    if crs is Crs.METRES:
        return lambda geometries: geometries
    return to_degrees
