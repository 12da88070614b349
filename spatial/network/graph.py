"""Base, overlay and closings put together into what a search walks on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.network.search import Arcs, SearchGraph

if TYPE_CHECKING:
    import numpy.typing as npt

    from spatial.city import City
    from spatial.network.model import Adjacency, Mode
    from spatial.network.patch import Patch
    from spatial.units import BoolArray, Int32Array, Int64Array


def search_graph(
    city: City,
    patch: Patch | None,
    mode: Mode,
    base: BoolArray | None = None,
    overlay: BoolArray | None = None,
) -> SearchGraph:
    """Put together what a search walks on: the base, the overlay, and what is closed of both."""
    count = len(city.network.node_xy)
    network = city.network
    closed = np.zeros(0, np.uint8)
    if base is not None and base.any():
        closed = base.astype(np.uint8)
    if patch is None or not patch.pieces:
        none = _no_overlay()
        return SearchGraph(
            count,
            _arcs(network.outgoing[mode], closed, none),
            _arcs(network.incoming[mode], closed, none),
        )
    count += len(patch.node_xy)
    shut = np.zeros(len(patch.pieces), np.bool_) if overlay is None else overlay
    tails, heads, times = overlay_arcs(patch, mode, shut)
    return SearchGraph(
        count,
        _arcs(network.outgoing[mode], closed, _overlay(count, tails, heads, times)),
        _arcs(network.incoming[mode], closed, _overlay(count, heads, tails, times)),
    )


def overlay_arcs(
    patch: Patch, mode: Mode, closed: BoolArray
) -> tuple[Int64Array, Int64Array, Int64Array]:
    """Give the overlay's open arcs for a mode: tails, heads, milliseconds."""
    found = []
    for piece, shut in zip(patch.pieces, closed, strict=True):
        ahead, back = piece.times[mode]
        if not shut and ahead >= 0:
            found.append((piece.tail, piece.head, ahead))
        if not shut and back >= 0:
            found.append((piece.head, piece.tail, back))
    table = np.array(found, np.int64).reshape(-1, 3)
    return table[:, 0], table[:, 1], table[:, 2]


Overlay = tuple["Int32Array", "Int32Array", "Int32Array", "Int32Array"]


def _no_overlay() -> Overlay:
    none = np.zeros(0, np.int32)
    return none, np.zeros(1, np.int32), none, none


def _overlay(count: int, tails: Int64Array, heads: Int64Array, times: Int64Array) -> Overlay:
    touched, rows = np.unique(tails, return_inverse=True)
    extra_row = np.full(count, -1, np.int32)
    extra_row[touched] = np.arange(len(touched), dtype=np.int32)
    order = np.argsort(rows, kind="stable")
    indptr = np.zeros(len(touched) + 1, np.int32)
    np.cumsum(np.bincount(rows, minlength=len(touched)), out=indptr[1:])
    return extra_row, indptr, heads[order].astype(np.int32), times[order].astype(np.int32)


def _arcs(adjacency: Adjacency, closed: npt.NDArray[np.uint8], over: Overlay) -> Arcs:
    return Arcs(
        adjacency.indptr, adjacency.heads, adjacency.times_ms, adjacency.pieces, closed, *over
    )
