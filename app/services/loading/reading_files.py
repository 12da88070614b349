"""From a file and what a person says about it to rows of one place."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

import numpy as np
from geoalchemy2.shape import to_shape
from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Area, Building
from app.importers.faults import DataFault, InvalidLayers
from app.importers.geo_features import shown
from app.importers.geo_layers import GeoLayers
from app.importers.geo_rows import (
    AreaRow,
    BarrierRow,
    BuildingRow,
    FacilityRow,
    HomeRow,
    LandCoverRow,
    PlaceRow,
    Row,
    SourceRow,
)
from app.importers.osm import LAYERS as OSM_LAYERS
from app.importers.osm import OsmLayer, read_osm, read_overpass
from app.importers.osm.files import SUFFIXES, date_of, open_osm
from app.importers.osm.reader import ATTRIBUTION, LICENCE
from app.importers.reading import Progress, Reading, ReadingNote, Window, unwatched
from app.importers.registers.road_rows import RoadRow
from app.importers.tables.files import Table, read_table
from app.importers.tables.mapping import FieldMapping
from app.importers.tables.meanings import meant, once
from app.importers.tables.municipalities import FIELD as CODE_FIELD
from app.importers.tables.municipalities import in_municipalities
from app.importers.tables.people import spread
from app.importers.tables.rows import rows_of, slug
from app.services.loading.asked import FileAsked, Kind
from app.services.loading.places import surface_of
from app.services.loading.reading_streets import read_register
from app.services.loading.windows import within

SAME_IS_ONE: Final[frozenset[Kind]] = frozenset({"facilities", "land-cover"})
"""What is one thing where it is told twice; two homes of one address are two."""
_UNPLACED: Final = "unplaced"
ROW_TYPES: Final[dict[str, type[Row]]] = {
    "facilities": FacilityRow,
    "buildings": BuildingRow,
    "population": HomeRow,
    "barriers": BarrierRow,
    "land-cover": LandCoverRow,
    "areas": AreaRow,
    "streets": RoadRow,
}
"""What a feature of each kind of table becomes."""


def source_of(asked: FileAsked) -> SourceRow:
    """Describe the source of a file.

    Raises
    ------
    InvalidLayers
        Where nobody says whose the data is and what it may be used for.
    """
    if not asked.is_overpass and not asked.path.is_file():
        raise InvalidLayers([DataFault(str(asked.path), None, None, None, "the file is missing")])
    told: dict[str, object] = {"url": None, "note": "", "attribution": "", "modelled": False}
    told |= {"title": asked.path.name, "id": slug(asked.path.name.partition(".")[0])}
    if not asked.is_overpass:
        told["date"] = datetime.fromtimestamp(asked.path.stat().st_mtime, UTC).date().isoformat()
    if asked.is_osm:
        told |= {"title": "OpenStreetMap", "publisher": "OpenStreetMap"}
        told |= {"licence": LICENCE, "attribution": ATTRIBUTION}
        if asked.is_overpass:
            told |= {"id": "openstreetmap", "date": datetime.now(UTC).date().isoformat()}
        else:
            with open_osm(asked.path) as file:
                told["date"] = date_of(file)
    try:
        return SourceRow.model_validate({**told, **asked.told})
    except ValidationError as error:
        faults = []
        for problem in error.errors(include_url=False):
            name = str(problem["loc"][0])
            value = None if problem["type"] == "missing" else shown(problem["input"])
            message = f"nobody says its {name}: --source {name}=TEXT"
            faults.append(DataFault(asked.path.name, None, value, None, message))
        raise InvalidLayers(faults) from error


def read_file(
    session: Session,
    asked: FileAsked,
    place: PlaceRow,
    source: SourceRow,
    progress: Progress = unwatched,
) -> Reading:
    """Read the layers of a place from a file.

    Raises
    ------
    InvalidLayers
        With every fault of the file.
    """
    _only_for_people(asked)
    window = Window(place.id, surface_of(place))
    if asked.is_overpass:
        return read_overpass(window, source, _osm_layers(asked), progress)
    if asked.is_osm:
        return read_osm(asked.path, window, source, _osm_layers(asked), progress)
    if asked.kind == "streets":
        return read_register(session, asked, window, source, progress)
    if asked.kind == "osm":
        message = f"the file's name must end in {', '.join(SUFFIXES)}"
        raise InvalidLayers([DataFault(asked.path.name, None, None, None, message)])
    progress("table", 0, None)
    table = read_table(asked.path, asked.layer, asked.crs)
    inside, notes = within(table, window)
    inside, unmeant = meant(inside, asked.mapping)
    notes += unmeant
    if asked.kind in SAME_IS_ONE:
        inside, again = once(inside, asked.mapping)
        notes += again
    if asked.kind == "population":
        return _people(session, asked, inside, place, source, notes)
    rows = rows_of(
        inside, ROW_TYPES[asked.kind], asked.mapping, {"place": place.id, "source": source.id}
    )
    return Reading(_layers(source, asked, rows), tuple(notes))


def read_areas(asked: FileAsked, source: SourceRow) -> list[AreaRow]:
    """Read housing areas from a file; which place each belongs to is not known yet.

    Raises
    ------
    InvalidLayers
        With every fault of the file.
    """
    _only_for_people(asked)
    table = read_table(asked.path, asked.layer, asked.crs)
    rows = rows_of(table, AreaRow, asked.mapping, {"place": _UNPLACED, "source": source.id})
    if not rows:
        raise InvalidLayers([DataFault(table.name, None, None, None, "the layer is empty")])
    return rows


def _only_for_people(asked: FileAsked) -> None:
    """Refuse municipalities where nobody asks for them, or where another word says it already."""
    if asked.municipalities is None:
        return
    given = str(asked.municipalities)
    faults = []
    if asked.kind != "population":
        message = "only the people of `population` have a municipality"
        faults.append(DataFault("--municipalities", None, given, None, message))
    if CODE_FIELD in {*asked.mapping.columns, *asked.mapping.constants}:
        message = f"`{CODE_FIELD}` is mapped or set as well; say it once"
        faults.append(DataFault("--municipalities", None, given, None, message))
    if not asked.municipalities.is_file():
        faults.append(DataFault("--municipalities", None, given, None, "the file is missing"))
    if faults:
        raise InvalidLayers(faults)


def _osm_layers(asked: FileAsked) -> tuple[OsmLayer, ...]:
    if asked.kind == "population":
        message = "OpenStreetMap does not know where people live; load squares, points or buildings"
        raise InvalidLayers([DataFault(asked.path.name, None, None, None, message)])
    return tuple(layer for layer in OSM_LAYERS if layer in asked.layers)


def _layers(source: SourceRow, asked: FileAsked, rows: Sequence[Row]) -> GeoLayers:
    return GeoLayers(sources=(source,), **{asked.layers[0]: tuple(rows)})  # type: ignore[arg-type]


def _people(  # noqa: PLR0913, PLR0917 - a reading with what it stands on
    session: Session,
    asked: FileAsked,
    table: Table,
    place: PlaceRow,
    source: SourceRow,
    notes: list[ReadingNote],
) -> Reading:
    mapping = asked.mapping
    if asked.municipalities is None:
        mapping = _with_municipality(session, mapping, table, place.id)
    column = mapping.column_of("residents", list(table.columns))
    if column is not None:
        counts = _counts(table, column)
        lived_in = counts > 0
        empty = int((~lived_in).sum())
        notes += [ReadingNote("nobody-lives-there", empty)] if empty else []
        columns = {name: values[lived_in] for name, values in table.columns.items()}
        table = Table(table.name, {**columns, column: counts[lived_in]}, table.geometry[lived_in])
        if asked.over_buildings:
            table = _over_buildings(session, table, mapping, place.id, notes)
    if asked.municipalities is not None:
        table = in_municipalities(table, read_table(asked.municipalities))
    given = {"place": place.id, "source": source.id, "area": None}
    rows = rows_of(table, HomeRow, mapping, given)
    return Reading(_layers(source, asked, rows), tuple(notes))


def _counts(table: Table, column: str) -> np.ndarray:
    """Read the people of each feature; what is no number is told."""
    faults = []
    counts = np.zeros(len(table))
    for row, value in enumerate(table.columns[column].tolist()):
        try:
            counts[row] = 0.0 if value is None else float(value)
        except ValueError:
            message = "the residents must be a number"
            faults.append(DataFault(table.name, str(row + 1), shown(value), None, message))
    if faults:
        raise InvalidLayers(faults)
    return np.nan_to_num(counts)


def _with_municipality(
    session: Session, mapping: FieldMapping, table: Table, place: str
) -> FieldMapping:
    """Take the municipality of the place's areas where nobody says another."""
    name = CODE_FIELD
    if name in mapping.constants or mapping.column_of(name, list(table.columns)) is not None:
        return mapping
    codes = session.scalars(
        select(Area.municipality_code).where(Area.place_id == place).distinct()
    ).all()
    if len(codes) != 1:
        return mapping
    return mapping.overruled_by(FieldMapping(constants={name: codes[0]}))


