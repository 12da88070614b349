"""The store goes away while the service runs, and comes back by itself where it is ours."""

import logging
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import DBAPIError, OperationalError

from app.cluster import Cluster, ClusterError
from app.db import migrate
from app.db.engine import make_engine
from app.db.watch import Revive, StoreWatch, is_gone
from app.main import create_app
from app.services.warming import warm
from app.settings import Settings
from app.state import make_service

GONE = "the database does not answer: "
BACK = "the database answers again"
STUCK = "the database cannot be started again: "


@pytest.fixture
def own() -> Iterator[Cluster]:
    """A cluster that a test may kill; durable, as one without `fsync` forgets its last seconds."""
    folder = Path(tempfile.mkdtemp(prefix="forbind-test-"))
    folder.chmod(0o755)  # for the server's user, where the tests run as root
    with Cluster(folder / "cluster") as cluster:
        engine = make_engine(cluster.url())
        migrate.upgrade(engine)
        engine.dispose()
        yield cluster
    cluster.remove()
    shutil.rmtree(folder)


@contextmanager
def speaking(own: Cluster, revive: Revive | None) -> Iterator[TestClient]:
    settings = Settings(database_url=own.url(), warm_at_start=False)
    service = make_service(settings, make_engine(own.url()), revive)
    with TestClient(create_app(settings, service), base_url="http://127.0.0.1") as client:
        yield client


def kill(own: Cluster) -> None:
    pid_file = own.home / "pgdata" / "postmaster.pid"
    os.kill(int(pid_file.read_text().split()[0]), signal.SIGKILL)


def status(client: TestClient) -> int:
    return client.get("/api/areas").status_code


def wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(1_200):
        if is_so():
            return
        time.sleep(0.05)
    raise AssertionError("waited a minute in vain")


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [row.getMessage() for row in caplog.records if row.levelno >= logging.WARNING]


def begins(told: list[str], *beginnings: str) -> bool:
    return len(told) == len(beginnings) and all(map(str.startswith, told, beginnings))


def test_a_killed_store_is_told_and_comes_back_by_itself(
    own: Cluster, caplog: pytest.LogCaptureFixture
) -> None:
    with speaking(own, own.revive) as client:
        assert status(client) == 200
        kill(own)
        wait_until(lambda: status(client) == 503)
        wait_until(lambda: status(client) == 200)
    told = lines(caplog)
    assert begins(told, GONE, BACK), told
    assert "\n" not in told[0]


def test_many_requests_at_once_make_no_flood_and_one_revival(
    own: Cluster, caplog: pytest.LogCaptureFixture
) -> None:
    revivals = []

    def revive() -> None:
        revivals.append(1)
        time.sleep(0.5)  # as long as the requests below find it gone
        own.revive()

    with speaking(own, revive) as client, ThreadPoolExecutor(8) as threads:
        kill(own)
        wait_until(lambda: status(client) == 503)
        statuses = list(threads.map(lambda _: status(client), range(40)))
        assert set(statuses) == {503}
        wait_until(lambda: status(client) == 200)
    assert revivals == [1]
    assert begins(lines(caplog), GONE, BACK), lines(caplog)


def fault(cause: psycopg.Error) -> DBAPIError:
    return OperationalError("SELECT 1", {}, cause)


def test_a_store_that_will_not_start_is_told_once(
    empty_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    tried = []

    def revive() -> None:
        tried.append(1)
        raise ClusterError("the disk is full; free some space and start again.")

    engine = make_engine(empty_url)
    watch = StoreWatch(engine, revive, pause_s=0)
    for attempts in range(1, 6):
        watch.lost(fault(psycopg.OperationalError("connection failed:\nno such file")))
        wait_until(lambda attempts=attempts: len(tried) == attempts and not watch.is_reviving)
    told = lines(caplog)
    assert begins(told, GONE + "connection failed:", STUCK + "the disk is full"), told
    for _ in range(2):
        engine.connect().close()
    assert lines(caplog)[2:] == [BACK]
    engine.dispose()


def test_between_two_attempts_it_waits(empty_url: str) -> None:
    tried: list[int] = []
    engine = make_engine(empty_url)
    watch = StoreWatch(engine, lambda: tried.append(1), pause_s=3_600)
    for _ in range(5):
        watch.lost(fault(psycopg.OperationalError("gone")))
        wait_until(lambda: not watch.is_reviving)
    assert tried == [1]
    engine.dispose()


def test_a_store_that_goes_while_the_service_leaves_is_nobodys_matter(
    empty_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    tried: list[int] = []
    service = make_service(
        Settings(database_url=empty_url, warm_at_start=False),
        make_engine(empty_url),
        lambda: tried.append(1),
    )
    with TestClient(create_app(service.settings, service), base_url="http://127.0.0.1"):
        pass
    service.store.lost(fault(psycopg.OperationalError("shutting down")))
    assert (tried, lines(caplog)) == ([], [])


@pytest.mark.parametrize(
    ("cause", "gone"),
    [
        (psycopg.OperationalError("connection failed"), True),
        (psycopg.errors.AdminShutdown(), True),
        (psycopg.errors.CannotConnectNow(), True),
        (psycopg.errors.ConnectionFailure(), True),
        (psycopg.errors.QueryCanceled(), False),
        (psycopg.errors.SerializationFailure(), False),
        (psycopg.errors.DiskFull(), False),
    ],
)
def test_one_refused_statement_is_no_store_gone(cause: psycopg.Error, *, gone: bool) -> None:
    assert is_gone(fault(cause)) is gone


def test_a_store_that_goes_while_the_places_are_built_is_told_in_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    url = f"postgresql+psycopg://forbind@/forbind?host={tmp_path}"
    service = make_service(Settings(database_url=url), make_engine(url))
    warm(service)
    assert not service.warm.is_set()
    assert begins(lines(caplog), GONE), lines(caplog)
    assert caplog.records[-1].exc_info is None


def test_a_store_of_others_is_waited_for(own: Cluster, caplog: pytest.LogCaptureFixture) -> None:
    with speaking(own, None) as client:
        assert status(client) == 200
        kill(own)
        wait_until(lambda: status(client) == 503)
        assert [status(client) for _ in range(10)] == [503] * 10
        own.revive()
        assert status(client) == 200
    assert begins(lines(caplog), GONE, BACK), lines(caplog)
