"""Points that face each other across a barrier, and the walk between them.

Every so many metres along a barrier one point lies on either side of it, so far out that no
barrier at all is nearer: the two carriageways of a motorway are crossed together. A point walks
from the nearest street that no barrier parts it from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from spatial.centrality.shortest import in_parts
from spatial.network.build import piece_at
from spatial.network.link import link_points
from spatial.network.model import Mode
from spatial.network.patch import connectors_from, half_clock, street_time
from spatial.network.search import time_rows
from spatial.times import some
from spatial.units import UNREACHABLE_MS, travel_time_ms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from spatial.city import City
    from spatial.comparison import Comparison
    from spatial.network.link import Links
    from spatial.network.search import SearchGraph
    from spatial.tables import Area
    from spatial.units import BoolArray, Float64Array, Int32Array

APART_M: Final = 25.0
WIDEST_M: Final = 150.0
"""A barrier so wide on one side, a lake, is nothing anybody would cross."""
STEP_M: Final = 5.0
ATTACH_M: Final = 100.0
_TANGENT_M: Final = 0.5
_NEARLY_M: Final = 1e-3


@dataclass(frozen=True, slots=True)
class Facing:
    """Pairs of points.

    Parameters
    ----------
    links : Links
        Where points attach: those on one side, then those on the other.
    straight_m : float64 array, shape (pairs,)
    attached : bool array, shape (pairs,)
        Whether both points attach.
    middles : float64 array, shape (pairs, 2)
        Where on the barrier they face each other.
    ends : float64 array, shape (2, pairs, 2)
        The points on one side, then those on the other.
    """

    links: Links
    straight_m: Float64Array
    attached: BoolArray
    middles: Float64Array
    ends: Float64Array

    @property
    def known_share(self) -> float:
        """Share of the pairs that have a street on either side."""
        return float(self.attached.mean()) if len(self.attached) else 1.0


def facing_points(city: City, area: Area, within_m: float, aside_m: float) -> Facing:
    """Place pairs along every barrier within so many metres of the area."""
    middles, normals = _along_barriers(city, area.geometry.buffer(within_m))
    out_m = [_clear_m(city, middles, side, aside_m) for side in (normals, -normals)]
    kept = np.isfinite(out_m[0]) & np.isfinite(out_m[1])
    ends = [
        middles[kept] + side[kept] * metres[kept, None]
        for side, metres in zip((normals, -normals), out_m, strict=True)
    ]
    links = link_points(city.linker, Mode.WALK, np.vstack(ends), max_distance_m=ATTACH_M)
    found = links.street >= 0
    count = int(kept.sum())
    return Facing(
        links,
        out_m[0][kept] + out_m[1][kept],
        found[:count] & found[count:],
        middles[kept],
        np.stack(ends),
    )


def _along_barriers(city: City, near: shapely.Geometry) -> tuple[Float64Array, Float64Array]:
    """Give places along barriers and the direction across there."""
    barriers = city.linker.barriers
    rows = np.sort(barriers.tree.query(near, predicate="intersects"))
    middles, normals = [np.zeros((0, 2))], [np.zeros((0, 2))]
    for line in _lines(barriers.table.geometry[rows]):
        count = max(int(line.length // APART_M), 1)
        # What is left over after whole steps is shared between both ends.
        at_m = (line.length - (count - 1) * APART_M) / 2 + np.arange(count) * APART_M
        places = shapely.line_interpolate_point(line, at_m)
        chosen = shapely.intersects(near, places)
        behind, ahead = (
            shapely.get_coordinates(
                shapely.line_interpolate_point(line, np.clip(at_m[chosen] + step, 0, line.length))
            )
            for step in (-_TANGENT_M, _TANGENT_M)
        )
        run = ahead - behind
        length = np.hypot(run[:, 0], run[:, 1])
        straight = length > 0.0
        across = np.stack((-run[:, 1], run[:, 0]), axis=1)[straight] / length[straight, None]
        middles.append(shapely.get_coordinates(places[chosen])[straight])
        normals.append(across)
    return np.vstack(middles), np.vstack(normals)


def _lines(shapes: npt.NDArray[np.object_]) -> list[shapely.LineString]:
    """Give the lines of barriers, and the shores of surfaces."""
    parts = shapely.get_parts(shapes)
    surfaces = shapely.get_dimensions(parts) == 2  # noqa: PLR2004 - the dimension of a surface
    shores = shapely.get_exterior_ring(parts[surfaces])
    return [line for line in (*parts[~surfaces], *shores) if line.length > 0.0]


def _clear_m(city: City, middles: Float64Array, side: Float64Array, aside_m: float) -> Float64Array:
    """Find how far out a point is that far from every barrier; infinite where none is."""
    found = np.full(len(middles), np.inf)
    for out_m in np.arange(aside_m, WIDEST_M + aside_m, STEP_M):
        open_rows = np.flatnonzero(np.isinf(found))
        if len(open_rows) == 0:
            break
        points = shapely.points(middles[open_rows] + side[open_rows] * out_m)
        near = city.linker.barriers.tree.query(
            points, predicate="dwithin", distance=aside_m - _NEARLY_M
        )[0]
        clear = np.ones(len(open_rows), np.bool_)
        clear[near] = False
        found[open_rows[clear]] = out_m
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of street a point stands on, between two nodes.

    Parameters
    ----------
    row : int
        The base's piece, or -1 - k for the overlay's piece k.
    tail, head : int
    back_ms, ahead_ms : int
        From where the point stands to the tail and to the head.
    """

    row: int
    tail: int
    head: int
    back_ms: int
    ahead_ms: int


