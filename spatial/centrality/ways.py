"""One mode's network with every way in it once.

A drawn join keeps the street that was there beside its halves, so that no trip gets longer. For
counting that would be one street twice: here the halves stand for it, and together they take just
as long. Where a street is merely cut, at a front door or by a surveyor, no junction arises.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np
import shapely

from spatial.geometry import stretch
from spatial.network.build import directions, piece_times
from spatial.network.patch import piece_geometry
from spatial.units import TICKS_PER_METRE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import numpy.typing as npt
    from shapely.geometry import LineString, MultiPolygon, Polygon

    from spatial.city import City
    from spatial.comparison import Comparison
    from spatial.network.model import Mode
    from spatial.network.patch import OverlayPiece, Patch
    from spatial.units import BoolArray, Float64Array, Int64Array

JUNCTION_WAYS: Final = 3
"""Where so many ways meet there is a choice of way."""
PASSED_THROUGH: Final = 2
"""Where two meet, a street is merely cut."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ways:
    """Stretches a mode may go, each once.

    Parameters
    ----------
    patch : Patch or None
        Where the overlay's stretches come from.
    node_of : int64 array, shape (nodes of the search graph,)
        The place each node is at; nodes that no time lies between are one place. A way that takes
        no time, one way only, leads to the higher number.
    place_xy : float64 array, shape (places, 2)
    tails, heads : int64 arrays, shape (ways,)
        Places.
    ahead_ms, back_ms : int64 arrays
        -1 where the mode may not go.
    pieces, overlay : int64 arrays
        The row of the base's pieces or else of the overlay's; -1 in the other.
    streets : int64 array
        Row of the street table; -1 for what is drawn.
    """

    patch: Patch | None
    node_of: Int64Array
    place_xy: Float64Array
    tails: Int64Array
    heads: Int64Array
    ahead_ms: Int64Array
    back_ms: Int64Array
    pieces: Int64Array
    overlay: Int64Array
    streets: Int64Array

    @property
    def count(self) -> int:
        """How many ways there are."""
        return len(self.tails)


def ways_before(city: City, mode: Mode) -> Ways:
    """Give the ways without a drawing."""

    def compute() -> Ways:
        rows = np.arange(len(city.network.pieces.street))
        return _merged(city, None, _base_ways(city, mode, rows))

    return city.remember(("ways", mode), compute)


def ways_after(comparison: Comparison, mode: Mode) -> Ways:
    """Give the ways with the drawing; what it closes is left out."""
    city = comparison.city
    if mode not in comparison.laid:
        return ways_before(city, mode)
    patch, closings = comparison.drawing.patch, comparison.laid[mode].closings
    kept = ~closings.base
    instead = _instead(patch, mode, closings.overlay)
    for piece in patch.pieces:
        if piece.kind == "half" and (not piece.changed or _place(piece) in instead):
            kept[piece.owner] = False
    base = _base_ways(city, mode, np.flatnonzero(kept))
    found = [
        (piece.tail, piece.head, *piece.times[mode], -1, row, _street_of(city, patch, row))
        for row, piece in enumerate(patch.pieces)
        if not closings.overlay[row]
        and max(piece.times[mode]) >= 0
        and (piece.kind != "half" or piece.changed or _place(piece) not in instead)
    ]
    return _merged(city, patch, np.vstack((base, np.array(found, np.int64).reshape(-1, 7))))


def _place(piece: OverlayPiece) -> tuple[int, int, int]:
    return piece.owner, piece.start_ticks, piece.end_ticks


def _instead(patch: Patch, mode: Mode, closed: BoolArray) -> set[tuple[int, int, int]]:
    """Give the stretches of street that a changed way stands for."""
    return {
        _place(piece)
        for piece, shut in zip(patch.pieces, closed, strict=True)
        if piece.changed and not shut and max(piece.times[mode]) >= 0
    }


def _street_of(city: City, patch: Patch, row: int) -> int:
    piece = patch.pieces[row]
    return int(city.network.pieces.street[piece.owner]) if piece.kind == "half" else -1


def _base_ways(city: City, mode: Mode, rows: Int64Array) -> Int64Array:
    """Give tail, head, times ahead and back, piece, overlay row and street, shape (ways, 7)."""
    pieces, pace = city.network.pieces, city.paces[mode]
    street = pieces.street[rows].astype(np.int64)
    forward, backward = (allowed[street] for allowed in directions(city.streets, mode, pace))
    elapsed = piece_times(city.length_ticks, pieces, pace)[rows]
    table = np.stack(
        (
            pieces.tail[rows].astype(np.int64),
            pieces.head[rows].astype(np.int64),
            np.where(forward, elapsed, -1),
            np.where(backward, elapsed, -1),
            rows,
            np.full(len(rows), -1),
            street,
        ),
        axis=1,
    )
    allowed: Int64Array = table[forward | backward]
    return allowed


