"""Streets between junctions: ways that merely follow each other are one link.

So a street that is cut, at a front door or by a surveyor, is still one link, and turns as it did.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from spatial.centrality.ways import PASSED_THROUGH, degrees, way_shapes

if TYPE_CHECKING:
    import numpy.typing as npt

    from spatial.centrality.ways import Ways
    from spatial.city import City
    from spatial.units import Float64Array, Int64Array

SMOOTHED_M: Final = 0.5
"""Wiggles this small are not turns."""
MDEG_PER_DEGREE: Final = 1000
_HALF_TURN_DEG: Final = 180.0

Chain = list[tuple[int, bool]]
"""Ways in order, and whether each is followed from its tail."""


@dataclass(frozen=True, slots=True)
class Links:
    """Links of one mode, and how each turns.

    Parameters
    ----------
    of_way : int64 array, shape (ways,)
        The link each way is part of.
    starts, ends : int64 arrays, shape (links,)
        Places; the same one for a closed loop.
    length_mm : int64 array, shape (links,)
        At least one.
    turned_mdeg : int64 array, shape (links,)
        Turning from end to end, thousandths of a degree, left and right alike.
    leaving_deg : float64 array, shape (links, 2)
        The heading away from the start, and away from the end; NaN for a link of no length.
    """

    of_way: Int64Array
    starts: Int64Array
    ends: Int64Array
    length_mm: Int64Array
    turned_mdeg: Int64Array
    leaving_deg: Float64Array


def links_of(city: City, ways: Ways) -> Links:
    """Join ways into links, and measure how they turn."""
    chains = _chains(ways)
    of_way = np.zeros(ways.count, np.int64)
    starts, ends = np.zeros(len(chains), np.int64), np.zeros(len(chains), np.int64)
    for number, chain in enumerate(chains):
        of_way[[way for way, _ in chain]] = number
        (first, ahead), (last, onward) = chain[0], chain[-1]
        starts[number] = (ways.tails if ahead else ways.heads)[first]
        ends[number] = (ways.heads if onward else ways.tails)[last]
    lines = _lines(way_shapes(city, ways, np.arange(ways.count)), chains)
    length_mm = np.maximum(np.rint(shapely.length(lines) * 1000).astype(np.int64), 1)
    return Links(of_way, starts, ends, length_mm, *_turning(lines))


def _chains(ways: Ways) -> list[Chain]:
    """Follow ways from every place that is no mere cut; what is left then are closed loops."""
    at: dict[int, list[tuple[int, bool]]] = {}
    for way in range(ways.count):
        at.setdefault(int(ways.tails[way]), []).append((way, True))
        at.setdefault(int(ways.heads[way]), []).append((way, False))
    is_cut = degrees(ways) == PASSED_THROUGH
    seen = np.zeros(ways.count, np.bool_)
    places = sorted(at)
    chains = []
    for place in (*(p for p in places if not is_cut[p]), *(p for p in places if is_cut[p])):
        chains += [_follow(ways, at, is_cut, seen, step) for step in at[place] if not seen[step[0]]]
    return chains


def _follow(
    ways: Ways,
    at: dict[int, list[tuple[int, bool]]],
    is_cut: npt.NDArray[np.bool_],
    seen: npt.NDArray[np.bool_],
    step: tuple[int, bool],
) -> Chain:
    chain = [step]
    seen[step[0]] = True
    while True:
        way, ahead = chain[-1]
        place = int((ways.heads if ahead else ways.tails)[way])
        onward = [other for other in at[place] if not seen[other[0]]]
        if not is_cut[place] or not onward:
            return chain
        chain.append(onward[0])
        seen[onward[0][0]] = True


def _lines(shapes: npt.NDArray[np.object_], chains: list[Chain]) -> npt.NDArray[np.object_]:
    """Draw each link, smoothed."""
    if not chains:
        return shapes
    order = np.array([way for chain in chains for way, _ in chain], np.int64)
    ahead = np.array([forward for chain in chains for _, forward in chain], np.bool_)
    number = np.repeat(np.arange(len(chains)), [len(chain) for chain in chains])
    ordered = np.where(ahead, shapes[order], shapely.reverse(shapes[order]))
    xy, row = shapely.get_coordinates(ordered, return_index=True)
    lines = shapely.linestrings(xy, indices=number[row])
    smoothed: npt.NDArray[np.object_] = shapely.simplify(lines, SMOOTHED_M)
    return smoothed


def _turning(lines: npt.NDArray[np.object_]) -> tuple[Int64Array, Float64Array]:
    """Give how far each line turns in all, and its headings away from either end."""
    xy, row = shapely.get_coordinates(lines, return_index=True)
    step, own = np.diff(xy, axis=0), row[1:]
    straight = (row[1:] == row[:-1]) & (np.hypot(step[:, 0], step[:, 1]) > 0.0)
    step, own = step[straight], own[straight]
    heading = np.degrees(np.arctan2(step[:, 1], step[:, 0]))
    bend = turn_deg(heading[:-1], heading[1:])
    same = own[1:] == own[:-1]
    turned = np.bincount(own[1:][same], bend[same], minlength=len(lines))
    leaving = np.full((len(lines), 2), np.nan)
    leaving[own[::-1], 0] = heading[::-1]
    leaving[own, 1] = heading + _HALF_TURN_DEG
    return np.rint(turned * MDEG_PER_DEGREE).astype(np.int64), leaving


def turn_deg(before_deg: Float64Array, after_deg: Float64Array) -> Float64Array:
    """Give the angle between headings, 0 for straight on and 180 for back."""
    away = np.abs((after_deg - before_deg) % (2 * _HALF_TURN_DEG))
    turn: Float64Array = np.minimum(away, 2 * _HALF_TURN_DEG - away)
    return turn
