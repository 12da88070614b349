"""The place that a new housing area belongs to: one that holds it, or a new one around it."""

from collections.abc import Sequence
from typing import Final

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy.orm import Session

from app.db.queries.places import list_places
from app.importers.geo_rows import PlaceRow
from spatial.crs import to_geographic, to_planar

MARGIN_M: Final = 4_000.0
"""Land around a new area: half an hour on foot reaches 2.4 km, 15 minutes by bike 4 km."""
_DECIMALS = 5


def place_for(session: Session, name: str, slug: str, shapes: Sequence[BaseGeometry]) -> PlaceRow:
    """Give the place whose window holds the shapes (EPSG:25832), or a new one around them."""
    around = shapely.union_all(shapes)
    west, south, east, north = to_geographic(around).bounds
    for place in list_places(session):
        holds = place.west <= west and east <= place.east
        if holds and place.south <= south and north <= place.north:
            bbox = (place.west, place.south, place.east, place.north)
            return PlaceRow(id=place.id, name=place.name, bbox=bbox)
    box = shapely.box(*around.buffer(MARGIN_M).bounds)
    bounds = [round(float(part), _DECIMALS) for part in to_geographic(box).bounds]
    return PlaceRow(id=slug, name=name, bbox=(bounds[0], bounds[1], bounds[2], bounds[3]))


def surface_of(place: PlaceRow) -> shapely.Polygon:
    """Give the window of a place in EPSG:25832."""
    planar = to_planar(shapely.segmentize(shapely.box(*place.bbox), 0.01))
    assert isinstance(planar, shapely.Polygon)  # noqa: S101 - a box stays one
    return planar
