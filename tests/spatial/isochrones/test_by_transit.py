"""Cells by bus and train: by hand, and as between a home and a place to go to."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from spatial.drawing import resolve_drawing
from spatial.ground import Direction
from spatial.isochrones.by_transit import reached_by_transit
from spatial.isochrones.cells import Cells
from spatial.network.model import Mode
from spatial.proposal import patch_mode, proposal_times
from spatial.transit.table import Departures
from spatial.transit.times import transit_times
from tests.spatial.cases import cases
from tests.spatial.laws import seeds, sound
from tests.spatial.worlds import (
    MORE_SERVICE,
    World,
    grow_transit,
    grown,
    random_drawing,
    transit_drawing,
)

MINUTE = 60_000


def times_by_cell(cells: Cells) -> dict[tuple[int, int], int]:
    columns = (cells.column.tolist(), cells.row.tolist(), cells.times_ms.tolist())
    return {(column, row): time for column, row, time in zip(*columns, strict=True)}


def test_one_walks_round_the_stops() -> None:
    world = World(move=(700_025.0, 6_170_025.0)).street(1, 2, (0, 0), (4_000, 0))
    world.stop("A", 0, 0).stop("B", 4_000, 0)
    for at in range(420, 540):
        world.ride((0, at), (1, at + 5)).ride((1, at), (0, at + 5))
    city = world.city()
    drawing = resolve_drawing(city, ())
    window = Departures(420, 10, 0.5, 2)
    for direction in ("from", "to"):
        found = reached_by_transit(
            city,
            drawing,
            (700_025.0, 6_170_025.0),
            window,
            direction=direction,
            limit_ms=6 * MINUTE,
            size_m=50,
        )
        # The middles of cells along the street lie every 50 m from the point on.
        along = {
            column - 14_000: time
            for (column, row), time in times_by_cell(found).items()
            if row == 6_170_025 // 50
        }
        assert [along[step] for step in range(9)] == [37_500 * step for step in range(9)]
        # Five minutes in the bus, and on foot from the stop; on the way to it one misses a bus and
        # waits for the minute to be full.
        by_bus = 337_500 if direction == "from" else 360_000
        assert [along.get(80 - step) for step in range(3)] == [300_000, by_bus, None]
        assert max(along) == 81


@cases(20)
@given(seeds, seeds, st.sampled_from(["from", "to"]), st.sampled_from([Mode.WALK, Mode.BIKE]))
def test_a_cell_is_as_far_as_a_place_at_its_middle(
    place: int, hand: int, direction: Direction, to_stop: Mode
) -> None:
    rng = np.random.default_rng(hand)
    world = grow_transit(grown(place), place)
    city = world.city()
    lines = transit_drawing(world, hand, 1, MORE_SERVICE)
    drawn = sound(city, (*lines, *random_drawing(world, hand, 2, ("connection", "closure"))))
    x, y = (700_000.0 + rng.uniform(50, 350), 6_170_000.0 + rng.uniform(50, 350))
    home = world.drawn("housing", Point(0, 0), "point", residents=1)
    home = type(home)(home.id, home.kind, Point(x, y), home.properties)
    if len(sound(city, (*drawn, home))) <= len(drawn):
        return
    window = Departures(0, 12, 0.5, 3, to_stop)
    cells = reached_by_transit(
        city,
        resolve_drawing(city, drawn),
        (x, y),
        window,
        direction=direction,
        limit_ms=20 * MINUTE,
        size_m=50,
    )
    for pick in rng.choice(len(cells.row), min(4, len(cells.row)), replace=False).tolist():
        middle = Point(cells.middles[pick])
        ends = (Point(x, y), middle) if direction == "from" else (middle, Point(x, y))
        assert told_between(world, drawn, *ends, window) == cells.times_ms[pick]


def told_between(
    world: World,
    drawn: tuple,
    start: Point,
    end: Point,
    window: Departures,  # type: ignore[type-arg]
) -> int:
    """Give the time from a drawn home to a drawn place, as the indicators are told it."""
    city = world.city()
    like = world.drawn("housing", Point(0, 0), "a start", residents=1)
    home = type(like)("a start", "housing", start, {"residents": 1})
    goal = type(like)("an end", "facility", end, {"category": "culture"})
    drawing = resolve_drawing(city, (*drawn, home, goal))
    assert drawing.ok, drawing.issues
    walk = proposal_times(
        city, drawing.patch, patch_mode(city, drawing.patch, Mode.WALK, drawing.closed)
    )
    times = transit_times(city, drawing, walk, window)
    goals = [place.feature for place in drawing.patch.edits.facilities]
    homes = len(drawing.patch.edits.homes)
    return int(times.drawn_columns[len(city.homes.ids), homes + goals.index("an end")])


@pytest.mark.parametrize("direction", ["from", "to"])
def test_where_nothing_stops_near_one_walks(direction: Direction) -> None:
    world = World(move=(700_025.0, 6_170_025.0)).street(1, 2, (0, 0), (4_000, 0))
    world.stop("A", 3_000, 0).stop("B", 4_000, 0).ride((0, 430), (1, 431))
    city = world.city()
    found = reached_by_transit(
        city,
        resolve_drawing(city, ()),
        (700_025.0, 6_170_025.0),
        Departures(420, 10, 0.5, 2),
        direction=direction,
        limit_ms=2 * MINUTE,
        size_m=50,
    )
    assert max(found.column.tolist()) == 14_000 + 3
