"""How often something leaves from the stops of a place, out of the timetable."""

from datetime import date, timedelta
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.db.queries.timetable import DAY_S, days_of, is_modelled, usual_day
from spatial.interventions.lines_and_stops import STOP_FACILITY_M
from spatial.units import Float64Array

FROM_S: Final = 6 * 3_600
UNTIL_S: Final = 20 * 3_600
ONE_STOP_M: Final = 150.0
"""Stops of one name within this, two sides of a road, are one that one walks to."""
RAIL: Final = (
    "(kind IN (0, 1, 2, 12) OR kind BETWEEN 100 AND 199 OR kind BETWEEN 400 AND 499 "
    "OR kind BETWEEN 900 AND 999)"
)
"""Trams, metros and trains leave from stations; all else from stops."""
_COUNT: Final = f"""
    WITH near AS (
        SELECT stop.row, ST_Transform(stop.geom, 25832) AS place
        FROM transit_stop stop
        JOIN place land ON land.id = :place
        WHERE stop.kind = 0 AND stop.geom && ST_MakeEnvelope(
            land.west, land.south, land.east, land.north, 4326
        )
    ), passing AS (
        SELECT pattern.*, route.is_rail
        FROM transit_pattern pattern
        JOIN (SELECT row, {RAIL} AS is_rail FROM transit_route) route ON route.row = pattern.route
        WHERE pattern.stops && (SELECT coalesce(array_agg(row), '{{}}') FROM near)
    ), calls AS (
        SELECT
            passing.is_rail, passing.stops[at] AS stop, trip.departures_s[at] - :shift_s AS leaves
        FROM passing
        JOIN transit_trip trip ON trip.pattern = passing.row
        JOIN transit_service service ON service.row = trip.service AND :day = ANY (service.days)
        -- Where a trip ends nothing leaves.
        CROSS JOIN LATERAL generate_series(1, cardinality(passing.stops) - 1) AS at
        WHERE passing.boards[at]
    )
    SELECT ST_X(near.place), ST_Y(near.place), calls.is_rail, count(*)
    FROM calls JOIN near ON near.row = calls.stop
    WHERE calls.leaves >= :from_s AND calls.leaves < :until_s
    GROUP BY near.row, near.place, calls.is_rail
    ORDER BY near.row, calls.is_rail
"""  # noqa: S608 - put together of our own constants


def departures_06_20(
    session: Session,
    place_id: str,
    xy: Float64Array,
    categories: tuple[str, ...],
    names: tuple[str, ...],
) -> Float64Array | None:
    """Count the departures of a usual weekday from 6 to 20 at each stop and station of a place.

    Stops of one name side by side have the departures of both.

    Parameters
    ----------
    xy : float64 array, shape (facilities, 2)
        EPSG:25832.
    categories, names : tuple of str, shape (facilities,)

    Returns
    -------
    float64 array, shape (facilities,), or None
        NaN for what is neither stop nor station; None where there is no timetable, or a modelled
        one: it holds a few lines, and the register's counts hold all.
    """
    day = None if is_modelled(session) else usual_day(days_of(session))
    if day is None:
        return None
    counted = np.full(len(xy), np.nan)
    told = _counted(session, place_id, day)
    for is_rail, category in ((False, "stop"), (True, "station")):
        rows = np.array([row for row, name in enumerate(categories) if name == category], np.int64)
        if len(rows) == 0:
            continue
        counted[rows] = 0.0
        _add_to_nearest(counted, rows, xy, [row for row in told if row[2] == is_rail])
        counted[rows] = _side_by_side(counted[rows], xy[rows], [names[row] for row in rows])
    return counted


Counted = tuple[float, float, bool, int]


def _counted(session: Session, place_id: str, day: date) -> list[Counted]:
    """Give place, kind and number of departures of every stop of the timetable in the window."""
    found: list[Counted] = []
    for shift in (0, 1):
        values = {
            "place": place_id,
            "day": day - timedelta(days=shift),
            "shift_s": shift * DAY_S,
            "from_s": FROM_S,
            "until_s": UNTIL_S,
        }
        found += [
            (x, y, rail, count) for x, y, rail, count in session.execute(text(_COUNT), values)
        ]
    return found


def _add_to_nearest(
    counted: NDArray[np.float64],
    rows: NDArray[np.int64],
    xy: Float64Array,
    told: list[Counted],
) -> None:
    if not told:
        return
    tree = shapely.STRtree(shapely.points(xy[rows]))
    points = shapely.points([(x, y) for x, y, *_ in told])
    stops, nearest = tree.query_nearest(points, max_distance=STOP_FACILITY_M, all_matches=False)
    numbers = np.array([count for *_, count in told], np.float64)
    np.add.at(counted, rows[nearest], numbers[stops])


def _side_by_side(counted: Float64Array, xy: Float64Array, names: list[str]) -> Float64Array:
    """Give each stop what leaves from it and from those of its name beside it."""
    tree = shapely.STRtree(shapely.points(xy))
    ones, others = tree.query(shapely.points(xy), predicate="dwithin", distance=ONE_STOP_M)
    same = np.array(names, object)[ones] == np.array(names, object)[others]
    together = np.zeros(len(counted))
    np.add.at(together, ones[same], counted[others[same]])
    return together
