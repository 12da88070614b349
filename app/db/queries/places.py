"""Places, areas and sources."""

from collections.abc import Sequence

from geoalchemy2.shape import to_shape
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Area, DataSource, Home, Place
from spatial import tables


def area_ids(session: Session) -> list[str]:
    """List the areas by id."""
    return list(session.scalars(select(Area.id).order_by(Area.id)))


def place_ids(session: Session) -> list[str]:
    """List the places by id."""
    return list(session.scalars(select(Place.id).order_by(Place.id)))


def list_places(session: Session) -> Sequence[Place]:
    """List the places by id."""
    return session.scalars(select(Place).order_by(Place.id)).all()


def find_area(session: Session, area_id: str) -> Area | None:
    """Find an area."""
    return session.get(Area, area_id)


def find_place(session: Session, place_id: str) -> Place | None:
    """Find a place."""
    return session.get(Place, place_id)


def place_of_home(session: Session, home_id: str) -> str | None:
    """Find the place that a home lies in."""
    return session.scalar(select(Home.place_id).where(Home.id == home_id))


def list_sources(session: Session) -> Sequence[DataSource]:
    """List the sources by id."""
    return session.scalars(select(DataSource).order_by(DataSource.id)).all()


def engine_area(area: Area) -> tables.Area:
    """Give an area as the engine takes it."""
    return tables.Area(
        id=area.id,
        name=area.name,
        geometry=to_shape(area.geom),
        municipality_code=area.municipality_code,
    )
