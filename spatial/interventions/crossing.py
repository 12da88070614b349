"""A crossing of a road, with the time it takes to wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely.geometry import LineString, Point

from spatial.interventions.base import InterventionKind, Issue, Resolved
from spatial.interventions.properties import PropertyReader
from spatial.interventions.shapes import barrier_issues
from spatial.network.edits import DrawnLine, Edits
from spatial.network.joins import SNAP_M, line_ticks, meeting_points
from spatial.network.link import permitted
from spatial.tables import AT_GRADE
from spatial.units import TICKS_PER_METRE

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.interventions.base import Intervention, Scene
    from spatial.network.model import Mode
    from spatial.units import BoolArray

DELAYS_S: Final = {"signal": 20, "zebra": 3, "refuge": 8, "none": 12}
REACH_M: Final = 25.0
LONGEST_DELAY_S: Final = 600.0
_CLEAR_OF_ROAD_M: Final = 0.5
_TANGENT_M: Final = 0.5


def resolve(feature: Intervention, scene: Scene) -> Resolved:
    """Read a crossing; a point reaches across the nearest street to what lies on either side."""
    reader = PropertyReader(feature)
    control = reader.choice("control", tuple(DELAYS_S), "none")
    delay_s = reader.number("delay_s", most=LONGEST_DELAY_S)
    modes = reader.modes()
    if reader.issues:
        return Resolved(tuple(reader.issues))
    delay_ms = round((DELAYS_S[control] if delay_s is None else delay_s) * 1000)
    shape = shapely.force_2d(feature.geometry)
    if isinstance(shape, Point):
        found = _across(scene.city, feature, shape, modes)
        if isinstance(found, Issue):
            return Resolved((found,))
        line, middle = found
        waits = (middle, middle)
    else:
        line = shape
        waits = _road_edges(scene.city, line)
    issues = barrier_issues(scene.city, feature, line)
    if issues:
        return Resolved(issues)
    drawn = DrawnLine(
        feature.id,
        line,
        modes,
        takes_front_doors=False,
        delay_ms=delay_ms,
        delay_from_ticks=waits[0],
        delay_to_ticks=waits[1],
    )
    return Resolved(edits=Edits(lines=(drawn,)))


def _road_edges(city: City, line: LineString) -> tuple[int, int]:
    """Give the first and last place where a line meets a road; its middle where it meets none."""
    near = city.linker.every_street.query(line, predicate="intersects")
    at_grade = near[city.streets.grade[near] == AT_GRADE]
    places = [
        round(float(shapely.line_locate_point(line, point)) * TICKS_PER_METRE)
        for street in at_grade
        for point in meeting_points(line, city.streets.geometry[street])
    ]
    # A street that a crossing merely starts or ends on is not the road it crosses.
    inside = [place for place in places if 0 < place < line_ticks(line)]
    if not inside:
        return line_ticks(line) // 2, line_ticks(line) // 2
    return min(inside), max(inside)


def _across(
    city: City, feature: Intervention, point: Point, modes: frozenset[Mode]
) -> tuple[LineString, int] | Issue:
    """Draw the link across the nearest street, and say where on it the street lies."""
    near = city.linker.every_street.query(point, predicate="dwithin", distance=SNAP_M)
    near = near[city.streets.grade[near] == AT_GRADE]
    if len(near) == 0:
        return Issue(
            "error",
            "touches_no_street",
            "Der er ingen vej inden for 15 m at krydse.",
            "There is no street within 15 m to cross.",
            feature.id,
            point,
        )
    distance_m = shapely.distance(point, city.streets.geometry[near])
    order = np.lexsort((city.streets.ids[near], np.round(distance_m, 6)))
    street = int(near[order[0]])
    road = city.streets.geometry[street]
    foot = shapely.line_interpolate_point(road, road.project(point))
    open_to = _open_to(city, modes)
    sides = [_side(city, road, street, foot, open_to, sign) for sign in (1.0, -1.0)]
    ends = [side for side in sides if side is not None]
    if len(ends) + int(open_to[street]) < 2 or not ends:  # noqa: PLR2004 - a link has two ends
        return Issue(
            "warning",
            "crossing_joins_nothing",
            "Krydsningen forbinder ikke noget: der er ingen sti inden for 25 m på hver side.",
            "The crossing joins nothing: there is no path within 25 m on either side.",
            feature.id,
            point,
        )
    corners = [ends[0], foot, *ends[1:]]
    return LineString(corners), round(ends[0].distance(foot) * TICKS_PER_METRE)


def _open_to(city: City, modes: frozenset[Mode]) -> BoolArray:
    allowed = np.zeros(len(city.streets.ids), np.bool_)
    for mode in modes:
        allowed |= permitted(city.streets, mode)
    result: BoolArray = allowed & (city.streets.grade == AT_GRADE)
    return result


def _side(  # noqa: PLR0913, PLR0917 - the road, the place on it, and which side of it
    city: City, road: LineString, street: int, foot: Point, open_to: BoolArray, sign: float
) -> Point | None:
    """Find the nearest other street straight across on one side."""
    along_m = road.project(foot)
    before = road.interpolate(max(along_m - _TANGENT_M, 0.0))
    after = road.interpolate(min(along_m + _TANGENT_M, road.length))
    run_x, run_y = after.x - before.x, after.y - before.y
    length = float(np.hypot(run_x, run_y))
    if length == 0.0:
        return None
    step_x, step_y = -run_y / length * sign * REACH_M, run_x / length * sign * REACH_M
    ray = LineString((foot, (foot.x + step_x, foot.y + step_y)))
    near = city.linker.every_street.query(ray, predicate="intersects")
    places = [
        point
        for other in near
        if other != street and open_to[other]
        for point in meeting_points(ray, city.streets.geometry[other])
        if point.distance(foot) > _CLEAR_OF_ROAD_M
    ]
    return min(places, key=foot.distance, default=None)


KIND = InterventionKind(
    kind="crossing",
    name_da="Krydsning",
    name_en="Crossing",
    geometries=("Point", "LineString"),
    properties=("control", "delay_s", "modes"),
    stage="addition",
    resolve=resolve,
)
