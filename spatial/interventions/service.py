"""A new line of buses or trains, drawn stop by stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from spatial.interventions.base import InterventionKind, Resolved
from spatial.interventions.lines_and_stops import (
    DEFAULT_HEADWAY_MIN,
    DEFAULT_SPEED_KMH,
    LEAST_HEADWAY_MIN,
    LONGEST_HEADWAY_MIN,
    MOST_SPEED_KMH,
    MOST_STOPS,
    calls_along,
    new_stops_as_places,
    no_timetable,
    offsets_ms,
    read_hours,
)
from spatial.interventions.properties import PropertyReader
from spatial.network.edits import DrawnService, Edits, TransitEdits
from spatial.units import MS_PER_MINUTE

if TYPE_CHECKING:
    from spatial.interventions.base import Intervention, Scene


def resolve(feature: Intervention, scene: Scene) -> Resolved:
    """Read a line: it runs to and fro, and stops at each corner of what is drawn."""
    reader = PropertyReader(feature)
    name = reader.text("name")
    headway = reader.number("headway_min", least=LEAST_HEADWAY_MIN, most=LONGEST_HEADWAY_MIN)
    speed = reader.number("speed_kmh", above=True, most=MOST_SPEED_KMH)
    first, last = read_hours(reader, "06:00", "24:00")
    corners = len(shapely.get_coordinates(feature.geometry))
    if corners > MOST_STOPS:
        reader.fault(
            "too_many_stops",
            f"Linjen har {corners} stop. Den kan højst have {MOST_STOPS}.",
            f"The line has {corners} stops. It can have at most {MOST_STOPS}.",
            corners,
        )
    if reader.issues:
        return Resolved(tuple(reader.issues))
    table = scene.city.transit
    if table is None:
        return Resolved((no_timetable(feature),))
    calls = calls_along(table, feature.geometry)
    step = round((DEFAULT_HEADWAY_MIN if headway is None else headway) * MS_PER_MINUTE)
    service = DrawnService(
        feature.id,
        calls,
        offsets_ms(calls, DEFAULT_SPEED_KMH if speed is None else speed),
        tuple(range(first, last, step)),
        name,
    )
    places = new_stops_as_places(feature, calls, name)
    return Resolved(edits=Edits(facilities=places, transit=TransitEdits(services=(service,))))


KIND = InterventionKind(
    kind="service",
    name_da="Ny linje",
    name_en="New line",
    geometries=("LineString",),
    properties=("name", "headway_min", "from", "until", "speed_kmh"),
    stage="addition",
    resolve=resolve,
)
