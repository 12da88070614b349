"""Where drawn lines meet streets and each other.

A join to a street never depends on what else is drawn, and a join between two lines depends only
on the two: so one more line can add joins and never takes one away.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.strtree import STRtree

from spatial.geometry import merged_shared_stretches, points_of
from spatial.network.barriers import blocked
from spatial.network.build import piece_at
from spatial.network.link import link_points, permitted
from spatial.network.model import STREET_MODES, Mode
from spatial.tables import AT_GRADE
from spatial.units import TICKS_PER_METRE, ticks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spatial.city import City
    from spatial.network.changing import ChangedStretch
    from spatial.network.edits import DrawnLine
    from spatial.units import BoolArray

SNAP_M: Final = 15.0
"""An end this near a street joins it; the missing stub is added to the way."""
REUSE_TICKS: Final = TICKS_PER_METRE
"""A node this near a join (one metre along the street) is used instead of a new one."""
_TOUCH_M: Final = 0.001
"""Lines this near meet: a drawn corner on a street may miss it by a rounding."""


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A place on the base network: a node, or a cut inside a street.

    Parameters
    ----------
    node : int
        -1 for a cut.
    street, position_ticks : int
        The cut; -1 for a node.
    """

    node: int
    street: int = -1
    position_ticks: int = -1


@dataclass(frozen=True, slots=True)
class StreetJoin:
    """A drawn line meets the base network, over a stub that may have no length."""

    line: int
    position_ticks: int
    anchor: Anchor
    stub_ticks: int
    kind: Literal["end", "crossing"]
    point: Point


@dataclass(frozen=True, slots=True)
class LineJoin:
    """Two drawn lines meet, over a stub that may have no length."""

    line: int
    position_ticks: int
    other: int
    other_ticks: int
    stub_ticks: int
    kind: Literal["end", "crossing"]
    point: Point


@dataclass(frozen=True, slots=True)
class Joins:
    """Every join of a drawing."""

    streets: tuple[StreetJoin, ...]
    lines: tuple[LineJoin, ...]


def line_ticks(line: LineString) -> int:
    """Give a drawn line's length in tenths of a millimetre."""
    return ticks(line.length)


def find_joins(
    city: City, lines: Sequence[DrawnLine], changed: Sequence[ChangedStretch] = ()
) -> Joins:
    """Find every place where drawn lines meet streets or each other.

    Streets that the drawing opens are joined besides the others and never instead of them.
    """
    street_joins: list[StreetJoin] = []
    end_reach_m: list[tuple[float, float]] = []
    for row, drawn in enumerate(lines):
        crossings = list(_street_crossings(city, row, drawn))
        ends = [_street_ends(city, row, drawn, end, crossings) for end in (0, 1)]
        street_joins += [*crossings, *ends[0], *ends[1]]
        street_joins += _opened_joins(city, row, drawn, ends, changed)
        end_reach_m.append((_reach_m(ends[0]), _reach_m(ends[1])))
    line_joins: list[LineJoin] = []
    for row, other in _near_pairs(lines):
        if other > row:
            line_joins += _line_crossings(lines, row, other)
        line_joins += _line_ends(city, lines, row, other, end_reach_m[row])
    return Joins(_distinct(street_joins), _distinct_lines(line_joins))


def _near_pairs(lines: Sequence[DrawnLine]) -> list[tuple[int, int]]:
    """Give the pairs of lines, both ways round, that are near enough to meet."""
    shapes = np.empty(len(lines), object)
    shapes[:] = [drawn.line for drawn in lines]
    rows, others = STRtree(shapes).query(shapes, predicate="dwithin", distance=SNAP_M)
    return sorted(
        (int(row), int(other)) for row, other in zip(rows, others, strict=True) if row != other
    )


def _reach_m(joins: list[StreetJoin]) -> float:
    """How far an end may look for other lines: no further than the street it joins anyway."""
    return min((join.stub_ticks / TICKS_PER_METRE for join in joins), default=SNAP_M)


def _position(line: LineString, point: Point) -> int:
    along = round(float(shapely.line_locate_point(line, point)) * TICKS_PER_METRE)
    return min(max(along, 0), line_ticks(line))


def _open_to(city: City, drawn: DrawnLine) -> BoolArray:
    """Tell which streets at grade any of the line's modes may use."""
    allowed = np.zeros(len(city.streets.ids), np.bool_)
    for mode in drawn.modes:
        allowed |= permitted(city.streets, mode)
    result: BoolArray = allowed & (city.streets.grade == AT_GRADE)
    return result


