"""Residents as points: known inside the areas, municipal totals spread outside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from app.data_quality.attachment import attach
from data.derive.apportion import apportion
from data.derive.land import HIGH, LOW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import Point
    from shapely.geometry.base import BaseGeometry

    from data.derive.drawn import DrawnFeature
    from data.derive.places import HousingArea, Municipality
    from data.derive.reference import Record

CELL_M = 180.0
WEIGHTS = {HIGH: 3.0, LOW: 1.0}  # residents per hectare of land use, relative
_SMALLEST_WEIGHTED_M2 = 1_500.0
_REACH_M = 250.0  # a home is nearer a street than this, or the cell is no housing


@dataclass(frozen=True, slots=True)
class Home:
    """A point with residents."""

    point: Point
    residents: int
    homes: int | None
    area: str | None
    municipality_code: str
    source: str


@dataclass(frozen=True, slots=True)
class _Cell:
    point: Point
    weight: float


def area_homes(area: HousingArea, blocks: Sequence[DrawnFeature]) -> list[Home]:
    """Share an area's homes and residents over its drawn blocks."""
    own = [block for block in blocks if block.text("area") == area.id]
    weights = [float(block.whole("weight")) for block in own]
    homes = apportion(area.homes, weights)
    residents = apportion(area.residents, weights)
    return [
        Home(block.geometry, people, count, area.id, area.municipality_code, "forbind-homes")
        for block, people, count in zip(own, residents, homes, strict=True)
    ]


def outside_homes(  # noqa: PLR0913 - the inputs of a dasymetric map
    municipality: Municipality,
    *,
    land: Sequence[Record],
    unmapped: BaseGeometry | None,
    areas: BaseGeometry,
    known: int,
    walls: tuple[Sequence[BaseGeometry], Sequence[BaseGeometry]],
) -> list[Home]:
    """Spread a municipality's residents over its residential land, without the areas.

    Parameters
    ----------
    unmapped
        Land taken as low housing where land use is not mapped.
    known
        Residents already placed inside the areas of this municipality.
    walls
        Walkable streets, and barriers: a cell that reaches no street holds no homes.
    """
    layers = [
        (
            weight,
            shapely.union_all(
                [
                    record.geometry
                    for record in land
                    if record.text("type") == kind and record.text("kom") == municipality.code
                ]
            ),
        )
        for kind, weight in WEIGHTS.items()
    ]
    if unmapped is not None:
        layers.append((WEIGHTS[LOW], unmapped))
    free = [(weight, shapely.difference(whole, areas)) for weight, whole in layers]
    cells = _reachable(_cells(free), walls)
    total = round(municipality.residents * municipality.share) - known
    residents = apportion(total, [cell.weight for cell in cells])
    return [
        Home(cell.point, people, None, None, municipality.code, "forbind-homes")
        for cell, people in zip(cells, residents, strict=True)
        if people > 0
    ]


def _cells(layers: Sequence[tuple[float, BaseGeometry]]) -> list[_Cell]:
    """Cut residential land by a grid that starts at round coordinates."""
    bounds = np.array([whole.bounds for _, whole in layers if not whole.is_empty])
    if len(bounds) == 0:
        return []
    west, south = np.floor(bounds[:, :2].min(axis=0) / CELL_M) * CELL_M
    east, north = bounds[:, 2:].max(axis=0)
    squares = [
        shapely.box(x, y, x + CELL_M, y + CELL_M)
        for x in np.arange(west, east, CELL_M).tolist()
        for y in np.arange(south, north, CELL_M).tolist()
    ]
    for _, whole in layers:
        shapely.prepare(whole)
    cells = []
    for square in squares:
        parts = [(weight, shapely.intersection(whole, square)) for weight, whole in layers]
        weighted_m2 = sum(weight * part.area for weight, part in parts)
        if weighted_m2 < _SMALLEST_WEIGHTED_M2:
            continue
        heaviest = max(parts, key=lambda part: part[0] * part[1].area)[1]
        x, y = shapely.get_coordinates(_middle(heaviest))[0]
        cells.append(_Cell(shapely.Point(round(x, 1), round(y, 1)), weighted_m2))
    return cells


def _middle(land: BaseGeometry) -> Point:
    largest = max(shapely.get_parts(land), key=lambda part: part.area)
    centroid = largest.centroid
    return centroid if largest.contains(centroid) else largest.representative_point()


def _reachable(
    cells: list[_Cell], walls: tuple[Sequence[BaseGeometry], Sequence[BaseGeometry]]
) -> list[_Cell]:
    found = attach([cell.point for cell in cells], walls[0], walls[1], _REACH_M)
    return [
        cell
        for cell, attachment in zip(cells, found, strict=True)
        if attachment.distance_m is not None
    ]
