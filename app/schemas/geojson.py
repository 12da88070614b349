"""What our GeoJSON answers share."""

from typing import Literal

from geojson_pydantic import (
    LineString,
    MultiLineString,
    MultiPoint,
    MultiPolygon,
    Point,
    Polygon,
)
from pydantic import BaseModel, ConfigDict, Field

AnyGeometry = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon
LineGeometry = LineString | MultiLineString
SurfaceGeometry = Polygon | MultiPolygon


class Link(BaseModel):
    """Where to find something related."""

    href: str
    rel: str
    type: str


class FeatureBase(BaseModel):
    """A GeoJSON feature with an id of text."""

    type: Literal["Feature"]
    id: str


class PageBase(BaseModel):
    """A page of features, counted as OGC API Features does."""

    type: Literal["FeatureCollection"]
    numberMatched: int = Field(description="how many features fit the question")  # noqa: N815 - OGC API's spelling
    numberReturned: int = Field(description="how many of them are here")  # noqa: N815 - OGC API's spelling
    links: list[Link]


class CrsProperties(BaseModel):
    """The name of a coordinate system."""

    name: str


class NamedCrs(BaseModel):
    """The coordinate system of a collection; EPSG:4326 where it says nothing."""

    type: Literal["name"]
    properties: CrsProperties


class InterventionProperties(BaseModel):
    """What was drawn. Which further properties a kind takes stands in the documentation.

    Every kind takes `cost_kr` (a price the planner knows, instead of unit prices), `funding` (who
    pays it: shares of `housing_organisation`, `municipality`, `foundation` and `others` that sum
    to one) and `phase` (a whole number from 1 to 5; 1 where it is left out).
    """

    model_config = ConfigDict(extra="allow")

    kind: str


class InterventionFeature(FeatureBase):
    """One intervention as it is kept."""

    geometry: AnyGeometry
    properties: InterventionProperties


class InterventionCollection(BaseModel):
    """The interventions of a proposal."""

    type: Literal["FeatureCollection"]
    features: list[InterventionFeature]


class InterventionFeatureIn(BaseModel):
    """One intervention as it is sent; without an id it gets one."""

    model_config = ConfigDict(extra="allow")

    type: Literal["Feature"]
    id: str | int | None = None
    geometry: AnyGeometry
    properties: InterventionProperties


class InterventionCollectionIn(BaseModel):
    """The interventions of a request; ``crs`` may name EPSG:25832."""

    model_config = ConfigDict(extra="allow")

    type: Literal["FeatureCollection"]
    features: list[InterventionFeatureIn]
    crs: NamedCrs | None = None
