"""Comments: said once, kept for good, changed by their writer alone, refused in words."""

import hashlib
import json
import threading
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from app.db.models import Comment, CommentRevision
from app.main import create_app
from app.settings import Settings
from app.state import Service, make_service
from tests.app.drawn import proposal, shop
from tests.conftest import ADDRESS
from tests.spatial.cases import cases

HERE = (12.2893, 55.6542)
TOKEN = "a" * 40


@pytest.fixture
def address(client: TestClient) -> str:
    """The comments of a proposal of the test's own."""
    kept = client.post("/api/proposals", json=proposal(shop(id="shop"))).json()
    return f"/api/proposals/{kept['id']}/comments"


def said(**more: object) -> dict[str, Any]:
    return {"author": "Aisha", "text": "Her er mørkt om aftenen.", **more}


def write(client: TestClient, address: str, **more: object) -> dict[str, Any]:
    answer = client.post(address, json=said(**more))
    assert answer.status_code == 201, answer.json()
    document: dict[str, Any] = answer.json()
    return document


def faults(client: TestClient, address: str, body: object) -> dict[str, str]:
    answer = client.post(address, json=body)
    assert answer.status_code == 422, answer.json()
    assert all(fault["message"] for fault in answer.json()["errors"])
    return {fault["pointer"]: fault["code"] for fault in answer.json()["errors"]}


def seen(version: int, token: str | None = TOKEN) -> dict[str, str]:
    held = {} if token is None else {"Edit-Token": token}
    return {"If-Match": f'"{version}"', **held}


def test_what_is_said_is_there_for_everybody(client: TestClient, address: str) -> None:
    lon, lat = HERE
    written = write(client, address, lon=lon, lat=lat, feature="shop")
    assert written["number"] == 1
    assert len(written.pop("edit_token")) >= 32
    assert client.get(f"{address}/{written['id']}").json() == written
    page = client.get(address).json()
    assert page["comments"] == [written]
    assert (written["lon"], written["lat"], written["feature"]) == (lon, lat, "shop")
    assert (written["resolved"], written["deleted"], written["version"]) == (False, False, 1)


def test_examples_may_be_commented_on(client: TestClient) -> None:
    """What is read-only is their drawing; what people say of it changes nothing in it."""
    example = client.get("/api/proposals?is_example=true").json()["proposals"][0]
    address = f"/api/proposals/{example['id']}/comments"
    written = write(client, address)
    assert written["id"] in {row["id"] for row in client.get(address).json()["comments"]}
    assert client.get(f"/api/proposals/{example['id']}").json()["version"] == example["version"]


def test_sending_again_is_harmless(client: TestClient, address: str) -> None:
    body = said(id=str(uuid4()), edit_token=TOKEN, lon=12.28931234567, lat=55.65421234567)
    first = client.post(address, json=body)
    again = client.post(address, json=body)
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert client.get(address).json()["numberMatched"] == 1


def test_an_id_is_not_given_away_twice(client: TestClient, address: str) -> None:
    identity = str(uuid4())
    write(client, address, id=identity, edit_token=TOKEN)
    for other in (said(id=identity, text="Andet"), said(id=identity, edit_token="b" * 40)):
        answer = client.post(address, json=other)
        assert answer.status_code == 409
        assert answer.json()["type"] == "/problems/comment-id-taken"
    # Whoever only copies what everybody can read is told nothing more.
    assert client.post(address, json=said(id=identity)).json()["edit_token"] is None
    elsewhere = client.post("/api/proposals", json=proposal()).json()
    answer = client.post(f"/api/proposals/{elsewhere['id']}/comments", json=said(id=identity))
    assert answer.status_code == 409


def test_of_many_who_write_at_once_each_gets_a_number(client: TestClient, address: str) -> None:
    ready = threading.Barrier(6)

    def speak() -> None:
        ready.wait()
        write(client, address)

    speakers = [threading.Thread(target=speak) for _ in range(6)]
    for speaker in speakers:
        speaker.start()
    for speaker in speakers:
        speaker.join()
    numbers = [row["number"] for row in client.get(address).json()["comments"]]
    assert numbers == [1, 2, 3, 4, 5, 6]


def test_replies_are_one_level_deep(client: TestClient, address: str) -> None:
    first = write(client, address)
    reply = write(client, address, reply_to=first["id"], author="Bo", text="Enig")
    assert reply["number"] is None
    (conversation,) = client.get(address).json()["comments"]
    assert [row["id"] for row in conversation["replies"]] == [reply["id"]]
    assert faults(client, address, said(reply_to=reply["id"])) == {"/reply_to": "reply_to_reply"}
    assert faults(client, address, said(reply_to=str(uuid4()))) == {"/reply_to": "unknown_comment"}
    lon, lat = HERE
    placed = said(reply_to=first["id"], lon=lon, lat=lat, feature="shop")
    assert faults(client, address, placed) == dict.fromkeys(
        ("/lon", "/lat", "/feature"), "reply_has_place"
    )


