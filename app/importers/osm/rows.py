"""Rows of our own layers, made of what OpenStreetMap holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import shapely

from app.importers.geo_rows import (
    BarrierRow,
    BuildingRow,
    FacilityRow,
    LandCoverRow,
    StreetRow,
)
from app.importers.osm.crossings import controls_at
from app.importers.osm.tag_tables import (
    UNNAMED,
    UNNAMED_BARRIERS,
    barrier_of,
    category_of,
    land_cover_of,
)
from app.importers.stable_ids import made_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.importers.osm.edges import Edge
    from app.importers.osm.things import Thing
    from app.importers.osm.ways import RawStreets

LEAST_WATER_M2: Final = 500.0
"""A smaller pond is walked round."""
LEAST_COVER_M2: Final = 100.0
_CAPACITY: Final = re.compile(r"^\d{1,5}$")
_SURFACES: Final = frozenset({"Polygon", "MultiPolygon"})


def street_rows(edges: Sequence[Edge], raw: RawStreets, place: str, source: str) -> list[StreetRow]:
    """Give each edge as a street of a place; its number is made of where it lies in the source."""
    places: dict[int, tuple[float, float]] = {}
    for edge in edges:
        places[edge.ends[0]] = (float(edge.xy[0, 0]), float(edge.xy[0, 1]))
        places[edge.ends[1]] = (float(edge.xy[-1, 0]), float(edge.xy[-1, 1]))
    controls = controls_at(places, raw.controls, raw.signals)
    return [
        StreetRow(
            id=made_id(place, *edge.ends, edge.way, edge.vertices[1]),
            place=place,
            from_node=edge.ends[0],
            to_node=edge.ends[1],
            from_control=controls.get(edge.ends[0]),
            to_control=controls.get(edge.ends[1]),
            **edge.tags._asdict(),
            source=source,
            modelled=False,
            geometry=shapely.LineString(edge.xy),
        )
        for edge in edges
    ]


def facility_rows(thing: Thing, place: str, source: str) -> Iterator[FacilityRow]:
    """Give a thing as a facility; a surface stands where a point of it lies."""
    category = category_of(thing.tags)
    if category is None or thing.geometry.geom_type == "LineString":
        return
    name = next(
        (thing.tags[key] for key in ("name", "brand", "operator") if thing.tags.get(key)),
        UNNAMED[category],
    )
    capacity = thing.tags.get("capacity", "")
    is_point = thing.geometry.geom_type == "Point"
    yield FacilityRow(
        id=f"{place}-osm-{thing.id}",
        place=place,
        category=category,
        name=name[:400],
        capacity=float(capacity) if _CAPACITY.match(capacity) else None,
        floor_area_m2=None,
        jobs=None,
        source=source,
        modelled=False,
        geometry=thing.geometry if is_point else thing.geometry.representative_point(),
    )


def building_rows(thing: Thing, place: str, source: str) -> Iterator[BuildingRow]:
    """Give each part of a building; its people are not known to OpenStreetMap."""
    if thing.tags.get("building", "no") == "no" or thing.geometry.geom_type not in _SURFACES:
        return
    flats = thing.tags.get("building:flats", "")
    parts = shapely.get_parts(thing.geometry)
    for number, part in enumerate(parts, start=1):
        yield BuildingRow(
            id=f"{place}-osm-{thing.id}" + ("" if number == 1 else f"-{number}"),
            place=place,
            homes=float(flats) if len(parts) == 1 and _CAPACITY.match(flats) else None,
            name=thing.tags.get("name", "")[:400] or None,
            source=source,
            modelled=False,
            geometry=part,
        )


def barrier_rows(thing: Thing, place: str, source: str) -> Iterator[BarrierRow]:
    """Give a thing as what is not crossed at grade."""
    kind = barrier_of(thing.tags)
    if kind is None or thing.geometry.geom_type not in {*_SURFACES, "LineString"}:
        return
    if thing.geometry.geom_type in _SURFACES:
        if kind != "water" or thing.geometry.area < LEAST_WATER_M2:
            return
    elif kind == "water" and thing.geometry.is_ring:
        return  # its surface is given too
    yield BarrierRow(
        id=f"{place}-osm-{thing.id}",
        place=place,
        kind=kind,
        name=thing.tags.get("name", "")[:400] or UNNAMED_BARRIERS[kind],
        source=source,
        modelled=False,
        geometry=thing.geometry,
    )


def land_cover_rows(thing: Thing, place: str, source: str) -> Iterator[LandCoverRow]:
    """Give a thing as a surface of the basemap."""
    kind = land_cover_of(thing.tags)
    if kind is None or thing.geometry.geom_type not in _SURFACES:
        return
    if thing.geometry.area < LEAST_COVER_M2:
        return
    yield LandCoverRow(
        id=f"{place}-osm-{thing.id}", place=place, kind=kind, source=source, geometry=thing.geometry
    )
