"""Features of a GeoJSON file, checked one by one; what is wrong is collected, not raised."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Transformer
from shapely.errors import ShapelyError
from shapely.geometry import shape

from app.importers.faults import DataFault, LonLat

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

DENMARK = (7.5, 54.4, 15.6, 58.0)  # west, south, east, north, degrees
_LARGEST_DEGREE = 180.0
_VALUE_LENGTH = 80
_TO_METRES = Transformer.from_crs(4326, 25832, always_xy=True)


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature as it stands in its file: id, properties and geometry in degrees."""

    id: str | int
    properties: Mapping[str, object]
    geometry: BaseGeometry

    @property
    def place(self) -> LonLat:
        """A point on the feature, for the map."""
        point = self.geometry.representative_point()
        return (round(point.x, 7), round(point.y, 7))


def shown(value: object) -> str:
    """Shorten a value so that it fits a message."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _VALUE_LENGTH else f"{text[: _VALUE_LENGTH - 1]}…"


def read_json(path: Path, layer: str, faults: list[DataFault]) -> object | None:
    """Read a JSON file; None with a fault when it is missing or broken."""
    try:
        content: object = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.append(DataFault(layer, None, str(path), None, "the file is missing"))
    except UnicodeDecodeError as error:
        faults.append(
            DataFault(layer, None, str(error), None, "the file is not UTF-8; save it as UTF-8")
        )
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column {error.colno}: {error.msg}"
        faults.append(DataFault(layer, None, at, None, "the file is not JSON"))
    else:
        return content
    return None


def read_features(
    path: Path, layer: str, geometry_types: frozenset[str], faults: list[DataFault]
) -> list[Feature]:
    """Read the features that are sound; every other one leaves its faults."""
    content = read_json(path, layer, faults)
    if content is None:
        return []
    if not isinstance(content, Mapping) or content.get("type") != "FeatureCollection":
        kind = content.get("type") if isinstance(content, Mapping) else type(content).__name__
        faults.append(
            DataFault(layer, None, shown(kind), None, "the file is not a GeoJSON FeatureCollection")
        )
        return []
    members = content.get("features")
    if not isinstance(members, Sequence) or isinstance(members, str):
        faults.append(
            DataFault(layer, None, shown(members), None, "`features` must be a list of features")
        )
        return []
    features = [
        _feature(member, f"{layer} [{position}]", layer, geometry_types, faults)
        for position, member in enumerate(members)
    ]
    return [feature for feature in features if feature is not None]


def _feature(
    member: object,
    position: str,
    layer: str,
    geometry_types: frozenset[str],
    faults: list[DataFault],
) -> Feature | None:
    if not isinstance(member, Mapping) or member.get("type") != "Feature":
        faults.append(DataFault(position, None, shown(member), None, "this is not a Feature"))
        return None
    identity = member.get("id")
    if not isinstance(identity, (str, int)) or isinstance(identity, bool):
        faults.append(
            DataFault(position, None, shown(identity), None, "a feature needs an `id` of its own")
        )
        return None
    properties = member.get("properties")
    if not isinstance(properties, Mapping):
        faults.append(
            DataFault(layer, str(identity), shown(properties), None, "`properties` is missing")
        )
        return None
    geometry = _geometry(member.get("geometry"), layer, str(identity), geometry_types, faults)
    return None if geometry is None else Feature(identity, properties, geometry)


def _geometry(
    value: object,
    layer: str,
    identity: str,
    geometry_types: frozenset[str],
    faults: list[DataFault],
) -> BaseGeometry | None:
    kind = value.get("type") if isinstance(value, Mapping) else value
    if kind not in geometry_types:
        wanted = " or ".join(sorted(geometry_types))
        faults.append(
            DataFault(layer, identity, shown(kind), None, f"the geometry must be {wanted}")
        )
        return None
    try:
        with np.errstate(invalid="ignore"):  # a NaN is told below, with its feature
            geometry = shapely.force_2d(shape(value))
    except (ShapelyError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        faults.append(DataFault(layer, identity, str(error), None, "the coordinates are malformed"))
        return None
    fault = _coordinate_fault(geometry, layer, identity)
    if fault is None and not geometry.is_valid:
        fault = _validity_fault(geometry, layer, identity)
    if fault is not None:
        faults.append(fault)
        return None
    return geometry


def _coordinate_fault(geometry: BaseGeometry, layer: str, identity: str) -> DataFault | None:
    coordinates = shapely.get_coordinates(geometry)
    if len(coordinates) == 0:
        return DataFault(layer, identity, geometry.geom_type, None, "the geometry is empty")
    west, south, east, north = DENMARK
    for lon, lat in coordinates.tolist():
        value = f"{lon}, {lat}"
        if not (math.isfinite(lon) and math.isfinite(lat)):
            return DataFault(layer, identity, value, None, "a coordinate is not a number")
        if west <= lon <= east and south <= lat <= north:
            continue
        if max(abs(lon), abs(lat)) > _LARGEST_DEGREE:
            why = "the coordinates are metres, not degrees; export as EPSG:4326 (lon, lat)"
            return DataFault(layer, identity, value, None, why)
        if west <= lat <= east and south <= lon <= north:
            why = "longitude and latitude are swapped; GeoJSON puts longitude first"
            return DataFault(layer, identity, value, (lat, lon), why)
        return DataFault(layer, identity, value, (lon, lat), "the coordinates lie outside Denmark")
    return None


def _validity_fault(geometry: BaseGeometry, layer: str, identity: str) -> DataFault:
    reason = str(shapely.is_valid_reason(geometry))
    first = shapely.get_coordinates(geometry)[0]
    place = (float(first[0]), float(first[1]))
    why = "the geometry is not valid (it crosses or repeats itself); draw it again"
    return DataFault(layer, identity, reason, place, why)


def to_metres(geometries: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Project geometries from degrees (EPSG:4326) to metres (EPSG:25832)."""
    if not geometries:
        return []
    projected = shapely.transform(
        list(geometries),
        _TO_METRES.transform,
        interleaved=False,
    )
    return list(projected)
