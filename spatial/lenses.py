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
    """

    id: str
    name_da: str
    name_en: str
    ms_per_metre: int
    burdens: tuple[Burden, ...]
    source: str

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
    ms_per_metre=1_000,
    burdens=(
        Burden(
            "fast_road",
            1_000,
            _fast_road,
            "Valg: en meter langs en vej med 50 km/t eller mere tæller som to",
        ),
    ),
    source="3,6 km/t: mellem førskolebørns 0,88 m/s (Varela-Martínez m.fl. 2024) og voksnes gang",
)
ELDER: Final = Lens(
    id="elder",
    name_da="Ældre",
    name_en="Elderly",
    ms_per_metre=1_125,
    burdens=(
        Burden(
            "steps",
            1_125,
            _steps,
            "Trapper gås omtrent med halv hastighed (Fruin 1987)",
        ),
    ),
    source="3,2 km/t: mænd over 65 går 0,9 m/s, kvinder 0,8 m/s (Asher m.fl. 2012)",
)
WHEELCHAIR: Final = Lens(
    id="wheelchair",
    name_da="Kørestol",
    name_en="Wheelchair",
    ms_per_metre=1_250,
    burdens=(
        Burden("steps", None, _steps, "Trapper kan ikke køres"),
        Burden("loose", None, _loose, "Grus, græs, jord og sand regnes for ufarbart"),
    ),
    source="2,9 km/t: 0,79 m/s i hverdagen, manuel kørestol (Tolerico m.fl. 2007)",
)
NIGHT: Final = Lens(
    id="night",
    name_da="Aften og nat",
    name_en="Evening and night",
    ms_per_metre=750,
    burdens=(
        Burden("unlit", 375, _unlit, "Valg: en meter uden lys tæller som halvanden"),
        Burden("tunnel", 375, _tunnel, "Valg: en meter i tunnel tæller en halv mere"),
    ),
    source="4,8 km/t som ellers; at mørke veje fravælges: Fotios og Unwin 2013",
)

LENSES: Final = (CHILD, ELDER, WHEELCHAIR, NIGHT)
BY_ID: Final = {lens.id: lens for lens in LENSES}
