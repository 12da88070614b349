"""Values per home and per piece of street, for maps and for checking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.assessment import EdgeDetail, HomeDetail, StreetDetail
from spatial.geometry import stretch
from spatial.network.build import directions, piece_times
from spatial.network.model import Mode
from spatial.network.patch import drawn_stretches, piece_geometry
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry import LineString

    from spatial.comparison import Comparison
    from spatial.indicators.base import Indicator


def home_detail(comparison: Comparison, indicators: Iterable[Indicator]) -> HomeDetail:
    """Give every home's values, before and after, of the indicators that have them per home."""
    city, drawn = comparison.city, comparison.drawing.patch.edits.homes
    before, after = comparison.baseline, comparison.proposal
    count = len(after.residents)
    xy = np.array([(home.x, home.y) for home in drawn], np.float64).reshape(-1, 2)
    return HomeDetail(
        ids=(*city.homes.ids, *(home.feature for home in drawn)),
        residents=np.concatenate((before.residents, np.zeros(count - len(before.residents)))),
        residents_proposal=after.residents,
        xy=np.vstack((city.homes.xy.reshape(-1, 2), xy)),
        in_area=after.in_area,
        values=tuple(
            values
            for indicator in indicators
            if indicator.per_home is not None
            for values in indicator.per_home(comparison)
        ),
    )


def street_detail(comparison: Comparison, indicators: Iterable[Indicator]) -> StreetDetail:
    """Give every street's values, before and after, and those of what is drawn."""
    city, patch = comparison.city, comparison.drawing.patch
    rows = drawn_stretches(patch)
    geometry = np.empty(len(rows), object)
    geometry[:] = [piece_geometry(city, patch, patch.pieces[row]) for row in rows]
    return StreetDetail(
        ids=city.streets.ids,
        drawn_ids=tuple(f"x{row}" for row in rows),
        drawn_geometry=geometry,
        values=tuple(
            values
            for indicator in indicators
            if indicator.per_street is not None
            for values in indicator.per_street(comparison)
        ),
    )


def edge_detail(comparison: Comparison) -> EdgeDetail:
    """Give the pieces of street the drawing adds, and those it closes for any mode."""
    city, patch = comparison.city, comparison.drawing.patch
    rows: list[tuple[str, str, LineString, int, int]] = []
    for number in drawn_stretches(patch):
        piece = patch.pieces[number]
        times = {mode: piece.times[mode][0] for mode in Mode}
        rows.append((f"x{number}", "added", piece_geometry(city, patch, piece), *_both(times)))
    pieces = city.network.pieces
    closed = np.zeros(len(pieces.street), np.bool_)
    for changed in comparison.patched.values():
        closed |= changed.closings.base
    for row in np.flatnonzero(closed):
        street = int(pieces.street[row])
        shape = stretch(
            city.streets.geometry[street], int(pieces.start_ticks[row]), int(pieces.end_ticks[row])
        )
        times = {}
        for mode in Mode:
            allowed = bool(directions(city.streets, mode)[0][street])
            elapsed = piece_times(city.length_ticks, pieces, mode)[row]
            times[mode] = int(elapsed) if allowed else -1
        rows.append((piece_id(comparison, int(row)), "closed", shape, *_both(times)))
    geometry = np.empty(len(rows), object)
    geometry[:] = [row[2] for row in rows]
    return EdgeDetail(
        ids=tuple(row[0] for row in rows),
        states=tuple(row[1] for row in rows),  # type: ignore[misc]
        geometry=geometry,
        walk_ms=np.array([row[3] for row in rows], np.int32),
        bike_ms=np.array([row[4] for row in rows], np.int32),
    )


def _both(times: dict[Mode, int]) -> tuple[int, int]:
    walk, bike = (
        times[mode] if times[mode] >= 0 else int(UNREACHABLE_MS) for mode in (Mode.WALK, Mode.BIKE)
    )
    return walk, bike


def piece_id(comparison: Comparison, row: int) -> str:
    """Name a base piece by its street and its place on it, as the model bundle does."""
    pieces = comparison.city.network.pieces
    street = int(pieces.street[row])
    return f"{comparison.city.streets.ids[street]}-{row - int(pieces.first[street])}"
