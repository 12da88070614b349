"""Rings: the cells within each time as one surface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import MultiPolygon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spatial.isochrones.cells import Cells
    from spatial.units import Int64Array


@dataclass(frozen=True, slots=True)
class Ring:
    """Everything within a time.

    Parameters
    ----------
    limit_ms : int
    geometry : MultiPolygon
        Empty where no cell's middle is within the time.
    area_m2 : float
    """

    limit_ms: int
    geometry: MultiPolygon
    area_m2: float


def rings(cells: Cells, limits_ms: Sequence[int]) -> tuple[Ring, ...]:
    """Join the cells within each time; a larger time holds every cell of a smaller one."""
    found = []
    for limit in sorted(limits_ms):
        within = cells.within(limit)
        area_m2 = float(len(within.row) * within.size_m**2)
        found.append(Ring(limit, _surface(within), area_m2))
    return tuple(found)


def squares(cells: Cells) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    """Draw each cell, in EPSG:25832 metres."""
    west, south, size = cells.column * cells.size_m, cells.row * cells.size_m, cells.size_m
    drawn: np.ndarray[tuple[int], np.dtype[np.object_]] = shapely.box(
        west, south, west + size, south + size
    )
    return drawn


def _surface(cells: Cells) -> MultiPolygon:
    """Join cells by way of runs along their rows, of which there are far fewer."""
    first, last, row = _runs(cells)
    size = cells.size_m
    runs = shapely.box(first * size, row * size, (last + 1) * size, (row + 1) * size)
    joined = shapely.union_all(runs)
    surface: MultiPolygon = shapely.normalize(
        MultiPolygon([part for part in shapely.get_parts(joined) if not part.is_empty])
    )
    return surface


def _runs(cells: Cells) -> tuple[Int64Array, Int64Array, Int64Array]:
    """Give unbroken runs of cells along rows: first column, last column, row."""
    order = np.lexsort((cells.column, cells.row))
    column, row = cells.column[order], cells.row[order]
    starts = np.ones(len(row), np.bool_)
    starts[1:] = (row[1:] != row[:-1]) | (column[1:] != column[:-1] + 1)
    begin = np.flatnonzero(starts)
    end = np.concatenate((begin[1:] - 1, [len(row) - 1])) if len(row) else begin
    return column[begin], column[end], row[begin]
