"""Proposals: nothing is lost, nobody overwrites anybody, every change is remembered."""

import threading
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.db.engine import make_engine
from app.main import create_app
from app.state import Service, make_service
from tests.app.drawn import AREA, collection, feature, line, proposal, shop

PROPOSALS = "/api/proposals"
PATH = feature(
    "connection",
    line((12.288012345, 55.654512345), (12.289, 55.655)),
    id="path",
    modes=["walk"],
    lit=True,
    note={"who": ["planner", None, 1.5]},
)


def keep(client: TestClient, *features: object, **more: object) -> dict[str, Any]:
    answer = client.post(PROPOSALS, json=proposal(*features, **more))
    assert answer.status_code == 201, answer.json()
    document: dict[str, Any] = answer.json()
    return document


def at(document: dict[str, Any]) -> str:
    return f"{PROPOSALS}/{document['id']}"


def version(number: int) -> dict[str, str]:
    return {"If-Match": f'"{number}"'}


def test_what_is_kept_comes_back_as_it_was_drawn(client: TestClient) -> None:
    answer = client.post(PROPOSALS, json=proposal(PATH, shop(id="shop"), description="To S-toget"))
    assert answer.status_code == 201
    assert answer.headers["etag"] == '"1"'
    kept = client.get(answer.headers["location"]).json()
    assert kept == answer.json()
    assert kept["interventions"] == collection(PATH, shop(id="shop"))
    assert (kept["area"], kept["name"], kept["description"]) == (
        AREA,
        "Stien til stationen",
        "To S-toget",
    )
    assert (kept["version"], kept["is_example"], kept["intervention_count"]) == (1, False, 2)


def test_features_without_ids_get_them(client: TestClient) -> None:
    kept = keep(client, shop(), shop(id="1"), shop(id=7))
    assert [row["id"] for row in kept["interventions"]["features"]] == ["1x", "1", "7"]


def test_an_unfinished_drawing_is_kept(client: TestClient) -> None:
    """What the engine would refuse is kept all the same: nothing drawn is lost."""
    loose = feature("connection", line((12.2613, 55.6737), (12.2616, 55.6737)), id="loose")
    kept = keep(client, loose)
    assert client.get(f"{at(kept)}/assessment").status_code == 422
    assert client.get(at(kept)).json()["interventions"] == collection(loose)


def test_sending_again_is_harmless(client: TestClient) -> None:
    identity = str(uuid4())
    first = keep(client, PATH, id=identity)
    again = keep(client, PATH, id=identity)
    assert first == again
    assert again["version"] == 1


def test_an_id_is_not_given_away_twice(client: TestClient) -> None:
    identity = str(uuid4())
    first = keep(client, PATH, id=identity)
    answer = client.post(PROPOSALS, json=proposal(shop(), id=identity))
    assert answer.status_code == 409
    assert answer.json()["current"] == first


def test_replacing_takes_the_version_that_was_seen(client: TestClient) -> None:
    kept = keep(client, PATH)
    body = proposal(shop(id="shop"), name="Ny butik")
    answer = client.put(at(kept), json=body, headers=version(1))
    assert answer.status_code == 200
    assert answer.headers["etag"] == '"2"'
    assert answer.json()["version"] == 2
    assert client.get(at(kept)).json()["interventions"] == collection(shop(id="shop"))


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_a_stale_write_is_refused_with_the_current_state(client: TestClient, method: str) -> None:
    kept = keep(client, PATH)
    current = client.patch(at(kept), json={"name": "Anden"}, headers=version(1)).json()
    body = {"PUT": proposal(), "PATCH": {"name": "Tredje"}, "DELETE": None}[method]
    answer = client.request(method, at(kept), json=body, headers=version(1))
    assert answer.status_code == 412
    assert answer.headers["etag"] == '"2"'
    assert answer.json()["type"] == "/problems/stale-write"
    assert answer.json()["current"] == current
    assert client.get(at(kept)).json() == current


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_a_write_must_say_what_it_saw(client: TestClient, method: str) -> None:
    kept = keep(client, PATH)
    answer = client.request(method, at(kept), json=proposal())
    assert answer.status_code == 428
    assert 'If-Match: "3"' in answer.json()["detail"]


@pytest.mark.parametrize("tag", ["3", '"x"', '""', '"1", "2"', '"99999999999999"'])
def test_a_version_that_is_none(client: TestClient, tag: str) -> None:
    kept = keep(client, PATH)
    answer = client.patch(at(kept), json={"name": "x"}, headers={"If-Match": tag})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["code"] == "bad_if_match"


