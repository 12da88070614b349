"""Trips from door to door in a small town, and a road with a bus along it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from spatial.city import City
from spatial.drawing import resolve_drawing
from spatial.interventions import Intervention
from spatial.network.model import Mode
from spatial.proposal import ProposalTimes, patch_mode, proposal_times
from spatial.transit.table import Departures
from spatial.transit.times import transit_times
from tests.spatial.worlds import World

TEN = Departures(from_min=0, minutes=10, longest_walk_min=3)
BY_BIKE = replace(TEN, to_stop=Mode.BIKE)


def along_a_road() -> World:
    """A road of 4 km: a home at one end, a shop at the other, a stop 80 m from each."""
    world = World().street(1, 2, (0, 0), (4_000, 0))
    world.home("h", 0, 0, area="area").facility("shop", 4_000, 0)
    world.stop("Hjem", 80, 0).stop("By", 3_920, 0)
    return world


def walks(
    city: City, drawn: tuple[Intervention, ...], departures: Departures = TEN
) -> tuple[ProposalTimes, ProposalTimes]:
    """Give the times on foot and by transit, with a drawing."""
    drawing = resolve_drawing(city, drawn)
    patched = patch_mode(city, drawing.patch, Mode.WALK, drawing.closed)
    walk = proposal_times(city, drawing.patch, patched)
    return walk, transit_times(city, drawing, walk, departures)


def whole(times: ProposalTimes) -> np.ndarray:
    homes, points = times.table.base.shape
    found = np.empty((homes + len(times.drawn_rows), points + times.drawn_columns.shape[1]), int)
    found[:homes, :points] = times.table.rows(np.arange(homes))
    found[homes:, :points] = times.drawn_rows
    found[:, points:] = times.drawn_columns
    return found
