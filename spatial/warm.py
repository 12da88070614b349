"""Compile every kernel once, so that no planner waits for it."""

from __future__ import annotations

import numpy as np
from shapely.geometry import LineString, Point, box

from spatial.assess import AssessRequest, assess
from spatial.city import build_city
from spatial.contributions import contributions
from spatial.drawing import resolve_drawing
from spatial.indicators import REGISTRY
from spatial.interventions import Intervention
from spatial.network.model import Connectors, Mode
from spatial.surface.of_city import drawn_surface
from spatial.tables import Area, BarrierTable, FacilityTable, HomeTable, StreetTable
from spatial.transit.table import TransitTable
from spatial.transit.timetable import Trips


def warm_kernels() -> None:
    """Assess a place of four streets with something added, closed and moved in."""
    corners = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]
    lines = np.empty(4, object)
    lines[:] = [LineString((corners[k], corners[(k + 1) % 4])) for k in range(4)]
    streets = StreetTable(
        ids=np.arange(4),
        from_node=np.arange(4),
        to_node=(np.arange(4) + 1) % 4,
        geometry=lines,
        walk=np.ones(4, np.bool_),
        bike=np.ones(4, np.int8),
        grade=np.zeros(4, np.int8),
        street_class=("local",) * 4,
        lit=(None,) * 4,
        steps=np.zeros(4, np.bool_),
        speed_kmh=(None,) * 4,
    )
    homes = HomeTable(
        ("in", "out"),
        np.array([(20.0, 1.0), (80.0, 99.0)]),
        np.array([2.0, 3.0]),
        ("area", None),
        ("0000", "0000"),
    )
    facilities = FacilityTable(("shop",), np.array([(99.0, 50.0)]), ("grocery",), (None,), ("",))
    none = BarrierTable((), (), np.empty(0, object))
    city = build_city("warm", streets, homes, facilities, none, _timetable())
    drawn = (
        Intervention("path", "connection", LineString([(50, 0), (50, 100)])),
        Intervention("gate", "closure", LineString([(10, -5), (10, 5)])),
        Intervention("home", "housing", Point(50.0, 60.0), {"residents": 4}),
        Intervention("school", "facility", Point(40.0, 99.0), {"category": "school"}),
    )
    area = Area("area", "", box(0, -20, 60, 60), "0000")
    every = tuple(indicator.id for indicator in REGISTRY)
    assess(city, AssessRequest(area, drawn, modes=tuple(Mode), indicators=every))
    line = Intervention("line", "service", LineString([(0, 0), (100, 100)]))
    assess(city, AssessRequest(area, (line,), modes=tuple(Mode)))
    drawn_surface(city, Mode.WALK, (5, 10), resolve_drawing(city, drawn))
    contributions(city, area, drawn)


def _timetable() -> TransitTable:
    """Let one bus run between two corners."""
    everywhere, first = np.ones(2, np.bool_), np.array([0, 2], np.int64)
    times = np.array([27_000_000, 27_060_000], np.int32)
    stops = np.arange(2, dtype=np.int32)
    return TransitTable(
        ids=("one", "two"),
        names=("", ""),
        xy=np.array([(0.0, 0.0), (100.0, 100.0)]),
        near=everywhere,
        trips=Trips(first, stops, times, times, everywhere, everywhere),
        changes=Connectors(np.zeros(3, np.int32), np.zeros(0, np.int32), np.zeros(0, np.int32)),
        line_of=np.zeros(1, np.int32),
        line_ids=("line",),
        lines=("line",),
        on_rails=np.zeros(1, np.bool_),
    )
