"""What a drawing does, asked over HTTP: checked against NetworkX over the exported model."""

import json
from typing import Any

import networkx as nx
import pytest
from fastapi.testclient import TestClient

from tests.app.drawn import AREA, collection, drawing, feature, line, point, proposal, shop

EXAMPLES = ("taastrupgaard", "vaerebro-park", "stengaardsvej")


def example_of(client: TestClient, area: str) -> dict[str, Any]:
    rows = client.get(f"/api/proposals?is_example=true&area={area}").json()["proposals"]
    document: dict[str, Any] = client.get(f"/api/proposals/{rows[0]['id']}").json()
    return document


def graph_of(model: dict[str, Any], mode: str) -> "nx.DiGraph[str]":
    """Lay the exported model out as a plain directed graph, nothing of Forbind's own in it."""
    graph: nx.DiGraph[str] = nx.DiGraph()

    def add(tail: str, head: str, time_ms: int | None) -> None:
        if time_ms is None:
            return
        known = graph.get_edge_data(tail, head, {"ms": time_ms})["ms"]
        graph.add_edge(tail, head, ms=min(known, time_ms))

    for edge in model["edges"]:
        add(edge["u"], edge["v"], edge[f"{mode}_ms"])
        add(edge["v"], edge["u"], edge.get(f"{mode}_ms_back", edge[f"{mode}_ms"]))
    for origin in model["origins"]:
        for connector in origin["connectors"]:
            add(f"home {origin['id']}", connector["node"], connector[f"{mode}_ms"])
    for facility in model["facilities"]:
        for connector in facility["connectors"]:
            add(connector["node"], f"to {facility['category']}", connector[f"{mode}_ms"])
    return graph


def nearest(model: dict[str, Any], mode: str, category: str) -> dict[str, int]:
    """Find each home's time to the nearest facility, by Dijkstra from the facilities' side."""
    graph = graph_of(model, mode)
    target = f"to {category}"
    if target not in graph:
        return {}
    times = nx.single_source_dijkstra_path_length(graph.reverse(copy=False), target, weight="ms")
    homes = (origin["id"] for origin in model["origins"])
    return {home: times[f"home {home}"] for home in homes if f"home {home}" in times}


@pytest.mark.parametrize("area", EXAMPLES)
def test_networkx_confirms_every_home_to_the_millisecond(client: TestClient, area: str) -> None:
    example = example_of(client, area)
    body = {"area": area, "interventions": example["interventions"], "detail": ["homes"]}
    answer = client.post("/api/assess", json=body).json()
    assert answer["ok"], answer
    before = client.get(f"/api/areas/{area}/model").json()
    after = client.get(f"/api/areas/{area}/model?proposal={example['id']}").json()
    homes = answer["homes"]
    compared = 0
    for row in homes["values"]:
        if row["indicator"] != "travel_time_nearest":
            continue
        assert row["unit"] == "ms"
        for state, model in (("baseline", before), ("proposal", after)):
            expected = nearest(model, row["mode"], row["category"])
            known = {origin["id"] for origin in model["origins"]}
            for home, time_ms in zip(homes["ids"], row[state], strict=True):
                assert time_ms == expected.get(home), (row["mode"], row["category"], home, state)
                compared += home in known
    assert compared > 10_000


def test_the_path_from_taastrupgaard_shortens_walks_to_the_station(client: TestClient) -> None:
    """What the whole thing is for: a drawn path, named homes, whole minutes."""
    path = next(
        row
        for row in example_of(client, AREA)["interventions"]["features"]
        if row["properties"]["kind"] == "connection"
    )
    answer = client.post("/api/assess", json=drawing(path, detail=["homes", "edges"])).json()
    homes = answer["homes"]
    (row,) = [
        values
        for values in homes["values"]
        if (values["indicator"], values["mode"], values["category"])
        == ("travel_time_nearest", "walk", "station")
    ]
    gains = {
        home: before - after
        for home, inside, before, after in zip(
            homes["ids"], homes["in_area"], row["baseline"], row["proposal"], strict=True
        )
        if inside and before is not None
    }
    assert max(gains.values()) >= 60_000
    assert min(gains.values()) >= 0
    (area_row,) = [
        value
        for value in answer["indicators"]
        if (value["id"], value["mode"], value["category"])
        == ("travel_time_nearest", "walk", "station")
    ]
    assert area_row["change"] == area_row["proposal"] - area_row["baseline"] < 0
    states = {edge["properties"]["state"] for edge in answer["edges"]["features"]}
    assert states == {"added"}
    assert {join["feature"] for join in answer["joins"]} == {path["id"]}


