"""The main job: a path from Tåstrupgård towards Taastrup Station, checked from outside.

Everything is recomputed from `/model` with NetworkX alone: milliseconds must be equal, not close.
"""

from typing import Any

import networkx as nx
import pytest
from fastapi.testclient import TestClient
from pyproj import Transformer

from tests.app.drawn import AREA, collection, feature, line

TO_DEGREES = Transformer.from_crs(25832, 4326, always_xy=True)
STATION = "taastrup-stop-000008600620"
NORTH_EAST_HOMES = ("taastrup-home-0795", "taastrup-home-0796")
"""They look towards the station across the lawn, and today walk round three sides of it."""

PATH_TO_THE_STATION = feature(
    "connection",
    line(*(TO_DEGREES.transform(x, y) for x, y in ((707132, 6172575), (707455, 6172424)))),
    id="path",
    grade="at_grade",
)


def answer(client: TestClient, *features: dict[str, Any]) -> dict[str, Any]:
    body = {"area": AREA, "interventions": collection(*features), "detail": ["homes"]}
    response = client.post("/api/assess", json=body)
    assert response.status_code == 200, response.text
    return response.json()


def model(client: TestClient, *features: dict[str, Any]) -> dict[str, Any]:
    response = client.post(
        f"/api/areas/{AREA}/model", json={"interventions": collection(*features)}
    )
    assert response.status_code == 200, response.text
    return response.json()


def add_arc(graph: nx.DiGraph, tail: str, head: str, time_ms: int | None) -> None:
    if time_ms is not None and time_ms < graph.get_edge_data(tail, head, {}).get("ms", 1 << 60):
        graph.add_edge(tail, head, ms=time_ms)


def graph_of(model: dict[str, Any], mode: str) -> nx.DiGraph:
    """Streets, homes with their ways out, facilities with their ways in."""
    key = f"{mode}_ms"
    graph = nx.DiGraph()
    for edge in model["edges"]:
        add_arc(graph, edge["u"], edge["v"], edge[key])
        add_arc(graph, edge["v"], edge["u"], edge.get(f"{key}_back", edge[key]))
    for origin in model["origins"]:
        for way in origin["connectors"]:
            add_arc(graph, f"home {origin['id']}", way["node"], way[key])
    for facility in model["facilities"]:
        for way in facility["connectors"]:
            add_arc(graph, way["node"], f"facility {facility['id']}", way[key])
    return graph


def nearest_ms(model: dict[str, Any], mode: str, category: str) -> dict[str, int | None]:
    """Milliseconds from each home to the nearest of a category, by NetworkX."""
    graph = graph_of(model, mode).reverse(copy=False)
    wanted = [
        f"facility {facility['id']}"
        for facility in model["facilities"]
        if facility["category"] == category
    ]
    times = nx.multi_source_dijkstra_path_length(
        graph, [node for node in wanted if node in graph], weight="ms"
    )
    return {origin["id"]: times.get(f"home {origin['id']}") for origin in model["origins"]}


def values(answer: dict[str, Any], state: str, mode: str, category: str) -> dict[str, int | None]:
    homes = answer["homes"]
    found = next(
        column
        for column in homes["values"]
        if column["indicator"] == "travel_time_nearest"
        and (column["mode"], column["category"]) == (mode, category)
    )
    return dict(zip(homes["ids"], found[state], strict=True))


@pytest.fixture(scope="module")
def answered(client: TestClient) -> dict[str, Any]:
    return answer(client, PATH_TO_THE_STATION)


def test_named_homes_get_minutes_closer_to_the_station(answered: dict[str, Any]) -> None:
    before = values(answered, "baseline", "walk", "station")
    after = values(answered, "proposal", "walk", "station")
    for home in NORTH_EAST_HOMES:
        assert before[home] is not None
        assert after[home] is not None
        assert before[home] - after[home] >= 3 * 60_000


def test_nobody_gets_further_from_anything(answered: dict[str, Any]) -> None:
    for column in answered["homes"]["values"]:
        if column["indicator"] != "travel_time_nearest":
            continue
        for before, after in zip(column["baseline"], column["proposal"], strict=True):
            assert before is None or (after is not None and after <= before)


@pytest.mark.parametrize("mode", ["walk", "bike"])
@pytest.mark.parametrize("category", ["station", "school", "grocery", "workplace"])
def test_networkx_over_the_model_gives_the_same_milliseconds(
    client: TestClient, answered: dict[str, Any], mode: str, category: str
) -> None:
    for state, drawn in (("baseline", ()), ("proposal", (PATH_TO_THE_STATION,))):
        told = values(answered, state, mode, category)
        assert told == nearest_ms(model(client, *drawn), mode, category)


def test_the_station_itself_is_what_they_reach(client: TestClient) -> None:
    patched = model(client, PATH_TO_THE_STATION)
    graph = graph_of(patched, "walk")
    told = values(answer(client, PATH_TO_THE_STATION), "proposal", "walk", "station")
    for home in NORTH_EAST_HOMES:
        route_ms = nx.dijkstra_path_length(
            graph, f"home {home}", f"facility {STATION}", weight="ms"
        )
        assert told[home] == route_ms


def test_an_empty_drawing_changes_nothing(client: TestClient) -> None:
    nothing = answer(client)
    for column in nothing["homes"]["values"]:
        assert column["baseline"] == column["proposal"]
    assert all(row["change"] in (0, None) for row in nothing["indicators"])
