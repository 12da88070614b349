"""What the map tells, asked over HTTP: boundary, barriers, catchments, trips along a street."""

import json
import math
import statistics
from typing import Any

import networkx as nx
import pytest
from fastapi.testclient import TestClient
from shapely.geometry import shape

from tests.app.drawn import AREA, collection, drawing, feature, line, point, shop
from tests.app.test_assess_routes import example_of, graph_of

CUTOFFS = (5, 10, 15, 20)


def post(client: TestClient, path: str, body: object) -> dict[str, Any]:
    answer = client.post(path, json=body)
    assert answer.status_code == 200, answer.json()
    document: dict[str, Any] = answer.json()
    return document


def value(answer: dict[str, Any], identity: str, **how: object) -> tuple[Any, Any]:
    (row,) = [
        row
        for row in answer["indicators"]
        if row["id"] == identity and all(row[name] == how[name] for name in how)
    ]
    return row["baseline"], row["proposal"]


def test_the_boundary_is_the_indicators_own(client: TestClient) -> None:
    features = example_of(client, AREA)["interventions"]["features"]
    asked = drawing(
        *features, indicators=["boundary_entrances", "entrance_gap"], detail=["boundary"]
    )
    answer = post(client, "/api/assess", asked)
    assert [row["mode"] for row in answer["boundary"]] == ["walk", "bike"]
    for row in answer["boundary"]:
        metres = sum(ring["length_m"] for ring in row["rings"])
        for side, at in (("baseline", 0), ("proposal", 1)):
            gaps = [gap["length_m"] for ring in row["rings"] for gap in ring[side]]
            mode = {"mode": row["mode"]}
            per_km = row[f"entrances_{side}"] * 1000.0 / metres
            assert value(answer, "boundary_entrances", **mode)[at] == per_km
            longest = value(answer, "entrance_gap", variant="longest", **mode)[at]
            assert longest == max(gaps)
            median = value(answer, "entrance_gap", variant="median", **mode)[at]
            assert median == statistics.median([gap for gap in gaps if gap > 10] or gaps)
    states = {way["state"] for row in answer["boundary"] for r in row["rings"] for way in r["ways"]}
    assert "new" in states
    assert answer["homes"] is answer["severance"] is None


def test_the_stretches_lie_on_the_boundary(client: TestClient) -> None:
    answer = post(client, "/api/assess", drawing(indicators=[], detail=["boundary"]))
    (area,) = [row for row in client.get("/api/areas").json()["features"] if row["id"] == AREA]
    edge = shape(area["geometry"]).boundary
    for ring in answer["boundary"][0]["rings"]:
        for gap in ring["baseline"]:
            # Ten metres inside, a little more where the boundary bends: below 0.0004 degrees.
            assert shape(gap["geometry"]).hausdorff_distance(edge) >= 0
            assert all(edge.distance(p) < 4e-4 for p in map(_point, gap["geometry"]["coordinates"]))


def _point(position: list[float]) -> Any:  # noqa: ANN401 - shapely's own
    return shape({"type": "Point", "coordinates": position})


def test_the_places_along_barriers_make_the_number(client: TestClient) -> None:
    features = example_of(client, AREA)["interventions"]["features"]
    asked = drawing(*features, indicators=["severance"], detail=["severance"], modes=["walk"])
    answer = post(client, "/api/assess", asked)
    told = answer["severance"]
    count = len(told["lon"])
    assert count > 20
    assert {len(column) for column in told.values() if isinstance(column, list)} == {count}
    for side, at in (("baseline", 0), ("proposal", 1)):
        ratios = [
            walk / straight
            for walk, straight in zip(told[f"{side}_m"], told["straight_m"], strict=True)
        ]
        assert value(answer, "severance", variant="mean")[at] == math.fsum(ratios) / count
        assert value(answer, "severance", variant="max")[at] == max(ratios)
        assert max(told[f"{side}_m"]) <= told["longest_m"]
    rode = post(client, "/api/assess", drawing(indicators=[], detail=["severance"], modes=["bike"]))
    assert rode["severance"] is None


