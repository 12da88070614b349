"""Times to a facility brought up to date where a way got shorter or was lost, compiled.

A facility keeps its times as they are until something says otherwise (after Ramalingam and Reps,
1996). A time is looked up in the rows of the surface when a search first meets its node, so that
the cost follows the change and not the network.
"""

from __future__ import annotations

import numba
import numpy as np

from spatial.network.search import push, sink
from spatial.surface.reach import grown
from spatial.units import UNREACHABLE_MS

_NEVER = int(UNREACHABLE_MS)
_NODE_BITS = 32
_NODE_MASK = (1 << _NODE_BITS) - 1


@numba.njit(cache=True, nogil=True, inline="always")
def _meet(node, facility, stamp, rows, desk, met):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Look a node's time up when it is met first; give how many nodes were met."""
    seen, before, times, order = desk[0], desk[1], desk[2], desk[3]
    if seen[node] == stamp:
        return met
    time = np.int32(_NEVER)
    if node < len(rows[0]) - 1:
        low, high = rows[0][node], rows[0][node + 1]
        while low < high:
            middle = (low + high) >> 1
            if rows[1][middle] < facility:
                low = middle + 1
            else:
                high = middle
        if low < rows[0][node + 1] and rows[1][low] == facility:
            time = rows[2][low]
    seen[node] = stamp
    before[node] = time
    times[node] = time
    order[met] = node
    return met + 1


@numba.njit(cache=True, nogil=True)
def _forget_behind(incoming, outgoing, shut, facility, stamp, rows, desk, met):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, C901, PLR0913, PLR0917
    """Take the times of nodes with a shortest way over a closed arc; give them what is left.

    Returns how many nodes were met and how many keys are on the heap.
    """
    before, times, heap, lost, behind = desk[1], desk[2], desk[4], desk[5], desk[6]
    count = 0
    for k in range(len(shut[0])):
        tail, head = shut[0][k], shut[1][k]
        met = _meet(tail, facility, stamp, rows, desk, met)
        met = _meet(head, facility, stamp, rows, desk, met)
        if (
            lost[tail] != stamp
            and before[head] < _NEVER
            and before[tail] < _NEVER
            and np.int64(before[head]) + shut[2][k] == before[tail]
        ):
            lost[tail] = stamp
            behind[count] = tail
            count += 1
    done = 0
    while done < count:
        node = behind[done]
        done += 1
        for arc in range(incoming.indptr[node], incoming.indptr[node + 1]):
            tail = incoming.heads[arc]
            met = _meet(tail, facility, stamp, rows, desk, met)
            if (
                lost[tail] != stamp
                and before[tail] < _NEVER
                and np.int64(before[node]) + incoming.times_ms[arc] == before[tail]
            ):
                lost[tail] = stamp
                behind[count] = tail
                count += 1
    size = 0
    for k in range(count):
        times[behind[k]] = _NEVER
    for k in range(count):
        node = behind[k]
        best = np.int64(_NEVER)
        for arc in range(outgoing.indptr[node], outgoing.indptr[node + 1]):
            if outgoing.closed[outgoing.pieces[arc]]:
                continue
            head = outgoing.heads[arc]
            met = _meet(head, facility, stamp, rows, desk, met)
            if lost[head] != stamp and times[head] < _NEVER:
                best = min(best, np.int64(times[head]) + outgoing.times_ms[arc])
        if best < before[node] or best < _NEVER:
            times[node] = best
            push(heap, size, (best << _NODE_BITS) | np.int64(node))
            size += 1
    return met, size


