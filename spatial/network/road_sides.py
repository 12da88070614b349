"""Which side of a fast road a walker is on, and what it takes to get to the other.

Round every junction the ways lie in a ring by their bearing. A walker stands between two of them;
to get anywhere else in the ring the fast roads between have to be crossed, one way round or the
other. Along a fast road one keeps to a side; along any other way it does not matter.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
import shapely

from spatial.lenses import ROAD_CLASSES
from spatial.network.way_table import facts_along
from spatial.units import TICKS_PER_METRE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy.typing as npt
    from shapely.geometry import LineString

    from spatial.city import City
    from spatial.lenses import WayFacts
    from spatial.network.carried import Steps
    from spatial.network.patch import OverlayPiece, Patch
    from spatial.network.way_table import Changes
    from spatial.units import BoolArray, Float64Array, Int64Array

SIDES: Final = (1.0, -1.0)
"""Left and right of the way one goes."""
_LOOK_TICKS: Final = 2 * TICKS_PER_METRE
_BESIDE_RAD: Final = 1e-6

Arm = tuple[int, Literal[1, -1]]
"""A base piece as it leaves a junction: forward from its start, or backward from its end."""
RoadEnd = tuple[int, int, bool]
"""A way, the node at one of its ends, and whether it leaves there forward."""


@dataclass(frozen=True, slots=True)
class Roads:
    """The network of a situation as somebody sees it who wants to cross.

    Parameters
    ----------
    patch : Patch or None
        None before the drawing.
    controlled : frozenset of int
        Nodes with a light or a zebra, where crossing costs nothing.
    """

    city: City
    patch: Patch | None
    changes: Changes
    controlled: frozenset[int]
    _bearings: dict[tuple[int, int], float] = field(default_factory=dict)

    def laid(self, way: int) -> OverlayPiece | None:
        """Give the overlay piece that a way is, or None for a base piece."""
        count = len(self.city.network.pieces.street)
        return self.patch.pieces[way - count] if self.patch and way >= count else None

    def bearing(self, way: int, node: int) -> float:
        """Give the direction in which a way leaves a node, in radians from east."""
        key = (way, node)
        if key not in self._bearings:
            self._bearings[key] = self._bearing(way, node)
        return self._bearings[key]

    def _bearing(self, way: int, node: int) -> float:
        piece = self.laid(way)
        if piece is None:
            forward = int(self.city.network.pieces.tail[way]) == node
            return float(_base_bearings(self.city)[0 if forward else 1, way])
        forward = piece.tail == node
        if piece.kind == "half":
            pieces = self.city.network.pieces
            line = self.city.streets.geometry[pieces.street[piece.owner]]
            # A half leaves a junction just as the whole piece does that it is part of.
            start = piece.start_ticks if forward else int(pieces.start_ticks[piece.owner])
            end = int(pieces.end_ticks[piece.owner]) if forward else piece.end_ticks
            return _leaving(line, start, end, forward=forward)
        if piece.kind == "drawn" and self.patch is not None:
            line = self.patch.edits.lines[piece.owner].line
            return _leaving(line, piece.start_ticks, piece.end_ticks, forward=forward)
        here, there = self._place(node), self._place(piece.head if forward else piece.tail)
        return math.atan2(there[1] - here[1], there[0] - here[0])

    def _place(self, node: int) -> tuple[float, float]:
        base = self.city.network.node_xy
        over = node - len(base)
        row = base[node] if over < 0 or self.patch is None else self.patch.node_xy[over]
        return float(row[0]), float(row[1])

    def fast_arms(self, fast_kmh: float, *, unknown_is_fast: bool) -> dict[int, list[float]]:
        """Give, for every node that fast roads meet, the bearings in which they leave it."""
        pieces = self.city.network.pieces
        key = ("fast arms", fast_kmh, unknown_is_fast)
        base = self.city.remember(key, lambda: self._arms(_base_ends(self.city), *key[1:]))
        if self.patch is None:
            return {node: sorted(arms.values()) for node, arms in base.items()}
        found = {node: dict(arms) for node, arms in base.items()}
        again: list[RoadEnd] = []
        for street in sorted(self.changes):
            for way in range(int(pieces.first[street]), int(pieces.first[street + 1])):
                again += _ends(way, int(pieces.tail[way]), int(pieces.head[way]))
        for way, node, forward in again:
            found.get(node, {}).pop((way, 1 if forward else -1), None)
        for row, piece in enumerate(self.patch.pieces):
            if piece.kind == "half":
                again += _ends(len(pieces.street) + row, piece.tail, piece.head)
        for node, arms in self._arms(again, fast_kmh, unknown_is_fast).items():
            found.setdefault(node, {}).update(arms)
        return {node: sorted(arms.values()) for node, arms in found.items() if arms}

    def _arms(
        self, ends: Iterable[RoadEnd], fast_kmh: float, unknown_is_fast: bool
    ) -> dict[int, dict[Arm, float]]:
        """Give the fast ones among some ends of road by the node they meet."""
        found: dict[int, dict[Arm, float]] = {}
        for way, node, forward in ends:
            facts = self._facts_at(way, forward=forward)
            if _is_fast(facts, fast_kmh, unknown=unknown_is_fast):
                piece = self.laid(way)
                arm: Arm = (way if piece is None else piece.owner, 1 if forward else -1)
                found.setdefault(node, {}).setdefault(arm, self.bearing(way, node))
        return found

    def _facts_at(self, way: int, *, forward: bool) -> WayFacts:
        pieces, piece = self.city.network.pieces, self.laid(way)
        owner = way if piece is None else piece.owner
        start = int(pieces.start_ticks[way]) if piece is None else piece.start_ticks
        end = int(pieces.end_ticks[way]) if piece is None else piece.end_ticks
        street = int(pieces.street[owner])
        parts = list(facts_along(self.city, self.changes, street, start, end))
        return parts[0 if forward else -1][1]


def _base_ends(city: City) -> Iterator[RoadEnd]:
    pieces = city.network.pieces
    for way in range(len(pieces.street)):
        yield from _ends(way, int(pieces.tail[way]), int(pieces.head[way]))


def _ends(way: int, tail: int, head: int) -> tuple[RoadEnd, RoadEnd]:
    return (way, tail, True), (way, head, False)


def _base_bearings(city: City) -> Float64Array:
    """Give the directions in which every base piece leaves its ends, shape (2, pieces)."""

    def compute() -> Float64Array:
        pieces = city.network.pieces
        lines, start, end = (
            city.streets.geometry[pieces.street],
            pieces.start_ticks,
            pieces.end_ticks,
        )
        look = np.minimum(_LOOK_TICKS, end - start)
        return np.stack(
            (_directions(lines, start, start + look), _directions(lines, end, end - look))
        )

    return city.remember("piece bearings", compute)


def _directions(
    lines: npt.NDArray[np.object_], here: Int64Array, there: Int64Array
) -> Float64Array:
    """Give the direction from one position on each line to another, in radians from east."""
    points = [
        shapely.get_coordinates(shapely.line_interpolate_point(lines, place / TICKS_PER_METRE))
        for place in (here, there)
    ]
    run = points[1] - points[0]
    directions: Float64Array = np.arctan2(run[:, 1], run[:, 0])
    return directions


def _leaving(line: LineString, start: int, end: int, *, forward: bool) -> float:
    """Give the direction in which a stretch of line leaves its start, or its end backward."""
    look = min(_LOOK_TICKS, end - start)
    here, there = (start, start + look) if forward else (end, end - look)
    lines = np.array([line], object)
    return float(_directions(lines, np.array([here]), np.array([there]))[0])


def _is_fast(facts: WayFacts, fast_kmh: float, *, unknown: bool) -> bool:
    if facts.street_class not in ROAD_CLASSES:
        return False
    return unknown if facts.speed_kmh is None else facts.speed_kmh >= fast_kmh


def helped_nodes(city: City) -> frozenset[int]:
    """Give the nodes of a place where a light or a zebra stands today."""
    helped = city.streets.helped
    if helped is None:
        return frozenset()
    pieces = city.network.pieces
    there = pieces.first[1:] > pieces.first[:-1]
    first, last = pieces.first[:-1][there], pieces.first[1:][there] - 1
    begins, ends = helped[there].T
    return frozenset([*pieces.tail[first][begins].tolist(), *pieces.head[last][ends].tolist()])


def crossing_steps(
    roads: Roads, steps: Steps, arms: dict[int, list[float]], used: BoolArray
) -> Int64Array:
    """Give what every step adds in fast roads crossed at its end, by side set out and gone on.

    Parameters
    ----------
    used : bool array, shape (nodes,)
        Nodes whose steps somebody takes; others are left at zero.

    Returns
    -------
    int64 array, shape (nodes, 2, 2)
    """
    adds = np.zeros((len(steps.onward), len(SIDES), len(SIDES)), np.int64)
    for node in np.flatnonzero(used).tolist():
        middle = int(steps.onward[node])
        if middle < 0 or steps.onward[middle] < 0 or middle not in arms:
            continue
        if middle in roads.controlled:
            continue
        came = roads.bearing(int(steps.way[node]), middle)
        goes = roads.bearing(int(steps.way[middle]), middle)
        for row, side in enumerate(SIDES):
            for column, later in enumerate(SIDES):
                # Who comes along a way has the left of it clockwise, who leaves counterclockwise.
                adds[node, row, column] = _between(
                    came - side * _BESIDE_RAD, goes + later * _BESIDE_RAD, arms[middle]
                )
    return adds


def _between(one: float, two: float, arms: list[float]) -> int:
    """Count the arms between two bearings, the way round that has fewer."""
    turn = (two - one) % math.tau
    passed = sum((arm - one) % math.tau < turn for arm in arms)
    return min(passed, len(arms) - passed)
