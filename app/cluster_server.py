"""The server of a private PostgreSQL cluster: its files, its process and the commands to it.

Locking is the matter of :class:`app.cluster.Cluster`.
"""

import logging
import os
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from app.cluster_site import MAJOR_VERSION, ClusterError, Site

DATABASE = "forbind"
ROLE = "forbind"
PORT = 5432  # names the socket file; nothing listens on TCP
MIN_FREE_MB = 200
FULL_DISK_BYTES = 16 * 2**20  # a segment of PostgreSQL's write-ahead log
DISK_IS_FULL = "the disk is full; free some space and start again."
START_TIMEOUT_S = 60
DEAD_PID = 2**22 + 1  # above the largest number that Linux gives to a process

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Server:
    """The server's places and the commands to it."""

    site: Site
    durable: bool

    @property
    def pgdata(self) -> Path:
        """The folder of the database's own files."""
        return self.site.home / "pgdata"

    def initialise(self) -> None:
        """Make the data directory; whole or not at all, so that an interrupted run can go on."""
        if self.pgdata.exists():
            self._check_version()
            return
        free_mb = shutil.disk_usage(self.site.home).free // 2**20
        if free_mb < MIN_FREE_MB:
            raise ClusterError(
                f"The disk of {self.site.home} has {free_mb} MB left and the database needs "
                f"{MIN_FREE_MB} MB: free some, or set FORBIND_DATA_DIR to a folder on another disk."
            )
        unfinished = self.site.home / "pgdata.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        # Trust is safe: only the owner and root may enter the socket's directory.
        options = ["-U", ROLE, "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust"]
        done = self._run(
            "initdb", "-D", str(unfinished), *options, *([] if self.durable else ["--no-sync"])
        )
        if done.returncode != 0:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise ClusterError(
                f"PostgreSQL could not make its files in {self.site.home}: {_reason(done.stdout)}"
            )
        unfinished.rename(self.pgdata)

    def _check_version(self) -> None:
        found = (self.pgdata / "PG_VERSION").read_text().strip()
        if found != str(MAJOR_VERSION):
            raise ClusterError(
                f"The database in {self.site.home} was made by PostgreSQL {found} and Forbind runs "
                f"PostgreSQL {MAJOR_VERSION}: set FORBIND_DATA_DIR to a new folder, or "
                "FORBIND_DATABASE_URL to a server that holds the data."
            )

    def launch(self) -> None:
        """Start the server unless it runs, and wait until it answers."""
        deadline_s = time.monotonic() + START_TIMEOUT_S
        while self._postmaster_lives():
            # Ours already, or still recovering: its starter may have been killed while waiting.
            if self._answers():
                return
            if time.monotonic() > deadline_s:
                raise ClusterError(
                    f"PostgreSQL runs in {self.site.home} and does not answer: see "
                    f"{self._log_file}, end process {self._postmaster_pid()} and start again."
                )
            time.sleep(0.05)
        self._disarm_stale_pid()
        while (reason := self._try_launch()) is not None:
            # Its processes outlive a killed server by a moment; PostgreSQL rightly waits for them.
            if "pre-existing shared memory block" not in reason or time.monotonic() > deadline_s:
                raise ClusterError(
                    f"PostgreSQL did not start: {reason} Its log is {self._log_file}."
                )
            time.sleep(0.2)

    @property
    def _log_file(self) -> Path:
        return self.site.home / "postgres.log"

    def _try_launch(self) -> str | None:
        """Start the server once and return why it did not, if so."""
        if self._log_file.exists():
            self._log_file.replace(self.site.home / "postgres.log.previous")
        options = f"-c listen_addresses='' -c port={PORT} -c unix_socket_permissions=0700"
        options += f" -c unix_socket_directories={self.site.socket_dir}"
        if not self.durable:
            options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        wait = ["-w", "-t", str(START_TIMEOUT_S)]
        done = self._run(
            "pg_ctl", "start", *self._where, *wait, "-l", str(self._log_file), "-o", options
        )
        if done.returncode == 0:
            return None
        if shutil.disk_usage(self.site.home).free < FULL_DISK_BYTES:
            return DISK_IS_FULL  # not even the log may have found room
        log = self._log_file.read_text(errors="replace") if self._log_file.exists() else ""
        return _reason(log or done.stdout)

    def shut_down(self) -> None:
        """Stop the server if it runs, in order, without waiting for its clients."""
        if self._postmaster_lives():
            self._run(*self._stop_command)

    def stop_after_last_user(self) -> None:
        """Leave a process behind that stops the server once no lock on it is held."""
        program, *arguments = self._stop_command
        lock = str(self.site.home / "users.lock")
        watch = ["flock", "--exclusive", lock, str(self.site.programs / program), *arguments]
        subprocess.run(
            ["setsid", "--fork", *self.site.owner.prefix, *watch],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.site.home,
            check=True,
        )

    @property
    def _where(self) -> tuple[str, str]:
        return ("-D", str(self.pgdata))

    @property
    def _stop_command(self) -> tuple[str, ...]:
        return ("pg_ctl", "stop", *self._where, "-m", "fast", "-w")

    def connect(self) -> psycopg.Connection:
        """Connect to the maintenance database."""
        return psycopg.connect(
            host=str(self.site.socket_dir), port=PORT, user=ROLE, dbname="postgres", autocommit=True
        )

    def create_database(self, name: str, template: str | None) -> None:
        """Create a database, as a clone where a template is given."""
        create = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
        if template is not None:
            create += sql.SQL(" TEMPLATE {}").format(sql.Identifier(template))
        with self.connect() as connection:
            connection.execute(create)

    def ensure_database(self) -> None:
        """Create the service's database unless it is there."""
        find = "SELECT 1 FROM pg_database WHERE datname = %s"
        with self.connect() as connection:
            known = connection.execute(find, [DATABASE]).fetchone()
        if known is None:
            self.create_database(DATABASE, None)

    def _answers(self) -> bool:
        try:
            with self.connect():
                return True
        except psycopg.OperationalError:
            return False

    def _postmaster_pid(self) -> int | None:
        try:
            return int((self.pgdata / "postmaster.pid").read_text().split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            return None

    def _postmaster_lives(self) -> bool:
        """Tell whether the process of the pid file is this data directory's server."""
        pid = self._postmaster_pid()
        if pid is None:
            return False
        try:
            return Path(f"/proc/{pid}/cwd").readlink() == self.pgdata
        except OSError:
            return False

    def _disarm_stale_pid(self) -> None:
        """Let PostgreSQL see that the server of the pid file is gone.

        It finds out by itself unless the number was given to another process of the same user,
        as happens in containers and after a reboot. The file's other lines stay: by them
        PostgreSQL makes sure that no part of the old server is left.
        """
        pid_file = self.pgdata / "postmaster.pid"
        if self._postmaster_pid() is not None:
            _log.info("the server of %s is gone without good-bye; it recovers now", pid_file)
            _, *rest = pid_file.read_text().split("\n")
            pid_file.write_text("\n".join([str(DEAD_PID), *rest]))
            (self.site.socket_dir / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)

    def _run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        # A file takes the output: a pipe would stay open in the server that pg_ctl leaves behind.
        with tempfile.TemporaryFile("w+", errors="replace") as output:
            done = subprocess.run(
                [*self.site.owner.prefix, str(self.site.programs / program), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
                cwd=self.site.home,
                check=False,
                start_new_session=True,  # Ctrl-C is for the caller, who stops the server in order
            )
            output.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, stdout=output.read())


def _reason(output: str) -> str:
    """Return the one line of PostgreSQL's output that tells what went wrong."""
    if "No space left on device" in output:
        return DISK_IS_FULL
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if "FATAL" in line or "PANIC" in line or "rror:" in line]
    return (telling or lines or ["it said nothing."])[-1]
