"""What a drawn feature is, and what can be said about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry import Point
    from shapely.geometry.base import BaseGeometry

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Intervention:
    """One drawn feature, in EPSG:25832 metres."""

    id: str
    kind: str
    geometry: BaseGeometry
    properties: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Issue:
    """Something to tell the planner: what, where, which value, what to do."""

    severity: Severity
    code: str
    message_da: str
    message_en: str
    feature: str | None = None
    geometry: BaseGeometry | None = None
    value: object | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """A place where a drawn line meets the network."""

    feature: str
    point: Point
    kind: Literal["end", "crossing"]
