"""What the map reads: areas, layers, sources."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.db.models.layers import (
    BARRIER_KINDS,
    BIKE_WAYS,
    CATEGORIES,
    GRADES,
    LAND_COVER_KINDS,
    STREET_CLASSES,
)
from app.importers import geo_rows
from spatial import tables
from spatial.indicators import REGISTRY

BUNDLED = Path(__file__).resolve().parents[2] / "data" / "geo"
AREAS = (
    "charlottekvarteret",
    "gadehavegaard",
    "stengaardsvej",
    "taastrupgaard",
    "vaerebro-park",
)
LAYERS = ("facilities", "stops", "streets", "homes", "barriers", "buildings", "land-cover")


def bundled(name: str) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads((BUNDLED / name).read_text())["features"]
    return features


def test_health_names_the_dataset(client: TestClient) -> None:
    answer = client.get("/health").json()
    assert answer["status"] == "ok"
    assert answer["version"] == "0.1.0"
    assert len(answer["dataset"]) == 12


def test_the_five_areas(client: TestClient) -> None:
    page = client.get("/api/areas").json()
    assert tuple(feature["id"] for feature in page["features"]) == AREAS
    properties = page["features"][3]["properties"]
    assert properties["municipality_code"] == "0169"
    assert properties["name"] == "Tåstrupgård"
    assert properties["housing_organisations"]
    assert properties["sources"] == ["area-facts"] or properties["sources"]


def test_one_area_is_as_in_the_list(client: TestClient) -> None:
    page = client.get("/api/areas").json()
    for feature in page["features"]:
        answer = client.get(f"/api/areas/{feature['id']}")
        assert answer.headers["content-type"] == "application/geo+json"
        assert answer.json() == feature


def test_the_place_of_an_area(client: TestClient) -> None:
    place = client.get("/api/areas/taastrupgaard/place").json()
    west, south, east, north = place["bbox"]
    assert place["id"] == "taastrup"
    assert west < 12.288 < east
    assert south < 55.654 < north


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_is_the_file_it_came_from(client: TestClient, layer: str) -> None:
    page = client.get(f"/api/{layer}?area=taastrupgaard&limit=10000").json()
    kept = {feature["id"]: feature for feature in page["features"]}
    written = bundled(f"taastrup/{layer.replace('-', '_')}.geojson")
    # What no register here knows stands in no file.
    unknown = {"from_control": None, "to_control": None} if layer == "streets" else {}
    assert set(kept) == {feature["id"] for feature in written}
    assert page["numberMatched"] == page["numberReturned"] == len(written)
    for feature in written[::50]:
        properties = kept[feature["id"]]["properties"]
        assert properties["place"] == "taastrup"
        assert {**unknown, **feature["properties"], "place": "taastrup"} == properties
        assert kept[feature["id"]]["geometry"]["type"] == feature["geometry"]["type"]


def test_positions_come_back_within_a_centimetre(client: TestClient) -> None:
    page = client.get("/api/homes?area=taastrupgaard&limit=10000").json()
    kept = {feature["id"]: feature["geometry"]["coordinates"] for feature in page["features"]}
    for feature in bundled("taastrup/homes.geojson"):
        assert kept[feature["id"]] == pytest.approx(feature["geometry"]["coordinates"], abs=1.5e-7)


def test_only_what_is_inside(client: TestClient) -> None:
    page = client.get("/api/homes?area=taastrupgaard&scope=inside").json()
    assert page["features"]
    assert {feature["properties"]["area"] for feature in page["features"]} == {"taastrupgaard"}
    inside = client.get("/api/streets?area=taastrupgaard&scope=inside").json()["numberMatched"]
    around = client.get("/api/streets?area=taastrupgaard").json()["numberMatched"]
    assert 0 < inside < around


def test_pages_cover_everything_once(client: TestClient) -> None:
    whole = client.get("/api/facilities?area=taastrupgaard&limit=10000").json()["features"]
    found: list[object] = []
    address: str | None = "/api/facilities?area=taastrupgaard&limit=97"
    while address is not None:
        page = client.get(address).json()
        found += [feature["id"] for feature in page["features"]]
        following = [link["href"] for link in page["links"] if link["rel"] == "next"]
        address = following[0] if following else None
    assert found == [feature["id"] for feature in whole]


def test_past_the_end_is_an_empty_page(client: TestClient) -> None:
    page = client.get("/api/facilities?offset=100000").json()
    assert page["features"] == []
    assert page["numberMatched"] > 0


def test_categories(client: TestClient) -> None:
    address = "/api/facilities?area=taastrupgaard&category=school&category=station&limit=10000"
    features = client.get(address).json()["features"]
    assert {feature["properties"]["category"] for feature in features} == {"school", "station"}


def test_a_bbox_takes_what_meets_it(client: TestClient) -> None:
    west, south, east, north = 12.28, 55.65, 12.30, 55.66
    page = client.get(f"/api/homes?bbox={west},{south},{east},{north}&limit=10000").json()
    expected = {
        feature["id"]
        for feature in bundled("taastrup/homes.geojson")
        if west <= feature["geometry"]["coordinates"][0] <= east
        and south <= feature["geometry"]["coordinates"][1] <= north
    }
    # The window's straight edges bulge a little in metres: points within a metre may differ.
    assert len(expected ^ {feature["id"] for feature in page["features"]}) <= 2


@pytest.mark.parametrize("layer", LAYERS)
def test_reopening_is_instant(client: TestClient, layer: str) -> None:
    first = client.get(f"/api/{layer}?area=taastrupgaard")
    again = client.get(
        f"/api/{layer}?area=taastrupgaard", headers={"If-None-Match": first.headers["etag"]}
    )
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]


def test_all_streets_of_a_place_are_quick(client: TestClient) -> None:
    client.get("/api/homes?limit=1")
    began = time.perf_counter()
    answer = client.get("/api/streets?area=taastrupgaard&limit=10000&offset=0")
    elapsed_s = time.perf_counter() - began
    assert answer.json()["numberMatched"] > 2_000
    assert answer.headers["content-encoding"] == "gzip"
    # 0.15 s on a quiet machine; tests share theirs.
    assert elapsed_s < 1.0


def test_every_source_says_what_must_be_said(client: TestClient) -> None:
    sources = client.get("/api/sources").json()["sources"]
    used = {feature["properties"]["source"] for feature in bundled("taastrup/homes.geojson")}
    assert used <= {source["id"] for source in sources}
    for source in sources:
        assert source["licence"]
        assert source["date"]
        assert len(source["checksum"]) == 64


def test_the_registry_of_indicators(client: TestClient) -> None:
    rows = client.get("/api/indicators").json()["indicators"]
    assert [row["id"] for row in rows] == [indicator.id for indicator in REGISTRY]
    for row in rows:
        assert row["sentence_da"]
        assert row["sentence_en"]
        assert row["formula"]


def test_files_store_and_engine_know_the_same_words() -> None:
    """The words stand in three rooms that may not import each other."""
    assert CATEGORIES == geo_rows.Category.__args__ == tables.CATEGORIES
    assert geo_rows.StreetClass.__args__ == STREET_CLASSES
    assert geo_rows.BikeAccess.__args__ == BIKE_WAYS
    assert GRADES == geo_rows.Grade.__args__ == tuple(tables.GRADES)
    assert BARRIER_KINDS == geo_rows.BarrierKind.__args__ == tables.BARRIER_KINDS
    assert geo_rows.LandCoverKind.__args__ == LAND_COVER_KINDS
