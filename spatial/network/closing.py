"""Which ways a closure takes, and which a change takes or replaces.

Passage goes; whose front door stays open is told in `spatial.network.kept_doors`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from spatial.geometry import stretch
from spatial.network.joins import line_ticks, meeting_points
from spatial.network.patch import piece_geometry
from spatial.units import TICKS_PER_METRE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry import LineString, Point
    from shapely.geometry.base import BaseGeometry

    from spatial.city import City
    from spatial.network.changing import ChangedStretch
    from spatial.network.edits import Closure
    from spatial.network.model import Mode
    from spatial.network.patch import OverlayPiece, Patch
    from spatial.units import BoolArray

ALONG_M: Final = 4.0
ALONG_SHARE: Final = 0.5
ALONG_LEAST_M: Final = 10.0
"""Of a drawn line this much beside the closure is enough to close a piece of it."""
END_TICKS: Final = TICKS_PER_METRE
"""A closure that meets a street within a metre of the street's end meets the junction only."""


@dataclass(frozen=True, slots=True)
class ClosedWays:
    """What one closure takes.

    Parameters
    ----------
    base : bool array, shape (base pieces,)
    overlay : bool array, shape (overlay pieces,)
    """

    base: BoolArray
    overlay: BoolArray

    @property
    def closes_anything(self) -> bool:
        """Whether any way is taken."""
        return bool(self.base.any() or self.overlay.any())


@dataclass(frozen=True, slots=True)
class Followed:
    """What a closing line runs along.

    Parameters
    ----------
    along : bool array, shape (base pieces,)
    parts : tuple of (LineString, int)
        Those pieces, each with its street's grade.
    """

    along: BoolArray
    parts: tuple[tuple[LineString, int], ...]

    def passes_apart(self, point: Point, grade: int) -> bool:
        """Tell whether a way is met here only because it lies over or under what is followed."""
        return any(
            other != grade and shapely.dwithin(part, point, ALONG_M) for part, other in self.parts
        )


def close(city: City, patch: Patch, closure: Closure) -> ClosedWays:
    """Find the pieces a closure takes, whatever their modes."""
    geometry = closure.geometry
    reach_m = 0.0 if _is_area(geometry) else ALONG_M
    near = np.sort(
        city.linker.every_street.query(geometry, predicate="dwithin", distance=reach_m)
    ).tolist()
    followed = _followed(city, [] if _is_area(geometry) else near, geometry)
    base = followed.along.copy()
    for street in near:
        _close_street(city, street, geometry, base, followed)
    overlay = [
        _takes_overlay(city, patch, _between_joins(city, patch, piece), geometry, followed)
        for piece in patch.pieces
    ]
    return ClosedWays(base, np.array(overlay, np.bool_))


def _followed(city: City, near: list[int], closure: BaseGeometry) -> Followed:
    along = np.zeros(len(city.network.pieces.street), np.bool_)
    parts = []
    for street in near:
        for row, part in _parts_of(city, street):
            along[row] = _beside_m(part, closure) >= ALONG_SHARE * part.length
            if along[row]:
                parts.append((part, int(city.streets.grade[street])))
    return Followed(along, tuple(parts))


def _parts_of(city: City, street: int) -> Iterator[tuple[int, LineString]]:
    pieces, line = city.network.pieces, city.streets.geometry[street]
    for row in range(int(pieces.first[street]), int(pieces.first[street + 1])):
        yield row, stretch(line, int(pieces.start_ticks[row]), int(pieces.end_ticks[row]))


def _between_joins(city: City, patch: Patch, piece: OverlayPiece) -> OverlayPiece:
    """Give a half as long as it is between joins.

    Only a join leaves part of a closed street open. A change that merely cuts it must not.
    """
    if piece.kind != "half":
        return piece
    base = city.network.pieces
    joins = patch.joined_at.get(piece.owner, [])
    before = [place for place in joins if place <= piece.start_ticks]
    after = [place for place in joins if place >= piece.end_ticks]
    return replace(
        piece,
        start_ticks=max(before, default=int(base.start_ticks[piece.owner])),
        end_ticks=min(after, default=int(base.end_ticks[piece.owner])),
    )


def _is_area(geometry: BaseGeometry) -> bool:
    return bool(shapely.get_dimensions(geometry) == 2)  # noqa: PLR2004 - a surface


