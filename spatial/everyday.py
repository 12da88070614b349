"""The kinds of places that everyday life goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.tables import CATEGORIES

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.units import Int64Array

EVERYDAY: Final = (
    "school",
    "daycare",
    "grocery",
    "retail",
    "service",
    "health",
    "leisure",
    "culture",
    "park",
    "stop",
)
"""Learning, supplies, services, care, exercise, culture, outdoors and moving, as in Bruno et al.
2024; eating out is no category of ours."""


def everyday_rows(city: City) -> Int64Array:
    """Give the rows of the everyday categories that stand in a place.

    A category nobody has entered is unknown, not out of reach. One that is only drawn does not
    count either: the same kinds are looked at before and after.
    """
    present = set(city.facilities.categories)
    return np.array([CATEGORIES.index(name) for name in EVERYDAY if name in present], np.int64)


def everyday_known_share(city: City) -> float:
    """Give the share of the everyday categories that a place knows any place of."""
    return len(everyday_rows(city)) / len(EVERYDAY)
