"""What a drawn feature is, and what can be said about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from spatial.network.edits import Edits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from shapely.geometry import Point
    from shapely.geometry.base import BaseGeometry

    from spatial.city import City

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


@dataclass(frozen=True, slots=True)
class Scene:
    """What a kind may look at while it resolves a feature.

    Parameters
    ----------
    additions : Edits
        Everything the drawing adds; empty while additions themselves are resolved.
    """

    city: City
    additions: Edits


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a feature comes to: its problems, and its edits where it has no errors."""

    issues: tuple[Issue, ...] = ()
    edits: Edits = field(default_factory=Edits)


@dataclass(frozen=True, slots=True)
class InterventionKind:
    """A kind of feature a planner can draw.

    Parameters
    ----------
    geometries : tuple of str
        GeoJSON geometry types.
    stage : "addition" or "removal"
        Additions come first, whatever the order of the drawing.
    """

    kind: str
    name_da: str
    name_en: str
    geometries: tuple[str, ...]
    properties: tuple[str, ...]
    stage: Literal["addition", "removal"]
    resolve: Callable[[Intervention, Scene], Resolved]
