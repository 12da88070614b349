"""How much of the everyday traffic around the area comes through it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.boundary import inner_part
from spatial.centrality.shortest import passing
from spatial.centrality.trips import trips_after, trips_before
from spatial.centrality.ways import metres_within, once
from spatial.indicators.base import Indicator, Parameter, beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.centrality.trips import Trips
    from spatial.comparison import Comparison
    from spatial.indicators.base import IndicatorValue
    from spatial.network.model import Mode
    from spatial.units import Float64Array

WALK_M: Final = 2000
BIKE_M: Final = 5000


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the share for each mode."""
    for mode in comparison.modes:
        limit_m = INDICATOR.setting(comparison, f"{mode.value}_m")
        limit_ms = round(limit_m * comparison.city.paces[mode].ms_per_metre)
        yield beside(
            INDICATOR,
            _share(comparison, trips_before(comparison, mode), limit_ms),
            _share(comparison, trips_after(comparison, mode), limit_ms),
            mode=mode,
            known_share=_known_share(comparison, mode),
        )


def _share(comparison: Comparison, trips: Trips, limit_ms: int) -> float | None:
    """Give the residents' share of trips that pass; None where nobody goes anywhere."""
    situation = trips.situation
    residents = np.where(situation.in_area, 0.0, situation.residents)
    errands = trips.errands(~situation.places.inside)
    inner = inner_part(comparison.area)
    homes = np.flatnonzero(residents > 0.0)

    def search() -> tuple[Float64Array, Float64Array]:
        inside = np.append(metres_within(comparison.city, trips.ways, inner) > 0.0, [False])
        return passing(
            trips.arcs, limit_ms, sources=trips.homes[homes], targets=errands, inside=inside
        )

    told = (*trips.arcs, residents, errands, limit_ms, inner.wkb)
    made, through = once(comparison.city, "through movement", told, search)
    total = math.fsum((made * residents[homes]).tolist())
    return math.fsum((through * residents[homes]).tolist()) / total if total > 0.0 else None


def _known_share(comparison: Comparison, mode: Mode) -> float:
    """Give the share of residents outside whose home is attached to the network."""
    outside = ~comparison.baseline.in_area
    residents = comparison.baseline.residents[outside]
    attached = (comparison.city.home_footing.links[mode].street >= 0)[outside]
    total = float(residents.sum())
    return float(residents[attached].sum()) / total if total > 0.0 else 1.0


INDICATOR = Indicator(
    id="through_movement",
    group=3,
    name_da="Ture gennem området",
    name_en="Trips through the area",
    sentence_da="Så stor en del af naboernes korteste ture til funktioner uden for området går"
    " gennem det.",
    sentence_en="This share of the neighbours' shortest trips to facilities outside the area goes"
    " through it.",
    formula="Σ_i P_i Σ_j O_j · n_ij(område) / n_ij / Σ_i P_i Σ_j O_j, i og j uden for, d_ij ≤ D",
    unit="share",
    better="higher",
    guarantee="none",
    guarantee_reason_da="En ny vej uden om området kan være kortere end den igennem.",
    guarantee_reason_en="A new way round the area can be shorter than the one through it.",
    parameters={
        "walk_m": Parameter(WALK_M, "m", 200, 5000, "Længste gåtur", "Longest walk"),
        "bike_m": Parameter(BIKE_M, "m", 200, 10000, "Længste cykeltur", "Longest ride"),
    },
    source="After Stender & Bech-Danielsen 2019",
    compute=compute,
    live=False,
)
