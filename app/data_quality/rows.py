"""The rows of every layer under one view: layer, id, source, geometry."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from app.importers.geo_layers import GeoLayers

PLACE_LAYERS = (
    "streets",
    "facilities",
    "stops",
    "barriers",
    "homes",
    "buildings",
    "land_cover",
)


class LayerRow(NamedTuple):
    """A row of any layer that has a geometry."""

    layer: str
    id: str
    source: str
    geometry: BaseGeometry


def rows_of(layers: GeoLayers) -> Iterator[LayerRow]:
    """Give every row that has a geometry."""
    for area in layers.areas:
        yield LayerRow("areas", area.id, area.source, area.geometry)
    for name in PLACE_LAYERS:
        for row in getattr(layers, name):
            yield LayerRow(f"{row.place}/{name}", str(row.id), row.source, row.geometry)
