"""Layers as GeoJSON, written by the database: the quickest way for thousands of features."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, String, cast, func, literal, select
from sqlalchemy.dialects.postgresql import JSON
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.db.models import (
    Area,
    Barrier,
    Building,
    Facility,
    Home,
    LandCover,
    Stop,
    StreetEdge,
)

DECIMALS = 7
AnyLayer = (
    type[Area]
    | type[Barrier]
    | type[Building]
    | type[Facility]
    | type[Home]
    | type[LandCover]
    | type[Stop]
    | type[StreetEdge]
)
Bbox = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Layer:
    """A table, and what of it is shown: names of properties and the columns they come from."""

    table: AnyLayer
    properties: dict[str, InstrumentedAttribute[object] | ColumnElement[object]]


def _layer(table: AnyLayer, *columns: str) -> Layer:
    renamed = {"place": "place_id", "area": "area_id"}
    return Layer(table, {name: getattr(table, renamed.get(name, name)) for name in columns})


_AREA_COLUMNS = (
    "name",
    "place",
    "case_project",
    "municipality",
    "municipality_code",
    "housing_organisations",
    "homes",
    "residents",
    "modelled",
)
AREAS = Layer(
    Area,
    {
        **_layer(Area, *_AREA_COLUMNS).properties,
        "sources": func.json_build_array(Area.source),
    },
)
FACILITIES = _layer(
    Facility,
    "place",
    "category",
    "name",
    "capacity",
    "floor_area_m2",
    "jobs",
    "source",
    "modelled",
)
STOPS = _layer(
    Stop, "place", "name", "departures_weekday", "departures_07_09", "is_station", "source"
)
STREETS = _layer(
    StreetEdge,
    "place",
    "street_class",
    "name",
    "walk",
    "bike",
    "grade",
    "lit",
    "surface",
    "steps",
    "width_m",
    "speed_kmh",
    "from_node",
    "to_node",
    "from_control",
    "to_control",
    "source",
    "modelled",
)
HOMES = _layer(
    Home, "place", "area", "residents", "homes", "municipality_code", "source", "modelled"
)
BARRIERS = _layer(Barrier, "place", "kind", "name", "source", "modelled")
BUILDINGS = _layer(Building, "place", "name", "residents", "homes", "source", "modelled")
LAND_COVER = _layer(LandCover, "place", "kind", "source")


@dataclass(frozen=True, slots=True)
class FeatureFilter:
    """Which features are asked for; what is None does not matter."""

    place_id: str | None = None
    inside_area_id: str | None = None
    bbox: Bbox | None = None
    column: str | None = None
    values: tuple[str, ...] = ()


def read_features(
    session: Session, layer: Layer, wanted: FeatureFilter, *, limit: int, offset: int
) -> tuple[int, list[str]]:
    """Give how many features fit, and a page of them as GeoJSON texts, by id."""
    conditions = _conditions(layer.table, wanted)
    matched = session.scalar(select(func.count()).select_from(layer.table).where(*conditions))
    page = _as_geojson(layer).where(*conditions).limit(limit).offset(offset)
    return matched or 0, list(session.scalars(page))


def _as_geojson(layer: Layer) -> Select[str]:
    table = layer.table
    pairs = [part for name, column in layer.properties.items() for part in (name, column)]
    order = table.id if table is StreetEdge else table.id.collate("C")
    lonlat = func.ST_Transform(table.geom, 4326, type_=String)
    text = func.concat(
        '{"type":"Feature","id":',
        cast(func.to_json(table.id), String),
        ',"geometry":',
        func.ST_AsGeoJSON(lonlat, DECIMALS),
        ',"properties":',
        cast(func.json_build_object(*pairs, type_=JSON), String),
        "}",
    )
    return select(text).order_by(order)


def _conditions(table: AnyLayer, wanted: FeatureFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.place_id is not None:
        conditions.append(table.place_id == wanted.place_id)
    if wanted.inside_area_id is not None:
        conditions.append(_inside(table, wanted.inside_area_id))
    if wanted.bbox is not None:
        window = func.ST_Transform(func.ST_MakeEnvelope(*wanted.bbox, 4326), 25832)
        conditions.append(func.ST_Intersects(table.geom, window))
    if wanted.column is not None and wanted.values:
        conditions.append(getattr(table, wanted.column).in_(wanted.values))
    return conditions


def _inside(table: AnyLayer, area_id: str) -> ColumnElement[bool]:
    # A home belongs to the area it is counted in, which its own column says.
    if table is Home:
        return Home.area_id == literal(area_id)
    boundary = select(Area.geom).where(Area.id == area_id).scalar_subquery()
    return func.ST_Intersects(table.geom, boundary)
