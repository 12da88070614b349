"""A service without accounts listens to this machine's own pages alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from app.main import create_app
from app.security import security_headers
from app.settings import Settings
from app.state import Service
from tests.app.drawn import drawing, proposal

PAGE = "<!doctype html><title>Forbind</title>"


@pytest.fixture(scope="module")
def built(service: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service with a front end."""
    folder: Path = tmp_path_factory.mktemp("dist")
    (folder / "index.html").write_text(PAGE)
    (folder / "assets").mkdir()
    (folder / "assets" / "index-abc123.js").write_text("export {}")
    settings = service.settings.model_copy(update={"frontend_folder": folder})
    with TestClient(create_app(settings, service), base_url="http://127.0.0.1:8000") as client:
        yield client


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.0.0.1:8000", "[::1]:8000"])
def test_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "10.0.0.1:8000"])
def test_a_name_that_was_pointed_here_is_not(client: TestClient, host: str) -> None:
    answer = client.get("/health", headers={"Host": host})
    assert answer.status_code == 421
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_container_keeps_the_same_guard(service: Service) -> None:
    settings = service.settings.model_copy(
        update={"host": "0.0.0.0", "allow_public_demo": True, "allowed_hosts": "a.example, b"}  # noqa: S104
    )
    client = TestClient(create_app(settings, service), base_url="http://127.0.0.1:8000")
    statuses = {
        host: client.get("/health", headers={"Host": host}).status_code
        for host in ("localhost", "a.example", "B", "evil.example", "0.0.0.0")  # noqa: S104
    }
    assert statuses == {
        "localhost": 200,
        "a.example": 200,
        "B": 200,
        "evil.example": 421,
        "0.0.0.0": 421,  # noqa: S104
    }


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9000"])
def test_other_pages_may_not_write(client: TestClient, origin: str) -> None:
    answer = client.post("/api/proposals", json=proposal(), headers={"Origin": origin})
    assert answer.status_code == 403
    assert answer.json()["type"] == "/problems/cross-origin"


def test_our_own_page_may_write(client: TestClient) -> None:
    own = {"Origin": "http://127.0.0.1:8000"}
    assert client.post("/api/assess", json=drawing(), headers=own).status_code == 200


def test_other_pages_may_not_read(client: TestClient) -> None:
    answer = client.get("/api/areas", headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/health", "/api/nowhere", "/docs", "/openapi.json"])
def test_every_answer_is_guarded(built: TestClient, path: str) -> None:
    headers = built.get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_tiles_are_allowed_where_an_address_is_set() -> None:
    headers = security_headers(Settings(tile_url="https://{s}.tiles.example/{z}/{x}/{y}.png"))
    assert "https://*.tiles.example" in headers["Content-Security-Policy"]
    # Tile servers ask who is asking.
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_the_page_is_asked_for_anew_and_its_parts_are_kept(built: TestClient) -> None:
    page = built.get("/")
    assert page.text == PAGE
    assert page.headers["cache-control"] == "no-cache"
    part = built.get("/assets/index-abc123.js")
    assert "immutable" in part.headers["cache-control"]
    assert built.get("/assets/gone.js").status_code == 404
    assert built.get("/../pyproject.toml").status_code == 404


def test_without_a_page_the_way_out_is_told(service: Service, tmp_path: Path) -> None:
    settings = service.settings.model_copy(update={"frontend_folder": tmp_path / "none"})
    client = TestClient(create_app(settings, service), base_url="http://127.0.0.1:8000")
    answer = client.get("/")
    assert answer.status_code == 404
    assert "bin/up" in answer.json()["detail"]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "forbind.example"])  # noqa: S104
def test_outside_this_machine_it_refuses_to_run(host: str) -> None:
    with pytest.raises(ValidationError, match="no accounts yet"):
        Settings(host=host)
    assert Settings(host=host, allow_public_demo=True).host == host


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.1.2.3"])
def test_on_this_machine_it_runs(host: str) -> None:
    assert Settings(host=host).host == host


@pytest.mark.parametrize("url", ["postgresql://a/b", "postgres://a/b", "postgresql+psycopg://a/b"])
def test_addresses_of_the_store(url: str) -> None:
    assert Settings(database_url=url).database_url == "postgresql+psycopg://a/b"


def test_an_address_of_another_store() -> None:
    with pytest.raises(ValidationError, match="not a PostgreSQL address") as refusal:
        Settings(database_url="mysql://user:secret@host/name")
    assert "secret" not in str(refusal.value)
