"""Between the rows of data files and the rows of the store."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar, cast

import shapely
from geoalchemy2.shape import from_shape
from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from app.db.bulk import STORE_NAMES, copy_rows
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
LAYER_TABLES: tuple[type[Base], ...] = (
    StreetEdge,
    Facility,
    Stop,
    Barrier,
    Home,
    Building,
    LandCover,
)


def replace_layers(session: Session, layers: GeoLayers, checksums: dict[str, str]) -> None:
    """Make the store hold these layers and no others; proposals stay.

    ``checksums`` gives each source's checksum by its id.
    """
    for table in LAYER_TABLES:
        session.execute(delete(table))
    sources = [
        {**row.model_dump(), "checksum": checksums.get(row.id, "")} for row in layers.sources
    ]
    _upsert(session, DataSource, sources)
    _upsert(session, Place, [_place_columns(row) for row in layers.places])
    _upsert(session, Area, [_columns(row) for row in layers.areas])
    for table, rows in zip(LAYER_TABLES, _rows_of(layers), strict=True):
        copy_rows(session, table, rows)
    _drop_others(session, Area, (row.id for row in layers.areas))
    _drop_others(session, Place, (row.id for row in layers.places))
    _drop_others(session, DataSource, (row.id for row in layers.sources))


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


def _rows_of(layers: GeoLayers) -> tuple[Sequence[Row], ...]:
    return (
        layers.streets,
        layers.facilities,
        layers.stops,
        layers.barriers,
        layers.homes,
        layers.buildings,
        layers.land_cover,
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


def _read(session: Session, row_type: type[RowT], table: type[Base]) -> Iterator[RowT]:
    names = [name for name in row_type.model_fields if name != "geometry"]
    columns = [getattr(table, STORE_NAMES.get(name, name)).label(name) for name in names]
    if "geometry" in row_type.model_fields:
        columns.append(func.ST_AsBinary(table.__table__.c.geom).label("geometry"))
    for row in session.execute(select(*columns).order_by(table.__table__.c.id)).mappings():
        values = dict(row)
        if "geometry" in values:
            values["geometry"] = shapely.from_wkb(bytes(values["geometry"]))
        # The store has checked these rows already; what is left to find is between them.
        yield cast("RowT", row_type.model_construct(**values))
