"""What is not crossed at grade: motorways, railways, lakes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from app.importers.registers.motorways import motorways
from data.derive.land import lakes
from data.derive.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from app.importers.registers.lines import Line
    from data.derive.drawn import Drawn
    from data.derive.reference import Record

_NAMES = {"motorway": "Motorvej", "railway": "Jernbane", "water": "Sø"}


@dataclass(frozen=True, slots=True)
class Barrier:
    """A barrier in metres."""

    id: str
    geometry: BaseGeometry
    kind: str
    name: str
    source: str
    modelled: bool


def barriers_of(
    place: str, roads: Sequence[Line], drawn: Drawn, land: Sequence[Record], window: BaseGeometry
) -> list[Barrier]:
    """Gather a place's barriers, those drawn by hand included."""
    found = [
        (geometry, "motorway", _NAMES["motorway"], "geodanmark-roads", False)
        for geometry in motorways(roads)
    ]
    found += [
        (geometry, "water", _NAMES["water"], "geodanmark-land", False) for geometry in lakes(land)
    ]
    for feature in drawn["barriers"]:
        kind, name = feature.text("kind"), feature.text("name")
        cut = shapely.intersection(feature.geometry, window)
        found += [
            (part, kind, name, "forbind-drawn", True)
            for part in shapely.get_parts(cut)
            if not part.is_empty
        ]
    ordered = sorted(found, key=lambda row: (row[1], row[2], row[0].bounds))
    return [
        Barrier(f"{place}-{kind}-{slug(name)}-{number:03d}", geometry, kind, name, source, modelled)
        for number, (geometry, kind, name, source, modelled) in enumerate(ordered, start=1)
    ]
