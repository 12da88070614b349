"""Write the derived layers in our own schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from data.derive.slugs import lasting_ids
from data.derive.write import to_degrees, write_layer, write_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from shapely import MultiPolygon

    from app.importers.registers.lines import Edge
    from data.derive.layers import PlaceLayers
    from data.derive.places import Place
    from data.derive.sources import Source
    from data.derive.write import Row


def write_place(folder: Path, layers: PlaceLayers) -> None:
    """Write every layer of a place."""
    place = layers.place
    write_layer(folder / "streets.geojson", _streets(place, layers.network.edges))
    write_layer(
        folder / "facilities.geojson",
        [
            (
                f.id,
                f.point,
                {
                    "category": f.category,
                    "name": f.name,
                    "capacity": None,
                    "floor_area_m2": None,
                    "jobs": None,
                    "source": f.source,
                    "modelled": f.modelled,
                },
            )
            for f in layers.facilities
        ],
    )
    write_layer(
        folder / "stops.geojson",
        [
            (
                stop.id,
                stop.point,
                {
                    "name": stop.name,
                    "departures_weekday": stop.departures_weekday,
                    "departures_07_09": stop.departures_07_09,
                    "is_station": stop.is_station,
                    "source": "rejseplanen-stops",
                },
            )
            for stop in layers.stops
        ],
    )
    write_layer(
        folder / "barriers.geojson",
        [
            (
                b.id,
                b.geometry,
                {"kind": b.kind, "name": b.name, "source": b.source, "modelled": b.modelled},
            )
            for b in layers.barriers
        ],
    )
    write_layer(folder / "homes.geojson", _homes(layers))
    write_layer(folder / "buildings.geojson", _buildings(layers))
    write_layer(folder / "land_cover.geojson", _land_cover(layers))


def _streets(place: Place, edges: Sequence[Edge]) -> list[Row]:
    nodes = sorted({node for edge in edges for node in (edge.start, edge.end)})
    node_id = dict(zip(nodes, lasting_ids(place.first_id, map(repr, nodes)), strict=True))
    edge_ids = lasting_ids(place.first_id, (edge.geometry.wkt for edge in edges))
    rows: list[Row] = []
    for edge, edge_id in zip(edges, edge_ids, strict=True):
        columns = edge.attributes._asdict()
        ends = {"from_node": node_id[edge.start], "to_node": node_id[edge.end]}
        rows.append((edge_id, edge.geometry, {**ends, **columns}))
    return rows


def _homes(layers: PlaceLayers) -> list[Row]:
    ordered = sorted(
        layers.homes,
        key=lambda home: (home.area or "", home.municipality_code, home.point.x, home.point.y),
    )
    return [
        (
            f"{layers.place.id}-home-{rank:04d}",
            home.point,
            {
                "residents": home.residents,
                "homes": home.homes,
                "area": home.area,
                "municipality_code": home.municipality_code,
                "source": home.source,
                "modelled": True,
            },
        )
        for rank, home in enumerate(ordered, start=1)
    ]


def _buildings(layers: PlaceLayers) -> list[Row]:
    return [
        (
            f"{layers.place.id}-building-{rank:04d}",
            feature.geometry,
            {"name": feature.text("name"), "source": "forbind-drawn", "modelled": True},
        )
        for rank, feature in enumerate(layers.drawn["buildings"], start=1)
    ]


def _land_cover(layers: PlaceLayers) -> list[Row]:
    rows: list[Row] = []
    for kind, polygons in layers.land_cover.items():
        source = "forbind-drawn" if kind == "rail" else "geodanmark-land"
        rows += [
            (
                f"{layers.place.id}-{kind.replace('_', '-')}-{rank:03d}",
                polygon,
                {"kind": kind, "source": source},
            )
            for rank, polygon in enumerate(polygons, start=1)
        ]
    return rows


def write_common(
    folder: Path,
    places: Sequence[PlaceLayers],
    areas: Mapping[str, MultiPolygon],
    sources: Sequence[Source],
) -> None:
    """Write what is shared: sources, places, areas."""
    write_table(folder / "sources.json", [source._asdict() for source in sources])
    write_table(folder / "places.json", [_place_row(layers) for layers in places])
    rows: list[Row] = []
    for layers in places:
        for area in layers.place.areas:
            columns = {
                "place": layers.place.id,
                "name": area.name,
                "case_project": area.case_project,
                "municipality": area.municipality,
                "municipality_code": area.municipality_code,
                "housing_organisations": list(area.housing_organisations),
                "homes": area.homes,
                "residents": area.residents,
                "source": area.source,
                "modelled": area.modelled,
            }
            rows.append((area.id, areas[area.id], columns))
    write_layer(folder / "areas.geojson", rows)


def _place_row(layers: PlaceLayers) -> Mapping[str, object]:
    degrees = to_degrees([shapely.box(*layers.window.bounds)])[0]
    west, south, east, north = (round(value, 5) for value in degrees.bounds)
    return {
        "id": layers.place.id,
        "name": layers.place.name,
        "bbox": [west, south, east, north],
    }
