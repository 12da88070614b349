"""The command line: clear sentences, the way out, and exit codes."""

import csv
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import httpx2 as httpx
import pytest

from app.cli import main
from tests.app.drawn import AREA, collection, feature, line, shop

FORBIND = Path(sys.executable).with_name("forbind")


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


def environment(url: str, **more: str) -> dict[str, str]:
    return {**os.environ, "LANG": "C.UTF-8", "FORBIND_DATABASE_URL": url, **more}


@pytest.fixture
def run(
    loaded_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Run the command on the bundled data, in this process to spare its start."""

    def call(*arguments: str, url: str = loaded_url, **more: str) -> Done:
        for name, value in environment(url, **more).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["forbind", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Done(int(ended.value.code or 0), said.out, said.err)

    return call


@pytest.fixture
def drawing_file(tmp_path: Path) -> Path:
    path = tmp_path / "drawing.geojson"
    path.write_text(json.dumps(collection(shop(12.288, 55.6542, id="butik"))))
    return path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def serving(loaded_url: str) -> Iterator[str]:
    """A service of its own process, as a person runs it."""
    port = free_port()
    process = subprocess.Popen(
        [FORBIND, "serve"],
        env=environment(loaded_url, FORBIND_PORT=str(port)),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == f"Forbind listens on http://127.0.0.1:{port}\n"
    address = f"http://127.0.0.1:{port}"
    with httpx.Client(base_url=address, timeout=30) as client:
        until = time.monotonic() + 30
        while not client.get("/health").json()["warm"] and time.monotonic() < until:
            time.sleep(0.1)
    yield address
    process.send_signal(signal.SIGINT)
    assert process.wait(20) in {0, 130, -signal.SIGINT}
    process.stdout.close()


def test_migrate_and_load_an_empty_database(run: Run, empty_url: str) -> None:
    refused = run("load-bundled", url=empty_url)
    assert refused.returncode == 1
    assert "forbind migrate" in refused.stderr
    assert run("migrate", url=empty_url).stdout == "The tables are up to date.\n"
    assert run("migrate", url=empty_url).stdout == "The tables are up to date already.\n"
    assert run("load-bundled", url=empty_url).stdout.startswith("Loaded dataset ")
    assert "is loaded already" in run("load-bundled", url=empty_url).stdout


def test_assess_as_a_table(run: Run, drawing_file: Path) -> None:
    done = run("assess", AREA, str(drawing_file))
    assert done.returncode == 0, done.stderr
    assert "travel_time_nearest" in done.stdout
    assert "walk grocery" in done.stdout
    assert " min" in done.stdout


def test_assess_as_csv_json_and_geojson(run: Run, drawing_file: Path) -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(run("assess", AREA, str(drawing_file), "--format", "csv").stdout)
        )
    )
    answer = json.loads(run("assess", AREA, str(drawing_file), "--format", "json").stdout)
    assert len(rows) == len(answer["indicators"])
    homes = json.loads(run("assess", AREA, str(drawing_file), "--format", "geojson").stdout)
    assert homes["forbind"]["area"] == AREA
    properties = homes["features"][0]["properties"]
    assert properties["travel_time_nearest_walk_grocery_after"] is not None


def test_assess_through_a_lens(run: Run, drawing_file: Path) -> None:
    done = run("assess", AREA, str(drawing_file), "--format", "json", "--lens", "elder")
    assert json.loads(done.stdout)["parameters"]["lens"]["ms_per_metre"] == 1_125
    assert run("assess", AREA, str(drawing_file), "--lens", "owl").returncode != 0


def test_assess_from_a_pipe(loaded_url: str, drawing_file: Path) -> None:
    done = subprocess.run(
        [FORBIND, "assess", AREA, "-"],
        env=environment(loaded_url),
        input=drawing_file.read_bytes(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0


def test_assess_says_every_fault(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.geojson"
    path.write_text(json.dumps(collection(shop(55.6, 12.3, id="a"), shop(0, 0, id="b"))))
    done = run("assess", AREA, str(path))
    assert done.returncode == 1
    assert "swapped" in done.stderr
    assert "outside Denmark" in done.stderr
    assert "Traceback" not in done.stderr


def test_assess_says_what_the_engine_finds(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lonely.geojson"
    lonely = feature("connection", line((12.2613, 55.6737), (12.2616, 55.6737)), id="a")
    path.write_text(json.dumps(collection(lonely)))
    english = run("assess", AREA, str(path))
    danish = run("assess", AREA, str(path), LANG="da_DK.UTF-8")
    assert english.returncode == danish.returncode == 1
    assert "/interventions/features/0: " in english.stderr
    assert "Noget i tegningen skal rettes" in danish.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("assess", "atlantis", "x.geojson"), "taastrupgaard"),
        (("assess", AREA, "/nowhere/x.geojson"), "cannot be read"),
        (("export", "00000000-0000-0000-0000-000000000000"), "no proposal"),
    ],
)
def test_mistakes_have_a_way_out(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.returncode == 1
    assert done.stderr.startswith("forbind: ")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"FORBIND_HOST": "0.0.0.0"}, "no accounts yet"),  # noqa: S104 - refused
        ({"FORBIND_PORT": "http"}, "FORBIND_PORT=http"),
        ({"FORBIND_DATABASE_URL": "mysql://u:secret@h/n"}, "not a PostgreSQL address"),
        ({"FORBIND_DATABASE_URL": "postgresql:///x?host=/nowhere"}, "does not answer"),
    ],
)
def test_settings_that_cannot_be(run: Run, settings: dict[str, str], said: str) -> None:
    url = settings.pop("FORBIND_DATABASE_URL", None)
    done = run("serve", **settings) if url is None else run("serve", url=url)
    assert done.returncode == 1
    assert said in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_taken_port_is_told(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", FORBIND_PORT=str(port))
    assert done.returncode == 1
    assert f"FORBIND_PORT={port + 1}" in done.stderr


@pytest.mark.parametrize("form", ["text", "json", "geojson"])
def test_the_bundled_data_passes_its_checks(run: Run, form: str) -> None:
    done = run("check-data", "--format", form)
    assert done.returncode == 0, done.stdout
    if form != "text":
        json.loads(done.stdout)


def test_the_description_needs_no_database(run: Run) -> None:
    done = run("openapi", url="postgresql:///x?host=/nowhere")
    assert json.loads(done.stdout)["openapi"].startswith("3.")


def test_fifty_megabytes_over_a_real_connection(serving: str) -> None:
    """The caller sends all of it, reads the refusal, and the connection serves the next."""
    with httpx.Client(base_url=serving, timeout=30) as client:
        began = time.monotonic()
        announced = client.post("/api/assess", content=b" " * 50_000_000)
        assert announced.status_code == 413
        unannounced = client.post(
            "/api/assess",
            content=(b" " * 1_000_000 for _ in range(50)),
            headers={"Content-Type": "application/json"},
        )
        assert unannounced.status_code == 413
        assert client.get("/health").status_code == 200
        assert time.monotonic() - began < 20


def test_a_body_that_never_comes_holds_nobody_up(serving: str) -> None:
    host, port = serving.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as slow:
        slow.sendall(
            b"POST /api/assess HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 50000000\r\n\r\n"
        )
        slow.settimeout(10)
        assert b"413" in slow.recv(100)
        assert httpx.get(f"{serving}/health").status_code == 200


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_service_leaves_in_order(loaded_url: str, number: signal.Signals) -> None:
    process = subprocess.Popen(
        [FORBIND, "serve"],
        env=environment(loaded_url, FORBIND_PORT=str(free_port())),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Whoever runs the tests in the background has a shell that lets nobody interrupt.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.5)
    process.send_signal(number)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 128 + number
    assert "Traceback" not in said


def test_a_killed_service_loses_no_confirmed_change(loaded_url: str) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    body = {"area": AREA, "name": "Bekræftet", "interventions": collection(shop(id="a"))}

    def start() -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [FORBIND, "serve"],
            env=environment(loaded_url, FORBIND_PORT=str(port), FORBIND_WARM_AT_START="0"),
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline().startswith("Forbind listens on")
        process.stdout.close()
        return process

    first = start()
    kept = httpx.post(f"{address}/api/proposals", json=body, timeout=30).json()
    first.kill()
    first.wait()
    second = start()
    again = httpx.get(f"{address}/api/proposals/{kept['id']}", timeout=30).json()
    second.terminate()
    second.wait(20)
    assert again == kept


def test_a_register_is_loaded_by_the_name_of_its_profile(run: Run, tmp_path: Path) -> None:
    kinds = ("supermarked", "bager", "Toilet")
    features = [
        {
            "type": "Feature",
            "properties": {"type": kind},
            "geometry": {"type": "Point", "coordinates": [12.288, 55.654 + k / 1000]},
        }
        for k, kind in enumerate(kinds)
    ]
    shops = tmp_path / "butikker.geojson"
    shops.write_text(json.dumps(collection(*features)))
    asked = (
        "load",
        "facilities",
        str(shops),
        "--place",
        "taastrup",
        "--dry-run",
        "--format",
        "json",
    )
    done = run(*asked, "--profile", "geofa-shops", "--source", "date=2026-11-01")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert not told["taken"]
    assert [(change["layer"], change["added"]) for change in told["layers"]] == [("facilities", 2)]
    assert "Toilet" in json.dumps(told["notes"])
    unknown = run(*asked, "--profile", "geofa-shop")
    assert unknown.returncode != 0
    assert "geofa-shops" in unknown.stderr
