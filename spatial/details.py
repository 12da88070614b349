"""Values per home and per piece of street, for maps and for checking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.assessment import EdgeDetail, HomeDetail, HomeValues
from spatial.geometry import stretch
from spatial.network.build import directions, piece_times
from spatial.network.model import Mode
from spatial.network.patch import piece_geometry
from spatial.summaries import PARTS_OF_A_RESIDENT
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry import LineString

    from spatial.comparison import Comparison
    from spatial.units import Float64Array, Int32Array, Int64Array

NO_TIME = -1


def home_detail(comparison: Comparison) -> HomeDetail:
    """Give every home's values, before and after."""
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
        values=tuple(_values(comparison, count)),
    )


def _values(comparison: Comparison, count: int) -> Iterator[HomeValues]:
    for mode in comparison.modes:
        before, after = comparison.baseline.measures[mode], comparison.proposal.measures[mode]
        nearest = before.nearest_ms, after.nearest_ms
        for row, category in comparison.categories:
            yield HomeValues(
                "travel_time_nearest",
                mode,
                category,
                None,
                "ms",
                _times(nearest[0][:, row], count),
                _times(nearest[1][:, row], count),
            )
            for column, cutoff in enumerate(comparison.cutoffs_min):
                yield HomeValues(
                    "opportunities_within",
                    mode,
                    category,
                    cutoff,
                    "facilities",
                    _numbers(before.opportunities[:, row, column], count),
                    _numbers(after.opportunities[:, row, column], count),
                )
        for column, cutoff in enumerate(comparison.cutoffs_min):
            yield HomeValues(
                "city_reach",
                mode,
                None,
                cutoff,
                "residents",
                _numbers(before.reach_parts[:, column] / PARTS_OF_A_RESIDENT, count),
                _numbers(after.reach_parts[:, column] / PARTS_OF_A_RESIDENT, count),
            )


def _times(times_ms: Int32Array, count: int) -> Int64Array:
    values = np.full(count, NO_TIME, np.int64)
    values[: len(times_ms)] = np.where(times_ms == UNREACHABLE_MS, NO_TIME, times_ms)
    return values


def _numbers(numbers: Int32Array | Float64Array, count: int) -> Float64Array:
    values = np.full(count, np.nan)
    values[: len(numbers)] = numbers
    return values


def edge_detail(comparison: Comparison) -> EdgeDetail:
    """Give the pieces of street the drawing adds, and those it closes for any mode."""
    city, patch = comparison.city, comparison.drawing.patch
    rows: list[tuple[str, str, LineString, int, int]] = []
    for number, piece in enumerate(patch.pieces):
        if piece.kind != "half":
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
