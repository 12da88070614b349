"""A table of features read whole: columns as they are, geometry in EPSG:25832."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from app.importers.faults import DataFault, InvalidLayers
from app.importers.geo_features import DENMARK
from app.importers.tables.mapping import listed
from app.importers.tables.sniffing import refuse_disguised
from app.importers.tables.zipped import TABLES as ENDINGS
from spatial.crs import to_geographic, to_planar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

MAX_FEATURES: Final = 2_000_000
MAX_VERTICES: Final = 1_000_000
"""Of one feature: a coast in every detail is no plan."""
MAX_FILE_BYTES: Final = 4 * 2**30
STRAYS_TOLD: Final = 100
_FORMER_ENCODING: Final = "cp1252"
_PLANAR: Final = 25832
_CSV_OPTIONS: Final = {
    "X_POSSIBLE_NAMES": "lon,longitude,x,east,easting,lng",
    "Y_POSSIBLE_NAMES": "lat,latitude,y,north,northing",
    "GEOM_POSSIBLE_NAMES": "wkt,geometry,geom",
}


@dataclass(frozen=True, slots=True)
class Table:
    """Features by row: columns by name, geometry of shape (n,) in EPSG:25832, None where empty."""

    name: str
    columns: Mapping[str, NDArray[Any]]
    geometry: NDArray[np.object_]

    def __len__(self) -> int:
        """Give how many features there are."""
        return len(self.geometry)


def read_table(path: Path, layer: str | None = None, crs: str | None = None) -> Table:
    """Read a layer of a file.

    Parameters
    ----------
    layer
        Its name; may be left out where there is only one.
    crs
        The coordinate system, for files that do not say it (CSV), for example ``EPSG:25832``.

    Raises
    ------
    InvalidLayers
        Where the file cannot be read or is no map of Denmark; every fault at once.
    """
    if path.suffix.lower() not in ENDINGS:
        raise _refused(path.name, f"the file's name must end in {', '.join(ENDINGS)}")
    if not path.is_file():
        raise _refused(path.name, "the file is missing")
    if path.stat().st_size > MAX_FILE_BYTES:
        raise _refused(path.name, "the file is larger than 4 GiB; cut out the land around the area")
    refuse_disguised(path)
    name = _layer_of(path, layer)
    meta, geometries, columns = _read(path, name)
    table = dict(zip([str(field) for field in meta["fields"]], columns, strict=True))
    system = _system(name, meta.get("crs"), crs)
    shapes = shapely.force_2d(shapely.from_wkb(geometries, on_invalid="ignore"))
    faults = _faults(name, shapes)
    if faults:
        raise InvalidLayers(faults)
    planar = _in_metres(name, shapes, system)
    faults = _elsewhere(name, planar)
    if faults:
        raise InvalidLayers(faults)
    return Table(name, table, planar)


def layers_of(path: Path) -> list[str]:
    """Name the layers of a file.

    Raises
    ------
    InvalidLayers
        Where the file cannot be read.
    """
    refuse_disguised(path)
    try:
        return [str(name) for name in pyogrio.list_layers(path)[:, 0]]
    except (DataSourceError, DataLayerError) as error:
        raise _refused(path.name, "the file cannot be read", str(error)[:200]) from error


def _layer_of(path: Path, layer: str | None) -> str:
    names = layers_of(path)
    if layer is None and len(names) == 1:
        return names[0]
    if layer not in names:
        told = "name the layer" if layer is None else "the file has no such layer"
        raise _refused(path.name, f"{told}; layers: {listed(names)}", layer)
    return layer


def _read(path: Path, layer: str) -> tuple[dict[str, Any], NDArray[Any], list[NDArray[Any]]]:
    asked: dict[str, Any] = {"layer": layer, "max_features": MAX_FEATURES + 1}
    if path.suffix.lower() == ".csv":
        asked |= _CSV_OPTIONS
    asked["datetime_as_string"] = True
    try:
        try:
            meta, _, geometries, columns = pyogrio.raw.read(path, **asked)
        except UnicodeDecodeError:
            # What Windows used before UTF-8, as tables beside shapefiles still are.
            meta, _, geometries, columns = pyogrio.raw.read(
                path, encoding=_FORMER_ENCODING, **asked
            )
    except (DataSourceError, DataLayerError) as error:
        raise _refused(layer, "the layer cannot be read", str(error)[:200]) from error
    if geometries is None:
        message = "the table has no geometry; a CSV needs columns lon and lat, x and y, or wkt"
        raise _refused(layer, message, listed([str(name) for name in meta["fields"]]))
    if len(geometries) > MAX_FEATURES:
        raise _refused(
            layer, f"more than {MAX_FEATURES} features; cut out the land around the area"
        )
    return meta, geometries, columns


def _system(layer: str, said: str | None, told: str | None) -> CRS:
    try:
        if told is not None:
            return CRS.from_user_input(told)
        if said is not None:
            return CRS.from_user_input(said)
    except CRSError as error:
        raise _refused(layer, "the coordinate system is unknown", told or said) from error
    message = "the file does not say its coordinate system; tell it: --crs EPSG:25832 or EPSG:4326"
    raise _refused(layer, message)


def _faults(layer: str, shapes: NDArray[np.object_]) -> list[DataFault]:
    with np.errstate(invalid="ignore"):
        infinite = ~np.isfinite(shapely.bounds(shapes)).all(axis=1) & ~shapely.is_missing(shapes)
        infinite &= ~shapely.is_empty(shapes)
    vertices = shapely.get_num_coordinates(shapes)
    strange = [
        DataFault(layer, str(row + 1), None, None, "a coordinate is not a number")
        for row in np.flatnonzero(infinite).tolist()
    ]
    message = f"more than {MAX_VERTICES} vertices; simplify the geometry"
    return strange + [
        DataFault(layer, str(row + 1), str(vertices[row]), None, message)
        for row in np.flatnonzero(vertices > MAX_VERTICES).tolist()
    ]


def _in_metres(layer: str, shapes: NDArray[np.object_], system: CRS) -> NDArray[np.object_]:
    if system.to_epsg() == _PLANAR:
        return shapes
    try:
        transformer = Transformer.from_crs(system, _PLANAR, always_xy=True)
        moved: NDArray[np.object_] = shapely.transform(
            shapes, transformer.transform, interleaved=False
        )
    except ProjError as error:
        raise _refused(layer, "the coordinates cannot be projected", str(error)[:200]) from error
    return moved


def _elsewhere(layer: str, shapes: NDArray[np.object_]) -> list[DataFault]:
    """Find what does not lie in Denmark, told with what it looks like instead."""
    west, south, east, north = to_planar(shapely.box(*DENMARK)).bounds
    bounds = shapely.bounds(shapes)
    present = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    outside = present & ~(
        (bounds[:, 0] >= west)
        & (bounds[:, 1] >= south)
        & (bounds[:, 2] <= east)
        & (bounds[:, 3] <= north)
    )
    return [
        _stray(layer, row, shapes[row], bounds[row])
        for row in np.flatnonzero(outside)[:100].tolist()
    ]


def _stray(layer: str, row: int, shape: Any, bounds: NDArray[np.float64]) -> DataFault:  # noqa: ANN401 - shapely's
    corner = ", ".join(f"{value:.6g}" for value in bounds[:2].tolist())
    west, south, east, north = DENMARK
    if not np.isfinite(bounds).all():
        message = "the coordinates cannot be projected; is the coordinate system right (--crs)?"
        return DataFault(layer, str(row + 1), corner, None, message)
    point = to_geographic(shapely.Point(bounds[0], bounds[1]))
    message = "the feature lies outside Denmark; is the coordinate system right (--crs)?"
    if west <= point.y <= east and south <= point.x <= north:
        message = "longitude and latitude are swapped"
    place = None
    if np.isfinite(point.x) and abs(point.y) <= 90 and not shape.is_empty:  # noqa: PLR2004 - degrees
        place = (round(point.x, 6), round(point.y, 6))
    return DataFault(layer, str(row + 1), corner, place, message)


def _refused(layer: str, message: str, value: str | None = None) -> InvalidLayers:
    return InvalidLayers([DataFault(layer, None, value, None, message)])
