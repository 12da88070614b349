from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shapely
from pyproj import Transformer

from app.data_quality import Finding, as_geojson, as_json, as_text, check_layers
from app.importers.geo_layers import GeoLayers, read_layers
from tests.data_quality.small_town import barrier, facility, home, moved, street, town, with_streets

if TYPE_CHECKING:
    from app.importers.geo_rows import BarrierRow

TO_METRES = Transformer.from_crs(4326, 25832, always_xy=True)
SHIPPED = Path(__file__).parents[2] / "data" / "geo"


def only_finding(layers: GeoLayers) -> Finding:
    findings = check_layers(layers)
    assert len(findings) == 1, as_text(findings, layers)
    return findings[0]


def test_a_sound_town_has_no_findings() -> None:
    assert check_layers(town()) == ()


def test_what_is_shipped_has_no_errors() -> None:
    layers = read_layers(SHIPPED)
    errors = [finding for finding in check_layers(layers) if finding.severity == "error"]
    assert errors == [], as_text(errors, layers)


def test_shared_node_in_two_places() -> None:
    sound = town()
    first, bridge, last = sound.streets
    # Node 3 lies at x = 400 for the bridge and at x = 403 for the street beyond it.
    broken = with_streets(sound, first, bridge, street(13, 3, 4, (403, 0), (500, 0)))
    finding = only_finding(broken)
    assert (finding.check, finding.feature) == ("coinciding_nodes", "13")
    assert "3.0 m" in finding.message
    assert last.from_node == 3


def test_street_that_hangs_on_nothing() -> None:
    sound = town()
    # 30 m of 530 m is 5.7 %: less than 98 % hangs together.
    finding = only_finding(with_streets(sound, *sound.streets, street(14, 8, 9, (0, 50), (30, 50))))
    assert (finding.check, finding.severity, finding.feature) == ("connected", "error", "14")


def test_short_loose_street_is_a_note() -> None:
    sound = town()
    # 5 m of 505 m is 1 %: the largest piece still holds 99 %.
    finding = only_finding(with_streets(sound, *sound.streets, street(14, 8, 9, (0, 50), (5, 50))))
    assert (finding.check, finding.severity) == ("connected", "note")


@pytest.mark.parametrize("grade", ["bridge", "tunnel"])
def test_bridges_and_tunnels_pass_barriers(grade: str) -> None:
    first, _, last = town().streets
    passing = street(12, 2, 3, (200, 0), (400, 0), grade=grade)
    assert check_layers(with_streets(town(), first, passing, last)) == ()


def test_street_through_a_barrier() -> None:
    first, _, last = town().streets
    level = street(12, 2, 3, (200, 0), (400, 0))
    finding = only_finding(with_streets(town(), first, level, last))
    assert (finding.check, finding.feature) == ("through_barriers", "12")
    # The place is the crossing itself, at x = 300.
    x, y = moved((300, 0))[0]
    assert shapely.Point(x, y).distance(_metres(finding)) < 1


def test_street_through_a_lake() -> None:
    lake = shapely.Polygon(moved((40, -30), (60, -30), (60, 30), (40, 30)))
    broken = replace(town(), barriers=(barrier(lake),), homes=(home("one", 90, 0, 8),))
    findings = {finding.check: finding for finding in check_layers(broken)}
    assert findings["through_barriers"].feature == "11"


def test_ending_on_a_barrier_is_not_passing_it() -> None:
    first, _, _ = town().streets
    until = street(12, 2, 3, (200, 0), (300, 0))
    layers = replace(with_streets(town(), first, until), facilities=())
    assert check_layers(layers) == ()


def test_home_too_far_from_any_street() -> None:
    far = replace(town(), homes=(home("one", 20, 501), home("two", 100, -10)))
    finding = only_finding(far)
    assert (finding.check, finding.layer, finding.feature) == ("attached", "town/homes", "one")
    assert "no street within 500 m" in finding.message


