"""A new place to have an errand at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from spatial.interventions.base import InterventionKind, Resolved
from spatial.interventions.properties import PropertyReader
from spatial.network.edits import DrawnFacility, Edits

if TYPE_CHECKING:
    from spatial.interventions.base import Intervention, Scene


def resolve(feature: Intervention, scene: Scene) -> Resolved:  # noqa: ARG001 - kinds share a shape
    """Read a facility; a polygon stands for a point inside it."""
    reader = PropertyReader(feature)
    category = reader.category(required=True)
    capacity = reader.number("capacity")
    reader.number("floor_area_m2")
    reader.number("jobs")
    name = reader.text("name")
    if reader.issues or category is None:
        return Resolved(tuple(reader.issues))
    place = shapely.force_2d(feature.geometry).representative_point()
    drawn = DrawnFacility(feature.id, place.x, place.y, category, capacity, name)
    return Resolved(edits=Edits(facilities=(drawn,)))


KIND = InterventionKind(
    kind="facility",
    name_da="Ny funktion",
    name_en="New facility",
    geometries=("Point", "Polygon"),
    properties=("category", "name", "capacity", "floor_area_m2", "jobs"),
    stage="addition",
    resolve=resolve,
)
