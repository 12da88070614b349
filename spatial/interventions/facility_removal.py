"""A facility that closes, an existing one or one that is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely.geometry import Point

from spatial.interventions.base import InterventionKind, Issue, Resolved
from spatial.interventions.properties import PropertyReader
from spatial.network.edits import Edits

if TYPE_CHECKING:
    from spatial.interventions.base import Intervention, Scene
    from spatial.units import Int64Array

NEAR_M: Final = 25.0


def resolve(feature: Intervention, scene: Scene) -> Resolved:
    """Find the facilities meant: by id, the nearest within 25 m of a point, all in a polygon."""
    reader = PropertyReader(feature)
    category = reader.category(required=False)
    identity = reader.text("facility_id")
    if reader.issues:
        return Resolved(tuple(reader.issues))
    rows = _meant(feature, scene, category, identity)
    if len(rows) == 0:
        what = identity or category
        issue = Issue(
            "error",
            "no_such_facility",
            f"Der er ingen funktion at nedlægge her{f' ({what})' if what else ''}."
            " Peg på den, eller angiv dens id.",
            f"There is no facility to remove here{f' ({what})' if what else ''}."
            " Point at it or give its id.",
            feature.id,
            feature.geometry,
            what,
        )
        return Resolved((issue,))
    return Resolved(edits=Edits(removed_facilities=frozenset(rows.tolist())))


def _meant(feature: Intervention, scene: Scene, category: str | None, identity: str) -> Int64Array:
    existing, drawn = scene.city.facilities, scene.additions.facilities
    ids = np.array([*existing.ids, *(place.feature for place in drawn)], object)
    if identity:
        return np.flatnonzero(ids == identity)
    categories = np.array([*existing.categories, *(place.category for place in drawn)], object)
    new_xy = np.array([(place.x, place.y) for place in drawn], float).reshape(-1, 2)
    points = shapely.points(np.vstack((existing.xy.reshape(-1, 2), new_xy)))
    wanted = np.full(len(ids), category is None) | (categories == category)
    shape = shapely.force_2d(feature.geometry)
    if not isinstance(shape, Point):
        return np.flatnonzero(wanted & shapely.intersects(shape, points))
    away_m = np.where(wanted, shapely.distance(points, shape), np.inf)
    near = np.flatnonzero(away_m <= NEAR_M)
    order = np.lexsort((ids[near].astype(str), np.round(away_m[near], 6)))
    return near[order[:1]]


KIND = InterventionKind(
    kind="facility_removal",
    name_da="Funktion nedlægges",
    name_en="Facility removed",
    geometries=("Point", "Polygon"),
    properties=("facility_id", "category"),
    stage="removal",
    resolve=resolve,
)