@pytest.mark.parametrize("lens", [None, "wheelchair"])
def test_barriers_and_catchments_are_seen_through_a_lens(
    client: TestClient, lens: str | None
) -> None:
    asked = drawing(indicators=["severance"], detail=["severance"], modes=["walk"], lens=lens)
    told = post(client, "/api/assess", asked)["severance"]
    plain = post(client, "/api/assess", {**asked, "lens": None})["severance"]
    pairs = zip(told["baseline_m"], plain["baseline_m"], strict=True)
    assert all(one == two for one, two in pairs) is (lens is None)


def times_to(model: dict[str, Any], mode: str, facility: str) -> dict[str, int]:
    """Find each home's time to one facility, by Dijkstra from the facility's side."""
    graph = graph_of(model, mode)
    (place,) = [row for row in model["facilities"] if row["id"] == facility]
    for connector in place["connectors"]:
        if connector[f"{mode}_ms"] is not None:
            graph.add_edge(connector["node"], "here", ms=connector[f"{mode}_ms"])
    times = nx.single_source_dijkstra_path_length(graph.reverse(copy=False), "here", weight="ms")
    homes = (origin["id"] for origin in model["origins"])
    return {home: times[f"home {home}"] for home in homes if f"home {home}" in times}


@pytest.mark.parametrize("mode", ["walk", "bike"])
def test_networkx_confirms_whom_a_facility_serves(client: TestClient, mode: str) -> None:
    example = example_of(client, AREA)
    before = client.get(f"/api/areas/{AREA}/model").json()
    after = client.get(f"/api/areas/{AREA}/model?proposal={example['id']}").json()
    kind = [row["id"] for row in before["facilities"] if row["category"] == "school"]
    body = {
        "area": AREA,
        "mode": mode,
        "facility": kind[0],
        "cutoffs_min": [20, 5, 10, 15],
        "interventions": example["interventions"],
    }
    told = post(client, "/api/catchment", body)
    assert told["cutoffs_min"] == [5, 10, 15, 20]
    assert told["facility"]["id"] == kind[0]
    homes = told["homes"]
    for side, model, people in (
        ("baseline", before, "residents"),
        ("proposal", after, "residents_proposal"),
    ):
        times = {facility: times_to(model, mode, facility) for facility in kind}
        own = [times[kind[0]].get(home) for home in homes["ids"]]
        assert homes[f"{side}_ms"] == own
        nearest = [
            home in times[kind[0]]
            and times[kind[0]][home] == min(row[home] for row in times.values() if home in row)
            for home in homes["ids"]
        ]
        assert homes[f"nearest_{side}"] == nearest
        columns = list(zip(own, nearest, homes[people], homes["in_area"], strict=True))
        served = told[side]
        for row in served["within"]:
            for group, inside in (("inside", True), ("outside", False)):
                people_within = sum(
                    residents
                    for time, _, residents, lies in columns
                    if time is not None and time <= row["cutoff_min"] * 60_000 and lies is inside
                )
                assert row[group] == pytest.approx(people_within, abs=1e-3)
        for group, inside in (("inside", True), ("outside", False)):
            people_nearest = sum(
                residents for _, chosen, residents, lies in columns if chosen and lies is inside
            )
            assert served["nearest"][group] == pytest.approx(people_nearest, abs=1e-3)


def test_a_drawn_shop_has_a_catchment_and_one_removed_loses_its(client: TestClient) -> None:
    body = {"area": AREA, "facility": "ny", "interventions": collection(shop(id="ny"))}
    told = post(client, "/api/catchment", body)
    assert told["baseline"] is None
    assert told["proposal"]["within"][-1]["inside"] > 0
    assert told["facility"]["name"] == "Ny butik"
    assert set(told["homes"]["baseline_ms"]) == {None}
    model = client.get(f"/api/areas/{AREA}/model").json()
    old = next(row["id"] for row in model["facilities"] if row["category"] == "grocery")
    rows = client.get(f"/api/facilities?area={AREA}&limit=10000").json()["features"]
    lon, lat = next(row for row in rows if row["id"] == old)["geometry"]["coordinates"]
    gone = feature("facility_removal", point(lon, lat), facility_id=old)
    body = {"area": AREA, "facility": old, "interventions": collection(gone)}
    told = post(client, "/api/catchment", body)
    assert told["proposal"] is None
    assert told["baseline"]["within"][0]["cutoff_min"] == 5


