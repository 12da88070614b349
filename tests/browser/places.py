"""Places in and around Tåstrupgård that the tests draw on, found in the data itself."""

import json
import math
from functools import cache
from pathlib import Path
from typing import Any

AREA = "taastrupgaard"
GEO = Path(__file__).resolve().parents[2] / "data" / "geo"
CENTRE = (12.2893, 55.6542)
Place = tuple[float, float]


@cache
def layer(name: str) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads((GEO / f"{name}.geojson").read_text())["features"]
    return features


def metres(a: Place, b: Place) -> float:
    east = (b[0] - a[0]) * 111_320 * math.cos(math.radians(a[1]))
    return math.hypot(east, (b[1] - a[1]) * 111_320)


def example(kind: str, area: str = AREA) -> list[Place]:
    """Points of the first drawing of a kind in the bundled example of an area."""
    for feature in layer(f"examples/{area}"):
        if feature["properties"]["kind"] == kind:
            coordinates = feature["geometry"]["coordinates"]
            shape = feature["geometry"]["type"]
            line = {"Point": [coordinates], "LineString": coordinates}.get(shape)
            return [tuple(point) for point in line or coordinates[0][:-1]]
    raise LookupError(kind)


def street_within(reach_m: float, classes: set[str], longer_than_m: float) -> list[Place]:
    """Both ends of a straight street near the middle of the area."""
    for feature in layer("taastrup/streets"):
        line = [tuple(point) for point in feature["geometry"]["coordinates"]]
        ends = (line[0], line[-1])
        near = all(metres(end, CENTRE) < reach_m for end in ends)
        fits = feature["properties"]["street_class"] in classes
        if len(line) == 2 and near and fits and metres(*ends) > longer_than_m:
            return list(ends)
    raise LookupError(classes)


def middle(line: list[Place]) -> Place:
    return ((line[0][0] + line[-1][0]) / 2, (line[0][1] + line[-1][1]) / 2)


def lonely_facility(reach_m: float) -> tuple[str, Place]:
    """A function that no other function or stop is drawn on top of."""
    places = layer("taastrup/facilities")
    for feature in places:
        here = tuple(feature["geometry"]["coordinates"])
        if feature["properties"]["category"] in {"stop", "station"}:
            continue
        others = [
            metres(here, tuple(other["geometry"]["coordinates"]))
            for other in places
            if other["id"] != feature["id"]
        ]
        if metres(here, CENTRE) < reach_m and min(others) > 60:
            return feature["id"], here
    raise LookupError("facility")
