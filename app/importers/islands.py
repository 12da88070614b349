"""Parts of a network that nobody reaches on foot from the rest of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from app.importers.reading import ReadingNote
from spatial.crs import to_geographic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.importers.faults import LonLat
    from app.importers.geo_rows import StreetRow

TOLD_AT_MOST = 20


def island_notes(streets: Sequence[StreetRow]) -> list[ReadingNote]:
    """Tell how much of the length on foot hangs together, and each of the largest islands.

    The first note says the share of the largest part; those after it name an island each, the
    longest first, with its length and a place in it.
    """
    walked = [street for street in streets if street.walk]
    if not walked:
        return []
    graph = nx.MultiGraph()
    for row, street in enumerate(walked):
        graph.add_edge(street.from_node, street.to_node, row=row)
    parts = [
        [walked[row] for *_, row in graph.subgraph(nodes).edges(data="row")]
        for nodes in nx.connected_components(graph)
    ]
    parts.sort(key=lambda part: (-_length_m(part), min(street.id for street in part)))
    total_m = _length_m(walked)
    share = _length_m(parts[0]) / total_m
    notes = [
        ReadingNote(
            "largest-part",
            len(parts),
            None,
            {"share_percent": round(100 * share, 1), "length_km": round(total_m / 1000, 1)},
        )
    ]
    notes += [_island(part) for part in parts[1 : 1 + TOLD_AT_MOST]]
    return notes


def _island(part: Sequence[StreetRow]) -> ReadingNote:
    names = sorted({street.name for street in part if street.name is not None})
    return ReadingNote(
        "island",
        len(part),
        _middle(part),
        {"length_m": round(_length_m(part)), "name": names[0] if names else ""},
    )


def _length_m(streets: Iterable[StreetRow]) -> float:
    return float(sum(street.geometry.length for street in streets))


def _middle(part: Sequence[StreetRow]) -> LonLat:
    longest = max(part, key=lambda street: (street.geometry.length, -street.id))
    point = to_geographic(longest.geometry.interpolate(0.5, normalized=True))
    return (round(point.x, 6), round(point.y, 6))
