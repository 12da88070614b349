"""Why a part of a network hangs on nothing: what lies between it and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import shapely

from app.importers.reading import ReadingNote
from app.importers.registers.components import reach_of
from spatial.crs import to_geographic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

    from app.importers.registers.components import Island
    from app.importers.registers.network import Network

Reason = Literal["barrier", "edge", "far", "grade"]
_AT_EDGE_M = 5.0


class Apart(NamedTuple):
    """An island, how far the rest is from it, and why no link was made."""

    island: Island
    gap_m: float
    reason: Reason


def why_apart(
    network: Network, barriers: Sequence[BaseGeometry], window: Polygon, gap_m: float
) -> list[Apart]:
    """Say of every island what keeps it apart.

    `barrier`: something that is not crossed at grade lies in the gap. `edge`: it leaves the window,
    and may hang together beyond it. `far`: the rest is further than a gap may be. `grade`: it only
    passes over or under the rest.
    """
    rest = shapely.STRtree(network.walked)
    wall = shapely.union_all(list(barriers))
    shapely.prepare(wall)
    return [_apart(island, rest, wall, window, gap_m) for island in network.islands]


def _apart(
    island: Island, rest: shapely.STRtree, wall: BaseGeometry, window: Polygon, gap_m: float
) -> Apart:
    whole = shapely.union_all([edge.geometry for edge in island.edges])
    nearest = rest.geometries[int(rest.nearest(whole))]
    gap = shapely.shortest_line(whole, nearest)
    reason: Reason
    if not window.covers(whole.buffer(_AT_EDGE_M)):
        reason = "edge"
    elif wall.intersects(gap):
        reason = "barrier"
    elif gap.length > reach_of(island, gap_m):
        reason = "far"
    else:
        reason = "grade"
    return Apart(island, float(gap.length), reason)


def apart_notes(network: Network, found: Sequence[Apart]) -> list[ReadingNote]:
    """Name the share of the largest part and every island, the longest first."""
    largest_m = sum(edge.length_m for edge in network.edges if edge.attributes.walk)
    total_m = largest_m + sum(island.length_m for island in network.islands)
    if total_m == 0:
        return []
    told: dict[str, str | int | float] = {
        "share_percent": round(100 * largest_m / total_m, 1),
        "length_km": round(total_m / 1000, 1),
    }
    notes = [ReadingNote("largest-part", 1 + len(found), None, told)]
    return notes + [_note(one) for one in found]


def _note(one: Apart) -> ReadingNote:
    names = sorted({edge.attributes.name for edge in one.island.edges if edge.attributes.name})
    point = to_geographic(one.island.place)
    return ReadingNote(
        f"island-{one.reason}",
        len(one.island.edges),
        (round(point.x, 6), round(point.y, 6)),
        {
            "length_m": round(one.island.length_m),
            "gap_m": round(one.gap_m),
            "name": names[0] if names else "",
        },
    )