def facing_times_before(city: City, facing: Facing, limit_ms: int) -> Int32Array:
    """Find the walk between the points of each pair, nothing drawn.

    Returns
    -------
    int32 array, shape (attached pairs,)
        `UNREACHABLE_MS` where it is longer than the limit.
    """
    stands = [[_standing(city, *_place(facing, row))] for row in _rows(facing)]
    return _times(city, city.graph(Mode.WALK), facing, stands, limit_ms)


def facing_times_after(comparison: Comparison, facing: Facing, limit_ms: int) -> Int32Array:
    """Find the walk between the points of each pair with the drawing, as before it otherwise.

    A point stands on the street that is kept and on what lies in its stead, as far as either is
    open: so one more way never takes one from it.
    """
    city, closings = comparison.city, comparison.laid[Mode.WALK].closings
    halves = _halves(comparison)
    stands = []
    for row in _rows(facing):
        street, position = _place(facing, row)
        piece = piece_at(city.network.pieces, street, position)
        kept = [] if closings.base[piece] else [_standing(city, street, position)]
        stands.append([*kept, *_on_halves(comparison, halves.get(piece, ()), position)])
    return _times(city, comparison.graph_after(Mode.WALK), facing, stands, limit_ms)


def _rows(facing: Facing) -> list[int]:
    """Give the rows of the links of attached pairs: one side, then the other."""
    pairs = np.flatnonzero(facing.attached)
    return [*pairs.tolist(), *(pairs + len(facing.attached)).tolist()]


def _place(facing: Facing, row: int) -> tuple[int, int]:
    return int(facing.links.street[row]), int(facing.links.position_ticks[row])


def _standing(city: City, street: int, position_ticks: int) -> _Part:
    pieces = city.network.pieces
    piece = piece_at(pieces, street, position_ticks)
    start, end = int(pieces.start_ticks[piece]), int(pieces.end_ticks[piece])
    return _Part(
        piece,
        int(pieces.tail[piece]),
        int(pieces.head[piece]),
        street_time(city, street, start, position_ticks, Mode.WALK),
        street_time(city, street, position_ticks, end, Mode.WALK),
    )


def _halves(comparison: Comparison) -> dict[int, list[int]]:
    """Give the rows of the open parts that a drawing cuts each piece into, or lays over it."""
    closed = comparison.laid[Mode.WALK].closings.overlay
    halves: dict[int, list[int]] = {}
    for row, piece in enumerate(comparison.drawing.patch.pieces):
        if piece.kind == "half" and not closed[row] and max(piece.times[Mode.WALK]) >= 0:
            halves.setdefault(piece.owner, []).append(row)
    return halves


def _on_halves(comparison: Comparison, rows: Sequence[int], position_ticks: int) -> Iterator[_Part]:
    patch = comparison.drawing.patch
    for row in rows:
        piece = patch.pieces[row]
        if piece.start_ticks <= position_ticks <= piece.end_ticks:
            clock = half_clock(comparison.city, patch, piece, Mode.WALK)
            back, whole = clock(position_ticks), clock(piece.end_ticks)
            yield _Part(-1 - row, piece.tail, piece.head, back, whole - back)


def _times(
    city: City, graph: SearchGraph, facing: Facing, stands: list[list[_Part]], limit_ms: int
) -> Int32Array:
    count, pace = len(stands) // 2, city.paces[Mode.WALK].ms_per_metre
    away_ms = [travel_time_ms(int(facing.links.distance_ticks[row]), pace) for row in _rows(facing)]
    doors = connectors_from(
        2 * count,
        [
            door
            for point, (parts, away) in enumerate(zip(stands, away_ms, strict=True))
            for part in parts
            for door in (
                (point, part.tail, away + part.back_ms),
                (point, part.head, away + part.ahead_ms),
            )
        ],
    )
    targets = some(doors, np.arange(count, 2 * count))

    def search(part: slice) -> Int32Array:
        rows = np.arange(part.start, part.stop)
        times = time_rows(
            graph.outgoing,
            graph.node_count,
            rows=rows,
            sources=doors,
            targets=targets,
            limit_ms=limit_ms,
        )
        own: Int32Array = times[np.arange(len(rows)), rows]
        return own

    round_about = np.concatenate([np.zeros(0, np.int32), *in_parts(search, count)])
    along = np.full(count, np.int64(UNREACHABLE_MS))
    for pair in range(count):
        for one in stands[pair]:
            for two in stands[count + pair]:
                if one.row == two.row:
                    walk = away_ms[pair] + abs(one.back_ms - two.back_ms) + away_ms[count + pair]
                    along[pair] = min(along[pair], walk)
    best = np.minimum(round_about, along)
    return np.where(best <= limit_ms, best, UNREACHABLE_MS).astype(np.int32)
