"""What bin/up says and does when something stands in its way, without installing anything."""

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
NOBODY = 65534


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


def bash(
    script: str, data_dir: Path, folder: Path = PROJECT, prefix: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    """Run a script on top of the set-up's functions, with `step` and all it needs ready."""
    begin = "set -euo pipefail; source bin/lib/set-up.sh; source bin/lib/service.sh; STEPS=1; "
    return subprocess.run(
        [*prefix, "bash", "-c", begin + script],
        cwd=folder,
        env={**os.environ, "FORBIND_DATA_DIR": str(data_dir)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def up(data_dir: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROJECT / "bin/up"],
        env={**os.environ, "FORBIND_DATA_DIR": str(data_dir), **settings},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def the_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """Return the one line that a failed script says on its error output."""
    assert done.returncode != 0, done.stdout
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_a_taken_port_is_named_with_a_free_choice(data_dir: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = up(data_dir, FORBIND_PORT=str(port))
    assert the_sentence(done) == (
        f"forbind: port {port} is taken by another program: stop that one, "
        f"or choose another port: FORBIND_PORT={port + 1} bin/up."
    )
    assert done.stdout == ""  # nothing was begun


def test_a_second_run_with_the_same_data_says_so(data_dir: Path) -> None:
    data_dir.mkdir()
    with (data_dir / "up.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert the_sentence(up(data_dir)).startswith("forbind: bin/up runs already with ")


def test_a_data_folder_that_cannot_be_made() -> None:
    assert the_sentence(up(Path("/proc/forbind"))).endswith(
        "or set FORBIND_DATA_DIR to a folder of your own."
    )


@pytest.mark.parametrize(
    ("system", "machine", "way_out"),
    [("Darwin", "x86_64", "docker compose up"), ("Linux", "s390x", "x86_64 or aarch64")],
)
def test_a_machine_it_is_not_made_for(
    system: str, machine: str, way_out: str, data_dir: Path
) -> None:
    uname = f"uname() {{ [[ $1 == -s ]] && echo {system} || echo {machine}; }}; "
    assert way_out in the_sentence(bash(uname + "check_machine", data_dir))


def test_a_disk_with_too_little_room(data_dir: Path) -> None:
    done = bash("df() { printf 'head\\n/dev/x 9 9 120 99%% /\\n'; }; check_space 3000 /", data_dir)
    assert the_sentence(done) == (
        "forbind: the disk of / has 120 MB left and setting up takes 3000 MB: "
        "free some space there and start again."
    )


@pytest.mark.parametrize("full", ["/usr", "/var/cache", "/var/lib"])
def test_a_disk_with_too_little_room_for_packages(full: str, data_dir: Path) -> None:
    script = f"""
      df() {{
        [[ ${{*: -1}} == {full} ]] && free=30 || free=9999
        printf 'head\\n/dev/x 9 9 %d 9%% /\\n' $free
      }}
      is_installed() {{ $INSTALLED; }}
      PURPOSES=(database)
      check_space_for_packages"""
    told = the_sentence(bash(f"INSTALLED=false;{script}", data_dir))
    assert told.startswith(f"forbind: the disk of {full} has 30 MB left")
    assert bash(f"INSTALLED=true;{script}", data_dir).stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has /dev/full")
def test_a_log_without_room_for_a_word(data_dir: Path) -> None:
    (data_dir / "log").mkdir(parents=True)
    (data_dir / "log/test.log").symlink_to("/dev/full")
    told = the_sentence(bash("open_log test", data_dir))
    assert "free some disk space" in told


@pytest.fixture
def readable_project() -> Iterator[Path]:
    """Give a copy of the scripts where also an unprivileged user may read them."""
    folder = Path(tempfile.mkdtemp(prefix="forbind-test-"))
    folder.chmod(0o755)
    shutil.copytree(PROJECT / "bin", folder / "bin")
    yield folder
    shutil.rmtree(folder)


def test_without_root_or_sudo_it_names_the_administrators_command(readable_project: Path) -> None:
    prefix: tuple[str, ...] = ()
    if os.geteuid() == 0:
        prefix = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--")
    script = """
      is_installed() { return 1; }
      sudo() { echo 'sudo: a password is required' >&2; return 1; }
      PURPOSES=(database)
      ask_for_privilege"""
    told = the_sentence(bash(script, readable_project / "data", readable_project, prefix))
    assert "start bin/up in a terminal where sudo can ask for your password" in told
    assert told.endswith(
        "ask an administrator to run: apt-get install postgresql-15 postgresql-15-postgis-3."
    )


def test_nothing_is_asked_for_where_nothing_is_missing(data_dir: Path) -> None:
    done = bash("PURPOSES=(database); is_installed() { :; }; ask_for_privilege", data_dir)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("E: Write error - write (28: No space left on device)", "the disk is full"),
        ("npm error code ENOSPC", "the disk is full"),
        ("W: Failed to fetch x  Temporary failure resolving 'deb.debian.org'", "no network"),
        ("E: Could not resolve 'deb.debian.org'", "no network"),
        ("Failed to establish a new connection: NameResolutionError", "no network"),
        ("npm error code EAI_AGAIN", "no network"),
        (f"Error: [Errno 13] Permission denied: '{PROJECT}/.venv'", f"{PROJECT} is not yours"),
        ("E: Could not get lock /var/lib/dpkg/lock-frontend", "another program is installing"),
        ("E: Unable to locate package x\nTemporary failure resolving 'deb'", "no network"),
        ("E: Unable to locate package postgresql-15", "this system's package sources lack"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "a downloaded package is not the one"),
        ("npm error code SELF_SIGNED_CERT_IN_CHAIN", "the package registries show a certificate"),
        (
            "SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed",
            "the package registries show",
        ),
        ("sudo: a password is required", "sudo refused"),
        ("much talk\nerror: the reason\nmore talk", "“Some step” did not work: error: the reason"),
        ("forbind: the database is too old: dump it.", "the database is too old: dump it."),
    ],
)
def test_a_step_that_fails_tells_its_reason(said: str, sentence: str, data_dir: Path) -> None:
    script = """
      PURPOSES=(); open_log test
      fail_saying() { printf '%s\\n' "$1" >&2; return 3; }
      step "Some step" fail_saying """
    done = bash(script + f'"$(cat <<"TEXT"\n{said}\nTEXT\n)"', data_dir)
    assert the_sentence(done).startswith(f"forbind: {sentence}")
    assert done.stdout == "[1/1] Some step … failed\n"
    assert said in (data_dir / "log/test.log").read_text()


def test_packages_that_no_source_has_are_named(data_dir: Path) -> None:
    script = """
      PURPOSES=(database); is_installed() { return 1; }; open_log test
      fetch() { echo "E: Unable to locate package $1" >&2; return 1; }
      step Packages fetch postgresql-15"""
    told = the_sentence(bash(script, data_dir))
    assert "lack postgresql-15 postgresql-15-postgis-3; Debian 12 has them" in told


def test_npm_trusts_whom_this_machine_trusts(tmp_path: Path, data_dir: Path) -> None:
    ask = 'echo "${NODE_EXTRA_CA_CERTS:-}"'
    script = f"unset NODE_EXTRA_CA_CERTS; source bin/lib/frontend.sh; {ask}"
    here = Path("/etc/ssl/certs/ca-certificates.crt")
    assert bash(script, data_dir).stdout == (f"{here}\n" if here.exists() else "\n")
    script = f"NODE_EXTRA_CA_CERTS={tmp_path}/own.crt; source bin/lib/frontend.sh; {ask}"
    assert bash(script, data_dir).stdout == f"{tmp_path}/own.crt\n"


def test_a_step_stops_at_its_first_fault(data_dir: Path) -> None:
    script = "two() { false; touch $FORBIND_DATA_DIR/reached; }; open_log test; step Two two"
    assert bash(script, data_dir).returncode == 1
    assert not (data_dir / "reached").exists()


def begin(script: str, data_dir: Path) -> subprocess.Popen[str]:
    set_up = "set -euo pipefail; source bin/lib/set-up.sh; STEPS=1; open_log test; "
    # Whoever runs the tests in the background may ignore Ctrl-C, and bash cannot undo that.
    heeding = ["env", "--default-signal=INT,TERM,HUP"]
    return subprocess.Popen(
        [*heeding, "bash", "-c", set_up + script],
        cwd=PROJECT,
        env={**os.environ, "FORBIND_DATA_DIR": str(data_dir)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for(file: Path) -> str:
    for _ in range(600):
        if file.exists() and (text := file.read_text().strip()):
            return text
        time.sleep(0.05)
    raise AssertionError(f"{file} did not come")


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_ends_the_step_and_what_it_started(
    number: signal.Signals, status: int, data_dir: Path
) -> None:
    script = """
      work() { sleep 1000 & echo $! > "$FORBIND_DATA_DIR/pid"; wait; }
      step Work work"""
    with begin(script, data_dir) as running:
        sleeper = int(wait_for(data_dir / "pid"))
        running.send_signal(number)
        _, error = running.communicate()
    assert running.returncode == status
    assert "start again to go on from here" in error
    assert not is_alive(sleeper)


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_an_installation_is_not_cut_off_in_the_middle(data_dir: Path) -> None:
    script = """
      install() { echo begun > "$FORBIND_DATA_DIR/begun"; sleep 1
                  echo whole > "$FORBIND_DATA_DIR/whole"; }
      work() { unbroken install; }
      step Work work"""
    with begin(script, data_dir) as running:
        wait_for(data_dir / "begun")
        running.send_signal(signal.SIGTERM)
        running.communicate()
    assert running.returncode == 143
    assert (data_dir / "whole").exists()


def test_a_broken_environment_counts_as_missing(tmp_path: Path, data_dir: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/python").symlink_to(tmp_path / "gone")
    script = f"""
      VENV={tmp_path}
      python_stamp requirements.lock > $VENV/forbind-stamp
      is_current $VENV/forbind-stamp "$(python_stamp requirements.lock)" && echo current"""
    assert bash(script, data_dir).stdout == ""
    (tmp_path / "bin/python").unlink()
    (tmp_path / "bin/python").symlink_to("/bin/true")
    assert bash(script, data_dir).stdout == "current\n"


def test_the_front_end_is_built_again_only_when_a_source_changed(
    readable_project: Path, data_dir: Path
) -> None:
    (readable_project / "frontend/src").mkdir(parents=True)
    (readable_project / "frontend/node_modules").mkdir()
    source = readable_project / "frontend/src/main.ts"
    source.write_text("1")
    script = """
      use_node() { :; }
      npm() { mkdir -p frontend/dist; touch frontend/dist/index.html; echo built; }
      build_frontend"""
    assert bash(script, data_dir, readable_project).stdout == "built\n"
    assert bash(script, data_dir, readable_project).stdout == ""
    source.write_text("2")
    assert bash(script, data_dir, readable_project).stdout == "built\n"


@pytest.mark.parametrize(
    ("version", "answer"),
    [
        ("v18.20.4", "refused"),
        ("v20.18.1", "refused"),
        ("v20.19.0", "taken"),
        ("v22.11.0", "refused"),
        ("v22.12.0", "taken"),
        ("v24.1.0", "taken"),
    ],
)
def test_a_node_that_is_too_old_is_not_taken(
    version: str, answer: str, tmp_path: Path, data_dir: Path
) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {version}\n")
        (tmp_path / name).chmod(0o755)
    script = f'PATH="{tmp_path}:$PATH"; has_node && echo taken || echo refused'
    assert bash(script, data_dir).stdout == f"{answer}\n"
