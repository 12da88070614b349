"""Housing areas as somebody draws them."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from app.importers.geo_rows import Slug
from app.municipalities import MUNICIPALITIES
from app.schemas.plain_text import plain_text, refusal

NAME_CHARACTERS = 120
MOST_HOMES = 100_000
MOST_RESIDENTS = 500_000
MOST_ORGANISATIONS = 20

Name = Annotated[str, Field(min_length=1, max_length=NAME_CHARACTERS)]


class DrawnAreaProperties(BaseModel):
    """What its planner knows of a housing area."""

    model_config = ConfigDict(extra="forbid")

    name: Name
    municipality_code: str
    housing_organisations: Annotated[list[Name], Field(max_length=MOST_ORGANISATIONS)] = []
    homes: Annotated[int, Field(ge=0, le=MOST_HOMES)] | None = None
    residents: Annotated[int, Field(ge=0, le=MOST_RESIDENTS)] | None = None

    @field_validator("name")
    @classmethod
    def _check_name(cls, name: str) -> str:
        return plain_text(name, allowed="")

    @field_validator("housing_organisations")
    @classmethod
    def _check_organisations(cls, names: list[str]) -> list[str]:
        return [plain_text(name, allowed="") for name in names]

    @field_validator("municipality_code")
    @classmethod
    def _check_code(cls, code: str) -> str:
        if code not in MUNICIPALITIES:
            raise refusal("unknown_municipality")
        return code


class DrawnAreaIn(BaseModel):
    """A housing area as GeoJSON: one Polygon or MultiPolygon in EPSG:4326."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["Feature"]
    id: Annotated[
        Slug | None, Field(description="its name in small letters where it is left out")
    ] = None
    properties: DrawnAreaProperties
    geometry: Annotated[
        dict[str, Any] | None, Field(description="a Polygon or MultiPolygon of GeoJSON")
    ]


class MunicipalityOut(BaseModel):
    """A municipality."""

    code: str
    name: str


class MunicipalitiesOut(BaseModel):
    """The municipalities of Denmark."""

    municipalities: list[MunicipalityOut]
