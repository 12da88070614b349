"""Vector tiles: what a square of the web map holds of one layer, written by PostGIS itself."""

from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from sqlalchemy import (
    Boolean,
    ColumnElement,
    FromClause,
    Select,
    String,
    cast,
    func,
    select,
    true,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.db.models import (
    SRID,
    Area,
    Barrier,
    Building,
    Facility,
    Home,
    LandCover,
    Stop,
    StreetEdge,
)

TileLayer = Literal[
    "areas", "streets", "barriers", "buildings", "facilities", "homes", "land_cover", "stops"
]
TILE_LAYERS: Final[tuple[TileLayer, ...]] = get_args(TileLayer)
DEEPEST: Final = 20
EXTENT: Final = 4096
BUFFER: Final = 64
"""Of the tile's own units: what is drawn broad at an edge is drawn on both sides of it."""
_WEB_MERCATOR: Final = 3857
_WORLD_M: Final = 40_075_016.68
_PIXELS: Final = 256
# A degree of Mercator is drawn this much larger than it is where Denmark lies.
_DANISH_SCALE: Final = 0.56


@dataclass(frozen=True, slots=True)
class TileSource:
    """Where a layer's features stand.

    ``from_zoom`` is the lowest zoom at which a class (``by``) is drawn, for those that come late;
    all others come at ``begins``.
    """

    table: type[Area | StreetEdge | Barrier | Building | Facility | Home | LandCover | Stop]
    columns: tuple[InstrumentedAttribute[object], ...]
    begins: int = 0
    by: ColumnElement[str] | None = None
    from_zoom: tuple[tuple[str, int], ...] = ()


SOURCES: Final[dict[TileLayer, TileSource]] = {
    "areas": TileSource(Area, (Area.name, Area.homes, Area.residents)),
    "streets": TileSource(
        StreetEdge,
        (
            StreetEdge.street_class,
            StreetEdge.name,
            StreetEdge.walk,
            StreetEdge.bike,
            StreetEdge.grade,
            StreetEdge.steps,
            StreetEdge.lit,
        ),
        by=StreetEdge.__table__.c.street_class,
        from_zoom=(
            ("local", 11),
            ("private", 13),
            ("path", 13),
            ("cycleway", 12),
            ("track", 13),
        ),
    ),
    "barriers": TileSource(Barrier, (Barrier.kind, Barrier.name)),
    "buildings": TileSource(Building, (Building.name, Building.residents), begins=13),
    "facilities": TileSource(
        Facility, (Facility.category, Facility.name, Facility.capacity), begins=12
    ),
    "homes": TileSource(Home, (Home.residents, Home.area_id), begins=12),
    "land_cover": TileSource(LandCover, (LandCover.kind,)),
    "stops": TileSource(Stop, (Stop.name, Stop.departures_weekday, Stop.is_station), begins=11),
}


def read_tile(session: Session, layer: TileLayer, zoom: int, column: int, row: int) -> bytes:
    """Give a Mapbox vector tile of a layer; nothing at all where it is empty.

    Parameters
    ----------
    zoom, column, row
        Of the web map's squares, counted from the north-west; both below 2 to the zoom.
    """
    if zoom < SOURCES[layer].begins:
        return b""
    features = tile_features(layer, zoom, column, row).subquery("features")
    whole: FromClause = features
    question = select(func.ST_AsMVT(features.table_valued(), layer, EXTENT, "geom")).select_from(
        whole
    )
    found = session.execute(question.where(features.c.geom.is_not(None))).scalar_one()
    return bytes(found)


def tile_features(layer: TileLayer, zoom: int, column: int, row: int) -> Select[*tuple[Any, ...]]:
    """Ask for the features of a tile, drawn in its own units; null where they are too small."""
    source = SOURCES[layer]
    table = source.table
    square = func.ST_TileEnvelope(zoom, column, row)
    around = func.ST_Expand(square, _WORLD_M / 2**zoom * BUFFER / EXTENT)
    pixel_m = _WORLD_M / 2**zoom / _PIXELS * _DANISH_SCALE
    drawn = func.ST_AsMVTGeom(
        func.ST_Transform(func.ST_Simplify(table.geom, pixel_m / 2, True), _WEB_MERCATOR),
        square,
        EXTENT,
        BUFFER,
        True,
    )
    return (
        select(cast(table.id, String).label("id"), *source.columns, drawn.label("geom"))
        .where(table.geom.op("&&", return_type=Boolean)(func.ST_Transform(around, SRID)))
        .where(_is_drawn(source, zoom))
        .order_by(table.id)
    )


def _is_drawn(source: TileSource, zoom: int) -> ColumnElement[bool]:
    late = [name for name, first in source.from_zoom if zoom < first]
    if source.by is None or not late:
        return true()
    return source.by.not_in(late)
