"""Lenses: the same walk seen by a child, an old person, a wheelchair user, or at night.

A lens is a walking pace and a few burdens: facts of a way that make a metre longer or bar it. What
is not known of a way burdens nobody, and how much is known is told beside the numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from spatial.tables import TUNNEL

if TYPE_CHECKING:
    from collections.abc import Callable

    from spatial.city import City
    from spatial.tables import Area, StreetTable

FIRM_SURFACES: Final = ("asphalt", "paving", "concrete", "wood")
LOOSE_SURFACES: Final = ("gravel", "grass", "dirt", "sand")
SURFACES: Final = (*FIRM_SURFACES, *LOOSE_SURFACES)
CHOICE: Final = "our choice"
"""A plain number that nobody has measured: it says so wherever it is shown."""
FAST_ROAD_KMH: Final = 50
ROAD_CLASSES: Final = frozenset({"main", "local", "private"})
KNOWN_WITHIN_M: Final = 1_000.0
"""What is known is counted over the streets this near the area."""


@dataclass(frozen=True, slots=True)
class WayFacts:
    """What a lens may ask of a way; None where nobody knows."""

    lit: bool | None = None
    surface: str | None = None
    steps: bool = False
    speed_kmh: int | None = None
    grade: int = 0
    street_class: str = "path"


@dataclass(frozen=True, slots=True)
class Burden:
    """Something about a way that makes it longer.

    Parameters
    ----------
    ms_per_metre : int or None
        Added to the pace; None where it bars the way.
    applies : callable
        True, False, or None where it is not known.
    source : str
        Where the number is from; `CHOICE` where we chose it.
    """

    id: str
    ms_per_metre: int | None
    applies: Callable[[WayFacts], bool | None]
    source: str


@dataclass(frozen=True, slots=True)
class Lens:
    """A way of walking.

    Parameters
    ----------
    ms_per_metre : int
        Pace on a way without burdens.
    on_wheels : bool
        Whether one gets on a bus or a train in a wheelchair.
    """

    id: str
    name_da: str
    name_en: str
    sentence_da: str
    sentence_en: str
    ms_per_metre: int
    burdens: tuple[Burden, ...]
    source: str
    on_wheels: bool = False

    @property
    def speed_kmh(self) -> float:
        """Give the pace as a speed."""
        return 3_600 / self.ms_per_metre

    @staticmethod
    def facts_of(streets: StreetTable, row: int) -> WayFacts:
        """Give what is known of a street."""
        return WayFacts(
            streets.lit[row],
            streets.surface[row] if streets.surface else None,
            bool(streets.steps[row]),
            streets.speed_kmh[row],
            int(streets.grade[row]),
            streets.street_class[row],
        )

    def known_share(self, city: City, area: Area) -> float:
        """Give the share of walkable length around an area of which every burden is known.

        Returns
        -------
        float
            0 to 1; 1 where there is no street.
        """
        streets = city.streets
        near = shapely.dwithin(streets.geometry, area.geometry, KNOWN_WITHIN_M) & streets.walk
        rows = np.flatnonzero(near)
        length = city.length_ticks[rows]
        known = [self._knows(self.facts_of(streets, int(row))) for row in rows]
        total = int(length.sum())
        return int(length[np.array(known, np.bool_)].sum()) / total if total else 1.0

    def _knows(self, facts: WayFacts) -> bool:
        return all(burden.applies(facts) is not None for burden in self.burdens)


def _unlit(facts: WayFacts) -> bool | None:
    return None if facts.lit is None else not facts.lit


def _tunnel(facts: WayFacts) -> bool:
    return facts.grade == TUNNEL


def _steps(facts: WayFacts) -> bool:
    return facts.steps


def _loose(facts: WayFacts) -> bool | None:
    return facts.surface in LOOSE_SURFACES if facts.surface in SURFACES else None


def _fast_road(facts: WayFacts) -> bool | None:
    if facts.street_class not in ROAD_CLASSES:
        return False
    return None if facts.speed_kmh is None else facts.speed_kmh >= FAST_ROAD_KMH


CHILD: Final = Lens(
    id="child",
    name_da="Barn",
    name_en="Child",
    sentence_da="Går 3,6 km/t. Langs en vej med 50 km/t eller mere tæller hver meter for to.",
    sentence_en="Walks 3.6 km/h. Along a road of 50 km/h or more, each metre counts as two.",
    ms_per_metre=1_000,
    burdens=(Burden("fast_road", 1_000, _fast_road, CHOICE),),
    source="Varela-Martínez et al. 2024 (0.88 m/s before school age)",
)
ELDER: Final = Lens(
    id="elder",
    name_da="Ældre",
    name_en="Older person",
    sentence_da="Går 3,2 km/t. På trapper tæller hver meter for to.",
    sentence_en="Walks 3.2 km/h. On steps, each metre counts as two.",
    ms_per_metre=1_125,
    burdens=(Burden("steps", 1_125, _steps, "Fruin 1987"),),
    source="Asher et al. 2012 (over 65: men 0.9 m/s, women 0.8 m/s)",
)
WHEELCHAIR: Final = Lens(
    id="wheelchair",
    name_da="Kørestol",
    name_en="Wheelchair",
    sentence_da="Kører 2,9 km/t. Trapper og grus, græs, jord eller sand er ingen vej. Kantsten og"
    " stigninger kendes ikke. Busser og tog, der ikke tager kørestole med, tæller ikke.",
    sentence_en="Goes 2.9 km/h. Steps, and gravel, grass, dirt or sand, are no way. Kerbs and"
    " gradients are not known. Buses and trains that take no wheelchairs do not count.",
    ms_per_metre=1_250,
    burdens=(Burden("steps", None, _steps, CHOICE), Burden("loose", None, _loose, CHOICE)),
    source="Tolerico et al. 2007 (0.79 m/s on an ordinary day)",
    on_wheels=True,
)
NIGHT: Final = Lens(
    id="night",
    name_da="Aften og nat",
    name_en="Evening and night",
    sentence_da="Går 4,8 km/t. Uden lys tæller hver meter en halv mere, og i en tunnel en halv"
    " mere.",
    sentence_en="Walks 4.8 km/h. Without light each metre counts half as much again, and in a"
    " tunnel half as much again.",
    ms_per_metre=750,
    burdens=(Burden("unlit", 375, _unlit, CHOICE), Burden("tunnel", 375, _tunnel, CHOICE)),
    source="Fotios & Unwin 2013 (light and reassurance)",
)

LENSES: Final = (CHILD, ELDER, WHEELCHAIR, NIGHT)
BY_ID: Final = {lens.id: lens for lens in LENSES}