def test_any_version_may_be_meant(client: TestClient) -> None:
    kept = keep(client, PATH)
    answer = client.patch(at(kept), json={"name": "x"}, headers={"If-Match": "*"})
    assert answer.json()["version"] == 2


def test_a_patch_leaves_the_rest(client: TestClient) -> None:
    kept = keep(client, PATH, description="Om stien")
    renamed = client.patch(at(kept), json={"name": "Sti"}, headers=version(1)).json()
    assert renamed["name"] == "Sti"
    assert renamed["description"] == "Om stien"
    assert renamed["interventions"] == kept["interventions"]
    redrawn = client.patch(
        at(kept), json={"interventions": collection(shop(id="s"))}, headers=version(2)
    ).json()
    assert redrawn["name"] == "Sti"
    assert redrawn["interventions"] == collection(shop(id="s"))
    emptied = client.patch(at(kept), json={"interventions": collection()}, headers=version(3))
    assert emptied.json()["interventions"]["features"] == []


def test_put_makes_a_new_one_where_none_is_expected(client: TestClient) -> None:
    address = f"{PROPOSALS}/{uuid4()}"
    created = client.put(address, json=proposal(PATH), headers={"If-None-Match": "*"})
    assert created.status_code == 201
    again = client.put(address, json=proposal(PATH), headers={"If-None-Match": "*"})
    assert again.status_code == 412
    assert again.json()["current"] == created.json()


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    kept = keep(client, PATH)
    assert client.get(at(kept), headers={"If-None-Match": '"1"'}).status_code == 304
    assert client.get(at(kept), headers={"If-None-Match": '"2"'}).status_code == 200


def test_deleted_is_out_of_sight_and_not_forgotten(client: TestClient) -> None:
    kept = keep(client, PATH)
    assert client.delete(at(kept), headers=version(1)).status_code == 204
    for method in ("GET", "PATCH", "DELETE"):
        answer = client.request(method, at(kept), json={"name": "x"}, headers=version(2))
        assert answer.status_code == 404
        assert answer.json()["type"] == "/problems/proposal-deleted"
    listed = client.get(f"{PROPOSALS}?limit=1000").json()["proposals"]
    assert kept["id"] not in {row["id"] for row in listed}
    revisions = client.get(f"{at(kept)}/revisions").json()["revisions"]
    assert [row["action"] for row in revisions] == ["create", "delete"]
    snapshot = client.get(f"{at(kept)}/revisions/1").json()["snapshot"]
    assert snapshot["interventions"] == collection(PATH)
    again = client.post(PROPOSALS, json=proposal(PATH, id=kept["id"]))
    assert again.status_code == 404


def test_every_change_is_remembered(client: TestClient) -> None:
    kept = keep(client, PATH)
    client.patch(at(kept), json={"name": "B"}, headers=version(1))
    client.put(at(kept), json=proposal(shop(id="s"), name="C"), headers=version(2))
    rows = client.get(f"{at(kept)}/revisions").json()["revisions"]
    assert [(row["version"], row["action"]) for row in rows] == [
        (1, "create"),
        (2, "patch"),
        (3, "replace"),
    ]
    names = [
        client.get(f"{at(kept)}/revisions/{number}").json()["snapshot"]["name"]
        for number in (1, 2, 3)
    ]
    assert names == ["Stien til stationen", "B", "C"]
    assert client.get(f"{at(kept)}/revisions/9").status_code == 404
    assert client.get(f"{PROPOSALS}/{uuid4()}/revisions").status_code == 404


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE proposal_revision SET snapshot = '{}'",
        "DELETE FROM proposal_revision",
        "TRUNCATE proposal_revision",
    ],
)
def test_the_store_itself_refuses_to_rewrite_history(
    client: TestClient, service: Service, statement: str
) -> None:
    keep(client, PATH)
    with pytest.raises(DBAPIError) as refusal, service.engine.begin() as connection:
        connection.execute(text(statement))
    assert isinstance(refusal.value.orig, psycopg.errors.RestrictViolation)


def test_the_store_itself_refuses_broken_geometry(client: TestClient, service: Service) -> None:
    keep(client, PATH)
    bow_tie = "SRID=25832;POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))"
    with pytest.raises(DBAPIError) as refusal, service.engine.begin() as connection:
        connection.execute(text("UPDATE intervention SET geom = :wkt"), {"wkt": bow_tie})
    assert isinstance(refusal.value.orig, psycopg.errors.CheckViolation)