def busiest(client: TestClient, features: list[Any]) -> tuple[dict[str, Any], dict[str, Any], int]:
    asked = drawing(*features, indicators=["edge_flow"], detail=["streets"], modes=["walk"])
    streets = post(client, "/api/assess", asked)["streets"]
    (column,) = streets["values"]
    changes = [
        abs((after or 0.0) - (before or 0.0))
        for before, after in zip(column["baseline"], column["proposal"], strict=True)
    ]
    return streets, column, changes.index(max(changes))


def test_the_trips_along_a_street_make_its_number(client: TestClient) -> None:
    features = example_of(client, AREA)["interventions"]["features"]
    streets, column, row = busiest(client, features)
    body = {"area": AREA, "interventions": collection(*features)}
    told = post(client, "/api/why-street", {**body, "street": str(streets["ids"][row]), "flows": 3})
    assert told["baseline"] == pytest.approx(column["baseline"][row])
    assert told["proposal"] == pytest.approx(column["proposal"][row])
    change = told["proposal"] - told["baseline"]
    assert told["gained"] - told["lost"] == pytest.approx(change, abs=1e-3)
    assert len(told["flows"]) == 3 < told["destinations"]
    sizes = [abs(flow["change"]) for flow in told["flows"]]
    assert sizes == sorted(sizes, reverse=True)
    for flow in told["flows"]:
        example = flow["example"]
        assert flow["change"] == pytest.approx(flow["proposal"] - flow["baseline"])
        asked = (
            f"/api/route?from={example['lon']},{example['lat']}"
            f"&to={flow['facility']['lon']},{flow['facility']['lat']}&area={AREA}"
        )
        plain = client.get(asked).json()["baseline"]
        assert example["baseline"]["time_ms"] == plain["time_ms"]
    drawn = post(client, "/api/why-street", {**body, "street": streets["drawn_ids"][0]})
    assert drawn["baseline"] is None
    assert drawn["proposal"] == pytest.approx(column["drawn"][0])


@pytest.mark.parametrize(
    ("path", "change", "expected"),
    [
        ("catchment", {"facility": "nowhere"}, ("unknown_facility", "/facility")),
        ("catchment", {"facility": ""}, ("bad_length", "/facility")),
        ("catchment", {"cutoffs_min": [0]}, ("out_of_range", "/cutoffs_min/0")),
        ("catchment", {"area": "atlantis"}, ("unknown_area", "/area")),
        ("catchment", {"mode": "horse"}, ("not_one_of", "/mode")),
        ("why-street", {"street": "1"}, ("unknown_street", "/street")),
        ("why-street", {"street": "x0"}, ("unknown_street", "/street")),
        ("why-street", {"street": "12; drop"}, ("unknown_street", "/street")),
        ("why-street", {"flows": 21}, ("out_of_range", "/flows")),
        ("why-street", {"cutoff_min": 61}, ("out_of_range", "/cutoff_min")),
        ("why-street", {"lens": "owl"}, ("not_one_of", "/lens")),
    ],
)
def test_a_bad_question_is_told_where(
    client: TestClient, path: str, change: dict[str, Any], expected: tuple[str, str]
) -> None:
    subject = {"facility": "x"} if path == "catchment" else {"street": "1"}
    body = {"area": AREA, "interventions": collection(), **subject, **change}
    answer = client.post(f"/api/{path}", json=body)
    assert answer.status_code == 422
    assert expected in [(fault["code"], fault["pointer"]) for fault in answer.json()["errors"]]
    for fault in answer.json()["errors"]:
        assert fault["message"]


@pytest.mark.parametrize("path", ["catchment", "why-street"])
def test_a_drawing_with_an_error_is_refused(client: TestClient, path: str) -> None:
    nowhere = feature("connection", line((12.1601, 55.6801), (12.1611, 55.6801)), id="a")
    subject = {"facility": "x"} if path == "catchment" else {"street": "1"}
    body = {"area": AREA, "interventions": collection(nowhere), **subject}
    answer = client.post(f"/api/{path}", json=body)
    assert answer.status_code == 422
    assert [fault["code"] for fault in answer.json()["errors"]] == ["touches_no_street"]
    assert json.dumps(answer.json()["errors"])
