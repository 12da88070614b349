"""Lines and trips of public transport: the questions and their answers."""

from typing import Annotated, Literal

from geojson_pydantic import LineString, Point
from pydantic import BaseModel, ConfigDict, Field

from app.schemas.assessment import LensId
from app.schemas.departure import DepartureIn, DepartureOut
from app.schemas.geojson import FeatureBase, InterventionCollectionIn
from app.schemas.itineraries import Category, FacilityNamed


class JourneysIn(BaseModel):
    """The trips of a home without and with a drawing."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    area: Annotated[str, Field(min_length=1, max_length=120)]
    home: Annotated[
        str, Field(min_length=1, max_length=120, description="its id, or the drawn feature's")
    ]
    category: Category
    departure: DepartureIn = DepartureIn()
    lens: Annotated[
        LensId | None, Field(description="Through whose eyes walking is seen (`/api/lenses`).")
    ] = None
    interventions: InterventionCollectionIn


class StopNamed(BaseModel):
    """A stop of the timetable, or one that is drawn; those have no name of their own."""

    id: str
    name: str
    lon: float
    lat: float


class LegOut(BaseModel):
    """A walk, a ride, or the way to the first stop by bike.

    Times of the day are as 07:42:30 and go on past 24:00.

    ``stops`` are all that a ride passes, its ends included; of the others the stop they lead to or
    from.
    """

    kind: Literal["walk", "bike", "ride"]
    line: str | None
    feature: Annotated[str | None, Field(description="the drawn line, where it is one")]
    departs: str
    arrives: str
    time_ms: int
    stops: list[StopNamed]


class JourneyOut(BaseModel):
    """A trip from door to door; whoever leaves home later than ``departs`` does not make it."""

    departs: str
    arrives: str
    time_ms: int
    changes: int
    legs: list[LegOut]


class NearHomeOut(BaseModel):
    """What leaves from the stops within 500 m on foot.

    The first and last of the day, from four in the morning on, and how many while people set out.
    """

    first: str | None
    last: str | None
    departures: int


class JourneysSide(BaseModel):
    """The trips in one situation, to what is nearest then.

    ``time_ms`` is enough at the wanted share of departures, ``time_p10_ms`` and ``time_p90_ms``
    at a tenth and at nine tenths; ``journeys`` are those that are quicker than ``direct_ms``, all
    the way along streets, by when they leave.
    """

    facility: FacilityNamed
    time_ms: int | None
    time_p10_ms: int | None
    time_p90_ms: int | None
    direct_ms: int | None
    journeys: list[JourneyOut]
    near: NearHomeOut


class JourneysOut(BaseModel):
    """A home's trips to the nearest of a kind; a side is null where nothing is reached."""

    dataset: str
    version: str
    place: str
    area: str
    home: str
    category: str
    departure: DepartureOut
    modelled: bool
    baseline: JourneysSide | None
    proposal: JourneysSide | None


class LineProperties(BaseModel):
    """A line one way, as most of its trips run."""

    line: str
    name: str
    kind: Literal["bus", "train"]
    to: str
    trips_weekday: int
    trips_07_09: int
    stops: list[str]


class LineFeature(FeatureBase):
    """A line one way, from stop to stop."""

    geometry: LineString
    properties: LineProperties


class LineCollection(BaseModel):
    """The lines of a place."""

    type: Literal["FeatureCollection"]
    features: list[LineFeature]


class TimetableStopProperties(BaseModel):
    """A stop of the timetable, with what leaves from it."""

    name: str
    departures_07_09: int
    departures_06_20: int
    lines: list[str]


class TimetableStopFeature(FeatureBase):
    """A stop of the timetable."""

    geometry: Point
    properties: TimetableStopProperties


class TimetableStopCollection(BaseModel):
    """The stops of a place that anything leaves from."""

    type: Literal["FeatureCollection"]
    features: list[TimetableStopFeature]


class TimetableOut(BaseModel):
    """What runs in a place on the usual weekday; null where there is no timetable of it."""

    dataset: str
    version: str
    place: str
    day: str | None
    modelled: bool
    lines: LineCollection
    stops: TimetableStopCollection
