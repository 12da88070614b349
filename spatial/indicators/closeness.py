"""How near the city's junctions are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.centrality.shortest import closeness
from spatial.centrality.trips import trips_after, trips_before
from spatial.centrality.ways import JUNCTION_WAYS, degrees, once
from spatial.indicators.base import Indicator, Parameter, attached_share, beside, home_column
from spatial.units import MS_PER_MINUTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.assessment import HomeValues
    from spatial.centrality.trips import Trips
    from spatial.comparison import Comparison
    from spatial.indicators.base import IndicatorValue
    from spatial.units import Float64Array

LEAST_MIN: Final = 1


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the residents' mean for each mode."""
    cutoff_min = int(INDICATOR.setting(comparison, "cutoff_min"))
    for mode in comparison.modes:
        yield beside(
            INDICATOR,
            _mean(comparison, trips_before(comparison, mode), cutoff_min),
            _mean(comparison, trips_after(comparison, mode), cutoff_min),
            mode=mode,
            cutoff_min=cutoff_min,
            known_share=attached_share(comparison, mode),
        )


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give each home's closeness."""
    cutoff_min = int(INDICATOR.setting(comparison, "cutoff_min"))
    for mode in comparison.modes:
        yield home_column(
            INDICATOR,
            comparison,
            _of_homes(comparison, trips_before(comparison, mode), cutoff_min),
            _of_homes(comparison, trips_after(comparison, mode), cutoff_min),
            mode=mode,
            cutoff_min=cutoff_min,
        )


def _of_homes(comparison: Comparison, trips: Trips, cutoff_min: int) -> Float64Array:
    """Sum up one over the minutes to each junction."""
    junctions = np.zeros(len(trips.arcs.indptr) - 1)
    junctions[: len(trips.ways.place_xy)] = degrees(trips.ways) >= JUNCTION_WAYS

    def search() -> Float64Array:
        found = closeness(
            trips.arcs,
            cutoff_min * MS_PER_MINUTE,
            sources=trips.homes,
            weights=junctions,
            least_ms=LEAST_MIN * MS_PER_MINUTE,
        )
        return found.harmonic_per_ms * MS_PER_MINUTE

    return once(comparison.city, "closeness", (*trips.arcs, junctions, cutoff_min), search)


def _mean(comparison: Comparison, trips: Trips, cutoff_min: int) -> float | None:
    situation = trips.situation
    residents = np.where(situation.in_area, situation.residents, 0.0)
    total = math.fsum(residents.tolist())
    if total <= 0.0:
        return None
    near = _of_homes(comparison, trips, cutoff_min)
    return math.fsum((near * residents).tolist()) / total


INDICATOR = Indicator(
    id="closeness",
    group=4,
    name_da="Nærhed til byens kryds",
    name_en="Closeness to the city's junctions",
    sentence_da="Hvert kryds inden for tiden tæller én delt med minutterne derhen; tallet er"
    " summen for en beboer i gennemsnit.",
    sentence_en="Each junction within the time counts one divided by the minutes there; the number"
    " is the sum for an average resident.",
    formula="Σ_i P_i Σ_{v: t_iv ≤ T, grad ≥ 3} 1 / max(t_iv, 1 min) / Σ_i P_i",
    unit="per_min",
    better="higher",
    guarantee="monotone",
    guarantee_reason_da="En ny vej kan kun give flere kryds og kortere tid til dem, der er.",
    guarantee_reason_en="A new way can only give more junctions and less time to those there are.",
    parameters={
        "cutoff_min": Parameter(15, "min", 1, 60, "Længste vej", "Longest way"),
        "least_min": Parameter(LEAST_MIN, "min"),
        "junction_ways": Parameter(JUNCTION_WAYS),
    },
    source="Freeman 1979; harmonic, Marchiori & Latora 2000",
    compute=compute,
    live=False,
    per_home=per_home,
)
