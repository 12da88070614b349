"""A small sound town, and how to break it. Coordinates are metres from a corner of Taastrup."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from app.importers.geo_layers import GeoLayers
from app.importers.geo_rows import (
    AreaRow,
    BarrierRow,
    FacilityRow,
    HomeRow,
    PlaceRow,
    SourceRow,
    StreetRow,
)

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

WEST, SOUTH = 706_000.0, 6_172_000.0
SOURCE = SourceRow(
    id="survey",
    title="Survey",
    publisher="Us",
    date="2026",
    licence="CC0",
    attribution="",
    url=None,
    modelled=False,
    note="",
)


def moved(*places: tuple[float, float]) -> list[tuple[float, float]]:
    return [(WEST + x, SOUTH + y) for x, y in places]


def street(
    identity: int, start: int, end: int, *places: tuple[float, float], grade: str = "at_grade"
) -> StreetRow:
    return StreetRow.model_validate(
        {
            "id": identity,
            "place": "town",
            "from_node": start,
            "to_node": end,
            "street_class": "local",
            "name": None,
            "walk": True,
            "bike": "both",
            "grade": grade,
            "lit": None,
            "surface": None,
            "steps": False,
            "width_m": None,
            "speed_kmh": None,
            "source": "survey",
            "modelled": False,
            "geometry": shapely.LineString(moved(*places)),
        }
    )


def home(identity: str, x: float, y: float, residents: int = 4) -> HomeRow:
    return HomeRow(
        id=identity,
        place="town",
        residents=residents,
        homes=2,
        area="estate",
        municipality_code="0169",
        source="survey",
        modelled=True,
        geometry=shapely.Point(*moved((x, y))),
    )


def facility(identity: str, x: float, y: float, source: str = "survey") -> FacilityRow:
    return FacilityRow(
        id=identity,
        place="town",
        category="grocery",
        name="Supermarked",
        capacity=None,
        floor_area_m2=None,
        jobs=None,
        source=source,
        modelled=False,
        geometry=shapely.Point(*moved((x, y))),
    )


def barrier(geometry: BaseGeometry) -> BarrierRow:
    return BarrierRow(
        id="town-railway",
        place="town",
        kind="railway",
        name="Jernbane",
        source="survey",
        modelled=False,
        geometry=geometry,
    )


def town() -> GeoLayers:
    """Two streets that meet, a bridge over the railway, two homes and a shop.

    The railway runs north-south at x = 300; the street of 400 m crosses it on a bridge::

        1 ---street 11--- 2 ---street 12 (bridge)--- 3 ---street 13--- 4
        0                200           |           400               500
                                    railway
    """
    square = shapely.Polygon(moved((-50, -50), (150, -50), (150, 50), (-50, 50)))
    estate = AreaRow(
        id="estate",
        place="town",
        name="Estate",
        case_project="Estate",
        municipality="Høje-Taastrup",
        municipality_code="0169",
        housing_organisations=(),
        homes=4,
        residents=8,
        source="survey",
        modelled=True,
        geometry=shapely.MultiPolygon([square]),
    )
    return GeoLayers(
        sources=(SOURCE,),
        places=(PlaceRow(id="town", name="Town", bbox=(12.2, 55.6, 12.4, 55.7)),),
        areas=(estate,),
        streets=(
            street(11, 1, 2, (0, 0), (200, 0)),
            street(12, 2, 3, (200, 0), (400, 0), grade="bridge"),
            street(13, 3, 4, (400, 0), (500, 0)),
        ),
        facilities=(facility("shop", 450, 20),),
        barriers=(barrier(shapely.LineString(moved((300, -900), (300, 900)))),),
        homes=(home("one", 20, 10), home("two", 100, -10)),
    )


def with_streets(layers: GeoLayers, *streets: StreetRow) -> GeoLayers:
    return replace(layers, streets=streets)
