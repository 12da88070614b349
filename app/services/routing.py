"""Ask the engine which way one takes, before and after, and write its answer as JSON."""

from collections.abc import Iterator

import numpy as np
from shapely.geometry import mapping

from app.schemas.travel import Crs
from app.services.isochrones import crs_member, in_crs
from app.version import VERSION
from spatial.ground import Ground
from spatial.itineraries import Itinerary, Part, find_itinerary, free_point
from spatial.tables import GRADES
from spatial.units import TICKS_PER_METRE

_GRADE_NAMES = {number: name for name, number in GRADES.items()}


def routes(before: Ground, after: Ground, dataset: str, crs: Crs) -> dict[str, object]:
    """Write the route from the first free point to the second, without and with the drawing."""
    found = [
        find_itinerary(ground, free_point(ground, 0), free_point(ground, 1))
        for ground in (before, after)
    ]
    return {
        **crs_member(crs),
        "dataset": dataset,
        "version": VERSION,
        "place": before.city.place_id,
        "mode": before.mode,
        **route_pair((before, after), (found[0], found[1]), crs),
    }


def route_pair(
    grounds: tuple[Ground, Ground],
    found: tuple[Itinerary | None, Itinerary | None],
    crs: Crs,
) -> dict[str, object]:
    """Write two routes beside each other; no change is known where one of them is missing."""
    before, after = found
    return {
        "baseline": None if before is None else route_json(grounds[0], before, crs),
        "proposal": None if after is None else route_json(grounds[1], after, crs),
        "change_ms": None if before is None or after is None else after.time_ms - before.time_ms,
    }


def route_json(ground: Ground, found: Itinerary, crs: Crs) -> dict[str, object]:
    """Write a route with its line and everything it goes along."""
    line = np.empty(1, object)
    line[0] = found.line
    return {
        "time_ms": found.time_ms,
        "length_m": round(found.length_m, 1),
        "features": found.features,
        "parts": list(_parts(ground, found)),
        "geometry": mapping(in_crs(crs)(line)[0]),
    }


def _parts(ground: Ground, found: Itinerary) -> Iterator[dict[str, object]]:
    for part in found.parts:
        yield {
            "kind": part.kind,
            "feature": part.feature,
            "time_ms": part.time_ms,
            "length_m": round(part.length_ticks / TICKS_PER_METRE, 1),
            **_street(ground, part),
        }


def _street(ground: Ground, part: Part) -> dict[str, object]:
    """Give what is known of a part's street; of what is drawn the grade alone."""
    streets, known = ground.city.streets, dict.fromkeys(("street", "street_class", "steps", "lit"))
    if part.street is not None:
        row = part.street
        return {
            "street": int(streets.ids[row]),
            "street_class": streets.street_class[row],
            "grade": _GRADE_NAMES[int(streets.grade[row])],
            "steps": bool(streets.steps[row]),
            "lit": streets.lit[row],
        }
    grades = {line.feature: line.grade for line in ground.patch.edits.lines}
    grade = None if part.feature is None else _GRADE_NAMES[grades[part.feature]]
    return {**known, "grade": grade}
