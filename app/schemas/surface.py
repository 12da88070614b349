"""The question of what a drawing changes for every node of a place, and its answer."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from app.schemas.assessment import (
    DEFAULT_CUTOFFS_MIN,
    CutoffMin,
    DrawingIn,
    IssueOut,
    JoinOut,
)
from app.schemas.itineraries import Category
from app.schemas.modes import StreetMode
from spatial.network.model import Mode


class SurfaceIn(DrawingIn):
    """A drawing for an area, and what to tell of every node of the place."""

    mode: StreetMode = Mode.WALK
    categories: Annotated[
        list[Category] | None,
        Field(min_length=1, max_length=20, description="Without it, all of them."),
    ] = None
    cutoffs_min: Annotated[
        list[CutoffMin],
        Field(
            min_length=1,
            max_length=10,
            description="Facilities further away than the largest are not looked for.",
        ),
    ] = list(DEFAULT_CUTOFFS_MIN)  # noqa: RUF012 - pydantic gives each its own


class SurfaceParametersOut(BaseModel):
    """What the numbers were computed with."""

    mode: Mode
    categories: list[str]
    cutoffs_min: list[int]


class SurfaceNodesOut(BaseModel):
    """The nodes for which something changes, column by column; named as in the exported model."""

    ids: list[str]
    lon: list[float]
    lat: list[float]


class SurfaceValuesOut(BaseModel):
    """One number for each of the nodes; null where nothing is within the largest cutoff."""

    indicator: Literal["travel_time_nearest", "opportunities_within"]
    category: str
    cutoff_min: int | None
    unit: Literal["ms", "facilities"]
    baseline: list[int | None]
    proposal: list[int | None]


class SurfaceOut(BaseModel):
    """What a drawing changes for the nodes of a place; columns in which nothing does are left out.

    A node that is not here reaches the same, in the same time, as before.
    """

    ok: bool
    dataset: str
    version: str
    area: str
    parameters: SurfaceParametersOut
    issues: list[IssueOut]
    joins: list[JoinOut]
    nodes: SurfaceNodesOut
    values: list[SurfaceValuesOut]
    elapsed_ms: float
