"""Features of a table as rows of one of our layers; every fault of every row at once."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np
import shapely
from pydantic import ValidationError

from app.importers.faults import DataFault, InvalidLayers
from app.importers.geo_features import shown
from app.importers.geo_rows import (
    AreaRow,
    BarrierRow,
    BuildingRow,
    FacilityRow,
    HomeRow,
    LandCoverRow,
    Row,
)
from app.importers.registers.road_rows import RoadRow, SpeedRow
from spatial.crs import to_geographic

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from shapely.geometry.base import BaseGeometry

    from app.importers.faults import LonLat
    from app.importers.tables.files import Table
    from app.importers.tables.mapping import FieldMapping

RowT = TypeVar("RowT", bound=Row)
POINTS: Final = (FacilityRow, HomeRow)
SURFACES: Final = (AreaRow, BuildingRow, LandCoverRow)
LINES: Final = (RoadRow, SpeedRow)
_SURFACE_TYPES: Final = frozenset({"Polygon", "MultiPolygon"})
_LINE_TYPES: Final = frozenset({"LineString", "MultiLineString"})
_BARRIER_TYPES: Final = _LINE_TYPES | _SURFACE_TYPES
_LISTS: Final = frozenset({"housing_organisations"})
_MAY_BE_UNKNOWN: Final = (
    *("capacity", "floor_area_m2", "jobs", "homes", "residents"),
    *("case_project", "housing_organisations"),
)
_GIVEN: Final = frozenset({"place", "source", "geometry", "area"})
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ü": "u", "ö": "o", "ä": "a"})


def fields_of(row_type: type[Row]) -> list[str]:
    """Name the fields that a mapping may fill."""
    return [name for name in row_type.model_fields if name not in _GIVEN]


def rows_of(
    table: Table, row_type: type[RowT], mapping: FieldMapping, given: Mapping[str, object]
) -> list[RowT]:
    """Make a row of every feature; ``given`` holds the place and the source.

    Raises
    ------
    InvalidLayers
        With every fault: of the mapping, or else of the rows.
    """
    present = list(table.columns)
    faults = mapping.faults(table.name, fields_of(row_type), present)
    if faults:
        raise InvalidLayers(faults)
    rows: list[RowT] = []
    namesakes = _namesakes(table, mapping)
    for at in range(len(table)):
        columns = _columns(table, at, row_type, mapping, given, namesakes)
        geometry = _fitting(table.geometry[at], row_type)
        if geometry is None:
            faults.append(_shape_fault(table, at, row_type))
            continue
        try:
            rows.append(row_type.model_validate({**columns, "geometry": geometry}))
        except ValidationError as error:
            faults += _row_faults(table, at, error)
    if "id" in row_type.model_fields:
        faults += _repeated(table.name, rows)
    if faults:
        raise InvalidLayers(faults)
    return rows


def slug(text: str) -> str:
    """Give a name as part of an id: small letters, digits and hyphens."""
    letters = text.lower().translate(_LETTERS)
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:80]


def _columns(  # noqa: PLR0913, PLR0917 - a feature with what it is read by
    table: Table,
    at: int,
    row_type: type[Row],
    mapping: FieldMapping,
    given: Mapping[str, object],
    namesakes: Container[object],
) -> dict[str, object]:
    present = list(table.columns)
    found: dict[str, object] = {"modelled": False} if "modelled" in row_type.model_fields else {}
    found |= dict.fromkeys(_MAY_BE_UNKNOWN)
    found = {name: value for name, value in found.items() if name in row_type.model_fields}
    for name in fields_of(row_type):
        column = mapping.column_of(name, present)
        if name in mapping.constants:
            found[name] = mapping.constants[name]
        elif column is not None:
            found[name] = mapping.meaning(name, plain(table.columns[column][at]))
    for name in _LISTS & found.keys():
        found[name] = [part.strip() for part in str(found[name] or "").split(";") if part.strip()]
    if "id" in row_type.model_fields:
        found["id"] = _id_of(found, table, at, row_type, given, namesakes)
    return {
        **found,
        **{name: value for name, value in given.items() if name in row_type.model_fields},
    }


def _id_of(  # noqa: PLR0913, PLR0917 - a feature with what it is named by
    found: Mapping[str, object],
    table: Table,
    at: int,
    row_type: type[Row],
    given: Mapping[str, object],
    namesakes: Container[object],
) -> str:
    key = found.get("id") if found.get("id") is not None else found.get("name")
    own = slug(str(key)) if key is not None else ""
    if found.get("id") is None and found.get("name") in namesakes:
        # Short enough for an id with its place and source before it.
        own = own[:60] + _where(table.geometry[at])
    return own if row_type is AreaRow else _identity(given, own, at)


def _namesakes(table: Table, mapping: FieldMapping) -> frozenset[object]:
    """Name what several features are called; without keys they are told apart by their place."""
    column = mapping.column_of("name", list(table.columns))
    if column is None:
        return frozenset()
    counts = Counter(mapping.meaning("name", plain(value)) for value in table.columns[column])
    return frozenset(name for name, count in counts.items() if name is not None and count > 1)


def _where(geometry: BaseGeometry | None) -> str:
    """Give a place to the metre, as the end of an id: it does not change with the file's order."""
    if geometry is None or geometry.is_empty:
        return ""
    point = geometry.representative_point()
    return f"-{point.x:.0f}-{point.y:.0f}"


