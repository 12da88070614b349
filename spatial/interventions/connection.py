"""A new path or street."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from spatial.interventions.base import InterventionKind, Resolved
from spatial.interventions.properties import PropertyReader
from spatial.interventions.shapes import barrier_issues
from spatial.lenses import WayFacts
from spatial.network.edits import DrawnLine, Edits
from spatial.network.model import Mode
from spatial.tables import AT_GRADE, GRADES

if TYPE_CHECKING:
    from spatial.interventions.base import Intervention, Scene


def resolve(feature: Intervention, scene: Scene) -> Resolved:
    """Read a connection; one at grade may not meet a barrier."""
    reader = PropertyReader(feature)
    modes = reader.modes()
    grade = GRADES[reader.choice("grade", tuple(GRADES), "at_grade")]
    steps = reader.flag("steps")
    lit = reader.flag_or_none("lit")
    surface = reader.text("surface")
    reader.number("width_m", above=True)
    line = shapely.force_2d(feature.geometry)
    issues = tuple(reader.issues)
    if grade == AT_GRADE:
        issues += barrier_issues(scene.city, feature, line)
    if issues:
        return Resolved(issues)
    if steps:
        # Nobody rides up steps, whatever else is asked for.
        modes = modes & {Mode.WALK}
    facts = WayFacts(lit, surface or None, steps, grade=grade)
    return Resolved(edits=Edits(lines=(DrawnLine(feature.id, line, modes, grade, facts=facts),)))


KIND = InterventionKind(
    kind="connection",
    name_da="Ny forbindelse",
    name_en="New connection",
    geometries=("LineString",),
    properties=("modes", "grade", "lit", "surface", "steps", "width_m"),
    stage="addition",
    resolve=resolve,
)
