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
    from shapely.geometry import LineString
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


def close(city: City, patch: Patch, closure: Closure) -> ClosedWays:
    """Find the pieces a closure takes, whatever their modes."""
    base = np.zeros(len(city.network.pieces.street), np.bool_)
    along = np.zeros(len(base), np.bool_)
    reach_m = 0.0 if shapely.get_dimensions(closure.geometry) == 2 else ALONG_M  # noqa: PLR2004
    near = city.linker.every_street.query(closure.geometry, predicate="dwithin", distance=reach_m)
    for street in np.sort(near):
        _close_street(city, int(street), closure.geometry, base, along)
    overlay = [
        _takes_overlay(city, patch, _between_joins(city, patch, piece), closure.geometry, along)
        for piece in patch.pieces
    ]
    return ClosedWays(base, np.array(overlay, np.bool_))


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
    city: City, street: int, geometry: BaseGeometry, base: BoolArray, along: BoolArray
) -> None:
    pieces, line = city.network.pieces, city.streets.geometry[street]
    rows = range(int(pieces.first[street]), int(pieces.first[street + 1]))
    crossed = [] if _is_area(geometry) else _crossed_at(line, geometry)
    for row in rows:
        start, end = int(pieces.start_ticks[row]), int(pieces.end_ticks[row])
        part = stretch(line, start, end)
        if _is_area(geometry):
            base[row] = part.intersects(geometry)
            continue
        along[row] = _beside_m(part, geometry) >= ALONG_SHARE * part.length
        base[row] = along[row] or any(start <= position <= end for position in crossed)


def _crossed_at(line: LineString, closure: BaseGeometry) -> list[int]:
    """Give the positions where a closing line crosses a way, its junctions left out."""
    if line.disjoint(closure):
        return []
    whole = line_ticks(line)
    margin = min(END_TICKS, whole // 4)
    places = [
        round(float(shapely.line_locate_point(line, point)) * TICKS_PER_METRE)
        for part in shapely.get_parts(closure)
        if not line.disjoint(part)
        for point in meeting_points(line, part)
    ]
    return [position for position in places if margin < position < whole - margin]


def _beside_m(line: LineString, closure: BaseGeometry) -> float:
    """Measure how much of a way lies beside a closing line."""
    return float(line.intersection(closure.buffer(ALONG_M, cap_style="flat")).length)


def _takes_overlay(
    city: City, patch: Patch, piece: OverlayPiece, closure: BaseGeometry, along: BoolArray
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
        line: LineString = city.streets.geometry[city.network.pieces.street[piece.owner]]
        if along[piece.owner]:
            return True
    else:
        line = patch.edits.lines[piece.owner].line
        if _beside_m(line, closure) >= ALONG_SHARE * line.length:
            return True
        if _beside_m(shape, closure) >= ALONG_LEAST_M:
            return True
    crossed = _crossed_at(line, closure)
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
