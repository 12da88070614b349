"""Standing streets made into something else: other light, surface, steps, speed or modes.

What a stretch becomes depends on all that is drawn over it and not on the order. For each mode it
is then opened, quicker, slower, shut or as before. What is opened or quicker lies beside the street
that was there, so that it can only help; what is slower lies in its stead, with every front door
where it was; what is shut is shut as by a closure.
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from spatial.lenses import Lens, WayFacts
from spatial.network.build import directions
from spatial.network.model import STREET_MODES, Mode
from spatial.network.pace import Terms, way_terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spatial.city import City
    from spatial.network.edits import Change

WalkingFacts = ("lit", "surface", "steps", "speed_kmh")


class Passage(NamedTuple):
    """How a mode gets along a way: its pace, and whether forward and backward."""

    terms: Terms
    forward: bool
    backward: bool


@dataclass(frozen=True, slots=True)
class ChangedStretch:
    """A stretch of street that is another way for some mode.

    Parameters
    ----------
    after : dict from Mode to Passage
        What is laid over it.
    opened, slower : frozenset of Mode
        Modes that had no way here; modes whose old way goes when the new is laid.
    shut : dict from Mode to tuple of str
        Modes that lose the way, and the features that take it.
    """

    street: int
    start_ticks: int
    end_ticks: int
    after: Mapping[Mode, Passage]
    opened: frozenset[Mode]
    slower: frozenset[Mode]
    shut: Mapping[Mode, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two features that want different things of one place."""

    attribute: str
    one: str
    two: str
    values: tuple[object, object]


@dataclass(frozen=True, slots=True)
class Changed:
    """What all changes of a drawing come to."""

    stretches: tuple[ChangedStretch, ...] = ()
    conflicts: tuple[Conflict, ...] = field(default=())

    @staticmethod
    def pieces_of(city: City, way: ChangedStretch) -> range:
        """Give the base pieces that a stretch has a part of."""
        pieces = city.network.pieces
        low, high = int(pieces.first[way.street]), int(pieces.first[way.street + 1])
        first = int(np.searchsorted(pieces.end_ticks[low:high], way.start_ticks, side="right"))
        last = int(np.searchsorted(pieces.start_ticks[low:high], way.end_ticks, side="left"))
        return range(low + min(first, high - low - 1), low + max(last, first + 1))


def change_streets(city: City, changes: Sequence[Change]) -> Changed:
    """Find what the changes make of the streets, for everybody or under the city's lens."""
    stretches: list[ChangedStretch] = []
    conflicts: dict[tuple[str, str, str], Conflict] = {}
    for street, spans in sorted(_spans(changes).items()):
        for start, end, over in _parts(spans):
            for conflict in _conflicts(over):
                key = (conflict.attribute, conflict.one, conflict.two)
                conflicts.setdefault(key, conflict)
            changed = _changed(city, street, start, end, over)
            if changed is not None:
                stretches.append(changed)
    return Changed(tuple(stretches), tuple(conflicts[key] for key in sorted(conflicts)))


Span = tuple[int, int, "Change"]


def _spans(changes: Sequence[Change]) -> dict[int, list[Span]]:
    by_street: dict[int, list[Span]] = {}
    for change in sorted(changes, key=lambda change: change.feature):
        for part in change.stretches:
            by_street.setdefault(part.street, []).append((part.start_ticks, part.end_ticks, change))
    return by_street


def _parts(spans: list[Span]) -> Iterator[tuple[int, int, list[Change]]]:
    """Cut a street where the changes over it begin and end."""
    places = sorted({place for start, end, _ in spans for place in (start, end)})
    for start, end in itertools.pairwise(places):
        over = [change for low, high, change in spans if low <= start and end <= high]
        if over:
            yield start, end, over


def _conflicts(over: list[Change]) -> Iterator[Conflict]:
    for row, one in enumerate(over):
        for two in over[row + 1 :]:
            for name in sorted(set(one.attributes) & set(two.attributes)):
                values = one.attributes[name], two.attributes[name]
                if values[0] != values[1]:
                    yield Conflict(name, one.feature, two.feature, values)


def _changed(
    city: City, street: int, start: int, end: int, over: list[Change]
) -> ChangedStretch | None:
    merged = {name: value for change in over for name, value in change.attributes.items()}
    after: dict[Mode, Passage] = {}
    opened, slower, shut = set(), set(), {}
    for mode in STREET_MODES:
        old, new = _before(city, street, mode), _after(city, street, mode, merged)
        if old == new:
            continue
        if new is None:
            shut[mode] = _takers(city, street, mode, over)
            continue
        after[mode] = new
        if old is None:
            opened.add(mode)
        elif Counter(new.terms) - Counter(old.terms):
            slower.add(mode)
    if not after and not shut:
        return None
    return ChangedStretch(street, start, end, after, frozenset(opened), frozenset(slower), shut)


def _takers(city: City, street: int, mode: Mode, over: list[Change]) -> tuple[str, ...]:
    """Give the features that would each take the way alone."""
    return tuple(
        change.feature
        for change in over
        if _after(city, street, mode, dict(change.attributes)) is None
    )


def _before(city: City, street: int, mode: Mode) -> Passage | None:
    pace = city.paces[mode]
    forward, backward = (bool(way[street]) for way in directions(city.streets, mode))
    terms = pace.terms(street)
    return None if terms is None or not (forward or backward) else Passage(terms, forward, backward)


def _after(city: City, street: int, mode: Mode, attributes: Mapping[str, object]) -> Passage | None:
    forward, backward = (bool(way[street]) for way in directions(city.streets, mode))
    facts = facts_after(Lens.facts_of(city.streets, street), attributes)
    modes = attributes.get("modes")
    if isinstance(modes, frozenset):
        if mode not in modes:
            return None
        if not (forward or backward):
            forward = backward = True
    if mode is Mode.BIKE and attributes.get("steps") is True:
        # Nobody rides up steps, whatever else is asked for.
        return None
    terms = way_terms(facts, mode, city.lens)
    return None if terms is None or not (forward or backward) else Passage(terms, forward, backward)


def facts_after(facts: WayFacts, attributes: Mapping[str, object]) -> WayFacts:
    """Give what is known of a way once it is changed."""
    known = {name: attributes[name] for name in WalkingFacts if name in attributes}
    return replace(facts, **known)  # type: ignore[arg-type]
