"""The boundary for a map: where each way leads in, and the stretches between ways that follow.

Read off the very rings that the indicators count, so that no mark and no stretch can differ from
their numbers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import shapely
from shapely.geometry import LineString
from shapely.ops import substring

from spatial.boundary import boundary_rings, gaps_m, ways_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.boundary import Ring
    from spatial.comparison import Comparison
    from spatial.network.model import Mode

WayState = Literal["kept", "new", "closed"]


@dataclass(frozen=True, slots=True)
class WayIn:
    """A place where a way leads across.

    Parameters
    ----------
    at_m : float
        Along the ring.
    state : "kept", "new" or "closed"
        In both situations, only with the drawing, or only without it.
    """

    at_m: float
    x: float
    y: float
    state: WayState


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of boundary between two ways in that follow each other."""

    start_m: float
    length_m: float
    line: LineString


@dataclass(frozen=True, slots=True)
class RingDetail:
    """One closed line of the boundary.

    Parameters
    ----------
    ways : tuple of WayIn
        In order along the line, the closed ones among them.
    before, after : tuple of Gap
        Together as long as the ring, each.
    """

    length_m: float
    ways: tuple[WayIn, ...]
    before: tuple[Gap, ...]
    after: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class BoundaryDetail:
    """The boundary for one mode.

    Parameters
    ----------
    entrances_before, entrances_after : int
        Ways in where those within 10 m of each other are one, as the indicator counts them.
    """

    mode: Mode
    entrances_before: int
    entrances_after: int
    rings: tuple[RingDetail, ...]


def boundary_detail(comparison: Comparison) -> tuple[BoundaryDetail, ...]:
    """Give ways in and stretches without, before and after, for each mode asked about."""
    lines = boundary_rings(comparison.area)
    return tuple(_of_mode(comparison, mode, lines) for mode in comparison.modes)


def _of_mode(comparison: Comparison, mode: Mode, lines: list[LineString]) -> BoundaryDetail:
    before, after = comparison.baseline.rings[mode], comparison.proposal.rings[mode]
    return BoundaryDetail(
        mode,
        sum(ways_in(ring) for ring in before),
        sum(ways_in(ring) for ring in after),
        tuple(
            RingDetail(
                one.length_m,
                tuple(_ways(line, one, two)),
                tuple(_gaps(line, one)),
                tuple(_gaps(line, two)),
            )
            for line, one, two in zip(lines, before, after, strict=True)
        ),
    )


def _ways(line: LineString, before: Ring, after: Ring) -> Iterator[WayIn]:
    """Tell the ways apart by their place: one that stays is found at the same to the last bit."""
    one, two = Counter(before.ways_m), Counter(after.ways_m)
    states: tuple[tuple[WayState, Counter[float]], ...] = (
        ("kept", one & two),
        ("new", two - one),
        ("closed", one - two),
    )
    found = [(at_m, state) for state, places in states for at_m in places.elements()]
    for at_m, state in sorted(found):
        point = shapely.line_interpolate_point(line, at_m)
        yield WayIn(at_m, point.x, point.y, state)


def _gaps(line: LineString, ring: Ring) -> Iterator[Gap]:
    starts = ring.ways_m or (0.0,)
    for start_m, length_m in zip(starts, gaps_m(ring), strict=True):
        yield Gap(start_m, length_m, _around(line, start_m, length_m))


def _around(line: LineString, start_m: float, length_m: float) -> LineString:
    """Cut a stretch out of a closed line, past its end and on from its start where need be."""
    end_m = start_m + length_m
    if end_m <= line.length:
        parts = [substring(line, start_m, end_m)]
    else:
        parts = [substring(line, start_m, line.length), substring(line, 0.0, end_m - line.length)]
    places = [place for part in parts for place in part.coords]
    # Two ways in at one place have a stretch of no length between them.
    return LineString(places if len(places) > 1 else places * 2)