def test_a_reply_stays_within_its_proposal(client: TestClient, address: str) -> None:
    first = write(client, address)
    other = client.post("/api/proposals", json=proposal()).json()
    elsewhere = f"/api/proposals/{other['id']}/comments"
    body = said(reply_to=first["id"])
    assert faults(client, elsewhere, body) == {"/reply_to": "unknown_comment"}
    assert client.get(f"{elsewhere}/{first['id']}").status_code == 404


def test_the_writer_alone_changes_the_words(client: TestClient, address: str) -> None:
    written = write(client, address, edit_token=TOKEN)
    own = f"{address}/{written['id']}"
    changed = client.patch(own, json={"text": "Her er lyst."}, headers=seen(1))
    assert changed.status_code == 200
    assert changed.headers["etag"] == '"2"'
    assert changed.json()["text"] == "Her er lyst."
    assert changed.json()["author"] == "Aisha"
    assert changed.json()["edited_at"] is not None
    for token in (None, "b" * 40, TOKEN[:-1], ""):
        for method in ("PATCH", "DELETE"):
            answer = client.request(method, own, json={"text": "x"}, headers=seen(2, token))
            assert answer.status_code == 403
            assert answer.json()["type"] == "/problems/not-your-comment"
    assert client.get(own).json()["text"] == "Her er lyst."


def test_a_stale_edit_is_refused_with_the_current_words(client: TestClient, address: str) -> None:
    written = write(client, address, edit_token=TOKEN)
    own = f"{address}/{written['id']}"
    client.patch(own, json={"text": "Anden"}, headers=seen(1))
    answer = client.patch(own, json={"text": "Tredje"}, headers=seen(1))
    assert answer.status_code == 412
    assert answer.json()["current"]["text"] == "Anden"
    assert client.patch(own, json={"text": "x"}, headers={"Edit-Token": TOKEN}).status_code == 428


def test_anybody_may_call_it_solved_and_take_it_up_again(client: TestClient, address: str) -> None:
    first, second = write(client, address), write(client, address)
    own = f"{address}/{first['id']}/resolved"
    for _ in range(2):  # twice is once
        solved = client.put(own, json={"resolved": True}).json()
        assert (solved["resolved"], solved["version"]) == (True, 2)

    def listed(state: str) -> list[str]:
        return [row["id"] for row in client.get(f"{address}?state={state}").json()["comments"]]

    assert listed("open") == [second["id"]]
    assert listed("resolved") == [first["id"]]
    assert listed("all") == [first["id"], second["id"]]
    assert client.put(own, json={"resolved": False}).json()["resolved"] is False
    assert listed("resolved") == []
    reply = write(client, address, reply_to=first["id"])
    only_whole = client.put(f"{address}/{reply['id']}/resolved", json={"resolved": True})
    assert only_whole.status_code == 404
    assert client.put(own, json={"resolved": "yes"}).status_code == 422


def test_deleted_is_out_of_sight_and_answers_stay(client: TestClient, address: str) -> None:
    lonely = write(client, address, edit_token=TOKEN)
    answered = write(client, address, edit_token=TOKEN)
    reply = write(client, address, reply_to=answered["id"], text="Enig", edit_token=TOKEN)
    for row in (lonely, answered):
        assert client.delete(f"{address}/{row['id']}", headers=seen(1)).status_code == 204
    (left,) = client.get(address).json()["comments"]
    assert (left["id"], left["deleted"], left["author"], left["text"]) == (
        answered["id"],
        True,
        "",
        "",
    )
    assert left["replies"][0]["text"] == "Enig"
    assert client.get(f"{address}/{lonely['id']}").status_code == 404
    gone = client.patch(f"{address}/{lonely['id']}", json={"text": "x"}, headers=seen(2))
    assert gone.status_code == 404
    assert client.delete(f"{address}/{reply['id']}", headers=seen(1)).status_code == 204
    assert client.get(address).json()["comments"] == []
    # Numbers are not used twice: a pin that somebody speaks of is never another one.
    assert write(client, address)["number"] == 3


