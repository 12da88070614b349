"""The shipped layers as the engine takes them, without a store between."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
import shapely

from app.importers.geo_features import to_metres
from app.importers.geo_layers import GeoLayers, read_layers
from spatial.city import City, build_city
from spatial.interventions import Intervention
from spatial.tables import (
    GRADES,
    Area,
    BarrierTable,
    FacilityTable,
    HomeTable,
    StreetTable,
)

SHIPPED = Path(__file__).parents[2] / "data" / "geo"
EXAMPLES = SHIPPED / "examples"
BIKE = {"none": 0, "both": 1, "forward": 2, "backward": 3}


@cache
def layers() -> GeoLayers:
    return read_layers(SHIPPED)


@cache
def city(place: str) -> City:
    given = layers()
    streets = [street for street in given.streets if street.place == place]
    homes = [home for home in given.homes if home.place == place]
    facilities = [facility for facility in given.facilities if facility.place == place]
    barriers = [barrier for barrier in given.barriers if barrier.place == place]
    return build_city(
        place,
        StreetTable(
            ids=np.array([s.id for s in streets], dtype=np.int64),
            from_node=np.array([s.from_node for s in streets], dtype=np.int64),
            to_node=np.array([s.to_node for s in streets], dtype=np.int64),
            geometry=np.array([s.geometry for s in streets], dtype=object),
            walk=np.array([s.walk for s in streets], dtype=np.bool_),
            bike=np.array([BIKE[s.bike] for s in streets], dtype=np.int8),
            grade=np.array([GRADES[s.grade] for s in streets], dtype=np.int8),
            street_class=tuple(s.street_class for s in streets),
            lit=tuple(s.lit for s in streets),
            steps=np.array([s.steps for s in streets], dtype=np.bool_),
            speed_kmh=tuple(s.speed_kmh for s in streets),
        ),
        HomeTable(
            ids=tuple(home.id for home in homes),
            xy=shapely.get_coordinates([home.geometry for home in homes]),
            residents=np.array([home.residents for home in homes], dtype=np.float64),
            area_ids=tuple(home.area for home in homes),
            municipality_codes=tuple(home.municipality_code for home in homes),
        ),
        FacilityTable(
            ids=tuple(facility.id for facility in facilities),
            xy=shapely.get_coordinates([facility.geometry for facility in facilities]),
            categories=tuple(facility.category for facility in facilities),
            capacity=tuple(facility.capacity for facility in facilities),
            names=tuple(facility.name for facility in facilities),
        ),
        BarrierTable(
            ids=tuple(barrier.id for barrier in barriers),
            kinds=tuple(barrier.kind for barrier in barriers),
            geometry=np.array([barrier.geometry for barrier in barriers], dtype=object),
        ),
    )


def area(slug: str) -> Area:
    (row,) = (row for row in layers().areas if row.id == slug)
    return Area(row.id, row.name, row.geometry, row.municipality_code)


def example(slug: str) -> tuple[Intervention, ...]:
    content = json.loads((EXAMPLES / f"{slug}.geojson").read_text(encoding="utf-8"))
    members = content["features"]
    metres = to_metres([shapely.geometry.shape(member["geometry"]) for member in members])
    return tuple(
        Intervention(member["id"], member["properties"]["kind"], geometry, member["properties"])
        for member, geometry in zip(members, metres, strict=True)
    )
