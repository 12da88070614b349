"""Every part of a drawing, as it would be without the rest.

A line of which nothing leads to a street in a part adds nothing there, whatever it does in the
whole; a feature that removes something removes the same in every part, where it is there at all.
Ways, closings and changes decide the network; facilities and people are counted on top, so that a
network is searched once for all parts that share it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, count
from typing import TYPE_CHECKING

import numpy as np
import shapely

from spatial.comparison import homes_in
from spatial.drawing import grounded_lines, merged_edits, resolved_features
from spatial.network.changing import change_streets
from spatial.network.closing import close
from spatial.network.front_doors import drawn_doorways, place_links
from spatial.network.graph import search_graph
from spatial.network.joins import Joins, find_joins
from spatial.network.kept_doors import close_all
from spatial.network.nearest import node_times_to_nearest, times_to_nearest
from spatial.network.patch import lay
from spatial.tables import CATEGORIES
from spatial.times import some

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from spatial.city import City
    from spatial.interventions.base import Intervention
    from spatial.network.edits import Change, Edits
    from spatial.network.front_doors import Doorway
    from spatial.network.kept_doors import Closings
    from spatial.network.model import Mode
    from spatial.network.patch import Patch
    from spatial.network.search import SearchGraph
    from spatial.tables import Area
    from spatial.units import BoolArray, Float64Array, Int32Array, Int64Array

Nearest = dict[tuple["Mode", str, int], "Int32Array"]
"""Times by mode, category, and the features that touch the category: of the area's homes, or of
the base's nodes."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A drawing taken apart, feature by feature.

    Parameters
    ----------
    features : tuple of str
        Ids, in the order of bits.
    edits : tuple of Edits
        What each feature does, rows of drawn things counted over the whole drawing.
    whole : Edits
    homes : int64 array
        Rows of the area's homes, the drawn ones last.
    in_network, in_changes, in_taking : int
        The set of features that add, close or change a way; of those that change a street; of
        those that close or change one.
    by_category : mapping from category to set of features
        The features that add or remove a facility of a kind, as a set.
    standing : mapping from category to int64 array
        The facilities of a kind that stand today.
    """

    city: City
    features: tuple[str, ...]
    edits: tuple[Edits, ...]
    whole: Edits
    homes: Int64Array
    in_network: int
    in_changes: int
    in_taking: int
    by_category: Mapping[str, int]
    standing: Mapping[str, Int64Array]

    @property
    def everything(self) -> int:
        """Give the set of all features."""
        return (1 << len(self.features)) - 1

    def residents(self, present: int) -> Float64Array:
        """Give the residents of the area's homes with some of the features."""
        base = len(self.city.homes.ids)
        residents = np.concatenate(
            (self.city.homes.residents.astype(np.float64), np.zeros(len(self.whole.homes)))
        )
        chosen = merged_edits([self.edits[row] for row in _rows(present)])
        for row, shares in chosen.kept_shares.items():
            residents[row] *= float(np.prod(shares))
        for row, home in enumerate(self.whole.homes):
            if home in chosen.homes:
                residents[base + row] = home.residents
        found: Float64Array = residents[self.homes]
        return found

    @property
    def base_homes(self) -> BoolArray:
        """Tell which of the area's homes stand today."""
        standing: BoolArray = self.homes < len(self.city.homes.ids)
        return standing


def _rows(present: int) -> Iterator[int]:
    return (bit for bit in range(present.bit_length()) if present >> bit & 1)


def take_apart(city: City, area: Area, interventions: Sequence[Intervention]) -> Parts:
    """Take a drawing without errors apart."""
    resolved = resolved_features(city, interventions)
    edits = tuple(part for _, part in resolved)
    whole = merged_edits(edits)
    categories = (
        *city.facilities.categories,
        *(place.category for place in whole.facilities),
    )
    by_category = dict.fromkeys(
        sorted(set(categories), key=CATEGORIES.index),
        0,
    )
    in_network = in_changes = in_taking = 0
    for bit, part in enumerate(edits):
        in_network |= part.changes_network << bit
        in_changes |= bool(part.changes) << bit
        in_taking |= bool(part.changes or part.closures) << bit
        touched = {place.category for place in part.facilities}
        touched |= {categories[row] for row in part.removed_facilities}
        for category in touched:
            by_category[category] |= 1 << bit
    return Parts(
        city,
        tuple(feature for feature, _ in resolved),
        edits,
        whole,
        _homes(city, area, whole),
        in_network,
        in_changes,
        in_taking,
        by_category,
        {name: _of(city.facilities.categories, name) for name in by_category},
    )


