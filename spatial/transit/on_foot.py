"""Walks between the stops of a place and everything else, with or without a drawing.

Stops stand on the streets as homes would stand there. A place of their own has them in the homes'
stead, and what people come from and go to as its facilities, so that a drawing changes the walks to
stops by the very code that changes all other walks. A walk takes as long either way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from spatial.network.closing import close
from spatial.network.edits import DrawnFacility, DrawnHomes
from spatial.network.model import Connectors, Mode
from spatial.network.patch import lay
from spatial.proposal import patch_mode, proposal_times, unchanged_times
from spatial.tables import FacilityTable, HomeTable

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.drawing import Drawing
    from spatial.network.edits import Edits
    from spatial.proposal import ProposalTimes
    from spatial.transit.table import TransitTable
    from spatial.units import BoolArray, Float64Array, Int32Array, Int64Array


@dataclass(frozen=True, slots=True)
class StopsOnFoot:
    """Walks from the stops that one can walk to, those that stand first, then the drawn ones.

    Parameters
    ----------
    to_points : int32 array, shape (stops, points)
        To the base's homes, its facilities, the drawn homes, the drawn facilities.
    to_stops : int32 array, shape (stops, stops)
    """

    to_points: Int32Array
    to_stops: Int32Array


def stops_on_foot(city: City, drawing: Drawing | None, drawn_stops: Float64Array) -> StopsOnFoot:
    """Find how long one walks between each stop and every home, facility and stop.

    Parameters
    ----------
    drawing : Drawing or None
        Without errors; None for the baseline.
    drawn_stops : float64 array, shape (drawn stops, 2)
        EPSG:25832 metres.
    """
    ground = _ground(city)
    homes, facilities = len(city.homes.ids), len(city.facilities.ids)
    if drawing is None and len(drawn_stops) == 0:
        return _laid_out(unchanged_times(ground, Mode.WALK), homes, facilities, 0)
    assert drawing is not None  # noqa: S101 - stops are drawn in a drawing
    edits = drawing.patch.edits
    patch = lay(ground, _seen_from_stops(edits, drawn_stops))
    closed = tuple(close(ground, patch, closure) for closure in edits.closures)
    times = proposal_times(ground, patch, patch_mode(ground, patch, Mode.WALK, closed))
    return _laid_out(times, homes, facilities, len(edits.homes))


def _ground(city: City) -> City:
    """Give the place in which the stops are the homes."""
    plain = city.through(None)
    table = plain.transit
    assert table is not None  # noqa: S101 - whoever asks has looked
    return plain.remember("stops' ground", lambda: _build(plain, table)).through(city.lens)


def _build(city: City, table: TransitTable) -> City:
    near = np.flatnonzero(table.near)
    homes, places = city.homes, city.facilities
    count = len(homes.ids)
    stops = HomeTable(
        ids=tuple(table.ids[row] for row in near),
        xy=table.xy[near],
        residents=np.zeros(len(near)),
        area_ids=(None,) * len(near),
        municipality_codes=("",) * len(near),
    )
    points = FacilityTable(
        ids=tuple(f"{row}" for row in range(count + len(places.ids))),
        xy=np.vstack((homes.xy.reshape(-1, 2), places.xy.reshape(-1, 2))),
        categories=("workplace",) * count + places.categories,
        capacity=(None,) * count + places.capacity,
        names=("",) * count + places.names,
    )
    return city.with_points(stops, points)


def _seen_from_stops(edits: Edits, drawn_stops: Float64Array) -> Edits:
    """Give the same ways with the drawn stops as homes and the drawn homes as facilities."""
    homes = tuple(
        DrawnFacility(home.feature, home.x, home.y, "workplace", None, "") for home in edits.homes
    )
    stops = tuple(DrawnHomes("", x, y, 0.0) for x, y in drawn_stops.tolist())
    return replace(
        edits,
        homes=stops,
        facilities=(*homes, *edits.facilities),
        removed_facilities=frozenset(),
        kept_shares={},
    )


def _laid_out(times: ProposalTimes, homes: int, facilities: int, drawn_homes: int) -> StopsOnFoot:
    standing = len(times.table.base)
    drawn_stops = len(times.drawn_rows)
    base = np.vstack((times.table.rows(np.arange(standing)), times.drawn_rows))
    drawn = times.drawn_columns
    points = np.hstack((base[:, standing:], drawn[:, drawn_stops:]))
    assert points.shape[1] >= homes + facilities + drawn_homes  # noqa: S101 - columns of all
    return StopsOnFoot(points, np.hstack((base[:, :standing], drawn[:, :drawn_stops])))


def within(times_ms: Int32Array, longest_ms: int) -> Connectors:
    """Give the walks of each row that are not too long, in sparse rows; columns are the nodes."""
    rows, columns = np.nonzero(times_ms <= longest_ms)
    indptr = np.zeros(len(times_ms) + 1, np.int32)
    np.cumsum(np.bincount(rows, minlength=len(times_ms)), out=indptr[1:])
    return Connectors(indptr, columns.astype(np.int32), times_ms[rows, columns])


def rows_that_differ(one: Connectors, two: Connectors) -> BoolArray:
    """Tell which rows of two sets of walks are not the same; rows only one has differ."""
    count, common = max(len(one.indptr), len(two.indptr)) - 1, min(len(one.indptr), len(two.indptr))
    differs = np.ones(count, np.bool_)
    for row in range(common - 1):
        low, high = one.indptr[row : row + 2]
        low2, high2 = two.indptr[row : row + 2]
        differs[row] = not (
            np.array_equal(one.nodes[low:high], two.nodes[low2:high2])
            and np.array_equal(one.times_ms[low:high], two.times_ms[low2:high2])
        )
    return differs


def changes_with(
    said: Connectors, rows: Int64Array, walks_ms: Int32Array, longest_ms: int, change_ms: int
) -> Connectors:
    """Put the changes that are said beside those that one can walk.

    Parameters
    ----------
    said : Connectors
        Of every stop; what is said of two stops holds whatever the walk.
    rows : int64 array, shape (near stops,)
        Which of them can be walked to.
    walks_ms : int32 array, shape (near stops, near stops)
    change_ms : int
        What a change takes besides the walk.
    """
    count = len(said.indptr) - 1
    start = np.repeat(np.arange(count), np.diff(said.indptr))
    known = start.astype(np.int64) * count + said.nodes
    one, two = np.nonzero(walks_ms <= longest_ms)
    walked = rows[one] * count + rows[two]
    fresh = ~np.isin(walked, known)
    keys = np.concatenate((known, walked[fresh]))
    times = np.concatenate((said.times_ms, walks_ms[one, two][fresh] + change_ms))
    order = np.argsort(keys, kind="stable")
    indptr = np.zeros(count + 1, np.int32)
    np.cumsum(np.bincount(keys // count, minlength=count), out=indptr[1:])
    return Connectors(indptr, (keys % count)[order].astype(np.int32), times[order].astype(np.int32))


def among_first(changes: Connectors, count: int) -> Connectors:
    """Give the changes between the first so many stops alone."""
    start = np.repeat(np.arange(len(changes.indptr) - 1), np.diff(changes.indptr))
    kept = (start < count) & (changes.nodes < count)
    indptr = np.zeros(count + 1, np.int32)
    np.cumsum(np.bincount(start[kept], minlength=count), out=indptr[1:])
    return Connectors(indptr, changes.nodes[kept], changes.times_ms[kept])
