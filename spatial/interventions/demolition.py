"""Buildings that come down: their residents and facilities go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from spatial.interventions.base import InterventionKind, Issue, Resolved
from spatial.interventions.properties import PropertyReader
from spatial.network.edits import Edits

if TYPE_CHECKING:
    from spatial.interventions.base import Intervention, Scene


def resolve(feature: Intervention, scene: Scene) -> Resolved:
    """Find the homes and facilities inside; what is drawn new is not touched."""
    reader = PropertyReader(feature)
    share = reader.number("share", least=0.0, most=1.0, above=True)
    if reader.issues:
        return Resolved(tuple(reader.issues))
    share = 1.0 if share is None else share
    city, shape = scene.city, shapely.force_2d(feature.geometry)
    homes = _inside(shape, city.homes.xy)
    facilities = _inside(shape, city.facilities.xy)
    edits = Edits(
        kept_shares={int(row): (1.0 - share,) for row in homes},
        removed_facilities=frozenset(facilities.tolist() if share == 1.0 else ()),
    )
    return Resolved(tuple(_notes(feature, len(homes), len(facilities), share)), edits)


def _inside(
    shape: shapely.Geometry, xy: np.ndarray[tuple[int, int], np.dtype[np.float64]]
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.flatnonzero(shapely.intersects(shape, shapely.points(xy.reshape(-1, 2))))


def _notes(feature: Intervention, homes: int, facilities: int, share: float) -> list[Issue]:
    found: list[Issue] = []
    if homes == 0 and (facilities == 0 or share < 1.0):
        found.append(
            Issue(
                "warning",
                "demolishes_nothing",
                "Ingen boliger ligger inden for fladen, så nedrivningen ændrer ingenting.",
                "No homes lie inside the polygon, so the demolition changes nothing.",
                feature.id,
                feature.geometry,
            )
        )
    if facilities and share < 1.0:
        found.append(
            Issue(
                "note",
                "facilities_kept",
                f"{facilities} funktioner inden for fladen bliver, fordi kun en del rives ned.",
                f"{facilities} facilities inside stay, because only part is demolished.",
                feature.id,
                feature.geometry,
                facilities,
            )
        )
    return found


KIND = InterventionKind(
    kind="demolition",
    name_da="Nedrivning",
    name_en="Demolition",
    geometries=("Polygon",),
    properties=("share",),
    stage="removal",
    resolve=resolve,
)
