"""A way that is closed for some or all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shapely

from spatial.interventions.base import InterventionKind, Resolved
from spatial.interventions.properties import PropertyReader
from spatial.network.edits import Closure, Edits

if TYPE_CHECKING:
    from spatial.interventions.base import Intervention, Scene

LARGEST_M2: Final = 1e6
"""A square kilometre: far more than any estate, and an answer while the planner still draws."""


def resolve(feature: Intervention, scene: Scene) -> Resolved:  # noqa: ARG001 - kinds share a shape
    """Read a closure; what it closes is found when everything drawn is laid out."""
    reader = PropertyReader(feature)
    modes = reader.modes()
    area_m2 = feature.geometry.area
    if area_m2 > LARGEST_M2:
        reader.fault(
            "too_large",
            f"Lukningen dækker {area_m2 / 1e6:.1f} km². Tegn den mindre: højst 1 km² ad gangen.",
            f"The closure covers {area_m2 / 1e6:.1f} km². Draw it smaller: 1 km² at most.",
            area_m2,
        )
    if reader.issues:
        return Resolved(tuple(reader.issues))
    shape = shapely.force_2d(feature.geometry)
    return Resolved(edits=Edits(closures=(Closure(feature.id, shape, modes),)))


KIND = InterventionKind(
    kind="closure",
    name_da="Lukning",
    name_en="Closure",
    geometries=("LineString", "Polygon"),
    properties=("modes",),
    stage="removal",
    resolve=resolve,
)
