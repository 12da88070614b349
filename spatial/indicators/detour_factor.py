"""How much longer the way is than the straight line."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from spatial.comparison import area_key, base_homes
from spatial.indicators.base import Indicator, Parameter, attached_share, beside
from spatial.network.build import piece_at, times_at
from spatial.network.link import link_points
from spatial.network.model import Connectors, Mode
from spatial.network.patch import connectors_from
from spatial.proposal import baseline_point_times, point_times
from spatial.units import UNREACHABLE_MS, travel_time_ms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.city import City
    from spatial.comparison import Comparison
    from spatial.indicators.base import IndicatorValue
    from spatial.tables import Area
    from spatial.units import BoolArray, Float64Array, Int32Array

RINGS_M: Final = (400, 800, 1200)
POINTS: Final = 72
REACH_M: Final = 100.0
_NEAREST_M: Final = 1.0


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the mean ratio for each ring, on foot."""
    if Mode.WALK not in comparison.modes:
        return
    city, mode = comparison.city, Mode.WALK
    homes = base_homes(comparison.baseline, len(city.homes.ids))
    before, after = comparison.baseline.residents[homes], comparison.proposal.residents[homes]
    known = attached_share(comparison, mode)
    pace = city.paces[mode].ms_per_metre
    for ring_m in RINGS_M:
        key = ("detour", area_key(comparison.area), ring_m)
        compute_baseline = partial(_baseline, city, comparison.area, ring_m, homes)
        baseline, straight_m, points = city.remember(key, compute_baseline)
        patch = comparison.drawing.patch if comparison.patched else None
        changed = comparison.patched.get(mode)
        proposal = point_times(city, patch, changed, baseline, homes, points)
        counted = (baseline < UNREACHABLE_MS) & (proposal < UNREACHABLE_MS)
        counted &= straight_m >= _NEAREST_M
        yield beside(
            INDICATOR,
            _mean_ratio(baseline / pace, straight_m, counted, before),
            _mean_ratio(proposal / pace, straight_m, counted, after),
            mode=mode,
            variant=str(ring_m),
            known_share=known,
        )


def _baseline(
    city: City, area: Area, ring_m: int, homes: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> tuple[Int32Array, Float64Array, Connectors]:
    """Give times and straight lines from homes to the ring's points, and their connectors."""
    xy = ring_points(area, ring_m)
    points = _attach(city, xy)
    straight_m = np.hypot(
        city.homes.xy[homes, None, 0] - xy[None, :, 0],
        city.homes.xy[homes, None, 1] - xy[None, :, 1],
    )
    return baseline_point_times(city, Mode.WALK, homes, points), straight_m, points


def ring_points(area: Area, ring_m: int) -> Float64Array:
    """Spread points evenly over the line that lies so far outside the boundary."""
    outline = shapely.get_exterior_ring(shapely.get_parts(area.geometry.buffer(ring_m)))
    lengths = shapely.length(outline)
    ends = np.cumsum(lengths)
    along = np.arange(POINTS) * ends[-1] / POINTS
    ring = np.searchsorted(ends, along, side="right")
    start = ends[ring] - lengths[ring]
    points = shapely.line_interpolate_point(outline[ring], along - start)
    coordinates: Float64Array = shapely.get_coordinates(points)
    return coordinates


def _attach(city: City, xy: Float64Array) -> Connectors:
    """Attach ring points to the streets of the base; those over 100 m away are left out."""
    links = link_points(city.linker, Mode.WALK, xy, max_distance_m=REACH_M)
    pieces, pace = city.network.pieces, city.paces[Mode.WALK]
    found: list[tuple[int, int, int]] = []
    for point in np.flatnonzero(links.street >= 0):
        street, position = int(links.street[point]), int(links.position_ticks[point])
        piece = piece_at(pieces, street, position)
        whole = city.length_ticks[[street] * 3]
        marks = np.array([pieces.start_ticks[piece], position, pieces.end_ticks[piece]])
        at_end = np.array([False, False, marks[2] >= whole[0]])
        rows = np.array([street] * 3)
        start, here, end = times_at(marks, whole, pace, at_end, rows).tolist()
        away = travel_time_ms(int(links.distance_ticks[point]), pace.ms_per_metre)
        found.append((int(point), int(pieces.tail[piece]), away + here - start))
        found.append((int(point), int(pieces.head[piece]), away + end - here))
    return connectors_from(len(xy), found)


def _mean_ratio(
    network_m: Float64Array, straight_m: Float64Array, counted: BoolArray, weights: Float64Array
) -> float | None:
    weight = np.where(counted, weights[:, None], 0.0)
    # Rounded once at the end, so that the order of the homes decides nothing.
    total = math.fsum(weight.ravel().tolist())
    if total <= 0.0:
        return None
    ratio = np.divide(network_m, straight_m, out=np.zeros(straight_m.shape), where=counted)
    return math.fsum((ratio * weight).ravel().tolist()) / total


INDICATOR = Indicator(
    id="detour_factor",
    group=4,
    name_da="Omvej",
    name_en="Detour",
    sentence_da="Gangvejen til steder omkring området er i gennemsnit så mange gange længere end"
    " luftlinjen.",
    sentence_en="On average the walk to places around the area is this many times the straight"
    " line.",
    formula="Σ P_i (d_ip / |ip|) / Σ P_i, p på ringe 400, 800 og 1200 m uden for området",
    unit="ratio",
    better="lower",
    guarantee="none",
    guarantee_reason_da="Et gennemsnit over de steder, der kan nås både før og efter: åbner en ny"
    " vej for et sted, der før var spærret, tæller det ikke med.",
    guarantee_reason_en="A mean over places reached both before and after: a place that a new way"
    " opens does not count.",
    parameters={
        "rings_m": Parameter(RINGS_M, "m"),
        "points": Parameter(POINTS),
        "reach_m": Parameter(REACH_M, "m"),
    },
    source="Dill 2004",
    compute=compute,
)
