"""bin/up itself, on a machine where everything is installed already."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cluster import Cluster, temporary_cluster

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def data_dir() -> Iterator[Path]:
    # Where also the server's unprivileged user may enter when the tests run as root.
    folder = Path(tempfile.mkdtemp(prefix="forbind-test-"))
    folder.chmod(0o755)
    yield folder
    if (folder / "postgres").exists():
        Cluster(folder / "postgres").remove()
    shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def running(data_dir: Path, **settings: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run bin/up until it serves, and give it with its address."""
    port = free_port()
    with subprocess.Popen(
        [PROJECT / "bin/up"],
        env=environment(data_dir) | {"FORBIND_PORT": str(port)} | settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            wait_until_served(process, address)
            yield process, address
        finally:
            process.terminate()


def environment(data_dir: Path) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("FORBIND_")}
    # Kernels that were compiled before serve here too.
    kernels = os.environ.get("NUMBA_CACHE_DIR", str(PROJECT / ".forbind" / "numba"))
    return ours | {"FORBIND_DATA_DIR": str(data_dir), "NUMBA_CACHE_DIR": kernels}


def wait_until_served(process: subprocess.Popen[str], address: str) -> None:
    while process.poll() is None:
        with contextlib.suppress(urllib.error.URLError):
            fetch(f"{address}/health")
            return
        time.sleep(0.1)
    assert process.stdout is not None
    raise AssertionError(process.stdout.read())


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own http address
        text: str = answer.read().decode()
        return text


def answers(address: str) -> bool:
    try:
        fetch(f"{address}/health")
    except urllib.error.URLError:
        return False
    return True


def wait_until_postgresql_is_gone(data_dir: Path) -> None:
    pid_file = data_dir / "postgres" / "pgdata" / "postmaster.pid"
    for _ in range(600):
        if not pid_file.exists():
            return
        time.sleep(0.05)
    raise AssertionError("PostgreSQL still runs")


def test_serves_the_map_and_the_areas_and_stops_what_it_started(data_dir: Path) -> None:
    with running(data_dir) as (process, address):
        assert "<html" in fetch(f"{address}/")
        assert "taastrupgaard" in fetch(f"{address}/api/areas")
        second = subprocess.run(
            [PROJECT / "bin/up"],
            env=environment(data_dir) | {"FORBIND_PORT": str(free_port())},
            capture_output=True,
            text=True,
            check=False,
        )
        assert second.returncode == 1
        assert "bin/up runs already" in second.stderr
        assert answers(address)  # the first one is none the worse
        process.send_signal(signal.SIGINT)
        told, _ = process.communicate()
    assert "[1/7] " in told
    assert "[7/7] " in told
    assert not answers(address)
    wait_until_postgresql_is_gone(data_dir)


def test_leaves_nothing_behind_when_it_is_killed_and_starts_again(data_dir: Path) -> None:
    with running(data_dir) as (process, address):
        process.kill()
        process.wait()
        assert not answers(address)
    wait_until_postgresql_is_gone(data_dir)
    with running(data_dir) as (_, address):
        assert "taastrupgaard" in fetch(f"{address}/api/areas")
    assert "is loaded already" in (data_dir / "log/up.log").read_text()


def test_brings_its_postgresql_back_when_that_is_killed(data_dir: Path) -> None:
    with running(data_dir) as (process, address):
        pid_file = data_dir / "postgres" / "pgdata" / "postmaster.pid"
        killed = pid_file.read_text().split()[0]
        os.kill(int(killed), signal.SIGKILL)
        for _ in range(600):
            if answers(address) and pid_file.read_text().split()[0] != killed:
                break
            time.sleep(0.1)
        assert "taastrupgaard" in fetch(f"{address}/api/areas")
        process.send_signal(signal.SIGINT)
        told, _ = process.communicate()
    assert told.count("the database does not answer") == 1, told
    assert told.count("the database answers again") == 1, told
    assert "Traceback" not in told
    wait_until_postgresql_is_gone(data_dir)


def test_takes_a_database_of_ones_own(data_dir: Path) -> None:
    with temporary_cluster() as cluster:
        database = cluster.create_database("own")
        with running(data_dir, FORBIND_DATABASE_URL=database) as (_, address):
            assert "taastrupgaard" in fetch(f"{address}/api/areas")
    assert not (data_dir / "postgres").exists()


def test_a_database_that_does_not_answer_is_named(data_dir: Path) -> None:
    nowhere = f"postgresql://nobody@127.0.0.1:{free_port()}/none"
    done = subprocess.run(
        [PROJECT / "bin/up"],
        env=environment(data_dir)
        | {"FORBIND_PORT": str(free_port()), "FORBIND_DATABASE_URL": nowhere},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("forbind: the database does not answer")
    assert "FORBIND_DATABASE_URL" in done.stderr
