"""Asking for some indicators by name, and reading their numbers off the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.assess import Assessment, AssessRequest, assess
from spatial.network.model import Mode

if TYPE_CHECKING:
    from spatial.assessment import HomeValues
    from spatial.indicators.base import IndicatorValue
    from spatial.interventions import Intervention
    from spatial.tables import Area
    from tests.spatial.worlds import World


def ask(
    world: World, area: Area, *drawn: Intervention, indicators: tuple[str, ...], **how: object
) -> Assessment:
    """Ask on foot and per home, if nothing else is said; what is drawn must be sound."""
    settled = {"modes": (Mode.WALK,), "cutoffs_min": (5, 10), "detail": frozenset({"homes"})}
    request = AssessRequest(area, drawn, indicators=indicators, **(settled | how))
    result = assess(world.city(), request)
    assert result.ok, result.issues
    return result


def rows(result: Assessment, identity: str, **how: object) -> list[IndicatorValue]:
    """Give an indicator's numbers that are named so."""
    return [
        row
        for row in result.indicators
        if row.id == identity and all(getattr(row, name) == how[name] for name in how)
    ]


def both(result: Assessment, identity: str, **how: object) -> tuple[object, object]:
    """Give the only such number before and after."""
    (row,) = rows(result, identity, **how)
    return row.baseline, row.proposal


def column(result: Assessment, identity: str, **how: object) -> HomeValues:
    """Give the only such column of values per home."""
    assert result.homes is not None
    (values,) = [
        values
        for values in result.homes.values
        if values.indicator == identity and all(getattr(values, name) == how[name] for name in how)
    ]
    return values
