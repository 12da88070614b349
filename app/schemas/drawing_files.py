"""What is found in a drawing from elsewhere."""

from typing import Annotated, Literal

from geojson_pydantic import LineString, Point, Polygon
from pydantic import BaseModel, Field, JsonValue

Bbox = tuple[float, float, float, float]
DrawnGeometry = Annotated[Point | LineString | Polygon, Field(discriminator="type")]


class FileFeature(BaseModel):
    """One point, line or polygon of a file, in degrees, with what the file says of it."""

    type: Literal["Feature"]
    id: str
    kind: str | None = Field(description="the kind that its own `kind` means")
    geometry: DrawnGeometry
    properties: dict[str, JsonValue]


class FileFeatures(BaseModel):
    """The features of a layer."""

    type: Literal["FeatureCollection"]
    features: list[FileFeature]


class FileAttribute(BaseModel):
    """An attribute with the first few different values it has."""

    name: str
    values: list[str]


class FileLayer(BaseModel):
    """A layer of a file."""

    name: str
    count: int = Field(description="how many features the file has in it, those at fault included")
    crs: int | None = Field(description="EPSG code that its numbers were read in")
    geometries: dict[Literal["Point", "LineString", "Polygon"], int]
    attributes: list[FileAttribute]
    bbox: Bbox
    kind: str | None = Field(description="the kind that its name speaks of")
    features: FileFeatures


class FileFaultOut(BaseModel):
    """One thing that is wrong, with what to do about it."""

    layer: str | None
    feature: str | None
    value: JsonValue
    code: str
    lon: float | None
    lat: float | None
    shown: bool = Field(
        description="whether the feature is there all the same, to look at but not to draw with"
    )
    message: str


class FileNote(BaseModel):
    """How something was understood."""

    code: str
    layer: str | None
    message: str


class ProposalLimits(BaseModel):
    """How much can be part of a proposal."""

    features: int
    vertices: int


class DrawingFileOut(BaseModel):
    """A file, layer by layer, with everything that is wrong and how it was understood."""

    format: Literal["geojson", "geopackage", "dxf"]
    name: str
    bbox: Bbox
    layers: list[FileLayer]
    faults: list[FileFaultOut] = Field(description="the first 300")
    fault_count: int
    notes: list[FileNote]
    limits: ProposalLimits
