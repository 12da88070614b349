"""Who lives near a station, along the streets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from spatial.indicators.base import Indicator, Parameter, Reading, attached_share, of_area
from spatial.network.model import Mode
from spatial.tables import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.units import BoolArray

WITHIN_M: Final = (600, 1200)
_STATION: Final = CATEGORIES.index("station")


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the share of residents for each distance, on foot."""
    return of_area(INDICATOR, comparison)


def of_homes(comparison: Comparison, situation: Situation, homes: BoolArray) -> Iterator[Reading]:
    """Give the share of some homes' residents for each distance.

    Where no station stands or is drawn, nobody knows whether the data has them: no answer.
    """
    if Mode.WALK not in comparison.modes:
        return
    known = attached_share(comparison, Mode.WALK, homes)
    any_station = any(category == "station" for _, category in comparison.categories)
    times_ms = situation.measures[Mode.WALK].nearest_ms[homes, _STATION]
    weights = situation.weights[homes]
    total = int(weights.sum())
    for distance_m in WITHIN_M:
        share = None
        if any_station and total:
            near = times_ms <= distance_m * comparison.city.paces[Mode.WALK].ms_per_metre
            share = int(weights[near].sum()) / total
        yield Reading(
            share,
            Mode.WALK,
            "station",
            variant=str(distance_m),
            known_share=known if any_station else 0.0,
        )


INDICATOR = Indicator(
    id="station_proximity",
    group=1,
    name_da="Stationsnærhed",
    name_en="Near a station",
    sentence_da="Så stor en del af beboerne har højst 600 og 1.200 meter til en station ad veje og"
    " stier; en ventetid ved en krydsning tæller som den vej, man kunne have gået.",
    sentence_en="This share of the residents have at most 600 and 1,200 metres to a station along"
    " streets and paths; a wait at a crossing counts as the way one could have walked.",
    formula="Σ_i P_i · 1[min_{j∈station} d_ij ≤ 600, 1200 m] / Σ_i P_i",
    unit="share",
    better="higher",
    guarantee="monotone",
    guarantee_reason_da="Vejen til en station kan kun blive kortere, når noget tilføjes. Andelen"
    " følger med, så længe de samme mennesker bor der.",
    guarantee_reason_en="The way to a station can only get shorter when something is added. The"
    " share follows as long as the same people live there.",
    parameters={"within_m": Parameter(WITHIN_M, "m")},
    source="Fingerplanen (stationsnærhed)",
    compute=compute,
    of_homes=of_homes,
)
