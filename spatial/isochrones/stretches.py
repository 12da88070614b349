"""The reached stretches of streets, cut exactly where the time runs out.

A place is a point on a street or drawn line that the mode may use. Its time is that of the
quickest way along the network, cut to the millisecond as any street is cut where a point attaches.
On a closed street it is the way to a door there, for that stays open: nobody passes, but one may
arrive. Between the ends of a stretch the time runs evenly (but for the wait at a crossing), so that
a stretch reached from both its ends is given as two that meet where the ways are equally long.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from spatial.geometry import stretch
from spatial.isochrones.reach import (
    NEVER_MS,
    Reach,
    halves,
    in_halves,
    position_clock,
    search,
)
from spatial.network.kept_doors import graphs_to_closed_doors
from spatial.network.patch import half_clock, line_time, piece_geometry
from spatial.units import ticks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from shapely.geometry import LineString

    from spatial.ground import Direction, Ground
    from spatial.network.patch import OverlayPiece
    from spatial.units import BoolArray

Owner = tuple[Literal["street", "drawn", "stub"], int]
"""A row of the street table, a drawn line, or an overlay piece that ties one to the network."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a street or a drawn line within a time.

    Parameters
    ----------
    owner : Owner
    within_ms : int
        The least of the asked limits that holds all of it.
    start_ticks, end_ticks : int
        Where on the street or line, in tenths of a millimetre.
    start_ms, end_ms : int
        The time of the places at its two ends, just inside: a one-way street that begins where
        another way leaves is reached another way than its first place.
    closed : bool
        Whether the street is closed here, so that only doors on it are reached.
    """

    owner: Owner
    within_ms: int
    start_ticks: int
    end_ticks: int
    start_ms: int
    end_ms: int
    closed: bool = False


def reached_stretches(
    ground: Ground, point: int, direction: Direction, limits_ms: Sequence[int]
) -> tuple[Stretch, ...]:
    """Find the stretches within some times, each given once, with the least time that holds it.

    Everything within a limit is what has that limit or a smaller one: rings nest by construction.
    """
    limits = sorted(limits_ms)
    reach = search(ground, point, direction, limits[-1])
    closed, halved = ground.closings.base, in_halves(ground)
    ways = ground.city, ground.patch, ground.mode, ground.ways
    doors = graphs_to_closed_doors(*ways)
    taken = np.zeros(len(closed), np.bool_)
    for _, here in doors:
        taken |= here
    found = [
        *_on_base(reach, limits, ~closed & ~halved),
        *_on_overlay(reach, limits, _open_pieces(ground, taken)),
    ]
    for graph, here in doors:
        inner = search(ground, point, direction, limits[-1], graph)
        found += [
            replace(part, closed=True)
            for part in (
                *_on_base(inner, limits, here & ~halved),
                *_on_overlay(inner, limits, _halves_of(ground, here)),
            )
        ]
    found.sort(key=lambda part: (part.owner, part.within_ms, part.start_ticks, part.end_ticks))
    return tuple(_run_together(found))


def _open_pieces(ground: Ground, taken: BoolArray) -> list[int]:
    """Give the overlay's open pieces but the halves of those that a closure takes."""
    pieces, shut = ground.patch.pieces, ground.closings.overlay
    rows = [row for row, piece in enumerate(pieces) if piece.kind != "half"]
    rows += [row for row in halves(ground) if not taken[pieces[row].owner]]
    return [row for row in sorted(rows) if not shut[row]]


def _halves_of(ground: Ground, base: BoolArray) -> list[int]:
    """Give the overlay's halves of some base pieces."""
    return [row for row in halves(ground) if base[ground.patch.pieces[row].owner]]


