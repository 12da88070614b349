"""Tags of streets, read by hand beside what the reader makes of them."""

import pytest

from app.importers.osm.street_tags import gate_passes, read_street_tags
from app.importers.osm.tag_tables import barrier_of, category_of, land_cover_of


def silent(key: str, value: str) -> None:
    raise AssertionError((key, value))


def read(**tags: str):  # noqa: ANN201 - StreetTags or None
    return read_street_tags({k.replace("__", ":"): v for k, v in tags.items()}, silent)


@pytest.mark.parametrize(
    ("tags", "street_class", "walk", "bike"),
    [
        ({"highway": "residential"}, "local", True, "both"),
        ({"highway": "motorway"}, "motorway", False, "none"),
        ({"highway": "trunk", "motorroad": "yes"}, "motorway", False, "none"),
        ({"highway": "primary"}, "main", True, "both"),
        ({"highway": "primary", "bicycle": "use_sidepath"}, "main", True, "none"),
        ({"highway": "primary", "foot": "use_sidepath"}, "main", False, "both"),
        ({"highway": "footway"}, "path", True, "none"),
        ({"highway": "footway", "bicycle": "yes"}, "path", True, "both"),
        ({"highway": "pedestrian"}, "path", True, "none"),
        ({"highway": "path"}, "path", True, "both"),
        ({"highway": "cycleway"}, "cycleway", True, "both"),
        ({"highway": "cycleway", "foot": "no", "oneway": "yes"}, "cycleway", False, "forward"),
        ({"highway": "residential", "oneway": "yes"}, "local", True, "forward"),
        ({"highway": "residential", "oneway": "-1"}, "local", True, "backward"),
        (
            {"highway": "residential", "oneway": "yes", "oneway:bicycle": "no"},
            "local",
            True,
            "both",
        ),
        (
            {"highway": "residential", "oneway": "yes", "cycleway:left": "opposite_lane"},
            "local",
            True,
            "both",
        ),
        (
            {"highway": "primary", "oneway": "yes", "cycleway:left": "track"},
            "main",
            True,
            "forward",
        ),
        ({"highway": "tertiary", "junction": "roundabout"}, "local", True, "forward"),
        ({"highway": "service", "access": "private", "foot": "yes"}, "private", True, "none"),
        ({"highway": "residential", "access": "destination"}, "local", True, "both"),
        ({"highway": "track", "vehicle": "no"}, "track", True, "none"),
    ],
)
def test_who_may_use_a_street(
    tags: dict[str, str], street_class: str, walk: bool, bike: str
) -> None:
    found = read_street_tags(tags, silent)
    assert found is not None
    assert (found.street_class, found.walk, found.bike) == (street_class, walk, bike)


@pytest.mark.parametrize(
    "tags",
    [
        {"highway": "proposed"},
        {"highway": "construction"},
        {"highway": "service", "access": "private"},
        {"highway": "footway", "foot": "no"},
        {"highway": "pedestrian", "area": "yes"},
        {"barrier": "fence"},
    ],
)
def test_what_is_no_way_for_anybody(tags: dict[str, str]) -> None:
    assert read_street_tags(tags, silent) is None


def test_what_a_street_is_like() -> None:
    found = read(
        highway="steps",
        lit="yes",
        surface="paving_stones",
        width="2,5 m",
        name="Trappen",
        bridge="yes",
    )
    assert found is not None
    assert (found.steps, found.lit, found.surface, found.width_m) == (True, True, "paving", 2.5)
    assert (found.grade, found.name, found.bike) == ("bridge", "Trappen", "none")


@pytest.mark.parametrize(
    ("told", "kmh"),
    [
        ("50", 50),
        ("30 mph", 48),
        ("DK:urban", 50),
        ("DK:rural", 80),
        ("none", None),
        ("40 km/h", 40),
    ],
)
def test_how_fast(told: str, kmh: int | None) -> None:
    found = read(highway="residential", maxspeed=told)
    assert found is not None
    assert found.speed_kmh == kmh


@pytest.mark.parametrize(
    ("key", "value"), [("width", "bred"), ("width", "0"), ("maxspeed", "9999"), ("maxspeed", "x")]
)
def test_what_cannot_be_read_is_told_and_unknown(key: str, value: str) -> None:
    told: list[tuple[str, str]] = []
    tags = {"highway": "residential", key: value}
    found = read_street_tags(tags, lambda name, text: told.append((name, text)))
    assert told == [(key, value)]
    assert found is not None
    assert (found.width_m, found.speed_kmh) == (None, None)


@pytest.mark.parametrize(
    ("tags", "passes"),
    [
        ({"barrier": "bollard"}, (True, True)),
        ({"barrier": "gate"}, (True, True)),
        ({"barrier": "gate", "access": "private"}, (False, False)),
        ({"barrier": "gate", "access": "private", "foot": "yes"}, (True, False)),
        ({"barrier": "gate", "locked": "yes"}, (False, False)),
        ({"barrier": "stile"}, (True, False)),
        ({"barrier": "wall"}, (False, False)),
        ({"barrier": "cycle_barrier", "bicycle": "no"}, (True, False)),
    ],
)
def test_who_passes_a_gate(tags: dict[str, str], passes: tuple[bool, bool]) -> None:
    assert gate_passes(tags) == passes


@pytest.mark.parametrize(
    ("tags", "category"),
    [
        ({"amenity": "school"}, "school"),
        ({"amenity": "school", "isced:level": "1;2"}, "school"),
        ({"amenity": "school", "isced:level": "3"}, "youth_education"),
        ({"amenity": "college"}, "youth_education"),
        ({"amenity": "kindergarten", "isced:level": "0"}, "daycare"),
        ({"shop": "supermarket"}, "grocery"),
        ({"shop": "clothes"}, "retail"),
        ({"shop": "hairdresser"}, "service"),
        ({"shop": "no"}, None),
        ({"amenity": "pharmacy"}, "health"),
        ({"healthcare": "dentist"}, "health"),
        ({"leisure": "park"}, "park"),
        ({"leisure": "sports_centre"}, "leisure"),
        ({"amenity": "library"}, "culture"),
        ({"office": "government"}, "workplace"),
        ({"railway": "station"}, "station"),
        ({"highway": "bus_stop"}, "stop"),
        ({"amenity": "bench"}, None),
    ],
)
def test_what_people_go_to(tags: dict[str, str], category: str | None) -> None:
    assert category_of(tags) == category


def test_what_is_not_crossed() -> None:
    assert barrier_of({"railway": "rail"}) == "railway"
    assert barrier_of({"railway": "rail", "tunnel": "yes"}) is None
    assert barrier_of({"railway": "rail", "bridge": "viaduct"}) is None
    assert barrier_of({"waterway": "stream"}) is None
    assert barrier_of({"waterway": "canal"}) == "water"
    assert land_cover_of({"landuse": "residential"}) == "built_up"
