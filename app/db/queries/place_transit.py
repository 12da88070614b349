"""What serves a place on a usual weekday, as the engine takes it."""

from collections.abc import Sequence

import numpy as np
import shapely
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Place, TransitRoute, TransitStop
from app.db.models.transit import FEED_SRID
from app.db.queries.timetable import DayTimetable, among, days_of, is_modelled, read_day, usual_day
from app.projection import to_metres
from spatial.transit.table import TransitTable
from spatial.units import Float64Array, Int32Array


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
    line_of, lines = _lines(session, today)
    return TransitTable(
        ids=ids,
        names=names,
        xy=_in_metres(today.lonlat),
        near=np.isin(today.stop_rows, near),
        trips=today.trips,
        changes=today.changes,
        line_of=line_of,
        lines=lines,
        is_modelled=is_modelled(session),
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


def _lines(session: Session, today: DayTimetable) -> tuple[Int32Array, tuple[str, ...]]:
    """Give each trip's route, and what the routes are called."""
    routes, line_of = np.unique(today.route_rows, return_inverse=True)
    told = session.execute(
        select(TransitRoute.short_name, TransitRoute.long_name)
        .where(among(TransitRoute.row, routes.tolist()))
        .order_by(TransitRoute.row)
    )
    return line_of.astype(np.int32), tuple(short or long for short, long in told)
