"""Asking about one drawing in tests: what it says, and how long the ways become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.drawing import resolve_drawing
from spatial.network.model import Mode
from spatial.proposal import patch_mode, times_from_scratch
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from worlds import World

    from spatial.interventions import Intervention, Issue


def codes(world: World, *drawn: Intervention) -> list[tuple[str, str]]:
    """Give severity and code of every issue."""
    issues = resolve_drawing(world.city(), drawn).issues
    return [(issue.severity, issue.code) for issue in issues]


def only_issue(world: World, *drawn: Intervention) -> Issue:
    (issue,) = resolve_drawing(world.city(), drawn).issues
    return issue


def walk_m(world: World, *drawn: Intervention, mode: Mode = Mode.WALK) -> float | None:
    """Give the metres from the first home to the first facility, drawn if no other is there."""
    city = world.city()
    drawing = resolve_drawing(city, drawn)
    assert drawing.ok, drawing.issues
    changed = patch_mode(city, drawing.patch, mode, drawing.closed)
    table = times_from_scratch(city, drawing.patch, changed)
    facility = len(city.homes.ids)
    if not city.facilities.ids:
        facility += len(drawing.patch.edits.homes)
    time = table[0, facility]
    pace = 750 if mode is Mode.WALK else 225
    return None if time == UNREACHABLE_MS else int(time) / pace
