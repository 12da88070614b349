"""Read what a planner drew: GeoJSON in, checked features out, every fault collected.

Only the form is judged here (can this be stored and shown?). Whether a line meets a street or a
barrier is for the engine to say, so that an unfinished drawing can always be saved.
"""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from app.problems import Fault, pointer
from app.projection import METRES_CRS, on_grid, to_degrees, to_metres
from app.services.drawn_geometry import BadCoordinates, count_positions, read_coordinates
from app.services.positions import LARGEST_DEGREE_LIKE, in_denmark
from spatial.interventions import REGISTRY

PROPERTY_LEVELS = 16
PROPERTY_CHARACTERS = 20_000
ID_CHARACTERS = 120
_CRS_CODES = {
    "urn:ogc:def:crs:OGC:1.3:CRS84": 4326,
    "urn:ogc:def:crs:OGC::CRS84": 4326,
    "urn:ogc:def:crs:EPSG::4326": 4326,
    "EPSG:4326": 4326,
    METRES_CRS: 25832,
    "EPSG:25832": 25832,
}
# Beyond this, other programs round whole numbers.
_LARGEST_WHOLE = 2**53


@dataclass(frozen=True, slots=True)
class DrawingLimits:
    """How much may be drawn in one request."""

    features: int
    vertices: int


@dataclass(frozen=True, slots=True)
class DrawnFeature:
    """One intervention: its geometry both as sent (degrees) and as computed with (metres)."""

    id: str
    kind: str
    properties: Mapping[str, object]
    lonlat: BaseGeometry
    metres: BaseGeometry

    def as_geojson(self) -> dict[str, object]:
        """Give the feature back as it is kept."""
        return {
            "type": "Feature",
            "id": self.id,
            "geometry": mapping(self.lonlat),
            "properties": dict(self.properties),
        }