def test_home_that_just_reaches() -> None:
    assert check_layers(replace(town(), homes=(home("one", 20, 499), home("two", 100, -10)))) == ()


def test_facility_behind_a_barrier() -> None:
    # A wall around the shop: every straight line to a street crosses it.
    ring = shapely.LineString(moved((440, 10), (460, 10), (460, 30), (440, 30), (440, 10)))
    walled = replace(town(), barriers=(*town().barriers, _named(ring)))
    finding = only_finding(walled)
    assert (finding.check, finding.feature) == ("attached", "shop")
    assert "behind a barrier" in finding.message


def test_a_farther_street_on_the_near_side_will_do() -> None:
    # The shop's nearest street lies behind the wall at y = 10; another lies 80 m north of it.
    wall = shapely.LineString(moved((380, 10), (520, 10)))
    around = street(14, 4, 5, (500, 0), (560, 0), (560, 100))
    north = street(15, 5, 6, (560, 100), (450, 100))
    layers = with_streets(town(), *town().streets, around, north)
    assert check_layers(replace(layers, barriers=(*town().barriers, _named(wall)))) == ()


@pytest.mark.parametrize(("residents", "what"), [(5, "residents")])
def test_residents_that_do_not_add_up(residents: int, what: str) -> None:
    finding = only_finding(
        replace(town(), homes=(home("one", 20, 10, residents), home("two", 100, -10)))
    )
    assert (finding.check, finding.feature) == ("area_sums", "estate")
    assert f"9 {what}" in finding.message


def test_homes_that_do_not_add_up() -> None:
    finding = only_finding(replace(town(), homes=(home("one", 20, 10, 8),)))
    assert "2 homes" in finding.message


def test_row_without_a_described_source() -> None:
    finding = only_finding(replace(town(), facilities=(facility("shop", 450, 20, "hearsay"),)))
    assert (finding.check, finding.feature) == ("sourced", "shop")


def test_repeated_id() -> None:
    layers = replace(town(), facilities=(facility("shop", 450, 20), facility("shop", 430, 20)))
    assert [finding.check for finding in check_layers(layers)] == ["unique_ids", "unique_ids"]


@pytest.mark.parametrize(
    "places",
    [
        ((0, 0), (10, 10), (10, 0), (0, 10)),  # a bow tie
        ((0, 0), (10, 0), (20, 0)),  # no area
    ],
)
def test_broken_geometry(places: tuple[tuple[float, float], ...]) -> None:
    broken = shapely.Polygon(moved(*places))
    finding = only_finding(replace(town(), barriers=(barrier(broken),)))
    assert (finding.check, finding.feature) == ("valid_geometry", "town-railway")


def test_empty_geometry() -> None:
    finding = only_finding(replace(town(), barriers=(barrier(shapely.LineString()),)))
    assert (finding.check, finding.feature) == ("valid_geometry", "town-railway")
    assert "empty" in finding.message


def test_report_reads_and_every_finding_has_a_place() -> None:
    layers = replace(town(), homes=(home("one", 20, 501), home("two", 100, -10)))
    findings = check_layers(layers)
    text = as_text(findings, layers)
    assert "Town\n  error   attached: town/homes one at 55." in text
    assert text.endswith("Found 1 error, 0 warnings, 0 notes.\n")
    assert json.loads(as_json(findings))[0]["feature"] == "one"
    (member,) = json.loads(as_geojson(findings))["features"]
    lon, lat = member["geometry"]["coordinates"]
    assert 12.2 < lon < 12.4
    assert 55.6 < lat < 55.7
    assert member["properties"]["severity"] == "error"


def _metres(finding: Finding) -> shapely.Point:
    return shapely.Point(TO_METRES.transform(finding.lon, finding.lat))


def _named(geometry: shapely.LineString) -> BarrierRow:
    return barrier(geometry).model_copy(update={"id": "town-wall"})
