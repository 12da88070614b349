"""Small real files of drawings from elsewhere, made where they are needed."""

import io
import json
import sqlite3
import warnings
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import ezdxf
import numpy as np
import pyogrio
import shapely
from ezdxf.document import Drawing
from shapely.geometry.base import BaseGeometry

from spatial.crs import to_planar

# A corner of Tåstrupgård, in EPSG:25832.
ORIGIN = (706_950.0, 6_172_950.0)


def geojson(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def metres(geometry: BaseGeometry) -> BaseGeometry:
    return to_planar(geometry)


def near(east_m: float, north_m: float) -> tuple[float, float]:
    """A place near Tåstrupgård, in metres of EPSG:25832."""
    return ORIGIN[0] + east_m, ORIGIN[1] + north_m


def geopackage(
    folder: Path,
    layers: Mapping[str, Sequence[tuple[BaseGeometry | None, Mapping[str, object]]]],
    crs: str | None = "EPSG:25832",
) -> bytes:
    """A GeoPackage with a table for each layer."""
    path = folder / "drawn.gpkg"
    path.unlink(missing_ok=True)
    for name, rows in layers.items():
        fields = list(dict.fromkeys(field for _, row in rows for field in row))
        columns = [column([row.get(field) for _, row in rows]) for field in fields]
        geometries = np.array(
            [None if shape is None else shapely.to_wkb(shape) for shape, _ in rows], object
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that nothing says where it lies is meant
            pyogrio.raw.write(
                path,
                geometries,
                columns,
                fields,
                layer=name,
                driver="GPKG",
                geometry_type="Unknown",
                crs=crs,
                append=path.exists(),
            )
    return path.read_bytes()


def column(values: Sequence[object]) -> np.ndarray[Any, Any]:
    """Values of one field: numbers and truths as such, anything else as text."""
    texts = any(value is None or isinstance(value, str) for value in values)
    return np.array(values, object if texts else None)


def altered(folder: Path, content: bytes, *statements: str) -> bytes:
    """A GeoPackage after somebody has been at its tables."""
    path = folder / "altered.gpkg"
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as database:
        # GDAL's triggers call functions that only GDAL has.
        triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            database.execute(statement)
        database.commit()
    return path.read_bytes()


def new_dxf(version: str = "R2010", units: int = 6) -> Drawing:
    drawing = ezdxf.new(version)
    drawing.units = units
    return drawing


def dxf(drawing: Drawing) -> bytes:
    text = io.StringIO()
    drawing.write(text)
    return text.getvalue().encode(drawing.output_encoding)


def layer_of(found: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The layer of an answer by its name."""
    return next(layer for layer in found["layers"] if layer["name"] == name)


def codes(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    return [row["code"] for row in rows]
