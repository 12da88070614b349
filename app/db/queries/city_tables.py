"""Read a place out of the store, as the plain columns that the engine takes."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.db.models import Barrier, Facility, Home, Stop, StreetEdge
from app.db.queries.departures import departures_06_20
from spatial.tables import (
    BIKE_BACKWARD,
    BIKE_BOTH,
    BIKE_FORWARD,
    BIKE_NONE,
    CONTROLLED,
    GRADES,
    BarrierTable,
    FacilityTable,
    HomeTable,
    StreetTable,
)

_BIKE = {
    "none": BIKE_NONE,
    "both": BIKE_BOTH,
    "forward": BIKE_FORWARD,
    "backward": BIKE_BACKWARD,
}
SAME_STOP_M = 1.0
"""A facility of a stop's name as near as this is that stop."""
Table = type[StreetEdge] | type[Facility] | type[Home] | type[Barrier]


def read_streets(session: Session, place_id: str) -> StreetTable:
    """Read the streets of a place, by id."""
    rows = _rows(
        session,
        StreetEdge,
        place_id,
        StreetEdge.id,
        StreetEdge.from_node,
        StreetEdge.to_node,
        StreetEdge.walk,
        StreetEdge.bike,
        StreetEdge.grade,
        StreetEdge.street_class,
        StreetEdge.lit,
        StreetEdge.steps,
        StreetEdge.speed_kmh,
        StreetEdge.surface,
        StreetEdge.from_control,
        StreetEdge.to_control,
    )
    return StreetTable(
        ids=np.array([row.id for row in rows], np.int64),
        from_node=np.array([row.from_node for row in rows], np.int64),
        to_node=np.array([row.to_node for row in rows], np.int64),
        geometry=_geometry(rows),
        walk=np.array([row.walk for row in rows], np.bool_),
        bike=np.array([_BIKE[row.bike] for row in rows], np.int8),
        grade=np.array([GRADES[row.grade] for row in rows], np.int8),
        street_class=tuple(row.street_class for row in rows),
        lit=tuple(row.lit for row in rows),
        steps=np.array([row.steps for row in rows], np.bool_),
        speed_kmh=tuple(row.speed_kmh for row in rows),
        surface=tuple(row.surface for row in rows),
        helped=np.array(
            [(row.from_control in CONTROLLED, row.to_control in CONTROLLED) for row in rows],
            np.bool_,
        ).reshape(len(rows), 2),
    )


def read_homes(session: Session, place_id: str) -> HomeTable:
    """Read the homes of a place, by id."""
    rows = _rows(
        session, Home, place_id, Home.id, Home.residents, Home.area_id, Home.municipality_code
    )
    return HomeTable(
        ids=tuple(row.id for row in rows),
        xy=_xy(rows),
        residents=np.array([row.residents for row in rows], np.float64),
        area_ids=tuple(row.area_id for row in rows),
        municipality_codes=tuple(row.municipality_code for row in rows),
    )


def read_facilities(session: Session, place_id: str) -> FacilityTable:
    """Read the facilities of a place, by id, stops with the departures that are known of them."""
    departures = (
        select(func.max(Stop.departures_weekday))
        .where(
            Facility.category.in_(("stop", "station")),
            Stop.place_id == Facility.place_id,
            Stop.name == Facility.name,
            func.ST_DWithin(Stop.geom, Facility.geom, SAME_STOP_M),
        )
        .scalar_subquery()
    )
    rows = _rows(
        session,
        Facility,
        place_id,
        Facility.id,
        Facility.category,
        Facility.capacity,
        Facility.name,
        departures.label("departures"),
    )
    xy, categories = _xy(rows), tuple(row.category for row in rows)
    names = tuple(row.name for row in rows)
    return FacilityTable(
        ids=tuple(row.id for row in rows),
        xy=xy,
        categories=categories,
        capacity=tuple(row.capacity for row in rows),
        names=names,
        departures_weekday=np.array([row.departures for row in rows], np.float64),
        departures_06_20=departures_06_20(session, place_id, xy, categories, names),
    )


def read_barriers(session: Session, place_id: str) -> BarrierTable:
    """Read the barriers of a place, by id."""
    rows = _rows(session, Barrier, place_id, Barrier.id, Barrier.kind)
    return BarrierTable(
        ids=tuple(row.id for row in rows),
        kinds=tuple(row.kind for row in rows),
        geometry=_geometry(rows),
    )


def _rows(
    session: Session,
    table: Table,
    place_id: str,
    *columns: InstrumentedAttribute[object] | ColumnElement[object],
) -> Sequence[Row[*tuple[Any, ...]]]:
    # By id in plain byte order, so that two databases give the engine the very same arrays.
    order = table.id if table is StreetEdge else table.id.collate("C")
    question = (
        select(*columns, func.ST_AsBinary(table.geom).label("wkb"))
        .where(table.place_id == place_id)
        .order_by(order)
    )
    return session.execute(question).all()


def _geometry(rows: Sequence[Row[*tuple[Any, ...]]]) -> NDArray[np.object_]:
    geometry = np.empty(len(rows), object)
    geometry[:] = shapely.from_wkb([bytes(row.wkb) for row in rows])
    return geometry


def _xy(rows: Sequence[Row[*tuple[Any, ...]]]) -> NDArray[np.float64]:
    xy: NDArray[np.float64] = shapely.get_coordinates(_geometry(rows)).reshape(len(rows), 2)
    return xy