def _identity(given: Mapping[str, object], own: str, at: int) -> str:
    return f"{given['place']}-{given['source']}-{own or at + 1}"


def plain(value: Any) -> object:  # noqa: ANN401 - whatever GDAL gives
    """Give a value as Python's own; what is not there is None."""
    if value is None or (isinstance(value, float | np.floating) and np.isnan(value)):
        return None
    own = value.item() if isinstance(value, np.generic) else value
    if isinstance(own, str):
        return own.strip() or None
    return own


def _fitting(geometry: BaseGeometry | None, row_type: type[Row]) -> BaseGeometry | None:
    """Give the geometry as the layer wants it; None where it cannot be had."""
    if geometry is None or geometry.is_empty:
        return None
    if row_type in LINES:
        return geometry if geometry.geom_type in _LINE_TYPES else None
    shape = geometry if geometry.is_valid else shapely.make_valid(geometry)
    if row_type in POINTS:
        return shape if shape.geom_type == "Point" else shape.representative_point()
    wanted = _SURFACE_TYPES if row_type in SURFACES else _BARRIER_TYPES
    return _of_parts(shape, row_type) if shape.geom_type in wanted else None


def _of_parts(shape: BaseGeometry, row_type: type[Row]) -> BaseGeometry | None:
    parts = shapely.get_parts(shape)
    if row_type is AreaRow:
        return shapely.MultiPolygon(parts.tolist())
    if row_type is BuildingRow:
        return parts[0] if len(parts) == 1 else None
    return shape


def _shape_fault(table: Table, at: int, row_type: type[Row]) -> DataFault:
    geometry = table.geometry[at]
    kind = None if geometry is None else geometry.geom_type
    if row_type in SURFACES:
        wanted = "one polygon" if row_type is BuildingRow else "a polygon"
    elif row_type in LINES:
        wanted = "a line"
    else:
        wanted = "a line or polygon" if row_type is BarrierRow else "a point or polygon"
    message = f"the geometry must be {wanted}"
    return DataFault(table.name, str(at + 1), kind, _place(geometry), message)


def _row_faults(table: Table, at: int, error: ValidationError) -> list[DataFault]:
    found = []
    for problem in error.errors(include_url=False):
        name = ".".join(str(part) for part in problem["loc"])
        value = None if problem["type"] == "missing" else shown(problem["input"])
        message = f"`{name}`: {problem['msg']}"
        if problem["type"] == "missing" or value == "null":
            message += f"; name its column: --map {name}=COLUMN, or one value: --set {name}=VALUE"
        place = _place(table.geometry[at])
        found.append(DataFault(table.name, str(at + 1), value, place, message))
    return found


def _place(geometry: BaseGeometry | None) -> LonLat | None:
    if geometry is None or geometry.is_empty:
        return None
    point = to_geographic(geometry.representative_point())
    return (round(point.x, 6), round(point.y, 6))


def _repeated(layer: str, rows: list[RowT]) -> list[DataFault]:
    counts = Counter(row.id for row in rows)  # type: ignore[attr-defined]
    message = "several features have this id; map `id` to a column that tells them apart"
    return [
        DataFault(layer, str(identity), f"{count} times", None, message)
        for identity, count in counts.items()
        if count > 1
    ]
