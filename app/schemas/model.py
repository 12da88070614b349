"""The network as anyone can compute on it."""

from pydantic import BaseModel, Field

from app.schemas.assessment import LensOut


class ModelNode(BaseModel):
    """A node, in EPSG:25832 metres."""

    id: str
    x: float
    y: float


class ModelEdge(BaseModel):
    """An edge: milliseconds from ``u`` to ``v``; ``…_back`` only where it differs.

    Null where the mode is forbidden.
    """

    id: str
    u: str
    v: str
    walk_ms: int | None
    walk_ms_back: int | None = Field(default=None, description="left out where equal to walk_ms")
    bike_ms: int | None
    bike_ms_back: int | None = Field(default=None, description="left out where equal to bike_ms")


class ModelConnector(BaseModel):
    """The way from a point to a node."""

    node: str
    walk_ms: int | None
    bike_ms: int | None


class ModelOrigin(BaseModel):
    """A home."""

    id: str
    residents: float
    area: str | None
    connectors: list[ModelConnector]


class ModelFacility(BaseModel):
    """A facility."""

    id: str
    category: str
    capacity: float | None
    connectors: list[ModelConnector]


class ModelOut(BaseModel):
    """A plain graph with its origins and facilities."""

    dataset: str
    version: str
    area: str
    lens: LensOut | None
    nodes: list[ModelNode]
    edges: list[ModelEdge]
    origins: list[ModelOrigin]
    facilities: list[ModelFacility]
