"""New homes and the people who move in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shapely

from spatial.interventions.base import InterventionKind, Resolved
from spatial.interventions.properties import PropertyReader
from spatial.network.edits import DrawnHomes, Edits

if TYPE_CHECKING:
    from spatial.interventions.base import Intervention, Scene

RESIDENTS_A_HOME: Final = 2.1
MOST_PEOPLE: Final = 1e6
"""More than any drawing means; sums over residents stay far inside whole 64-bit numbers."""


def resolve(feature: Intervention, scene: Scene) -> Resolved:  # noqa: ARG001 - kinds share a shape
    """Read new homes; without `residents` each home counts 2.1 people."""
    reader = PropertyReader(feature)
    residents = reader.number("residents", least=1.0, most=MOST_PEOPLE)
    homes = reader.number("homes", least=1.0, most=MOST_PEOPLE)
    reader.text("tenure")
    named = feature.properties
    if named.get("residents") is None and named.get("homes") is None:
        reader.missing("residents")
    if reader.issues:
        return Resolved(tuple(reader.issues))
    people = residents if residents is not None else (homes or 0.0) * RESIDENTS_A_HOME
    place = shapely.force_2d(feature.geometry).representative_point()
    return Resolved(edits=Edits(homes=(DrawnHomes(feature.id, place.x, place.y, people),)))


KIND = InterventionKind(
    kind="housing",
    name_da="Nye boliger",
    name_en="New homes",
    geometries=("Point", "Polygon"),
    properties=("residents", "homes", "tenure"),
    stage="addition",
    resolve=resolve,
)