@dataclass(frozen=True, slots=True)
class Drawing:
    """The features that can be used, and everything that is wrong with the others."""

    features: tuple[DrawnFeature, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_drawing(document: object, limits: DrawingLimits, at: str = "/interventions") -> Drawing:
    """Read a FeatureCollection; ``at`` is where it stands in the body."""
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        shown = document.get("type") if isinstance(document, dict) else document
        return Drawing(faults=(Fault("not_a_collection", at, value=shown),))
    members = document.get("features")
    if not isinstance(members, list):
        return Drawing(faults=(Fault("not_a_collection", f"{at}/features", value=members),))
    refusal = _bounds_fault(members, limits, at) or _crs_fault(document, at)
    if refusal is not None:
        return Drawing(faults=(refusal,))
    in_metres = _crs_code(document) == 25832  # noqa: PLR2004 - an EPSG code
    features: list[DrawnFeature] = []
    faults: list[Fault] = []
    taken = _given_ids(members)
    for position, member in enumerate(members):
        feature = _read_feature(member, f"{at}/features/{position}", in_metres, faults)
        if feature is not None:
            features.append(_identified(feature, position, taken))
    faults.extend(_repeated_ids(members, at))
    return Drawing(tuple(features), tuple(faults))


def _bounds_fault(members: list[object], limits: DrawingLimits, at: str) -> Fault | None:
    if len(members) > limits.features:
        return Fault(
            "too_many_features",
            f"{at}/features",
            value=len(members),
            values={"limit": limits.features},
        )
    vertices = sum(count_positions(member) for member in members)
    if vertices > limits.vertices:
        return Fault(
            "too_many_vertices", f"{at}/features", value=vertices, values={"limit": limits.vertices}
        )
    return None


def _crs_code(document: Mapping[str, object]) -> int | None:
    crs = document.get("crs")
    if crs is None:
        return 4326
    properties = crs.get("properties") if isinstance(crs, Mapping) else None
    name = properties.get("name") if isinstance(properties, Mapping) else None
    return _CRS_CODES.get(name) if isinstance(name, str) else None


def _crs_fault(document: Mapping[str, object], at: str) -> Fault | None:
    if _crs_code(document) is None:
        return Fault("unknown_crs", f"{at}/crs", value=document.get("crs"))
    return None


def _read_feature(
    member: object, at: str, in_metres: bool, faults: list[Fault]
) -> DrawnFeature | None:
    if not isinstance(member, dict) or member.get("type") != "Feature":
        faults.append(Fault("not_a_feature", at, value=member))
        return None
    identity = _feature_id(member.get("id"))
    found = [
        *_id_faults(member.get("id"), at),
        *_property_faults(member.get("properties"), f"{at}/properties", identity),
    ]
    geometry = read_geometry(member.get("geometry"), f"{at}/geometry", identity, in_metres, found)
    faults.extend(found)
    if found or geometry is None:
        return None
    properties = member["properties"]
    refusal = _kind_fault(properties["kind"], geometry, at, identity)
    if refusal is not None:
        faults.append(refusal)
        return None
    return DrawnFeature(
        identity or "", properties["kind"], properties, geometry, to_metres(geometry)
    )


def _kind_fault(kind: str, geometry: BaseGeometry, at: str, identity: str | None) -> Fault | None:
    known = {row.kind: row.geometries for row in REGISTRY}
    if kind not in known:
        expected = {"expected": ", ".join(known)}
        where = f"{at}/properties/kind"
        return Fault("unknown_kind", where, feature=identity, value=kind, values=expected)
    if geometry.geom_type not in known[kind]:
        said = {"kind": kind, "expected": ", ".join(known[kind])}
        first = shapely.get_coordinates(geometry)[0]
        return Fault(
            "wrong_geometry",
            f"{at}/geometry",
            feature=identity,
            value=geometry.geom_type,
            place=(float(first[0]), float(first[1])),
            values=said,
        )
    return None


def _feature_id(value: object) -> str | None:
    usable = isinstance(value, str | int) and not isinstance(value, bool)
    return str(value)[:ID_CHARACTERS] if usable and value != "" else None


def _id_faults(value: object, at: str) -> Iterator[Fault]:
    if value is None:
        return
    if _feature_id(value) is None or len(str(value)) > ID_CHARACTERS or _is_bad_text(str(value)):
        yield Fault("bad_feature_id", f"{at}/id", value=value)


def _given_ids(members: list[object]) -> set[str]:
    given = (_feature_id(member.get("id")) for member in members if isinstance(member, dict))
    return {identity for identity in given if identity is not None}


def _identified(feature: DrawnFeature, position: int, taken: set[str]) -> DrawnFeature:
    """Give a feature without an id one that the same drawing would get again."""
    if feature.id:
        return feature
    identity = str(position + 1)
    while identity in taken:
        identity += "x"
    taken.add(identity)
    return DrawnFeature(identity, feature.kind, feature.properties, feature.lonlat, feature.metres)


def _repeated_ids(members: list[object], at: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for position, member in enumerate(members):
        identity = _feature_id(member.get("id")) if isinstance(member, dict) else None
        if identity is None:
            continue
        if identity in seen:
            yield Fault(
                "duplicate_id", f"{at}/features/{position}/id", feature=identity, value=identity
            )
        seen.add(identity)


def _property_faults(properties: object, at: str, identity: str | None) -> Iterator[Fault]:
    if not isinstance(properties, dict):
        values = {"limit": PROPERTY_CHARACTERS}
        yield Fault("bad_properties", at, feature=identity, value=properties, values=values)
        return
    kind = properties.get("kind")
    if not isinstance(kind, str) or not kind:
        yield Fault("missing_kind", f"{at}/kind", feature=identity, value=kind)
    inner = list(_value_faults(properties, at, identity, PROPERTY_LEVELS))
    yield from inner
    if not inner and len(json.dumps(properties)) > PROPERTY_CHARACTERS:
        yield Fault("bad_properties", at, feature=identity, values={"limit": PROPERTY_CHARACTERS})


def _value_faults(value: object, at: str, identity: str | None, levels: int) -> Iterator[Fault]:
    """Find what JSON can say but the store cannot keep."""
    if levels == 0:
        limit = {"limit": PROPERTY_LEVELS}
        yield Fault("nested_too_deep", at, feature=identity, values=limit)
    elif isinstance(value, float) and not math.isfinite(value):
        yield Fault("not_a_number", at, feature=identity, value=value)
    elif isinstance(value, int) and abs(value) >= _LARGEST_WHOLE:
        expected = {"expected": f"-{_LARGEST_WHOLE:.0e} … {_LARGEST_WHOLE:.0e}"}
        yield Fault("out_of_range", at, feature=identity, values=expected)
    elif isinstance(value, str) and _is_bad_text(value):
        yield Fault("bad_text", at, feature=identity, value=value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if _is_bad_text(key):
                yield Fault("bad_text", at, feature=identity, value=key)
            else:
                yield from _value_faults(inner, at + pointer([key]), identity, levels - 1)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _value_faults(inner, f"{at}/{index}", identity, levels - 1)


def _is_bad_text(text: str) -> bool:
    return "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text)


def read_geometry(
    value: object, at: str, identity: str | None, in_metres: bool, faults: list[Fault]
) -> BaseGeometry | None:
    """Read a geometry into degrees, on the grid that positions are kept on."""
    if value is None:
        faults.append(Fault("missing_geometry", at, feature=identity))
        return None
    try:
        sent = read_coordinates(value, at)
    except BadCoordinates as error:
        faults.append(Fault(error.code, error.at, None, identity, error.value, values=error.values))
        return None
    fault = _metres_fault(sent, at, identity) if in_metres else _degrees_fault(sent, at, identity)
    if fault is not None:
        faults.append(fault)
        return None
    lonlat = to_degrees(sent) if in_metres else on_grid(sent)
    if not (lonlat.is_valid and to_metres(lonlat).is_valid):
        faults.append(_invalid(lonlat, at, identity))
        return None
    return lonlat


def _invalid(geometry: BaseGeometry, at: str, identity: str | None) -> Fault:
    """Say why a geometry is not valid, and where: GEOS ends its reason with [x y]."""
    reason, _, position = shapely.is_valid_reason(geometry).partition("[")
    numbers = [float(number) for number in position.rstrip("]").split()]
    lon, lat = numbers or shapely.get_coordinates(geometry)[0].tolist()
    code = "self_crossing" if reason.endswith("Self-intersection") else "invalid_geometry"
    return Fault(
        code, at, feature=identity, value=reason, place=(lon, lat), values={"reason": reason}
    )


def _degrees_fault(geometry: BaseGeometry, at: str, identity: str | None) -> Fault | None:
    where = f"{at}/coordinates"
    for lon, lat in shapely.get_coordinates(geometry).tolist():
        if in_denmark(lon, lat):
            continue
        value = f"{lon}, {lat}"
        if max(abs(lon), abs(lat)) > LARGEST_DEGREE_LIKE:
            return Fault("metres_as_degrees", where, feature=identity, value=value)
        if in_denmark(lat, lon):
            said = {"meant": f"{lat}, {lon}"}
            return Fault(
                "swapped_coordinates", where, None, identity, value, (lat, lon), values=said
            )
        return Fault("outside_denmark", where, None, identity, value, place=(lon, lat))
    return None


def _metres_fault(geometry: BaseGeometry, at: str, identity: str | None) -> Fault | None:
    where = f"{at}/coordinates"
    metres = shapely.get_coordinates(geometry).tolist()
    degrees = shapely.get_coordinates(to_degrees(geometry)).tolist()
    for (x, y), (lon, lat) in zip(metres, degrees, strict=True):
        value = f"{x}, {y}"
        if max(abs(x), abs(y)) <= LARGEST_DEGREE_LIKE:
            return Fault("degrees_as_metres", where, feature=identity, value=value)
        # Far outside its zone the projection answers infinity, which is outside Denmark too.
        if not in_denmark(lon, lat):
            return Fault("outside_denmark", where, feature=identity, value=value)
    return None
