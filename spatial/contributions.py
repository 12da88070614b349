"""What each feature of a drawing contributes, alone and among the others.

Two measures of each value: what is lost when the feature alone is left out of the whole, and its
exact share over all orders of adding the features (Shapley 1953). The latter asks for every part
of the drawing, so it is given for ten features at most.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from threading import Lock
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from spatial.cooperation import Pair, left_out, pairs, shapley
from spatial.drawing import resolve_drawing
from spatial.errors import InvalidRequest
from spatial.network.model import STREET_MODES, Mode
from spatial.subsets import (
    Parts,
    find_meetings,
    ground_times,
    nearest_times,
    subsets,
    take_apart,
)
from spatial.summaries import PARTS_OF_A_RESIDENT, weighted_lower_medians, whole_parts
from spatial.units import MS_PER_MINUTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spatial.city import City
    from spatial.interventions.base import Intervention, Issue, Join
    from spatial.subsets import Nearest
    from spatial.tables import Area
    from spatial.units import Int32Array, Int64Array

MOST_SHARED: Final = 10
"""With more features than these their exact shares would take too long."""
MOST_FEATURES: Final = 60
LONGEST_MS: Final = 60 * MS_PER_MINUTE
"""In saved time what cannot be reached within an hour counts as an hour away."""
_LARGEST: Final = int(np.iinfo(np.int64).max)
_SAVED_UNIT: Final = PARTS_OF_A_RESIDENT * MS_PER_MINUTE

Progress = Callable[[int, int], bool]
"""Told how many searches are done of how many; answers whether to go on."""
ValueId = Literal["saved_time", "travel_time_nearest"]
Key = tuple[ValueId, Mode, str | None]


class Stopped(Exception):  # noqa: N818 - asked for, not an error
    """The caller's progress said not to go on."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One value shared out among the features.

    Parameters
    ----------
    id : "saved_time" or "travel_time_nearest"
        Minutes saved by those who live in the area today, times how many they are; the area's
        median time, in milliseconds, as the indicator of that name gives it.
    category : str or None
        None for all categories together.
    baseline, proposal, total : Fraction or None
        None where half of the residents reach nothing of the kind.
    left_out : tuple of Fraction, or None
        Where some part of the drawing has no value.
    shapley : tuple of Fraction, or None
        Sums exactly to the total. None also with more than ten features.
    """

    id: ValueId
    mode: Mode
    category: str | None
    baseline: Fraction | None
    proposal: Fraction | None
    total: Fraction | None
    left_out: tuple[Fraction, ...] | None
    shapley: tuple[Fraction, ...] | None


@dataclass(frozen=True, slots=True)
class Contributions:
    """The answer; empty where an issue is an error.

    Parameters
    ----------
    features : tuple of str
        Ids; every tuple of a contribution is in this order.
    pairs : tuple of (Mode, Pair)
        Pairs that do not simply add up in saved time over all categories, `one` and `two` counted
        in `features`, whole millionths of a resident times milliseconds. Empty with more than ten.
    exact : bool
        Whether Shapley's shares are given.
    """

    issues: tuple[Issue, ...]
    joins: tuple[Join, ...]
    features: tuple[str, ...] = ()
    values: tuple[Contribution, ...] = ()
    pairs: tuple[tuple[Mode, Pair], ...] = ()
    exact: bool = False

    @property
    def ok(self) -> bool:
        """Whether nothing stopped the question."""
        return all(issue.severity != "error" for issue in self.issues)


def contributions(
    city: City,
    area: Area,
    interventions: Sequence[Intervention],
    modes: Sequence[Mode] = STREET_MODES,
    progress: Progress | None = None,
) -> Contributions:
    """Share out what a drawing does among its features; their order does not matter.

    Raises
    ------
    InvalidRequest
        More features than can be asked about at once.
    Stopped
        Where `progress` says not to go on.
    """
    if len(interventions) > MOST_FEATURES:
        raise InvalidRequest(
            (f"{len(interventions)} features are drawn; at most {MOST_FEATURES} can be shared out",)
        )
    drawing = resolve_drawing(city, interventions)
    if not drawing.ok:
        return Contributions(drawing.issues, drawing.joins)
    parts = take_apart(city, area, interventions)
    count = len(parts.features)
    exact = count <= MOST_SHARED
    whole = parts.everything
    asked = subsets(whole) if exact else [0, whole, *(whole & ~(1 << bit) for bit in range(count))]
    tables = _tables(parts, modes, asked, progress)
    keys = tables[0].keys()
    return Contributions(
        drawing.issues,
        drawing.joins,
        parts.features,
        tuple(_contribution(key, tables, count, exact) for key in keys),
        tuple(_pairs(tables, modes, count)) if exact else (),
        exact,
    )


Table = dict[Key, int | None]


def _tables(
    parts: Parts, modes: Sequence[Mode], asked: Sequence[int], progress: Progress | None
) -> dict[int, Table]:
    """Give every value of every part that is asked for."""
    searched = _search_all(parts, modes, asked, progress)
    today = whole_parts(parts.residents(0)) * parts.base_homes
    columns = [(mode, category) for mode in modes for category in parts.by_category]

    def times(present: int) -> Int32Array:
        found = searched[present & parts.in_network]
        return np.stack(
            [found[mode, name, present & parts.by_category[name]] for mode, name in columns],
            axis=1,
        )

    before = np.minimum(times(0), LONGEST_MS).astype(np.int64)
    result: dict[int, Table] = {}
    for present in asked:
        after = times(present)
        saved = _saved(before, after, today)
        weights = whole_parts(parts.residents(present))
        lived_in = weights > 0
        medians = weighted_lower_medians(after[lived_in], weights[lived_in])
        result[present] = dict(_values(columns, saved, medians))
    return result


def _saved(before: Int64Array, after: Int32Array, weights: Int64Array) -> list[int]:
    """Sum the time saved over the homes that stand today, in whole numbers."""
    gain = before - np.minimum(after, LONGEST_MS)
    if LONGEST_MS * int(weights.sum()) <= _LARGEST:
        sums: list[int] = (weights @ gain).tolist()
        return sums
    # More people than 64 bits hold: in Python's unbounded whole numbers.
    return [sum(map(int.__mul__, column, weights.tolist())) for column in gain.T.tolist()]


def _values(
    columns: Sequence[tuple[Mode, str]], saved: Sequence[int], medians: Sequence[int | None]
) -> Iterator[tuple[Key, int | None]]:
    for mode in dict.fromkeys(mode for mode, _ in columns):
        total = sum(gain for (way, _), gain in zip(columns, saved, strict=True) if way is mode)
        yield ("saved_time", mode, None), total
    for (mode, category), gain, median in zip(columns, saved, medians, strict=True):
        yield ("saved_time", mode, category), gain
        yield ("travel_time_nearest", mode, category), median


def _search_all(
    parts: Parts, modes: Sequence[Mode], asked: Sequence[int], progress: Progress | None
) -> dict[int, Nearest]:
    """Search each network once, for all the sets of facilities that are asked for on it."""
    wanted: dict[int, dict[str, list[int]]] = {}
    for present in asked:
        states = wanted.setdefault(present & parts.in_network, {})
        for category, touching in parts.by_category.items():
            found = states.setdefault(category, [])
            if present & touching not in found:
                found.append(present & touching)
    changes = {network & parts.in_changes for network in wanted}
    meetings = {changing: find_meetings(parts, changing) for changing in changes}
    counter = _Counter(len(wanted), progress)

    def ground(taking: int) -> Nearest:
        counter.check()
        here = meetings[taking & parts.in_changes]
        return ground_times(parts, here, modes, taking, _states_over(parts, taking, wanted))

    def search(network: int) -> Nearest:
        counter.check()
        here = meetings[network & parts.in_changes]
        below = grounds.get(network & parts.in_taking)
        found = nearest_times(parts, here, modes, network, wanted[network], below)
        counter.step()
        return found

    shared = [taking for taking, count in _over_each(parts, wanted).items() if count > 1]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        grounds = dict(zip(shared, pool.map(ground, shared), strict=True))
        return dict(zip(wanted, pool.map(search, wanted), strict=True))


def _over_each(parts: Parts, networks: Iterable[int]) -> Counter[int]:
    """Count the networks that differ only by added ways, by what they have besides."""
    return Counter(network & parts.in_taking for network in networks)


def _states_over(
    parts: Parts, taking: int, wanted: Mapping[int, Mapping[str, Sequence[int]]]
) -> dict[str, list[int]]:
    """Give every state asked for on a network that adds ways to some that take."""
    states: dict[str, dict[int, None]] = {}
    for network, asked in wanted.items():
        if network & parts.in_taking == taking:
            for category, present in asked.items():
                states.setdefault(category, {}).update(dict.fromkeys(present))
    return {category: list(present) for category, present in states.items()}


class _Counter:
    """Tells how far the searches are, one thread at a time, and remembers a wish to stop."""

    __slots__ = ("_done", "_lock", "_progress", "_stopped", "_total")

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._lock = Lock()
        self._done = 0
        self._total = total
        self._progress = progress
        self._stopped = False

    def check(self) -> None:
        """Stop where that is wished."""
        if self._stopped:
            raise Stopped

    def step(self) -> None:
        """Count one more search."""
        with self._lock:
            self._done += 1
            if self._progress is not None and not self._progress(self._done, self._total):
                self._stopped = True
        self.check()


def _contribution(key: Key, tables: dict[int, Table], count: int, exact: bool) -> Contribution:
    whole = (1 << count) - 1
    unit = _SAVED_UNIT if key[0] == "saved_time" else 1
    present = {part: table[key] for part, table in tables.items()}
    known = {part: value for part, value in present.items() if value is not None}
    baseline, proposal = (_scaled(present[part], unit) for part in (0, whole))
    complete = len(known) == len(present)
    lost = left_out(known, count) if complete else None
    shares = None
    if complete and exact:
        shares = shapley([known[part] for part in range(whole + 1)], count)
    return Contribution(
        *key,
        baseline,
        proposal,
        None if baseline is None or proposal is None else proposal - baseline,
        None if lost is None else tuple(Fraction(share, unit) for share in lost),
        None if shares is None else tuple(share / unit for share in shares),
    )


def _scaled(value: int | None, unit: int) -> Fraction | None:
    return None if value is None else Fraction(value, unit)


def _pairs(
    tables: dict[int, Table], modes: Sequence[Mode], count: int
) -> Iterator[tuple[Mode, Pair]]:
    for mode in modes:
        saved = {part: table["saved_time", mode, None] or 0 for part, table in tables.items()}
        for pair in pairs(saved, count):
            yield mode, pair
