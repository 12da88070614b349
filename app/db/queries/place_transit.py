"""What serves a place on a usual weekday, as the engine takes it."""

from collections.abc import Sequence
from typing import TypedDict

import numpy as np
import shapely
from sqlalchemy import Boolean, func, literal_column, select
from sqlalchemy.orm import Session

from app.db.models import Place, TransitRoute, TransitStop, TransitTrip
from app.db.models.transit import FEED_SRID
from app.db.queries.departures import RAIL
from app.db.queries.timetable import DayTimetable, among, days_of, is_modelled, read_day, usual_day
from app.projection import to_metres
from spatial.transit.table import NoWheels, TransitTable
from spatial.units import BoolArray, Float64Array, Int32Array

_NOT_TOLD, _NO_WHEELS = 0, 2
"""What GTFS writes of wheelchairs; 1 is that they come on."""


def read_transit(session: Session, place_id: str) -> TransitTable | None:
    """Read the trips that call in a place's window on the usual weekday; None where none does.

    A trip that calls there is there with all its stops, so that one can change beyond the window.
    """
    near = _stops_near(session, place_id)
    day = usual_day(days_of(session)) if near else None
    if day is None:
        return None
    today = read_day(session, day, calling_at=near)
    if len(today.trips) == 0:
        return None
    ids, names = _stop_names(session, today)
    return TransitTable(
        ids=ids,
        names=names,
        xy=_in_metres(today.lonlat),
        near=np.isin(today.stop_rows, near),
        trips=today.trips,
        changes=today.changes,
        **_lines(session, today),
        day=day.isoformat(),
        is_modelled=is_modelled(session),
        no_wheels=_no_wheels(session, today),
    )


def _in_metres(lonlat: Float64Array) -> Float64Array:
    xy: Float64Array = shapely.get_coordinates(to_metres(shapely.multipoints(lonlat)))
    return xy


def _stops_near(session: Session, place_id: str) -> Sequence[int]:
    window = func.ST_MakeEnvelope(Place.west, Place.south, Place.east, Place.north, FEED_SRID)
    return session.scalars(
        select(TransitStop.row)
        .join(Place, TransitStop.geom.op("&&")(window))
        .where(Place.id == place_id, TransitStop.kind == 0)
        .order_by(TransitStop.row)
    ).all()


def _stop_names(session: Session, today: DayTimetable) -> tuple[tuple[str, ...], tuple[str, ...]]:
    told = session.execute(
        select(TransitStop.id, TransitStop.name)
        .where(among(TransitStop.row, today.stop_rows.tolist()))
        .order_by(TransitStop.row)
    ).all()
    return tuple(row.id for row in told), tuple(row.name for row in told)


def _no_wheels(session: Session, today: DayTimetable) -> NoWheels:
    stops = session.scalars(
        select(TransitStop.wheelchair)
        .where(among(TransitStop.row, today.stop_rows.tolist()))
        .order_by(TransitStop.row)
    ).all()
    rows, row_of = np.unique(today.trip_rows, return_inverse=True)
    trips = session.scalars(
        select(TransitTrip.wheelchair)
        .where(among(TransitTrip.row, rows.tolist()))
        .order_by(TransitTrip.row)
    ).all()
    of_trip = np.array(trips, np.int64)[row_of]
    told_share = float((of_trip != _NOT_TOLD).mean())
    return NoWheels(np.array(stops, np.int64) == _NO_WHEELS, of_trip == _NO_WHEELS, told_share)


class _Lines(TypedDict):
    line_of: Int32Array
    line_ids: tuple[str, ...]
    lines: tuple[str, ...]
    on_rails: BoolArray


def _lines(session: Session, today: DayTimetable) -> _Lines:
    """Give each trip's route, and what the routes are."""
    routes, line_of = np.unique(today.route_rows, return_inverse=True)
    told = session.execute(
        select(
            TransitRoute.id,
            TransitRoute.short_name,
            TransitRoute.long_name,
            literal_column(RAIL, Boolean).label("on_rails"),
        )
        .where(among(TransitRoute.row, routes.tolist()))
        .order_by(TransitRoute.row)
    ).all()
    return {
        "line_of": line_of.astype(np.int32),
        "line_ids": tuple(row.id for row in told),
        "lines": tuple(row.short_name or row.long_name or row.id for row in told),
        "on_rails": np.array([row.on_rails for row in told], np.bool_),
    }
