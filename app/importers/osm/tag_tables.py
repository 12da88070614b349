"""Which tags of OpenStreetMap become what. ``docs/osm-tags.md`` is written from these tables.

A row is a key and its values, where ``*`` stands for any but ``no``; the first that fits counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.importers.geo_rows import BarrierKind, Category, LandCoverKind, StreetClass

ANY: Final = "*"


class Rule(NamedTuple):
    """What one key with one of its values becomes."""

    becomes: str
    key: str
    values: frozenset[str]

    def fits(self, tags: Mapping[str, str]) -> bool:
        """Tell whether a feature's tags have the key with one of the values."""
        value = tags.get(self.key)
        if value is None or value == "no":
            return False
        return ANY in self.values or not self.values.isdisjoint(
            part.strip() for part in value.split(";")
        )


def _rule(becomes: str, key: str, values: str) -> Rule:
    return Rule(becomes, key, frozenset(values.split()))


STREET_CLASSES: Final[Mapping[str, StreetClass]] = {
    "motorway": "motorway",
    "motorway_link": "motorway",
    "trunk": "main",
    "trunk_link": "main",
    "primary": "main",
    "primary_link": "main",
    "secondary": "main",
    "secondary_link": "main",
    "tertiary": "local",
    "tertiary_link": "local",
    "unclassified": "local",
    "residential": "local",
    "living_street": "local",
    "road": "local",
    "busway": "local",
    "service": "local",
    "pedestrian": "path",
    "footway": "path",
    "path": "path",
    "bridleway": "path",
    "steps": "path",
    "platform": "path",
    "cycleway": "cycleway",
    "track": "track",
}

# Danish practice: `isced:level` parts primary from upper-secondary schools.
FACILITIES: Final[Sequence[Rule]] = (
    _rule("school", "isced:level", "1 2"),
    _rule("youth_education", "isced:level", "3 4"),
    _rule("youth_education", "amenity", "college university"),
    _rule("school", "amenity", "school"),
    _rule("daycare", "amenity", "kindergarten childcare"),
    _rule("grocery", "shop", "supermarket convenience greengrocer bakery butcher grocery kiosk"),
    _rule(
        "health",
        "amenity",
        "pharmacy doctors dentist clinic hospital health_post nursing_home veterinary",
    ),
    _rule(
        "health",
        "healthcare",
        "doctor dentist clinic hospital pharmacy physiotherapist psychotherapist midwife "
        "rehabilitation centre optometrist audiologist",
    ),
    _rule("health", "shop", "chemist optician medical_supply hearing_aids"),
    _rule(
        "service",
        "shop",
        "hairdresser beauty laundry dry_cleaning travel_agency tailor shoe_repair massage tattoo",
    ),
    _rule("retail", "shop", ANY),
    _rule(
        "culture", "amenity", "library theatre cinema arts_centre community_centre social_centre"
    ),
    _rule("culture", "amenity", "place_of_worship music_venue public_bath"),
    _rule("culture", "tourism", "museum gallery"),
    _rule(
        "leisure", "leisure", "sports_centre sports_hall swimming_pool fitness_centre pitch track"
    ),
    _rule("leisure", "leisure", "playground stadium ice_rink fitness_station dance horse_riding"),
    _rule("park", "leisure", "park nature_reserve garden common"),
    _rule("service", "amenity", "bank post_office townhall police courthouse post_depot"),
    _rule("service", "amenity", "restaurant cafe fast_food pub bar food_court ice_cream fuel"),
    _rule("station", "railway", "station halt"),
    _rule("stop", "highway", "bus_stop"),
    _rule("stop", "railway", "tram_stop"),
    _rule("workplace", "office", ANY),
    _rule("workplace", "craft", ANY),
)

