"""Which trips come along a street: the question and its answer."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.schemas.assessment import CutoffMin, LensId
from app.schemas.geojson import InterventionCollectionIn
from app.schemas.itineraries import FacilityNamed, RouteSide
from app.schemas.modes import StreetMode
from spatial.network.model import Mode
from spatial.street_flows import MOST_FLOWS


class WhyStreetIn(BaseModel):
    """Which trips come along a street, without and with a drawing."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    area: Annotated[str, Field(min_length=1, max_length=120)]
    street: Annotated[
        str,
        Field(
            min_length=1,
            max_length=120,
            description="its number, the name of a drawn stretch as in `streets.drawn_ids`, or the "
            "id of a drawn line: all its stretches, weighed by their length",
        ),
    ]
    mode: StreetMode = Mode.WALK
    cutoff_min: Annotated[CutoffMin, Field(description="The longest trip.")] = 15
    flows: Annotated[
        int, Field(ge=1, le=MOST_FLOWS, description="How many destinations to tell of.")
    ] = 5
    lens: Annotated[
        LensId | None, Field(description="Through whose eyes walking is seen (`/api/lenses`).")
    ] = None
    interventions: InterventionCollectionIn


class FlowExample(BaseModel):
    """The home from which most trips come or cease to come along, and where they go."""

    home: str
    residents: float
    lon: float
    lat: float
    baseline_trips: float
    proposal_trips: float
    baseline: RouteSide | None
    proposal: RouteSide | None


class StreetFlowOut(BaseModel):
    """All trips along the street to one destination.

    ``homes``: from how many homes; of a street where something changes, those that change.
    """

    facility: FacilityNamed
    baseline: float
    proposal: float
    change: float
    homes: int
    example: FlowExample


class WhyStreetOut(BaseModel):
    """The trips along a street, as `edge_flow` counts them; null where there is no street.

    ``gained`` and ``lost``: trips that come along only with the drawing, and only without it.
    """

    dataset: str
    version: str
    place: str
    area: str
    mode: Mode
    lens: str | None
    cutoff_min: int
    street: str
    baseline: float | None
    proposal: float | None
    gained: float
    lost: float
    destinations: int
    flows: list[StreetFlowOut]
