"""What a body must be to be taken in: plain JSON by its own account, and here in time."""

import gzip
import json
import socket
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from app.settings import Settings
from app.state import Service
from tests.app.drawn import drawing
from tests.browser.live_service import LiveService

BODY = json.dumps(drawing()).encode()
JSON = "application/json"


@pytest.mark.parametrize(
    "media_type",
    [JSON, "Application/JSON; charset=utf-8", "application/geo+json", "application/vnd.geo+json"],
)
def test_json_by_any_of_its_names_is_read(client: TestClient, media_type: str) -> None:
    answer = client.post("/api/assess", content=BODY, headers={"Content-Type": media_type})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("media_type", "code"),
    [
        ("", "missing_content_type"),
        ("text/plain", "not_a_json_type"),
        ("application/x-www-form-urlencoded", "not_a_json_type"),
        ("multipart/form-data; boundary=x", "not_a_json_type"),
        ("application/zip", "not_a_json_type"),
        ("json", "not_a_json_type"),
        ("application/jsonp", "not_a_json_type"),
    ],
)
@pytest.mark.parametrize("path", ["/api/assess", "/api/proposals", "/api/proposals/import"])
def test_what_calls_itself_something_else_is_refused_with_the_way_out(
    client: TestClient, path: str, media_type: str, code: str
) -> None:
    answer = client.post(path, content=BODY, headers={"Content-Type": media_type})
    assert answer.status_code == 415
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["accept"] == "application/json, application/geo+json"
    problem = answer.json()
    assert problem["type"] == "/problems/unsupported-media-type"
    (fault,) = problem["errors"]
    assert (fault["code"], fault["parameter"]) == (code, "Content-Type")
    assert "Content-Type: application/json" in fault["message"]


@pytest.mark.parametrize("coding", ["gzip", "GZIP", "deflate", "br", "identity, gzip"])
def test_a_compressed_body_is_refused_with_the_way_out(client: TestClient, coding: str) -> None:
    headers = {"Content-Type": JSON, "Content-Encoding": coding}
    answer = client.post("/api/assess", content=gzip.compress(BODY), headers=headers)
    assert answer.status_code == 415
    assert answer.headers["accept-encoding"] == "identity"
    (fault,) = answer.json()["errors"]
    assert (fault["code"], fault["value"]) == ("compressed_body", coding.lower())
    assert "without Content-Encoding" in fault["message"]


def test_a_body_that_says_it_is_as_it_is(client: TestClient) -> None:
    headers = {"Content-Type": JSON, "Content-Encoding": "identity"}
    assert client.post("/api/assess", content=BODY, headers=headers).status_code == 200


def test_both_faults_are_told_at_once(client: TestClient) -> None:
    headers = {"Content-Type": "text/csv", "Content-Encoding": "br"}
    errors = client.post("/api/assess", content=BODY, headers=headers).json()["errors"]
    assert [fault["code"] for fault in errors] == ["compressed_body", "not_a_json_type"]


def test_no_body_needs_no_name(client: TestClient) -> None:
    assert client.post("/api/assess").json()["errors"][0]["code"] == "empty_body"
    example = client.get("/api/proposals?is_example=true").json()["proposals"][0]
    assert client.post(f"/api/proposals/{example['id']}/copy").status_code == 201


@pytest.fixture(scope="module")
def hurried(service: Service) -> Iterator[LiveService]:
    """The service on a real socket, waiting for a body a third of a second."""
    settings = service.settings.model_copy(update={"max_body_seconds": 0.3})
    live = LiveService(settings, replace(service, settings=settings))
    live.start()
    yield live
    live.stop()


def send(service: LiveService, head: str) -> socket.socket:
    host, port = service.address.removeprefix("http://").split(":")
    connection = socket.create_connection((host, int(port)), timeout=30)
    lines = ["POST /api/assess HTTP/1.1", f"Host: {host}", "Accept-Language: en"]
    lines += [f"Content-Type: {JSON}", head, "", ""]
    connection.sendall("\r\n".join(lines).encode())
    return connection


def everything(connection: socket.socket) -> str:
    """Read until the service ends the connection."""
    parts = []
    while part := connection.recv(65_536):
        parts.append(part)
    return b"".join(parts).decode()


@pytest.mark.parametrize("head", ["Content-Length: 1000", "Transfer-Encoding: chunked"])
def test_an_announced_body_that_does_not_come_is_given_up(hurried: LiveService, head: str) -> None:
    with send(hurried, head) as connection:
        told = everything(connection)
    assert told.startswith("HTTP/1.1 408 ")
    assert "application/problem+json" in told
    assert "had not come after 0.3 seconds" in told
    assert "FORBIND_MAX_BODY_SECONDS" in told


def test_a_body_that_drips_is_given_up_too(hurried: LiveService) -> None:
    with send(hurried, "Content-Length: 100000") as connection:
        connection.settimeout(0.02)
        told = b""
        for _ in range(1_500):
            try:
                connection.sendall(b" ")
                told = connection.recv(65_536)
                break
            except TimeoutError:
                continue
    assert told.startswith(b"HTTP/1.1 408 ")


def test_a_body_in_pieces_that_is_in_time_is_read(hurried: LiveService) -> None:
    with send(hurried, f"Content-Length: {len(BODY)}\r\nConnection: close") as connection:
        connection.sendall(BODY[:20])
        time.sleep(0.05)
        connection.sendall(BODY[20:])
        assert everything(connection).startswith("HTTP/1.1 200 ")


@pytest.mark.parametrize("seconds", ["0", "-1", "soon", "nan"])
def test_a_time_without_end_or_sense_is_refused(
    seconds: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORBIND_MAX_BODY_SECONDS", seconds)
    with pytest.raises(ValidationError, match="max_body_seconds"):
        Settings()
