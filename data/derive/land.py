"""Land use: what is lived on, what is water, and a quiet basemap of a few polygons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

    from app.importers.registers.lines import Line
    from data.derive.reference import Record

HIGH, LOW, BUSINESS, SPORT, LAKE = (
    "Høj bebyggelse",
    "Lav bebyggelse",
    "Erhverv",
    "Sportsanlæg",
    "Sø",
)
GREEN = frozenset({"Skov", "Kratbevoksning", "Løvtræ", "Nåletræ", "Blandet", "Hede", "Vådområde"})
WOOD = frozenset({"Skov", "Løvtræ", "Nåletræ", "Blandet"})
CENTRE = "Bykerne"

_COVER_SIMPLIFY_M = 6.0
_COVER_CLOSE_M = 6.0
_COVER_SMALLEST_M2 = 4000.0
_LAKE_SMALLEST_M2 = 15_000.0
_SHORE_M = 8.0  # barriers keep this far inside the shore, where routes are drawn
_STREET_SIDE_M = 45.0  # half a block: how far homes stand from their street


def of_kind(land: Sequence[Record], kinds: Iterable[str]) -> list[Polygon]:
    """Give the polygons of some kinds of land use."""
    wanted = frozenset(kinds)
    return [record.geometry for record in land if record.text("type") in wanted]


def lakes(land: Sequence[Record]) -> list[Polygon]:
    """Give the lakes large enough to stand in the way."""
    whole = shapely.union_all(of_kind(land, {LAKE}))
    inner = whole.buffer(-_SHORE_M).simplify(_COVER_SIMPLIFY_M / 2)
    return [part for part in shapely.get_parts(inner) if part.area > _LAKE_SMALLEST_M2]


def street_sides(streets: Sequence[Line], land: Sequence[Record]) -> BaseGeometry:
    """Give the land along residential streets, for where land use is not mapped.

    Business, water, sport and woods are left out, and so is what land use maps as homes.
    """
    lived_on = [
        line.geometry for line in streets if line.attributes.street_class in {"local", "private"}
    ]
    sides = shapely.union_all(lived_on).buffer(_STREET_SIDE_M)
    dense = sides.buffer(-_STREET_SIDE_M * 1.4).buffer(_STREET_SIDE_M * 1.4)
    other = of_kind(land, {BUSINESS, LAKE, SPORT, HIGH, LOW, *GREEN})
    return shapely.difference(shapely.intersection(sides, dense), shapely.union_all(other))


def cover(land: Sequence[Record], built_up: BaseGeometry | None) -> dict[str, list[Polygon]]:
    """Generalise land use to a few kinds for the basemap.

    Parameters
    ----------
    built_up
        Land taken as built up beside what land use says, where it is sparse.
    """
    built = of_kind(land, {HIGH, LOW, CENTRE, "Sommerhusområde"})
    if built_up is not None:
        built = [*built, *shapely.get_parts(built_up)]
    groups = {
        "water": of_kind(land, {LAKE}),
        "green": of_kind(land, {SPORT, *GREEN}),
        "built_up": built,
        "industry": of_kind(land, {BUSINESS}),
    }
    return {kind: generalised(polygons) for kind, polygons in groups.items()}


def generalised(polygons: Sequence[BaseGeometry]) -> list[Polygon]:
    """Close small gaps, drop small patches and holes, keep few vertices."""
    whole = shapely.union_all(list(polygons))
    closed = whole.buffer(_COVER_CLOSE_M).buffer(-_COVER_CLOSE_M).simplify(_COVER_SIMPLIFY_M)
    kept = []
    for part in shapely.get_parts(closed):
        if part.geom_type != "Polygon" or part.area < _COVER_SMALLEST_M2:
            continue
        holes = [ring for ring in part.interiors if shapely.Polygon(ring).area > _COVER_SMALLEST_M2]
        sound = shapely.make_valid(shapely.Polygon(part.exterior, holes))
        kept += [piece for piece in shapely.get_parts(sound) if piece.geom_type == "Polygon"]
    return sorted(kept, key=lambda part: part.bounds)