def _close_street(
    city: City, street: int, geometry: BaseGeometry, base: BoolArray, followed: Followed
) -> None:
    if _is_area(geometry):
        for row, part in _parts_of(city, street):
            base[row] = part.intersects(geometry)
        return
    pieces, grade = city.network.pieces, int(city.streets.grade[street])
    for position in _crossed_at(city.streets.geometry[street], geometry, grade, followed):
        rows = slice(int(pieces.first[street]), int(pieces.first[street + 1]))
        starts, ends = pieces.start_ticks[rows], pieces.end_ticks[rows]
        base[rows] |= (starts <= position) & (position <= ends)


def _crossed_at(
    line: LineString, closure: BaseGeometry, grade: int, followed: Followed
) -> list[int]:
    """Give the positions where a closing line crosses a way, its junctions left out.

    A line that runs along a street takes that street, and neither the bridge it passes under nor
    the street that its own bridge passes over.
    """
    if line.disjoint(closure):
        return []
    whole = line_ticks(line)
    margin = min(END_TICKS, whole // 4)
    places = [
        round(float(shapely.line_locate_point(line, point)) * TICKS_PER_METRE)
        for part in shapely.get_parts(closure)
        if not line.disjoint(part)
        for point in meeting_points(line, part)
        if not followed.passes_apart(point, grade)
    ]
    return [position for position in places if margin < position < whole - margin]


def _beside_m(line: LineString, closure: BaseGeometry) -> float:
    """Measure how much of a way lies beside a closing line."""
    return float(line.intersection(closure.buffer(ALONG_M, cap_style="flat")).length)


def _takes_overlay(
    city: City, patch: Patch, piece: OverlayPiece, closure: BaseGeometry, followed: Followed
) -> bool:
    """Tell whether a closure takes an overlay piece.

    A finer cut must never close more, or drawing a line could take a way from somebody: what is
    decided by length is decided for the kept piece, the whole line, or by metres alone.
    """
    shape = piece_geometry(city, patch, piece)
    if _is_area(closure):
        return bool(shape.intersects(closure))
    if piece.kind == "stub":
        return bool(shape.length > 0 and shape.crosses(closure))
    if piece.kind == "half":
        if followed.along[piece.owner]:
            return True
        street = city.network.pieces.street[piece.owner]
        line, grade = city.streets.geometry[street], int(city.streets.grade[street])
    else:
        line, grade = patch.edits.lines[piece.owner].line, patch.edits.lines[piece.owner].grade
        if _beside_m(line, closure) >= ALONG_SHARE * line.length:
            return True
        if _beside_m(shape, closure) >= ALONG_LEAST_M:
            return True
    crossed = _crossed_at(line, closure, grade, followed)
    return any(piece.start_ticks <= position <= piece.end_ticks for position in crossed)


def shut_by_changes(city: City, patch: Patch, mode: Mode) -> list[ClosedWays]:
    """Give what changes take from a mode, one for each feature that takes something."""
    features = sorted({name for way in patch.changed.stretches for name in way.shut.get(mode, ())})
    return [
        _changed_away(
            city, patch, [way for way in patch.changed.stretches if name in way.shut.get(mode, ())]
        )
        for name in features
    ]


def replaced_by_changes(city: City, patch: Patch, mode: Mode) -> ClosedWays:
    """Give the streets in whose stead slower ones are laid: gone for all, doors and all kept."""
    return _changed_away(
        city, patch, [way for way in patch.changed.stretches if mode in way.slower]
    )


def _changed_away(city: City, patch: Patch, ways: list[ChangedStretch]) -> ClosedWays:
    """Take what was there along some stretches: the kept pieces, and the halves within them."""
    base = np.zeros(len(city.network.pieces.street), np.bool_)
    spans: dict[int, list[tuple[int, int]]] = {}
    for way in ways:
        for piece in patch.changed.pieces_of(city, way):
            base[piece] = True
            spans.setdefault(piece, []).append((way.start_ticks, way.end_ticks))
    overlay = [
        piece.kind == "half"
        and not piece.changed
        and any(
            start <= piece.start_ticks and piece.end_ticks <= end
            for start, end in spans.get(piece.owner, ())
        )
        for piece in patch.pieces
    ]
    return ClosedWays(base, np.array(overlay, np.bool_))
