"""Every bad input the service must answer clearly: what, where, which value, what to do."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.app.drawn import AREA, collection, drawing, feature, line, point, polygon, proposal, shop

PATH = line((12.2880, 55.6545), (12.2890, 55.6550))


def post(client: TestClient, path: str, body: object) -> tuple[int, dict[str, Any]]:
    content = body if isinstance(body, bytes | str) else json.dumps(body)
    answer = client.post(path, content=content, headers={"Content-Type": "application/json"})
    return answer.status_code, answer.json()


def refused(client: TestClient, body: object, path: str = "/api/assess") -> list[dict[str, Any]]:
    status, problem = post(client, path, body)
    assert status in {400, 413, 422}, problem
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    assert problem["instance"] == path
    return problem["errors"]


def only(client: TestClient, body: object, code: str, path: str = "/api/assess") -> dict[str, Any]:
    faults = refused(client, body, path)
    assert [fault["code"] for fault in faults] == [code], faults
    assert faults[0]["message"]
    return faults[0]


@pytest.mark.parametrize("path", ["/api/assess", "/api/resolve", "/api/proposals"])
@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty_body"),
        (b"   ", "empty_body"),
        (b"{", "invalid_json"),
        (b'{"area": "taastrupgaard",}', "invalid_json"),
        (b"\xff\xfe\x00", "not_utf8"),
        (b'{"a":' * 100_000, "nested_too_deep"),
        (b"9" * 5_000, "invalid_value"),
    ],
)
def test_unreadable_bodies(client: TestClient, path: str, body: bytes, code: str) -> None:
    status, problem = post(client, path, body)
    assert status == 400
    assert problem["type"] == "/problems/invalid-json"
    assert [fault["code"] for fault in problem["errors"]] == [code]


def test_broken_json_says_where(client: TestClient) -> None:
    fault = only(client, '{"area": "taastrupgaard",\n "interventions": }', "invalid_json")
    assert "line 2, character 19" in fault["message"]


@pytest.mark.parametrize("body", [[], "text", 3, None])
def test_a_body_that_is_no_object(client: TestClient, body: object) -> None:
    only(client, json.dumps(body), "not_an_object")


def test_an_empty_collection_is_the_baseline(client: TestClient) -> None:
    status, answer = post(client, "/api/assess", drawing())
    assert status == 200
    assert answer["ok"] is True
    assert answer["indicators"]
    assert all(row["baseline"] == row["proposal"] for row in answer["indicators"])


@pytest.mark.parametrize(
    ("interventions", "pointer"),
    [
        ({"type": "FeatureCollection"}, "/interventions/features"),
        ({"type": "FeatureCollection", "features": {}}, "/interventions/features"),
        ({"type": "Feature", "features": []}, "/interventions"),
        ({}, "/interventions"),
        (None, "/interventions"),
        ([], "/interventions"),
    ],
)
def test_no_collection(client: TestClient, interventions: object, pointer: str) -> None:
    body = {"area": AREA, "interventions": interventions}
    assert only(client, body, "not_a_collection")["pointer"] == pointer


@pytest.mark.parametrize("member", [None, 3, "x", [], {"type": "Point", "coordinates": [12, 55]}])
def test_no_feature(client: TestClient, member: object) -> None:
    fault = only(client, drawing(shop(), member), "not_a_feature")
    assert fault["pointer"] == "/interventions/features/1"


@pytest.mark.parametrize(
    ("geometry", "code", "pointer"),
    [
        (None, "missing_geometry", "geometry"),
        ("x", "unknown_geometry", "geometry"),
        ({"type": "Circle", "coordinates": [12, 55]}, "unknown_geometry", "geometry/type"),
        ({"type": "GeometryCollection", "geometries": []}, "unknown_geometry", "geometry/type"),
        ({"type": "Point"}, "bad_coordinates", "geometry/coordinates"),
        ({"type": "Point", "coordinates": []}, "bad_coordinates", "geometry/coordinates"),
        ({"type": "Point", "coordinates": [12.3]}, "bad_coordinates", "geometry/coordinates"),
        ({"type": "Point", "coordinates": ["12", 55]}, "bad_coordinates", "geometry/coordinates"),
        ({"type": "Point", "coordinates": [True, 55]}, "bad_coordinates", "geometry/coordinates"),
        ({"type": "Point", "coordinates": [None, 55]}, "bad_coordinates", "geometry/coordinates"),
        ({"type": "LineString", "coordinates": []}, "bad_coordinates", "geometry/coordinates"),
        (line((12.28, 55.65)), "bad_coordinates", "geometry/coordinates"),
        (line((12.28, 55.65), (12.28, 55.65)), "invalid_geometry", "geometry"),
        (
            {"type": "LineString", "coordinates": [[12.28, 55.65], "x"]},
            "bad_coordinates",
            "geometry/coordinates/1",
        ),
        (
            {"type": "Polygon", "coordinates": [[[12.28, 55.65], [12.29, 55.65], [12.28, 55.65]]]},
            "bad_coordinates",
            "geometry/coordinates/0",
        ),
        (
            {
                "type": "Polygon",
                "coordinates": [[[12.28, 55.65], [12.29, 55.65], [12.29, 55.66], [12.28, 55.66]]],
            },
            "open_ring",
            "geometry/coordinates/0",
        ),
        (  # a bow tie
            polygon((12.28, 55.65), (12.29, 55.66), (12.29, 55.65), (12.28, 55.66)),
            "self_crossing",
            "geometry",
        ),
    ],
)
@pytest.mark.parametrize("path", ["/api/assess", "/api/proposals"])
def test_malformed_geometry(
    client: TestClient, path: str, geometry: object, code: str, pointer: str
) -> None:
    drawn = {"type": "Feature", "id": "a", "properties": {"kind": "closure"}, "geometry": geometry}
    body = drawing(drawn) if path == "/api/assess" else proposal(drawn)
    fault = only(client, body, code, path)
    assert fault["pointer"] == f"/interventions/features/0/{pointer}"
    assert fault["feature"] == "a"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_coordinates_that_are_no_numbers(client: TestClient, number: str) -> None:
    body = json.dumps(drawing(shop(id="a"))).replace("12.2905", number)
    fault = only(client, body, "not_a_number")
    assert fault["pointer"] == "/interventions/features/0/geometry/coordinates"


def test_properties_that_are_no_numbers(client: TestClient) -> None:
    body = json.dumps(drawing(shop(id="a", capacity=7))).replace(": 7", ": NaN")
    fault = only(client, body, "not_a_number")
    assert fault["pointer"] == "/interventions/features/0/properties/capacity"


def test_a_cutoff_that_is_no_number(client: TestClient) -> None:
    body = json.dumps(drawing(cutoffs_min=[5, 7])).replace("7]", "NaN]")
    assert only(client, body, "not_a_number")["pointer"] == "/cutoffs_min/1"


def test_swapped_coordinates_are_said_to_be_swapped(client: TestClient) -> None:
    # 55.65° east, 12.29° north is in the Indian Ocean, off Somalia.
    fault = only(client, drawing(shop(55.6565, 12.2905)), "swapped_coordinates")
    assert "swapped" in fault["message"]
    assert "[12.2905, 55.6565]" in fault["message"]
    assert (fault["lon"], fault["lat"]) == (12.2905, 55.6565)


def test_metres_sent_as_degrees_are_told_how_to_be_sent(client: TestClient) -> None:
    fault = only(client, drawing(shop(707_000.0, 6_171_000.0)), "metres_as_degrees")
    assert "EPSG:25832" in fault["message"]
    assert "urn:ogc:def:crs:EPSG::25832" in fault["message"]


def test_metres_with_their_name_are_taken(client: TestClient) -> None:
    body = drawing(shop(707_000.0, 6_172_300.0))
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    body["interventions"]["crs"] = crs
    status, answer = post(client, "/api/resolve", body)
    assert status == 200, answer


def test_degrees_said_to_be_metres(client: TestClient) -> None:
    body = drawing(shop())
    body["interventions"]["crs"] = {"type": "name", "properties": {"name": "EPSG:25832"}}
    only(client, body, "degrees_as_metres")


@pytest.mark.parametrize("crs", ["EPSG:3857", {}, {"properties": 3}, {"properties": {"name": []}}])
def test_an_unknown_coordinate_system(client: TestClient, crs: object) -> None:
    body = drawing(shop())
    body["interventions"]["crs"] = crs
    only(client, body, "unknown_crs")


@pytest.mark.parametrize("place", [(0.0, 0.0), (2.35, 48.85), (181.0, 55.0), (12.3, -91.0)])
def test_outside_denmark(client: TestClient, place: tuple[float, float]) -> None:
    only(client, drawing(shop(*place)), "outside_denmark")


def test_a_self_crossing_line(client: TestClient) -> None:
    crossing = line((12.286, 55.654), (12.289, 55.655), (12.289, 55.654), (12.286, 55.655))
    fault = only(client, drawing(feature("connection", crossing, id="a")), "self_crossing")
    assert fault["pointer"] == "/interventions/features/0"
    assert fault["feature"] == "a"
    assert 12.28 < fault["lon"] < 12.29


def test_a_line_that_touches_no_street(client: TestClient) -> None:
    # In the fields, 450 m and more from any street.
    lonely = line((12.2614, 55.6737), (12.2617, 55.6737))
    fault = only(client, drawing(feature("connection", lonely, id="a")), "touches_no_street")
    assert fault["lon"] is not None


@pytest.mark.parametrize(
    ("kind", "geometry"),
    [
        ("connection", point(12.2905, 55.6565)),
        ("closure", point(12.2905, 55.6565)),
        ("facility", PATH),
        ("demolition", PATH),
        ("housing", PATH),
    ],
)
@pytest.mark.parametrize("path", ["/api/assess", "/api/proposals"])
def test_wrong_geometry_for_the_kind(
    client: TestClient, path: str, kind: str, geometry: dict[str, Any]
) -> None:
    drawn = feature(kind, geometry, id="a", category="grocery", homes=3)
    body = drawing(drawn) if path == "/api/assess" else proposal(drawn)
    assert only(client, body, "wrong_geometry", path)["feature"] == "a"


@pytest.mark.parametrize("path", ["/api/assess", "/api/proposals"])
def test_an_unknown_kind(client: TestClient, path: str) -> None:
    drawn = feature("conection", PATH, id="a")
    body = drawing(drawn) if path == "/api/assess" else proposal(drawn)
    fault = only(client, body, "unknown_kind", path)
    assert fault["value"] == "conection"


@pytest.mark.parametrize("kind", [None, 3, "", []])
def test_a_missing_kind(client: TestClient, kind: object) -> None:
    drawn = {"type": "Feature", "geometry": PATH, "properties": {"kind": kind}}
    fault = only(client, drawing(drawn), "missing_kind")
    assert fault["pointer"] == "/interventions/features/0/properties/kind"


@pytest.mark.parametrize("properties", [None, 3, [], "x"])
def test_properties_that_are_no_object(client: TestClient, properties: object) -> None:
    drawn = {"type": "Feature", "geometry": PATH, "properties": properties}
    only(client, drawing(drawn), "bad_properties")


def test_an_unknown_mode(client: TestClient) -> None:
    fault = only(client, drawing(modes=["walk", "horse"]), "not_one_of")
    assert fault["pointer"] == "/modes/1"
    assert fault["value"] == "horse"
    assert "'walk'" in fault["message"]


def test_an_unknown_mode_of_a_path(client: TestClient) -> None:
    drawn = feature("connection", PATH, id="a", modes=["horse"])
    only(client, drawing(drawn), "unknown_mode")


def test_an_unknown_category(client: TestClient) -> None:
    drawn = feature("facility", point(12.2905, 55.6565), id="a", category="casino")
    fault = only(client, drawing(drawn), "unknown_category")
    assert fault["value"] == "casino"


@pytest.mark.parametrize("path", ["/api/assess", "/api/resolve", "/api/proposals"])
def test_an_unknown_area(client: TestClient, path: str) -> None:
    body = proposal(shop()) if path == "/api/proposals" else drawing(shop())
    fault = only(client, {**body, "area": "atlantis"}, "unknown_area", path)
    assert fault["pointer"] == "/area"
    assert "taastrupgaard" in fault["message"]


@pytest.mark.parametrize(
    ("more", "code", "pointer"),
    [
        ({"cutoffs_min": [0]}, "out_of_range", "/cutoffs_min/0"),
        ({"cutoffs_min": [61]}, "out_of_range", "/cutoffs_min/0"),
        ({"cutoffs_min": "ten"}, "wrong_type", "/cutoffs_min"),
        ({"cutoffs_min": list(range(1, 30))}, "bad_length", "/cutoffs_min"),
        ({"modes": []}, "bad_length", "/modes"),
        ({"cutoffs_min": []}, "bad_length", "/cutoffs_min"),
        ({"detail": ["everything"]}, "not_one_of", "/detail/0"),
        ({"lens": "cat"}, "not_one_of", "/lens"),
        ({"departure": "08:00"}, "wrong_type", "/departure"),
        ({"cutoff": [5]}, "unknown_field", "/cutoff"),
        ({"area": 3}, "wrong_type", "/area"),
        ({"area": ""}, "bad_length", "/area"),
    ],
)
def test_fields_of_a_question(
    client: TestClient, more: dict[str, object], code: str, pointer: str
) -> None:
    assert only(client, {**drawing(), **more}, code)["pointer"] == pointer


def test_missing_fields_are_all_named(client: TestClient) -> None:
    faults = refused(client, {})
    assert {(fault["code"], fault["pointer"]) for fault in faults} == {
        ("missing", "/area"),
        ("missing", "/interventions"),
    }


def test_every_fault_at_once(client: TestClient) -> None:
    body = drawing(
        shop(55.6565, 12.2905),
        feature("facility", {"type": "Point"}, category="grocery"),
        {"type": "Feature", "geometry": PATH, "properties": {}},
        area="atlantis",
        modes=["horse"],
        cutoffs_min=[99],
    )
    assert {fault["code"] for fault in refused(client, body)} == {
        "unknown_area",
        "not_one_of",
        "out_of_range",
        "swapped_coordinates",
        "bad_coordinates",
        "missing_kind",
    }


def test_repeated_ids(client: TestClient) -> None:
    fault = only(client, drawing(shop(id="a"), shop(id="b"), shop(id="a")), "duplicate_id")
    assert fault["pointer"] == "/interventions/features/2/id"


@pytest.mark.parametrize("identity", [True, 1.5, [], {}, "x" * 200, "nul\x00"])
def test_ids_that_cannot_be_used(client: TestClient, identity: object) -> None:
    only(client, drawing({**shop(), "id": identity}), "bad_feature_id")


@pytest.mark.parametrize("text", ["nul\x00", "half \ud800"])
@pytest.mark.parametrize("path", ["/api/assess", "/api/proposals"])
def test_text_that_cannot_be_stored(client: TestClient, path: str, text: str) -> None:
    drawn = {**shop(), "properties": {"kind": "facility", "category": "grocery", "name": text}}
    body = drawing(drawn) if path == "/api/assess" else proposal(drawn)
    fault = only(client, body, "bad_text", path)
    assert fault["pointer"] == "/interventions/features/0/properties/name"


@pytest.mark.parametrize("text", ["nul\x00", "half \ud800"])
def test_names_that_cannot_be_stored(client: TestClient, text: str) -> None:
    assert only(client, proposal(name=text), "bad_text", "/api/proposals")["pointer"] == "/name"


def test_deep_properties(client: TestClient) -> None:
    deep: object = 1
    for _ in range(200):
        deep = {"a": deep}
    fault = only(client, drawing(shop(deep=deep)), "nested_too_deep")
    assert fault["pointer"].startswith("/interventions/features/0/properties/deep/a")


def test_long_properties(client: TestClient) -> None:
    only(client, drawing(shop(note="x" * 30_000)), "bad_properties")


@pytest.mark.parametrize("path", ["/api/assess", "/api/resolve", "/api/proposals"])
def test_too_many_features(client: TestClient, path: str) -> None:
    many = [shop(id=str(number)) for number in range(10_000)]
    body = proposal(*many) if path == "/api/proposals" else drawing(*many)
    fault = only(client, body, "too_many_features", path)
    assert fault["value"] == 10_000
    assert "50" in fault["message"]


def test_too_many_vertices(client: TestClient) -> None:
    zigzag = [(12.28 + number % 2 / 1e4, 55.65) for number in range(60_000)]
    fault = only(client, drawing(feature("connection", line(*zigzag))), "too_many_vertices")
    assert fault["value"] == 60_000


def test_a_million_vertices(client: TestClient) -> None:
    positions = ",".join(["[12,55]"] * 1_000_000)
    head = json.dumps(drawing(feature("connection", line()))).partition("[]")
    body = f"{head[0]}[{positions}]{head[2]}"
    assert json.loads(body)
    status, problem = post(client, "/api/assess", body)
    assert status == 413
    assert problem["type"] == "/problems/body-too-large"


def test_fifty_megabytes_announced(client: TestClient) -> None:
    status, problem = post(client, "/api/assess", b" " * 50_000_000)
    assert status == 413
    assert "2000000 bytes" in problem["detail"]


def test_fifty_megabytes_unannounced(client: TestClient) -> None:
    sent = 0

    def chunks() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(50):
            sent += 1
            yield b" " * 1_000_000

    answer = client.post(
        "/api/proposals", content=chunks(), headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("query", "code", "parameter"),
    [
        ("area=atlantis", "unknown_area", "area"),
        ("area=%00", "unknown_area", "area"),
        ("bbox=1,2,3", "bad_bbox", "bbox"),
        ("bbox=a,b,c,d", "bad_bbox", "bbox"),
        ("bbox=12.4,55.6,12.3,55.7", "bad_bbox", "bbox"),
        ("bbox=12.3,55.7,12.4,55.6", "bad_bbox", "bbox"),
        ("bbox=nan,nan,nan,nan", "bad_bbox", "bbox"),
        ("bbox=inf,0,1,1", "bad_bbox", "bbox"),
        ("bbox=707000,6171000,708000,6172000", "bad_bbox", "bbox"),
        ("limit=0", "out_of_range", "limit"),
        ("limit=10001", "out_of_range", "limit"),
        ("limit=ten", "wrong_type", "limit"),
        ("offset=-1", "out_of_range", "offset"),
        ("scope=near", "not_one_of", "scope"),
        ("categori=school", "unknown_parameter", "categori"),
        ("category=casino", "not_one_of", "category"),
    ],
)
def test_parameters_of_a_list(client: TestClient, query: str, code: str, parameter: str) -> None:
    answer = client.get(f"/api/facilities?{query}")
    assert answer.status_code == 422
    assert [(f["code"], f["parameter"]) for f in answer.json()["errors"]] == [(code, parameter)]


def test_area_and_bbox_are_refused_together(client: TestClient) -> None:
    errors = client.get("/api/homes?area=x&bbox=y").json()["errors"]
    assert {fault["code"] for fault in errors} == {"unknown_area", "bad_bbox"}


def test_danish_is_spoken_where_nothing_else_is_asked_for(client: TestClient) -> None:
    answer = client.get("/api/areas/atlantis", headers={"Accept-Language": "de"})
    assert answer.headers["content-language"] == "da"
    assert answer.json()["title"] == "Området kendes ikke"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/nowhere", 404),
        ("GET", "/api/areas/atlantis", 404),
        ("GET", "/api/areas/a%00b", 404),
        ("GET", "/api/areas/atlantis/model", 404),
        ("POST", "/api/streets", 405),
        ("GET", "/api/proposals/not-a-uuid", 422),
        ("GET", "/api/proposals/00000000-0000-0000-0000-000000000000", 404),
    ],
)
def test_addresses(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status


def test_the_fault_of_an_import_points_into_the_file(client: TestClient) -> None:
    document = {**collection(shop(55.6, 12.3), shop()), "forbind": {"area": "x"}}
    faults = refused(client, document, "/api/proposals/import")
    assert {(fault["code"], fault["pointer"]) for fault in faults} == {
        ("missing", "/forbind/name"),
        ("unknown_area", "/forbind/area"),
        ("swapped_coordinates", "/features/0/geometry/coordinates"),
    }


def nested(levels: int) -> str:
    return "[" * levels + "]" * levels


INSIDE = '{"area": "taastrupgaard", "interventions": {"type": "FeatureCollection", "features": '
DRAWN = '[{"type": "Feature", "properties": {"kind": "housing"}, '


@pytest.mark.parametrize("levels", [20, 200, 900, 990, 5_000])
@pytest.mark.parametrize(
    "body",
    [
        '{"area": %s, "interventions": {"type": "FeatureCollection", "features": []}}',
        '{"other": %s}',
        '{"area": "taastrupgaard", "interventions": %s}',
        INSIDE + "%s}}",
        INSIDE + '[], "crs": %s}}',
        INSIDE + DRAWN + '"geometry": {"type": "Point", "coordinates": %s}}]}}',
        INSIDE + DRAWN + '"id": %s, "geometry": null}]}}',
    ],
)
def test_depth_anywhere(client: TestClient, body: str, levels: int) -> None:
    assert refused(client, body % nested(levels))


@pytest.mark.parametrize("number", ["1" + "0" * 400, "-1" + "0" * 400, "1" + "0" * 4_000])
def test_numbers_too_large_for_anything(client: TestClient, number: str) -> None:
    coordinate = json.dumps(drawing(shop(id="a"))).replace("12.2905", number)
    only(client, coordinate, "bad_coordinates")
    capacity = json.dumps(drawing(shop(id="a", capacity=7))).replace(": 7", f": {number}")
    only(client, capacity, "out_of_range")
    cutoff = json.dumps(drawing(cutoffs_min=[7])).replace("[7]", f"[{number}]")
    only(client, cutoff, "out_of_range")
    mode = json.dumps(drawing()).replace('"taastrupgaard"', number)
    only(client, mode, "wrong_type")