def _merged(city: City, patch: Patch | None, table: Int64Array) -> Ways:
    xy = city.network.node_xy if patch is None else np.vstack((city.network.node_xy, patch.node_xy))
    free_ahead, free_back = table[table[:, 2] == 0], table[table[:, 3] == 0]
    free = [*free_ahead[:, [0, 1]].tolist(), *free_back[:, [1, 0]].tolist()]
    place_of, place_xy = np.arange(len(xy)), xy.copy()
    for node, (place, there) in _places(free).items():
        place_of[node] = place
        place_xy[place] = xy[there]
    tails, heads = place_of[table[:, 0]], place_of[table[:, 1]]
    kept = (tails != heads) | (table[:, 2:4].max(axis=1) > 0)
    columns = table[kept, 2:].T.copy()
    return Ways(patch, place_of, place_xy, tails[kept], heads[kept], *columns)


def _places(free: list[list[int]]) -> dict[int, tuple[int, int]]:
    """Give nodes at the ends of ways that take no time a place, and a node that lies there.

    Nodes that lead to each other so are one place, and others get higher numbers than those that
    lead to them.
    """
    onward: dict[int, set[int]] = {}
    for tail, head in free:
        onward.setdefault(tail, {tail}).add(head)
        onward.setdefault(head, {head})
    for reached in onward.values():
        waiting = list(reached)
        while waiting:
            further = onward[waiting.pop()] - reached
            reached.update(further)
            waiting += further
    first = {
        node: min(other for other in reached if node in onward[other])
        for node, reached in onward.items()
    }
    numbers = sorted(set(first.values()))
    ordered = sorted(numbers, key=lambda node: (-len(onward[node]), node))
    place = dict(zip(ordered, numbers, strict=True))
    return {node: (place[first[node]], first[node]) for node in onward}


def degrees(ways: Ways) -> Int64Array:
    """Count the ends of ways at each place, whichever way they may be gone."""
    count = len(ways.place_xy)
    result: Int64Array = np.bincount(ways.tails, minlength=count)
    return result + np.bincount(ways.heads, minlength=count)


def degrees_within(ways: Ways, shape: Polygon | MultiPolygon) -> Int64Array:
    """Count the ends of ways at each place within a shape that is no mere cut in a street."""
    ends = degrees(ways)
    places = np.flatnonzero((ends > 0) & (ends != PASSED_THROUGH))
    within = shapely.intersects_xy(shape, *ways.place_xy[places].T)
    result: Int64Array = ends[places[within]]
    return result


def way_shapes(city: City, ways: Ways, rows: Int64Array) -> npt.NDArray[np.object_]:
    """Draw some ways, from tail to head."""
    shapes = np.empty(len(rows), object)
    shapes[:] = [_shape(city, ways, int(row)) for row in rows]
    return shapes


def _shape(city: City, ways: Ways, row: int) -> LineString:
    if ways.pieces[row] < 0 and ways.patch is not None:
        return piece_geometry(city, ways.patch, ways.patch.pieces[int(ways.overlay[row])])
    pieces, piece = city.network.pieces, int(ways.pieces[row])
    line: LineString = city.streets.geometry[pieces.street[piece]]
    if pieces.first[pieces.street[piece] + 1] - pieces.first[pieces.street[piece]] == 1:
        return line
    return stretch(line, int(pieces.start_ticks[piece]), int(pieces.end_ticks[piece]))


def metres_within(city: City, ways: Ways, shape: Polygon | MultiPolygon) -> Float64Array:
    """Measure how much of each way lies within a shape."""
    near = np.zeros(len(city.streets.ids) + 1, np.bool_)
    near[city.linker.every_street.query(shape, predicate="intersects")] = True
    rows = np.flatnonzero(near[ways.streets] | (ways.streets < 0))
    metres = np.zeros(ways.count)
    metres[rows] = shapely.length(shapely.intersection(way_shapes(city, ways, rows), shape))
    return metres


def way_lengths_m(city: City, ways: Ways) -> Float64Array:
    """Measure every way, stretches of streets by their cuts."""
    pieces, lengths = city.network.pieces, np.zeros(ways.count)
    base = ways.pieces >= 0
    rows = ways.pieces[base]
    lengths[base] = (pieces.end_ticks[rows] - pieces.start_ticks[rows]) / TICKS_PER_METRE
    drawn = np.flatnonzero(~base)
    lengths[drawn] = shapely.length(way_shapes(city, ways, drawn))
    return lengths


def once(city: City, name: str, told: Iterable[object], compute: Callable[[], T]) -> T:
    """Compute what depends on nothing but `told` once, whichever drawing it comes from.

    Parameters
    ----------
    told : iterable of arrays and plain values
    """
    digest = hashlib.sha256()
    for value in told:
        if isinstance(value, np.ndarray):
            digest.update(f"{value.dtype}{value.shape}".encode())
            digest.update(np.ascontiguousarray(value).tobytes())
        else:
            digest.update(repr(value).encode())
    return city.remember((name, digest.digest()), compute)
