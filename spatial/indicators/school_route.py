"""The way to school on foot: how long, and how many fast roads are crossed without help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.daily_routes import routes_to
from spatial.indicators.base import (
    Indicator,
    Parameter,
    Reading,
    attached_share,
    home_column,
    of_area,
)
from spatial.network.carried import carry, passed_nodes
from spatial.network.model import Mode
from spatial.network.road_sides import Roads, crossing_steps, helped_nodes
from spatial.network.way_table import changes_of
from spatial.summaries import weighted_lower_medians, weighted_mean
from spatial.tables import CONTROLLED
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.assessment import HomeValues
    from spatial.comparison import Comparison, Situation
    from spatial.daily_routes import DailyRoutes
    from spatial.indicators.base import IndicatorValue
    from spatial.units import BoolArray, Int32Array, Int64Array

WITHIN_M: Final = 2_500
"""Folkeskoleloven § 26: further than this, the youngest have a right to transport."""


@dataclass(frozen=True, slots=True)
class SchoolRoutes:
    """Every home's way to the nearest school.

    Parameters
    ----------
    times_ms : int32 array, shape (homes,)
    crossings : int64 array, shape (homes,)
        As far as speeds are known; zero where no way leads.
    sure : bool array, shape (homes,)
        Whether unknown speeds would make no difference.
    """

    times_ms: Int32Array
    crossings: Int64Array
    sure: BoolArray


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the median time, the mean number of crossings, and the share with a short way."""
    return of_area(INDICATOR, comparison)


def of_homes(comparison: Comparison, situation: Situation, homes: BoolArray) -> Iterator[Reading]:
    """Give the three numbers for some homes' residents."""
    if Mode.WALK not in comparison.modes:
        return
    found, weights = _routes(comparison, situation), situation.weights
    rows = np.flatnonzero(homes & (weights > 0))
    there = rows[found.times_ms[rows] < UNREACHABLE_MS]
    total, arriving = int(weights[rows].sum()), int(weights[there].sum())
    known = attached_share(comparison, Mode.WALK, homes)
    (median,) = weighted_lower_medians(found.times_ms[rows, None], weights[rows])
    yield Reading(median, Mode.WALK, "school", variant="time", known_share=known)
    sure = int(weights[there[found.sure[there]]].sum()) / arriving if arriving else 0.0
    yield Reading(
        weighted_mean(found.crossings[there].astype(np.float64), weights[there]),
        Mode.WALK,
        "school",
        variant="crossings",
        unit="crossings",
        known_share=known * sure,
    )
    limit_ms = WITHIN_M * comparison.city.paces[Mode.WALK].ms_per_metre
    near = int(weights[rows[found.times_ms[rows] <= limit_ms]].sum())
    yield Reading(
        near / total if total else None,
        Mode.WALK,
        "school",
        variant=str(WITHIN_M),
        better="higher",
        unit="share",
        known_share=known,
    )


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give the time from every home."""
    if Mode.WALK in comparison.modes:
        before = _routes(comparison, comparison.baseline).times_ms
        after = _routes(comparison, comparison.proposal).times_ms
        yield home_column(INDICATOR, comparison, before, after, mode=Mode.WALK, category="school")


def _routes(comparison: Comparison, situation: Situation) -> SchoolRoutes:
    if situation is not comparison.baseline:
        return _found(comparison, situation)
    key = ("school routes", INDICATOR.setting(comparison, "fast_kmh"))
    return comparison.city.remember(key, lambda: _found(comparison, situation))


def _found(comparison: Comparison, situation: Situation) -> SchoolRoutes:
    routes = routes_to(comparison, situation, "school")
    roads = _roads(comparison, situation)
    used = passed_nodes(routes.steps, routes.from_node)
    fast_kmh = INDICATOR.setting(comparison, "fast_kmh")
    least, most = (
        _fewest(routes, crossing_steps(roads, routes.steps, arms, used))
        for arms in (
            roads.fast_arms(fast_kmh, unknown_is_fast=unknown) for unknown in (False, True)
        )
    )
    return SchoolRoutes(routes.times_ms, least, least == most)


def _fewest(routes: DailyRoutes, adds: Int64Array) -> Int64Array:
    """Give the fewest crossings on every home's way, whichever side it sets out on."""
    return routes.at_homes(carry(routes.steps, adds).min(axis=1))


def _roads(comparison: Comparison, situation: Situation) -> Roads:
    if situation is comparison.baseline:
        return Roads(comparison.city, None, {}, helped_nodes(comparison.city))
    patch = comparison.drawing.patch
    helped = {
        feature.id
        for feature in comparison.interventions
        if feature.kind == "crossing" and feature.properties.get("control") in CONTROLLED
    }
    nodes = {
        node
        for piece in patch.pieces
        if piece.kind != "half" and patch.edits.lines[piece.owner].feature in helped
        for node in (piece.tail, piece.head)
    }
    controlled = helped_nodes(comparison.city) | nodes
    return Roads(comparison.city, patch, changes_of(patch.edits), controlled)


INDICATOR = Indicator(
    id="school_route",
    group=1,
    name_da="Skolevej",
    name_en="Way to school",
    sentence_da="Så lang tid går halvdelen af beboerne højst til den nærmeste skole, så mange veje"
    " med 50 km/t eller mere krydser de mindst på vejen uden lys eller fodgængerfelt, og så stor en"
    " del har højst 2,5 km.",
    sentence_en="In at most this time half of the residents walk to the nearest school; at least"
    " this many roads of 50 km/h or more they cross on the way without a light or a zebra; and this"
    " share have at most 2.5 km.",
    formula="med_i(t_i; P_i); Σ_i P_i k_i / Σ_i P_i; Σ_i P_i · 1[t_i ≤ 2500 m] / Σ_i P_i; k_i ="
    " færrest krydsede veje ≥ 50 km/t på den korteste vej",
    unit="ms",
    better="lower",
    guarantee="none",
    guarantee_reason_da="Tid og andel bliver aldrig ringere af noget nyt, men en kortere vej kan"
    " krydse flere veje.",
    guarantee_reason_en="Time and share never get worse by something new, but a shorter way can"
    " cross more roads.",
    parameters={
        "fast_kmh": Parameter(
            50.0, "km/h", low=20.0, high=130.0, name_da="Hurtig vej fra", name_en="Fast road from"
        ),
        "within_m": Parameter(WITHIN_M, "m"),
    },
    source="Folkeskoleloven § 26; districts are not known, so the nearest school stands for the"
    " district's; residents stand for pupils; lights and zebras on standing roads count where the"
    " streets come from OpenStreetMap, and are not known elsewhere",
    compute=compute,
    live=False,
    per_home=per_home,
    of_homes=of_homes,
)
