"""Ask the engine which way one takes, before and after, and write its answer as JSON."""

from collections.abc import Iterator

import numpy as np
from shapely.geometry import mapping

from app.projection import Crs, crs_member, in_crs, metres_to_lonlat
from app.version import VERSION
from spatial.explanations import Errand, Story
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
        "lens": None if before.city.lens is None else before.city.lens.id,
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


def story_json(story: Story, crs: Crs = Crs.DEGREES) -> dict[str, object]:
    """Write what becomes of one home's way to the nearest of a kind."""
    before, after = story.sides.before, story.sides.after
    home, residents, (lon, lat) = home_named(after, story.home)
    return {
        "mode": story.mode,
        "category": story.category,
        "home": home,
        "residents": residents,
        "lon": lon,
        "lat": lat,
        "change_ms": story.change_ms,
        "baseline": _errand(before, story.before, crs),
        "proposal": _errand(after, story.after, crs),
        "reach": [
            {
                "cutoff_min": change.cutoff_min,
                "gained": [facility_json(after, row) for row in change.gained],
                "lost": [facility_json(after, row) for row in change.lost],
            }
            for change in story.reach
        ],
    }


def _errand(ground: Ground, errand: Errand | None, crs: Crs) -> dict[str, object] | None:
    if errand is None:
        return None
    return {
        "facility": facility_json(ground, errand.facility),
        "route": route_json(ground, errand.itinerary, crs),
    }


def home_named(ground: Ground, row: int) -> tuple[str, float, tuple[float, float]]:
    """Give a home's id, how many live there without the drawing, and where it lies."""
    homes, drawn = ground.city.homes, ground.patch.edits.homes
    if row < len(homes.ids):
        return homes.ids[row], float(homes.residents[row]), _lonlat(homes.xy[row])
    home = drawn[row - len(homes.ids)]
    return home.feature, home.residents, _lonlat((home.x, home.y))


def facility_json(ground: Ground, row: int) -> dict[str, object]:
    """Name a facility, a drawn one by its feature."""
    base, drawn = ground.city.facilities, ground.patch.edits.facilities
    if row < len(base.ids):
        named = (base.ids[row], base.names[row], base.categories[row], _lonlat(base.xy[row]))
    else:
        place = drawn[row - len(base.ids)]
        named = (place.feature, place.name, place.category, _lonlat((place.x, place.y)))
    identity, name, category, (lon, lat) = named
    return {"id": identity, "name": name, "category": category, "lon": lon, "lat": lat}


def _lonlat(xy: object) -> tuple[float, float]:
    lon, lat = metres_to_lonlat(np.array([xy], np.float64))[0].tolist()
    return lon, lat