def _of(categories: Sequence[str], category: str) -> Int64Array:
    return np.flatnonzero([name == category for name in categories])


def _homes(city: City, area: Area, whole: Edits) -> Int64Array:
    """Give the homes that stand in the area, and those drawn into it."""
    xy = np.array([(home.x, home.y) for home in whole.homes], np.float64).reshape(-1, 2)
    inside = shapely.intersects(area.geometry, shapely.points(xy))
    return np.flatnonzero(np.concatenate((homes_in(city, area), inside)))


def subsets(features: int) -> list[int]:
    """Give every set of some features, the empty one first."""
    bits = [1 << row for row in _rows(features)]
    return [sum(chosen) for size in range(len(bits) + 1) for chosen in combinations(bits, size)]


@dataclass(frozen=True, slots=True)
class Meetings:
    """Where all lines of a drawing meet the network and each other, with some changes of streets.

    What a line meets does not depend on other lines, so a part of the drawing has a part of these.

    Parameters
    ----------
    changes : tuple of Change
    line_rows : tuple of tuple of int
        The lines of each feature.
    """

    changes: tuple[Change, ...]
    line_rows: tuple[tuple[int, ...], ...]
    joins: Joins
    doorways: tuple[Doorway, ...]


def find_meetings(parts: Parts, changing: int) -> Meetings:
    """Find where everything drawn meets, with some of the features that change streets."""
    city, whole = parts.city, parts.whole
    changes = merged_edits([parts.edits[row] for row in _rows(changing)]).changes
    edits = replace(whole, changes=changes)
    stretches = change_streets(city, changes).stretches
    homes = place_links(city, [(home.x, home.y) for home in whole.homes])
    facilities = place_links(city, [(place.x, place.y) for place in whole.facilities])
    counter = count()
    rows = tuple(tuple(next(counter) for _ in part.lines) for part in parts.edits)
    return Meetings(
        changes,
        rows,
        find_joins(city, whole.lines, stretches),
        drawn_doorways(city, edits, stretches, homes, facilities),
    )


def nearest_times(  # noqa: PLR0913, PLR0917 - which part, asked what, and what is known of it
    parts: Parts,
    meetings: Meetings,
    modes: Sequence[Mode],
    network: int,
    states: Mapping[str, Sequence[int]],
    ground: Nearest | None = None,
) -> Nearest:
    """Find the area's homes' times to the nearest of each kind, with some of the features.

    Parameters
    ----------
    meetings : Meetings
        With the changes among `network`.
    network : int
        The features that change ways and are there.
    states : mapping from category to sets of features
        Which of those that touch the category are there; each set is answered.
    ground : optional
        Of `ground_times`, for the features among `network` that do more than add ways.
    """
    targets = _targets(parts, network, states)
    found: Nearest = {}
    for mode, graph, closings in _opened(parts, meetings, modes, network):
        known = None
        if ground is not None:
            known = np.stack([ground[mode, category, state] for category, state in targets.keys])
        times = times_to_nearest(
            graph,
            targets.groups,
            some(closings.facilities, targets.rows),
            some(closings.homes_out, parts.homes),
            known,
        )
        found |= {(mode, *key): row for key, row in zip(targets.keys, times, strict=True)}
    return found


