"""Where the data comes from, and the places and housing areas it is about."""

from datetime import datetime

from geoalchemy2 import WKBElement
from sqlalchemy import ARRAY, CheckConstraint, Double, ForeignKey, Index, Text
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.orm import Mapped, mapped_column

from app.db.models.base import Base, geometry_column, geometry_guards

PLACE_FOREIGN_KEY = "place.id"
SOURCE_FOREIGN_KEY = "data_source.id"


class DataSource(Base):
    """A publisher's dataset that features were taken from."""

    __tablename__ = "data_source"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    publisher: Mapped[str] = mapped_column(Text)
    date: Mapped[str] = mapped_column(Text)
    licence: Mapped[str] = mapped_column(Text)
    attribution: Mapped[str] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    modelled: Mapped[bool]
    note: Mapped[str | None] = mapped_column(Text)
    checksum: Mapped[str] = mapped_column(Text)


class DataLayer(Base):
    """A file that was loaded; the checksums together are the dataset's version."""

    __tablename__ = "data_layer"

    name: Mapped[str] = mapped_column(Text, primary_key=True)
    checksum: Mapped[str] = mapped_column(Text)
    loaded_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True))


class Place(Base):
    """A town window that the engine holds as one network."""

    __tablename__ = "place"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    west: Mapped[float] = mapped_column(Double)
    south: Mapped[float] = mapped_column(Double)
    east: Mapped[float] = mapped_column(Double)
    north: Mapped[float] = mapped_column(Double)

    __table_args__ = (CheckConstraint("west < east AND south < north", name="bbox_ordered"),)


class Area(Base):
    """A housing area whose ties to the city are measured."""

    __tablename__ = "area"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    place_id: Mapped[str] = mapped_column(ForeignKey(PLACE_FOREIGN_KEY))
    name: Mapped[str] = mapped_column(Text)
    case_project: Mapped[str | None] = mapped_column(Text)
    municipality: Mapped[str] = mapped_column(Text)
    municipality_code: Mapped[str] = mapped_column(Text)
    housing_organisations: Mapped[list[str]] = mapped_column(ARRAY(Text))
    homes: Mapped[int | None]
    residents: Mapped[int | None]
    source: Mapped[str] = mapped_column(ForeignKey(SOURCE_FOREIGN_KEY))
    modelled: Mapped[bool]
    geom: Mapped[WKBElement] = geometry_column("MULTIPOLYGON")

    __table_args__ = (
        *geometry_guards("area"),
        CheckConstraint("homes >= 0 AND residents >= 0", name="counts"),
        CheckConstraint("municipality_code ~ '^[0-9]{4}$'", name="municipality_code"),
        Index("ix_area_place_id", "place_id"),
    )
