"""How much there is of everything drawn that has a price, and whose money it would be.

What has no quantity stays unknown. What a planner states of one feature, its whole price
(`cost_kr`) or who pays it (`funding`), goes before what the unit prices and the ground would say.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, Protocol

import numpy as np
import shapely

from spatial.interventions.housing import RESIDENTS_A_HOME
from spatial.interventions.properties import stated_cost_kr, stated_funding
from spatial.units import TICKS_PER_METRE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.city import City
    from spatial.drawing import Drawing
    from spatial.interventions.base import Intervention
    from spatial.tables import Area

Payer = Literal["housing_organisation", "municipality", "others"]
PAYERS: Final[tuple[Payer, ...]] = ("housing_organisation", "municipality", "others")
QuantityUnit = Literal["m2", "m", "home", "piece"]
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
        Name of the unit price; empty where there is none, or where the price is stated.
    quantity : float or None
        None where nobody knows.
    parts : mapping from payer to share
        Who pays what a foundation does not; the shares sum to one.
    supported : bool
        Whether a foundation may pay a part: ways, crossings and meeting places.
    stated_kr : float or None
        The price of one, where the planner states it.
    grant_share : float or None
        The foundation's share, where the planner states it.
    """

    feature: str
    price: str
    quantity: float | None
    parts: dict[Payer, float]
    supported: bool
    stated_kr: float | None = None
    grant_share: float | None = None

    @property
    def unit(self) -> QuantityUnit | None:
        """What the quantity counts; None where the price is stated or there is none."""
        ends: dict[str, QuantityUnit] = {"_per_m2": "m2", "_per_m": "m", "_per_home": "home"}
        found = [unit for end, unit in ends.items() if self.price.endswith(end)]
        return (found or ["piece"])[0] if self.price else None


class Drawn(Protocol):
    """Whatever has a drawing on its ground."""

    @property
    def city(self) -> City:
        """The place as it stands."""

    @property
    def area(self) -> Area:
        """Whose ground is the housing organisation's."""

    @property
    def drawing(self) -> Drawing:
        """What the drawing comes to."""

    @property
    def interventions(self) -> tuple[Intervention, ...]:
        """What is drawn, as the planner drew it."""


def drawn_items(drawn: Drawn) -> Iterator[Item]:
    """Take the quantities of everything that is drawn."""
    for feature in drawn.interventions:
        yield from _as_stated(feature, tuple(_ITEMS.get(feature.kind, _unpriced)(feature, drawn)))


def _as_stated(feature: Intervention, items: tuple[Item, ...]) -> Iterator[Item]:
    """Let what the planner states of a feature go before what was worked out."""
    price_kr = stated_cost_kr(feature.properties)
    if price_kr is not None:
        items = (replace(items[0], price="", quantity=1.0, stated_kr=price_kr),)
    funding = stated_funding(feature.properties)
    for item in items:
        yield item if funding is None else _funded(item, funding)


def _funded(item: Item, funding: dict[str, float]) -> Item:
    grant = funding.get("foundation", 0.0)
    rest = math.fsum(funding.get(payer, 0.0) for payer in PAYERS)
    parts = {payer: funding.get(payer, 0.0) / rest for payer in PAYERS} if rest > 0.0 else {}
    return replace(item, parts=parts, grant_share=grant)


def _unpriced(feature: Intervention, drawn: Drawn) -> Iterator[Item]:
    yield Item(feature.id, "", None, _by_place(feature, drawn), supported=False)


def _connection(feature: Intervention, drawn: Drawn) -> Iterator[Item]:
    length_m = float(feature.geometry.length)
    grade = _word(feature, "grade", "at_grade")
    price = {"bridge": "bridge_kr_per_m2", "tunnel": "tunnel_kr_per_m2"}.get(
        grade, "path_kr_per_m2"
    )
    area_m2 = length_m * (_number(feature, "width_m") or PATH_WIDTH_M)
    parts = _by_place(feature, drawn)
    yield Item(feature.id, price, area_m2, parts, supported=True)
    if feature.properties.get("lit") is True:
        yield Item(feature.id, "light_kr_per_m", length_m, parts, supported=True)


def _crossing(feature: Intervention, drawn: Drawn) -> Iterator[Item]:
    price = f"crossing_{_word(feature, 'control', 'none')}_kr"
    yield Item(feature.id, price, 1.0, _by_place(feature, drawn), supported=True)


def _closure(feature: Intervention, drawn: Drawn) -> Iterator[Item]:
    yield Item(feature.id, "closure_kr", 1.0, _by_place(feature, drawn), supported=True)


def _change(feature: Intervention, drawn: Drawn) -> Iterator[Item]:
    """Count lamps and surfacing by the metres that are changed; the rest has no unit price."""
    (change,) = [
        change for change in drawn.drawing.patch.edits.changes if change.feature == feature.id
    ]
    length_m = sum(part.end_ticks - part.start_ticks for part in change.stretches) / TICKS_PER_METRE
    parts = _by_place(feature, drawn)
    for name in sorted(change.attributes):
        if name == "lit" and change.attributes[name] is True:
            yield Item(feature.id, "light_kr_per_m", length_m, parts, supported=True)
        elif name == "surface":
            area_m2 = length_m * PATH_WIDTH_M
            yield Item(feature.id, "surface_kr_per_m2", area_m2, parts, supported=True)
        else:
            yield Item(feature.id, "", None, parts, supported=True)


def _facility(feature: Intervention, drawn: Drawn) -> Iterator[Item]:  # noqa: ARG001 - kinds share a shape
    public = feature.properties.get("category") in PUBLIC
    parts: dict[Payer, float] = {"municipality" if public else "others": 1.0}
    floor_m2 = _number(feature, "floor_area_m2")
    yield Item(feature.id, "facility_kr_per_m2", floor_m2, parts, supported=public)


def _demolition(feature: Intervention, drawn: Drawn) -> Iterator[Item]:
    """Count the homes that go by the people who move: 2.1 to a home."""
    city = drawn.city
    points = shapely.points(city.homes.xy.reshape(-1, 2))
    share = _number(feature, "share")
    inside = shapely.intersects(feature.geometry, points)
    moved = math.fsum(city.homes.residents[inside].tolist()) * (1.0 if share is None else share)
    homes = moved / RESIDENTS_A_HOME
    parts: dict[Payer, float] = {"housing_organisation": 1.0}
    yield Item(feature.id, "demolition_kr_per_home", homes, parts, supported=False)


def _housing(feature: Intervention, drawn: Drawn) -> Iterator[Item]:  # noqa: ARG001 - kinds share a shape
    homes, people = _number(feature, "homes"), _number(feature, "residents")
    if homes is None and people is not None:
        homes = people / RESIDENTS_A_HOME
    social = feature.properties.get("tenure") in SOCIAL_TENURES
    parts: dict[Payer, float] = {"housing_organisation" if social else "others": 1.0}
    yield Item(feature.id, "housing_kr_per_home", homes, parts, supported=False)


def _by_place(feature: Intervention, drawn: Drawn) -> dict[Payer, float]:
    """Divide by ground: inside the area the housing organisation's, outside the municipality's."""
    shape, area = feature.geometry, drawn.area.geometry
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
