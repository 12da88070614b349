"""What is drawn by hand: features in our own schema, told apart by their `layer`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from pyproj import Transformer
from shapely.geometry import shape

from app.importers.registers.lines import Attributes, Line
from data.derive.roads import LINK

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

_TO_METRES = Transformer.from_crs(4326, 25832, always_xy=True)
LAYERS = ("streets", "barriers", "facilities", "homes", "buildings", "removals", "land_cover")


@dataclass(frozen=True, slots=True)
class DrawnFeature:
    """One hand-drawn feature in metres."""

    geometry: BaseGeometry
    properties: Mapping[str, object]

    def text(self, name: str) -> str:
        """Give a property as text."""
        return str(self.properties[name])

    def whole(self, name: str) -> int:
        """Give a property as a whole number."""
        return int(str(self.properties[name]))


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything drawn for a place, by layer, in file order."""

    layers: Mapping[str, tuple[DrawnFeature, ...]]

    def __getitem__(self, layer: str) -> tuple[DrawnFeature, ...]:
        """Give the features of a layer."""
        return self.layers.get(layer, ())

    def street_lines(self) -> list[Line]:
        """Give the drawn streets and paths as lines."""
        return [Line(_line(feature), _attributes(feature)) for feature in self["streets"]]


def read_drawn(path: Path) -> Drawn:
    """Read a drawn file; an unknown layer is an error."""
    content = json.loads(path.read_text(encoding="utf-8"))
    layers: dict[str, list[DrawnFeature]] = {}
    for member in content["features"]:
        layer = member["properties"]["layer"]
        if layer not in LAYERS:
            raise ValueError(f"{path.name}: unknown layer {layer!r}; use one of {LAYERS}")
        metres = shapely.transform(
            shape(member["geometry"]), _TO_METRES.transform, interleaved=False
        )
        layers.setdefault(layer, []).append(DrawnFeature(metres, member["properties"]))
    return Drawn({layer: tuple(features) for layer, features in layers.items()})


def _line(feature: DrawnFeature) -> shapely.LineString:
    if not isinstance(feature.geometry, shapely.LineString):
        raise TypeError(f"a drawn street must be a LineString: {feature.properties}")
    return feature.geometry


def _attributes(feature: DrawnFeature) -> Attributes:
    name = feature.properties.get("name")
    return LINK._replace(
        street_class=feature.text("street_class"),
        name=None if name is None else str(name),
        grade=str(feature.properties.get("grade", "at_grade")),
    )
