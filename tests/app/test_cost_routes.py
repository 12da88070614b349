"""What a drawing costs, asked over HTTP."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.cost_texts import cofinancing_sentence, money
from spatial.cost_estimate import Cofinancing
from tests.app.drawn import AREA, drawing, line, shop
from tests.app.drawn import feature as drawn_feature
from tests.app.test_assess_routes import example_of

PATH = line((12.2835, 55.6555), (12.29, 55.657))


def ask(client: TestClient, body: object, **headers: str) -> dict[str, Any]:
    answer = client.post("/api/cost", json=body, headers=headers)
    assert answer.status_code == 200, answer.json()
    document: dict[str, Any] = answer.json()
    return document


@pytest.mark.parametrize("parameters", [{}, {"cost": {"path_kr_per_m2": 1.0, "closure_kr": 7.0}}])
def test_the_bill_is_the_indicator(client: TestClient, parameters: dict[str, Any]) -> None:
    features = example_of(client, AREA)["interventions"]["features"]
    body = drawing(*features, parameters=parameters)
    told = ask(client, body)
    rows = client.post("/api/assess", json={**body, "indicators": ["cost"]}).json()["indicators"]
    by_variant = {row["variant"]: row["proposal"] for row in rows}
    assert told["totals"]["kr"] == by_variant[None]
    assert told["totals"]["known_share"] == rows[0]["known_share"]
    assert told["cofinancing"]["required_kr"] == by_variant["local_cofinancing"]
    assert told["cofinancing"]["grant_kr"] == by_variant["foundation"]
    for payer, kr in told["totals"]["payers"].items():
        assert kr == by_variant[payer]
    assert [row["feature"] for row in told["features"]] == [row["id"] for row in features]
    parts = sum(row["kr"] for row in told["features"] if row["kr"] is not None)
    assert parts == pytest.approx(told["totals"]["kr"])


def test_each_line_is_a_quantity_times_a_price(client: TestClient) -> None:
    features = example_of(client, AREA)["interventions"]["features"]
    lines = [each for row in ask(client, drawing(*features))["features"] for each in row["lines"]]
    priced = [each for each in lines if each["kr"] is not None]
    assert priced
    for each in priced:
        assert each["kr"] == each["quantity"] * each["unit_price_kr"]
        assert each["name"]


def test_what_is_stated_is_told(client: TestClient) -> None:
    path = drawn_feature(
        "connection",
        PATH,
        id="a",
        cost_kr=2_000_000,
        funding={"municipality": 0.75, "others": 0.25},
    )
    told = ask(client, drawing(path, shop(id="b")))
    one, two = told["features"]
    assert (one["state"], one["stated"], one["kr"]) == ("known", True, 2_000_000)
    assert one["payers"] == {
        "housing_organisation": 0.0,
        "municipality": 1_500_000.0,
        "foundation": 0.0,
        "others": 500_000.0,
    }
    assert one["lines"][0]["price"] is None
    assert one["lines"][0]["name"] == "Stated price"
    assert (two["state"], two["kr"], two["payers"]) == ("unknown", None, None)
    assert (told["totals"]["features"], told["totals"]["known"]) == (2, 1)
    assert told["cofinancing"]["kept"] is True
    assert told["cofinancing"]["message"] == (
        "No foundation pays anything, so no local co-financing is required."
        " This counts 1 of 2 interventions; the rest have no price yet."
    )


def test_the_rule_is_told_in_words(client: TestClient) -> None:
    split = {"foundation": 0.6, "municipality": 0.3, "others": 0.1}
    path = drawn_feature("connection", PATH, id="a", cost_kr=10_000_000, funding=split)
    parameters = {"cost": {"local_kr_per_grant_kr": 1.0}}
    body = drawing(path, parameters=parameters)
    rule = ask(client, body, **{"Accept-Language": "da"})["cofinancing"]
    assert rule["kept"] is False
    assert rule["difference_kr"] == pytest.approx(-3_000_000)
    assert rule["message"] == (
        "Kravet er ikke opfyldt. Fonden giver 6,00 mio. kr., så der skal findes mindst"
        " 6,00 mio. kr. lokalt. Boligorganisation og kommune betaler 3,00 mio. kr., så der mangler"
        " 3,00 mio. kr."
    )


def test_nothing_drawn_and_nothing_priced_are_told_apart(client: TestClient) -> None:
    nothing = ask(client, drawing())
    assert (nothing["totals"]["kr"], nothing["features"]) == (0.0, [])
    unpriced = ask(client, drawing(shop(id="b")))
    assert (unpriced["totals"]["kr"], unpriced["cofinancing"]["kept"]) == (None, None)
    assert nothing["cofinancing"]["message"] != unpriced["cofinancing"]["message"]


def test_every_fault_is_told_at_once(client: TestClient) -> None:
    wrong = drawn_feature("connection", PATH, id="a", cost_kr=-5, funding={"state": 1}, phase=7)
    refused = client.post("/api/cost", json=drawing(wrong))
    assert refused.status_code == 422
    assert [fault["value"] for fault in refused.json()["errors"]] == [-5, "state", 7]
    priced = drawing(shop(), parameters={"cost": {"path_kr_per_m2": -1, "gold_kr": 1}})
    faults = client.post("/api/cost", json=priced).json()["errors"]
    assert {fault["pointer"] for fault in faults} == {
        "/parameters/cost/path_kr_per_m2",
        "/parameters/cost/gold_kr",
    }
    others = client.post("/api/cost", json=drawing(shop(), parameters={"choice": {}}))
    assert others.status_code == 422


@pytest.mark.parametrize(
    ("kr", "danish", "english"),
    [
        (0.4, "0 kr.", "DKK 0"),
        (85_000.0, "85.000 kr.", "DKK 85,000"),
        (999_999.6, "1,00 mio. kr.", "DKK 1.00 million"),
        (1_234_567_890.0, "1.234,57 mio. kr.", "DKK 1,234.57 million"),
    ],
)
def test_money_is_read_in_both_languages(kr: float, danish: str, english: str) -> None:
    assert (money(kr, "da"), money(kr, "en")) == (danish, english)


def test_a_kept_rule_says_by_how_much() -> None:
    said = cofinancing_sentence(Cofinancing(100.0, 90.0, 120.0), 1, 1, "da")
    assert said == (
        "Kravet er opfyldt. Fonden giver 100 kr., så der skal findes mindst 90 kr. lokalt."
        " Boligorganisation og kommune betaler 120 kr., og det er 30 kr. over kravet."
    )