def test_examples_can_be_copied_and_not_changed(client: TestClient) -> None:
    page = client.get(f"{PROPOSALS}?is_example=true").json()
    assert {row["area"] for row in page["proposals"]} == {
        "charlottekvarteret",
        "gadehavegaard",
        "stengaardsvej",
        "taastrupgaard",
        "vaerebro-park",
    }
    example = page["proposals"][0]
    assert example["name_en"]
    for method, body in (("PUT", proposal()), ("PATCH", {"name": "x"}), ("DELETE", None)):
        refused = client.request(method, at(example), json=body, headers=version(1))
        assert refused.status_code == 403
        assert f"{at(example)}/copy" in refused.json()["detail"]
    answer = client.post(f"{at(example)}/copy")
    assert answer.status_code == 201
    copy = answer.json()
    assert copy["is_example"] is False
    assert copy["id"] != example["id"]
    assert copy["interventions"] == client.get(at(example)).json()["interventions"]
    assert client.patch(at(copy), json={"name": "Min"}, headers=version(1)).status_code == 200


def test_a_copy_may_be_named(client: TestClient) -> None:
    kept = keep(client, PATH)
    identity = str(uuid4())
    copy = client.post(f"{at(kept)}/copy", json={"id": identity, "name": "Kopi"}).json()
    assert (copy["id"], copy["name"]) == (identity, "Kopi")
    wrong = client.post(f"{at(kept)}/copy", json={"nam": "Kopi"})
    assert wrong.json()["errors"][0]["code"] == "unknown_field"


def test_lists_are_filtered_and_paged(client: TestClient) -> None:
    for _ in range(3):
        keep(client, PATH)
    page = client.get(f"{PROPOSALS}?area={AREA}&is_example=false&limit=2").json()
    assert page["numberReturned"] == 2
    assert page["numberMatched"] >= 3
    assert {row["area"] for row in page["proposals"]} == {AREA}
    following = next(link["href"] for link in page["links"] if link["rel"] == "next")
    more = client.get(following).json()["proposals"]
    assert not {row["id"] for row in more} & {row["id"] for row in page["proposals"]}
    assert client.get(f"{PROPOSALS}?area=atlantis").status_code == 422


def test_of_two_writers_exactly_one_wins(client: TestClient) -> None:
    kept = keep(client, PATH)
    for seen in range(1, 6):
        statuses: list[int] = []
        ready = threading.Barrier(4)

        def write(
            name: str, ready: threading.Barrier = ready, seen: int = seen, out: list[int] = statuses
        ) -> None:
            ready.wait()
            answer = client.patch(at(kept), json={"name": name}, headers=version(seen))
            out.append(answer.status_code)

        writers = [threading.Thread(target=write, args=(f"{seen}-{n}",)) for n in range(4)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert sorted(statuses) == [200, 412, 412, 412]
    assert client.get(at(kept)).json()["version"] == 6
    assert len(client.get(f"{at(kept)}/revisions").json()["revisions"]) == 6


def test_of_two_creators_with_one_id_both_find_it_kept_once(client: TestClient) -> None:
    identity = str(uuid4())
    answers: list[int] = []
    ready = threading.Barrier(4)

    def create() -> None:
        ready.wait()
        answers.append(client.post(PROPOSALS, json=proposal(PATH, id=identity)).status_code)

    creators = [threading.Thread(target=create) for _ in range(4)]
    for creator in creators:
        creator.start()
    for creator in creators:
        creator.join()
    assert answers == [201] * 4
    revisions = client.get(f"{PROPOSALS}/{identity}/revisions").json()["revisions"]
    assert len(revisions) == 1


def test_what_is_confirmed_is_there_for_everybody(client: TestClient, service: Service) -> None:
    """Another connection sees the change as soon as the answer is in: it was committed first."""
    kept = keep(client, PATH)
    client.patch(at(kept), json={"name": "Bekræftet"}, headers=version(1))
    url = str(service.settings.database_url).replace("+psycopg", "")
    with psycopg.connect(url) as other:
        row = other.execute(
            "SELECT name, version FROM proposal WHERE id = %s", [kept["id"]]
        ).fetchone()
    assert row == ("Bekræftet", 2)


def test_a_failed_write_leaves_nothing_behind(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The history is written in the same transaction; if that fails, so does the change."""
    engine = make_engine(str(service.settings.database_url))
    own = make_service(service.settings, engine)
    with TestClient(
        create_app(own.settings, own),
        base_url="http://127.0.0.1",
        raise_server_exceptions=False,
    ) as client:
        kept = keep(client, PATH)

        def fail(*_: object) -> None:
            raise RuntimeError("the lights went out")

        monkeypatch.setattr("app.services.proposals._remember", fail)
        answer = client.patch(at(kept), json={"name": "x"}, headers=version(1))
        assert answer.status_code == 500
        assert answer.json()["type"] == "/problems/internal-error"
        assert "lights" not in answer.text
        assert client.get(at(kept)).json() == kept
    engine.dispose()
