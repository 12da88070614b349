"""What is locked is whole, of one piece, and says nothing of the machine it was locked on."""

import json
import os
import re
import tomllib
from collections.abc import Iterator
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
    # Both come with osmnx, and tests use them by themselves.
    assert not (declared("dev") - {"geopandas", "networkx"}) & service


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


# What one machine reaches its packages by is that machine's own affair.
REGISTRIES = re.compile(
    r"pypi\.org|pythonhosted|registry\.(?:npmjs|yarnpkg)|deb\.debian\.org|snapshot\.debian"
    r"|artifactory|pkg\.dev|(?<!emit-)(?:index-url|find-links|trusted-host)"
    r"|PIP_(?:INDEX|EXTRA|FIND|TRUSTED)|npm_config|\"resolved\": \"http",
    re.IGNORECASE,
)
NOT_OURS = {
    ".git",
    ".venv",
    ".venv-bench",
    ".forbind",
    "node_modules",
    "dist",
    "geo",
    "tests",
    "__pycache__",
}


def own_files() -> Iterator[Path]:
    """Give every text file of the project that is neither data nor a test nor made by a tool."""
    for folder, folders, names in os.walk(PROJECT):
        folders[:] = [name for name in folders if name not in NOT_OURS and "cache" not in name]
        for name in names:
            if not name.endswith((".png", ".ico", ".woff2")):
                yield Path(folder, name)


def test_no_file_says_where_packages_are_fetched() -> None:
    read = 0
    for path in own_files():
        text = path.read_text(errors="replace")
        read += "requirements.lock" in text
        named = REGISTRIES.search(text)
        assert named is None, f"{path.relative_to(PROJECT)} names {named}"
    assert read  # it did look where packages are spoken of


@pytest.mark.parametrize(
    "line",
    [
        "--extra-index-url https://x/simple",
        "deb http://deb.debian.org/debian bookworm main",
        '"resolved": "https://registry.npmjs.org/vite"',
        "PIP_INDEX_URL=https://x",
    ],
)
def test_such_a_line_would_be_found(line: str) -> None:
    assert REGISTRIES.search(line)
