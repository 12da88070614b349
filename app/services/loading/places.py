"""The place that a new housing area belongs to: one that holds it, or a new one around it."""

from collections.abc import Sequence
from typing import Final

import shapely
from sqlalchemy.orm import Session

from app.db.queries.places import list_places
from app.importers.geo_rows import AreaRow, PlaceRow
from spatial.crs import to_geographic, to_planar

MARGIN_M: Final = 4_000.0
"""Land around a new area: half an hour on foot reaches 2.4 km, 15 minutes by bike 4 km."""
_DECIMALS = 5


def known_places(session: Session) -> list[PlaceRow]:
    """List the places of the store by id."""
    return [
        PlaceRow(
            id=place.id, name=place.name, bbox=(place.west, place.south, place.east, place.north)
        )
        for place in list_places(session)
    ]


def placed_areas(
    places: Sequence[PlaceRow], areas: Sequence[AreaRow]
) -> list[tuple[PlaceRow, AreaRow]]:
    """Give each area the first place that holds it, or a new one that may hold the next too."""
    known = list(places)
    found = []
    for area in areas:
        bounds = to_geographic(area.geometry).bounds
        place = next((one for one in known if _holds(one, bounds)), None)
        if place is None:
            place = _around(area)
            known.append(place)
        found.append((place, area.model_copy(update={"place": place.id})))
    return found


def _holds(place: PlaceRow, bounds: tuple[float, ...]) -> bool:
    west, south, east, north = place.bbox
    return west <= bounds[0] and south <= bounds[1] and bounds[2] <= east and bounds[3] <= north


def _around(area: AreaRow) -> PlaceRow:
    box = shapely.box(*area.geometry.buffer(MARGIN_M).bounds)
    west, south, east, north = (round(float(part), _DECIMALS) for part in to_geographic(box).bounds)
    return PlaceRow(id=area.id, name=area.name, bbox=(west, south, east, north))


def surface_of(place: PlaceRow) -> shapely.Polygon:
    """Give the window of a place in EPSG:25832."""
    planar = to_planar(shapely.segmentize(shapely.box(*place.bbox), 0.01))
    assert isinstance(planar, shapely.Polygon)  # noqa: S101 - a box stays one
    return planar
