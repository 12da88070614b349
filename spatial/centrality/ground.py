"""The ground that is reached: streets, and what lies a little beside them.

The ground is cut into cells that lie still whatever is drawn. One is reached over every street
point within a given distance of its middle; the nearest to the walker is the best, since leaving
the street earlier is never longer. So it is enough to know, for each stretch, the first and the
last point from which a cell can be reached.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numba
import numpy as np
import shapely

if TYPE_CHECKING:
    import numpy.typing as npt

    from spatial.units import Float64Array, Int32Array, Int64Array

CELL_M: Final = 10.0
BESIDE_M: Final = 25.0
_LEAST_M = 0.01
"""Rounded to milliseconds, something so short has no pace of its own."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Cells beside stretches.

    Parameters
    ----------
    indptr : int64 array, shape (stretches + 1,)
    cells : int64 array, shape (pairs,)
        Numbers of cells, the same for the same place in the same `Grid`.
    from_tail_ms, from_head_ms : int32 arrays, shape (pairs,)
        On foot along the stretch and straight to the middle of the cell.
    """

    indptr: Int64Array
    cells: Int64Array
    from_tail_ms: Int32Array
    from_head_ms: Int32Array


@dataclass(frozen=True, slots=True)
class Grid:
    """Square cells of `CELL_M`, on lines of whole tens of metres.

    Parameters
    ----------
    west, south : int
        The first column and row, counted from the origin of the coordinates.
    """

    west: int
    south: int
    columns: int
    rows: int


def grid_over(xy: Float64Array, margin_m: float) -> Grid:
    """Lay a grid over places and what lies within a margin of them."""
    low = np.floor((xy.min(axis=0) - margin_m) / CELL_M).astype(np.int64)
    high = np.ceil((xy.max(axis=0) + margin_m) / CELL_M).astype(np.int64)
    columns, rows = (high - low).tolist()
    return Grid(int(low[0]), int(low[1]), columns, rows)


@numba.njit(cache=True, nogil=True)
def _beside(x, y, starts, grid, beside, cell, along_pace, pace, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Write out pairs of stretch and cell; give where each stretch's pairs begin."""
    west, south, columns, rows = grid
    cells, tail_ms, head_ms = out
    first = np.full(columns * rows, -1.0)
    last = np.zeros((columns * rows, 2))
    indptr = np.zeros(len(starts), np.int64)
    touched = np.empty(columns * rows, np.int64)
    pairs = 0
    for line in range(len(starts) - 1):
        along, count = 0.0, 0
        for k in range(starts[line], starts[line + 1] - 1):
            dx, dy = x[k + 1] - x[k], y[k + 1] - y[k]
            length = np.sqrt(dx * dx + dy * dy)
            if length > 0.0:
                ux, uy = dx / length, dy / length
                low_column = max(int((min(x[k], x[k + 1]) - beside) // cell) - west, 0)
                high_column = min(int((max(x[k], x[k + 1]) + beside) // cell) - west, columns - 1)
                low_row = max(int((min(y[k], y[k + 1]) - beside) // cell) - south, 0)
                high_row = min(int((max(y[k], y[k + 1]) + beside) // cell) - south, rows - 1)
                for row in range(low_row, high_row + 1):
                    for column in range(low_column, high_column + 1):
                        px = (west + column + 0.5) * cell - x[k]
                        py = (south + row + 0.5) * cell - y[k]
                        foot, off = px * ux + py * uy, px * uy - py * ux
                        if abs(off) > beside:
                            continue
                        half = np.sqrt(beside * beside - off * off)
                        start, end = max(foot - half, 0.0), min(foot + half, length)
                        if start > end:
                            continue
                        number = row * columns + column
                        if first[number] < 0.0:
                            first[number] = (along + start) * along_pace[line] + pace * np.hypot(
                                foot - start, off
                            )
                            touched[count] = number
                            count += 1
                        last[number, 0] = along + end
                        last[number, 1] = np.hypot(foot - end, off)
            along += length
        for k in range(count):
            number = touched[k]
            cells[pairs] = number
            tail_ms[pairs] = int(np.rint(first[number]))
            left = (along - last[number, 0]) * along_pace[line] + last[number, 1] * pace
            head_ms[pairs] = int(np.rint(left))
            first[number] = -1.0
            pairs += 1
        indptr[line + 1] = pairs
    return indptr


@numba.njit(cache=True, nogil=True)
def _count_reached(times, tails, heads, open_to, ground, limits, seen, mark, counts):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Add to `counts` the cells reached within each limit, ascending, that have no mark yet."""
    indptr, cells, from_tail, from_head = ground
    most = limits[-1]
    for line in range(len(tails)):
        tail, head = np.int64(times[tails[line]]), np.int64(times[heads[line]])
        if not open_to[line] or min(tail, head) > most:
            continue
        for pair in range(indptr[line], indptr[line + 1]):
            when = min(tail + from_tail[pair], head + from_head[pair])
            for k in range(len(limits)):
                if when <= limits[k] and seen[k, cells[pair]] != mark:
                    seen[k, cells[pair]] = mark
                    counts[k] += 1


def ground_beside(
    lines: npt.NDArray[np.object_], times_ms: Int64Array, grid: Grid, ms_per_metre: int
) -> Ground:
    """Find the cells beside some stretches, at most `BESIDE_M` from them.

    Parameters
    ----------
    lines : object array of LineString, shape (stretches,)
    times_ms : int64 array, shape (stretches,)
        From end to end; never quicker than the pace.
    ms_per_metre : int
        Pace on the ground beside.
    """
    metres = shapely.length(lines)
    along_pace = np.full(len(lines), float(ms_per_metre))
    np.divide(times_ms, metres, out=along_pace, where=metres > _LEAST_M)
    xy = shapely.get_coordinates(lines)
    starts = np.concatenate(([0], np.cumsum(shapely.get_num_coordinates(lines)))).astype(np.int64)
    most = _most_pairs(xy, starts)
    cells = np.empty(most, np.int64)
    from_tail, from_head = np.empty(most, np.int32), np.empty(most, np.int32)
    indptr = _beside(
        np.ascontiguousarray(xy[:, 0]),
        np.ascontiguousarray(xy[:, 1]),
        starts,
        (grid.west, grid.south, grid.columns, grid.rows),
        BESIDE_M,
        CELL_M,
        along_pace,
        float(ms_per_metre),
        (cells, from_tail, from_head),
    )
    pairs = int(indptr[-1])
    return Ground(indptr, cells[:pairs].copy(), from_tail[:pairs].copy(), from_head[:pairs].copy())


def _most_pairs(xy: Float64Array, starts: Int64Array) -> int:
    """Count the cells in a box round each straight part, which is more than lie beside it."""
    spans = np.abs(np.diff(xy, axis=0)) // CELL_M + 2 * BESIDE_M // CELL_M + 3
    within = np.ones(len(spans), np.bool_)
    within[starts[1:-1] - 1] = False
    return int(spans[within].prod(axis=1).sum())


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches that may be walked, with the ground beside them.

    Parameters
    ----------
    tails, heads : int32 arrays, shape (stretches,)
        Nodes.
    open_to : bool array, shape (stretches,)
    """

    tails: Int32Array
    heads: Int32Array
    open_to: npt.NDArray[np.bool_]
    ground: Ground


def cells_reached(
    node_times: Int32Array, parts: tuple[Stretches, ...], grid: Grid, limits_ms: Int64Array
) -> Int64Array:
    """Count the cells reached within each limit.

    Parameters
    ----------
    node_times : int32 array, shape (starts, nodes)
    limits_ms : int64 array
        Ascending.

    Returns
    -------
    int64 array, shape (starts, limits)
    """
    seen = np.full((len(limits_ms), grid.columns * grid.rows), -1, np.int32)
    counts = np.zeros((len(node_times), len(limits_ms)), np.int64)
    for start, times in enumerate(node_times):
        for part in parts:
            ground = part.ground
            _count_reached(
                times,
                part.tails,
                part.heads,
                part.open_to,
                (ground.indptr, ground.cells, ground.from_tail_ms, ground.from_head_ms),
                limits_ms,
                seen,
                start,
                counts[start],
            )
    return counts
