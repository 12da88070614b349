"""Ways that turn least: how deep a street lies, and how many such ways lead along it.

Angular segment analysis (Turner 2007; Hillier, Yang & Turner 2012). A street between junctions is
gone from one end to the other and never turned round on, so each is two states, one each way. What
counts as near is measured in metres from middle to middle; among the links so near the way that
turns least is taken, and of those that turn alike the shorter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numba
import numpy as np

from spatial.centrality.arcs import both_ways
from spatial.centrality.links import MDEG_PER_DEGREE, turn_deg
from spatial.centrality.shortest import in_parts
from spatial.network.search import push, sink

if TYPE_CHECKING:
    from spatial.centrality.arcs import PlainArcs
    from spatial.centrality.links import Links
    from spatial.units import Float64Array, Int32Array, Int64Array

RIGHT_ANGLE_MDEG: Final = 90 * MDEG_PER_DEGREE
_MM_PER_DM = 100
_HALF_TURN_DEG = 180.0
_LENGTH_BITS = 18
"""Room for 26 km in decimetres; what is left of 43 bits holds 33,000 degrees of turning."""
_STATE_BITS = 20
_STATE_MASK = (1 << _STATE_BITS) - 1
_NEVER = np.iinfo(np.int64).max
_NODE_BITS = 32
_NODE_MASK = (1 << _NODE_BITS) - 1


class Turns(NamedTuple):
    """Where each state leads: state 2k is link k from start to end, 2k + 1 the other way.

    Parameters
    ----------
    indptr, heads : int32 arrays
    costs : int64 array
        Turning in thousandths of a degree, above `_LENGTH_BITS` of decimetres.
    """

    indptr: Int32Array
    heads: Int32Array
    costs: Int64Array


@dataclass(frozen=True, slots=True)
class Depth:
    """What lies within a radius of each link.

    Parameters
    ----------
    links : int64 array, shape (links,)
        How many, itself among them.
    turned : float64 array, shape (links,)
        Turning to all of them in sum, in right angles.
    choice : float64 array, shape (links,)
        Pairs of other links whose way leads along it; pairs with several ways count by shares.
    """

    links: Int64Array
    turned: Float64Array
    choice: Float64Array

    def integration(self) -> Float64Array:
        """Give normalised angular integration, NAIN (Hillier, Yang & Turner 2012)."""
        nain: Float64Array = self.links**1.2 / (self.turned + 2.0)
        return nain

    def normalised_choice(self) -> Float64Array:
        """Give normalised angular choice, NACH (Hillier, Yang & Turner 2012)."""
        nach: Float64Array = np.log(self.choice + 1.0) / np.log(self.turned + 3.0)
        return nach


def turns_of(links: Links) -> Turns:
    """Find where each link leads on to, and how much that turns, from middle to middle."""
    at: dict[int, list[tuple[int, int]]] = {}
    for number, (first, last) in enumerate(zip(links.starts, links.ends, strict=True)):
        at.setdefault(int(first), []).append((number, 0))
        at.setdefault(int(last), []).append((number, 1))
    rows = [
        (2 * one + 1 - left_by, 2 * two + entered_by, one, left_by, two, entered_by)
        for ends in at.values()
        for one, left_by in ends
        for two, entered_by in ends
        if one != two
    ]
    table = np.array(sorted(rows), np.int64).reshape(-1, 6)
    _, heads, link, end, other, entry = table.T
    arriving = links.leaving_deg[link, end] + _HALF_TURN_DEG
    # A link of no length has no heading, and nothing is turned at it.
    turn = np.nan_to_num(turn_deg(arriving, links.leaving_deg[other, entry]))
    own = (links.turned_mdeg[link] + links.turned_mdeg[other] + 1) // 2
    mdeg = own + np.rint(turn * MDEG_PER_DEGREE).astype(np.int64)
    dm = np.maximum((links.length_mm[link] + links.length_mm[other]) // (2 * _MM_PER_DM), 1)
    indptr = np.zeros(2 * len(links.starts) + 1, np.int32)
    np.cumsum(np.bincount(table[:, 0], minlength=len(indptr) - 1), out=indptr[1:])
    return Turns(indptr, heads.astype(np.int32), (mdeg << _LENGTH_BITS) | dm)


@numba.njit(cache=True, nogil=True)
def _mark_near(streets, link, ends, half_mm, radius_mm, mark, near, times, heap):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Mark the links whose middle lies within the radius of a link's middle."""
    near[link] = mark
    size = 0
    for k in range(2):
        if half_mm[link] <= radius_mm and half_mm[link] < times[ends[link, k]]:
            times[ends[link, k]] = half_mm[link]
            push(heap, size, (half_mm[link] << _NODE_BITS) | ends[link, k])
            size += 1
    settled = np.empty(len(times), np.int32)
    count = 0
    while size > 0:
        top = heap[0]
        sink(heap, size)
        size -= 1
        node, now = top & _NODE_MASK, top >> _NODE_BITS
        if now > times[node]:
            continue
        settled[count] = node
        count += 1
        for arc in range(streets.indptr[node], streets.indptr[node + 1]):
            if now + half_mm[streets.edges[arc]] <= radius_mm:
                near[streets.edges[arc]] = mark
            head, then = streets.heads[arc], now + streets.costs[arc]
            if then <= radius_mm and then < times[head]:
                times[head] = then
                push(heap, size, (then << _NODE_BITS) | np.int64(head))
                size += 1
    for k in range(count):
        times[settled[k]] = _NEVER


