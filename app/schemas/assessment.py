"""The question of what a drawing does, and its answer."""

from enum import StrEnum
from typing import Annotated, Literal

from geojson_pydantic import LineString
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from app.schemas.geojson import AnyGeometry, InterventionCollectionIn
from spatial.network.model import Mode

CutoffMin = Annotated[int, Field(ge=1, le=60)]
DEFAULT_CUTOFFS_MIN = (5, 10, 15, 20, 30)


class Detail(StrEnum):
    """What an answer may carry besides the indicators."""

    HOMES = "homes"
    EDGES = "edges"


class DrawingIn(BaseModel):
    """A drawing for an area."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    area: Annotated[str, Field(min_length=1, max_length=120)]
    interventions: InterventionCollectionIn


class AssessIn(DrawingIn):
    """A drawing for an area, and what to compute of it."""

    modes: Annotated[list[Mode], Field(min_length=1, max_length=10)] = [Mode.WALK, Mode.BIKE]
    cutoffs_min: Annotated[list[CutoffMin], Field(min_length=1, max_length=20)] = list(
        DEFAULT_CUTOFFS_MIN
    )
    detail: Annotated[list[Detail], Field(max_length=10)] = []
    lens: None = None
    departure: None = None


class ModelIn(BaseModel):
    """A drawing that the exported network shall include."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    interventions: InterventionCollectionIn


class IssueOut(BaseModel):
    """Something to tell the planner, and where."""

    severity: Literal["error", "warning", "note"]
    code: str
    message: str
    feature: str | None
    geometry: AnyGeometry | None
    value: JsonValue


class JoinOut(BaseModel):
    """A place where a drawn line meets the network."""

    feature: str
    lon: float
    lat: float
    kind: Literal["end", "crossing"]


class IndicatorValueOut(BaseModel):
    """One number before and after; null where there is no answer (unreachable, nobody there)."""

    id: str
    mode: Mode | None
    category: str | None
    cutoff_min: int | None
    variant: str | None
    unit: str
    better: Literal["higher", "lower"]
    baseline: float | None
    proposal: float | None
    change: float | None
    known_share: float


class HomeValuesOut(BaseModel):
    """One indicator for every home, in the order of ``ids``; null is unreachable or absent."""

    indicator: str
    mode: Mode
    category: str | None
    cutoff_min: int | None
    unit: str
    baseline: list[float | None]
    proposal: list[float | None]


class HomesOut(BaseModel):
    """The homes of the place, column by column."""

    ids: list[str]
    residents: list[float]
    residents_proposal: list[float]
    lon: list[float]
    lat: list[float]
    in_area: list[bool]
    values: list[HomeValuesOut]


class EdgeStateProperties(BaseModel):
    """What the drawing does to a piece of street; null where the mode is not allowed."""

    state: Literal["added", "closed"]
    walk_ms: int | None
    bike_ms: int | None


class EdgeStateFeature(BaseModel):
    """A piece of street that the drawing adds or closes."""

    type: Literal["Feature"]
    id: str
    geometry: LineString
    properties: EdgeStateProperties


class EdgesOut(BaseModel):
    """Every piece of street that the drawing adds or closes."""

    type: Literal["FeatureCollection"]
    features: list[EdgeStateFeature]


class ParametersOut(BaseModel):
    """What the numbers were computed with."""

    modes: list[Mode]
    cutoffs_min: list[int]


class AssessOut(BaseModel):
    """What a drawing does: indicators, and on request homes and pieces of street."""

    ok: bool
    dataset: str
    version: str
    area: str
    parameters: ParametersOut
    issues: list[IssueOut]
    joins: list[JoinOut]
    indicators: list[IndicatorValueOut]
    homes: HomesOut | None
    edges: EdgesOut | None
    elapsed_ms: float


class ResolveOut(BaseModel):
    """What can be said of a drawing without computing anything."""

    ok: bool
    issues: list[IssueOut]
    joins: list[JoinOut]


class IndicatorOut(BaseModel):
    """What an indicator is, and what it promises."""

    id: str
    group: int
    name_da: str
    name_en: str
    sentence_da: str
    sentence_en: str
    formula: str
    unit: str
    better: Literal["higher", "lower"]
    guarantee: Literal["monotone", "none"]
    guarantee_reason_da: str
    guarantee_reason_en: str
    parameters: dict[str, JsonValue]
    source: str


class IndicatorList(BaseModel):
    """The registry."""

    indicators: list[IndicatorOut]
