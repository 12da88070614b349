"""Derive every layer of one place."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from pyproj import Transformer

from app.data_quality.attachment import attach
from app.importers.registers.network import Network, build_network
from data.derive import facilities as errands
from data.derive.barriers import Barrier, barriers_of
from data.derive.drawn import Drawn, read_drawn
from data.derive.homes import Home, area_homes, outside_homes
from data.derive.land import cover, generalised, street_sides
from data.derive.places import WINDOW_M, Place
from data.derive.reference import Record, inside, read_layer
from data.derive.roads import LINK, road_lines, signed_routes
from data.derive.stops import Stop, read_stops, stop_facilities

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from shapely import MultiPolygon, Point, Polygon
    from shapely.geometry.base import BaseGeometry

    from app.importers.registers.lines import Line

_TO_METRES = Transformer.from_crs(4326, 25832, always_xy=True)
_GENERALISE_M = 1.7
_TRACKS_M = 10.0  # half the width a railway is drawn with
_SPARSE_SHARE = 0.02  # of the window: less low housing than this means land use is not mapped


@dataclass(frozen=True, slots=True)
class PlaceLayers:
    """Everything derived for a place, in metres."""

    place: Place
    window: BaseGeometry
    network: Network
    barriers: tuple[Barrier, ...]
    facilities: tuple[errands.Facility, ...]
    unattached: tuple[errands.Facility, ...]
    stops: tuple[Stop, ...]
    homes: tuple[Home, ...]
    land_cover: Mapping[str, Sequence[Polygon]]
    drawn: Drawn


@dataclass(frozen=True, slots=True)
class _Reference:
    """The reference layers of one place, cut to its window."""

    layers: Mapping[str, list[Record]]
    municipalities: list[Record]
    upper: list[tuple[str, Point]]

    def __getitem__(self, layer: str) -> list[Record]:
        return self.layers[layer]


def derive_place(
    place: Place, areas: Mapping[str, MultiPolygon], reference: Path, drawn_folder: Path
) -> PlaceLayers:
    """Derive a place's layers from the reference data and what is drawn."""
    own = [areas[area.id] for area in place.areas]
    window = shapely.union_all(own).buffer(WINDOW_M)
    given = _read(place, reference, window)
    drawn = read_drawn(drawn_folder / f"{place.id}.geojson")
    removed = shapely.union_all([feature.geometry for feature in drawn["removals"]])
    roads = [
        line
        for line in road_lines(
            given["roads_vejmyndighed"], given["speedlimits"], given["cycleroutes"]
        )
        if removed.is_empty or not removed.contains(line.geometry)
    ]
    barriers = barriers_of(place.id, roads, drawn, given["landuse"], window)
    walls = [barrier.geometry for barrier in barriers]
    routes = signed_routes(given["cycleroutes"], given["hikingroutes"])
    streets = [*drawn.street_lines(), *roads]
    network = build_network(streets, routes, walls, LINK, generalise_m=_GENERALISE_M)
    unmapped = _unmapped(roads, given["landuse"], window)
    stops = [stop for stop in read_stops(given["stops"]) if window.contains(stop.point)]
    found, unattached = _facilities(
        place, given=given, drawn=drawn, stops=stops, network=network, walls=walls
    )
    return PlaceLayers(
        place=place,
        window=window,
        network=network,
        barriers=tuple(barriers),
        facilities=tuple(found),
        unattached=tuple(unattached),
        stops=tuple(stops),
        homes=tuple(
            _homes(
                place,
                given=given,
                drawn=drawn,
                own=own,
                unmapped=unmapped,
                walls=(network.walked, walls),
            )
        ),
        land_cover=_land_cover(place, given, unmapped, barriers, window),
        drawn=drawn,
    )


def _read(place: Place, reference: Path, window: BaseGeometry) -> _Reference:
    package = reference / "sites" / f"{place.id}.gpkg"
    names = (
        "roads_vejmyndighed",
        "speedlimits",
        "cycleroutes",
        "hikingroutes",
        "shops",
        "services",
        "landuse",
        "stops",
        "schools_folkeskoler",
    )
    upper = []
    with (reference / "schools" / "upper_secondary.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            x, y = _TO_METRES.transform(float(row["lon"]), float(row["lat"]))
            point = shapely.Point(x, y)
            if window.contains(point):
                upper.append((row["name"], point))
    return _Reference(
        {name: inside(read_layer(package, name), window) for name in names},
        read_layer(package, "kommuner"),
        upper,
    )


def _unmapped(
    roads: Sequence[Line], land: Sequence[Record], window: BaseGeometry
) -> BaseGeometry | None:
    """Give the land along streets as housing where land use maps next to none."""
    low_m2 = sum(row.geometry.area for row in land if row.text("type") == "Lav bebyggelse")
    if low_m2 > _SPARSE_SHARE * window.area:
        return None
    return street_sides(roads, land)


def _facilities(  # noqa: PLR0913 - everything a facility can come from
    place: Place,
    *,
    given: _Reference,
    drawn: Drawn,
    stops: Sequence[Stop],
    network: Network,
    walls: Sequence[BaseGeometry],
) -> tuple[list[errands.Facility], list[errands.Facility]]:
    streets = network.walked
    found = [
        *errands.schools(given["schools_folkeskoler"], given.upper),
        *errands.shops([*given["shops"], *given["services"]]),
        *errands.sports_grounds(given["landuse"], streets),
        *errands.woods(given["landuse"], streets),
        *errands.workplaces(given["landuse"], streets),
        *stop_facilities(place.id, stops),
    ]
    for feature in drawn["facilities"]:
        category, name = feature.text("category"), feature.text("name")
        found.append(errands.Facility(feature.geometry, category, name, "forbind-drawn", True))
    reached = attach([facility.point for facility in found], streets, walls)
    kept = [f for f, at in zip(found, reached, strict=True) if at.distance_m is not None]
    lost = [f for f, at in zip(found, reached, strict=True) if at.distance_m is None]
    return errands.with_ids(place.id, kept), lost


def _homes(  # noqa: PLR0913 - the inputs of a dasymetric map
    place: Place,
    *,
    given: _Reference,
    drawn: Drawn,
    own: Sequence[MultiPolygon],
    unmapped: BaseGeometry | None,
    walls: tuple[Sequence[BaseGeometry], Sequence[BaseGeometry]],
) -> list[Home]:
    homes = [home for area in place.areas for home in area_homes(area, drawn["homes"])]
    whole = shapely.union_all(list(own))
    for municipality in place.municipalities:
        known = sum(
            area.residents for area in place.areas if area.municipality_code == municipality.code
        )
        homes += outside_homes(
            municipality,
            land=given["landuse"],
            unmapped=unmapped,
            areas=whole,
            known=known,
            walls=walls,
        )
    return homes


def _land_cover(
    place: Place,
    given: _Reference,
    unmapped: BaseGeometry | None,
    barriers: Sequence[Barrier],
    window: BaseGeometry,
) -> dict[str, Sequence[Polygon]]:
    groups: dict[str, Sequence[Polygon]] = dict(cover(given["landuse"], unmapped))
    if place.coastal:
        land = shapely.union_all([row.geometry for row in given.municipalities])
        sea = shapely.difference(window, land)
        groups["water"] = generalised([*groups["water"], *shapely.get_parts(sea)])
    rails = [barrier.geometry for barrier in barriers if barrier.kind == "railway"]
    tracks = shapely.union_all(rails).buffer(_TRACKS_M, cap_style="flat").simplify(2)
    groups["rail"] = [part for part in shapely.get_parts(tracks) if not part.is_empty]
    return groups
