"""Values per home and per piece of street, for maps and for checking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.assessment import EdgeDetail, HomeDetail, StreetDetail
from spatial.geometry import stretch
from spatial.network.build import directions, piece_times
from spatial.network.model import STREET_MODES, Mode
from spatial.network.patch import drawn_stretches, piece_geometry, street_time
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


EdgeRow = tuple[str, str, "LineString", int, int]


def edge_detail(comparison: Comparison) -> EdgeDetail:
    """Give the pieces of street the drawing adds, changes, or closes for any mode."""
    rows = [*_added(comparison), *_changed(comparison), *_closed(comparison)]
    geometry = np.empty(len(rows), object)
    geometry[:] = [row[2] for row in rows]
    return EdgeDetail(
        ids=tuple(row[0] for row in rows),
        states=tuple(row[1] for row in rows),  # type: ignore[misc]
        geometry=geometry,
        walk_ms=np.array([row[3] for row in rows], np.int32),
        bike_ms=np.array([row[4] for row in rows], np.int32),
    )


def _added(comparison: Comparison) -> Iterator[EdgeRow]:
    city, patch = comparison.city, comparison.drawing.patch
    for number in drawn_stretches(patch):
        piece = patch.pieces[number]
        times = {mode: piece.times[mode][0] for mode in STREET_MODES}
        yield f"x{number}", "added", piece_geometry(city, patch, piece), *_both(times)


def _changed(comparison: Comparison) -> Iterator[EdgeRow]:
    """Give the stretches whose attributes change, with the times they have before the change."""
    city, changed = comparison.city, comparison.drawing.patch.changed
    for number, way in enumerate(changed.stretches):
        line = city.streets.geometry[way.street]
        shape = stretch(line, way.start_ticks, way.end_ticks)
        times = {
            mode: street_time(city, way.street, way.start_ticks, way.end_ticks, mode)
            if directions(city.streets, mode, city.paces[mode])[0][way.street]
            else -1
            for mode in STREET_MODES
        }
        yield f"c{number}", "changed" if way.after else "closed", shape, *_both(times)


def _closed(comparison: Comparison) -> Iterator[EdgeRow]:
    city, drawing = comparison.city, comparison.drawing
    pieces = city.network.pieces
    closed = np.zeros(len(pieces.street), np.bool_)
    for closure, ways in zip(drawing.patch.edits.closures, drawing.closed, strict=True):
        if closure.modes & set(comparison.modes):
            closed |= ways.base
    times = {
        mode: piece_times(city.length_ticks, pieces, city.paces[mode]) for mode in STREET_MODES
    }
    allowed = {mode: directions(city.streets, mode, city.paces[mode])[0] for mode in STREET_MODES}
    for row in np.flatnonzero(closed):
        street = int(pieces.street[row])
        shape = stretch(
            city.streets.geometry[street], int(pieces.start_ticks[row]), int(pieces.end_ticks[row])
        )
        taken = {
            mode: int(times[mode][row]) if allowed[mode][street] else -1 for mode in STREET_MODES
        }
        yield piece_id(comparison, int(row)), "closed", shape, *_both(taken)


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
