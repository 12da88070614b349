"""What each feature contributes, asked over HTTP."""

from fractions import Fraction
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.app.drawn import AREA, drawing, line, shop
from tests.app.drawn import feature as drawn_feature
from tests.app.test_assess_routes import example_of


def ask(client: TestClient, body: object) -> dict[str, Any]:
    answer = client.post("/api/contributions", json=body)
    assert answer.status_code == 200, answer.json()
    document: dict[str, Any] = answer.json()
    return document


def test_contributions_sum_to_what_the_assessment_says(client: TestClient) -> None:
    features = example_of(client, AREA)["interventions"]["features"][:6]
    body = drawing(*features, modes=["walk"])
    told = ask(client, body)
    assert told["method"] == "shapley"
    assert sorted(told["features"]) == sorted(row["id"] for row in features)
    assessed = client.post("/api/assess", json=body).json()
    medians = {
        row["category"]: row for row in assessed["indicators"] if row["id"] == "travel_time_nearest"
    }
    compared = 0
    for value in told["values"]:
        if value["shapley"] is None:
            continue
        total = sum(Fraction(share) for share in value["shapley_exact"])
        assert float(total) == value["total"]
        assert value["shapley"] == [float(Fraction(share)) for share in value["shapley_exact"]]
        if value["id"] == "travel_time_nearest":
            row = medians[value["category"]]
            assert (value["baseline"], value["proposal"]) == (row["baseline"], row["proposal"])
            assert float(total) == row["change"]
            compared += 1
    assert compared >= 8


def test_two_halves_of_a_path_are_told_to_work_together(client: TestClient) -> None:
    middle = (12.2867, 55.65625)
    halves = [
        drawn_feature("connection", line((12.2835, 55.6555), middle), id="a", name="Vestre"),
        drawn_feature("connection", line(middle, (12.29, 55.657)), id="b", name="Østre"),
    ]
    told = ask(client, drawing(*halves, modes=["walk"]))
    for pair in told["pairs"]:
        assert {pair["one"], pair["two"]} == {"a", "b"}
        assert "Vestre" in pair["message"]
        assert "Østre" in pair["message"]
        assert pair["together"] != pair["alone_one"] + pair["alone_two"]


def test_more_than_ten_are_left_out_one_by_one(client: TestClient) -> None:
    shops = [shop(12.2905 + k / 10_000, 55.6565, id=f"s{k}") for k in range(11)]
    told = ask(client, drawing(*shops, modes=["walk"]))
    assert told["method"] == "left_out"
    assert told["most_shared"] == 10
    assert all(value["shapley"] is None for value in told["values"])
    assert all(len(value["left_out"]) == 11 for value in told["values"] if value["left_out"])


def test_nothing_drawn_contributes_nothing(client: TestClient) -> None:
    told = ask(client, drawing())
    assert told["features"] == []
    assert {value["total"] for value in told["values"]} <= {0, None}


@pytest.mark.parametrize("lens", [None, "wheelchair"])
def test_contributions_may_be_seen_through_a_lens(client: TestClient, lens: str | None) -> None:
    told = ask(client, drawing(shop(id="s"), modes=["walk"], lens=lens))
    assert told["lens"] == lens


def faults(client: TestClient, body: object) -> list[tuple[str, str | None]]:
    answer = client.post("/api/contributions", json=body)
    assert answer.status_code == 422, answer.json()
    return [(fault["code"], fault["pointer"]) for fault in answer.json()["errors"]]


def test_every_fault_is_told_at_once(client: TestClient) -> None:
    body = drawing(shop(55.6565, 12.2905), area="atlantis", modes=["horse"], lens="owl")
    assert sorted(faults(client, body)) == [
        ("not_one_of", "/lens"),
        ("not_one_of", "/modes/0"),
        ("swapped_coordinates", "/interventions/features/0/geometry/coordinates"),
        ("unknown_area", "/area"),
    ]


def test_a_drawing_with_an_error_is_refused(client: TestClient) -> None:
    nowhere = drawn_feature("connection", line((12.1601, 55.6801), (12.1611, 55.6801)), id="a")
    assert faults(client, drawing(nowhere)) == [("touches_no_street", "/interventions/features/0")]


def test_far_too_many_are_refused(client: TestClient) -> None:
    shops = [shop(12.2905 + k / 10_000, 55.6565, id=f"s{k}") for k in range(51)]
    # The service of these tests takes fifty features at most.
    assert faults(client, drawing(*shops)) == [("too_many_features", "/interventions/features")]
