import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from app import cluster_server, cluster_site
from app.cluster import Cluster, ClusterError, temporary_cluster


@pytest.fixture
def folder() -> Iterator[Path]:
    # Not pytest's own folder, which the server's user may not enter when the tests run as root.
    path = Path(tempfile.mkdtemp(prefix="forbind-test-"))
    path.chmod(0o755)
    yield path
    if (path / "cluster" / "users.lock").exists():
        Cluster(path / "cluster").remove()
    # A server that was killed on purpose may still be tidying up after itself.
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def cluster(folder: Path) -> Iterator[Cluster]:
    made = Cluster(folder / "cluster", durable=False)
    made.start()
    yield made
    made.stop()


def ask(cluster: Cluster, question: str, database: str = "forbind") -> object:
    address = cluster.url(database).replace("+psycopg", "")
    with psycopg.connect(address, autocommit=True) as connection:
        row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return row[0]


def tell(cluster: Cluster, statement: str, database: str = "forbind") -> None:
    with psycopg.connect(cluster.url(database).replace("+psycopg", "")) as connection:
        connection.execute(statement.encode())


def postmaster_pid(cluster: Cluster) -> int:
    return int((cluster.home / "pgdata" / "postmaster.pid").read_text().split()[0])


def wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(600):
        if is_so():
            return
        time.sleep(0.05)
    raise AssertionError("waited half a minute in vain")


def is_stopped(home: Path) -> bool:
    return not (home / "pgdata" / "postmaster.pid").exists()


def test_serves_postgis_to_its_owner_alone(cluster: Cluster) -> None:
    tell(cluster, "CREATE EXTENSION postgis")
    assert str(ask(cluster, "SELECT postgis_lib_version()")).startswith("3.")
    assert ask(cluster, "SHOW listen_addresses") == ""
    socket_dir = Path(str(ask(cluster, "SHOW unix_socket_directories")))
    assert socket_dir.stat().st_mode & 0o077 == 0
    assert (cluster.home / "pgdata").stat().st_uid != 0


def test_keeps_fsync_on_unless_asked(folder: Path) -> None:
    durable = Cluster(folder / "cluster")
    durable.start()
    assert ask(durable, "SHOW fsync") == "on"
    durable.stop()


def test_clones_and_drops_databases(cluster: Cluster) -> None:
    cluster.create_database("first")
    tell(cluster, "CREATE TABLE mark (n int)", "first")
    cluster.create_database("second", template="first")
    assert ask(cluster, "SELECT count(*) FROM mark", "second") == 0
    with psycopg.connect(cluster.url("second").replace("+psycopg", "")):
        cluster.drop_database("second")
    assert ask(cluster, "SELECT count(*) FROM pg_database WHERE datname = 'second'") == 0


def test_a_socket_path_is_short_however_deep_the_folder(folder: Path) -> None:
    deep = Cluster(folder / ("d" * 100) / ("e" * 100), durable=False)
    address = deep.start()
    assert len(address.split("host=")[1].split("&")[0] + "/.s.PGSQL.5432") <= 107
    deep.remove()


def test_runs_as_long_as_somebody_uses_it(folder: Path) -> None:
    first, second = (Cluster(folder / "cluster", durable=False) for _ in range(2))
    assert first.start() == second.start()
    pid = postmaster_pid(first)
    first.stop()
    assert ask(second, "SELECT 1") == 1
    assert postmaster_pid(second) == pid
    second.stop()
    assert is_stopped(folder / "cluster")


STARTER = """
import sys
from pathlib import Path
from app.cluster import Cluster
print(Cluster(Path(sys.argv[1]), durable=False).start(), flush=True)
sys.stdin.read()
"""