def test_nothing_said_is_lost(client: TestClient, address: str, service: Service) -> None:
    written = write(client, address, edit_token=TOKEN)
    own = f"{address}/{written['id']}"
    client.patch(own, json={"text": "Rettet"}, headers=seen(1))
    client.put(f"{own}/resolved", json={"resolved": True})
    client.put(f"{own}/resolved", json={"resolved": False})
    client.delete(own, headers=seen(4))
    with service.snapshots() as session:
        rows = session.scalars(
            select(CommentRevision)
            .where(CommentRevision.comment_id == written["id"])
            .order_by(CommentRevision.version)
        ).all()
    assert [row.action for row in rows] == ["create", "edit", "resolve", "reopen", "delete"]
    assert rows[0].snapshot["text"] == written["text"]
    assert rows[-1].snapshot["text"] == "Rettet"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE comment_revision SET snapshot = '{}'",
        "DELETE FROM comment_revision",
        "TRUNCATE comment_revision",
    ],
)
def test_the_store_itself_refuses_to_rewrite_what_was_said(
    client: TestClient, address: str, service: Service, statement: str
) -> None:
    write(client, address)
    with pytest.raises(DBAPIError) as refusal, service.engine.begin() as connection:
        connection.execute(text(statement))
    assert isinstance(refusal.value.orig, psycopg.errors.RestrictViolation)


def test_only_the_digest_of_a_token_is_kept(
    client: TestClient, address: str, service: Service
) -> None:
    written = write(client, address)
    token = written["edit_token"]
    with service.snapshots() as session:
        row = session.get_one(Comment, written["id"])
        history = session.scalars(select(CommentRevision.snapshot)).all()
    assert row.token_sha256 == hashlib.sha256(token.encode()).digest()
    assert token not in json.dumps(history)
    assert token not in client.get(address).text
    assert "token" not in client.get(address).text


def test_lists_are_paged(client: TestClient, address: str) -> None:
    for _ in range(5):
        write(client, address)
    page = client.get(f"{address}?limit=2").json()
    assert (page["numberMatched"], page["numberReturned"]) == (5, 2)
    numbers = [row["number"] for row in page["comments"]]
    while following := [link["href"] for link in page["links"] if link["rel"] == "next"]:
        page = client.get(following[0]).json()
        numbers += [row["number"] for row in page["comments"]]
    assert numbers == [1, 2, 3, 4, 5]
    for wrong in ("limit=0", "limit=201", "offset=-1", "state=maybe", "page=2"):
        assert client.get(f"{address}?{wrong}").status_code == 422


def test_what_has_not_changed_is_not_sent_again(client: TestClient, address: str) -> None:
    etags = [client.get(address).headers["etag"]]
    first = write(client, address, edit_token=TOKEN)
    own = f"{address}/{first['id']}"
    for change in (
        lambda: None,
        lambda: write(client, address, reply_to=first["id"]),
        lambda: client.patch(own, json={"text": "Ny"}, headers=seen(1)),
        lambda: client.put(f"{own}/resolved", json={"resolved": True}),
        lambda: client.delete(own, headers=seen(3)),
    ):
        change()
        answer = client.get(address, headers={"If-None-Match": etags[-1]})
        assert answer.status_code == 200
        etags.append(answer.headers["etag"])
        same = client.get(address, headers={"If-None-Match": etags[-1]})
        assert same.status_code == 304
    assert len(set(etags)) == len(etags)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"author": ""}, {"/author": "bad_length"}),
        ({"author": "   "}, {"/author": "blank_text"}),
        ({"author": "x" * 81}, {"/author": "bad_length"}),
        ({"author": "to\nlinjer"}, {"/author": "control_characters"}),
        ({"author": None}, {"/author": "wrong_type"}),
        ({"author": ["Aisha"]}, {"/author": "wrong_type"}),
        ({"text": ""}, {"/text": "bad_length"}),
        ({"text": "\n \t"}, {"/text": "blank_text"}),
        ({"text": "x" * 4_001}, {"/text": "bad_length"}),
        ({"text": "nul \x00"}, {"/text": "control_characters"}),
        ({"text": "bell \x07 \x1b[31m"}, {"/text": "control_characters"}),
        ({"text": "\x85"}, {"/text": "control_characters"}),
        ({"text": "god \u202etxet"}, {"/text": "control_characters"}),
        ({"lon": 12.3}, {"/lat": "missing"}),
        ({"lat": 55.6}, {"/lon": "missing"}),
        ({"lon": 55.6542, "lat": 12.2893}, {"/lon": "swapped_coordinates"}),
        ({"lon": 707_000, "lat": 6_172_000}, {"/lon": "position_in_metres"}),
        ({"lon": -70.0, "lat": 10.0}, {"/lon": "outside_denmark"}),
        ({"lon": 8.46, "lat": 55.47}, {"/lon": "outside_place"}),
        ({"lon": "øst", "lat": 55.6}, {"/lon": "wrong_type"}),
        ({"feature": ""}, {"/feature": "bad_length"}),
        ({"feature": "x" * 121}, {"/feature": "bad_length"}),
        ({"feature": "a\x00"}, {"/feature": "control_characters"}),
        ({"id": "1"}, {"/id": "wrong_type"}),
        ({"reply_to": 7}, {"/reply_to": "wrong_type"}),
        ({"edit_token": "kort"}, {"/edit_token": "bad_edit_token"}),
        ({"edit_token": "x" * 129}, {"/edit_token": "bad_edit_token"}),
        ({"edit_token": "'; DROP TABLE comment; --" + "x" * 20}, {"/edit_token": "bad_edit_token"}),
        ({"number": 1}, {"/number": "unknown_field"}),
        ({"resolved": True}, {"/resolved": "unknown_field"}),
    ],
)
def test_what_is_refused_is_told(
    client: TestClient, address: str, more: dict[str, object], expected: dict[str, str]
) -> None:
    assert faults(client, address, said(**more)) == expected
    assert client.get(address).json()["numberMatched"] == 0


