"""Questions about travel from place to place, and their answers."""

from enum import IntEnum, StrEnum
from typing import Annotated, Literal
from uuid import UUID

from geojson_pydantic import LineString, MultiPolygon, Polygon
from pydantic import BaseModel, ConfigDict, Field

from app.projection import Crs
from app.schemas.assessment import DEFAULT_CUTOFFS_MIN, CutoffMin, LensId
from app.schemas.departure import DepartureIn
from app.schemas.geojson import FeatureBase, InterventionCollectionIn, NamedCrs
from app.schemas.itineraries import Category, RouteSide, StoryOut
from app.schemas.modes import StreetMode
from spatial.isochrones.cells import CELL_SIZES_M
from spatial.network.model import Mode

AreaId = Annotated[str, Field(min_length=1, max_length=120)]
Position = Annotated[
    list[float],
    Field(min_length=2, max_length=2, description="longitude, latitude in degrees"),
]


class Form(StrEnum):
    """How an isochrone is given."""

    POLYGON = "polygon"
    NETWORK = "network"
    GRID = "grid"


CellSize = IntEnum("CellSize", {f"M{size}": size for size in CELL_SIZES_M})  # type: ignore[misc]


class _Question(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    area: Annotated[
        AreaId | None,
        Field(description="The area whose place is meant; without it, the place of the point."),
    ] = None
    crs: Annotated[Crs, Field(description="The coordinate system of the answer.")] = Crs.DEGREES
    lens: Annotated[
        LensId | None, Field(description="Through whose eyes walking is seen (`/api/lenses`).")
    ] = None


class _IsochroneQuestion(_Question):
    mode: Mode = Mode.WALK
    lon: float
    lat: float
    minutes: Annotated[list[CutoffMin], Field(min_length=1, max_length=12)] = [5, 10, 15]
    direction: Annotated[
        Literal["from", "to"], Field(description="Where one gets from the point, or who gets there")
    ] = "from"
    form: Form = Form.POLYGON
    cell_m: Annotated[
        CellSize | None,
        Field(description="Side of the grid's cells; by default 25 m on foot, else 50 m."),
    ] = None


class IsochroneQuery(_IsochroneQuestion):
    """How far one gets, with a kept proposal where one is named."""

    proposal: UUID | None = None


class IsochroneIn(_IsochroneQuestion):
    """How far one gets with a drawing."""

    departure: Annotated[
        DepartureIn, Field(description="When people set out, where the mode is `transit`.")
    ] = DepartureIn()
    interventions: InterventionCollectionIn


class _RouteQuestion(_Question):
    mode: StreetMode = Mode.WALK
    start: Annotated[Position, Field(alias="from")]
    to: Position


class RouteQuery(_RouteQuestion):
    """Which way one takes, without and with a kept proposal."""

    proposal: UUID | None = None


class RouteIn(_RouteQuestion):
    """Which way one takes, without and with a drawing."""

    interventions: InterventionCollectionIn


class RingProperties(BaseModel):
    """A surface of all cells within the time."""

    minutes: int
    area_m2: float


class RingFeature(FeatureBase):
    """Everything within a time; empty where that is no cell."""

    geometry: MultiPolygon
    properties: RingProperties


class StretchProperties(BaseModel):
    """A reached stretch: in the least ring that holds it, with the time at both its ends.

    ``closed``: the street is closed here, and only doors on it are reached.
    """

    minutes: int
    start_ms: int
    end_ms: int
    street: int | None
    feature: str | None
    closed: bool


class StretchFeature(FeatureBase):
    """A stretch of a street or of something drawn."""

    geometry: LineString
    properties: StretchProperties


class CellProperties(BaseModel):
    """The time of the route to the middle of the cell, and the least ring that holds it."""

    minutes: int
    time_ms: int


class CellFeature(FeatureBase):
    """A cell of the grid."""

    geometry: Polygon
    properties: CellProperties


class IsochroneOut(BaseModel):
    """How far one gets: rings, stretches or cells, by the form that was asked for."""

    type: Literal["FeatureCollection"]
    features: list[RingFeature | StretchFeature | CellFeature]
    dataset: str
    version: str
    place: str
    mode: Mode
    lens: str | None
    direction: Literal["from", "to"]
    form: Form
    minutes: list[int]
    cell_m: int | None
    lon: float
    lat: float
    crs: NamedCrs | None = None


class RouteOut(BaseModel):
    """The route without and with what is drawn; null where no way leads there."""

    dataset: str
    version: str
    place: str
    mode: Mode
    lens: str | None
    baseline: RouteSide | None
    proposal: RouteSide | None
    change_ms: int | None
    crs: NamedCrs | None = None


class _WhyQuestion(_Question):
    mode: StreetMode = Mode.WALK
    home: Annotated[str, Field(min_length=1, max_length=120)]
    category: Category
    cutoffs_min: Annotated[list[CutoffMin], Field(min_length=1, max_length=20)] = list(
        DEFAULT_CUTOFFS_MIN
    )


class WhyQuery(_WhyQuestion):
    """Why one home's time to the nearest of a kind changes with a kept proposal."""

    proposal: UUID | None = None


class WhyIn(_WhyQuestion):
    """Why one home's time to the nearest of a kind changes with a drawing."""

    interventions: InterventionCollectionIn


class WhyOut(StoryOut):
    """What becomes of one home's way to the nearest of a kind."""

    dataset: str
    version: str
    place: str
    lens: str | None
    crs: NamedCrs | None = None
