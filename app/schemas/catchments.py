"""Whom a facility serves: the question and its answer."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.schemas.assessment import CutoffMin, LensId
from app.schemas.geojson import InterventionCollectionIn
from app.schemas.itineraries import FacilityNamed
from app.schemas.modes import StreetMode
from spatial.network.model import Mode


class CatchmentIn(BaseModel):
    """Whom a facility serves without and with a drawing."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    area: Annotated[str, Field(min_length=1, max_length=120)]
    facility: Annotated[
        str,
        Field(min_length=1, max_length=120, description="its id, or that of the drawn feature"),
    ]
    mode: StreetMode = Mode.WALK
    cutoffs_min: Annotated[list[CutoffMin], Field(min_length=1, max_length=12)] = [5, 10, 15, 20]
    lens: Annotated[
        LensId | None, Field(description="Through whose eyes walking is seen (`/api/lenses`).")
    ] = None
    interventions: InterventionCollectionIn


class ServedPeople(BaseModel):
    """Residents of the area, and those of the place who live outside it."""

    inside: float
    outside: float


class ServedWithin(ServedPeople):
    """Who reaches the facility within a time."""

    cutoff_min: int


class ServedOut(BaseModel):
    """Whom a facility serves in one situation.

    ``nearest``: for whom no other of its kind is nearer; each home has one nearest of a kind.
    """

    within: list[ServedWithin]
    nearest: ServedPeople


class ServedHomesOut(BaseModel):
    """The homes of the place, column by column; times are null where no way leads, or nothing is.

    Drawn homes come last.
    """

    ids: list[str]
    lon: list[float]
    lat: list[float]
    residents: list[float]
    residents_proposal: list[float]
    in_area: list[bool]
    baseline_ms: list[int | None]
    proposal_ms: list[int | None]
    nearest_baseline: list[bool]
    nearest_proposal: list[bool]


class CatchmentOut(BaseModel):
    """Whom a facility serves; a side is null where the facility is not there."""

    dataset: str
    version: str
    place: str
    area: str
    mode: Mode
    lens: str | None
    cutoffs_min: list[int]
    facility: FacilityNamed
    baseline: ServedOut | None
    proposal: ServedOut | None
    homes: ServedHomesOut
