"""Between the rows of data files and the rows of the store."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar, cast

import shapely
from geoalchemy2.shape import from_shape
from sqlalchemy import ColumnElement, delete, false, func, not_, or_, select, tuple_
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from app.db.bulk import ROWS_AT_ONCE, STORE_NAMES, copy_rows
from app.db.models import (
    SRID,
    Area,
    Barrier,
    Base,
    Building,
    DataSource,
    Facility,
    Home,
    LandCover,
    Place,
    Stop,
    StreetEdge,
)
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
    StopRow,
    StreetRow,
)

RowT = TypeVar("RowT", bound=Row)
LayerTable = (
    type[StreetEdge]
    | type[Facility]
    | type[Stop]
    | type[Barrier]
    | type[Home]
    | type[Building]
    | type[LandCover]
)
TABLES: Final[dict[str, LayerTable]] = {
    "streets": StreetEdge,
    "facilities": Facility,
    "stops": Stop,
    "barriers": Barrier,
    "homes": Home,
    "buildings": Building,
    "land_cover": LandCover,
}
"""The tables of a place's layers, by the layers' names."""
ROW_TYPES: Final[dict[str, type[Row]]] = {
    "areas": AreaRow,
    "streets": StreetRow,
    "facilities": FacilityRow,
    "stops": StopRow,
    "barriers": BarrierRow,
    "homes": HomeRow,
    "buildings": BuildingRow,
    "land_cover": LandCoverRow,
}


@dataclass(frozen=True, slots=True)
class Kept:
    """What somebody loaded, and loading what comes with Forbind leaves alone.

    ``layers`` are (place, layer); ``parts`` (place, layer, source), where other sources' rows stand
    beside them; the rest are ids.
    """

    layers: frozenset[tuple[str, str]] = frozenset()
    parts: frozenset[tuple[str, str, str]] = frozenset()
    areas: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()


def replace_layers(
    session: Session, layers: GeoLayers, checksums: dict[str, str], kept: Kept
) -> None:
    """Make the store hold these layers beside what is kept; proposals stay.

    ``checksums`` gives each source's checksum by its id.
    """
    _upsert(
        session,
        DataSource,
        [{**row.model_dump(), "checksum": checksums.get(row.id, "")} for row in layers.sources],
    )
    upsert_rows(session, layers.places)
    upsert_rows(session, [row for row in layers.areas if row.id not in kept.areas])
    for layer, table in TABLES.items():
        session.execute(delete(table).where(not_(_is_kept(table, layer, kept))))
        rows = getattr(layers, layer)
        copy_rows(session, table, (row for row in rows if (row.place, layer) not in kept.layers))
    _drop_others(session, Area, {*(row.id for row in layers.areas), *kept.areas})
    _drop_others(session, Place, {*(row.id for row in layers.places), *kept.places})
    _drop_others(session, DataSource, {*(row.id for row in layers.sources), *kept.sources})


def _is_kept(table: LayerTable, layer: str, kept: Kept) -> ColumnElement[bool]:
    whole = [place for place, name in kept.layers if name == layer]
    parts = [(place, source) for place, name, source in kept.parts if name == layer]
    return or_(table.place_id.in_(whole), tuple_(table.place_id, table.source).in_(parts), false())


def upsert_rows(
    session: Session, rows: Sequence[SourceRow] | Sequence[PlaceRow] | Sequence[AreaRow]
) -> None:
    """Add rows, or bring those with the same ids up to date."""
    for row in rows:
        if isinstance(row, AreaRow):
            _upsert(session, Area, [_columns(row)])
        elif isinstance(row, PlaceRow):
            _upsert(session, Place, [_place_columns(row)])
        else:
            _upsert(session, DataSource, [{**row.model_dump(), "checksum": ""}])


def read_place_rows(
    session: Session, layer: str, place: str, *, source: str | None = None
) -> Iterator[Row]:
    """Read one layer of a place, of one source or of all, as the rows of data files.

    They come as they are asked for, so that a region need not be in memory at once.
    """
    row_type, table = ROW_TYPES[layer], TABLES.get(layer, Area)
    conditions = [table.place_id == place]
    if source is not None:
        conditions.append(table.source == source)
    return _read(session, row_type, table, *conditions)


def read_geo_layers(session: Session) -> GeoLayers:
    """Read everything back as the rows of data files, to be checked."""
    return GeoLayers(
        sources=tuple(_read(session, SourceRow, DataSource)),
        places=tuple(
            PlaceRow(id=row.id, name=row.name, bbox=(row.west, row.south, row.east, row.north))
            for row in session.scalars(select(Place).order_by(Place.id))
        ),
        areas=tuple(_read(session, AreaRow, Area)),
        streets=tuple(_read(session, StreetRow, StreetEdge)),
        facilities=tuple(_read(session, FacilityRow, Facility)),
        stops=tuple(_read(session, StopRow, Stop)),
        barriers=tuple(_read(session, BarrierRow, Barrier)),
        homes=tuple(_read(session, HomeRow, Home)),
        buildings=tuple(_read(session, BuildingRow, Building)),
        land_cover=tuple(_read(session, LandCoverRow, LandCover)),
    )


def _columns(row: Row) -> dict[str, object]:
    columns = {STORE_NAMES.get(name, name): getattr(row, name) for name in type(row).model_fields}
    columns["geom"] = from_shape(columns["geom"], srid=SRID)
    if isinstance(row, AreaRow):
        columns["housing_organisations"] = list(row.housing_organisations)
    return columns


def _place_columns(row: PlaceRow) -> dict[str, object]:
    west, south, east, north = row.bbox
    return {
        "id": row.id,
        "name": row.name,
        "west": west,
        "south": south,
        "east": east,
        "north": north,
    }


def _upsert(session: Session, table: type[Base], rows: list[dict[str, object]]) -> None:
    for row in rows:
        statement = upsert(table).values(row)
        fresh = {name: statement.excluded[name] for name in row if name != "id"}
        session.execute(statement.on_conflict_do_update(index_elements=["id"], set_=fresh))


def _drop_others(
    session: Session, table: type[Area] | type[Place] | type[DataSource], ids: Iterable[str]
) -> None:
    session.execute(delete(table).where(table.id.not_in(list(ids))))


def _read(
    session: Session, row_type: type[RowT], table: type[Base], *conditions: ColumnElement[bool]
) -> Iterator[RowT]:
    names = [name for name in row_type.model_fields if name != "geometry"]
    columns = [getattr(table, STORE_NAMES.get(name, name)).label(name) for name in names]
    if "geometry" in row_type.model_fields:
        columns.append(func.ST_AsBinary(table.__table__.c.geom).label("geometry"))
    question = select(*columns).where(*conditions).order_by(table.__table__.c.id)
    for row in session.execute(question.execution_options(yield_per=ROWS_AT_ONCE)).mappings():
        values = dict(row)
        if "geometry" in values:
            values["geometry"] = shapely.from_wkb(bytes(values["geometry"]))
        if "housing_organisations" in values:
            values["housing_organisations"] = tuple(values["housing_organisations"])
        # The store has checked these rows already; what is left to find is between them.
        yield cast("RowT", row_type.model_construct(**values))
