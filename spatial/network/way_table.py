"""What is known of every way of a situation: base pieces first, then what is laid over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from spatial.lenses import Lens, WayFacts
from spatial.network.changing import facts_after
from spatial.tables import BRIDGE, TUNNEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spatial.city import City
    from spatial.network.edits import Edits
    from spatial.network.patch import OverlayPiece, Patch
    from spatial.units import BoolArray, Int64Array

Changes = dict[int, list[tuple[int, int, "Mapping[str, object]"]]]
"""For each street row: from where to where, and what is changed there."""


@dataclass(frozen=True, slots=True)
class WayTable:
    """Lengths and light of ways, in tenths of a millimetre, and how they pass what they cross.

    Parameters
    ----------
    length_ticks, lit_ticks, unlit_ticks : int64 arrays, shape (ways,)
        Nobody knows about the rest.
    tunnel : bool array
    told_as_bridge : bool array
        Bridges of the base, which may pass under as well as over.
    """

    length_ticks: Int64Array
    lit_ticks: Int64Array
    unlit_ticks: Int64Array
    tunnel: BoolArray
    told_as_bridge: BoolArray


def changes_of(edits: Edits) -> Changes:
    """Sort changes by street; where several lie over each other they do not disagree."""
    by_street: Changes = {}
    for change in edits.changes:
        for part in change.stretches:
            span = (part.start_ticks, part.end_ticks, change.attributes)
            by_street.setdefault(part.street, []).append(span)
    return by_street


def facts_along(
    city: City, changes: Changes, street: int, start_ticks: int, end_ticks: int
) -> Iterator[tuple[int, WayFacts]]:
    """Give what is known of a stretch of street, part by part with the length of each."""
    spans, base = changes.get(street, []), Lens.facts_of(city.streets, street)
    marks = {place for low, high, _ in spans for place in (low, high)}
    cuts = sorted({start_ticks, end_ticks, *(m for m in marks if start_ticks < m < end_ticks)})
    for low, high in zip(cuts[:-1] or cuts, cuts[1:] or cuts, strict=True):
        facts = base
        for begin, end, attributes in spans:
            if begin <= low and high <= end:
                facts = facts_after(facts, attributes)
        yield high - low, facts


def base_ways(city: City) -> WayTable:
    """Give the table of the base alone, put together once."""
    return city.remember("way table", lambda: _base_ways(city))


def _base_ways(city: City) -> WayTable:
    pieces, streets = city.network.pieces, city.streets
    length = pieces.end_ticks - pieces.start_ticks
    lit = np.array([value is True for value in streets.lit], np.bool_)[pieces.street]
    unlit = np.array([value is False for value in streets.lit], np.bool_)[pieces.street]
    grade = streets.grade[pieces.street]
    return WayTable(length, length * lit, length * unlit, grade == TUNNEL, grade == BRIDGE)


def ways_with(city: City, patch: Patch) -> WayTable:
    """Give the table with a drawing: the base as it is changed, then every overlay piece."""
    base, pieces, changes = base_ways(city), city.network.pieces, changes_of(patch.edits)
    lit, unlit = base.lit_ticks.copy(), base.unlit_ticks.copy()
    for street in sorted(changes):
        for row in range(int(pieces.first[street]), int(pieces.first[street + 1])):
            ends = int(pieces.start_ticks[row]), int(pieces.end_ticks[row])
            lit[row], unlit[row] = _light(facts_along(city, changes, street, *ends))
    laid = [_laid(city, patch, changes, piece) for piece in patch.pieces]
    more = np.array(laid, np.int64).reshape(-1, 5)
    return WayTable(
        np.concatenate((base.length_ticks, more[:, 0])),
        np.concatenate((lit, more[:, 1])),
        np.concatenate((unlit, more[:, 2])),
        np.concatenate((base.tunnel, more[:, 3].astype(np.bool_))),
        np.concatenate((base.told_as_bridge, more[:, 4].astype(np.bool_))),
    )


def _laid(
    city: City, patch: Patch, changes: Changes, piece: OverlayPiece
) -> tuple[int, int, int, bool, bool]:
    length = piece.end_ticks - piece.start_ticks
    if piece.kind == "half":
        street = int(city.network.pieces.street[piece.owner])
        grade = int(city.streets.grade[street])
        facts = facts_along(city, changes, street, piece.start_ticks, piece.end_ticks)
        return length, *_light(facts), grade == TUNNEL, grade == BRIDGE
    drawn = patch.edits.lines[piece.owner]
    light = _light(iter([(length, drawn.facts)]))
    return length, *light, piece.kind == "drawn" and drawn.grade == TUNNEL, False


def _light(parts: Iterator[tuple[int, WayFacts]]) -> tuple[int, int]:
    lit = unlit = 0
    for length, facts in parts:
        lit += length if facts.lit is True else 0
        unlit += length if facts.lit is False else 0
    return lit, unlit