def meeting_points(line: LineString, other: LineString) -> list[Point]:
    """Give the places where two lines meet, within a millimetre."""
    shared = shapely.intersection(line, other)
    if shared.is_empty:
        return [Point(shapely.shortest_line(line, other).coords[0])]
    return points_of(merged_shared_stretches(shared))


def _street_crossings(city: City, row: int, drawn: DrawnLine) -> Iterator[StreetJoin]:
    if drawn.grade != AT_GRADE:
        return
    near = city.linker.every_street.query(drawn.line, predicate="dwithin", distance=_TOUCH_M)
    for street in np.sort(near[_open_to(city, drawn)[near]]):
        for point in meeting_points(drawn.line, city.streets.geometry[street]):
            yield _join_street(city, row, drawn, point, int(street), "crossing")
    for node, point in _bridge_heads(city, drawn):
        away_m = drawn.line.distance(point)
        if away_m <= 1.0:
            position = _position(drawn.line, point)
            yield StreetJoin(row, position, Anchor(node), ticks(away_m), "crossing", point)


def _join_street(  # noqa: PLR0913, PLR0917 - what joins what, where and how
    city: City,
    row: int,
    drawn: DrawnLine,
    point: Point,
    street: int,
    kind: Literal["end", "crossing"],
) -> StreetJoin:
    """Join a place on a drawn line to a street, reusing a node within a metre."""
    line = city.streets.geometry[street]
    along = round(float(shapely.line_locate_point(line, point)) * TICKS_PER_METRE)
    along = min(max(along, 0), int(city.length_ticks[street]))
    pieces = city.network.pieces
    piece = piece_at(pieces, street, along)
    before = along - int(pieces.start_ticks[piece])
    after = int(pieces.end_ticks[piece]) - along
    position = _position(drawn.line, point)
    if min(before, after) <= REUSE_TICKS:
        node = int(pieces.tail[piece] if before <= after else pieces.head[piece])
        place = Point(city.network.node_xy[node])
        anchor = Anchor(node)
    else:
        place = shapely.line_interpolate_point(line, along / TICKS_PER_METRE)
        anchor = Anchor(-1, street, along)
    return StreetJoin(row, position, anchor, ticks(point.distance(place)), kind, place)


def _street_ends(
    city: City, row: int, drawn: DrawnLine, end: int, crossings: list[StreetJoin]
) -> list[StreetJoin]:
    """Join an end to the nearest street of each mode, unless it has just crossed that street."""
    point = Point(drawn.line.coords[-end])
    found: list[StreetJoin] = []
    for mode in sorted(drawn.modes):
        links = link_points(
            city.linker, mode, np.array([[point.x, point.y]]), max_distance_m=SNAP_M, joins=True
        )
        if links.street[0] >= 0:
            found.append(_join_street(city, row, drawn, point, int(links.street[0]), "end"))
    heads = [
        StreetJoin(
            row,
            _position(drawn.line, point),
            Anchor(node),
            ticks(point.distance(place)),
            "end",
            place,
        )
        for node, place in _bridge_heads(city, drawn)
        if point.distance(place) <= SNAP_M
    ]
    reach = min((join.stub_ticks for join in found), default=ticks(SNAP_M))
    found += [join for join in heads if join.stub_ticks <= reach]
    at_end = line_ticks(drawn.line) if end else 0
    fixed = [_at_end(join, at_end) for join in found if _stub_is_free(city, point, join.point)]
    return [join for join in fixed if not _already_joined(join, crossings)]


def _opened_joins(
    city: City,
    row: int,
    drawn: DrawnLine,
    ends: list[list[StreetJoin]],
    changed: Sequence[ChangedStretch],
) -> Iterator[StreetJoin]:
    """Join a line to the streets that are opened for a mode of it, where it crosses or ends."""
    for way in changed:
        street = city.streets.geometry[way.street]
        reached = drawn.line.distance(street) <= SNAP_M
        if (
            not way.opened & drawn.modes
            or city.streets.grade[way.street] != AT_GRADE
            or not reached
        ):
            continue
        if drawn.grade == AT_GRADE and drawn.line.distance(street) <= _TOUCH_M:
            for point in meeting_points(drawn.line, street):
                if _lies_on(way, street, point):
                    yield _join_street(city, row, drawn, point, way.street, "crossing")
        for end, present in enumerate(ends):
            point = Point(drawn.line.coords[-end])
            join = _join_street(city, row, drawn, point, way.street, "end")
            if (
                _lies_on(way, street, point)
                and join.stub_ticks <= ticks(_reach_m(present))
                and _stub_is_free(city, point, join.point)
            ):
                yield _at_end(join, line_ticks(drawn.line) if end else 0)


