"""A way that is closed for some or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from spatial.interventions.base import InterventionKind, Resolved
from spatial.interventions.properties import PropertyReader
from spatial.network.edits import Closure, Edits

if TYPE_CHECKING:
    from spatial.interventions.base import Intervention, Scene


def resolve(feature: Intervention, scene: Scene) -> Resolved:  # noqa: ARG001 - kinds share a shape
    """Read a closure; what it closes is found when everything drawn is laid out."""
    reader = PropertyReader(feature)
    modes = reader.modes()
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
