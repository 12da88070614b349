"""A place of 8 km in the middle of the generated metropolis, and a line drawn across it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely.geometry import LineString, box

from bench import generated_timetable
from bench.generated_city import ORIGIN
from spatial.city import build_city
from spatial.interventions import Intervention
from spatial.tables import Area, BarrierTable, FacilityTable, HomeTable, StreetTable
from spatial.transit.table import TransitTable
from spatial.transit.timetable import some_trips

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.units import BoolArray

STOP_M: Final = 400.0
BLOCK_M: Final = 200.0
SIDE_M: Final = 8_000.0
HOMES: Final = 800
FACILITIES: Final = 350
CATEGORIES: Final = ("school", "grocery", "health", "workplace", "park", "station")
MUNICIPALITY: Final = "0000"
SEED: Final = 9


def place() -> City:
    """Build the place with every trip of the metropolis that calls in it."""
    rng = np.random.default_rng(SEED)
    side = int(SIDE_M / BLOCK_M) + 1
    nodes = np.arange(side * side).reshape(side, side)
    tails = np.concatenate((nodes[:, :-1].ravel(), nodes[:-1].ravel()))
    heads = np.concatenate((nodes[:, 1:].ravel(), nodes[1:].ravel()))
    xy = np.stack((np.arange(side * side) % side, np.arange(side * side) // side), 1) * BLOCK_M
    lines = shapely.linestrings(np.stack((xy[tails], xy[heads]), axis=1) + ORIGIN)
    count = len(tails)
    streets = StreetTable(
        ids=np.arange(count),
        from_node=tails,
        to_node=heads,
        geometry=lines,
        walk=np.ones(count, np.bool_),
        bike=np.ones(count, np.int8),
        grade=np.zeros(count, np.int8),
        street_class=("local",) * count,
        lit=(None,) * count,
        steps=np.zeros(count, np.bool_),
        speed_kmh=(None,) * count,
    )
    homes = HomeTable(
        ids=tuple(f"h{row}" for row in range(HOMES)),
        xy=rng.uniform(0, SIDE_M, (HOMES, 2)) + ORIGIN,
        residents=np.full(HOMES, 50.0),
        area_ids=(None,) * HOMES,
        municipality_codes=(MUNICIPALITY,) * HOMES,
    )
    facilities = FacilityTable(
        ids=tuple(f"f{row}" for row in range(FACILITIES)),
        xy=rng.uniform(0, SIDE_M, (FACILITIES, 2)) + ORIGIN,
        categories=tuple(rng.choice(CATEGORIES, FACILITIES).tolist()),
        capacity=(None,) * FACILITIES,
        names=("",) * FACILITIES,
    )
    none = BarrierTable((), (), np.empty(0, object))
    return build_city("metropolis", streets, homes, facilities, none, _timetable())


def _timetable() -> TransitTable:
    stops = np.arange(generated_timetable.stop_count())
    side = generated_timetable.SIDE
    # The middle of the metropolis lies over the place.
    corner = side // 2 - SIDE_M / STOP_M / 2
    xy = ((np.stack((stops % side, stops // side), 1) - corner) * STOP_M).astype(np.float64)
    near: BoolArray = np.logical_and.reduce((xy >= 0) & (xy <= SIDE_M), axis=1)
    trips = generated_timetable.metropolis()
    calls_here = np.add.reduceat(near[trips.stops].astype(np.int64), trips.first[:-1])
    rows = np.flatnonzero(calls_here)
    lines = (rows // generated_timetable.TRIPS_A_LINE).astype(np.int32)
    return TransitTable(
        ids=tuple(map(str, stops.tolist())),
        names=("",) * len(stops),
        xy=xy + ORIGIN,
        near=near,
        trips=some_trips(trips, rows.astype(np.int64)),
        changes=generated_timetable.changes(),
        line_of=lines,
        line_ids=tuple(map(str, range(generated_timetable.LINES))),
        lines=tuple(map(str, range(generated_timetable.LINES))),
        on_rails=np.zeros(generated_timetable.LINES, np.bool_),
    )


def area() -> Area:
    """Give a housing area of 400 m in the middle."""
    x, y = ORIGIN + SIDE_M / 2
    return Area("area", "", box(x - 200, y - 200, x + 200, y + 200), MUNICIPALITY)


def drawn_line() -> Intervention:
    """Draw a line of ten stops from the area outwards, every ten minutes."""
    x, y = ORIGIN + SIDE_M / 2
    corners = [(x + 400.0 * step, y + 100.0 * (step % 3)) for step in range(-4, 6)]
    return Intervention("line", "service", LineString(corners), {"headway_min": 10})
