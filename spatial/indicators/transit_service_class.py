"""How well residents are served by buses and trains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.indicators.base import Indicator, Reading, attached_share, of_area
from spatial.network.model import Mode
from spatial.transit_service import PARAMETERS, departures_per_hour, known_stops_share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.units import BoolArray, Float64Array, Int64Array

CLASSES: Final = ("low", "medium", "high", "very_high")
"""From some service at all upwards; none is what is left."""
MEDIUM_AN_HOUR: Final = 4.0
HIGH_AN_HOUR: Final = 10.0


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the share of residents with each class or a better one."""
    return of_area(INDICATOR, comparison)


def of_homes(comparison: Comparison, situation: Situation, homes: BoolArray) -> Iterator[Reading]:
    """Give the share of some homes' residents with each class or a better one.

    Where the departures of no stop are known, there is no answer.
    """
    if Mode.WALK not in comparison.modes:
        return
    rows = np.flatnonzero(homes & (situation.weights > 0))
    weights, total = situation.weights[rows], int(situation.weights[rows].sum())
    known = known_stops_share(comparison)
    day_share = INDICATOR.setting(comparison, "day_share")
    classes = service_classes(departures_per_hour(comparison, situation, rows, day_share))
    for level, name in enumerate(CLASSES, start=1):
        share = int(weights[classes >= level].sum()) / total if known > 0.0 and total else None
        yield Reading(
            share,
            Mode.WALK,
            variant=name,
            known_share=attached_share(comparison, Mode.WALK, homes) * known,
        )


def service_classes(an_hour: Float64Array) -> Int64Array:
    """Give classes, 0 for none to 4 for very high.

    Parameters
    ----------
    an_hour : float64 array, shape (homes, 2)
        Departures an hour of buses and of trains.

    Examples
    --------
    >>> service_classes(np.array([[0, 0], [3.9, 0], [4, 3], [2, 10], [10, 10.0]])).tolist()
    [0, 1, 2, 3, 4]
    """
    best = an_hour.max(axis=1)
    classes: Int64Array = (
        (best > 0).astype(np.int64)
        + (best >= MEDIUM_AN_HOUR)
        + (best >= HIGH_AN_HOUR)
        + (an_hour >= HIGH_AN_HOUR).all(axis=1)
    )
    return classes


INDICATOR = Indicator(
    id="transit_service_class",
    group=1,
    name_da="Betjening med bus og tog",
    name_en="Service by bus and train",
    sentence_da="Så stor en del af beboerne har mindst den betjening inden for 500 meter ad veje og"
    " stier på hverdage kl. 6-20: lav er under 4 afgange i timen fra det bedste stoppested, middel"
    " fra 4, høj fra 10, og meget høj fra 10 med både bus og tog.",
    sentence_en="This share of the residents have at least such service within 500 metres along"
    " streets and paths on weekdays from 6 to 20: low is fewer than 4 departures an hour from the"
    " best stop, medium from 4, high from 10, and very high from 10 by bus and by train.",
    formula="Σ_i P_i · 1[k_i ≥ k] / Σ_i P_i, k_i efter max_{j: d_ij ≤ 500 m} a_j, a_j = s A_j / 14",
    unit="share",
    better="higher",
    guarantee="monotone",
    guarantee_reason_da="Nye veje kan kun bringe flere stoppesteder nær, og det bedste tæller."
    " Andelen følger med, så længe de samme mennesker bor der.",
    guarantee_reason_en="New ways can only bring more stops near, and the best one counts. The"
    " share follows as long as the same people live there.",
    parameters=PARAMETERS,
    source="Danmarks Statistik, FN's verdensmål 11.2.1; by the timetable that is loaded, else by an"
    " assumed share of the register's weekday (2022)",
    compute=compute,
    of_homes=of_homes,
)
