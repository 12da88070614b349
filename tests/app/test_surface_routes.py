"""What a drawing changes for every node, asked over HTTP: checked against NetworkX."""

from typing import Any

import networkx as nx
import pytest
from fastapi.testclient import TestClient

from app.services import surfaces
from tests.app.drawn import AREA, collection, drawing, feature, line, shop

PATH = feature("connection", line((12.2880, 55.6545), (12.2890, 55.6550)))
CUTOFFS_MIN = [5, 10]


def graph_of(model: dict[str, Any], mode: str) -> "nx.DiGraph[str]":
    """Lay the exported model out turned round, to search from the facilities."""
    graph: nx.DiGraph[str] = nx.DiGraph()

    def add(tail: str, head: str, time_ms: int | None) -> None:
        if time_ms is not None:
            known = graph.get_edge_data(head, tail, {"ms": time_ms})["ms"]
            graph.add_edge(head, tail, ms=min(known, time_ms))

    for edge in model["edges"]:
        add(edge["u"], edge["v"], edge[f"{mode}_ms"])
        add(edge["v"], edge["u"], edge.get(f"{mode}_ms_back", edge[f"{mode}_ms"]))
    for facility in model["facilities"]:
        for connector in facility["connectors"]:
            add(connector["node"], f"to {facility['id']}", connector[f"{mode}_ms"])
    return graph


def reached(model: dict[str, Any], mode: str, category: str) -> dict[str, list[int]]:
    """Give for each node its times to the facilities of a category within the largest cutoff."""
    graph = graph_of(model, mode)
    found: dict[str, list[int]] = {}
    for facility in model["facilities"]:
        if facility["category"] == category and f"to {facility['id']}" in graph:
            times = nx.single_source_dijkstra_path_length(
                graph, f"to {facility['id']}", cutoff=CUTOFFS_MIN[-1] * 60_000, weight="ms"
            )
            for node, time in times.items():
                found.setdefault(node, []).append(time)
    return found


@pytest.mark.parametrize("mode", ["walk", "bike"])
def test_networkx_confirms_every_node(client: TestClient, mode: str) -> None:
    """A new shop by a new path: both what is told to change and what is not."""
    more = {"mode": mode, "cutoffs_min": CUTOFFS_MIN, "categories": ["grocery"]}
    body = drawing(PATH, shop(), **more)
    answer = client.post("/api/surface", json=body).json()
    assert answer["ok"], answer
    body = {"interventions": collection(PATH, shop())}
    before = client.get(f"/api/areas/{AREA}/model").json()
    after = client.post(f"/api/areas/{AREA}/model", json=body).json()
    changed = answer["nodes"]["ids"]
    assert len(changed) > 20
    for state, model in (("baseline", before), ("proposal", after)):
        times = reached(model, mode, "grocery")
        for row in answer["values"]:
            for node, value in zip(changed, row[state], strict=True):
                here = times.get(node, [])
                if row["indicator"] == "travel_time_nearest":
                    assert value == min(here, default=None)
                else:
                    assert value == sum(time <= row["cutoff_min"] * 60_000 for time in here)
    old, new = reached(before, mode, "grocery"), reached(after, mode, "grocery")
    for node in {row["id"] for row in before["nodes"]} - set(changed):
        assert min(old.get(node, []), default=None) == min(new.get(node, []), default=None)


def test_nothing_drawn_changes_no_node(client: TestClient) -> None:
    answer = client.post("/api/surface", json=drawing()).json()
    assert answer["ok"]
    assert answer["nodes"] == {"ids": [], "lon": [], "lat": []}
    assert answer["values"] == []
    assert len(answer["parameters"]["categories"]) == 13


def test_a_column_is_as_long_as_the_nodes_and_somewhere_differs(client: TestClient) -> None:
    answer = client.post("/api/surface", json=drawing(shop())).json()
    nodes = answer["nodes"]
    assert len(nodes["ids"]) == len(nodes["lon"]) == len(nodes["lat"]) > 0
    assert {row["category"] for row in answer["values"]} == {"grocery"}
    for row in answer["values"]:
        assert len(row["baseline"]) == len(row["proposal"]) == len(nodes["ids"])
        assert row["baseline"] != row["proposal"]


def test_every_fault_is_told_at_once(client: TestClient) -> None:
    body = drawing(
        feature("connection", line((12.288, 55.6545), (12.288, 55.6545))),
        mode="swim",
        categories=["grocery", "pub"],
        cutoffs_min=[0],
        area="atlantis",
    )
    answer = client.post("/api/surface", json=body)
    assert answer.status_code == 422
    pointers = {fault["pointer"] for fault in answer.json()["errors"]}
    assert {"/mode", "/categories/1", "/cutoffs_min/0", "/area"} <= pointers


def test_a_drawing_with_an_error_is_refused(client: TestClient) -> None:
    alone = feature("connection", line((12.0, 55.5), (12.001, 55.5)))
    answer = client.post("/api/surface", json=drawing(alone))
    assert answer.status_code == 422
    assert answer.json()["type"] == "/problems/invalid-interventions"


def test_an_answer_too_large_is_refused_and_says_what_to_do(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surfaces, "MOST_VALUES", 10)
    answer = client.post("/api/surface", json=drawing(shop()))
    assert answer.status_code == 422
    (fault,) = answer.json()["errors"]
    assert fault["code"] == "too_many_values"
    assert "fewer" in fault["message"]
