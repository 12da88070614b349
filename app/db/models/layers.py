"""The layers of a place: what is there before anything is drawn."""

from geoalchemy2 import WKBElement
from sqlalchemy import BigInteger, CheckConstraint, Double, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db.models.base import Base, geometry_column, geometry_guards, one_of
from app.db.models.places import PLACE_FOREIGN_KEY, SOURCE_FOREIGN_KEY

CATEGORIES = (
    "school",
    "daycare",
    "youth_education",
    "grocery",
    "retail",
    "service",
    "health",
    "leisure",
    "culture",
    "park",
    "workplace",
    "station",
    "stop",
)
STREET_CLASSES = ("motorway", "main", "local", "private", "path", "cycleway", "track")
BIKE_WAYS = ("both", "forward", "backward", "none")
GRADES = ("at_grade", "bridge", "tunnel")
CONTROLS = ("signal", "zebra", "refuge", "none")
BARRIER_KINDS = ("motorway", "railway", "water")
LAND_COVER_KINDS = ("water", "green", "built_up", "industry", "rail")


class Facility(Base):
    """A place people have an errand to."""

    __tablename__ = "facility"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    place_id: Mapped[str] = mapped_column(ForeignKey(PLACE_FOREIGN_KEY))
    category: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    capacity: Mapped[float | None] = mapped_column(Double)
    floor_area_m2: Mapped[float | None] = mapped_column(Double)
    jobs: Mapped[float | None] = mapped_column(Double)
    source: Mapped[str] = mapped_column(ForeignKey(SOURCE_FOREIGN_KEY))
    modelled: Mapped[bool]
    geom: Mapped[WKBElement] = geometry_column("POINT")

    __table_args__ = (
        *geometry_guards("facility"),
        CheckConstraint(one_of("category", CATEGORIES), name="category"),
        CheckConstraint("capacity >= 0 AND floor_area_m2 >= 0 AND jobs >= 0", name="sizes"),
        Index("ix_facility_place_id_category", "place_id", "category"),
    )


class Stop(Base):
    """A stop of the public timetable, with its departures."""

    __tablename__ = "stop"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    place_id: Mapped[str] = mapped_column(ForeignKey(PLACE_FOREIGN_KEY))
    name: Mapped[str] = mapped_column(Text)
    departures_weekday: Mapped[int]
    departures_07_09: Mapped[int]
    is_station: Mapped[bool]
    source: Mapped[str] = mapped_column(ForeignKey(SOURCE_FOREIGN_KEY))
    geom: Mapped[WKBElement] = geometry_column("POINT")

    __table_args__ = (
        *geometry_guards("stop"),
        CheckConstraint("departures_weekday >= 0 AND departures_07_09 >= 0", name="departures"),
        Index("ix_stop_place_id", "place_id"),
    )


class StreetEdge(Base):
    """A piece of street or path between two nodes; nodes join by equal id alone."""

    __tablename__ = "street_edge"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    place_id: Mapped[str] = mapped_column(ForeignKey(PLACE_FOREIGN_KEY))
    from_node: Mapped[int] = mapped_column(BigInteger)
    to_node: Mapped[int] = mapped_column(BigInteger)
    street_class: Mapped[str] = mapped_column(Text)
    name: Mapped[str | None] = mapped_column(Text)
    walk: Mapped[bool]
    bike: Mapped[str] = mapped_column(Text)
    grade: Mapped[str] = mapped_column(Text)
    lit: Mapped[bool | None]
    surface: Mapped[str | None] = mapped_column(Text)
    steps: Mapped[bool]
    width_m: Mapped[float | None] = mapped_column(Double)
    speed_kmh: Mapped[int | None]
    from_control: Mapped[str | None] = mapped_column(Text)
    to_control: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str] = mapped_column(ForeignKey(SOURCE_FOREIGN_KEY))
    modelled: Mapped[bool]
    geom: Mapped[WKBElement] = geometry_column("LINESTRING")

    __table_args__ = (
        *geometry_guards("street_edge"),
        CheckConstraint(one_of("street_class", STREET_CLASSES), name="street_class"),
        CheckConstraint(one_of("bike", BIKE_WAYS), name="bike"),
        CheckConstraint(one_of("grade", GRADES), name="grade"),
        CheckConstraint("width_m > 0 AND speed_kmh > 0", name="sizes"),
        CheckConstraint(one_of("from_control", CONTROLS), name="from_control"),
        CheckConstraint(one_of("to_control", CONTROLS), name="to_control"),
        Index("ix_street_edge_place_id", "place_id"),
    )


class Barrier(Base):
    """What cannot be crossed on foot or by bike except on a bridge or in a tunnel."""

    __tablename__ = "barrier"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    place_id: Mapped[str] = mapped_column(ForeignKey(PLACE_FOREIGN_KEY))
    kind: Mapped[str] = mapped_column(Text)
    name: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str] = mapped_column(ForeignKey(SOURCE_FOREIGN_KEY))
    modelled: Mapped[bool]
    geom: Mapped[WKBElement] = geometry_column("GEOMETRY")

    __table_args__ = (
        *geometry_guards("barrier", ("LINESTRING", "MULTILINESTRING", "POLYGON", "MULTIPOLYGON")),
        CheckConstraint(one_of("kind", BARRIER_KINDS), name="kind"),
        Index("ix_barrier_place_id", "place_id"),
    )


class Home(Base):
    """A point where people live."""

    __tablename__ = "home"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    place_id: Mapped[str] = mapped_column(ForeignKey(PLACE_FOREIGN_KEY))
    area_id: Mapped[str | None] = mapped_column(ForeignKey("area.id"))
    residents: Mapped[float] = mapped_column(Double)
    homes: Mapped[float | None] = mapped_column(Double)
    municipality_code: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(ForeignKey(SOURCE_FOREIGN_KEY))
    modelled: Mapped[bool]
    geom: Mapped[WKBElement] = geometry_column("POINT")

    __table_args__ = (
        *geometry_guards("home"),
        CheckConstraint("residents >= 0 AND homes >= 0", name="counts"),
        CheckConstraint("municipality_code ~ '^[0-9]{4}$'", name="municipality_code"),
        Index("ix_home_place_id", "place_id"),
        Index("ix_home_area_id", "area_id"),
    )


class Building(Base):
    """A building whose outline is known."""

    __tablename__ = "building"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    place_id: Mapped[str] = mapped_column(ForeignKey(PLACE_FOREIGN_KEY))
    residents: Mapped[float | None] = mapped_column(Double)
    homes: Mapped[float | None] = mapped_column(Double)
    name: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str] = mapped_column(ForeignKey(SOURCE_FOREIGN_KEY))
    modelled: Mapped[bool]
    geom: Mapped[WKBElement] = geometry_column("GEOMETRY")

    __table_args__ = (
        *geometry_guards("building", ("POLYGON", "MULTIPOLYGON")),
        CheckConstraint("residents >= 0 AND homes >= 0", name="counts"),
        Index("ix_building_place_id", "place_id"),
    )


class LandCover(Base):
    """A generalised patch of ground for the quiet basemap."""

    __tablename__ = "land_cover"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    place_id: Mapped[str] = mapped_column(ForeignKey(PLACE_FOREIGN_KEY))
    kind: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(ForeignKey(SOURCE_FOREIGN_KEY))
    geom: Mapped[WKBElement] = geometry_column("GEOMETRY")

    __table_args__ = (
        *geometry_guards("land_cover", ("POLYGON", "MULTIPOLYGON")),
        CheckConstraint(one_of("kind", LAND_COVER_KINDS), name="kind"),
        Index("ix_land_cover_place_id", "place_id"),
    )
