"""What is locked is whole, of one piece, and says nothing of the machine it was locked on."""

import json
import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
LOCKS = sorted(path.name for path in PROJECT.glob("requirements*.lock"))


def pins(lock: str) -> dict[str, str]:
    text = (PROJECT / lock).read_text()
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", text, re.MULTILINE))


def declared(key: str) -> set[str]:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"] if key == "service" else project["optional-dependencies"][key]
    return {re.split(r"[\[<>=]", line)[0].lower() for line in wanted}


def test_the_locks_are_these() -> None:
    assert LOCKS == [
        "requirements-bench.lock",
        "requirements-build.lock",
        "requirements-dev.lock",
        "requirements-node.lock",
        "requirements.lock",
    ]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_hashes_and_no_address(lock: str) -> None:
    text = (PROJECT / lock).read_text()
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"://|--index-url|--find-links|--trusted-host|@ file", text)


def test_the_service_is_locked_without_the_tools() -> None:
    service = set(pins("requirements.lock"))
    assert declared("service") <= service
    assert not declared("dev") & service


def test_tests_run_on_what_the_service_runs_on() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()
    assert declared("dev") <= set(pins("requirements-dev.lock"))


def test_the_bench_measures_the_service_as_it_is_locked_and_the_peers_stay_out_of_it() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-bench.lock").items()
    assert declared("bench") <= set(pins("requirements-bench.lock"))
    shipped = set(pins("requirements.lock")) | set(pins("requirements-dev.lock"))
    assert not {"pandana", "cityseer"} & shipped


def test_the_front_ends_lock_names_every_platforms_packages() -> None:
    # Where one is missing, `npm ci` refuses the whole lock.
    lock = json.loads((PROJECT / "frontend/package-lock.json").read_text())["packages"]
    missing = [
        f"{where}: {name}"
        for where, package in lock.items()
        for name in package.get("optionalDependencies", {})
        if f"node_modules/{name}" not in lock and f"{where}/node_modules/{name}" not in lock
    ]
    assert missing == []


def test_the_front_ends_lock_is_of_its_package() -> None:
    package = json.loads((PROJECT / "frontend/package.json").read_text())
    locked = json.loads((PROJECT / "frontend/package-lock.json").read_text())["packages"][""]
    for kind in ("dependencies", "devDependencies"):
        assert package[kind] == locked[kind]
