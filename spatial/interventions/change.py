"""Standing streets made into something else: light, surface, steps, speed, who may use them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from spatial.interventions.base import InterventionKind, Issue, Resolved
from spatial.interventions.properties import SHARED_PROPERTIES, PropertyReader
from spatial.lenses import SURFACES
from spatial.network.closing import ALONG_M
from spatial.network.edits import Change, Edits, Stretch
from spatial.network.joins import REUSE_TICKS
from spatial.units import TICKS_PER_METRE

if TYPE_CHECKING:
    from shapely.geometry import LineString
    from shapely.geometry.base import BaseGeometry

    from spatial.city import City
    from spatial.interventions.base import Intervention, Scene

LARGEST_M2: Final = 1e6
"""A square kilometre, as for closures."""
LEAST_M: Final = 10.0
"""Less of a street than this beside a drawn line is a street that it crosses."""
FASTEST_KMH: Final = 130
_INSET_M: Final = 0.001
ATTRIBUTES: Final = ("modes", "lit", "surface", "steps", "speed_kmh")
_LABELS: Final = frozenset({"kind", "name", "name_en", "description", "description_en", "note"})


def resolve(feature: Intervention, scene: Scene) -> Resolved:
    """Read what is to be changed, and find the streets it is changed for."""
    reader = PropertyReader(feature)
    attributes = _attributes(reader)
    shape = shapely.force_2d(feature.geometry)
    if shape.area > LARGEST_M2:
        reader.fault(
            "too_large",
            f"Fladen dækker {shape.area / 1e6:.1f} km². Tegn den mindre: højst 1 km² ad gangen.",
            f"The polygon covers {shape.area / 1e6:.1f} km². Draw it smaller: 1 km² at most.",
            shape.area,
        )
        return Resolved(tuple(reader.issues))
    stretches = touched(scene.city, shape)
    if not stretches:
        reader.fault(
            "touches_no_street",
            "Her er ingen vej eller sti at ændre. Tegn langs den eller en flade om den.",
            "There is no street or path to change here. Draw along it, or a polygon around it.",
            None,
        )
    if reader.issues:
        return Resolved(tuple(reader.issues))
    edits = Edits(changes=(Change(feature.id, stretches, attributes),))
    return Resolved((_note(feature, stretches),), edits)


def _attributes(reader: PropertyReader) -> dict[str, object]:
    """Read the attributes that are given; an attribute streets do not have is a fault."""
    properties = reader.feature.properties
    for name in sorted(set(properties) - {*ATTRIBUTES, *SHARED_PROPERTIES, *_LABELS}):
        words = ", ".join(ATTRIBUTES)
        reader.fault(
            "unknown_attribute",
            f"Egenskaben {name!r} kan ikke ændres. Brug en eller flere af: {words}.",
            f"The attribute {name!r} cannot be changed. Use one or more of: {words}.",
            name,
        )
    given = {name for name in ATTRIBUTES if properties.get(name) is not None}
    if not given:
        reader.fault(
            "nothing_to_change",
            "Vælg, hvad der skal ændres: lys, belægning, trapper, hastighed eller hvem der må.",
            "Choose what to change: light, surface, steps, speed or who may use it.",
            None,
        )
    read: dict[str, object] = {
        "modes": reader.modes(),
        "lit": reader.flag("lit"),
        "surface": reader.choice("surface", SURFACES, SURFACES[0]),
        "steps": reader.flag("steps"),
        "speed_kmh": reader.number("speed_kmh", most=FASTEST_KMH, above=True),
    }
    return {name: value for name, value in read.items() if name in given}


def touched(city: City, shape: BaseGeometry) -> tuple[Stretch, ...]:
    """Find the stretches of street a line runs along, or a polygon holds.

    Parameters
    ----------
    shape : LineString or Polygon
        A line takes what lies within 4 m of it for 10 m or more.
    """
    is_area = shapely.get_dimensions(shape) == 2  # noqa: PLR2004 - a surface
    zone = shape if is_area else shape.buffer(ALONG_M, cap_style="flat")
    least_m = 1.0 if is_area else LEAST_M
    near = city.linker.every_street.query(zone, predicate="intersects")
    found: list[Stretch] = []
    for street in np.sort(near):
        if city.streets.walk[street] or city.streets.bike[street]:
            found += _inside(city, int(street), zone, least_m)
    return tuple(found)


def _inside(city: City, street: int, zone: BaseGeometry, least_m: float) -> list[Stretch]:
    """Give the stretches of a street inside a zone; ends a metre from a node are at the node."""
    line: LineString = city.streets.geometry[street]
    whole = int(city.length_ticks[street])
    least = min(round(least_m * TICKS_PER_METRE), whole // 2)
    shared = shapely.line_merge(shapely.intersection(line, zone))
    spans: list[tuple[int, int]] = []
    for part in shapely.get_parts(shared):
        if part.geom_type != "LineString" or part.length <= 2 * _INSET_M:
            continue
        # A millimetre inside, so that the end of a street in a ring is not taken for its start.
        ends = [line.project(part.interpolate(inset)) for inset in (_INSET_M, -_INSET_M)]
        low = _at_node(city, street, round((min(ends) - _INSET_M) * TICKS_PER_METRE))
        high = _at_node(city, street, round((max(ends) + _INSET_M) * TICKS_PER_METRE))
        if high - low >= max(least, 1):
            spans.append((low, high))
    return [Stretch(street, low, high) for low, high in _merged(spans)]


def _at_node(city: City, street: int, position: int) -> int:
    pieces = city.network.pieces
    low, high = int(pieces.first[street]), int(pieces.first[street + 1])
    places = np.append(pieces.start_ticks[low:high], pieces.end_ticks[high - 1])
    nearest = int(places[np.argmin(np.abs(places - position))])
    return nearest if abs(nearest - position) <= REUSE_TICKS else position


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for low, high in sorted(spans):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _note(feature: Intervention, stretches: tuple[Stretch, ...]) -> Issue:
    total = sum(part.end_ticks - part.start_ticks for part in stretches)
    metres = round(total / TICKS_PER_METRE)
    return Issue(
        "note",
        "changes_street",
        f"Ændrer {metres} m vej og sti.",
        f"Changes {metres} m of street and path.",
        feature.id,
        feature.geometry,
        metres,
    )


KIND = InterventionKind(
    kind="change",
    name_da="Ændring",
    name_en="Change",
    geometries=("LineString", "Polygon"),
    properties=ATTRIBUTES,
    stage="addition",
    resolve=resolve,
)
