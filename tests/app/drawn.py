"""Small drawings around Tåstrupgård, for the tests of the service."""

from typing import Any

AREA = "taastrupgaard"


def feature(kind: str, geometry: dict[str, Any], **properties: object) -> dict[str, Any]:
    identity = properties.pop("id", None)
    written: dict[str, Any] = {
        "type": "Feature",
        "geometry": geometry,
        "properties": {"kind": kind, **properties},
    }
    return written if identity is None else {**written, "id": identity}


def collection(*features: object) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def point(lon: float, lat: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [lon, lat]}


def line(*positions: tuple[float, float]) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": [list(position) for position in positions]}


def polygon(*positions: tuple[float, float]) -> dict[str, Any]:
    ring = [list(position) for position in (*positions, positions[0])]
    return {"type": "Polygon", "coordinates": [ring]}


def shop(lon: float = 12.2905, lat: float = 55.6565, **properties: object) -> dict[str, Any]:
    return feature("facility", point(lon, lat), category="grocery", name="Ny butik", **properties)


def drawing(*features: object, area: str = AREA, **more: object) -> dict[str, Any]:
    return {"area": area, "interventions": collection(*features), **more}


def proposal(
    *features: object, name: str = "Stien til stationen", **more: object
) -> dict[str, Any]:
    return {"area": AREA, "name": name, "interventions": collection(*features), **more}
