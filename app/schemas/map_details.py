"""What the map tells of an area's edge: the boundary and the barriers."""

from typing import Annotated, Literal

from geojson_pydantic import LineString
from pydantic import BaseModel, Field

from spatial.network.model import Mode


class WayInOut(BaseModel):
    """A place where a way leads across the boundary, and whether the drawing gave or took it."""

    at_m: Annotated[float, Field(description="along the ring")]
    lon: float
    lat: float
    state: Literal["kept", "new", "closed"]


class GapOut(BaseModel):
    """A stretch of boundary between two ways in that follow each other."""

    start_m: float
    length_m: float
    geometry: LineString


class RingOut(BaseModel):
    """One closed line of the boundary; the stretches of either side make the whole of it."""

    length_m: float
    ways: list[WayInOut]
    baseline: list[GapOut]
    proposal: list[GapOut]


class BoundaryOut(BaseModel):
    """The boundary for one mode.

    ``entrances``: ways in, those within 10 m of each other as one, as `boundary_entrances` counts.
    """

    mode: Mode
    entrances_baseline: int
    entrances_proposal: int
    rings: list[RingOut]


class SeveranceOut(BaseModel):
    """Places along the barriers, column by column, and the walk to the other side from each.

    Every 25 m two points face each other across a barrier, at ``from`` and ``to``. The walk between
    them counts as ``longest_m`` where it is longer or where there is none. ``known_share``: of all
    places those with a street on either side; the others are left out.
    """

    lon: list[float]
    lat: list[float]
    from_lon: list[float]
    from_lat: list[float]
    to_lon: list[float]
    to_lat: list[float]
    straight_m: list[float]
    baseline_m: list[float]
    proposal_m: list[float]
    longest_m: float
    known_share: float