def test_the_same_question_gets_the_same_answer(client: TestClient) -> None:
    body = drawing(*example_of(client, AREA)["interventions"]["features"], detail=["homes"])
    answers = []
    for _ in range(2):
        answer = client.post("/api/assess", json=body).json()
        answer.pop("elapsed_ms")
        answers.append(answer)
    assert answers[0] == answers[1]


def test_the_answer_names_what_it_was_computed_from(client: TestClient) -> None:
    answer = client.post(
        "/api/assess", json=drawing(modes=["bike", "bike"], cutoffs_min=[10, 5, 10])
    ).json()
    asked = answer["parameters"]
    assert (asked["modes"], asked["cutoffs_min"]) == (["bike"], [5, 10])
    assert asked["indicators"]["travel_time_nearest"]["bike_kmh"] == 16.0
    assert answer["dataset"] == client.get("/health").json()["dataset"]
    assert {row["mode"] for row in answer["indicators"]} <= {"bike", None}
    assert {row["cutoff_min"] for row in answer["indicators"]} <= {5, 10, None}
    assert answer["homes"] is None
    assert answer["edges"] is None
    assert answer["elapsed_ms"] > 0


def test_a_kept_proposal_is_assessed_as_it_was_drawn(client: TestClient) -> None:
    example = example_of(client, AREA)
    address = f"/api/proposals/{example['id']}/assessment"
    kept = client.get(f"{address}?detail=homes")
    posted = client.post(
        "/api/assess",
        json={"area": AREA, "interventions": example["interventions"], "detail": ["homes"]},
    ).json()
    answer = kept.json()
    for timed in (answer, posted):
        timed.pop("elapsed_ms")
    assert answer == posted
    again = client.get(f"{address}?detail=homes", headers={"If-None-Match": kept.headers["etag"]})
    assert again.status_code == 304
    danish = client.get(
        f"{address}?detail=homes",
        headers={"If-None-Match": kept.headers["etag"], "Accept-Language": "da"},
    )
    assert danish.status_code == 200


def test_the_model_takes_a_drawing_by_post_as_by_proposal(client: TestClient) -> None:
    example = example_of(client, AREA)
    by_id = client.get(f"/api/areas/{AREA}/model?proposal={example['id']}").json()
    body = {"interventions": example["interventions"]}
    by_post = client.post(f"/api/areas/{AREA}/model", json=body).json()
    assert by_post == by_id
    plain = client.get(f"/api/areas/{AREA}/model").json()
    assert client.post(f"/api/areas/{AREA}/model", json={"interventions": collection()}).json() == (
        plain
    )


def test_faults_of_the_drawing_come_with_their_places(client: TestClient) -> None:
    lonely = feature("connection", line((12.2613, 55.6737), (12.2616, 55.6737)), id="a")
    casino = feature("facility", point(12.2905, 55.6565), id="b", category="casino")
    answer = client.post("/api/assess", json=drawing(shop(id="c"), lonely, casino))
    problem = answer.json()
    assert answer.status_code == 422
    assert problem["type"] == "/problems/invalid-interventions"
    assert problem["ok"] is False
    assert {(row["code"], row["pointer"], row["feature"]) for row in problem["errors"]} == {
        ("touches_no_street", "/interventions/features/1", "a"),
        ("unknown_category", "/interventions/features/2", "b"),
    }
    assert {row["feature"] for row in problem["issues"]} >= {"a", "b"}
    assert all(row["lon"] and row["lat"] for row in problem["errors"])


