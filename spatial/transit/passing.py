"""Which lines pass a place on their way from stop to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

if TYPE_CHECKING:
    from spatial.transit.table import TransitTable
    from spatial.units import Float64Array, Int64Array

PASSING_M: Final = 75.0
"""So far from the straight line between two stops a road may bend."""


def legs_of(table: TransitTable) -> tuple[Int64Array, Int64Array, Int64Array]:
    """Give the stretches between two calls in a row: first stop, second stop, line, each once."""
    trips = table.trips
    trip_of = np.repeat(np.arange(len(trips)), np.diff(trips.first))
    goes_on = np.flatnonzero(trip_of[1:] == trip_of[:-1])
    lines = table.line_of[trip_of[goes_on]].astype(np.int64)
    columns = np.stack((trips.stops[goes_on], trips.stops[goes_on + 1], lines), axis=1)
    one, two, line = np.unique(columns, axis=0).T
    return one, two, line


def lines_passing(
    table: TransitTable, place: tuple[float, float], *, on_rails: bool = False
) -> frozenset[int]:
    """Give the lines of buses, or all, that pass a place within 75 m.

    Parameters
    ----------
    place : (x, y)
        EPSG:25832 metres.
    """
    one, two, line = legs_of(table)
    allowed = np.ones(len(line), np.bool_) if on_rails else ~table.on_rails[line]
    between = table.near[one] & table.near[two] & allowed
    away_m = distance_to_legs(table.xy[one[between]], table.xy[two[between]], place)
    return frozenset(line[between][away_m <= PASSING_M].tolist())


def distance_to_legs(
    one: Float64Array, two: Float64Array, place: tuple[float, float]
) -> Float64Array:
    """Give how far a place is from each stretch, shape (stretches,)."""
    stretches = shapely.linestrings(np.stack((one, two), axis=1).reshape(-1, 2, 2))
    away_m: Float64Array = shapely.distance(stretches, shapely.Point(place))
    return away_m
