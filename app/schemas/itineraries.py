"""Routes, and the stories that are told with them."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

from geojson_pydantic import LineString
from pydantic import BaseModel, Field

from spatial.network.model import Mode
from spatial.tables import CATEGORIES

if TYPE_CHECKING:
    Category = str
else:
    Category = StrEnum("Category", {name.upper(): name for name in CATEGORIES})


class RoutePart(BaseModel):
    """A stretch of a route along one street, one drawn feature, or straight to a door."""

    kind: Literal["connector", "street", "drawn"]
    street: int | None
    street_class: str | None
    grade: Literal["at_grade", "bridge", "tunnel"] | None
    steps: bool | None
    lit: bool | None
    feature: str | None
    time_ms: int
    length_m: float


class RouteSide(BaseModel):
    """A route; the times of its parts sum exactly to its time."""

    time_ms: int
    length_m: float
    features: Annotated[list[str], Field(description="the drawn features it uses, in order")]
    parts: list[RoutePart]
    geometry: LineString


class FacilityNamed(BaseModel):
    """A facility, drawn ones by the id of their feature."""

    id: str
    name: str
    category: str
    lon: float
    lat: float


class ErrandOut(BaseModel):
    """The nearest of a kind and the way there."""

    facility: FacilityNamed
    route: RouteSide


class ReachChangeOut(BaseModel):
    """The facilities that come within a cutoff, and those that no longer are."""

    cutoff_min: int
    gained: list[FacilityNamed]
    lost: list[FacilityNamed]


class StoryOut(BaseModel):
    """What becomes of one home's way to the nearest of a kind; null where none is reached.

    ``change_ms`` is null where there was no way before or is none after.
    """

    mode: Mode
    category: str
    home: str
    residents: float
    lon: float
    lat: float
    change_ms: int | None
    baseline: ErrandOut | None
    proposal: ErrandOut | None
    reach: Annotated[
        list[ReachChangeOut], Field(description="the cutoffs within which something changes")
    ]
