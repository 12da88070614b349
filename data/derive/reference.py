"""Read the reference data: the layers of one place as plain rows in EPSG:25832."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyogrio
import shapely

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from shapely import MultiPolygon, Polygon
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a reference layer."""

    geometry: BaseGeometry
    columns: Mapping[str, object]

    def text(self, column: str) -> str:
        """Give a column as text."""
        return str(self.columns[column])


def read_layer(path: Path, layer: str | None = None) -> list[Record]:
    """Read a layer; curves of several parts become one record a part, height is left out."""
    with warnings.catch_warnings():
        # The packages were written with a user-defined CRS entry that GDAL remarks upon.
        warnings.simplefilter("ignore")
        meta, _, geometries, fields = pyogrio.raw.read(path, layer=layer)
    names = [str(name) for name in meta["fields"]]
    records = []
    for row, wkb in enumerate(geometries):
        columns = {name: fields[column][row] for column, name in enumerate(names)}
        geometry = shapely.force_2d(shapely.from_wkb(wkb))
        if not geometry.is_valid:
            geometry = shapely.make_valid(geometry)
        records += [Record(part, columns) for part in shapely.get_parts(geometry)]
    return records


def read_areas(path: Path) -> dict[str, MultiPolygon]:
    """Read the boundaries of the areas by slug."""
    parts: dict[str, list[Polygon]] = {}
    for record in read_layer(path):
        parts.setdefault(record.text("slug"), []).append(record.geometry)
    return {slug: shapely.MultiPolygon(polygons) for slug, polygons in parts.items()}


def inside(records: list[Record], window: BaseGeometry) -> list[Record]:
    """Keep the part of each record that lies in the window, one record a part."""
    shapely.prepare(window)
    kept = []
    for record in records:
        if not window.intersects(record.geometry):
            continue
        if window.covers(record.geometry):
            kept.append(record)
            continue
        dimension = shapely.get_dimensions(record.geometry)
        cut = shapely.intersection(record.geometry, window)
        kept += [
            Record(part, record.columns)
            for part in shapely.get_parts(cut)
            if shapely.get_dimensions(part) == dimension
        ]
    return kept
