"""Files: what is exported comes back as the same proposal."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point

from app.projection import to_degrees, to_metres
from app.services.drawing import DrawingLimits, read_drawing
from tests.app.drawn import AREA, collection, feature, line, polygon, proposal, shop

PROPOSALS = "/api/proposals"
GEOJSON = {"Content-Type": "application/geo+json"}
DRAWN = (
    feature(
        "connection",
        line((12.28801234567891, 55.65451234567891), (12.289, 55.655)),
        id="sti",
        note="Æblehaven, »sti«",
    ),
    feature(
        "demolition",
        polygon((12.286, 55.653), (12.287, 55.653), (12.287, 55.654)),
        id="ned",
        share=0.25,
    ),
    shop(id="butik"),
)


def content(document: dict[str, Any]) -> tuple[object, ...]:
    return tuple(document[key] for key in ("area", "name", "description", "interventions"))


@pytest.mark.parametrize("crs", ["4326", "25832"])
def test_export_and_import_give_the_same_proposal(client: TestClient, crs: str) -> None:
    kept = client.post(PROPOSALS, json=proposal(*DRAWN, description="Om")).json()
    exported = client.get(f"{PROPOSALS}/{kept['id']}/export?format=geojson&crs={crs}")
    assert exported.headers["content-type"] == "application/geo+json"
    assert 'filename="stien-til-stationen.geojson"' in exported.headers["content-disposition"]
    imported = client.post(f"{PROPOSALS}/import", content=exported.content, headers=GEOJSON)
    assert imported.status_code == 201
    assert imported.json()["id"] != kept["id"]
    assert content(imported.json()) == content(kept)
    again = client.get(f"{PROPOSALS}/{imported.json()['id']}/export?crs={crs}")
    assert again.content == exported.content


def test_metres_are_named_in_the_file(client: TestClient) -> None:
    kept = client.post(PROPOSALS, json=proposal(*DRAWN)).json()
    document = client.get(f"{PROPOSALS}/{kept['id']}/export?crs=25832").json()
    assert document["crs"]["properties"]["name"] == "urn:ogc:def:crs:EPSG::25832"
    x, y = document["features"][2]["geometry"]["coordinates"]
    assert 700_000 < x < 710_000
    assert 6_170_000 < y < 6_175_000


def test_examples_round_trip(client: TestClient) -> None:
    for row in client.get(f"{PROPOSALS}?is_example=true").json()["proposals"]:
        exported = client.get(f"{PROPOSALS}/{row['id']}/export").content
        imported = client.post(f"{PROPOSALS}/import", content=exported, headers=GEOJSON).json()
        assert content(imported) == content(client.get(f"{PROPOSALS}/{row['id']}").json())


@pytest.mark.parametrize(
    ("query", "status"), [("format=shp", 422), ("crs=3857", 422), ("crs=4326", 200)]
)
def test_other_formats_are_refused(client: TestClient, query: str, status: int) -> None:
    kept = client.post(PROPOSALS, json=proposal()).json()
    assert client.get(f"{PROPOSALS}/{kept['id']}/export?{query}").status_code == status


def test_a_file_from_elsewhere_is_told_its_area_and_name(client: TestClient) -> None:
    document = collection(shop(id="a"))
    answer = client.post(f"{PROPOSALS}/import?area={AREA}&name=Udefra", json=document)
    assert answer.status_code == 201
    assert (answer.json()["area"], answer.json()["name"]) == (AREA, "Udefra")
    refused = client.post(f"{PROPOSALS}/import", json=document)
    assert {fault["pointer"] for fault in refused.json()["errors"]} == {
        "/forbind/area",
        "/forbind/name",
    }


def test_with_one_fault_nothing_is_kept(client: TestClient) -> None:
    before = client.get(PROPOSALS).json()["numberMatched"]
    document = collection(shop(id="a"), shop(55.6, 12.3), shop(707_000.0, 6_171_000.0))
    refused = client.post(f"{PROPOSALS}/import?area={AREA}&name=x", json=document).json()
    assert [fault["code"] for fault in refused["errors"]] == [
        "swapped_coordinates",
        "metres_as_degrees",
    ]
    assert client.get(PROPOSALS).json()["numberMatched"] == before


@given(lon=st.floats(8.0, 15.0), lat=st.floats(54.6, 57.7))
def test_a_kept_position_never_moves(lon: float, lat: float) -> None:
    """Degrees, metres and back, as often as one likes: the very same numbers."""
    document = json.loads(json.dumps(collection(shop(lon, lat, id="a"))))
    (first,) = read_drawing(document, DrawingLimits(1, 10)).features
    again = to_degrees(first.metres)
    assert again.equals(first.lonlat)
    assert to_metres(again).equals(first.metres)
    assert abs(first.lonlat.x - lon) <= 5.1e-10


@given(
    document=st.recursive(
        st.none()
        | st.booleans()
        | st.floats()
        | st.integers()
        | st.text()
        | st.sampled_from(["FeatureCollection", "Feature", "Point", "LineString", "connection"]),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "type",
                        "features",
                        "geometry",
                        "coordinates",
                        "properties",
                        "kind",
                        "id",
                        "crs",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=30,
    )
)
def test_whatever_is_sent_is_read_or_refused_in_words(document: object) -> None:
    drawing = read_drawing(document, DrawingLimits(50, 1_000))
    assert drawing.faults or isinstance(document, dict)
    for fault in drawing.faults:
        assert fault.message("da")
        assert fault.message("en")
        json.dumps(fault.as_json("da"), allow_nan=False)


def test_a_position_rounds_to_a_tenth_of_a_millimetre() -> None:
    position = to_degrees(to_metres(Point(12.123456789, 55.987654321)))
    assert (position.x, position.y) == (12.123456789, 55.987654321)
