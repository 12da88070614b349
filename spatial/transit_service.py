"""How often something leaves from the stops that a home has near."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.indicators.base import Parameter
from spatial.network.model import Mode
from spatial.tables import CATEGORIES

if TYPE_CHECKING:
    from spatial.comparison import Comparison, Situation
    from spatial.units import BoolArray, Float64Array, Int64Array

WITHIN_M: Final = 500
HOURS: Final = 14
"""From 6 to 20, when Danmarks Statistik counts."""
DAY_SHARE: Final = 0.8
"""So much of a weekday's departures leave from 6 to 20, where only the day's number is known."""
PARAMETERS: Final = {
    "within_m": Parameter(WITHIN_M, "m"),
    "day_share": Parameter(
        DAY_SHARE,
        "",
        low=0.3,
        high=1.0,
        name_da="Andel af afgangene kl. 6-20, hvor kun døgnets er kendt",
        name_en="Share of departures from 6 to 20, where only the day's are known",
    ),
}
KINDS: Final = ("stop", "station")
"""Buses leave from stops and trains from stations."""
_STOP, _STATION = (CATEGORIES.index(kind) for kind in KINDS)


def known_stops_share(comparison: Comparison) -> float:
    """Give the share of the stops that stand whose departures are known; 0 where none stands."""
    of_stops = np.isin(comparison.baseline.places.category, (_STOP, _STATION))
    known = ~np.isnan(_departures_06_20(comparison, comparison.baseline, DAY_SHARE))
    return float(known[of_stops].mean()) if of_stops.any() else 0.0


def departures_per_hour(
    comparison: Comparison, situation: Situation, homes: Int64Array, day_share: float
) -> Float64Array:
    """Give the departures an hour from the best stop and the best station near some homes.

    Near is 500 m along streets and paths. Of a facility that is drawn as such no departures are
    known; a drawn line brings its own.

    Parameters
    ----------
    homes : int64 array, shape (chosen homes,)

    Returns
    -------
    float64 array, shape (chosen homes, 2)
        Of buses and of trains; zero where nothing leaves.
    """
    before = comparison.baseline

    def baseline() -> Float64Array:
        return _most(comparison, before, np.arange(len(before.residents)), day_share)

    ready = comparison.city.remember(("departures near", day_share), baseline)
    if situation is before:
        return ready[homes] / HOURS
    found = np.empty((len(homes), len(KINDS)))
    same = _as_before(comparison, situation, homes)
    found[same] = ready[homes[same]]
    found[~same] = _most(comparison, situation, homes[~same], day_share)
    return found / HOURS


def _as_before(comparison: Comparison, situation: Situation, homes: Int64Array) -> BoolArray:
    """Tell which homes have the baseline's times, to the baseline's stops."""
    before = comparison.baseline
    standing = len(before.residents)
    stops = np.isin(situation.places.category, (_STOP, _STATION))
    stops_before = np.isin(before.places.category, (_STOP, _STATION))
    same: BoolArray = homes < standing
    stands = np.array_equal(stops[: len(stops_before)], stops_before)
    if comparison.drawing.patch.edits.transit or not stands:
        same[:] = False
    same[same] = ~situation.times[Mode.WALK].table.touched[homes[same]]
    return same


def _most(
    comparison: Comparison, situation: Situation, homes: Int64Array, day_share: float
) -> Float64Array:
    """Give the most departures from 6 to 20 from one stop, and from one station, near homes."""
    departures = _departures_06_20(comparison, situation, day_share)
    best = np.zeros((len(homes), len(KINDS)))
    near_ms = WITHIN_M * comparison.city.paces[Mode.WALK].ms_per_metre
    for column, category in enumerate((_STOP, _STATION)):
        of_kind = (situation.places.category == category) & ~np.isnan(departures)
        here = np.flatnonzero(of_kind)
        if len(here):
            near = situation.times[Mode.WALK].between(homes, here) <= near_ms
            best[:, column] = np.where(near, departures[here], 0.0).max(axis=1)
    return best


def _departures_06_20(
    comparison: Comparison, situation: Situation, day_share: float
) -> Float64Array:
    """Give the departures from 6 to 20 of every facility, drawn ones last; NaN for unknown.

    A timetable counts them; without one they are a share of the day's. A drawing adds what it lets
    leave more, and takes what it lets leave less.
    """
    facilities = comparison.city.facilities
    found = np.full(len(situation.places.category), np.nan)
    standing = found[: len(facilities.ids)]
    if facilities.departures_06_20 is not None:
        standing[:] = facilities.departures_06_20
    elif facilities.departures_weekday is not None:
        standing[:] = facilities.departures_weekday * day_share
    if situation is comparison.proposal:
        _add_what_is_drawn(comparison, found)
    return found


def _add_what_is_drawn(comparison: Comparison, departures: Float64Array) -> None:
    edits = comparison.drawing.patch.edits
    standing = len(comparison.city.facilities.ids)
    for number, place in enumerate(edits.facilities):
        if place.stands_for is not None:
            departures[standing + number] = departures[place.stands_for]
        elif place.part_of:
            departures[standing + number] = 0.0
    for row, more in comparison.more_departures.items():
        departures[row] = max(0.0, np.nan_to_num(departures[row]) + more)
