"""A private PostgreSQL + PostGIS cluster, for a machine without Docker.

The server listens on a Unix socket in a directory that only its owner may enter, never on TCP,
and lives exactly as long as somebody uses it: every user holds a shared lock on one file, and a
waiting ``flock`` stops the server when the last lock is gone, also when its holder was killed.

A folder made by :class:`Cluster` holds ``pgdata``, the server's log and the two lock files. No
other cluster on the machine is read, started, stopped or changed.
"""

import contextlib
import errno
import fcntl
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from psycopg import sql

from app.cluster_server import DATABASE, PORT, ROLE, Server
from app.cluster_site import ClusterError, Owner, prepare_site

__all__ = ["Cluster", "ClusterError", "temporary_cluster"]

LEAVE_TIMEOUT_S = 5


class Cluster:
    """One private PostgreSQL cluster in a folder of its own.

    Parameters
    ----------
    data_dir
        Folder of the cluster; made when missing. Where the caller is root and the server's
        unprivileged user cannot reach the folder (a clone below ``/root``), the files stand
        under ``/var/lib/forbind`` and ``data_dir/location`` tells where.
    durable
        False turns ``fsync`` off: faster, and everything may be lost in a power cut. For tests.
    """

    def __init__(self, data_dir: Path, *, durable: bool = True) -> None:
        self._data_dir = data_dir.absolute()
        self._durable = durable
        self._server: Server | None = None
        self._users_lock: int | None = None
        # What is revived in one thread is not stopped half-way in another.
        self._stopping = threading.Lock()

    def start(self) -> str:
        """Start the server, or join the one that runs, and return the URL of its database."""
        if self._users_lock is None:
            server = self._server = Server(prepare_site(self._data_dir), self._durable)
            self._users_lock = _open_lock(server.site.home / "users.lock", server.site.owner)
            try:
                # Waits while the last user of a moment ago is still stopping the server.
                fcntl.flock(self._users_lock, fcntl.LOCK_SH)
                server.stop_after_last_user()
                with _exclusive(server.site.home / "start.lock", server.site.owner):
                    server.initialise()
                    server.launch()
                    server.ensure_database()
            except BaseException:
                self.stop()
                raise
        return self.url()

    def revive(self) -> None:
        """Start the server again where it died while we use it; a living one is left alone.

        Raises
        ------
        ClusterError
            When it does not start, or when we have let go of it already.
        """
        with self._stopping:
            if self._users_lock is None:
                raise ClusterError("The private PostgreSQL cluster is not in use: call start().")
            server = self._prepared
            with _exclusive(server.site.home / "start.lock", server.site.owner):
                server.launch()

    def stop(self) -> None:
        """Let go of the server, and stop it where nobody else uses it."""
        with self._stopping:
            self._let_go()

    def _let_go(self) -> None:
        if self._users_lock is None:
            return
        lock, self._users_lock = self._users_lock, None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._prepared.shut_down()
        except BlockingIOError:
            # Shared with other users, or held by the watcher, whose stopping is waited for.
            fcntl.flock(lock, fcntl.LOCK_SH)
        finally:
            os.close(lock)

    def remove(self) -> None:
        """Stop the server and delete the cluster with all its data, once nobody else uses it."""
        self.stop()
        site = prepare_site(self._data_dir)
        lock = _open_lock(site.home / "users.lock", site.owner)
        try:
            _wait_for_exclusive(lock, f"The cluster in {site.home} is in use: stop that first.")
            shutil.rmtree(site.socket_dir)
            _remove_tree(site.home)
            shutil.rmtree(self._data_dir, ignore_errors=True)
        finally:
            os.close(lock)

    def __enter__(self) -> Self:
        """Start the server."""
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Let go of the server."""
        self.stop()

    @property
    def home(self) -> Path:
        """Where the files stand: the folder asked for, or its stand-in for root."""
        return self._prepared.site.home

    def url(self, database: str = DATABASE) -> str:
        """Return the SQLAlchemy URL of a database in this cluster."""
        socket_dir = self._prepared.site.socket_dir
        return f"postgresql+psycopg://{ROLE}@/{database}?host={socket_dir}&port={PORT}"

    def create_database(self, name: str, template: str | None = None) -> str:
        """Create a database, as a clone of `template` where one is given, and return its URL."""
        self._prepared.create_database(name, template)
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Drop a database, also while it has connections; it need not exist."""
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        with self._prepared.connect() as connection:
            connection.execute(drop)

    @property
    def _prepared(self) -> Server:
        if self._server is None:
            raise ClusterError("The private PostgreSQL cluster is not started: call start() first.")
        return self._server


@contextlib.contextmanager
def temporary_cluster() -> Iterator[Cluster]:
    """Run a throw-away cluster without ``fsync``, for tests; nothing of it stays."""
    cluster = Cluster(Path(tempfile.mkdtemp(prefix="forbind-cluster-")), durable=False)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.remove()


def _open_lock(path: Path, owner: Owner) -> int:
    lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    owner.take(path)
    return lock


@contextlib.contextmanager
def _exclusive(path: Path, owner: Owner) -> Iterator[None]:
    lock = _open_lock(path, owner)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _wait_for_exclusive(lock: int, complaint: str) -> None:
    deadline_s = time.monotonic() + LEAVE_TIMEOUT_S
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline_s:
                raise ClusterError(complaint) from None
            time.sleep(0.02)
        else:
            return


def _remove_tree(folder: Path) -> None:
    """Remove a folder in which a process that was just killed may still write its last file."""
    for _ in range(50):
        try:
            shutil.rmtree(folder)
        except OSError as error:
            if error.errno != errno.ENOTEMPTY:
                raise
            time.sleep(0.1)
        else:
            return
    shutil.rmtree(folder)
