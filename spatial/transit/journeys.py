"""Trips told leg by leg: when one leaves home, where one gets on, changes and gets off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from spatial.errors import ForbindError
from spatial.tables import CATEGORIES
from spatial.transit.raptor import earliest_arrivals
from spatial.units import MS_PER_MINUTE, UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.network.model import Connectors
    from spatial.transit.rides import Rides
    from spatial.transit.table import Departures, TransitTable
    from spatial.transit.times import TransitState
    from spatial.transit.timetable import Lines, Timetable
    from spatial.units import BoolArray, Int32Array, Int64Array

_NEVER: Final = int(UNREACHABLE_MS)
MOST_LEGS: Final = 40
DAY_MS: Final = 24 * 60 * MS_PER_MINUTE
DAY_BEGINS_MS: Final = 4 * 60 * MS_PER_MINUTE


@dataclass(frozen=True, slots=True)
class Leg:
    """A walk, a ride, or the way to the first stop by bike.

    Parameters
    ----------
    stops : tuple of int
        Rows of the timetable's stops: of a ride all that it passes, the ends included; of the
        others the stop it leads from or to, where it is one.
    line : int or None
        Row of the timetable's lines; None for the others.
    """

    kind: Literal["walk", "bike", "ride"]
    departs_ms: int
    arrives_ms: int
    stops: tuple[int, ...]
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Journey:
    """A trip from door to door; whoever leaves home a minute later does not make it."""

    departs_ms: int
    arrives_ms: int
    legs: tuple[Leg, ...]


@dataclass(frozen=True, slots=True)
class Journeys:
    """The trips from a home to the nearest of a kind within a window.

    Parameters
    ----------
    point : int
        Row of the facility among the homes, the facilities, the drawn homes, the drawn facilities.
    time_ms : int or None
        What is enough at the wanted share of departures; None where no way leads.
    time_p10_ms, time_p90_ms : int or None
        What is enough at a tenth of the departures, and at nine tenths.
    direct_ms : int or None
        All the way along streets.
    found : tuple of Journey
        Those that are quicker than that, by when they leave.
    """

    point: int
    time_ms: int | None
    time_p10_ms: int | None
    time_p90_ms: int | None
    direct_ms: int | None
    found: tuple[Journey, ...]


@dataclass(frozen=True, slots=True)
class NearHome:
    """What leaves near a home in a day.

    Parameters
    ----------
    first_ms, last_ms : int or None
        Milliseconds after midnight, from four in the morning on; None where nothing leaves.
    in_window : int
        How many leave within the window of departures.
    """

    first_ms: int | None
    last_ms: int | None
    in_window: int


def departures_near_home(
    state: TransitState, departures: Departures, *, walks_row: int, within_ms: int
) -> NearHome:
    """Tell what leaves from the stops within a walk of a home."""
    near = np.flatnonzero(state.table.near)
    walks = _row(state.walks, walks_row)
    stops = near[[stop for stop, walk in walks.items() if walk <= within_ms]]
    trips = state.table.trips
    leaves = trips.boards & np.isin(trips.stops, stops)
    leaves[trips.first[1:] - 1] = False
    times = trips.departures_ms[leaves]
    day = times[(times >= DAY_BEGINS_MS) & (times < DAY_BEGINS_MS + DAY_MS)]
    window = departures.times_ms
    inside = (times >= window[0]) & (times <= window[-1])
    if len(day) == 0:
        return NearHome(None, None, int(inside.sum()))
    return NearHome(int(day.min()), int(day.max()), int(inside.sum()))


def nearest_of(state: TransitState, row: int, points: Int64Array) -> int | None:
    """Give the quickest to reach of some points from a row's home; None for none."""
    if len(points) == 0:
        return None
    point = int(points[np.argmin(state.times_ms[row, points])])
    return None if state.times_ms[row, point] == UNREACHABLE_MS else point


