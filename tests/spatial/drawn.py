"""Asking about one drawing in tests: what it says, and how long the ways become."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.drawing import resolve_drawing
from spatial.network.model import Mode
from spatial.proposal import patch_mode, proposal_times, times_from_scratch
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.drawing import Drawing
    from spatial.interventions import Intervention, Issue
    from tests.spatial.worlds import World


def codes(world: World, *drawn: Intervention) -> list[tuple[str, str]]:
    """Give severity and code of every issue."""
    issues = resolve_drawing(world.city(), drawn).issues
    return [(issue.severity, issue.code) for issue in issues]


def only_issue(world: World, *drawn: Intervention) -> Issue:
    (issue,) = resolve_drawing(world.city(), drawn).issues
    return issue


def all_times(city: City, drawing: Drawing, mode: Mode) -> tuple[np.ndarray, np.ndarray]:
    """Give all times of a proposal as the engine finds them, and by searching everything again."""
    changed = patch_mode(city, drawing.patch, mode, drawing.closed)
    full = times_from_scratch(city, drawing.patch, changed)
    times = proposal_times(city, drawing.patch, changed)
    homes, targets = times.table.base.shape
    quick = np.empty_like(full)
    quick[:homes, :targets] = times.table.rows(np.arange(homes))
    quick[homes:, :targets] = times.drawn_rows
    quick[:, targets:] = times.drawn_columns
    return quick, full


def walk_m(world: World, *drawn: Intervention, mode: Mode = Mode.WALK) -> float | None:
    """Give the metres from the first home to the first facility, drawn if no other is there."""
    city = world.city()
    drawing = resolve_drawing(city, drawn)
    assert drawing.ok, drawing.issues
    quick, table = all_times(city, drawing, mode)
    np.testing.assert_array_equal(quick, table)
    facility = len(city.homes.ids)
    if not city.facilities.ids:
        facility += len(drawing.patch.edits.homes)
    time = table[0, facility]
    pace = 750 if mode is Mode.WALK else 225
    return None if time == UNREACHABLE_MS else int(time) / pace