@numba.njit(cache=True, nogil=True)
def _settle_on(incoming, limit_ms, facility, stamp, rows, desk, met, size):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, C901, PLR0913, PLR0917
    """Carry shorter times on against the arcs; give how many nodes were met."""
    times, heap = desk[2], desk[4]
    base_count = len(incoming.indptr) - 1
    any_closed = len(incoming.closed) > 0
    any_extra = len(incoming.extra_row) > 0
    while size > 0:
        top = heap[0]
        sink(heap, size)
        size -= 1
        node = top & _NODE_MASK
        now = top >> _NODE_BITS
        if now > times[node]:
            continue
        if now > limit_ms:
            times[node] = _NEVER
            continue
        if node < base_count:
            for arc in range(incoming.indptr[node], incoming.indptr[node + 1]):
                if any_closed and incoming.closed[incoming.pieces[arc]]:
                    continue
                then = now + incoming.times_ms[arc]
                tail = incoming.heads[arc]
                if then <= limit_ms:
                    met = _meet(tail, facility, stamp, rows, desk, met)
                    if then < times[tail]:
                        times[tail] = then
                        push(heap, size, (then << _NODE_BITS) | np.int64(tail))
                        size += 1
        if any_extra and incoming.extra_row[node] >= 0:
            row = incoming.extra_row[node]
            for arc in range(incoming.extra_indptr[row], incoming.extra_indptr[row + 1]):
                then = now + incoming.extra_times_ms[arc]
                tail = incoming.extra_heads[arc]
                if then <= limit_ms:
                    met = _meet(tail, facility, stamp, rows, desk, met)
                    if then < times[tail]:
                        times[tail] = then
                        push(heap, size, (then << _NODE_BITS) | np.int64(tail))
                        size += 1
    return met


@numba.njit(cache=True, nogil=True)
def _start_anew(seeds, overlay, limit_ms, facility, stamp, rows, desk, met, size):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Let doors and drawn arcs shorten the times at their ends."""
    times, heap = desk[2], desk[4]
    for k in range(seeds[0][facility], seeds[0][facility + 1]):
        node, time = seeds[1][k], seeds[2][k]
        met = _meet(node, facility, stamp, rows, desk, met)
        if time <= limit_ms and time < times[node]:
            times[node] = time
            push(heap, size, (np.int64(time) << _NODE_BITS) | np.int64(node))
            size += 1
    for k in range(len(overlay[0])):
        tail, head = overlay[0][k], overlay[1][k]
        met = _meet(tail, facility, stamp, rows, desk, met)
        met = _meet(head, facility, stamp, rows, desk, met)
        if times[head] < _NEVER:
            then = np.int64(times[head]) + overlay[2][k]
            if then <= limit_ms and then < times[tail]:
                times[tail] = then
                push(heap, size, (then << _NODE_BITS) | np.int64(tail))
                size += 1
    return met, size


@numba.njit(cache=True, nogil=True)
def follow(incoming, outgoing, node_count, shut, overlay, seeds, rows, facilities, limit_ms):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201, PLR0913, PLR0917
    """Bring the times to some facilities up to date; give the base nodes whose time changed."""
    base_count = len(rows[0]) - 1
    pushes = len(incoming.heads) + 2 * len(overlay[0]) + node_count + len(seeds[1]) + 1
    desk = (
        np.zeros(node_count, np.int32),
        np.empty(node_count, np.int32),
        np.empty(node_count, np.int32),
        np.empty(node_count, np.int32),
        np.empty(pushes, np.int64),
        np.zeros(node_count, np.int32),
        np.empty(node_count, np.int32),
    )
    begins = np.zeros(len(facilities) + 1, np.int64)
    nodes, times = np.empty(1024, np.int32), np.empty(1024, np.int32)
    count = 0
    for k in range(len(facilities)):
        facility, stamp = facilities[k], k + 1
        met, size = 0, 0
        if len(shut[0]) > 0:
            met, size = _forget_behind(incoming, outgoing, shut, facility, stamp, rows, desk, met)
        met, size = _start_anew(seeds, overlay, limit_ms, facility, stamp, rows, desk, met, size)
        met = _settle_on(incoming, limit_ms, facility, stamp, rows, desk, met, size)
        nodes, times = grown(nodes, count, met), grown(times, count, met)
        for place in range(met):
            node = desk[3][place]
            if node < base_count and desk[2][node] != desk[1][node]:
                nodes[count] = node
                times[count] = desk[2][node]
                count += 1
        begins[k + 1] = count
    return begins, nodes[:count], times[:count]