def find_journeys(
    state: TransitState, departures: Departures, *, row: int, walks_row: int, point: int
) -> Journeys:
    """Find every trip from a home to a point that somebody would take within the window.

    Parameters
    ----------
    row : int
        Of the home in the table of times.
    walks_row : int
        Of the home among all points.
    """
    direct = int(state.direct_ms[row, point])
    access, egress = _row(state.to_stops, row), _row(state.walks, point)
    walked = _row(state.walks, walks_row)
    best: dict[int, tuple[int, int, int, int, int]] = {}
    taken = dict.fromkeys(departures.times_ms.tolist(), direct)
    for departs, arrives, stop, event, off in _ways(state.rides, departures, access, egress):
        if arrives - departs < direct:
            taken[departs] = arrives - departs
            kept = best.get(arrives)
            # Of those that arrive at one time the one that leaves home last.
            leaves = int(state.rides.events_ms[event]) - access[stop]
            if kept is None or leaves > kept[0]:
                best[arrives] = (leaves, arrives, stop, event, off)
    found = [_journey(state, (access, walked, egress), way) for way in best.values()]
    ordered = sorted(taken.values())
    quick, slow = (ordered[replace(departures, share=share).rank - 1] for share in (0.1, 0.9))
    return Journeys(
        point,
        _or_none(int(state.times_ms[row, point])),
        _or_none(quick),
        _or_none(slow),
        _or_none(direct),
        tuple(sorted(found, key=lambda one: (one.departs_ms, one.arrives_ms))),
    )


def _or_none(time_ms: int) -> int | None:
    return None if time_ms == _NEVER else time_ms


def _row(walks: Connectors, row: int) -> dict[int, int]:
    low, high = walks.indptr[row], walks.indptr[row + 1]
    nodes, times = walks.nodes[low:high].tolist(), walks.times_ms[low:high].tolist()
    return dict(zip(nodes, times, strict=True))


def _ways(
    rides: Rides, departures: Departures, access: dict[int, int], egress: dict[int, int]
) -> Iterator[tuple[int, int, int, int, int]]:
    """Give for each departure the best way: departure, arrival, stop, event, and where off."""
    if not egress:
        return
    offs = np.array(sorted(egress), np.int64)
    out = np.array([egress[stop] for stop in offs.tolist()], np.int64)
    for departs in departures.times_ms.tolist():
        found = []
        for stop, event in _events_from(rides, access, departs):
            there = _arrivals(rides, event, offs) + out
            at = int(np.argmin(there))
            found.append((int(there[at]), stop, event, int(offs[at])))
        arrives, stop, event, off = min(found, default=(_NEVER, 0, 0, 0))
        if arrives < _NEVER:
            yield departs, arrives, stop, event, off


def _arrivals(rides: Rides, event: int, offs: Int64Array) -> Int64Array:
    arrivals: Int64Array = rides.arrivals_ms[event, offs].astype(np.int64)
    return arrivals


def _events_from(
    rides: Rides, access: dict[int, int], departs_ms: int
) -> Iterator[tuple[int, int]]:
    for stop, walk in sorted(access.items()):
        low, high = int(rides.first[stop]), int(rides.first[stop + 1])
        event = low + int(np.searchsorted(rides.events_ms[low:high], departs_ms + walk))
        if event < high:
            yield stop, event


def _journey(
    state: TransitState,
    streets: tuple[dict[int, int], dict[int, int], dict[int, int]],
    way: tuple[int, int, int, int, int],
) -> Journey:
    access, walked, egress = streets
    leaves, arrives, stop, event, off = way
    near = np.flatnonzero(state.table.near)
    first, last = int(near[stop]), int(near[off])
    ready = int(state.rides.events_ms[event])
    off_at = arrives - egress[off]
    rides = _legs(state, first, ready, last, off_at)
    how: Literal["walk", "bike"] = "walk" if access[stop] == walked.get(stop) else "bike"
    to_stop = Leg(how, leaves, leaves + access[stop], (first,))
    return Journey(leaves, arrives, (to_stop, *rides, Leg("walk", off_at, arrives, (last,))))


