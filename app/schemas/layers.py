"""The layers of a place, as GeoJSON."""

from typing import Literal

from geojson_pydantic import LineString, MultiPolygon, Point
from pydantic import BaseModel, ConfigDict

from app.importers.geo_rows import (
    BarrierKind,
    BikeAccess,
    Category,
    Control,
    Grade,
    LandCoverKind,
    StreetClass,
)
from app.schemas.geojson import (
    FeatureBase,
    LineGeometry,
    PageBase,
    SurfaceGeometry,
)


class AreaProperties(BaseModel):
    """What is known of a housing area."""

    name: str
    place: str
    case_project: str | None
    municipality: str
    municipality_code: str
    housing_organisations: list[str]
    homes: int | None
    residents: int | None
    modelled: bool
    sources: list[str]


class AreaFeature(FeatureBase):
    """A housing area."""

    geometry: MultiPolygon
    properties: AreaProperties


class AreaPage(PageBase):
    """Housing areas."""

    features: list[AreaFeature]


class FacilityProperties(BaseModel):
    """A place people have an errand to."""

    place: str
    category: Category
    name: str
    capacity: float | None
    floor_area_m2: float | None
    jobs: float | None
    source: str
    modelled: bool


class FacilityFeature(FeatureBase):
    """A facility."""

    geometry: Point
    properties: FacilityProperties


class FacilityPage(PageBase):
    """Facilities."""

    features: list[FacilityFeature]


class StopProperties(BaseModel):
    """A stop of the timetable."""

    place: str
    name: str
    departures_weekday: int
    departures_07_09: int
    is_station: bool
    source: str


class StopFeature(FeatureBase):
    """A stop."""

    geometry: Point
    properties: StopProperties


class StopPage(PageBase):
    """Stops."""

    features: list[StopFeature]


class StreetProperties(BaseModel):
    """A piece of street or path."""

    place: str
    street_class: StreetClass
    name: str | None
    walk: bool
    bike: BikeAccess
    grade: Grade
    lit: bool | None
    surface: str | None
    steps: bool
    width_m: float | None
    speed_kmh: int | None
    from_node: int
    to_node: int
    from_control: Control | None
    to_control: Control | None
    source: str
    modelled: bool


class StreetFeature(BaseModel):
    """A piece of street; its id is the number it has in ``/model``."""

    type: Literal["Feature"]
    id: int
    geometry: LineString
    properties: StreetProperties


class StreetPage(PageBase):
    """Streets."""

    features: list[StreetFeature]


class HomeProperties(BaseModel):
    """A point where people live."""

    place: str
    area: str | None
    residents: float
    homes: float | None
    municipality_code: str
    source: str
    modelled: bool


class HomeFeature(FeatureBase):
    """A home point."""

    geometry: Point
    properties: HomeProperties


class HomePage(PageBase):
    """Homes."""

    features: list[HomeFeature]


class BarrierProperties(BaseModel):
    """What cannot be crossed except on a bridge or in a tunnel."""

    place: str
    kind: BarrierKind
    name: str | None
    source: str
    modelled: bool


class BarrierFeature(FeatureBase):
    """A barrier."""

    geometry: LineGeometry | SurfaceGeometry
    properties: BarrierProperties


class BarrierPage(PageBase):
    """Barriers."""

    features: list[BarrierFeature]


class LandCoverProperties(BaseModel):
    """A patch of ground."""

    place: str
    kind: LandCoverKind
    source: str


class LandCoverFeature(FeatureBase):
    """A patch of ground for the basemap."""

    geometry: SurfaceGeometry
    properties: LandCoverProperties


class LandCoverPage(PageBase):
    """Ground for the basemap."""

    features: list[LandCoverFeature]


class BuildingProperties(BaseModel):
    """A building whose outline is known."""

    place: str
    name: str | None
    residents: float | None
    homes: float | None
    source: str
    modelled: bool


class BuildingFeature(FeatureBase):
    """A building."""

    geometry: SurfaceGeometry
    properties: BuildingProperties


class BuildingPage(PageBase):
    """Buildings."""

    features: list[BuildingFeature]


class PlaceOut(BaseModel):
    """A town window; ``bbox`` is west, south, east, north in degrees."""

    id: str
    name: str
    bbox: tuple[float, float, float, float]


class SourceOut(BaseModel):
    """Where data comes from, and what must be said when it is shown."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    title: str
    publisher: str
    date: str
    licence: str
    attribution: str
    url: str | None
    modelled: bool
    note: str | None
    checksum: str


class SourceList(BaseModel):
    """Every source."""

    sources: list[SourceOut]


class HealthOut(BaseModel):
    """Whether the service can answer, and with which data."""

    status: Literal["ok"]
    version: str
    dataset: str
    warm: bool
    tile_url: str | None
