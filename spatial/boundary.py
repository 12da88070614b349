"""Where ways lead across an area's boundary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely.geometry import LineString

from spatial.network.build import piece_at
from spatial.network.joins import meeting_points
from spatial.network.link import permitted
from spatial.network.patch import piece_geometry
from spatial.units import TICKS_PER_METRE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry import MultiPolygon, Point, Polygon

    from spatial.city import City
    from spatial.network.model import Mode
    from spatial.network.patch import OverlayPiece, Patch
    from spatial.proposal import PatchedMode
    from spatial.tables import Area

INWARD_M: Final = 10.0
"""The boundary is measured this far inside, so that a street along the edge counts as outside."""
APART_M: Final = 10.0
"""Ways in that lie together on so short a stretch are one."""


@dataclass(frozen=True, slots=True)
class Ring:
    """One closed line of the boundary and the ways in along it.

    Parameters
    ----------
    ways_m : tuple of float
        Positions along the line, ascending.
    """

    length_m: float
    ways_m: tuple[float, ...]


def inner_part(area: Area) -> Polygon | MultiPolygon:
    """Draw the area 10 m inward; one too narrow for that stays as it is."""
    inside: Polygon | MultiPolygon = area.geometry.buffer(-INWARD_M)
    return area.geometry if inside.is_empty else inside


def boundary_rings(area: Area) -> list[LineString]:
    """Draw the boundary of the inner part."""
    return [LineString(part.exterior.coords) for part in shapely.get_parts(inner_part(area))]


def rings_before(city: City, area: Area, mode: Mode) -> tuple[Ring, ...]:
    """Find the ways in without a drawing."""
    lines = boundary_rings(area)
    return tuple(_ring(line, _street_ways(city, line, mode, None, None)) for line in lines)


def rings_after(
    city: City, area: Area, mode: Mode, patch: Patch, changed: PatchedMode
) -> tuple[Ring, ...]:
    """Find the ways in with a drawing; what it closes is none any more."""
    return tuple(
        _ring(
            line,
            [
                *_street_ways(city, line, mode, patch, changed),
                *_drawn_ways(city, line, mode, patch, changed),
            ],
        )
        for line in boundary_rings(area)
    )


def _ring(line: LineString, ways: list[Point]) -> Ring:
    along = shapely.line_locate_point(line, np.array(ways, object)) if ways else []
    return Ring(line.length, tuple(sorted(float(position) for position in along)))


def _street_ways(
    city: City, line: LineString, mode: Mode, patch: Patch | None, changed: PatchedMode | None
) -> list[Point]:
    found = []
    near = city.linker.every_street.query(line, predicate="intersects")
    for street in np.sort(near[permitted(city.streets, mode)[near]]):
        shape = city.streets.geometry[street]
        for point in meeting_points(shape, line):
            position = round(float(shapely.line_locate_point(shape, point)) * TICKS_PER_METRE)
            if _is_open(city, int(street), position, patch, changed):
                found.append(point)
    return found


def _is_open(
    city: City, street: int, position: int, patch: Patch | None, changed: PatchedMode | None
) -> bool:
    """Tell whether the kept piece or a half beside it is open at a place."""
    piece = piece_at(city.network.pieces, street, position)
    if patch is None or changed is None or not changed.closings.base[piece]:
        return True
    return any(
        half.kind == "half"
        and max(half.times[changed.mode]) >= 0
        and half.owner == piece
        and half.start_ticks <= position <= half.end_ticks
        and not shut
        for half, shut in zip(patch.pieces, changed.closings.overlay, strict=True)
    )


def _drawn_ways(
    city: City, line: LineString, mode: Mode, patch: Patch, changed: PatchedMode
) -> Iterator[Point]:
    for piece, shut in zip(patch.pieces, changed.closings.overlay, strict=True):
        if shut or max(piece.times[mode]) < 0 or not _is_new(city, mode, piece):
            continue
        shape = _shape(city, patch, piece)
        if shape is not None and shape.intersects(line):
            yield from meeting_points(shape, line)


def _is_new(city: City, mode: Mode, piece: OverlayPiece) -> bool:
    """Tell whether a mode had no way here: what is drawn, and streets that are opened."""
    if piece.kind != "half":
        return True
    street = int(city.network.pieces.street[piece.owner])
    return piece.changed and not permitted(city.streets, mode)[street]


def _shape(city: City, patch: Patch, piece: OverlayPiece) -> LineString | None:
    shape = piece_geometry(city, patch, piece)
    return shape if shape.length > 0 else None


def ways_in(ring: Ring) -> int:
    """Count the fewest stretches of 10 m that together hold every way across.

    Counted so, one more way never lowers the number, as merging neighbours in a row would.
    """
    ways = ring.ways_m
    if not ways:
        return 0
    best = len(ways)
    for first in range(len(ways)):
        turned = [*ways[first:], *(way + ring.length_m for way in ways[:first])]
        count, reach = 0, -np.inf
        for way in turned:
            if way > reach:
                count += 1
                reach = way + APART_M
        best = min(best, count)
    return best


def gaps_m(ring: Ring) -> list[float]:
    """Give the lengths of boundary between ways in that follow each other."""
    if not ring.ways_m:
        return [ring.length_m]
    ends = [*ring.ways_m[1:], ring.ways_m[0] + ring.length_m]
    return [end - start for start, end in zip(ring.ways_m, ends, strict=True)]
