"""From the coordinates of a file to degrees, saying which system they were taken to be in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import ProjError
from shapely.geometry.base import BaseGeometry

from app.importers.geo_features import DENMARK
from app.projection import on_grid

DEGREES = CRS.from_epsg(4326)
METRES = CRS.from_epsg(25832)
# DKTM 1 to 4 put Denmark here: northings of a million metres, which no UTM has.
_DKTM_NORTHINGS = (850_000.0, 1_450_000.0)
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Grid:
    """How numbers become degrees: multiplied first, then projected."""

    crs: CRS
    scale: float = 1.0

    @cached_property
    def _transformer(self) -> Transformer:
        # Made once: it takes longer than all else that is done to a feature.
        return Transformer.from_crs(self.crs, DEGREES, always_xy=True)

    @cached_property
    def _is_degrees(self) -> bool:
        return bool(self.crs == DEGREES) and self.scale == 1.0

    def to_degrees(self, geometry: BaseGeometry) -> BaseGeometry:
        """Give a geometry in degrees, on the grid that drawn positions are kept on.

        What the projection has no answer for becomes infinite.
        """
        if self._is_degrees:
            return on_grid(geometry)
        return on_grid(shapely.transform(geometry, self.move))

    def move(self, numbers: Numbers) -> Numbers:
        """Give an (n, 2) array of numbers in degrees, longitude first."""
        scaled = numbers * self.scale
        moved = scaled.copy()
        moved[:, 0], moved[:, 1] = self._transformer.transform(scaled[:, 0], scaled[:, 1])
        return moved


def in_denmark(lonlat: Numbers) -> NDArray[np.bool_]:
    """Tell which positions lie in Denmark's bounding box; what is no number does not."""
    west, south, east, north = DENMARK
    lon, lat = lonlat[:, 0], lonlat[:, 1]
    inside: NDArray[np.bool_] = (west <= lon) & (lon <= east) & (south <= lat) & (lat <= north)
    return inside


def positions(geometries: Sequence[BaseGeometry]) -> Numbers:
    """Give every position with numbers in it, as an (n, 2) array."""
    found: Numbers = shapely.get_coordinates(list(geometries))
    return found[np.isfinite(found).all(axis=1)]


def is_meant(grid: Grid, numbers: Numbers) -> bool:
    """Tell whether most of the numbers lie in Denmark when they are read this way."""
    if len(numbers) == 0:
        return False
    try:
        inside = in_denmark(grid.move(numbers))
    except ProjError:
        return False
    return bool(np.count_nonzero(inside) * 2 > len(numbers))


def recognised(numbers: Numbers, grids: Sequence[Grid]) -> Grid | None:
    """Find the first way to read the numbers that puts most of them in Denmark."""
    return next((grid for grid in grids if is_meant(grid, numbers)), None)


def looks_like_dktm(numbers: Numbers) -> bool:
    """Tell whether the numbers could be one of the Danish projections that building uses."""
    if len(numbers) == 0:
        return False
    least, most = _DKTM_NORTHINGS
    east, north = np.median(numbers, axis=0)
    return bool(least <= north <= most and 100_000 <= east <= 1_000_000)  # noqa: PLR2004


def single_parts(geometry: BaseGeometry) -> Iterator[BaseGeometry]:
    """Give the points, lines and polygons of a geometry, heights left out."""
    flat = shapely.force_2d(geometry)
    parts = getattr(flat, "geoms", None)
    if parts is None:
        yield flat
        return
    for part in parts:
        yield from single_parts(part)
