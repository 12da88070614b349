"""Roads, routes and speed limits as registers tell them, before they are a network."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field
from shapely import LineString, MultiLineString  # noqa: TC002 - pydantic reads them at run time

from app.importers.geo_rows import BikeAccess, Grade, Row, Slug, StreetClass, Text
from app.importers.registers.lines import Attributes, Line, ordinary_street

Role = Literal["roads", "routes", "speeds"]
"""What a layer beside the roads is for: more roads, routes where no road lies, speed limits."""
_NOBODY_WALKS: Final = frozenset({"motorway"})


class RoadRow(Row):
    """A road or a route; who may use it follows from its class where nobody says it."""

    place: Slug
    street_class: StreetClass
    name: Text | None = None
    walk: bool | None = None
    bike: BikeAccess | None = None
    grade: Grade = "at_grade"
    lit: bool | None = None
    surface: Text | None = None
    steps: bool = False
    width_m: Annotated[float, Field(gt=0, le=100)] | None = None
    speed_kmh: Annotated[int, Field(gt=0, le=130)] | None = None
    source: Slug
    geometry: LineString | MultiLineString

    def lines(self) -> list[Line]:
        """Give each part of it as a street to be noded."""
        parts = getattr(self.geometry, "geoms", (self.geometry,))
        return [Line(part, self._attributes()) for part in parts]

    def _attributes(self) -> Attributes:
        is_open = self.street_class not in _NOBODY_WALKS
        bike = self.bike if self.bike is not None else "both"
        return ordinary_street(self.source)._replace(
            street_class=self.street_class,
            name=self.name,
            walk=is_open if self.walk is None else self.walk,
            bike="none" if self.bike is None and (self.steps or not is_open) else bike,
            grade=self.grade,
            lit=self.lit,
            surface=self.surface,
            steps=self.steps,
            width_m=self.width_m,
            speed_kmh=self.speed_kmh,
        )


class SpeedRow(Row):
    """A stretch with a speed limit."""

    speed_kmh: Annotated[float, Field(gt=0, le=130)]
    geometry: LineString | MultiLineString


ROW_TYPES: Final[dict[Role, type[RoadRow | SpeedRow]]] = {
    "roads": RoadRow,
    "routes": RoadRow,
    "speeds": SpeedRow,
}
