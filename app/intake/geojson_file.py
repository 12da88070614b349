"""GeoJSON from anywhere: a collection, with a `crs` or without."""

import json
from collections.abc import Iterator, Mapping

import numpy as np
import shapely
from pyproj import CRS
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from app.intake.coordinates import DEGREES, METRES
from app.intake.found import FEATURES, FileFault, FileRefused, RawFeature, RawFile, RawLayer
from app.intake.values import NAME_CHARACTERS, readable

_SHAPES = ("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon")
_DEEPEST = 6  # features, geometry, coordinates, polygon, ring, position
_CRS: dict[str, CRS] = {
    "urn:ogc:def:crs:OGC:1.3:CRS84": DEGREES,
    "urn:ogc:def:crs:OGC::CRS84": DEGREES,
    "urn:ogc:def:crs:EPSG::4326": DEGREES,
    "EPSG:4326": DEGREES,
    "urn:ogc:def:crs:EPSG::25832": METRES,
    "EPSG:25832": METRES,
}


def read_geojson(content: bytes, name: str) -> RawFile:
    """Read a GeoJSON file as one layer, named as the file says or after the file.

    Raises
    ------
    FileRefused
        Where it is no GeoJSON, or in a coordinate system that is not known here.
    """
    document = _document(content)
    members = document.get("features")
    if document.get("type") != "FeatureCollection" or not isinstance(members, list):
        raise FileRefused([FileFault("not_a_collection", value=document.get("type"))])
    if len(members) > FEATURES:
        values = {"limit": FEATURES}
        raise FileRefused(
            [FileFault("file_too_many_features", name, value=len(members), values=values)]
        )
    title = document.get("name")
    layer = RawLayer(readable(title if isinstance(title, str) and title else name))
    layer.name = layer.name[:NAME_CHARACTERS]
    layer.crs, layer.count = _crs(document), len(members)
    raw = RawFile([layer])
    for position, member in enumerate(members):
        feature = _feature(member, position, layer.name, raw.faults)
        if feature is not None:
            layer.features.append(feature)
    return raw


def _document(content: bytes) -> Mapping[str, object]:
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FileRefused([FileFault("not_utf8", value=f"byte {error.start}")]) from error
    except json.JSONDecodeError as error:
        values = {"reason": error.msg, "line": error.lineno, "column": error.colno}
        raise FileRefused([FileFault("invalid_json", values=values)]) from error
    except RecursionError as error:
        raise FileRefused([FileFault("nested_too_deep", values={"limit": _DEEPEST})]) from error
    except ValueError as error:  # a whole number of thousands of digits
        values = {"reason": str(error)}
        raise FileRefused([FileFault("invalid_value", values=values)]) from error
    if not isinstance(document, dict):
        raise FileRefused([FileFault("not_a_collection")])
    return document


def _crs(document: Mapping[str, object]) -> CRS | None:
    """Read the member `crs`; a file without one is recognised by its numbers."""
    said = document.get("crs")
    if said is None:
        return None
    properties = said.get("properties") if isinstance(said, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if isinstance(name, str) and name in _CRS:
        return _CRS[name]
    raise FileRefused([FileFault("unknown_crs", value=name if isinstance(name, str) else said)])


def _feature(
    member: object, position: int, layer: str, faults: list[FileFault]
) -> RawFeature | None:
    identity = str(position + 1)
    if not isinstance(member, dict) or member.get("type") != "Feature":
        faults.append(FileFault("not_a_feature", layer, identity, member))
        return None
    stated = member.get("id")
    if isinstance(stated, str | int) and not isinstance(stated, bool) and stated != "":
        identity = readable(str(stated))[:NAME_CHARACTERS]
    properties = member.get("properties")
    geometry = _geometry(member.get("geometry"), layer, identity, faults)
    if geometry is None:
        return None
    return RawFeature(identity, geometry, properties if isinstance(properties, dict) else {})


def _geometry(
    value: object, layer: str, feature: str, faults: list[FileFault]
) -> BaseGeometry | None:
    if value is None:
        faults.append(FileFault("missing_geometry", layer, feature))
        return None
    kind = value.get("type") if isinstance(value, dict) else None
    if not isinstance(value, dict) or kind not in _SHAPES:
        faults.append(FileFault("unknown_geometry", layer, feature, kind))
        return None
    try:
        numbers = list(_numbers(value.get("coordinates"), _DEEPEST))
        geometry: BaseGeometry = shape(value)
    except (ShapelyError, ValueError, TypeError, IndexError, OverflowError) as error:
        values = {"kind": kind, "reason": str(error)[:100]}
        faults.append(FileFault("bad_coordinates", layer, feature, values=values))
        return None
    if not np.isfinite(numbers).all():
        faults.append(FileFault("coordinate_not_a_number", layer, feature))
        return None
    return shapely.force_2d(geometry)


def _numbers(value: object, levels: int) -> Iterator[float]:
    """Give every number of a list of coordinates.

    Raises
    ------
    ValueError
        Where something is neither a number nor a list.
    """
    if isinstance(value, list) and levels > 0:
        for inner in value:
            yield from _numbers(inner, levels - 1)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield float(value)
    else:
        raise ValueError(f"{str(value)[:40]!r}")
