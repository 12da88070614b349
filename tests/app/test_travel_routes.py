"""How far one gets and which way, asked over HTTP; bad questions included."""

from typing import Any

import networkx as nx
import pytest
from fastapi.testclient import TestClient
from shapely.geometry import shape

from tests.app.drawn import AREA, collection, line, shop
from tests.app.drawn import feature as drawn_feature
from tests.app.test_assess_routes import example_of, graph_of

HERE = "lon=12.2835&lat=55.6555"
FAR_OFF = "lon=12.1600&lat=55.6800"


def get(client: TestClient, address: str) -> dict[str, Any]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.json()
    document: dict[str, Any] = answer.json()
    return document


def post(client: TestClient, path: str, body: object) -> dict[str, Any]:
    answer = client.post(path, json=body)
    assert answer.status_code == 200, answer.json()
    document: dict[str, Any] = answer.json()
    return document


@pytest.mark.parametrize("mode", ["walk", "bike"])
def test_rings_nest_and_are_the_cells(client: TestClient, mode: str) -> None:
    asked = f"{HERE}&mode={mode}&minutes=15,5,10&cell_m=100&crs=25832"
    answer = client.get(f"/api/isochrone?{asked}")
    assert answer.headers["content-type"] == "application/geo+json"
    document = answer.json()
    assert document["minutes"] == [5, 10, 15]
    assert document["crs"]["properties"]["name"] == "urn:ogc:def:crs:EPSG::25832"
    one, two, three = (shape(feature["geometry"]) for feature in document["features"])
    assert 0 < one.area < two.area < three.area
    assert one.within(two)
    assert two.within(three)
    cells = get(client, f"/api/isochrone?{asked}&form=grid")["features"]
    for ring, minutes in ((one, 5), (two, 10), (three, 15)):
        inside = [cell for cell in cells if cell["properties"]["minutes"] <= minutes]
        assert ring.area == len(inside) * 100 * 100
        assert all(cell["properties"]["time_ms"] <= minutes * 60_000 for cell in inside)


def test_an_answer_is_degrees_where_nothing_else_is_asked_for(client: TestClient) -> None:
    document = get(client, f"/api/isochrone?{HERE}")
    assert "crs" not in document
    assert document["place"] == "taastrup"
    (west, south, east, north) = shape(document["features"][-1]["geometry"]).bounds
    assert 12.25 < west < 12.2835 < east < 12.32
    assert 55.63 < south < 55.6555 < north < 55.68


def test_a_ring_may_be_empty(client: TestClient) -> None:
    # The middle of a large cell is further off than a minute.
    document = get(client, f"/api/isochrone?{HERE}&minutes=1&cell_m=250")
    (ring,) = document["features"]
    assert ring["geometry"] == {"type": "MultiPolygon", "coordinates": []}
    assert ring["properties"] == {"minutes": 1, "area_m2": 0}


def test_stretches_have_the_time_at_both_ends(client: TestClient) -> None:
    document = get(client, f"/api/isochrone?{HERE}&form=network&minutes=5,10")
    assert document["cell_m"] is None
    for stretch in document["features"]:
        properties = stretch["properties"]
        assert max(properties["start_ms"], properties["end_ms"]) <= properties["minutes"] * 60_000
        assert isinstance(properties["street"], int)
    cut = [row["properties"] for row in document["features"]]
    assert any(row["end_ms"] == 600_000 or row["start_ms"] == 600_000 for row in cut)


def test_a_wheelchair_reaches_less_than_a_walker(client: TestClient) -> None:
    asked = f"/api/isochrone?{HERE}&minutes=10"
    walker, wheels = get(client, asked), get(client, f"{asked}&lens=wheelchair")
    assert (walker["lens"], wheels["lens"]) == (None, "wheelchair")
    areas = [answer["features"][0]["properties"]["area_m2"] for answer in (walker, wheels)]
    assert 0 < areas[1] < areas[0]
    ends = "from=12.2835,55.6555&to=12.29,55.657"
    slower = get(client, f"/api/route?{ends}&lens=wheelchair")
    faster = get(client, f"/api/route?{ends}")
    assert slower["baseline"]["time_ms"] > faster["baseline"]["time_ms"]
    for side in (slower["baseline"], faster["baseline"]):
        assert sum(part["time_ms"] for part in side["parts"]) == side["time_ms"]


