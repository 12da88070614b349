"""A street's tags read as its attributes, by Danish practice.

Whoever walks may use everything but motorways and what says no: where a road has no pavement, the
Danish traffic law lets people walk on the cycle track, so a `cycleway` without a word about walking
is walked too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from app.importers.osm.tag_tables import GATES, STREET_CLASSES, SURFACES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.importers.geo_rows import BikeAccess, Grade, StreetClass

_CLOSED: Final = frozenset({"no", "private", "agricultural", "forestry", "military", "dismount"})
_CLOSED_TO_BIKES: Final = _CLOSED | {"use_sidepath"}
_NOT_FOR_BIKES: Final = frozenset({"footway", "steps", "bridleway", "platform", "pedestrian"})
_OPEN: Final = frozenset({"yes", "designated", "permissive", "official", "destination"})
_LIT: Final = {
    "yes": True,
    "24/7": True,
    "automatic": True,
    "sunset-sunrise": True,
    "limited": True,
    "no": False,
    "disused": False,
}
_FLIPPED: Final[Mapping[BikeAccess, BikeAccess]] = {"forward": "backward", "backward": "forward"}
_NAMED_SPEEDS_KMH: Final = {"urban": 50, "rural": 80, "trunk": 80, "motorway": 130, "walk": 5}
_KMH_IN_MPH = 1.609344
_M_IN_FOOT = 0.3048
_FASTEST_KMH = 130
_WIDEST_M = 100.0
_LONGEST_TEXT = 400
_NUMBER = re.compile(r"^(\d{1,4}(?:[.,]\d{1,3})?)\s*(m|km/h|kmh|mph|ft|')?$")


class StreetTags(NamedTuple):
    """What a street edge is, apart from where it lies."""

    street_class: StreetClass
    name: str | None
    walk: bool
    bike: BikeAccess
    grade: Grade
    lit: bool | None
    surface: str | None
    steps: bool
    width_m: float | None
    speed_kmh: int | None

    def reversed(self) -> StreetTags:
        """Give the attributes of the same street drawn the other way round."""
        return self._replace(bike=_FLIPPED.get(self.bike, self.bike))


def read_street_tags(
    tags: Mapping[str, str], unread: Callable[[str, str], None]
) -> StreetTags | None:
    """Read the tags of a way; None where nobody walks or cycles on it and it is no motorway.

    ``unread`` is told the key and value of what could not be understood.
    """
    highway = tags.get("highway", "")
    street_class = STREET_CLASSES.get(highway)
    if street_class is None or tags.get("area") == "yes":
        return None
    if tags.get("motorroad") == "yes":
        street_class = "motorway"
    if highway == "service" and tags.get("access") == "private":
        street_class = "private"
    walk = _may_walk(tags, street_class)
    bike = _may_cycle(tags, highway, street_class)
    if not walk and bike == "none" and street_class != "motorway":
        return None
    return StreetTags(
        street_class,
        _text(tags.get("name")),
        walk,
        bike,
        _grade(tags),
        _LIT.get(tags.get("lit", "")),
        SURFACES.get(tags.get("surface", "")),
        highway == "steps",
        _width_m(tags, unread),
        _speed_kmh(tags, unread),
    )


def gate_passes(tags: Mapping[str, str]) -> tuple[bool, bool]:
    """Tell who passes a barrier that stands on a street: walking, cycling."""
    walk, bike = GATES.get(tags.get("barrier", ""), (True, True))
    if tags.get("access") in _CLOSED or tags.get("locked") == "yes":
        walk = bike = False
    if "foot" in tags:
        walk = tags["foot"] not in _CLOSED
    if "bicycle" in tags:
        bike = tags["bicycle"] not in _CLOSED
    return walk, bike


def _may_walk(tags: Mapping[str, str], street_class: StreetClass) -> bool:
    told = tags.get("foot", tags.get("access"))
    if street_class == "motorway":
        return tags.get("foot") in _OPEN
    if tags.get("foot") == "use_sidepath":
        return False
    return told not in _CLOSED


def _may_cycle(tags: Mapping[str, str], highway: str, street_class: StreetClass) -> BikeAccess:
    told = tags.get("bicycle")
    if told is None:
        if street_class == "motorway" or highway in _NOT_FOR_BIKES:
            return "none"
        told = tags.get("vehicle", tags.get("access"))
    if told in _CLOSED_TO_BIKES:
        return "none"
    return _cycling_direction(tags)


def _cycling_direction(tags: Mapping[str, str]) -> BikeAccess:
    oneway = tags.get("oneway:bicycle") or tags.get("oneway")
    if oneway is None and tags.get("junction") in {"roundabout", "circular"}:
        oneway = "yes"
    if "oneway:bicycle" not in tags and _has_contraflow(tags):
        return "both"
    if oneway in {"yes", "1", "true"}:
        return "forward"
    if oneway in {"-1", "reverse"}:
        return "backward"
    return "both"


def _has_contraflow(tags: Mapping[str, str]) -> bool:
    sides = ("cycleway", "cycleway:left", "cycleway:right", "cycleway:both")
    if any(tags.get(side, "").startswith("opposite") for side in sides):
        return True
    return any(tags.get(f"{side}:oneway") in {"no", "-1"} for side in sides)


def _grade(tags: Mapping[str, str]) -> Grade:
    if tags.get("bridge", "no") != "no":
        return "bridge"
    if tags.get("tunnel", "no") not in {"no", "building_passage"}:
        return "tunnel"
    return "at_grade"


def _text(value: str | None) -> str | None:
    return value.strip()[:_LONGEST_TEXT] or None if value else None


def _width_m(tags: Mapping[str, str], unread: Callable[[str, str], None]) -> float | None:
    value = tags.get("width")
    if value is None:
        return None
    match = _NUMBER.match(value.strip())
    if match is not None:
        width = float(match[1].replace(",", "."))
        if match[2] in {"ft", "'"}:
            width *= _M_IN_FOOT
        if match[2] in {None, "m", "ft", "'"} and 0 < width <= _WIDEST_M:
            return round(width, 2)
    unread("width", value)
    return None


def _speed_kmh(tags: Mapping[str, str], unread: Callable[[str, str], None]) -> int | None:
    value = tags.get("maxspeed")
    if value is None or value in {"none", "signals", "variable"}:
        return None
    named = _NAMED_SPEEDS_KMH.get(value.rpartition(":")[2])
    if named is not None:
        return named
    match = _NUMBER.match(value.strip())
    if match is not None and match[2] in {None, "km/h", "kmh", "mph"}:
        speed = float(match[1].replace(",", ".")) * (_KMH_IN_MPH if match[2] == "mph" else 1)
        if 1 <= round(speed) <= _FASTEST_KMH:
            return round(speed)
    unread("maxspeed", value)
    return None
