"""How many seats at school there are to a pupil, where others want them too."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from spatial.indicators.base import (
    Indicator,
    Parameter,
    Reading,
    attached_share,
    home_column,
    of_area,
)
from spatial.summaries import PARTS_OF_A_RESIDENT, weighted_mean
from spatial.tables import CATEGORIES
from spatial.units import MS_PER_MINUTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.assessment import HomeValues
    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.network.model import Mode
    from spatial.units import BoolArray, Float64Array, Int64Array

_SCHOOL = CATEGORIES.index("school")


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the residents' mean for each mode."""
    return of_area(INDICATOR, comparison)


def of_homes(comparison: Comparison, situation: Situation, homes: BoolArray) -> Iterator[Reading]:
    """Give the mean of those of some homes' residents for whom it can be told.

    What is known is the share for whom every school in reach has a capacity that nobody assumed.
    """
    for mode in comparison.modes:
        seats, sure = _seats(comparison, situation, mode)
        told = np.flatnonzero(homes & (situation.weights > 0) & ~np.isnan(seats))
        total = int(situation.weights[homes].sum())
        known = int(situation.weights[homes & sure].sum()) / total if total else 1.0
        yield Reading(
            weighted_mean(seats[told], situation.weights[told]),
            mode,
            "school",
            known_share=known * attached_share(comparison, mode, homes),
        )


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give each home's seats; none where a school in reach has an unknown capacity."""
    for mode in comparison.modes:
        before, _ = _seats(comparison, comparison.baseline, mode)
        after, _ = _seats(comparison, comparison.proposal, mode)
        yield home_column(INDICATOR, comparison, before, after, mode=mode, category="school")


def floating_catchment(
    reach: BoolArray | Float64Array, demand: Int64Array | Float64Array, supply: Float64Array
) -> Float64Array:
    """Share supply out among all who reach it, and give what each origin's people get of it.

    Two-step floating catchment area: R_j = S_j / Σ_i P_i f_ij, then A_i = Σ_j R_j f_ij. Everything
    somebody reaches is shared out: Σ_i P_i A_i = Σ_j S_j over those j.

    Parameters
    ----------
    reach : bool or float array, shape (origins, places)
        f, from 0 for out of reach to 1.
    demand : int or float array, shape (origins,)
    supply : float64 array, shape (places,)
        NaN where nobody knows.

    Returns
    -------
    float64 array, shape (origins,)
        NaN where something unknown is in reach; zero where nothing is.
    """
    wanted = (demand[:, None] * reach).sum(axis=0)
    shared = np.divide(supply, wanted, out=np.zeros(len(supply)), where=wanted > 0)
    got = np.where(reach > 0, shared * reach, 0.0)
    # Rounded once at the end, so that the order of the places does not matter.
    return np.array([math.fsum(row) for row in got.tolist()], np.float64)


def _seats(
    comparison: Comparison, situation: Situation, mode: Mode
) -> tuple[Float64Array, BoolArray]:
    """Give seats to a pupil at every home, and whether no capacity behind them was assumed."""
    places = situation.places
    schools = np.flatnonzero(places.category == _SCHOOL)
    drawn = comparison.drawing.patch.edits.facilities
    every = (*comparison.city.facilities.capacity, *(place.capacity for place in drawn))
    capacity = np.array([every[row] for row in schools], np.float64)
    assumed = INDICATOR.setting(comparison, "assumed_capacity")
    limit_ms = INDICATOR.setting(comparison, "catchment_min") * MS_PER_MINUTE
    pupils = INDICATOR.setting(comparison, "pupils_per_resident")
    reach: BoolArray = situation.times[mode].to_facilities(schools) <= limit_ms
    sure: BoolArray = np.logical_not((reach & np.isnan(capacity)).any(axis=1))
    supply = np.where(np.isnan(capacity) & (assumed > 0), assumed, capacity)
    seats = floating_catchment(reach, situation.weights, supply * PARTS_OF_A_RESIDENT / pupils)
    return seats, sure


INDICATOR = Indicator(
    id="school_competition",
    group=1,
    name_da="Skolepladser pr. elev",
    name_en="School seats per pupil",
    sentence_da="Så mange skolepladser er der i gennemsnit til hver elev inden for rækkevidde, når"
    " pladserne deles med alle andre, der også kan nå dem.",
    sentence_en="On average this many seats at school are within reach for each pupil, when they"
    " are shared with all others who can reach them too.",
    formula="A_i = Σ_j R_j · 1[t_ij ≤ T], R_j = S_j / Σ_i e P_i · 1[t_ij ≤ T], e = elever pr."
    " beboer; Σ_i P_i A_i / Σ_i P_i",
    unit="ratio",
    better="higher",
    guarantee="none",
    guarantee_reason_da="Pladserne er de samme: den, der får kortere vej til en skole, deler den"
    " med dem, der havde den i forvejen.",
    guarantee_reason_en="The seats are the same: whoever gets a shorter way to a school shares it"
    " with those who had it before.",
    parameters={
        "catchment_min": Parameter(
            30.0, "min", low=5.0, high=120.0, name_da="Rækkevidde", name_en="Catchment"
        ),
        "pupils_per_resident": Parameter(
            0.115,
            "",
            low=0.01,
            high=1.0,
            name_da="Elever pr. beboer",
            name_en="Pupils per resident",
        ),
        "assumed_capacity": Parameter(
            0.0,
            "seats",
            low=0.0,
            high=5000.0,
            name_da="Pladser på skoler, hvis størrelse er ukendt (0: ukendt)",
            name_en="Seats at schools of unknown size (0: unknown)",
        ),
    },
    source="Luo & Wang 2003 (2SFCA); pupils per resident is an assumption (about one in nine is of"
    " school age)",
    compute=compute,
    live=False,
    per_home=per_home,
    of_homes=of_homes,
)