@numba.njit(cache=True, nogil=True)
def _settle_turns(turns, link, near, mark, costs, paths, order, heap):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Find the least turning, and in how many ways, to every state of the links marked."""
    size, settled = 2, 0
    for k in range(2):
        costs[2 * link + k] = 0
        paths[2 * link + k] = 1.0
        heap[k] = 2 * link + k
    while size > 0:
        top = heap[0]
        sink(heap, size)
        size -= 1
        state, now = top & _STATE_MASK, top >> _STATE_BITS
        if now > costs[state]:
            continue
        order[settled] = state
        settled += 1
        for arc in range(turns.indptr[state], turns.indptr[state + 1]):
            head = turns.heads[arc]
            if near[head >> 1] != mark:
                continue
            then = now + turns.costs[arc]
            if then < costs[head]:
                costs[head] = then
                paths[head] = paths[state]
                push(heap, size, (then << _STATE_BITS) | np.int64(head))
                size += 1
            elif then == costs[head]:
                paths[head] += paths[state]
    return settled


@numba.njit(cache=True, nogil=True)
def _share_back(turns, link, settled, costs, paths, order, beyond, choice):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Lead one trip back from each link reached, shared among ways that turn alike."""
    for k in range(settled - 1, -1, -1):
        state = order[k]
        passing = 0.0
        for arc in range(turns.indptr[state], turns.indptr[state + 1]):
            head = turns.heads[arc]
            if costs[head] == _NEVER or costs[head] != costs[state] + turns.costs[arc]:
                continue
            ending = 0.0
            if costs[head] <= costs[head ^ 1]:
                ways = paths[head]
                if costs[head] == costs[head ^ 1]:
                    ways += paths[head ^ 1]
                ending = paths[head] / ways
            passing += paths[state] / paths[head] * (ending + beyond[head])
        beyond[state] = passing
        if state >> 1 != link:
            choice[state >> 1] += passing


@numba.njit(cache=True, nogil=True)
def _depths(streets, turns, ends, half_mm, radius_mm, first, last):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    states, places = len(turns.indptr) - 1, len(streets.indptr) - 1
    near = np.full(len(half_mm), -1, np.int32)
    times = np.full(places, _NEVER, np.int64)
    heap = np.empty(max(len(streets.heads), len(turns.heads)) + 2, np.int64)
    costs, order = np.full(states, _NEVER, np.int64), np.empty(states, np.int32)
    paths, beyond = np.zeros(states), np.zeros(states)
    counts = np.zeros((last - first, 2), np.int64)
    choice = np.zeros(len(half_mm))
    for link in range(first, last):
        _mark_near(streets, link, ends, half_mm, radius_mm, link, near, times, heap)
        settled = _settle_turns(turns, link, near, link, costs, paths, order, heap)
        _share_back(turns, link, settled, costs, paths, order, beyond, choice)
        for k in range(settled):
            state = order[k]
            best = min(costs[state], costs[state ^ 1])
            # A link both of whose states are settled is counted where it is reached first.
            if costs[state] == best and (costs[state ^ 1] != best or state & 1 == 0):
                counts[link - first, 0] += 1
                counts[link - first, 1] += best >> _LENGTH_BITS
        for k in range(settled):
            costs[order[k]] = _NEVER
    return counts, choice


def depths(links: Links, radius_m: float) -> Depth:
    """Measure how deep each link lies among those within a radius, and how many ways use it.

    Parameters
    ----------
    radius_m : float
        From middle to middle along the streets.
    """
    count = len(links.starts)
    ends = np.stack((links.starts, links.ends), axis=1)
    places = int(np.max(ends, initial=-1)) + 1
    streets: PlainArcs = both_ways(places, links.starts, links.ends, links.length_mm)
    turns = turns_of(links)
    half_mm, radius_mm = links.length_mm // 2, round(radius_m * 1000)

    def work(part: slice) -> tuple[Int64Array, Float64Array]:
        found: tuple[Int64Array, Float64Array] = _depths(
            streets, turns, ends, half_mm, radius_mm, part.start, part.stop
        )
        return found

    counts, choice = [np.zeros((0, 2), np.int64)], np.zeros(count)
    for some_counts, some_choice in in_parts(work, count):
        counts.append(some_counts)
        choice += some_choice
    table = np.concatenate(counts)
    # Each pair is met from both its ends.
    return Depth(table[:, 0].copy(), table[:, 1] / RIGHT_ANGLE_MDEG, choice / 2)
