"""How a refusal looks (RFC 9457)."""

from pydantic import BaseModel, ConfigDict, JsonValue


class FaultOut(BaseModel):
    """One thing that is wrong."""

    pointer: str | None
    parameter: str | None
    feature: str | None
    value: JsonValue
    code: str
    lon: float | None
    lat: float | None
    message: str


class ProblemOut(BaseModel):
    """A refusal with every fault. ``current`` holds the present state after a stale write."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[FaultOut]
