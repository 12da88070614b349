"""One timetable: its stops, routes and trips, as a feed gives them.

A feed reaches beyond the country, so that its places are kept in degrees. Rows refer to each other
by their numbers; ids are the feed's own.
"""

from datetime import date
from typing import Any

from geoalchemy2 import Geometry, WKBElement
from sqlalchemy import (
    ARRAY,
    Boolean,
    CheckConstraint,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    Text,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.db.models.base import Base
from app.db.models.places import SOURCE_FOREIGN_KEY

FEED_SRID = 4326
_STOP = "transit_stop.row"


def _geometry(geometry_type: str) -> Mapped[WKBElement | None]:
    geometry: Any = Geometry(geometry_type, srid=FEED_SRID, spatial_index=False)
    return mapped_column(geometry, nullable=True)


class TransitStop(Base):
    """A stop, station, entrance, node or boarding area."""

    __tablename__ = "transit_stop"

    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(Text, unique=True)
    name: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)
    platform: Mapped[str] = mapped_column(Text)
    kind: Mapped[int] = mapped_column(SmallInteger)
    parent: Mapped[int | None] = mapped_column(ForeignKey(_STOP, deferrable=True))
    wheelchair: Mapped[int] = mapped_column(SmallInteger)
    source: Mapped[str] = mapped_column(ForeignKey(SOURCE_FOREIGN_KEY))
    geom: Mapped[WKBElement | None] = _geometry("POINT")

    __table_args__ = (
        CheckConstraint("kind BETWEEN 0 AND 4", name="kind"),
        CheckConstraint("wheelchair BETWEEN 0 AND 2", name="wheelchair"),
        # Whoever takes a row away is asked who refers to it.
        Index("ix_transit_stop_parent", "parent"),
        Index("ix_transit_stop_geom", "geom", postgresql_using="gist"),
    )


class TransitRoute(Base):
    """A route: what a planner calls a line."""

    __tablename__ = "transit_route"

    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(Text, unique=True)
    short_name: Mapped[str] = mapped_column(Text)
    long_name: Mapped[str] = mapped_column(Text)
    agency: Mapped[str] = mapped_column(Text)
    colour: Mapped[str] = mapped_column(Text)
    kind: Mapped[int] = mapped_column(SmallInteger)
    source: Mapped[str] = mapped_column(ForeignKey(SOURCE_FOREIGN_KEY))


class TransitService(Base):
    """The days on which some trips run."""

    __tablename__ = "transit_service"

    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(Text, unique=True)
    days: Mapped[list[date]] = mapped_column(ARRAY(Date))


class TransitPattern(Base):
    """The stops that trips of a route call at in order, and where one gets on and off."""

    __tablename__ = "transit_pattern"

    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    route: Mapped[int] = mapped_column(ForeignKey("transit_route.row"))
    direction: Mapped[int | None] = mapped_column(SmallInteger)
    stops: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    boards: Mapped[list[bool]] = mapped_column(ARRAY(Boolean))
    alights: Mapped[list[bool]] = mapped_column(ARRAY(Boolean))
    geom: Mapped[WKBElement | None] = _geometry("LINESTRING")

    __table_args__ = (
        CheckConstraint("cardinality(stops) >= 2", name="stops"),
        CheckConstraint(
            "cardinality(boards) = cardinality(stops) "
            "AND cardinality(alights) = cardinality(stops)",
            name="calls",
        ),
        Index("ix_transit_pattern_route", "route"),
        Index("ix_transit_pattern_geom", "geom", postgresql_using="gist"),
    )


class TransitTrip(Base):
    """One run along a pattern; seconds after midnight of each day of its service."""

    __tablename__ = "transit_trip"

    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(Text, unique=True)
    pattern: Mapped[int] = mapped_column(ForeignKey("transit_pattern.row"))
    service: Mapped[int] = mapped_column(ForeignKey("transit_service.row"))
    headsign: Mapped[str] = mapped_column(Text)
    wheelchair: Mapped[int] = mapped_column(SmallInteger)
    bikes: Mapped[int] = mapped_column(SmallInteger)
    arrivals_s: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    departures_s: Mapped[list[int]] = mapped_column(ARRAY(Integer))

    __table_args__ = (
        CheckConstraint("cardinality(arrivals_s) = cardinality(departures_s)", name="times"),
        Index("ix_transit_trip_pattern", "pattern"),
        Index("ix_transit_trip_service", "service"),
    )


class TransitTransfer(Base):
    """A way to change between two stops; `min_time_s` is null where nobody says."""

    __tablename__ = "transit_transfer"

    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    from_stop: Mapped[int] = mapped_column(ForeignKey(_STOP))
    to_stop: Mapped[int] = mapped_column(ForeignKey(_STOP))
    kind: Mapped[int] = mapped_column(SmallInteger)
    min_time_s: Mapped[int | None]

    __table_args__ = (
        CheckConstraint("min_time_s >= 0", name="min_time"),
        Index("ix_transit_transfer_from_stop", "from_stop"),
        Index("ix_transit_transfer_to_stop", "to_stop"),
    )


class TransitPathway(Base):
    """A way inside a station; what is null nobody says."""

    __tablename__ = "transit_pathway"

    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(Text, unique=True)
    from_stop: Mapped[int] = mapped_column(ForeignKey(_STOP))
    to_stop: Mapped[int] = mapped_column(ForeignKey(_STOP))
    kind: Mapped[int] = mapped_column(SmallInteger)
    two_way: Mapped[bool]
    time_s: Mapped[int | None]
    length_m: Mapped[float | None] = mapped_column(Double)
    stairs: Mapped[int]

    __table_args__ = (
        Index("ix_transit_pathway_from_stop", "from_stop"),
        Index("ix_transit_pathway_to_stop", "to_stop"),
    )
