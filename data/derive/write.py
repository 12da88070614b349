"""Write layers so that the same content is always the same bytes, and a change reads well."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import mapping

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

_TO_DEGREES = Transformer.from_crs(25832, 4326, always_xy=True)
_DECIMALS = 7
_SURFACES = (3, 6)  # shapely's type ids of Polygon and MultiPolygon

Row: TypeAlias = "tuple[str | int, BaseGeometry, dict[str, object]]"


def to_degrees(geometries: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Project from metres to degrees, rounded as they are written."""
    if not geometries:
        return []
    degrees = shapely.transform(
        np.array(geometries, dtype=object), _TO_DEGREES.transform, interleaved=False
    )
    # Rounding can fold a thin polygon over itself; snapping to the grid keeps it valid.
    surfaces = np.isin(shapely.get_type_id(degrees), _SURFACES)
    degrees[surfaces] = shapely.set_precision(degrees[surfaces], 10.0**-_DECIMALS)
    return list(shapely.transform(degrees, lambda xy: xy.round(_DECIMALS)))


def write_layer(path: Path, rows: Sequence[Row]) -> None:
    """Write a FeatureCollection, one feature a line, sorted by id."""
    ordered = sorted(rows, key=lambda row: (isinstance(row[0], str), row[0]))
    degrees = to_degrees([geometry for _, geometry, _ in ordered])
    lines = [
        _line(
            {
                "type": "Feature",
                "id": identity,
                "properties": properties,
                "geometry": mapping(_oriented(geometry)),
            }
        )
        for (identity, _, properties), geometry in zip(ordered, degrees, strict=True)
    ]
    body = ",\n".join(lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f'{{"type":"FeatureCollection","features":[\n{body}\n]}}\n'
        if lines
        else '{"type":"FeatureCollection","features":[]}\n',
        encoding="utf-8",
    )


def write_table(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    """Write a list of objects, one a line."""
    body = ",\n".join(_line(row) for row in rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"[\n{body}\n]\n", encoding="utf-8")


def _oriented(geometry: BaseGeometry) -> BaseGeometry:
    """Wind rings as RFC 7946 asks: outer rings counter-clockwise."""
    if geometry.geom_type in {"Polygon", "MultiPolygon"}:
        return shapely.orient_polygons(geometry)
    return geometry


def _line(content: Mapping[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
