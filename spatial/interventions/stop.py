"""A stop that is new, moved or closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from spatial.interventions.base import InterventionKind, Issue, Resolved
from spatial.interventions.lines_and_stops import (
    facility_of_stop,
    new_stops_as_places,
    no_timetable,
)
from spatial.interventions.properties import PropertyReader
from spatial.network.edits import Call, DrawnFacility, Edits, MovedStop, NewStop, TransitEdits
from spatial.transit.passing import lines_passing

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.interventions.base import Intervention, Scene
    from spatial.transit.table import TransitTable
    from spatial.units import Int64Array

ACTIONS: Final = ("new", "closed", "moved")
POINTED_AT_M: Final = 40.0
SIDE_BY_SIDE_M: Final = 150.0
"""Stops of one name within this are two sides of a road, and close together."""


def resolve(feature: Intervention, scene: Scene) -> Resolved:
    """Read what happens to a stop.

    A new one is called at by the lines of buses that pass it, by their timetable as it is. One that
    closes is pointed at, or named by `stop_id`; what lies across the road by the same name closes
    with it. One that is moved is named, and stands where the point is.
    """
    reader = PropertyReader(feature)
    action = reader.choice("action", ACTIONS, "new")
    name, identity = reader.text("name"), reader.text("stop_id")
    if action == "moved" and feature.properties.get("stop_id") is None:
        reader.missing("stop_id")
    if reader.issues:
        return Resolved(tuple(reader.issues))
    table = scene.city.transit
    if table is None:
        return Resolved((no_timetable(feature),))
    if action == "new":
        return _new(feature, table, name)
    stop = _meant(feature, table, identity)
    if stop is None:
        return Resolved((_no_such_stop(feature, identity),))
    if action == "moved":
        return _moved(feature, scene.city, table, stop)
    return _closed(scene.city, table, stop)


def _new(feature: Intervention, table: TransitTable, name: str) -> Resolved:
    call = _call(feature)
    lines = lines_passing(table, (call.x, call.y))
    places = new_stops_as_places(feature, (call,), name)
    new = NewStop(feature.id, call, lines)
    issues = () if lines else (_nothing_stops(feature),)
    return Resolved(issues, Edits(facilities=places, transit=TransitEdits(new_stops=(new,))))


def _closed(city: City, table: TransitTable, stop: int) -> Resolved:
    same = _side_by_side(table, stop)
    rows = {facility_of_stop(city, *table.xy[row].tolist()) for row in same.tolist()} - {None}
    closed = TransitEdits(closed_stops=frozenset(same.tolist()))
    gone = frozenset(row for row in rows if row is not None)
    return Resolved(edits=Edits(removed_facilities=gone, transit=closed))


def _moved(feature: Intervention, city: City, table: TransitTable, stop: int) -> Resolved:
    call = _call(feature)
    was = facility_of_stop(city, *table.xy[stop].tolist())
    place = DrawnFacility(
        f"{feature.id}/0",
        call.x,
        call.y,
        "stop" if was is None else city.facilities.categories[was],
        None,
        table.names[stop],
        part_of=feature.id,
        stands_for=was,
    )
    gone = frozenset() if was is None else frozenset({was})
    moved = TransitEdits(moved_stops=(MovedStop(feature.id, stop, call),))
    return Resolved(edits=Edits(facilities=(place,), removed_facilities=gone, transit=moved))


def _call(feature: Intervention) -> Call:
    point = shapely.force_2d(feature.geometry)
    return Call(point.x, point.y)


def _meant(feature: Intervention, table: TransitTable, identity: str) -> int | None:
    """Give the stop by its id, else the nearest within 40 m."""
    if identity:
        return table.ids.index(identity) if identity in table.ids else None
    near = np.flatnonzero(table.near)
    call = _call(feature)
    away_m = np.hypot(table.xy[near, 0] - call.x, table.xy[near, 1] - call.y)
    if len(near) == 0 or float(away_m.min()) > POINTED_AT_M:
        return None
    return int(near[np.argmin(away_m)])


def _side_by_side(table: TransitTable, stop: int) -> Int64Array:
    away_m = np.hypot(*(table.xy - table.xy[stop]).T)
    same = np.array([name == table.names[stop] for name in table.names])
    found: Int64Array = np.flatnonzero(same & (away_m <= SIDE_BY_SIDE_M))
    return found


def _no_such_stop(feature: Intervention, identity: str) -> Issue:
    shown = f" ({identity})" if identity else ""
    return Issue(
        "error",
        "no_such_stop",
        f"Der er intet stoppested i køreplanen her{shown}. Peg på et, eller angiv dets id.",
        f"There is no stop of the timetable here{shown}. Point at one or give its id.",
        feature.id,
        feature.geometry,
        identity or None,
    )


def _nothing_stops(feature: Intervention) -> Issue:
    return Issue(
        "warning",
        "nothing_stops",
        "Ingen buslinje kører forbi her, så intet standser ved stoppestedet. Flyt det hen til en"
        " linje, eller tegn en ny linje.",
        "No bus line passes here, so nothing calls at the stop. Move it to a line or draw a new"
        " one.",
        feature.id,
        feature.geometry,
    )


KIND = InterventionKind(
    kind="stop",
    name_da="Stoppested",
    name_en="Stop",
    geometries=("Point",),
    properties=("action", "name", "stop_id"),
    stage="addition",
    resolve=resolve,
)
