"""People given for squares or quarters, spread over the buildings that stand there.

Nobody knows who lives where inside a square; a building's share is its footprint. Whole people stay
whole, and the sum is the square's to the last one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray


def apportioned(total: float, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Share a count by weights so that the parts are whole where the count is, and sum to it.

    The largest remainders take what is left over; of equal ones the first. What is not whole of the
    count itself goes to the heaviest.

    Parameters
    ----------
    total
        At least 0.
    weights
        Shape (n,), n at least 1; not negative, and not all 0.
    """
    whole = int(total)
    exact = whole * weights / weights.sum()
    parts: NDArray[np.float64] = np.floor(exact)
    left = whole - int(parts.sum())
    parts[np.argsort(-(exact - parts), kind="stable")[:left]] += 1
    parts[int(np.argmax(weights))] += total - whole
    return parts


def spread(
    surfaces: NDArray[np.object_], counts: NDArray[np.float64], buildings: NDArray[np.object_]
) -> tuple[NDArray[np.object_], NDArray[np.float64], NDArray[np.int64]]:
    """Spread counts over the buildings whose middle lies in each surface.

    A surface without buildings keeps its people at a point of its own. A building in two surfaces
    is the first one's.

    Returns
    -------
    points, counts, surface
        One a building that somebody lives in: where, how many, and the row of the surface.
    """
    middles = shapely.point_on_surface(buildings)
    pairs = shapely.STRtree(middles).query(surfaces, predicate="intersects")
    order = np.lexsort((pairs[1], pairs[0]))
    of_surface, building = pairs[0][order], pairs[1][order]
    _, first = np.unique(building, return_index=True)
    mine = np.zeros(len(building), np.bool_)
    mine[first] = True
    points: list[object] = []
    people: list[float] = []
    rows: list[int] = []
    areas = shapely.area(buildings)
    for row, count in enumerate(counts.tolist()):
        here = building[(of_surface == row) & mine]
        if len(here) == 0:
            points.append(shapely.point_on_surface(surfaces[row]))
            people.append(count)
            rows.append(row)
            continue
        shares = apportioned(count, areas[here])
        lived_in = shares > 0
        points += middles[here][lived_in].tolist()
        people += shares[lived_in].tolist()
        rows += [row] * int(lived_in.sum())
    return np.array(points, object), np.array(people), np.array(rows, np.int64)
