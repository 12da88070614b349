"""Walking seen otherwise, asked over HTTP: checked against NetworkX over the model of the lens."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.app.drawn import AREA, drawing, feature, line
from tests.app.test_assess_routes import nearest

LENSES = ("child", "elder", "wheelchair", "night")
DARK = feature(
    "connection",
    line((12.2925973, 55.6545294), (12.2972437, 55.6531903)),
    lit=False,
    surface="gravel",
)


def test_the_lenses_are_listed_with_their_sources(client: TestClient) -> None:
    rows = client.get("/api/lenses").json()["lenses"]
    assert [row["id"] for row in rows] == list(LENSES)
    assert [row["speed_kmh"] for row in rows] == [3.6, 3.2, 2.88, 4.8]
    for row in rows:
        assert row["source"]
        assert all(burden["source"] for burden in row["burdens"])


@pytest.mark.parametrize("lens", LENSES)
def test_networkx_confirms_a_lens_to_the_millisecond(client: TestClient, lens: str) -> None:
    body = drawing(DARK, detail=["homes"], lens=lens, indicators=["travel_time_nearest"])
    answer = client.post("/api/assess", json=body).json()
    assert answer["ok"], answer
    assert answer["parameters"]["lens"]["id"] == lens
    models: dict[str, Any] = {
        "baseline": client.get(f"/api/areas/{AREA}/model?lens={lens}").json(),
        "proposal": client.post(
            f"/api/areas/{AREA}/model?lens={lens}", json={"interventions": body["interventions"]}
        ).json(),
    }
    homes = answer["homes"]
    for state, model in models.items():
        assert model["lens"]["id"] == lens
        for values in homes["values"]:
            if values["category"] in {"grocery", "station"}:
                found = nearest(model, values["mode"], values["category"])
                assert values[state] == [found.get(home) for home in homes["ids"]]


def test_a_lens_is_another_answer_for_walkers_alone(client: TestClient) -> None:
    plain = client.post("/api/assess", json=drawing(DARK)).json()
    child = client.post("/api/assess", json=drawing(DARK, lens="child")).json()
    pairs = list(zip(plain["indicators"], child["indicators"], strict=True))
    times = [pair for pair in pairs if pair[0]["id"] == "travel_time_nearest"]
    assert all(one == two for one, two in times if one["mode"] == "bike")
    assert all(one["baseline"] < two["baseline"] for one, two in times if one["mode"] == "walk")
    # Most streets have a speed limit in the data, and paths need none.
    shares = {two["known_share"] for _, two in times if two["mode"] == "walk"}
    assert all(0.5 < share < 0.9 for share in shares)
    note = next(issue for issue in child["issues"] if issue["code"] == "lens_is_for_walking")
    assert note["severity"] == "note"
    assert plain["parameters"]["lens"] is None


def test_nobody_knows_where_it_is_dark(client: TestClient) -> None:
    night = client.post("/api/assess", json=drawing(lens="night", modes=["walk"])).json()
    assert {row["known_share"] for row in night["indicators"] if row["mode"] == "walk"} == {0.0}
    assert night["issues"] == []


def test_an_unknown_lens_is_refused(client: TestClient) -> None:
    answer = client.post("/api/assess", json=drawing(lens="owl"))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/lens"
    assert client.get(f"/api/areas/{AREA}/model?lens=owl").status_code == 422


def test_a_changed_street_is_shown(client: TestClient) -> None:
    row = client.get(f"/api/streets?area={AREA}&limit=1").json()["features"][0]
    change = feature("change", row["geometry"], lit=False)
    body = drawing(change, detail=["edges"], lens="night")
    answer = client.post("/api/assess", json=body).json()
    assert answer["ok"], answer
    states = [edge["properties"]["state"] for edge in answer["edges"]["features"]]
    assert states
    assert set(states) == {"changed"}
    assert "changes_street" in {issue["code"] for issue in answer["issues"]}
