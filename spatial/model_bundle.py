"""The graph as anyone can recompute it: nodes, edges, origins, facilities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.interventions.base import Intervention
    from spatial.tables import Area


@dataclass(frozen=True, slots=True)
class BundleNode:
    """A node with its place in EPSG:25832 metres."""

    id: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class BundleEdge:
    """An edge with whole milliseconds each way; None where the mode is forbidden."""

    id: str
    u: str
    v: str
    walk_ms: int | None
    walk_ms_back: int | None
    bike_ms: int | None
    bike_ms_back: int | None


@dataclass(frozen=True, slots=True)
class BundleConnector:
    """The way from a point to a node; None where the mode does not use it."""

    node: str
    walk_ms: int | None
    bike_ms: int | None


@dataclass(frozen=True, slots=True)
class BundleOrigin:
    """A home. `area` is the id of the housing area it lies in."""

    id: str
    residents: float
    area: str | None
    connectors: tuple[BundleConnector, ...]


@dataclass(frozen=True, slots=True)
class BundleFacility:
    """A facility."""

    id: str
    category: str
    capacity: float | None
    connectors: tuple[BundleConnector, ...]


@dataclass(frozen=True, slots=True)
class ModelBundle:
    """Everything needed to compute each travel time again without the engine."""

    nodes: tuple[BundleNode, ...]
    edges: tuple[BundleEdge, ...]
    origins: tuple[BundleOrigin, ...]
    facilities: tuple[BundleFacility, ...]


def model_bundle(
    city: City, interventions: tuple[Intervention, ...] = (), area: Area | None = None
) -> ModelBundle:
    """Export the network, patched where interventions are given."""
    raise NotImplementedError
