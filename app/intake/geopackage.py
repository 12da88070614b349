"""GeoPackage through GDAL: every table of features, as it stands there.

A GeoPackage is a database that somebody else made. It is opened for reading only; what would run
when it is read (views, virtual tables) is no layer here.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj import CRS
from pyproj.exceptions import CRSError

from app.intake.found import FEATURES, LAYERS, FileFault, FileRefused, RawFeature, RawFile, RawLayer
from app.intake.values import NAME_CHARACTERS, readable

_FORMER_ENCODING = "cp1252"


def read_geopackage(path: Path) -> RawFile:
    """Read every layer of a GeoPackage.

    Raises
    ------
    FileRefused
        Where it is a database of another kind, is broken, or holds too much.
    """
    try:
        names = _layer_names(path)
        if pyogrio.read_info(path, layer=names[0])["driver"] != "GPKG":
            raise FileRefused([FileFault("geopackage_not_one")])
        raw = RawFile()
        for name in names:
            raw.layers.append(_read_layer(path, name, raw.faults))
    except (sqlite3.DatabaseError, DataSourceError, DataLayerError) as error:
        values = {"reason": str(error)[:200]}
        raise FileRefused([FileFault("file_broken", values=values)]) from error
    return raw


def _layer_names(path: Path) -> list[str]:
    """List the tables of features, and refuse what is too much before anything is read."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as database:
        database.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
        database.execute("PRAGMA trusted_schema = OFF")
        tables = {
            name: not sql.upper().startswith("CREATE VIRTUAL")
            for name, sql in database.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL"
            )
        }
        if "gpkg_contents" not in tables or "gpkg_geometry_columns" not in tables:
            raise FileRefused([FileFault("geopackage_not_one")])
        listed = database.execute(
            "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY table_name"
        ).fetchall()
        names = [name for (name,) in listed if tables.get(name, False)]
        refused = [name for (name,) in listed if not tables.get(name, False)]
        if not names:
            faults = [FileFault("geopackage_view", readable(name)) for name in refused]
            raise FileRefused(faults or [FileFault("file_without_features")])
        _refuse_too_much(database, names)
    return names


def _refuse_too_much(database: sqlite3.Connection, names: list[str]) -> None:
    if len(names) > LAYERS:
        values = {"limit": LAYERS}
        raise FileRefused([FileFault("file_too_many_layers", value=len(names), values=values)])
    faults = []
    for name in names:
        quoted = name.replace('"', '""')
        # One row more than is allowed is enough to know; the name cannot be a parameter.
        (count,) = database.execute(
            f'SELECT count(*) FROM (SELECT 1 FROM "{quoted}" LIMIT {FEATURES + 1})'  # noqa: S608
        ).fetchone()
        if count > FEATURES:
            values = {"limit": FEATURES}
            fault = FileFault("file_too_many_features", readable(name), value=count, values=values)
            faults.append(fault)
    if faults:
        raise FileRefused(faults)


def _read_layer(path: Path, name: str, faults: list[FileFault]) -> RawLayer:
    meta, ids, geometries, columns = _read_table(path, name)
    layer = RawLayer(readable(name)[:NAME_CHARACTERS], _crs(meta["crs"]), count=len(ids))
    fields = [str(field) for field in meta["fields"]]
    for row, (fid, wkb) in enumerate(zip(ids, geometries, strict=True)):
        identity = str(fid)
        if wkb is None:
            faults.append(FileFault("missing_geometry", layer.name, identity))
            continue
        try:
            geometry = shapely.force_2d(shapely.from_wkb(wkb))
        except shapely.errors.ShapelyError as error:
            values = {"kind": "WKB", "reason": str(error)[:100]}
            faults.append(FileFault("bad_coordinates", layer.name, identity, values=values))
            continue
        properties = dict(_properties(fields, columns, row))
        layer.features.append(RawFeature(identity, geometry, properties))
    return layer


def _read_table(path: Path, name: str) -> tuple[dict[str, Any], Any, Any, Any]:
    """Read a table; text that is no UTF-8 was written in what Windows used before."""
    asked = {"layer": name, "return_fids": True, "datetime_as_string": True}
    asked["max_features"] = FEATURES + 1
    try:
        found: tuple[dict[str, Any], Any, Any, Any] = pyogrio.raw.read(path, **asked)
    except UnicodeDecodeError:
        found = pyogrio.raw.read(path, encoding=_FORMER_ENCODING, **asked)
    return found


def _crs(said: str | None) -> CRS | None:
    """Read the coordinate system; None where the file says that it does not know."""
    if said is None:
        return None
    try:
        crs = CRS.from_user_input(said)
    except CRSError:
        return None
    return None if crs.is_engineering else crs


def _properties(fields: list[str], columns: Any, row: int) -> Iterator[tuple[str, object]]:  # noqa: ANN401 - GDAL's own arrays
    for field, column in zip(fields, columns, strict=True):
        yield field, column[row]
