"""Times by walking and public transport, with or without a drawing, in the form of all others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.network.edits import TransitEdits
from spatial.network.model import Mode
from spatial.proposal import ProposalTimes
from spatial.times import TimeTable, some, unchanged
from spatial.transit import by_bike
from spatial.transit.edited import RowsOfCalls, drawn_stops, edited
from spatial.transit.median_times import median_times
from spatial.transit.on_foot import (
    among_first,
    changes_with,
    rows_that_differ,
    stops_on_foot,
    within,
)
from spatial.transit.rides import find_rides
from spatial.transit.rides_again import rides_with_lines, rides_with_other_changes
from spatial.transit.timetable import build_timetable, some_trips, with_more

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.drawing import Drawing
    from spatial.network.model import Connectors
    from spatial.transit.rides import Rides
    from spatial.transit.table import Departures, TransitTable
    from spatial.transit.timetable import Timetable
    from spatial.units import BoolArray, Int32Array, Int64Array

CHANGE_MS: Final = 60_000
"""What a change between two stops takes besides the walk, where the feed says nothing of them."""


@dataclass(frozen=True, slots=True)
class TransitState:
    """All that leads to the times of one situation, kept to see what a drawing changes.

    Parameters
    ----------
    table : TransitTable
        With what is drawn.
    timetable : Timetable
        Its lines, and the changes between stops, said or walked.
    walks : Connectors
        Of the homes, the facilities, the drawn homes, the drawn facilities: the stops within the
        longest walk.
    to_stops : Connectors
        Of the homes, the drawn ones last: the stops within it on foot, or by bike.
    direct_ms, times_ms : int32 arrays, shape (all homes, homes + facilities + drawn ones of both)
        Drawn homes are the last rows.
    """

    table: TransitTable
    timetable: Timetable
    rides: Rides
    walks: Connectors
    to_stops: Connectors
    direct_ms: Int32Array
    times_ms: Int32Array


def serves(city: City) -> bool:
    """Tell whether anything runs in a place."""
    table = city.transit
    return table is not None and bool(table.near.any()) and len(table.trips) > 0


def baseline_transit(city: City, walk: ProposalTimes, departures: Departures) -> TransitState:
    """Find the times of a place as it is; computed once for each choice of departures."""

    def compute() -> TransitState:
        found = _state(city, None, city.transit, walk, departures, None)
        found.times_ms.flags.writeable = False
        return found

    return city.remember(("transit", departures), compute)


def timetable_after(city: City, drawing: Drawing) -> TransitTable | None:
    """Give a place's timetable with a drawing."""
    edits = drawing.patch.edits.transit
    return edited(city.transit, edits) if edits and city.transit is not None else city.transit


def transit_with(
    city: City,
    drawing: Drawing,
    walk: ProposalTimes,
    departures: Departures,
    table: TransitTable | None = None,
) -> TransitState:
    """Find the times with a drawing; only pairs that it can touch are worked out again.

    Parameters
    ----------
    walk : ProposalTimes
        On foot, with the drawing.
    table : TransitTable, optional
        The timetable with the drawing, where it is at hand.
    """
    base = baseline_transit(city, walk_before(walk), departures)
    table = timetable_after(city, drawing) if table is None else table
    return _state(city, drawing, table, walk, departures, base)


def transit_times(
    city: City,
    drawing: Drawing,
    walk: ProposalTimes,
    departures: Departures,
    table: TransitTable | None = None,
) -> ProposalTimes:
    """Give the times with a drawing as those of all other modes; see `transit_with`."""
    before = baseline_transit(city, walk_before(walk), departures).times_ms
    return _as_proposal(before, transit_with(city, drawing, walk, departures, table).times_ms)


def unchanged_transit(city: City, walk: ProposalTimes, departures: Departures) -> ProposalTimes:
    """Give the baseline as a proposal that changes no time."""
    times = baseline_transit(city, walk, departures).times_ms
    none = np.zeros((0, times.shape[1]), np.int32)
    return ProposalTimes(unchanged(times), none, np.zeros((len(times), 0), np.int32))


def walk_before(walk: ProposalTimes) -> ProposalTimes:
    """Give the walks without the drawing, out of those with it."""
    base = walk.table.base
    none = np.zeros((0, base.shape[1]), np.int32)
    return ProposalTimes(unchanged(base), none, np.zeros((len(base), 0), np.int32))