def _over_buildings(
    session: Session, table: Table, mapping: FieldMapping, place: str, notes: list[ReadingNote]
) -> Table:
    """Put the people of each surface into the buildings that stand on it."""
    column = str(mapping.column_of("residents", list(table.columns)))
    shapes = session.scalars(
        select(Building.geom).where(Building.place_id == place).order_by(Building.id)
    )
    buildings = np.array([to_shape(shape) for shape in shapes], object)
    if len(buildings) == 0:
        message = "the place has no buildings to spread people over; load buildings first"
        raise InvalidLayers([DataFault(table.name, None, place, None, message)])
    points, counts, rows = spread(table.geometry, table.columns[column].astype(float), buildings)
    notes.append(ReadingNote("spread-over-buildings", len(points)))
    columns = {name: values[rows] for name, values in table.columns.items()}
    key = mapping.column_of("id", list(table.columns))
    keys = rows + 1 if key is None else columns[key]
    # Each home of a square is told apart by its number there.
    numbers = np.arange(len(rows)) - np.searchsorted(rows, rows) + 1
    ids = [f"{own}-{number}" for own, number in zip(keys.tolist(), numbers.tolist(), strict=True)]
    columns |= {column: counts, key or "id": np.array(ids, object)}
    return Table(table.name, columns, points)