# The words of OpenStreetMap and ours; what is not listed is kept unknown.
SURFACES: Final[Mapping[str, str]] = {
    "asphalt": "asphalt",
    "chipseal": "asphalt",
    "paved": "asphalt",
    "concrete": "concrete",
    "concrete:plates": "concrete",
    "concrete:lanes": "concrete",
    "paving_stones": "paving",
    "sett": "paving",
    "bricks": "paving",
    "cobblestone": "paving",
    "unhewn_cobblestone": "paving",
    "wood": "wood",
    "gravel": "gravel",
    "fine_gravel": "gravel",
    "compacted": "gravel",
    "pebblestone": "gravel",
    "unpaved": "gravel",
    "grass": "grass",
    "grass_paver": "grass",
    "ground": "dirt",
    "earth": "dirt",
    "dirt": "dirt",
    "mud": "dirt",
    "woodchips": "dirt",
    "sand": "sand",
}

# What stands for a facility in words where it has no name of its own.
UNNAMED: Final[Mapping[Category, str]] = {
    "school": "Skole",
    "daycare": "Dagtilbud",
    "youth_education": "Ungdomsuddannelse",
    "grocery": "Dagligvarer",
    "retail": "Butik",
    "service": "Service",
    "health": "Sundhed",
    "leisure": "Fritid",
    "culture": "Kultur",
    "park": "Park",
    "workplace": "Arbejdsplads",
    "station": "Station",
    "stop": "Stoppested",
}

LAND_COVER: Final[Sequence[Rule]] = (
    _rule("water", "natural", "water bay"),
    _rule("water", "landuse", "basin reservoir"),
    _rule("water", "waterway", "riverbank dock"),
    _rule("rail", "landuse", "railway"),
    _rule("industry", "landuse", "industrial commercial retail port construction"),
    _rule("built_up", "landuse", "residential education institutional garages"),
    _rule("green", "landuse", "forest grass meadow recreation_ground cemetery allotments farmland"),
    _rule("green", "landuse", "village_green orchard greenfield"),
    _rule("green", "leisure", "park garden golf_course nature_reserve common pitch"),
    _rule("green", "natural", "wood scrub grassland heath wetland beach"),
)

BARRIERS: Final[Sequence[Rule]] = (
    _rule("motorway", "highway", "motorway motorway_link"),
    _rule("railway", "railway", "rail light_rail subway"),
    _rule("water", "waterway", "river canal"),
    _rule("water", "natural", "water bay"),
    _rule("water", "waterway", "dock riverbank"),
    _rule("water", "landuse", "basin reservoir"),
)

UNNAMED_BARRIERS: Final[Mapping[BarrierKind, str]] = {
    "motorway": "Motorvej",
    "railway": "Jernbane",
    "water": "Vand",
}

# A gate on a street: whom it stops where no access of its own is told.
GATES: Final[Mapping[str, tuple[bool, bool]]] = {
    # value: (walking passes, cycling passes)
    "stile": (True, False),
    "turnstile": (True, False),
    "full-height_turnstile": (True, False),
    "kissing_gate": (True, False),
    "fence": (False, False),
    "wall": (False, False),
    "hedge": (False, False),
    "debris": (True, False),
}


def first_fit(rules: Sequence[Rule], tags: Mapping[str, str]) -> str | None:
    """Give what the first rule that fits makes of a feature; None where none does."""
    return next((rule.becomes for rule in rules if rule.fits(tags)), None)


def category_of(tags: Mapping[str, str]) -> Category | None:
    """Give the category of a facility."""
    return cast("Category | None", first_fit(FACILITIES, tags))


def land_cover_of(tags: Mapping[str, str]) -> LandCoverKind | None:
    """Give the kind of a surface of the basemap."""
    return cast("LandCoverKind | None", first_fit(LAND_COVER, tags))


def barrier_of(tags: Mapping[str, str]) -> BarrierKind | None:
    """Give the kind of a barrier that lies at grade; a tunnel or bridge leaves a way across."""
    if tags.get("tunnel", "no") != "no" or tags.get("bridge", "no") != "no":
        return None
    if tags.get("covered") == "yes" or tags.get("intermittent") == "yes":
        return None
    return cast("BarrierKind | None", first_fit(BARRIERS, tags))
