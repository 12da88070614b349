"""The rows of our own geographic layers: one model a layer, geometry in EPSG:25832."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from shapely import (  # noqa: TC002 - pydantic reads the annotations at run time
    LineString,
    MultiLineString,
    MultiPolygon,
    Point,
    Polygon,
)

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
Text = Annotated[str, Field(min_length=1, max_length=400)]
Count = Annotated[int, Field(ge=0)]
MunicipalityCode = Annotated[str, Field(pattern=r"^[0-9]{4}$")]

StreetClass = Literal["motorway", "main", "local", "private", "path", "cycleway", "track"]
BikeAccess = Literal["both", "forward", "backward", "none"]
Grade = Literal["at_grade", "bridge", "tunnel"]
Control = Literal["signal", "zebra", "refuge", "none"]
BarrierKind = Literal["motorway", "railway", "water"]
LandCoverKind = Literal["water", "green", "built_up", "industry", "rail"]
Category = Literal[
    "school",
    "daycare",
    "youth_education",
    "grocery",
    "retail",
    "service",
    "health",
    "leisure",
    "culture",
    "park",
    "workplace",
    "station",
    "stop",
]


class Row(BaseModel):
    """A row is a value: unknown columns are refused, nothing changes after reading."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, allow_inf_nan=False
    )

    def model_post_init(self, context: object, /) -> None:  # noqa: ARG002 - pydantic's own words
        """Share the set of given columns between all rows of a kind.

        A set of its own would be half of what a row holds in memory, and a region has a million.
        """
        object.__setattr__(self, "__pydantic_fields_set__", _columns_of(type(self)))


@cache
def _columns_of(row_type: type[Row]) -> set[str]:
    return set(row_type.model_fields)


class SourceRow(Row):
    """Where facts come from, and what must be said when they are shown."""

    id: Slug
    title: Text
    publisher: Text
    date: Text
    licence: Text
    attribution: str
    url: str | None
    modelled: bool
    note: str


class PlaceRow(Row):
    """A window of land that is routed as one; `bbox` is west, south, east, north in degrees."""

    id: Slug
    name: Text
    bbox: tuple[float, float, float, float]


class AreaRow(Row):
    """A housing area."""

    id: Slug
    place: Slug
    name: Text
    case_project: Text | None
    municipality: Text
    municipality_code: MunicipalityCode
    housing_organisations: tuple[Text, ...]
    homes: Count | None
    residents: Count | None
    source: Slug
    modelled: bool
    geometry: MultiPolygon


class StreetRow(Row):
    """A street edge; edges join by equal node ids alone. Directions follow the line as drawn.

    ``from_control`` and ``to_control`` say what helps a walker over the street at either end; None
    where nobody knows.
    """

    id: int
    place: Slug
    from_node: int
    to_node: int
    street_class: StreetClass
    name: Text | None
    walk: bool
    bike: BikeAccess
    grade: Grade
    lit: bool | None
    surface: Text | None
    steps: bool
    width_m: Annotated[float, Field(gt=0, le=100)] | None
    speed_kmh: Annotated[int, Field(gt=0, le=130)] | None
    from_control: Control | None = None
    to_control: Control | None = None
    source: Slug
    modelled: bool
    geometry: LineString


class FacilityRow(Row):
    """Something people go to. Capacity, floor area and jobs are null where unknown."""

    id: Slug
    place: Slug
    category: Category
    name: Text
    capacity: Annotated[float, Field(ge=0)] | None
    floor_area_m2: Annotated[float, Field(ge=0)] | None
    jobs: Annotated[float, Field(ge=0)] | None
    source: Slug
    modelled: bool
    geometry: Point


class StopRow(Row):
    """A stop of public transport with its departures on a weekday."""

    id: Annotated[str, Field(min_length=1, max_length=40)]
    place: Slug
    name: Text
    departures_weekday: Count
    departures_07_09: Count
    is_station: bool
    source: Slug
    geometry: Point


class BarrierRow(Row):
    """Something that is not crossed at grade."""

    id: Slug
    place: Slug
    kind: BarrierKind
    name: Text
    source: Slug
    modelled: bool
    geometry: LineString | MultiLineString | Polygon | MultiPolygon


class HomeRow(Row):
    """A point with residents; `area` is set inside a housing area."""

    id: Slug
    place: Slug
    residents: Annotated[float, Field(gt=0)]
    homes: Annotated[float, Field(ge=0)] | None
    area: Slug | None
    municipality_code: MunicipalityCode
    source: Slug
    modelled: bool
    geometry: Point


class BuildingRow(Row):
    """A building block, where known."""

    id: Slug
    place: Slug
    residents: Annotated[float, Field(ge=0)] | None = None
    homes: Annotated[float, Field(ge=0)] | None = None
    name: Text | None = None
    source: Slug
    modelled: bool
    geometry: Polygon


class LandCoverRow(Row):
    """Generalised land cover for the basemap."""

    id: Slug
    place: Slug
    kind: LandCoverKind
    source: Slug
    geometry: Polygon | MultiPolygon