def ground_times(
    parts: Parts,
    meetings: Meetings,
    modes: Sequence[Mode],
    network: int,
    states: Mapping[str, Sequence[int]],
) -> Nearest:
    """Find the times of the base's nodes to the nearest of each kind, with some of the features.

    More ways never lengthen any of them, so they hold as bounds for every part that adds ways.
    """
    targets = _targets(parts, network, states)
    base_count = len(parts.city.network.node_xy)
    found: Nearest = {}
    for mode, graph, closings in _opened(parts, meetings, modes, network):
        places = some(closings.facilities, targets.rows)
        times = node_times_to_nearest(graph, targets.groups, places)[:, :base_count]
        found |= {(mode, *key): row for key, row in zip(targets.keys, times, strict=True)}
    return found


def _opened(
    parts: Parts, meetings: Meetings, modes: Sequence[Mode], network: int
) -> Iterator[tuple[Mode, SearchGraph, Closings]]:
    """Give the network with some of the features, as each mode finds it."""
    city = parts.city
    patch = _laid(parts, meetings, network)
    ways = tuple(close(city, patch, closure) for closure in patch.edits.closures)
    for mode in modes:
        closings = close_all(city, patch, mode, ways)
        yield mode, search_graph(city, patch, mode, closings.base, closings.overlay), closings


@dataclass(frozen=True, slots=True)
class _Targets:
    """The facilities of each kind in each state, one after another.

    Parameters
    ----------
    keys : tuple of (category, state)
    rows : int64 array
        Rows of the facility table, drawn ones last.
    groups : int64 array, shape (keys + 1,)
        Where each key's rows begin.
    """

    keys: tuple[tuple[str, int], ...]
    rows: Int64Array
    groups: Int64Array


def _targets(parts: Parts, network: int, states: Mapping[str, Sequence[int]]) -> _Targets:
    keys = tuple((category, state) for category, some in states.items() for state in some)
    found = [_facilities(parts, category, network | state) for category, state in keys]
    groups = np.zeros(len(keys) + 1, np.int64)
    np.cumsum([len(rows) for rows in found], out=groups[1:])
    return _Targets(keys, np.concatenate([np.zeros(0, np.int64), *found]), groups)


def _laid(parts: Parts, meetings: Meetings, network: int) -> Patch:
    """Lay what some features do to the ways; all that is drawn besides stays where it is.

    Lines that lead to no street, themselves or through others that are there, are left out.
    """
    present = {line for row in _rows(network) for line in meetings.line_rows[row]}
    kept = sorted(grounded_lines(_among(meetings.joins, present)))
    row_of = {line: row for row, line in enumerate(kept)}
    closures = merged_edits([parts.edits[row] for row in _rows(network)]).closures
    joins = _among(meetings.joins, row_of.keys())
    return lay(
        parts.city,
        replace(
            parts.whole,
            lines=tuple(parts.whole.lines[line] for line in kept),
            closures=closures,
            changes=meetings.changes,
        ),
        Joins(
            tuple(replace(join, line=row_of[join.line]) for join in joins.streets),
            tuple(
                replace(meeting, line=row_of[meeting.line], other=row_of[meeting.other])
                for meeting in joins.lines
            ),
        ),
        tuple(
            door if door.on_street else replace(door, line=row_of[door.line])
            for door in meetings.doorways
            if door.on_street or door.line in row_of
        ),
    )


def _among(joins: Joins, lines: Collection[int]) -> Joins:
    """Keep the joins of some lines with streets and with each other."""
    return Joins(
        tuple(join for join in joins.streets if join.line in lines),
        tuple(
            meeting for meeting in joins.lines if meeting.line in lines and meeting.other in lines
        ),
    )


def _facilities(parts: Parts, category: str, present: int) -> Int64Array:
    """Give the facilities of a kind that are there with some of the features."""
    city, whole = parts.city, parts.whole
    touching = present & parts.by_category[category]
    if not touching:
        return parts.standing[category]
    chosen = merged_edits([parts.edits[row] for row in _rows(touching)])
    rows = parts.standing[category].tolist()
    rows += [
        len(city.facilities.ids) + row
        for row, place in enumerate(whole.facilities)
        if place.category == category and place in chosen.facilities
    ]
    return np.array([row for row in rows if row not in chosen.removed_facilities], np.int64)