def stretch_line(ground: Ground, part: Stretch) -> LineString:
    """Draw a stretch in its street's or its drawn line's own direction."""
    kind, row = part.owner
    if kind == "stub":
        line = piece_geometry(ground.city, ground.patch, ground.patch.pieces[row])
    elif kind == "drawn":
        line = ground.patch.edits.lines[row].line
    else:
        line = ground.city.streets.geometry[row]
    return stretch(line, part.start_ticks, part.end_ticks)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece as its places see it.

    Parameters
    ----------
    tail_ms, head_ms : int
        Time at its ends, `NEVER_MS` where places inside are not reached over that end.
    elapsed : callable
        The time from the start of the piece to a position.
    """

    owner: Owner
    start: int
    end: int
    tail_ms: int
    head_ms: int
    elapsed: Callable[[int], int]


def _cut(piece: _Piece, limits: Sequence[int]) -> Iterator[Stretch]:
    """Cut a piece where each limit runs out, from either end."""
    start, end, elapsed = piece.start, piece.end, piece.elapsed
    whole = elapsed(end)
    span = range(start, end + 1)

    def last_within(time_ms: int) -> int:
        """Give the last position at most this long after the start; before it if there is none."""
        return start - 1 + bisect_right(span, time_ms, key=elapsed)

    def first_within(time_ms: int) -> int:
        """Give the first position at most this long before the end; beyond it if there is none."""
        return start + bisect_left(span, whole - time_ms, key=elapsed)

    def part(limit: int, one: int, two: int) -> Stretch:
        first, last = (
            min(piece.tail_ms + elapsed(at), piece.head_ms + whole - elapsed(at))
            for at in (one, two)
        )
        return Stretch(piece.owner, limit, one, two, first, last)

    # Up to here the way over the tail is no longer than the one over the head.
    meeting = min(max(last_within((piece.head_ms + whole - piece.tail_ms) // 2), start), end)
    reached_up_to, reached_from = start, end
    for limit in limits:
        ahead = min(last_within(limit - piece.tail_ms), meeting)
        if ahead > reached_up_to:
            yield part(limit, reached_up_to, ahead)
            reached_up_to = ahead
        back = max(first_within(limit - piece.head_ms), meeting)
        if back < reached_from:
            yield part(limit, back, reached_from)
            reached_from = back


def _on_base(reach: Reach, limits: Sequence[int], chosen: BoolArray) -> Iterator[Stretch]:
    pieces = reach.ground.city.network.pieces
    times = reach.node_times_ms
    tail_ms = np.where(reach.by_tail, times[pieces.tail], NEVER_MS)
    head_ms = np.where(reach.by_head, times[pieces.head], NEVER_MS)
    touched = (np.minimum(tail_ms, head_ms) <= limits[-1]) & chosen
    touched &= pieces.end_ticks > pieces.start_ticks
    length = reach.end_ms - reach.start_ms
    # Most pieces lie within one ring and are passed in one direction: no need to cut them.
    far = np.maximum(np.minimum(tail_ms, head_ms + length), np.minimum(head_ms, tail_ms + length))
    ring = np.searchsorted(limits, [np.minimum(tail_ms, head_ms), far])
    onward = (head_ms >= tail_ms + length) | (tail_ms >= head_ms + length)
    for row in np.flatnonzero(touched).tolist():
        owner: Owner = ("street", int(pieces.street[row]))
        start, end = int(pieces.start_ticks[row]), int(pieces.end_ticks[row])
        before, after, whole = int(tail_ms[row]), int(head_ms[row]), int(length[row])
        if onward[row] and ring[0, row] == ring[1, row]:
            yield Stretch(
                owner,
                limits[ring[0, row]],
                start,
                end,
                min(before, after + whole),
                min(after, before + whole),
            )
        else:
            elapsed = _along_street(reach, owner[1], start, end)
            yield from _cut(_Piece(owner, start, end, before, after, elapsed), limits)


def _along_street(reach: Reach, street: int, start: int, end: int) -> Callable[[int], int]:
    """Give the time along a street from one position to those before another."""
    elapsed = position_clock(reach.ground, street)
    offset = elapsed(start, at_end=False)
    at_end = end >= reach.ground.city.length_ticks[street]
    return lambda position: elapsed(position, at_end=bool(at_end and position == end)) - offset


def _on_overlay(reach: Reach, limits: Sequence[int], rows: Sequence[int]) -> Iterator[Stretch]:
    ground = reach.ground
    for row in rows:
        piece = ground.patch.pieces[row]
        ahead, back = piece.times[ground.mode]
        by_tail, by_head = (ahead, back) if reach.direction == "from" else (back, ahead)
        tail_ms = int(reach.node_times_ms[piece.tail]) if by_tail >= 0 else NEVER_MS
        head_ms = int(reach.node_times_ms[piece.head]) if by_head >= 0 else NEVER_MS
        if min(tail_ms, head_ms) > limits[-1]:
            continue
        owner, start, end, elapsed = _overlay_course(ground, row, piece)
        if end > start:
            yield from _cut(_Piece(owner, start, end, tail_ms, head_ms, elapsed), limits)


def _overlay_course(
    ground: Ground, row: int, piece: OverlayPiece
) -> tuple[Owner, int, int, Callable[[int], int]]:
    """Give an overlay piece's owner, its positions there, and the time from its start."""
    city, mode, start, end = ground.city, ground.mode, piece.start_ticks, piece.end_ticks
    if piece.kind == "half":
        street = int(city.network.pieces.street[piece.owner])
        along = half_clock(city, ground.patch, piece, mode)
        return ("street", street), start, end, along
    if piece.kind == "drawn":
        drawn = ground.patch.edits.lines[piece.owner]
        return (
            ("drawn", piece.owner),
            start,
            end,
            # At its very start a piece has taken no time yet, whatever a line waits there.
            lambda position: (
                line_time(drawn, start, position, mode, city.lens) if position > start else 0
            ),
        )
    length = ticks(piece_geometry(city, ground.patch, piece).length)
    whole = max(piece.times[mode])
    return ("stub", row), 0, length, lambda position: whole * position // max(length, 1)


def _run_together(found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Join stretches of one street that follow each other and run the same way."""
    present: Stretch | None = None
    for part in found:
        if present is not None and _follows(present, part):
            present = replace(present, end_ticks=part.end_ticks, end_ms=part.end_ms)
            continue
        if present is not None:
            yield present
        present = part
    if present is not None:
        yield present


def _follows(one: Stretch, two: Stretch) -> bool:
    same = (one.owner, one.within_ms, one.closed, one.end_ticks, one.end_ms) == (
        two.owner,
        two.within_ms,
        two.closed,
        two.start_ticks,
        two.start_ms,
    )
    return same and (one.end_ms > one.start_ms) == (two.end_ms > two.start_ms)
