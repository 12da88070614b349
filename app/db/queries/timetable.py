"""A day's timetable out of the store, as the arrays that the engine searches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import numpy as np
from sqlalchemy import ARRAY, ColumnElement, Integer, any_, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.db.models import (
    DataSource,
    TransitPattern,
    TransitService,
    TransitStop,
    TransitTransfer,
    TransitTrip,
)
from spatial.network.model import Connectors
from spatial.transit.timetable import Timetable, Trips, build_timetable
from spatial.units import Float64Array, Int64Array

DAY_S: Final = 86_400
UNTIL_S: Final = 6 * 3_600
"""So much of the day after belongs to a day, for those who leave late."""
CHANGE_S: Final = 60
"""Off one vehicle and on to the next at the same stop, where nobody says how long it takes."""
STATION_CHANGE_S: Final = 120
"""From one platform of a station to another, where nobody says how long it takes."""
_TIMED, _IMPOSSIBLE = 1, 3


@dataclass(frozen=True, slots=True)
class DayTimetable:
    """What runs on a day.

    Parameters
    ----------
    changes : Connectors
        How long it takes from stop to stop, and at a stop itself.
    stop_rows : int64 array, shape (stops,)
        Rows of the store's stops that the timetable's numbers mean.
    lonlat : float64 array, shape (stops, 2)
    trip_rows : int64 array, shape (trips,)
        Rows of the store's trips; one that runs on two days stands twice.
    route_rows : int64 array, shape (trips,)
        Rows of the routes they run on.
    """

    day: date
    trips: Trips
    changes: Connectors
    stop_rows: Int64Array
    lonlat: Float64Array
    trip_rows: Int64Array
    route_rows: Int64Array

    def lines(self) -> Timetable:
        """Put the trips into lines, to be searched."""
        return build_timetable(len(self.stop_rows), self.trips, self.changes)


def days_of(session: Session) -> dict[date, int]:
    """Count the trips of every day on which something runs."""
    runs = select(TransitTrip.service, func.count().label("trips")).group_by(TransitTrip.service)
    counted = runs.subquery()
    each = select(TransitService.row, func.unnest(TransitService.days).label("day")).subquery()
    found = session.execute(
        select(each.c.day, func.sum(counted.c.trips))
        .join(counted, counted.c.service == each.c.row)
        .group_by(each.c.day)
        .order_by(each.c.day)
    )
    return {day: int(trips) for day, trips in found}


def usual_day(days: dict[date, int], weekdays: Sequence[int] = (1, 2, 3)) -> date | None:
    """Give the day that stands for many: of those weekdays the one with as many trips as usual.

    Parameters
    ----------
    weekdays
        0 is Monday. A Tuesday, Wednesday or Thursday is nobody's holiday, mostly.
    """
    chosen = [(trips, day) for day, trips in days.items() if day.weekday() in weekdays]
    return sorted(chosen)[(len(chosen) - 1) // 2][1] if chosen else None


def is_modelled(session: Session) -> bool:
    """Tell whether the timetable that stands is made up from what little is known."""
    question = select(DataSource.modelled).join(TransitStop, TransitStop.source == DataSource.id)
    return bool(session.scalar(question.limit(1)))


def among(column: InstrumentedAttribute[int], rows: Iterable[int]) -> ColumnElement[bool]:
    """Ask for some rows, however many they are: they travel as one value."""
    return column == any_(literal(list(rows), ARRAY(Integer)))


def read_day(
    session: Session, day: date, *, calling_at: Sequence[int] | None = None
) -> DayTimetable:
    """Read what runs on a day, with the night before and the morning after.

    Parameters
    ----------
    calling_at
        Rows of stops; then only trips that call at some of them, and no other stop than these and
        those of the trips.
    """
    found = _trips_around(session, day, calling_at)
    called = None
    if calling_at is not None:
        called = sorted({*calling_at, *(stop for row, _ in found for stop in row.stops)})
    question = select(
        TransitStop.row, func.ST_X(TransitStop.geom), func.ST_Y(TransitStop.geom)
    ).where(TransitStop.kind == 0)
    question = question if called is None else question.where(among(TransitStop.row, called))
    stops = session.execute(question.order_by(TransitStop.row)).all()
    stop_rows = np.array([row[0] for row in stops], np.int64)
    lonlat = np.array([row[1:] for row in stops], np.float64).reshape(-1, 2)
    number_of = {row: number for number, row in enumerate(stop_rows.tolist())}
    return DayTimetable(
        day,
        _as_trips(found, number_of),
        _changes(session, number_of),
        stop_rows,
        lonlat,
        np.array([row.row for row, _ in found], np.int64),
        np.array([row.route for row, _ in found], np.int64),
    )


def _trips_around(
    session: Session, day: date, calling_at: Sequence[int] | None
) -> list[tuple[Any, int]]:
    """Give the trips of a day, each with the seconds that its own day is off."""
    last, first = (
        func.array_upper(TransitTrip.arrivals_s, 1),
        TransitTrip.departures_s[1],
    )
    yesterday = TransitTrip.arrivals_s[last] >= DAY_S
    tomorrow = first < UNTIL_S
    found: list[tuple[Any, int]] = []
    for shift, condition in ((-1, yesterday), (0, None), (1, tomorrow)):
        runs = day + timedelta(days=shift)
        question = (
            select(
                TransitTrip.row,
                TransitTrip.arrivals_s,
                TransitTrip.departures_s,
                TransitPattern.route,
                TransitPattern.stops,
                TransitPattern.boards,
                TransitPattern.alights,
            )
            .join(TransitPattern, TransitPattern.row == TransitTrip.pattern)
            .join(TransitService, TransitService.row == TransitTrip.service)
            .where(literal(runs) == any_(TransitService.days))
            .order_by(TransitTrip.row)
        )
        question = question if condition is None else question.where(condition)
        if calling_at is not None:
            question = question.where(
                TransitPattern.stops.bool_op("&&")(literal(list(calling_at), ARRAY(Integer)))
            )
        found += [(row, shift * DAY_S) for row in session.execute(question)]
    return found


def _as_trips(found: Sequence[tuple[Any, int]], number_of: dict[int, int]) -> Trips:
    lengths = [len(row.stops) for row, _ in found]
    shift_s = np.repeat([shift for _, shift in found], lengths)

    def together(name: str, kind: type[np.generic]) -> np.ndarray[Any, Any]:
        return np.array([value for row, _ in found for value in getattr(row, name)], kind)

    return Trips(
        np.concatenate(([0], np.cumsum(lengths))).astype(np.int64),
        np.array([number_of[stop] for row, _ in found for stop in row.stops], np.int32),
        ((together("arrivals_s", np.int64) + shift_s) * 1000).astype(np.int32),
        ((together("departures_s", np.int64) + shift_s) * 1000).astype(np.int32),
        together("boards", np.bool_),
        together("alights", np.bool_),
    )


def _changes(session: Session, number_of: dict[int, int]) -> Connectors:
    """Give how long it takes from stop to stop of a station, and at a stop itself."""
    children: dict[int, list[int]] = {}
    placed = session.execute(
        select(TransitStop.row, TransitStop.parent)
        .where(
            TransitStop.kind == 0,
            among(TransitStop.row, number_of),
        )
        .order_by(TransitStop.row)
    )
    for row, parent in placed:
        if parent is not None:
            children.setdefault(parent, []).append(row)
    times_s = {(row, row): CHANGE_S for row in number_of}
    for platforms in children.values():
        times_s |= {(a, b): STATION_CHANGE_S for a in platforms for b in platforms if a != b}
    said = session.execute(
        select(
            TransitTransfer.from_stop,
            TransitTransfer.to_stop,
            TransitTransfer.kind,
            TransitTransfer.min_time_s,
        )
        .where(
            among(TransitTransfer.from_stop, (*number_of, *children)),
            among(TransitTransfer.to_stop, (*number_of, *children)),
        )
        .order_by(TransitTransfer.row)
    )
    # What is said of two platforms is stronger than what is said of their stations.
    for start, end, kind, least_s in sorted(
        said, key=lambda one: -((one.from_stop in children) + (one.to_stop in children))
    ):
        for pair in (
            (a, b) for a in children.get(start, [start]) for b in children.get(end, [end])
        ):
            if kind == _IMPOSSIBLE:
                times_s.pop(pair, None)
            else:
                times_s[pair] = _time_s(kind, least_s, is_same=pair[0] == pair[1])
    return _as_connectors(times_s, number_of)


def _time_s(kind: int, least_s: int | None, *, is_same: bool) -> int:
    if kind == _TIMED:
        return 0
    if least_s is not None:
        return least_s
    return CHANGE_S if is_same else STATION_CHANGE_S


def _as_connectors(times_s: dict[tuple[int, int], int], number_of: dict[int, int]) -> Connectors:
    rows = sorted(
        (number_of[start], number_of[end], time_s * 1000)
        for (start, end), time_s in times_s.items()
        if start in number_of and end in number_of
    )
    table = np.array(rows, np.int64).reshape(-1, 3)
    indptr = np.zeros(len(number_of) + 1, np.int32)
    np.cumsum(np.bincount(table[:, 0], minlength=len(number_of)), out=indptr[1:])
    return Connectors(indptr, table[:, 1].astype(np.int32), table[:, 2].astype(np.int32))