def _lies_on(way: ChangedStretch, street: LineString, point: Point) -> bool:
    """Tell whether the place on a street nearest a point is on a changed stretch of it."""
    along = round(float(shapely.line_locate_point(street, point)) * TICKS_PER_METRE)
    return way.start_ticks <= along <= way.end_ticks


def _at_end(join: StreetJoin, position: int) -> StreetJoin:
    return StreetJoin(join.line, position, join.anchor, join.stub_ticks, "end", join.point)


def _already_joined(join: StreetJoin, crossings: list[StreetJoin]) -> bool:
    """Tell whether the line meets the same place of the street within the snap of its end."""
    return any(
        crossing.anchor == join.anchor
        and 0 < abs(crossing.position_ticks - join.position_ticks) <= join.stub_ticks
        for crossing in crossings
    )


def _stub_is_free(city: City, point: Point, place: Point) -> bool:
    stub = np.array([LineString((point, place))], dtype=object)
    return not blocked(city.linker.barriers, stub)[0]


def _bridge_heads(city: City, drawn: DrawnLine) -> list[tuple[int, Point]]:
    """Give ends of bridges and tunnels that meet no other street: they can still be joined."""
    heads = city.remember("bridge heads", partial(_find_bridge_heads, city))
    return [(node, point) for node, point, modes in heads if modes & drawn.modes]


def _find_bridge_heads(city: City) -> tuple[tuple[int, Point, frozenset[Mode]], ...]:
    pieces = city.network.pieces
    first, last = pieces.first[:-1], pieces.first[1:] - 1
    ends = np.concatenate((pieces.tail[first], pieces.head[last]))
    lonely = np.bincount(ends, minlength=len(city.network.node_xy)) == 1
    found: list[tuple[int, Point, frozenset[Mode]]] = []
    for street in np.flatnonzero(city.streets.grade != AT_GRADE):
        modes = frozenset(mode for mode in STREET_MODES if permitted(city.streets, mode)[street])
        nodes = (int(pieces.tail[first[street]]), int(pieces.head[last[street]]))
        found += [
            (node, Point(city.network.node_xy[node]), modes) for node in nodes if lonely[node]
        ]
    return tuple(found)


def _line_crossings(lines: Sequence[DrawnLine], row: int, other: int) -> Iterator[LineJoin]:
    one, two = lines[row], lines[other]
    if one.grade != AT_GRADE or two.grade != AT_GRADE:
        return
    if one.line.distance(two.line) > _TOUCH_M:
        return
    for point in meeting_points(one.line, two.line):
        place, there = _position(one.line, point), _position(two.line, point)
        yield LineJoin(row, place, other, there, 0, "crossing", point)


def _line_ends(
    city: City, lines: Sequence[DrawnLine], row: int, other: int, reach_m: tuple[float, float]
) -> Iterator[LineJoin]:
    """Join the ends of a line to another line that is no further away than the street is."""
    one, two = lines[row], lines[other]
    for end in (0, 1):
        point = Point(one.line.coords[-end])
        if two.grade == AT_GRADE:
            places = [shapely.line_interpolate_point(two.line, two.line.project(point))]
        else:
            places = [Point(two.line.coords[0]), Point(two.line.coords[-1])]
        for place in places:
            if point.distance(place) > reach_m[end] or not _stub_is_free(city, point, place):
                continue
            here = line_ticks(one.line) if end else 0
            there = _position(two.line, place)
            if two.grade != AT_GRADE:
                there = 0 if place == Point(two.line.coords[0]) else line_ticks(two.line)
            yield LineJoin(row, here, other, there, ticks(point.distance(place)), "end", place)


def _distinct(joins: list[StreetJoin]) -> tuple[StreetJoin, ...]:
    kept: dict[tuple[int, int, Anchor], StreetJoin] = {}
    for join in joins:
        key = (join.line, join.position_ticks, join.anchor)
        before = kept.get(key)
        # The same place found twice: the shorter stub counts, and an end is called an end.
        if before is None or (join.stub_ticks, join.kind != "end") < (
            before.stub_ticks,
            before.kind != "end",
        ):
            kept[key] = join
    return tuple(kept.values())


def _distinct_lines(joins: list[LineJoin]) -> tuple[LineJoin, ...]:
    kept: dict[tuple[int, int, int, int], LineJoin] = {}
    for join in joins:
        here, there = (join.line, join.position_ticks), (join.other, join.other_ticks)
        key = (*min(here, there), *max(here, there))
        before = kept.get(key)
        if before is None or join.stub_ticks < before.stub_ticks:
            kept[key] = join
    return tuple(kept.values())
