"""The question of what a drawing does, and its answer."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

from geojson_pydantic import LineString
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from app.schemas.departure import DepartureIn, DepartureOut
from app.schemas.geojson import AnyGeometry, InterventionCollectionIn
from app.schemas.itineraries import Category, StoryOut
from app.schemas.map_details import BoundaryOut, SeveranceOut
from app.schemas.modes import StreetMode
from app.schemas.settings import indicator_models, settings_model
from spatial.explanations import MOST_HOMES
from spatial.indicators import REGISTRY
from spatial.lenses import LENSES
from spatial.network.model import STREET_MODES, Mode

CutoffMin = Annotated[int, Field(ge=1, le=60)]
DEFAULT_CUTOFFS_MIN = (5, 10, 15, 20, 30)


class Detail(StrEnum):
    """What an answer may carry besides the indicators."""

    HOMES = "homes"
    EDGES = "edges"
    STREETS = "streets"
    ROUTES = "routes"
    BOUNDARY = "boundary"
    SEVERANCE = "severance"


if TYPE_CHECKING:
    LensId = str
    IndicatorId = str
    SettingsIn = BaseModel
    CostSettings = BaseModel
    CostParametersIn = BaseModel
else:
    LensId = StrEnum("LensId", {lens.id.upper(): lens.id for lens in LENSES})
    IndicatorId = StrEnum("IndicatorId", {row.id.upper(): row.id for row in REGISTRY})
    _MODELS = indicator_models(REGISTRY)
    SettingsIn = settings_model("SettingsIn", _MODELS)
    CostSettings = _MODELS["cost"]
    CostParametersIn = settings_model("CostParametersIn", {"cost": CostSettings})
IndicatorIds = Annotated[list[IndicatorId], Field(max_length=100)]


class DrawingIn(BaseModel):
    """A drawing for an area."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    area: Annotated[str, Field(min_length=1, max_length=120)]
    interventions: InterventionCollectionIn


class AssessIn(DrawingIn):
    """A drawing for an area, and what to compute of it."""

    modes: Annotated[list[Mode], Field(min_length=1, max_length=10)] = list(STREET_MODES)
    cutoffs_min: Annotated[list[CutoffMin], Field(min_length=1, max_length=20)] = list(
        DEFAULT_CUTOFFS_MIN
    )
    detail: Annotated[list[Detail], Field(max_length=10)] = []
    indicators: Annotated[
        IndicatorIds | None,
        Field(description="What to compute; without it, the indicators that are `live`."),
    ] = None
    home_indicators: Annotated[
        IndicatorIds | None,
        Field(description="Which of them to give per home; without it, all that can be."),
    ] = None
    parameters: Annotated[
        SettingsIn, Field(description="What to set otherwise than by default.")
    ] = SettingsIn()
    route_categories: Annotated[
        list[Category] | None,
        Field(max_length=20, description="Which to tell routes for; without it, all."),
    ] = None
    route_homes: Annotated[
        int,
        Field(
            ge=1,
            le=MOST_HOMES,
            description="How many homes that gain, and how many that lose, of each mode and "
            "category.",
        ),
    ] = 5
    lens: Annotated[
        LensId | None, Field(description="Through whose eyes walking is seen (`/api/lenses`).")
    ] = None
    departure: Annotated[
        DepartureIn, Field(description="When people set out, where `transit` is a mode.")
    ] = DepartureIn()


class ContributionsIn(DrawingIn):
    """A drawing whose effect is to be shared out among its features."""

    modes: Annotated[list[StreetMode], Field(min_length=1, max_length=10)] = [
        Mode.WALK,
        Mode.BIKE,
    ]
    lens: Annotated[
        LensId | None, Field(description="Through whose eyes walking is seen (`/api/lenses`).")
    ] = None


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


class StreetValuesOut(BaseModel):
    """One indicator for every street, in the order of ``ids``, and for what is drawn."""

    indicator: str
    mode: Mode
    category: str | None
    cutoff_min: int | None
    variant: str | None
    unit: str
    baseline: list[float | None]
    proposal: list[float | None]
    drawn: list[float | None]


class StreetsDetailOut(BaseModel):
    """The streets of the place, column by column, and the drawn stretches in order."""

    ids: list[int]
    drawn_ids: list[str]
    drawn_geometry: list[LineString]
    values: list[StreetValuesOut]


class EdgeStateProperties(BaseModel):
    """What the drawing does to a piece of street; null where the mode is not allowed."""

    state: Literal["added", "closed", "changed"]
    walk_ms: int | None
    bike_ms: int | None


class EdgeStateFeature(BaseModel):
    """A piece of street that the drawing adds, changes or closes."""

    type: Literal["Feature"]
    id: str
    geometry: LineString
    properties: EdgeStateProperties


class EdgesOut(BaseModel):
    """Every piece of street that the drawing adds, changes or closes."""

    type: Literal["FeatureCollection"]
    features: list[EdgeStateFeature]


class BurdenOut(BaseModel):
    """What makes a metre longer: milliseconds more, or null where it bars the way."""

    id: str
    ms_per_metre: int | None
    source: str


class LensOut(BaseModel):
    """A way of walking: its pace and its burdens. What is not known of a way burdens nobody."""

    id: str
    name_da: str
    name_en: str
    sentence_da: str
    sentence_en: str
    speed_kmh: float
    ms_per_metre: int
    burdens: list[BurdenOut]
    source: str


class LensList(BaseModel):
    """Every lens on walking."""

    lenses: list[LensOut]


class ParametersOut(BaseModel):
    """What the numbers were computed with."""

    modes: list[Mode]
    cutoffs_min: list[int]
    departure: DepartureOut
    lens: LensOut | None
    indicators: dict[str, dict[str, JsonValue]]


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
    streets: StreetsDetailOut | None
    routes: list[StoryOut] | None
    boundary: list[BoundaryOut] | None
    severance: SeveranceOut | None
    elapsed_ms: float


class ResolveOut(BaseModel):
    """What can be said of a drawing without computing anything."""

    ok: bool
    issues: list[IssueOut]
    joins: list[JoinOut]


class ParameterOut(BaseModel):
    """A constant of a formula; ``low`` and ``high`` stand where a request may set it."""

    default: JsonValue
    unit: str
    low: float | None
    high: float | None
    name_da: str
    name_en: str


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
    parameters: dict[str, ParameterOut]
    source: str
    live: Annotated[bool, Field(description="Part of every answer; others are asked for by id.")]
    per_home: bool
    per_street: bool


class IndicatorList(BaseModel):
    """The registry."""

    indicators: list[IndicatorOut]