def test_the_model_refuses_what_assess_refuses(client: TestClient) -> None:
    lonely = feature("connection", line((12.2613, 55.6737), (12.2616, 55.6737)), id="a")
    body = {"interventions": collection(lonely)}
    answer = client.post(f"/api/areas/{AREA}/model", json=body)
    assert answer.json()["type"] == "/problems/invalid-interventions"


def test_resolving_is_always_answered(client: TestClient) -> None:
    lonely = feature("connection", line((12.2613, 55.6737), (12.2616, 55.6737)), id="a")
    answer = client.post("/api/resolve", json=drawing(lonely))
    assert answer.status_code == 200
    assert answer.json()["ok"] is False
    assert answer.json()["issues"][0]["code"] == "touches_no_street"
    assert answer.json()["issues"][0]["geometry"]["type"]


@pytest.mark.parametrize(("language", "word"), [("da", "Stregen"), ("en", "The outline")])
def test_issues_speak_the_readers_language(client: TestClient, language: str, word: str) -> None:
    loop = line((12.286, 55.654), (12.289, 55.655), (12.289, 55.654), (12.286, 55.655))
    answer = client.post(
        "/api/resolve",
        json=drawing(feature("connection", loop, id="a")),
        headers={"Accept-Language": language},
    )
    assert answer.json()["issues"][0]["message"].startswith(word)


def test_a_proposal_that_cannot_be_assessed_says_why(client: TestClient) -> None:
    lonely = feature("connection", line((12.2613, 55.6737), (12.2616, 55.6737)), id="a")
    kept = client.post("/api/proposals", json=proposal(lonely)).json()
    answer = client.get(f"/api/proposals/{kept['id']}/assessment")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["code"] == "touches_no_street"


# The address says all there is to say.
WITHOUT_A_BODY = {"/api/loads/{load_id}/cancel", "/api/loads/{load_id}/take"}


def test_the_description_fits_the_answers(client: TestClient) -> None:
    """Every answer has a schema that is not empty, and every body is described."""
    document = client.get("/openapi.json").json()
    names = set(document["components"]["schemas"])
    text = json.dumps(document)
    for reference in {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}:
        assert reference in names
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            answers = [code for code in operation["responses"] if code.startswith("2")]
            assert answers, (method, path)
            if method in {"post", "put", "patch"} and path not in WITHOUT_A_BODY:
                assert operation["requestBody"]["content"], (method, path)


def test_the_description_declares_what_a_call_can_be_refused_with(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {"200", "400", "413", "422"} <= paths["/api/assess"]["post"]["responses"].keys()
    assert {"200", "404", "422"} <= paths["/api/areas/{area_id}"]["get"]["responses"].keys()
    assert "404" not in paths["/api/areas"]["get"]["responses"]


def test_only_what_is_asked_for_is_computed(client: TestClient) -> None:
    body = {
        "area": AREA,
        "interventions": collection(),
        "indicators": ["travel_time_nearest", "city_reach"],
        "home_indicators": ["city_reach"],
        "detail": ["homes"],
    }
    answer = client.post("/api/assess", json=body).json()
    assert {row["id"] for row in answer["indicators"]} == {"travel_time_nearest", "city_reach"}
    assert {row["indicator"] for row in answer["homes"]["values"]} == {"city_reach"}
    assert set(answer["parameters"]["indicators"]) == {"travel_time_nearest", "city_reach"}


def test_indicators_and_parameters_nobody_knows_are_all_told(client: TestClient) -> None:
    body = {
        "area": AREA,
        "interventions": collection(),
        "indicators": ["travel_time_nearest", "happiness"],
        "home_indicators": ["wealth"],
        "parameters": {"happiness": {"weight": 1}},
    }
    problem = client.post("/api/assess", json=body)
    assert problem.status_code == 422
    pointers = {fault["pointer"] for fault in problem.json()["errors"]}
    assert pointers == {"/indicators/1", "/home_indicators/0", "/parameters/happiness"}