def _state(  # noqa: PLR0913, PLR0917 - the place, what is drawn, who travels, what is known
    city: City,
    drawing: Drawing | None,
    table: TransitTable | None,
    walk: ProposalTimes,
    departures: Departures,
    base: TransitState | None,
) -> TransitState:
    assert table is not None  # noqa: S101 - whoever asks has looked
    edits = TransitEdits() if drawing is None else drawing.patch.edits.transit
    longest_ms = departures.longest_walk_ms
    on_foot = stops_on_foot(city, drawing, drawn_stops(edits))
    walks = within(on_foot.to_points.T, longest_ms)
    near = np.flatnonzero(table.near)
    changes = changes_with(table.changes, near, on_foot.to_stops, longest_ms, CHANGE_MS)
    window = int(departures.times_ms[0]), int(departures.times_ms[-1]) + longest_ms
    timetable = replace(_lines(city, table, edits), changes=changes)
    rides = None if base is None else _rides_again(base, timetable, near, edits, window)
    if rides is None:
        rides = find_rides(timetable, near, *window)
    homes, facilities = _counts(city)
    # Rows are homes, columns are points, and the drawn homes stand elsewhere among each.
    rows = np.concatenate((np.arange(homes), homes + facilities + np.arange(len(walk.drawn_rows))))
    direct_ms, to_stops = _every_pair(walk), some(walks, rows)
    if departures.to_stop is Mode.BIKE:
        ridden_ms = by_bike.to_stops(city, drawing, drawn_stops(edits))
        to_stops = within(np.minimum(on_foot.to_points.T[rows], ridden_ms), longest_ms)
        direct_ms = np.minimum(direct_ms, _every_pair(by_bike.all_the_way(city, drawing)))
    out = np.empty_like(direct_ms)
    asked = np.ones(direct_ms.shape, np.bool_)
    if base is not None:
        asked, out = _touched(base, rides, walks, to_stops, direct_ms)
    median_times(
        departures,
        rides,
        to_stops=to_stops,
        from_stops=walks,
        direct_ms=direct_ms,
        asked=asked,
        out=out,
    )
    return TransitState(table, timetable, rides, walks, to_stops, direct_ms, out)


def _counts(city: City) -> tuple[int, int]:
    return len(city.homes.ids), len(city.facilities.ids)


def _rides_again(
    base: TransitState,
    timetable: Timetable,
    near: Int64Array,
    edits: TransitEdits,
    window: tuple[int, int],
) -> Rides | None:
    """Give the rides out of the baseline's; None where a drawing does more than add lines."""
    if edits and edits != TransitEdits(services=edits.services):
        return None
    known = len(base.rides.first) - 1
    standing = np.flatnonzero(base.table.near)
    plain = replace(base.timetable, changes=among_first(timetable.changes, len(base.table.ids)))
    rides = rides_with_other_changes(base.rides, base.timetable.changes, plain, standing)
    if not edits:
        return rides
    assert len(near) >= known  # noqa: S101 - stops that stand come first
    rows = RowsOfCalls(base.table, edits)
    services = tuple(
        (service, [rows.of(call) for call in service.calls]) for service in edits.services
    )
    return rides_with_lines(rides, timetable, near, services, window)


def _lines(city: City, table: TransitTable, edits: TransitEdits) -> Timetable:
    """Give a day's lines: those that stand are put together once, added ones laid beside them."""
    standing = city.transit
    assert standing is not None  # noqa: S101 - whoever asks has looked
    plain = city.through(None)
    # Lenses that see the same trips share their lines.
    owner = plain if standing is plain.transit else city
    base = owner.remember(
        "day's lines", lambda: build_timetable(len(standing.ids), standing.trips, standing.changes)
    )
    if not edits:
        return base
    if edits == TransitEdits(services=edits.services):
        more = some_trips(table.trips, np.arange(len(standing.trips), len(table.trips)))
        return with_more(base, len(table.ids), more)
    return build_timetable(len(table.ids), table.trips, table.changes)


def _every_pair(walk: ProposalTimes) -> Int32Array:
    """Give the walks from all homes to all points, drawn ones of both last."""
    base = walk.table.rows(np.arange(len(walk.table.base)))
    return np.hstack((np.vstack((base, walk.drawn_rows)), walk.drawn_columns))


def _touched(
    base: TransitState,
    rides: Rides,
    walks: Connectors,
    to_stops: Connectors,
    direct_ms: Int32Array,
) -> tuple[BoolArray, Int32Array]:
    """Tell which pairs a drawing can touch, and give all others their baseline."""
    homes, points = base.times_ms.shape
    leave_otherwise = rows_that_differ(base.to_stops, to_stops)
    arrive_otherwise = rows_that_differ(base.walks, walks)
    other_rides = rides.differs(base.rides)
    home_of = np.repeat(np.arange(len(leave_otherwise)), np.diff(to_stops.indptr))
    leave_otherwise[home_of[other_rides[to_stops.nodes]]] = True
    asked = np.ones(direct_ms.shape, np.bool_)
    asked[:homes, :points] = (
        leave_otherwise[:homes, None]
        | arrive_otherwise[None, :points]
        | (direct_ms[:homes, :points] != base.direct_ms)
    )
    out = np.empty_like(direct_ms)
    out[:homes, :points] = base.times_ms
    return asked, out


def _as_proposal(base_ms: Int32Array, after_ms: Int32Array) -> ProposalTimes:
    homes, points = base_ms.shape
    differs = np.flatnonzero((after_ms[:homes, :points] != base_ms).any(axis=1))
    override = np.full(homes, -1, np.int32)
    override[differs] = np.arange(len(differs), dtype=np.int32)
    table = TimeTable(base_ms, override, after_ms[differs, :points])
    return ProposalTimes(table, after_ms[homes:, :points], after_ms[:, points:])
