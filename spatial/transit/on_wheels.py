"""A day's timetable as one in a wheelchair can use it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from spatial.transit.table import TransitTable
    from spatial.units import BoolArray


def on_wheels(table: TransitTable) -> TransitTable:
    """Let nobody on or off where a stop or a trip is told to take no wheelchairs.

    What nobody tells of is open. Rows stay what they are, so that a drawing finds its lines and
    stops; what is drawn is open to all.
    """
    closed = table.no_wheels
    if closed is None:
        return table
    trip_of = np.repeat(np.arange(len(table.trips)), np.diff(table.trips.first))
    open_there: BoolArray = ~(closed.stops[table.trips.stops] | closed.trips[trip_of])
    trips = replace(
        table.trips,
        boards=table.trips.boards & open_there,
        alights=table.trips.alights & open_there,
    )
    return replace(table, trips=trips, no_wheels=None)
