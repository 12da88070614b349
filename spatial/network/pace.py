"""How long a metre takes: for each mode, and under a lens for each street.

A pace is a sum of terms, and each term is rounded to whole milliseconds on its own. So pieces still
add up exactly to the whole, and one more burden never makes any piece of any street quicker.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from spatial.network.model import MS_PER_METRE, STREET_MODES, Mode
from spatial.units import TICKS_PER_METRE, travel_time_ms

if TYPE_CHECKING:
    from spatial.lenses import Lens, WayFacts
    from spatial.tables import StreetTable
    from spatial.units import BoolArray, Int64Array

Terms = tuple[int, ...]
"""Milliseconds a metre: walking itself, then each burden the way has."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What every street costs one mode.

    Parameters
    ----------
    ms_per_metre : int
        On a way without burdens, and between a front door and the street.
    burdens : tuple of (int, bool array of shape (streets,))
        Milliseconds a metre more, and where.
    barred : bool array, shape (streets,), or None
        Where the mode may go but the lens may not; None for nowhere.
    """

    ms_per_metre: int
    burdens: tuple[tuple[int, BoolArray], ...] = ()
    barred: BoolArray | None = None

    def elapsed(self, position_ticks: Int64Array, street: Int64Array) -> Int64Array:
        """Give the milliseconds from the start of streets to positions on them."""
        total = _rounded(position_ticks * self.ms_per_metre)
        for extra, has in self.burdens:
            total += np.where(has[street], _rounded(position_ticks * extra), 0)
        return total

    def terms(self, street: int) -> Terms | None:
        """Give a street's terms; None where the lens may not go."""
        if self.barred is not None and self.barred[street]:
            return None
        return (self.ms_per_metre, *(extra for extra, has in self.burdens if has[street]))


PLAIN = {mode: Pace(MS_PER_METRE[mode]) for mode in STREET_MODES}


def _rounded(product: Int64Array) -> Int64Array:
    return (product + TICKS_PER_METRE // 2) // TICKS_PER_METRE


def terms_ms(length_ticks: int, terms: Terms) -> int:
    """Give the milliseconds for a length of way, each term rounded on its own."""
    return sum(travel_time_ms(length_ticks, term) for term in terms)


def paces(streets: StreetTable, lens: Lens | None) -> dict[Mode, Pace]:
    """Give the pace of every mode; a lens is a way of walking and leaves bikes alone."""
    if lens is None:
        return PLAIN
    facts = [lens.facts_of(streets, row) for row in range(len(streets.ids))]
    burdens, barred = [], np.zeros(len(facts), np.bool_)
    for burden in lens.burdens:
        has = np.array([burden.applies(way) is True for way in facts], np.bool_)
        if burden.ms_per_metre is None:
            barred |= has
        elif has.any():
            burdens.append((burden.ms_per_metre, has))
    if not burdens and not barred.any() and lens.ms_per_metre == MS_PER_METRE[Mode.WALK]:
        # Nothing known of any street burdens this lens: its baseline is everybody's.
        return PLAIN
    walk = Pace(lens.ms_per_metre, tuple(burdens), barred if barred.any() else None)
    return {**PLAIN, Mode.WALK: walk}


def way_terms(facts: WayFacts, mode: Mode, lens: Lens | None) -> Terms | None:
    """Give the terms of a way with some facts; None where the lens may not go."""
    if lens is None or mode is not Mode.WALK:
        return (MS_PER_METRE[mode],)
    found = [lens.ms_per_metre]
    for burden in lens.burdens:
        if burden.applies(facts) is True:
            if burden.ms_per_metre is None:
                return None
            found.append(burden.ms_per_metre)
    return tuple(found)
