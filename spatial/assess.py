"""Baseline beside proposal: the one door the service knocks on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.assessment import (
    Assessment,
    AssessRequest,
    EdgeDetail,
    HomeDetail,
    HomeValues,
    Resolution,
)

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.interventions.base import Intervention
    from spatial.tables import Area

__all__ = [
    "AssessRequest",
    "Assessment",
    "EdgeDetail",
    "HomeDetail",
    "HomeValues",
    "Resolution",
    "assess",
    "resolve_only",
]


def assess(city: City, request: AssessRequest) -> Assessment:
    """Answer a request."""
    raise NotImplementedError


def resolve_only(city: City, area: Area, interventions: tuple[Intervention, ...]) -> Resolution:
    """List issues and joins of a drawing without computing anything."""
    raise NotImplementedError
