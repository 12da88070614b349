"""The bill of a drawing, feature by feature: what the cost indicator sums up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spatial.drawing import resolve_drawing
from spatial.indicators.cost import cofinanced, estimated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spatial.city import City
    from spatial.cost_estimate import Cofinancing, Estimate
    from spatial.drawing import Drawing
    from spatial.interventions.base import Intervention, Issue, Join
    from spatial.tables import Area


@dataclass(frozen=True, slots=True)
class PricedDrawing:
    """A drawing on its ground, and the prices a request set."""

    city: City
    area: Area
    drawing: Drawing
    interventions: tuple[Intervention, ...]
    settings: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Billing:
    """The answer; without an estimate where an issue is an error."""

    issues: tuple[Issue, ...]
    joins: tuple[Join, ...]
    estimate: Estimate | None = None
    cofinancing: Cofinancing | None = None


def bill(
    city: City,
    area: Area,
    interventions: tuple[Intervention, ...],
    settings: Mapping[str, Mapping[str, float]],
) -> Billing:
    """Price a drawing without computing anybody's way.

    Returns
    -------
    Billing
        Its sums are those of the indicator `cost`, to the last digit.
    """
    drawing = resolve_drawing(city, interventions)
    if not drawing.ok:
        return Billing(drawing.issues, drawing.joins)
    priced = PricedDrawing(city, area, drawing, interventions, settings)
    found = estimated(priced)
    return Billing(drawing.issues, drawing.joins, found, cofinanced(found, priced))
