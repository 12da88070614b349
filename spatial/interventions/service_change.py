"""A line that runs more or less often, or further than today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.interventions.base import InterventionKind, Issue, Resolved
from spatial.interventions.lines_and_stops import (
    DEFAULT_SPEED_KMH,
    LEAST_HEADWAY_MIN,
    LONGEST_HEADWAY_MIN,
    MOST_SPEED_KMH,
    calls_along,
    new_stops_as_places,
    no_timetable,
    offsets_ms,
    read_hours,
)
from spatial.interventions.properties import PropertyReader
from spatial.network.edits import Edits, ServiceChange, TransitEdits
from spatial.transit.passing import lines_passing
from spatial.transit.repeating import ends_at, usual_headway_ms
from spatial.units import MS_PER_MINUTE

if TYPE_CHECKING:
    from spatial.interventions.base import Intervention, Scene
    from spatial.transit.table import TransitTable


def resolve(feature: Intervention, scene: Scene) -> Resolved:
    """Read a change of a line: a point on it for its headway, a line from its end for its course.

    With a shorter headway the trips of today stay and gaps are filled; with a longer one trips are
    taken out. What is extended keeps its timetable and goes on.
    """
    reader = PropertyReader(feature)
    identity = reader.text("line")
    headway = reader.number("headway_min", least=LEAST_HEADWAY_MIN, most=LONGEST_HEADWAY_MIN)
    speed = reader.number("speed_kmh", above=True, most=MOST_SPEED_KMH)
    first, last = read_hours(reader, "06:00", "24:00")
    extends = feature.geometry.geom_type == "LineString"
    if not extends and feature.properties.get("headway_min") is None:
        reader.missing("headway_min")
    if reader.issues:
        return Resolved(tuple(reader.issues))
    table = scene.city.transit
    if table is None:
        return Resolved((no_timetable(feature),))
    line = _meant(feature, table, identity, extends=extends)
    if line is None:
        return Resolved((_no_such_line(feature, identity),))
    calls = calls_along(table, feature.geometry) if extends else ()
    if calls and not ends_at(table, line, calls[0]):
        return Resolved((_no_end(feature, table.lines[line]),))
    headway_ms = None if headway is None else round(headway * MS_PER_MINUTE)
    usual_ms = usual_headway_ms(table, line, first, last)
    change = ServiceChange(
        feature.id,
        line,
        headway_ms,
        headway_ms is not None and (usual_ms is None or headway_ms <= usual_ms),
        first,
        last,
        calls,
        offsets_ms(calls, DEFAULT_SPEED_KMH if speed is None else speed) if calls else (),
    )
    places = new_stops_as_places(feature, calls, table.lines[line])
    return Resolved(edits=Edits(facilities=places, transit=TransitEdits(changes=(change,))))


def _meant(
    feature: Intervention, table: TransitTable, identity: str, *, extends: bool
) -> int | None:
    """Give the line by its id or name, else the one that passes the point, or ends at the first."""
    for names in (table.line_ids, table.lines):
        if identity and identity in names:
            return names.index(identity)
    if identity:
        return None
    x, y = feature.geometry.coords[0][:2]
    if extends:
        (first, *_) = calls_along(table, feature.geometry)
        found = [line for line in range(len(table.lines)) if ends_at(table, line, first)]
    else:
        found = sorted(lines_passing(table, (x, y), on_rails=True))
    counts = np.bincount(table.line_of, minlength=len(table.lines))
    # Of several the one that runs most often.
    return max(found, key=lambda line: (counts[line], -line)) if found else None


def _no_such_line(feature: Intervention, identity: str) -> Issue:
    shown = f" ({identity})" if identity else ""
    return Issue(
        "error",
        "no_such_line",
        f"Der er ingen linje her{shown}. Peg på en linje, begynd ved dens endestation, eller angiv"
        " dens id.",
        f"There is no line here{shown}. Point at one, begin at its last stop, or give its id.",
        feature.id,
        feature.geometry,
        identity or None,
    )


def _no_end(feature: Intervention, name: str) -> Issue:
    return Issue(
        "error",
        "not_the_end",
        f"Forlængelsen begynder ikke, hvor linjen {name} ender. Sæt det første punkt ved dens"
        " sidste stop.",
        f"The extension does not begin where the line {name} ends. Put the first point at its last"
        " stop.",
        feature.id,
        feature.geometry,
        name,
    )


KIND = InterventionKind(
    kind="service_change",
    name_da="Ændret linje",
    name_en="Changed line",
    geometries=("Point", "LineString"),
    properties=("line", "headway_min", "from", "until", "speed_kmh"),
    stage="addition",
    resolve=resolve,
)
