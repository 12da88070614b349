"""Numbers for nodes, so that what lies near each other stands near in memory.

A search goes from node to node. Where their rows stand far apart each step waits for memory, and a
region of millions costs several times more per node than a town.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from spatial.units import Float64Array, Int64Array

_CELLS: Final = 1 << 16
"""Along each side: in a country of 400 km a cell is 6 m wide."""
_SPREAD: Final = (
    (8, 0x00FF00FF),
    (4, 0x0F0F0F0F),
    (2, 0x33333333),
    (1, 0x55555555),
)
"""Shifts and masks that put a zero between any two of sixteen bits."""


def near_order(xy: Float64Array) -> Int64Array:
    """Give the nodes in the order of a curve that visits the plane square by square (Morton 1966).

    Parameters
    ----------
    xy : float64 array, shape (nodes, 2)
        Metres; what is not finite is taken as the corner.

    Returns
    -------
    int64 array, shape (nodes,)
        Row k is the node that is to have number k; nodes of one cell keep their order.
    """
    places = np.nan_to_num(xy.reshape(-1, 2), nan=0.0, posinf=0.0, neginf=0.0)
    if len(places) == 0:
        return np.zeros(0, np.int64)
    corner = places.min(axis=0)
    width = max(float((places.max(axis=0) - corner).max()), 1.0)
    cells = ((places - corner) * ((_CELLS - 1) / width)).astype(np.int64)
    along = _spread(cells[:, 0]) | (_spread(cells[:, 1]) << 1)
    order: Int64Array = np.argsort(along, kind="stable")
    return order


def _spread(cells: Int64Array) -> Int64Array:
    spread = cells
    for shift, mask in _SPREAD:
        spread = (spread | (spread << shift)) & mask
    return spread
