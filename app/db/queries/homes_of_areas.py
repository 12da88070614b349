"""Which homes lie in which housing area."""

from sqlalchemy import text
from sqlalchemy.orm import Session

_ASSIGN = text(
    """
    UPDATE home SET area_id = area.id
    FROM area
    WHERE home.place_id = :place AND area.place_id = :place
      AND home.area_id IS NULL AND ST_Covers(area.geom, home.geom)
    """
)


def assign_homes(session: Session, place_id: str) -> None:
    """Give each home of a place that has no area the one it stands in."""
    session.execute(_ASSIGN, {"place": place_id})
