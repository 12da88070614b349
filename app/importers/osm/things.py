"""Everything of a file but its streets: facilities, buildings, barriers and land cover."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import osmium
import shapely

from app.importers.osm.how_far import HowFar
from app.importers.osm.tag_tables import (
    barrier_of,
    category_of,
    land_cover_of,
)
from app.importers.osm.ways import TOLD_EVERY
from spatial.crs import to_planar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from app.importers.reading import Progress

_KEYS: Final = (
    *("amenity", "shop", "healthcare", "leisure", "office", "craft", "tourism", "isced:level"),
    *("building", "landuse", "natural", "waterway", "railway", "highway"),
)
_LINES: Final = ("highway", "railway", "waterway")
_Found = osmium.osm.Node | osmium.osm.Way | osmium.osm.Area
_KINDS: Final = (osmium.osm.Node, osmium.osm.Way, osmium.osm.Area)


@dataclass(frozen=True, slots=True)
class Thing:
    """A feature with its tags; geometry in EPSG:25832."""

    id: str  # n, w or r and OpenStreetMap's number
    tags: Mapping[str, str]
    geometry: BaseGeometry


def read_things(path: Path, progress: Progress) -> Iterator[Thing | None]:
    """Read every node, line and surface that a table names, in the order of the file.

    None stands for what cannot be drawn, since the file does not hold all of it.
    """
    wanted = osmium.filter.KeyFilter(*_KEYS)
    processor = osmium.FileProcessor(str(path)).with_areas(wanted).with_filter(wanted)
    factory = osmium.geom.WKBFactory()
    how_far = HowFar(path)
    for count, found in enumerate(processor):
        if count % TOLD_EVERY == 0:
            progress("things", *how_far(count))
        if not isinstance(found, _KINDS):
            continue
        tags = {tag.k: tag.v for tag in found.tags}
        try:
            geometry = _geometry(found, tags, factory)
        except RuntimeError:
            yield None
            continue
        if geometry is not None:
            yield Thing(_name(found), tags, to_planar(geometry))


def _name(found: _Found) -> str:
    if isinstance(found, osmium.osm.Area):
        return f"{'w' if found.from_way() else 'r'}{found.orig_id()}"
    return f"{'n' if found.is_node() else 'w'}{found.id}"


def _geometry(
    found: _Found, tags: Mapping[str, str], factory: osmium.geom.WKBFactory
) -> BaseGeometry | None:
    """Draw what a table may want: facilities as nodes and surfaces, barriers as lines too."""
    if isinstance(found, osmium.osm.Node):
        if category_of(tags) is None:
            return None
        return shapely.Point(found.lon, found.lat)
    if isinstance(found, osmium.osm.Area):
        if not ("building" in tags or category_of(tags) or land_cover_of(tags) or barrier_of(tags)):
            return None
        surface = shapely.from_wkb(factory.create_multipolygon(found))
        return surface if surface.is_valid else shapely.make_valid(surface)
    if any(key in tags for key in _LINES) and barrier_of(tags) is not None:
        return shapely.from_wkb(factory.create_linestring(found))
    return None
