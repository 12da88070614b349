"""Unit prices and phases belong to the proposal: whoever opens it sees the same numbers."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.state import Service
from tests.app.drawn import AREA, collection, proposal, shop

PROPOSALS = "/api/proposals"
SETTINGS = {
    "cost": {"path_kr_per_m2": 900.0, "foundation_share": 0.4},
    "phases": [{"name": "Plan", "year": 2026}, {"name": "Projekter"}],
}


def create(client: TestClient, **more: object) -> dict[str, Any]:
    answer = client.post(PROPOSALS, json=proposal(shop(id="a", phase=2), **more))
    assert answer.status_code == 201, answer.json()
    document: dict[str, Any] = answer.json()
    return document


def test_they_are_kept_with_the_proposal(client: TestClient) -> None:
    made = create(client, settings=SETTINGS)
    assert made["settings"] == SETTINGS
    assert client.get(f"{PROPOSALS}/{made['id']}").json()["settings"] == SETTINGS
    assert create(client)["settings"] == {}
    # What says nothing is not kept.
    assert create(client, settings={"cost": {}, "phases": []})["settings"] == {}


def test_a_change_of_them_is_a_new_version_that_is_remembered(client: TestClient) -> None:
    made = create(client)
    here = f"{PROPOSALS}/{made['id']}"
    stale = client.patch(here, json={"settings": SETTINGS}, headers={"If-Match": '"9"'})
    assert stale.status_code == 412
    changed = client.patch(here, json={"settings": SETTINGS}, headers={"If-Match": '"1"'})
    assert changed.headers["etag"] == '"2"'
    assert changed.json()["settings"] == SETTINGS
    assert changed.json()["interventions"] == made["interventions"]
    renamed = client.patch(here, json={"name": "Andet"}, headers={"If-Match": '"2"'})
    assert renamed.json()["settings"] == SETTINGS
    snapshots = [
        client.get(f"{here}/revisions/{version}").json()["snapshot"]["settings"]
        for version in (1, 2, 3)
    ]
    assert snapshots == [{}, SETTINGS, SETTINGS]
    replaced = client.put(here, json=proposal(shop(id="a")), headers={"If-Match": '"3"'})
    assert replaced.json()["settings"] == {}


def test_they_follow_a_copy_and_a_file(client: TestClient) -> None:
    made = create(client, settings=SETTINGS)
    copied = client.post(f"{PROPOSALS}/{made['id']}/copy").json()
    assert copied["settings"] == SETTINGS
    file = client.get(f"{PROPOSALS}/{made['id']}/export")
    assert file.json()["forbind"]["settings"] == SETTINGS
    imported = client.post(
        f"{PROPOSALS}/import",
        content=file.content,
        headers={"Content-Type": "application/geo+json"},
    ).json()
    assert imported["settings"] == SETTINGS
    assert imported["interventions"]["features"][0]["properties"]["phase"] == 2


def test_sending_again_finds_them_kept(client: TestClient) -> None:
    identity = "5b8f2a0e-2f5b-4d8e-9d5e-00000000e001"
    one = create(client, id=identity, settings=SETTINGS)
    assert create(client, id=identity, settings=SETTINGS) == one
    other = client.post(PROPOSALS, json=proposal(shop(id="a", phase=2), id=identity))
    assert other.status_code == 409


@pytest.mark.parametrize(
    ("settings", "pointers"),
    [
        ({"cost": {"path_kr_per_m2": -1}}, {"/settings/cost/path_kr_per_m2"}),
        ({"cost": {"gold_kr": 1}}, {"/settings/cost/gold_kr"}),
        ({"phases": [{}] * 6}, {"/settings/phases"}),
        (
            {"phases": [{"name": "x" * 61, "year": 3000}], "else": 1},
            {"/settings/phases/0/name", "/settings/phases/0/year", "/settings/else"},
        ),
        ({"phases": [{"name": "\x00"}]}, {"/settings/phases/0/name"}),
    ],
)
def test_faults_are_told_at_once(
    client: TestClient, settings: dict[str, Any], pointers: set[str]
) -> None:
    refused = client.post(PROPOSALS, json=proposal(settings=settings))
    assert refused.status_code == 422
    assert {fault["pointer"] for fault in refused.json()["errors"]} == pointers
    document = {**collection(), "forbind": {"area": AREA, "name": "x", "settings": settings}}
    refused = client.post(f"{PROPOSALS}/import", json=document)
    assert refused.status_code == 422
    assert {fault["pointer"] for fault in refused.json()["errors"]} == {
        f"/forbind{pointer}" for pointer in pointers
    }


def test_the_store_itself_keeps_them_small(client: TestClient, service: Service) -> None:
    made = create(client)
    change = text("UPDATE proposal SET settings = CAST(:settings AS jsonb) WHERE id = :id")
    for settings in ('"words"', '{"phases": "' + "x" * 20_001 + '"}'):
        with pytest.raises(IntegrityError), service.engine.begin() as connection:
            connection.execute(change, {"settings": settings, "id": made["id"]})
