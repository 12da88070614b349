"""Bring together what a question to the engine is about."""

from sqlalchemy.orm import Session

from app.db.queries.places import find_area
from app.services.assessing import Subject
from app.services.drawing import DrawnFeature
from app.state import Service


def subject_of(
    service: Service, session: Session, area_id: str, features: tuple[DrawnFeature, ...]
) -> Subject:
    """Find an area that is known to exist, and its city."""
    area = find_area(session, area_id)
    if area is None:
        raise LookupError(f"area {area_id} was checked and is gone")
    dataset, city = service.cities.get(session, area.place_id)
    return Subject(dataset, city, area, features)