def _legs(state: TransitState, start: int, ready_ms: int, end: int, arrives_ms: int) -> list[Leg]:
    """Go back from the last stop to the first along what was the earliest."""
    timetable = state.timetable
    at, no_walk = np.array([start], np.int32), np.zeros(1, np.int32)
    arrived = earliest_arrivals(timetable, at, no_walk, np.array([ready_ms], np.int32))[0]
    ready, before = _ready(timetable, arrived, start, ready_ms)
    legs: list[Leg] = []
    stop, time = end, arrives_ms
    while len(legs) < MOST_LEGS:
        ride = _ride_to(state.table, timetable.lines, ready, stop, time)
        legs.append(ride)
        on = ride.stops[0]
        if before[on] < 0:
            return legs[::-1]
        stop, time = int(before[on]), int(arrived[before[on]])
        if stop != on:
            legs.append(Leg("walk", time, int(ready[on]), (stop, on)))
    raise ForbindError(f"a trip has more than {MOST_LEGS} legs")


def _ready(
    timetable: Timetable, arrived: Int32Array, start: int, ready_ms: int
) -> tuple[Int64Array, Int64Array]:
    """Give when one can get on at each stop, and the stop one changes from; -1 for the first."""
    changes = timetable.changes
    starts = np.repeat(np.arange(timetable.stop_count), np.diff(changes.indptr))
    times = arrived[starts].astype(np.int64) + changes.times_ms
    times[arrived[starts] == UNREACHABLE_MS] = _NEVER
    ready = np.full(timetable.stop_count, _NEVER, np.int64)
    before = np.full(timetable.stop_count, -1, np.int64)
    for way in np.argsort(-times, kind="stable").tolist():
        ready[changes.nodes[way]] = times[way]
        before[changes.nodes[way]] = starts[way]
    if ready_ms <= ready[start]:
        ready[start], before[start] = ready_ms, -1
    return ready, before


def _ride_to(
    table: TransitTable, lines: Lines, ready: Int64Array, stop: int, arrives_ms: int
) -> Leg:
    """Find a ride that gets to a stop at a time, from where one can get on; the shortest."""
    found: list[tuple[int, int, int, int]] = []
    for call in range(lines.at_first[stop], lines.at_first[stop + 1]):
        line, position = int(lines.at_line[call]), int(lines.at_position[call])
        low = int(lines.first[line])
        if not lines.alights[low + position]:
            continue
        times = _times(lines, lines.arrivals_ms, line, position)
        for trip in np.flatnonzero(times == arrives_ms).tolist():
            for on in range(position - 1, -1, -1):
                leaves = int(_times(lines, lines.departures_ms, line, on)[trip])
                if lines.boards[low + on] and leaves >= ready[lines.stops[low + on]]:
                    found.append((position - on, line, on, trip))
                    break
    if not found:
        raise ForbindError(f"no ride gets to stop {stop} at {arrives_ms}")
    count, line, on, trip = min(found)
    low = int(lines.first[line])
    row = int(lines.trips[lines.trip_first[line] + trip])
    return Leg(
        "ride",
        int(_times(lines, lines.departures_ms, line, on)[trip]),
        arrives_ms,
        tuple(lines.stops[low + on : low + on + count + 1].tolist()),
        int(table.line_of[row]),
    )


def _times(lines: Lines, times: Int32Array, line: int, position: int) -> Int32Array:
    trips = int(lines.trip_first[line + 1] - lines.trip_first[line])
    row = int(lines.time_first[line]) + position * trips
    return times[row : row + trips]


def points_of_category(categories: list[str], gone: frozenset[int], category: str) -> BoolArray:
    """Tell which facilities are of a kind and stand."""
    assert category in CATEGORIES  # noqa: S101 - schemas have checked
    wanted = np.array([name == category for name in categories], np.bool_)
    wanted[sorted(gone)] = False
    return wanted
