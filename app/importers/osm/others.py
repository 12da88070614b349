"""The rows of every layer but the streets, as the things of a file go by."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import shapely

from app.importers.osm.rows import barrier_rows, building_rows, facility_rows, land_cover_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.importers.geo_rows import BarrierRow, BuildingRow, FacilityRow, LandCoverRow
    from app.importers.osm.things import Thing
    from app.importers.reading import Window


@dataclass(slots=True)
class Others:
    """What lies in a window, of the layers that are asked for."""

    window: Window
    source: str
    layers: Sequence[str]
    facilities: list[FacilityRow] = field(default_factory=list)
    buildings: list[BuildingRow] = field(default_factory=list)
    barriers: list[BarrierRow] = field(default_factory=list)
    land_cover: list[LandCoverRow] = field(default_factory=list)
    broken: int = 0

    def __post_init__(self) -> None:
        """Make the window quick to ask."""
        shapely.prepare(self.window.surface)

    def take(self, thing: Thing | None) -> None:
        """Make rows of a thing; None counts as one that is not whole."""
        if thing is None:
            self.broken += 1
            return
        if not self.window.surface.intersects(thing.geometry):
            return
        place, source = self.window.place, self.source
        if "facilities" in self.layers:
            self.facilities += facility_rows(thing, place, source)
        if "buildings" in self.layers:
            self.buildings += building_rows(thing, place, source)
        if "barriers" in self.layers:
            self.barriers += barrier_rows(thing, place, source)
        if "land_cover" in self.layers:
            self.land_cover += land_cover_rows(thing, place, source)