def start_elsewhere(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", STARTER, str(folder / "cluster")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_stops_when_its_user_is_killed(folder: Path) -> None:
    with start_elsewhere(folder) as user:
        assert user.stdout is not None
        user.stdout.readline()
        assert not is_stopped(folder / "cluster")
        user.kill()
    wait_until(lambda: is_stopped(folder / "cluster"))
    again = Cluster(folder / "cluster", durable=False)
    again.start()
    assert ask(again, "SELECT 1") == 1
    again.stop()


def test_several_first_starts_at_once_make_one_server(folder: Path) -> None:
    users = [start_elsewhere(folder) for _ in range(4)]
    addresses = {user.stdout.readline() for user in users if user.stdout is not None}
    assert len(addresses) == 1
    assert addresses != {""}
    for user in users:
        user.communicate()
    wait_until(lambda: is_stopped(folder / "cluster"))


def test_recovers_what_was_committed_before_the_server_was_killed(folder: Path) -> None:
    cluster = Cluster(folder / "cluster")
    cluster.start()
    tell(cluster, "CREATE TABLE mark AS SELECT 7 AS n")
    os.kill(postmaster_pid(cluster), signal.SIGKILL)
    again = Cluster(folder / "cluster")
    again.start()
    assert ask(again, "SELECT n FROM mark") == 7
    again.stop()
    cluster.stop()


def test_a_killed_server_is_revived_with_what_was_in_it(folder: Path) -> None:
    cluster = Cluster(folder / "cluster")
    cluster.start()
    tell(cluster, "CREATE TABLE mark AS SELECT 7 AS n")
    killed = postmaster_pid(cluster)
    os.kill(killed, signal.SIGKILL)
    cluster.revive()
    assert ask(cluster, "SELECT n FROM mark") == 7
    assert postmaster_pid(cluster) != killed
    cluster.stop()
    assert is_stopped(cluster.home)


def test_a_living_server_is_left_alone_by_a_revival(cluster: Cluster) -> None:
    pid = postmaster_pid(cluster)
    cluster.revive()
    assert postmaster_pid(cluster) == pid


def test_several_users_reviving_at_once_make_one_server(folder: Path) -> None:
    users = [Cluster(folder / "cluster", durable=False) for _ in range(4)]
    for user in users:
        user.start()
    os.kill(postmaster_pid(users[0]), signal.SIGKILL)
    with ThreadPoolExecutor() as threads:
        list(threads.map(Cluster.revive, users))
    assert [ask(user, "SELECT 1") for user in users] == [1] * 4
    for user in users:
        user.stop()
    assert is_stopped(folder / "cluster")


def test_what_was_let_go_of_is_not_revived(cluster: Cluster) -> None:
    cluster.stop()
    with pytest.raises(ClusterError, match="call start"):
        cluster.revive()
    assert is_stopped(cluster.home)


def test_a_pid_file_whose_number_now_is_another_process(folder: Path) -> None:
    cluster = Cluster(folder / "cluster", durable=False)
    cluster.start()
    pid_file = cluster.home / "pgdata" / "postmaster.pid"
    os.kill(postmaster_pid(cluster), signal.SIGKILL)
    _, *rest = pid_file.read_text().split("\n")
    pid_file.write_text("\n".join([str(os.getpid()), *rest]))
    again = Cluster(folder / "cluster", durable=False)
    again.start()
    assert ask(again, "SELECT 1") == 1
    again.stop()
    cluster.stop()


def test_goes_on_after_a_first_start_that_was_cut_off(folder: Path) -> None:
    unfinished = folder / "cluster" / "pgdata.unfinished"
    unfinished.mkdir(parents=True)
    (unfinished / "PG_VERSION").write_text("15")
    cluster = Cluster(folder / "cluster", durable=False)
    cluster.start()
    assert ask(cluster, "SELECT 1") == 1
    cluster.stop()


def test_leaves_other_clusters_alone(cluster: Cluster) -> None:
    debian = {path: path.stat().st_mtime_ns for path in debian_cluster_files()}
    pid = postmaster_pid(cluster)
    with temporary_cluster() as other:
        other.create_database("elsewhere")
        found = "SELECT count(*) FROM pg_database WHERE datname = 'elsewhere'"
        assert ask(cluster, found) == 0
    assert not other.home.exists()
    assert postmaster_pid(cluster) == pid
    assert ask(cluster, "SELECT 1") == 1
    assert debian == {path: path.stat().st_mtime_ns for path in debian_cluster_files()}


def debian_cluster_files() -> list[Path]:
    return [
        path
        for place in ("/etc/postgresql", "/var/lib/postgresql", "/run/postgresql")
        for path in Path(place).glob("**/*")
    ]


def test_refuses_files_of_another_version(cluster: Cluster) -> None:
    cluster.stop()
    (cluster.home / "pgdata" / "PG_VERSION").write_text("14\n")
    with pytest.raises(ClusterError, match=r"made by PostgreSQL 14 .* FORBIND_DATA_DIR"):
        cluster.start()


def test_refuses_a_folder_with_files_of_others(folder: Path) -> None:
    (folder / "letter.txt").write_text("mine")
    with pytest.raises(ClusterError, match=r"not Forbind's: set FORBIND_DATA_DIR"):
        Cluster(folder).start()
    assert (folder / "letter.txt").read_text() == "mine"


def test_says_when_the_folder_cannot_be_made(folder: Path) -> None:
    (folder / "file").write_text("")
    with pytest.raises(ClusterError, match="not writable"):
        Cluster(folder / "file" / "cluster").start()


def test_says_when_the_disk_is_full(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_server, "MIN_FREE_MB", 2**40)
    with pytest.raises(ClusterError, match=r"The disk of .* MB left .* free some"):
        Cluster(folder / "cluster").start()


def test_says_when_postgresql_is_missing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_site, "DEBIAN_PROGRAMS", folder / "nowhere")
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(ClusterError, match=r"run bin/up, which installs it"):
        Cluster(folder / "cluster").start()


def test_tells_why_the_server_does_not_start(cluster: Cluster) -> None:
    cluster.stop()
    with (cluster.home / "pgdata" / "postgresql.conf").open("a") as settings:
        settings.write("\nno_such_setting = 1\n")
    with pytest.raises(ClusterError, match=r"did not start: .*configuration file.* Its log is"):
        cluster.start()


def test_does_not_walk_into_a_socket_folder_that_someone_else_laid_out(
    folder: Path, cluster: Cluster
) -> None:
    socket_dir = Path(cluster.url().split("host=")[1].split("&")[0])
    cluster.stop()
    shutil.rmtree(socket_dir)
    socket_dir.symlink_to(folder)
    with pytest.raises(ClusterError, match="not a private folder"):
        cluster.start()
    socket_dir.unlink()