def test_a_kept_proposal_reaches_further_than_nothing(client: TestClient) -> None:
    example = example_of(client, AREA)
    asked = "/api/isochrone?lon=12.288&lat=55.656&minutes=15&form=grid&cell_m=50"
    before = get(client, asked)["features"]
    after = get(client, f"{asked}&proposal={example['id']}")["features"]
    times = {cell["id"]: cell["properties"]["time_ms"] for cell in after}
    assert len(after) > len(before)
    assert all(times[cell["id"]] <= cell["properties"]["time_ms"] for cell in before)
    body = {"lon": 12.288, "lat": 55.656, "minutes": [15], "form": "grid", "cell_m": 50}
    drawn = post(client, "/api/isochrone", {**body, "interventions": example["interventions"]})
    assert drawn["features"] == after


def test_an_answer_is_kept_until_the_drawing_changes(client: TestClient) -> None:
    address = f"/api/isochrone?{HERE}&minutes=5"
    etag = client.get(address).headers["etag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    other = f"{address}&direction=to"
    assert client.get(other, headers={"If-None-Match": etag}).status_code == 200


def faults(client: TestClient, address: str) -> list[tuple[str, str | None]]:
    answer = client.get(address)
    assert answer.status_code == 422, answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    return [(fault["code"], fault["parameter"]) for fault in answer.json()["errors"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [("missing", "lon"), ("missing", "lat")]),
        ("lon=12.28", [("missing", "lat")]),
        ("lon=a&lat=55.65", [("wrong_type", "lon")]),
        ("lon=nan&lat=55.65", [("not_a_number", "lon")]),
        ("lon=55.6555&lat=12.2835", [("swapped_coordinates", "lon")]),
        ("lon=706874&lat=6172491", [("position_in_metres", "lon")]),
        ("lon=2.35&lat=48.85", [("outside_denmark", "lon")]),
        ("lon=10.2&lat=56.15", [("outside_place", "lon")]),
        (f"{HERE}&minutes=", [("wrong_type", "minutes")]),
        (f"{HERE}&minutes=0", [("out_of_range", "minutes")]),
        (f"{HERE}&minutes=5,61", [("out_of_range", "minutes")]),
        (f"{HERE}&minutes=5;10", [("wrong_type", "minutes")]),
        (f"{HERE}&minutes={','.join(map(str, range(1, 15)))}", [("bad_length", "minutes")]),
        (f"{HERE}&mode=horse", [("not_one_of", "mode")]),
        (f"{HERE}&direction=past", [("not_one_of", "direction")]),
        (f"{HERE}&form=star", [("not_one_of", "form")]),
        (f"{HERE}&cell_m=7", [("not_one_of", "cell_m")]),
        (f"{HERE}&crs=3857", [("not_one_of", "crs")]),
        (f"{HERE}&area=atlantis", [("unknown_area", "area")]),
        (f"{HERE}&area=%00", [("unknown_area", "area")]),
        (f"{HERE}&area=stengaardsvej", [("outside_place", "lon")]),
        (f"{HERE}&proposal=mine", [("wrong_type", "proposal")]),
        (f"{HERE}&minuts=5", [("unknown_parameter", "minuts")]),
        (
            "lon=55.6555&lat=12.2835&minutes=0,5&mode=horse&area=atlantis",
            [
                ("not_one_of", "mode"),
                ("out_of_range", "minutes"),
                ("unknown_area", "area"),
                ("swapped_coordinates", "lon"),
            ],
        ),
    ],
)
def test_every_fault_of_a_question_is_told(
    client: TestClient, query: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(faults(client, f"/api/isochrone?{query}")) == sorted(expected)


def test_a_point_far_from_every_street(client: TestClient) -> None:
    # Fields at the north-western corner of the window.
    answer = client.get(f"/api/isochrone?{FAR_OFF}")
    assert answer.status_code == 422
    (fault,) = answer.json()["errors"]
    assert (fault["code"], fault["parameter"]) == ("far_from_street", "lon")
    assert (fault["lon"], fault["lat"]) == (12.16, 55.68)


def test_too_many_cells_are_refused_with_a_way_out(client: TestClient) -> None:
    answer = client.get(f"/api/isochrone?{HERE}&mode=bike&minutes=60&form=grid&cell_m=25")
    assert answer.status_code == 422
    (fault,) = answer.json()["errors"]
    assert fault["code"] == "too_many_cells"
    assert "40000" in fault["message"]


def test_a_proposal_that_is_not_there_or_for_another_area(client: TestClient) -> None:
    nobody = "00000000-0000-0000-0000-000000000000"
    assert client.get(f"/api/isochrone?{HERE}&proposal={nobody}").status_code == 404
    example = example_of(client, AREA)["id"]
    assert faults(client, f"/api/isochrone?{HERE}&proposal={example}&area=gadehavegaard") == [
        ("other_area", "area")
    ]


def test_every_fault_of_a_body_is_told(client: TestClient) -> None:
    body = {
        "lon": 55.6555,
        "lat": 12.2835,
        "minutes": [5, "x"],
        "area": "atlantis",
        "interventions": collection(shop(55.6565, 12.2905)),
    }
    answer = client.post("/api/isochrone", json=body)
    assert answer.status_code == 422
    assert {(fault["code"], fault["pointer"]) for fault in answer.json()["errors"]} == {
        ("wrong_type", "/minutes/1"),
        ("unknown_area", "/area"),
        ("swapped_coordinates", "/lon"),
        ("swapped_coordinates", "/interventions/features/0/geometry/coordinates"),
    }


def test_a_drawing_with_an_error_is_refused_with_its_place(client: TestClient) -> None:
    nowhere = drawn_feature("connection", line((12.1601, 55.6801), (12.1611, 55.6801)), id="a")
    body = {"lon": 12.2835, "lat": 55.6555, "interventions": collection(nowhere)}
    answer = client.post("/api/isochrone", json=body)
    assert answer.status_code == 422
    assert [fault["code"] for fault in answer.json()["errors"]] == ["touches_no_street"]


def home_and_facility(model: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    home = next(origin for origin in model["origins"] if origin["area"] == AREA)
    station = next(place for place in model["facilities"] if place["category"] == "station")
    return home, station


def lonlat_of(client: TestClient, layer: str, identity: str) -> str:
    rows = client.get(f"/api/{layer}?area={AREA}&limit=10000").json()["features"]
    (found,) = [row for row in rows if row["id"] == identity]
    lon, lat = found["geometry"]["coordinates"]
    return f"{lon},{lat}"


@pytest.mark.parametrize("mode", ["walk", "bike"])
def test_a_route_takes_as_long_as_networkx_says(client: TestClient, mode: str) -> None:
    example = example_of(client, AREA)
    before = client.get(f"/api/areas/{AREA}/model").json()
    after = client.get(f"/api/areas/{AREA}/model?proposal={example['id']}").json()
    home, station = home_and_facility(before)
    ends = (
        f"from={lonlat_of(client, 'homes', home['id'])}"
        f"&to={lonlat_of(client, 'facilities', station['id'])}"
    )
    found = get(client, f"/api/route?{ends}&mode={mode}&proposal={example['id']}&crs=25832")
    for side, model in (("baseline", before), ("proposal", after)):
        graph = graph_of(model, mode)
        for connector in station["connectors"]:
            graph.add_edge(connector["node"], "the station", ms=connector[f"{mode}_ms"])
        times = nx.single_source_dijkstra_path_length(graph, f"home {home['id']}", weight="ms")
        route = found[side]
        assert route["time_ms"] == times["the station"]
        assert sum(part["time_ms"] for part in route["parts"]) == route["time_ms"]
        assert shape(route["geometry"]).length == pytest.approx(route["length_m"], abs=0.1)
        assert [part["kind"] for part in route["parts"]][0 :: len(route["parts"]) - 1] == [
            "connector",
            "connector",
        ]
    assert found["change_ms"] == found["proposal"]["time_ms"] - found["baseline"]["time_ms"] <= 0
    assert found["baseline"]["features"] == []


def test_a_drawn_route_names_what_it_uses(client: TestClient) -> None:
    # Straight across: the path itself is the way.
    path = drawn_feature("connection", line((12.2835, 55.6555), (12.2900, 55.6570)), id="sti")
    ends = {"from": [12.2835, 55.6555], "to": [12.2900, 55.6570]}
    found = post(client, "/api/route", {**ends, "interventions": collection(path)})
    assert found["proposal"]["features"] == ["sti"]
    assert found["proposal"]["time_ms"] < found["baseline"]["time_ms"]
    (part,) = [part for part in found["proposal"]["parts"] if part["kind"] == "drawn"]
    assert part["grade"] == "at_grade"
    assert part["street"] is None
    street = next(part for part in found["baseline"]["parts"] if part["kind"] == "street")
    assert street["street_class"]


def test_nothing_drawn_is_the_same_way_twice(client: TestClient) -> None:
    found = get(client, "/api/route?from=12.2835,55.6555&to=12.29,55.657")
    assert found["baseline"] == found["proposal"]
    assert found["change_ms"] == 0


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [("missing", "from"), ("missing", "to")]),
        ("from=12.28,55.65&to=12.29", [("bad_length", "to")]),
        ("from=12.28,55.65&to=12.29,a", [("wrong_type", "to")]),
        ("from=12.2835,55.6555&to=12.2835,55.6555", [("same_position", "to")]),
        ("from=12.2835,55.6555&to=55.657,12.29", [("swapped_coordinates", "to")]),
        # One in Taastrup, one in Esbjerg: no way between them is known here.
        ("from=12.2835,55.6555&to=8.47,55.49", [("outside_place", "to")]),
        (
            "from=55.6555,12.2835&to=2,48&mode=horse",
            [
                ("not_one_of", "mode"),
                ("outside_denmark", "to"),
                ("swapped_coordinates", "from"),
            ],
        ),
    ],
)
def test_every_fault_of_a_pair_is_told(
    client: TestClient, query: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(faults(client, f"/api/route?{query}")) == expected


def test_why_a_home_walks_less_to_the_station(client: TestClient) -> None:
    example = example_of(client, AREA)
    body = {
        "area": AREA,
        "interventions": example["interventions"],
        "detail": ["homes", "routes"],
        "modes": ["walk"],
        "route_categories": ["station"],
        "route_homes": 3,
    }
    answer = post(client, "/api/assess", body)
    told = answer["routes"]
    assert 0 < len(told) <= 3
    changes = [story["change_ms"] for story in told]
    assert changes == sorted(changes)
    ids = answer["homes"]["ids"]
    (row,) = [
        values
        for values in answer["homes"]["values"]
        if (values["indicator"], values["category"]) == ("travel_time_nearest", "station")
    ]
    for story in told:
        at = ids.index(story["home"])
        assert story["baseline"]["route"]["time_ms"] == row["baseline"][at]
        assert story["proposal"]["route"]["time_ms"] == row["proposal"][at]
        assert story["proposal"]["route"]["features"]
        address = f"/api/why?home={story['home']}&category=station&proposal={example['id']}"
        alone = get(client, address)
        assert {name: alone[name] for name in story} == story
        drawn = post(
            client,
            "/api/why",
            {
                "home": story["home"],
                "category": "station",
                "interventions": example["interventions"],
            },
        )
        assert drawn == alone


def test_a_drawn_home_has_a_way_after_and_none_before(client: TestClient) -> None:
    home = drawn_feature("housing", {"type": "Point", "coordinates": [12.2884, 55.6541]}, id="ny")
    home["properties"]["homes"] = 10
    body = {"home": "ny", "category": "grocery", "interventions": collection(home), "area": AREA}
    answer = post(client, "/api/why", body)
    assert answer["baseline"] is None
    assert answer["proposal"]["route"]["time_ms"] > 0
    assert answer["residents"] == 21


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [("missing", "category"), ("missing", "home")]),
        ("home=x&category=casino", [("not_one_of", "category")]),
        ("home=x&category=school", [("unknown_home", "home")]),
        ("home=%00&category=school", [("unknown_home", "home")]),
        ("home=%C3%B8%22%0A&category=school", [("unknown_home", "home")]),
        ("home=x&category=school&area=atlantis", [("unknown_area", "area")]),
        ("home=x&category=school&cutoffs_min=5,99", [("out_of_range", "cutoffs_min")]),
    ],
)
def test_every_fault_of_a_why_is_told(
    client: TestClient, query: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(faults(client, f"/api/why?{query}")) == expected


def test_a_drawn_home_in_no_known_area_is_not_known(client: TestClient) -> None:
    body = {"home": "ny", "category": "grocery", "interventions": collection()}
    answer = client.post("/api/why", json=body)
    assert answer.status_code == 422
    assert [(row["code"], row["pointer"]) for row in answer.json()["errors"]] == [
        ("unknown_home", "/home")
    ]