def test_every_fault_comes_at_once_in_both_languages(client: TestClient, address: str) -> None:
    body = {"text": "\x07", "author": " ", "lon": 55.6, "lat": 12.3, "reply_to": str(uuid4())}
    expected = {
        "/text": "control_characters",
        "/author": "blank_text",
        "/lon": "reply_has_place",
        "/lat": "reply_has_place",
        "/reply_to": "unknown_comment",
    }
    told = []
    for language in ("da", "en"):
        answer = client.post(address, json=body, headers={"Accept-Language": language})
        errors = answer.json()["errors"]
        assert expected.items() <= {row["pointer"]: row["code"] for row in errors}.items()
        assert {"swapped_coordinates"} <= {row["code"] for row in errors}
        told.append([row["message"] for row in errors])
    assert all(danish != english for danish, english in zip(*told, strict=True))


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "Robert'); DROP TABLE comment; --",
        "{0.__class__} %s {name}",
        "først\n\n- andet\t✓",
        "👩🏽‍🦽 zwj og é",
        "x" * 4_000,
    ],
)
def test_words_are_plain_text_and_come_back_as_they_were(
    client: TestClient, address: str, words: str
) -> None:
    identity = write(client, address, text=words)["id"]
    assert client.get(f"{address}/{identity}").json()["text"] == words


@cases(50)
@given(
    body=st.dictionaries(
        st.sampled_from(
            ["id", "author", "text", "lon", "lat", "feature", "reply_to", "edit_token", "x"]
        ),
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(max_size=50)
        | st.lists(st.integers(), max_size=2)
        | st.sampled_from(["Aisha", str(uuid4()), "12.29", "55.65"]),
    )
)
def test_whatever_is_sent_is_kept_or_refused_in_words(
    client: TestClient, address: str, body: dict[str, object]
) -> None:
    answer = client.post(address, json=body)
    assert answer.status_code in {201, 409, 422}
    if answer.status_code == 201:
        kept = client.get(f"{address}/{answer.json()['id']}").json()
        assert kept["text"] == str(body["text"]).strip()
    else:
        assert answer.json()["detail"]


def test_unreadable_bodies_are_refused(client: TestClient, address: str) -> None:
    headers = {"Content-Type": "application/json"}
    assert client.post(address, content=b"{", headers=headers).status_code == 400
    assert client.post(address, content=b"[]", headers=headers).status_code == 422
    plain = client.post(address, content=b"hej", headers={"Content-Type": "text/plain"})
    assert plain.status_code == 415
    foreign = client.post(address, json=said(), headers={"Origin": "https://evil.example"})
    assert foreign.status_code == 403


def test_a_deleted_or_unknown_proposal_takes_no_comments(client: TestClient) -> None:
    kept = client.post("/api/proposals", json=proposal()).json()
    own = f"/api/proposals/{kept['id']}"
    first = write(client, f"{own}/comments")
    client.delete(own, headers={"If-Match": '"1"'})
    for address in (f"{own}/comments", f"/api/proposals/{uuid4()}/comments"):
        assert client.post(address, json=said()).status_code == 404
        assert client.get(address).status_code == 404
    solved = client.put(f"{own}/comments/{first['id']}/resolved", json={"resolved": True})
    assert solved.status_code == 404


@pytest.fixture
def narrow(service: Service) -> Iterator[TestClient]:
    """A service with room for three comments on a proposal."""
    few = Settings(**{**service.settings.model_dump(), "max_comments": 3})
    small = make_service(few, service.engine)
    with TestClient(create_app(few, small), base_url=ADDRESS) as speaking:
        yield speaking


def test_a_proposal_has_room_for_so_many(narrow: TestClient) -> None:
    kept = narrow.post("/api/proposals", json=proposal()).json()
    address = f"/api/proposals/{kept['id']}/comments"
    first = write(narrow, address, edit_token=TOKEN, id=str(uuid4()))
    write(narrow, address, reply_to=first["id"])
    write(narrow, address)
    answer = narrow.post(address, json=said())
    assert answer.status_code == 409
    assert "plads til 3 kommentarer" in answer.json()["detail"]
    # One that is kept already is found all the same.
    assert narrow.post(address, json=said(id=first["id"], edit_token=TOKEN)).status_code == 201
