"""What Overpass would send, read through osmnx: the same rows as from a file of the same land."""

from pathlib import Path
from typing import Any

import osmnx
import pytest
import requests

from app.importers.faults import InvalidLayers
from app.importers.osm import read_osm, read_overpass
from app.importers.osm.street_tags import StreetTags
from tests.importers.osm.town import SOURCE, WINDOW, Town, cross


def town() -> Town:
    """Streets one way both ways round, a roundabout, a gate, a bridge, and things to go to."""
    made = cross()
    made.node(6, 30, 0)
    made.node(7, 40, 0, barrier="gate", bicycle="no")
    made.node(8, 50, 0)
    made.way(103, [2, 6], highway="residential", oneway="yes", oneway__bicycle="no")
    made.way(104, [8, 7, 6], highway="residential", oneway="-1", maxspeed="30", lit="yes")
    made.way(105, [1, 3], highway="cycleway", bridge="yes", surface="asphalt")
    for number, (east, north) in enumerate(((60, 0), (64, 0), (64, 4), (60, 4)), 21):
        made.node(number, east, north)
    made.way(106, [21, 22, 23, 24, 21], highway="tertiary", junction="roundabout")
    made.way(107, [8, 21], highway="footway", foot="yes", bicycle="no")
    made.node(31, 3, 3, amenity="library", name="Biblioteket")
    for number, (east, north) in enumerate(((30, 5), (40, 5), (40, 15), (30, 15)), 41):
        made.node(number, east, north)
    made.way(201, [41, 42, 43, 44, 41], building="apartments", building__flats="12")
    made.way(202, [41, 43], railway="rail")
    return made


def answer_from(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let osmnx read a file where it would ask the network; all that it makes of it is its own."""

    def graph(*_polygon: object, **_how: object) -> object:
        assert "oneway:bicycle" in osmnx.settings.useful_tags_way
        return osmnx.graph_from_xml(path, simplify=False, retain_all=True)

    def features(polygon: Any, tags: Any) -> object:  # noqa: ANN401 - osmnx's own
        return osmnx.features_from_xml(path, polygon=polygon, tags=tags)

    monkeypatch.setattr(osmnx, "graph_from_polygon", graph)
    monkeypatch.setattr(osmnx, "features_from_polygon", features)


def test_the_network_gives_what_a_file_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = town().write(tmp_path)
    expected = read_osm(path, WINDOW, SOURCE).layers
    before = osmnx.settings.useful_tags_way
    answer_from(path, monkeypatch)
    found = read_overpass(WINDOW, SOURCE).layers
    assert osmnx.settings.useful_tags_way is before

    def by_ends(streets: Any) -> set[tuple[int, int, StreetTags, int]]:  # noqa: ANN401 - rows
        """Give streets by the lower end first: which way they are drawn does not matter."""
        told = set()
        for row in streets:
            tags = StreetTags(**{name: getattr(row, name) for name in StreetTags._fields})
            one, two = row.from_node, row.to_node
            if one > two:
                one, two, tags = two, one, tags.reversed()
            told.add((one, two, tags, round(row.geometry.length * 1000)))
        return told

    assert len(found.streets) == len(expected.streets)
    assert by_ends(found.streets) == by_ends(expected.streets)
    assert found.facilities == expected.facilities
    assert found.buildings == expected.buildings
    assert {row.id for row in found.barriers} == {row.id for row in expected.barriers}


def test_a_machine_without_network_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_asked: object, **_how: object) -> object:
        raise requests.exceptions.ConnectionError("nobody there")

    monkeypatch.setattr(osmnx, "graph_from_polygon", away)
    with pytest.raises(InvalidLayers) as refused:
        read_overpass(WINDOW, SOURCE)
    (fault,) = refused.value.faults
    assert "download an extract and load that file" in fault.message
    assert fault.value == "nobody there"
