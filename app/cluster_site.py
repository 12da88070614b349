"""Where a private PostgreSQL cluster stands, whose it is, and which programs run it."""

import contextlib
import hashlib
import logging
import os
import pwd
import shutil
import stat
import subprocess
import uuid
from dataclasses import dataclass
from pathlib import Path

MAJOR_VERSION = 15
SYSTEM_USER = "forbind"
DEBIAN_PROGRAMS = Path(f"/usr/lib/postgresql/{MAJOR_VERSION}/bin")
STAND_IN_FOLDERS = Path("/var/lib/forbind")
SOCKET_FOLDERS = Path("/tmp")  # noqa: S108  a socket's path may have 107 bytes; see _make_socket_dir

_log = logging.getLogger(__name__)


class ClusterError(RuntimeError):
    """The private cluster cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Owner:
    """The unprivileged system user that the server runs as."""

    name: str
    uid: int
    gid: int

    @property
    def prefix(self) -> tuple[str, ...]:
        """The words before a command that make it run as this user."""
        if os.geteuid() != 0:
            return ()
        return ("setpriv", f"--reuid={self.uid}", f"--regid={self.gid}", "--clear-groups", "--")

    def take(self, path: Path) -> None:
        """Make a file or folder this user's own."""
        if os.geteuid() == 0:
            os.chown(path, self.uid, self.gid)


@dataclass(frozen=True, slots=True)
class Site:
    """A cluster's places on this machine."""

    programs: Path
    owner: Owner
    home: Path
    socket_dir: Path


def prepare_site(data_dir: Path) -> Site:
    """Find the programs and the user, and make the folders."""
    programs = _find_programs()
    home = _read_location(data_dir)
    owner = _find_owner(home)
    home = _make_home(data_dir, home, owner)
    return Site(programs, owner, home, _make_socket_dir(home, owner))


def _find_programs() -> Path:
    if (DEBIAN_PROGRAMS / "initdb").exists():
        return DEBIAN_PROGRAMS
    found = shutil.which("pg_ctl")
    if found is not None:
        programs = Path(found).resolve().parent
        ask = [str(programs / "postgres"), "--version"]
        version = subprocess.run(ask, capture_output=True, text=True, check=False).stdout
        if f" {MAJOR_VERSION}." in version:
            return programs
    raise ClusterError(
        f"PostgreSQL {MAJOR_VERSION} is not installed: run bin/up, which installs it, "
        "or set FORBIND_DATABASE_URL to a server that has PostGIS."
    )


def _read_location(data_dir: Path) -> Path:
    try:
        return Path((data_dir / "location").read_text().strip())
    except FileNotFoundError:
        return data_dir
    except (PermissionError, NotADirectoryError) as error:
        raise ClusterError(_not_writable(data_dir)) from error


def _find_owner(home: Path) -> Owner:
    """Return who the server runs as: ourselves, or for root an unprivileged user."""
    uid = os.geteuid()
    if uid == 0:
        pgdata = home / "pgdata"
        uid = pgdata.stat().st_uid if pgdata.exists() else _system_user_id()
    entry = pwd.getpwuid(uid)
    return Owner(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _system_user_id() -> int:
    with contextlib.suppress(KeyError):
        return pwd.getpwnam(SYSTEM_USER).pw_uid
    add = ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
    add += ["--shell", "/usr/sbin/nologin", SYSTEM_USER]
    done = subprocess.run(add, capture_output=True, text=True, check=False)
    # Two first runs at the same moment both try; the name is what counts.
    with contextlib.suppress(KeyError):
        return pwd.getpwnam(SYSTEM_USER).pw_uid
    raise ClusterError(
        f"PostgreSQL refuses to run as root and the system user {SYSTEM_USER} could not be made "
        f"({done.stderr.strip()}): run as an ordinary user, or set FORBIND_DATABASE_URL."
    )


def _make_home(data_dir: Path, home: Path, owner: Owner) -> Path:
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        home.mkdir(parents=True, exist_ok=True)
        _refuse_foreign_files(home)
        if home == data_dir and not _may_enter(home.parent, owner):
            home = STAND_IN_FOLDERS / uuid.uuid4().hex[:12]
            home.mkdir(parents=True)
            (data_dir / "location").write_text(f"{home}\n")
            _log.info("the database is in %s: %s may not enter %s", home, owner.name, data_dir)
        owner.take(home)
        home.chmod(0o700)
    except (PermissionError, FileExistsError, NotADirectoryError) as error:
        raise ClusterError(_not_writable(data_dir)) from error
    except OSError as error:
        raise ClusterError(f"{data_dir} cannot be made: {error.strerror}.") from error
    return home


def _refuse_foreign_files(home: Path) -> None:
    ours = {"pgdata", "pgdata.unfinished", "users.lock", "start.lock", "location"}
    names = {path.name for path in home.iterdir()}
    if names and not names & ours:
        raise ClusterError(
            f"{home} holds files that are not Forbind's: set FORBIND_DATA_DIR to another folder."
        )


def _may_enter(folder: Path, owner: Owner) -> bool:
    return subprocess.run([*owner.prefix, "test", "-x", folder], check=False).returncode == 0


def _not_writable(folder: Path) -> str:
    return (
        f"{folder} belongs to someone else or is not writable: run as the user who made it, "
        "or set FORBIND_DATA_DIR to a folder of your own."
    )


def _make_socket_dir(home: Path, owner: Owner) -> Path:
    """Make the folder of the socket, by a name that is short however deep `home` lies."""
    name = hashlib.sha256(os.fsencode(home)).hexdigest()[:12]
    folder = SOCKET_FOLDERS / f"forbind-{owner.uid}-{name}"
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        owner.take(folder)
    found = folder.lstat()
    # Anyone may make names there, so a folder that was there before may be a trap.
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner.uid or found.st_mode & 0o077:
        raise ClusterError(
            f"{folder} is not a private folder of {owner.name}: remove it and start again."
        )
    return folder
