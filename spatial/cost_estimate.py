"""What a drawing would cost to build: quantities times unit prices, and whose money it is.

An estimate to compare drawings by, not a budget. What has no quantity stays unknown.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
import shapely

from spatial.interventions.housing import RESIDENTS_A_HOME
from spatial.units import TICKS_PER_METRE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spatial.comparison import Comparison
    from spatial.interventions.base import Intervention

Payer = Literal["housing_organisation", "municipality", "others"]
PAYERS: Final[tuple[Payer, ...]] = ("housing_organisation", "municipality", "others")
PATH_WIDTH_M: Final = 3.0
PUBLIC: Final = frozenset(
    {"school", "daycare", "youth_education", "service", "health", "leisure", "culture", "park"}
)
"""Facilities a municipality builds; the rest others do."""
SOCIAL_TENURES: Final = frozenset({"social", "youth", "elderly"})
"""Homes a housing organisation builds; the rest others do."""


@dataclass(frozen=True, slots=True)
class Item:
    """So much of something that has a unit price.

    Parameters
    ----------
    price : str
        Name of the unit price; empty where there is none.
    quantity : float or None
        None where nobody knows.
    parts : mapping from payer to share
        Who pays what a foundation does not; the shares sum to one.
    supported : bool
        Whether a foundation may pay a part: ways, crossings and meeting places.
    """

    feature: str
    price: str
    quantity: float | None
    parts: dict[Payer, float]
    supported: bool


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a drawing costs, and who pays.

    Parameters
    ----------
    total_kr : float or None
        None where nothing of what is drawn can be priced; zero where nothing is drawn.
    by_payer_kr : mapping from payer to float
    foundation_kr : float
    known_share : float
        Share of the drawn features that are priced.
    """

    total_kr: float | None
    by_payer_kr: dict[Payer, float]
    foundation_kr: float
    known_share: float


def estimate(
    items: Iterable[Item], unit_price_kr: Callable[[str], float], foundation_share: float
) -> Estimate:
    """Price some items and divide the bill."""
    items = tuple(items)
    drawn = {item.feature for item in items}
    unknown = {item.feature for item in items if item.quantity is None}
    bills = [
        (item, item.quantity * unit_price_kr(item.price))
        for item in items
        if item.quantity is not None
    ]
    given = [kr * foundation_share if item.supported else 0.0 for item, kr in bills]
    by_payer: dict[Payer, float] = {
        payer: math.fsum(
            (kr - grant) * item.parts.get(payer, 0.0)
            for (item, kr), grant in zip(bills, given, strict=True)
        )
        for payer in PAYERS
    }
    total = math.fsum(kr for _, kr in bills)
    return Estimate(
        total if bills or not drawn else None,
        by_payer,
        math.fsum(given),
        1.0 - len(unknown) / len(drawn) if drawn else 1.0,
    )


def drawn_items(comparison: Comparison) -> Iterator[Item]:
    """Take the quantities of everything that is drawn."""
    for feature in comparison.interventions:
        yield from _ITEMS.get(feature.kind, _unpriced)(feature, comparison)


def _unpriced(feature: Intervention, comparison: Comparison) -> Iterator[Item]:  # noqa: ARG001 - kinds share a shape
    yield Item(feature.id, "", None, {}, supported=False)


def _connection(feature: Intervention, comparison: Comparison) -> Iterator[Item]:
    length_m = float(feature.geometry.length)
    grade = _word(feature, "grade", "at_grade")
    price = {"bridge": "bridge_kr_per_m2", "tunnel": "tunnel_kr_per_m2"}.get(
        grade, "path_kr_per_m2"
    )
    area_m2 = length_m * (_number(feature, "width_m") or PATH_WIDTH_M)
    parts = _by_place(feature, comparison)
    yield Item(feature.id, price, area_m2, parts, supported=True)
    if feature.properties.get("lit") is True:
        yield Item(feature.id, "light_kr_per_m", length_m, parts, supported=True)


