"""How many trips leave from where in the hours of the day, and what a drawing does to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.interventions.lines_and_stops import facility_of_stop
from spatial.units import MS_PER_MINUTE

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.network.edits import Edits
    from spatial.transit.table import TransitTable
    from spatial.units import Int64Array

FROM_MS: Final = 6 * 60 * MS_PER_MINUTE
UNTIL_MS: Final = 20 * 60 * MS_PER_MINUTE
SAME_PLACE_M: Final = 1.0


def departures_by_stop(
    table: TransitTable, from_ms: int = FROM_MS, until_ms: int = UNTIL_MS
) -> Int64Array:
    """Count what leaves from each stop within some hours; where a trip ends nothing leaves.

    Returns
    -------
    int64 array, shape (stops,)
    """
    trips = table.trips
    leaves = trips.boards & (trips.departures_ms >= from_ms) & (trips.departures_ms < until_ms)
    leaves[trips.first[1:] - 1] = False
    counts: Int64Array = np.bincount(trips.stops[leaves], minlength=len(table.ids))
    return counts


def departures_drawn(city: City, edits: Edits, after: TransitTable | None) -> dict[int, int]:
    """Count how many more leave from 6 to 20 at each stop and station of the place.

    Parameters
    ----------
    after : TransitTable or None
        The timetable with the drawing.

    Returns
    -------
    dict from row to number
        Rows of the facilities, drawn ones last; fewer where below zero.
    """
    table = city.transit
    if table is None or after is None or not edits.transit:
        return {}
    more = departures_by_stop(after)
    # A stop that stands elsewhere has what it had.
    moved = {stop.stop for stop in edits.transit.moved_stops}
    more[: len(table.ids)] -= departures_by_stop(table)
    more[sorted(moved)] = 0
    found: dict[int, int] = {}
    standing = len(city.facilities.ids)
    for stop in np.flatnonzero(more).tolist():
        x, y = after.xy[stop].tolist()
        row = _drawn_place(edits, x, y)
        row = facility_of_stop(city, x, y) if row is None else standing + row
        if row is not None and not _stands_for(edits, row - standing):
            found[row] = found.get(row, 0) + int(more[stop])
    return found


def _drawn_place(edits: Edits, x: float, y: float) -> int | None:
    """Give the drawn facility that a stop is."""
    for number, place in enumerate(edits.facilities):
        if place.part_of and np.hypot(place.x - x, place.y - y) <= SAME_PLACE_M:
            return number
    return None


def _stands_for(edits: Edits, number: int) -> bool:
    return number >= 0 and edits.facilities[number].stands_for is not None
