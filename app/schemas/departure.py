"""When people set out who take the bus or the train."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.schemas.modes import StreetMode
from spatial.network.model import Mode
from spatial.transit.table import HOUR_MIN, Departures

Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", examples=["07:00"])]
LONGEST_WINDOW_MIN = 4 * HOUR_MIN
_DEFAULT = Departures()


def clock(minutes: int) -> str:
    """Write minutes after midnight as a time of the day."""
    return f"{minutes // HOUR_MIN:02}:{minutes % HOUR_MIN:02}"


def minutes_of(time: str) -> int:
    """Read a time of the day as minutes after midnight."""
    hours, minutes = time.split(":")
    return int(hours) * HOUR_MIN + int(minutes)


class DepartureIn(BaseModel):
    """One sets out at every minute of a window of the usual weekday."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    from_: Annotated[Clock, Field(alias="from")] = clock(_DEFAULT.from_min)
    until: Annotated[
        Clock, Field(description="At most four hours later; nobody sets out then any more.")
    ] = clock(_DEFAULT.from_min + _DEFAULT.minutes)
    share: Annotated[
        float,
        Field(gt=0, le=1, description="A time counts that is enough at this share of departures."),
    ] = _DEFAULT.share
    longest_walk_min: Annotated[
        int,
        Field(
            ge=1, le=30, description="To a stop, on foot or by bike, from a stop, and between two."
        ),
    ] = _DEFAULT.longest_walk_min
    to_stop: Annotated[
        StreetMode,
        Field(
            description="With bike one may ride to the first stop and leave the bike there, or ride"
            " all the way."
        ),
    ] = Mode.WALK

    @model_validator(mode="after")
    def _is_a_window(self) -> Self:
        if not 0 < minutes_of(self.until) - minutes_of(self.from_) <= LONGEST_WINDOW_MIN:
            raise ValueError("until must be later than from, by four hours at most")
        return self

    def departures(self) -> Departures:
        """Give it as the engine takes it."""
        start = minutes_of(self.from_)
        minutes = minutes_of(self.until) - start
        return Departures(start, minutes, self.share, self.longest_walk_min, Mode(self.to_stop))


class DepartureOut(BaseModel):
    """The departures that an answer was computed with."""

    from_: Annotated[str, Field(alias="from")]
    until: str
    share: float
    longest_walk_min: int
    to_stop: StreetMode


def departure_json(departures: Departures) -> dict[str, object]:
    """Write departures as they are asked for."""
    return {
        "from": clock(departures.from_min),
        "until": clock(departures.from_min + departures.minutes),
        "share": departures.share,
        "longest_walk_min": departures.longest_walk_min,
        "to_stop": departures.to_stop,
    }