def _crossing(feature: Intervention, comparison: Comparison) -> Iterator[Item]:
    price = f"crossing_{_word(feature, 'control', 'none')}_kr"
    yield Item(feature.id, price, 1.0, _by_place(feature, comparison), supported=True)


def _closure(feature: Intervention, comparison: Comparison) -> Iterator[Item]:
    yield Item(feature.id, "closure_kr", 1.0, _by_place(feature, comparison), supported=True)


def _change(feature: Intervention, comparison: Comparison) -> Iterator[Item]:
    """Count lamps and surfacing by the metres that are changed; the rest has no unit price."""
    (change,) = [
        change for change in comparison.drawing.patch.edits.changes if change.feature == feature.id
    ]
    length_m = sum(part.end_ticks - part.start_ticks for part in change.stretches) / TICKS_PER_METRE
    parts = _by_place(feature, comparison)
    for name in sorted(change.attributes):
        if name == "lit" and change.attributes[name] is True:
            yield Item(feature.id, "light_kr_per_m", length_m, parts, supported=True)
        elif name == "surface":
            area_m2 = length_m * PATH_WIDTH_M
            yield Item(feature.id, "surface_kr_per_m2", area_m2, parts, supported=True)
        else:
            yield Item(feature.id, "", None, parts, supported=True)


def _facility(feature: Intervention, comparison: Comparison) -> Iterator[Item]:  # noqa: ARG001 - kinds share a shape
    public = feature.properties.get("category") in PUBLIC
    parts: dict[Payer, float] = {"municipality" if public else "others": 1.0}
    floor_m2 = _number(feature, "floor_area_m2")
    yield Item(feature.id, "facility_kr_per_m2", floor_m2, parts, supported=public)


def _demolition(feature: Intervention, comparison: Comparison) -> Iterator[Item]:
    """Count the homes that go by the people who move: 2.1 to a home."""
    city = comparison.city
    points = shapely.points(city.homes.xy.reshape(-1, 2))
    share = _number(feature, "share")
    inside = shapely.intersects(feature.geometry, points)
    moved = math.fsum(city.homes.residents[inside].tolist()) * (1.0 if share is None else share)
    homes = moved / RESIDENTS_A_HOME
    parts: dict[Payer, float] = {"housing_organisation": 1.0}
    yield Item(feature.id, "demolition_kr_per_home", homes, parts, supported=False)


def _housing(feature: Intervention, comparison: Comparison) -> Iterator[Item]:  # noqa: ARG001 - kinds share a shape
    homes, people = _number(feature, "homes"), _number(feature, "residents")
    if homes is None and people is not None:
        homes = people / RESIDENTS_A_HOME
    social = feature.properties.get("tenure") in SOCIAL_TENURES
    parts: dict[Payer, float] = {"housing_organisation" if social else "others": 1.0}
    yield Item(feature.id, "housing_kr_per_home", homes, parts, supported=False)


def _by_place(feature: Intervention, comparison: Comparison) -> dict[Payer, float]:
    """Divide by ground: inside the area the housing organisation's, outside the municipality's."""
    shape, area = feature.geometry, comparison.area.geometry
    dimension = int(shapely.get_dimensions(shape))
    size = (1.0, float(shape.length), float(shape.area))[dimension]
    within = shapely.intersection(shape, area)
    inside = (float(shape.intersects(area)), float(within.length), float(within.area))[dimension]
    share = float(np.clip(inside / size, 0.0, 1.0)) if size > 0.0 else 0.0
    return {"housing_organisation": share, "municipality": 1.0 - share}


def _number(feature: Intervention, name: str) -> float | None:
    value = feature.properties.get(name)
    return float(value) if isinstance(value, int | float) else None


def _word(feature: Intervention, name: str, default: str) -> str:
    value = feature.properties.get(name)
    return value if isinstance(value, str) else default


_ITEMS: Final = {
    "connection": _connection,
    "crossing": _crossing,
    "closure": _closure,
    "change": _change,
    "facility": _facility,
    "demolition": _demolition,
    "housing": _housing,
}
