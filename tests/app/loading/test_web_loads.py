"""Loads over the web: asked for, sent, rehearsed, followed, cancelled, and never half done."""

import ast
import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from fastapi.testclient import TestClient
from sqlalchemy import update

from app.db.engine import make_engine
from app.db.models import Load
from app.db.queries.geo_layers import read_geo_layers
from app.main import create_app
from app.services.loading import asking, run_load, uploads, worker
from app.services.loading.queue import is_busy
from app.settings import Settings
from app.state import Service, make_service
from app.worker_beside import worker_beside
from tests.conftest import ADDRESS

OCTETS = {"Content-Type": "application/octet-stream"}
SHOPS = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"navn": name, "art": "grocery"},
            "geometry": {"type": "Point", "coordinates": [lon, 55.6543]},
        }
        for name, lon in (("Den første", 12.288), ("Den anden", 12.290))
    ],
}
ASKED: dict[str, Any] = {
    "kind": "facilities",
    "place": "taastrup",
    "file_name": "Butikker i byen.geojson",
    "columns": {"name": "navn", "category": "art"},
    "source": {"id": "butikker", "publisher": "Kommunen", "licence": "CC0", "date": "2026"},
}
PEOPLE: dict[str, Any] = {
    **ASKED,
    "kind": "population",
    "file_name": "folk.geojson",
    "columns": {},
    "source": {**ASKED["source"], "id": "folk"},
}


@pytest.fixture
def service(
    new_database: Callable[[str | None], str], loaded_template: str, tmp_path: Path
) -> Iterator[Service]:
    url = new_database(loaded_template)
    settings = Settings(
        database_url=url,
        warm_at_start=False,
        data_dir=tmp_path / "data",
        max_upload_bytes=2_000_000,
    )
    made = make_service(settings, make_engine(url))
    yield made
    made.engine.dispose()


@pytest.fixture
def client(service: Service) -> Iterator[TestClient]:
    app = create_app(service.settings, service)
    with TestClient(app, base_url=ADDRESS, headers={"Accept-Language": "en"}) as speaking:
        yield speaking


def ask(client: TestClient, **more: object) -> dict[str, Any]:
    answer = client.post("/api/loads", json={**ASKED, **more})
    assert answer.status_code == 201, answer.json()
    asked: dict[str, Any] = answer.json()
    assert answer.headers["location"] == f"/api/loads/{asked['id']}"
    return asked


def send(client: TestClient, load: dict[str, Any], content: bytes | object) -> dict[str, Any]:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    answer = client.put(f"/api/loads/{load['id']}/file", content=body, headers=OCTETS)
    assert answer.status_code == 200, answer.json()
    sent: dict[str, Any] = answer.json()
    return sent


def worked_off(client: TestClient, service: Service, load: dict[str, Any]) -> dict[str, Any]:
    worker.work(service, until_idle=True)
    told: dict[str, Any] = client.get(f"/api/loads/{load['id']}").json()
    return told


def names(service: Service) -> list[str]:
    with service.snapshots() as session:
        rows = read_geo_layers(session).facilities
    return sorted(row.name for row in rows if row.source == "butikker")


def files(service: Service) -> list[Path]:
    return [path for path in (service.settings.data_dir / "uploads").rglob("*") if path.is_file()]


def test_a_file_is_rehearsed_and_then_taken_in_without_sending_it_again(
    client: TestClient, service: Service
) -> None:
    asked = ask(client, rehearse=True)
    assert (asked["state"], asked["file_bytes"]) == ("awaiting_file", None)
    sent = send(client, asked, SHOPS)
    assert sent["state"] == "queued"
    assert sent["file_bytes"] == len(json.dumps(SHOPS))
    rehearsed = worked_off(client, service, asked)
    assert (rehearsed["state"], rehearsed["can_be_taken"]) == ("done", True)
    assert rehearsed["story"]["taken"] is False
    assert rehearsed["story"]["headline"].startswith("A rehearsal")
    (layer,) = rehearsed["story"]["layers"]
    assert layer["message"] == "facilities: 2 new, 0 removed, 0 changed, 0 as before"
    assert names(service) == []
    taken = client.post(f"/api/loads/{asked['id']}/take")
    assert taken.json()["state"] == "queued"
    done = worked_off(client, service, asked)
    assert (done["state"], done["can_be_taken"]) == ("done", False)
    assert done["story"]["taken"] is True
    assert names(service) == ["Den anden", "Den første"]
    assert files(service) == []
    danish = client.get(f"/api/loads/{asked['id']}", headers={"Accept-Language": "da"}).json()
    assert danish["story"]["headline"].startswith("Indlæst i taastrup fra butikker")
    assert client.post(f"/api/loads/{asked['id']}/take").status_code == 409
    (listed,) = client.get("/api/loads").json()["loads"]
    assert listed == done


def test_what_is_wrong_with_a_file_is_told_in_both_languages(
    client: TestClient, service: Service
) -> None:
    broken = json.loads(json.dumps(SHOPS))
    broken["features"][0]["properties"]["art"] = "zoo"
    broken["features"][1]["geometry"]["coordinates"] = [55.65, 12.29]
    asked = ask(client)
    send(client, asked, broken)
    refused = worked_off(client, service, asked)
    assert refused["state"] == "refused"
    (fault,) = refused["faults"]
    assert fault["message"] == "longitude and latitude are swapped"
    danish = client.get(f"/api/loads/{asked['id']}", headers={"Accept-Language": "da"}).json()
    assert danish["faults"][0]["message"] == "længde og bredde er byttet om"
    assert (names(service), files(service)) == ([], [])


NO_FILES: list[tuple[str, bytes, str]] = [
    ("a.gpkg", b"PK\x03\x04", "not what a .gpkg file holds"),
    (
        "a.csv",
        b"<OGRVRTDataSource><OGRVRTLayer name='a'><SrcDataSource>/etc/passwd",
        "not what a .csv file holds",
    ),
    ("a.geojson", b"<OGRVRTDataSource>", "not what a .geojson file holds"),
    ("a.geojson", b"", "not what a .geojson file holds"),
    ("a.geojson", b'{"type": "FeatureCollection", "fea', "cannot be read"),
    ("a.zip", b"nothing", "not a zip"),
    ("a.osm.pbf", b"\x00\x00\x00\x0dnothing", "broken or cut off"),
    ("a.csv", "navn;lon;lat\nKøbmand;12.288;55.654\n".encode("utf-16"), ""),
]


def test_a_file_that_is_none_is_refused_in_words(client: TestClient, service: Service) -> None:
    asked = []
    for name, content, _ in NO_FILES:
        asked.append(ask(client, file_name=name))
        send(client, asked[-1], content)
    worker.work(service, until_idle=True)
    for load, (name, _, says) in zip(asked, NO_FILES, strict=True):
        refused = client.get(f"/api/loads/{load['id']}").json()
        assert refused["state"] == "refused", (name, refused)
        assert says in refused["faults"][0]["message"], (name, refused)
    assert (names(service), files(service)) == ([], [])


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return packed.getvalue()


def test_a_shapefile_travels_in_a_zip(client: TestClient, service: Service, tmp_path: Path) -> None:
    path = tmp_path / "butikker.shp"
    points = [shapely.Point(12.288, 55.6543), shapely.Point(12.290, 55.6543)]
    columns = (["Købmanden", "Bageren"], ["grocery", "retail"])
    pyogrio.raw.write(
        path,
        np.array(shapely.to_wkb(points), object),
        [np.array(column, object) for column in columns],
        ["navn", "art"],
        geometry_type="Point",
        crs="EPSG:4326",
        encoding="ISO-8859-1",
    )
    members = {
        f"mappe/{part.name}": part.read_bytes() for part in sorted(tmp_path.glob("butikker.*"))
    }
    asked = ask(client, file_name="Butikker.zip")
    send(client, asked, zipped(**members))
    done = worked_off(client, service, asked)
    assert done["state"] == "done", done["faults"]
    assert names(service) == ["Bageren", "Købmanden"]


def test_a_bomb_does_not_go_off(client: TestClient, service: Service) -> None:
    bomb = zipped(**{"a.geojson": b"\0" * 50_000_000})
    assert len(bomb) < 100_000
    asked = ask(client, file_name="a.zip")
    send(client, asked, bomb)
    refused = worked_off(client, service, asked)
    assert refused["faults"][0]["message"] == "the zip unpacks to more than a table can be"
    several = zipped(**{"a.geojson": b"{}", "b.geojson": b"{}"})
    again = ask(client, file_name="a.zip")
    send(client, again, several)
    refused = worked_off(client, service, again)
    assert refused["faults"][0]["message"].startswith("the zip must hold one table")
    assert refused["faults"][0]["value"] == "a.geojson, b.geojson"


def test_every_fault_of_what_is_asked_is_told_at_once(client: TestClient) -> None:
    wrong = {
        **ASKED,
        "kind": "everything",
        "file_name": "kort.dwg",
        "profile": "../../etc/passwd.toml",
        "gap_m": 1e9,
        "source": {"licens": "CC0"},
        "filename": "x",
    }
    answer = client.post("/api/loads", json=wrong)
    assert answer.status_code == 422
    found = {fault["pointer"]: fault["code"] for fault in answer.json()["errors"]}
    assert found == {
        "/kind": "not_one_of",
        "/file_name": "file_ending",
        "/profile": "unknown_profile",
        "/gap_m": "out_of_range",
        "/source/licens": "unknown_field",
        "/filename": "unknown_field",
    }
    other = client.post("/api/loads", json={**ASKED, "profile": "dst-squares"})
    assert other.json()["errors"][0]["code"] == "profile_of_another_kind"
    more = {"profile": "geofa-shops", "profile_toml": "", "municipalities_file_name": "k.gpkg"}
    both = client.post("/api/loads", json={**ASKED, **more})
    assert both.json()["errors"][0]["code"] == "two_profiles"
    shops = client.post("/api/loads", json={**ASKED, "municipalities_file_name": "k.gpkg"})
    assert shops.json()["errors"][0]["code"] == "municipalities_of_people"
    map_of = client.post("/api/loads", json={**PEOPLE, "municipalities_file_name": "k.osm.pbf"})
    assert map_of.json()["errors"][0]["code"] == "file_ending"
    neither = client.post("/api/loads", json={**ASKED, "file_name": None})
    assert neither.json()["errors"][0]["code"] == "file_or_overpass"


OWN_PROFILE = """
about = "Kommunens butikker"
kind = "facilities"
[columns]
name = "navn"
category = "art"
[meanings.category]
Dagligvarer = "grocery"
[source]
id = "butikker"
publisher = "Kommunen"
licence = "CC0"
"""


def test_a_profile_of_ones_own_comes_with_what_is_asked(
    client: TestClient, service: Service
) -> None:
    told = json.loads(json.dumps(SHOPS).replace("grocery", "Dagligvarer"))
    bare = {"columns": {}, "source": {}}
    asked = ask(client, profile_toml=OWN_PROFILE, **bare)
    assert "profile_toml" not in asked["asked"]
    send(client, asked, told)
    assert worked_off(client, service, asked)["state"] == "done"
    assert names(service) == ["Den anden", "Den første"]


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("about = ", "own_profile", "not TOML"),
        ('about = "x"\nkind = "facilities"\nlayers = "a"', "own_profile", "layers: Extra inputs"),
        ('about = "x"\nkind = "population"', "profile_of_another_kind", "another kind"),
    ],
)
def test_what_is_wrong_with_a_profile_is_told_before_the_file_is_sent(
    client: TestClient, text: str, code: str, said: str
) -> None:
    answer = client.post("/api/loads", json={**ASKED, "profile_toml": text})
    assert answer.status_code == 422
    (fault,) = answer.json()["errors"]
    assert (fault["pointer"], fault["code"]) == ("/profile_toml", code)
    assert said in fault["message"]


def test_municipalities_are_sent_before_the_people_who_live_in_them(
    client: TestClient, service: Service
) -> None:
    asked = ask(client, **PEOPLE, municipalities_file_name="Kommuner.geojson")
    address = f"/api/loads/{asked['id']}"
    early = client.put(f"{address}/file", content=b"{}", headers=OCTETS)
    assert (early.status_code, early.json()["type"]) == (409, "/problems/municipalities-first")
    square = shapely.box(12.2, 55.6, 12.4, 55.7)
    shapes = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"KOMKODE": "0101"},
                "geometry": shapely.geometry.mapping(square),
            }
        ],
    }
    sent = client.put(f"{address}/municipalities", content=json.dumps(shapes), headers=OCTETS)
    assert (sent.status_code, sent.json()["state"]) == (200, "awaiting_file")
    people = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"id": "a", "residents": 2},
                "geometry": {"type": "Point", "coordinates": [12.288, 55.6543]},
            }
        ],
    }
    send(client, asked, people)
    assert worked_off(client, service, asked)["state"] == "done"
    with service.snapshots() as session:
        homes = read_geo_layers(session).homes
    assert [one.municipality_code for one in homes if one.source == "folk"] == ["0101"]
    assert files(service) == []
    plain = ask(client)
    unasked = client.put(f"/api/loads/{plain['id']}/municipalities", content=b"{}", headers=OCTETS)
    assert unasked.status_code == 409


def test_files_are_bounded_and_come_once(client: TestClient, service: Service) -> None:
    asked = ask(client)
    address = f"/api/loads/{asked['id']}/file"
    large = client.put(address, content=b" " * 2_000_001, headers=OCTETS)
    assert (large.status_code, large.json()["type"]) == (413, "/problems/body-too-large")

    def without_length() -> Iterator[bytes]:
        for _ in range(21):
            yield b" " * 100_000

    streamed = client.put(address, content=without_length(), headers=OCTETS)
    assert streamed.status_code == 413
    assert files(service) == []
    other = client.put(address, content=b"{}", headers={"Content-Type": "text/plain"})
    assert (other.status_code, other.json()["errors"][0]["code"]) == (415, "not_a_file_type")
    send(client, asked, SHOPS)
    again = client.put(address, content=b"{}", headers=OCTETS)
    assert (again.status_code, again.json()["type"]) == (409, "/problems/load-has-file")
    unknown = client.put(
        "/api/loads/11111111-1111-1111-1111-111111111111/file", content=b"{}", headers=OCTETS
    )
    assert unknown.status_code == 404


def test_only_so_many_wait(client: TestClient, service: Service) -> None:
    first = ask(client)
    for _ in range(asking.MOST_UNFINISHED - 1):
        ask(client)
    refused = client.post("/api/loads", json=ASKED)
    assert (refused.status_code, refused.json()["type"]) == (429, "/problems/too-many-loads")
    client.post(f"/api/loads/{first['id']}/cancel")
    ask(client)
    # Files that never came are forgotten after a day.
    with service.sessions.begin() as session:
        session.execute(update(Load).values(created_at=datetime.now(UTC) - timedelta(days=2)))
    ask(client)
    states = [load["state"] for load in client.get("/api/loads").json()["loads"]]
    assert states.count("awaiting_file") == 1


def test_what_waits_is_cancelled_at_once(client: TestClient, service: Service) -> None:
    asked = ask(client)
    send(client, asked, SHOPS)
    cancelled = client.post(f"/api/loads/{asked['id']}/cancel").json()
    assert cancelled["state"] == "cancelled"
    assert files(service) == []
    assert worked_off(client, service, asked)["state"] == "cancelled"
    assert names(service) == []
    over = client.post(f"/api/loads/{asked['id']}/cancel")
    assert (over.status_code, over.json()["type"]) == (409, "/problems/load-over")


def test_what_runs_stops_at_its_next_step_and_takes_everything_back(
    client: TestClient, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ask(client)
    send(client, asked, SHOPS)
    steps: list[tuple[str, int, int | None]] = []
    told = run_load.Watch.__call__

    def watched(self: run_load.Watch, stage: str, done: int, total: int | None) -> None:
        steps.append((stage, done, total))
        if (stage, done) == ("store", 1):
            # The rows are written; the transaction is not ended yet.
            assert client.post(f"/api/loads/{asked['id']}/cancel").json()["state"] == "running"
        told(self, stage, done, total)

    monkeypatch.setattr(run_load.Watch, "__call__", watched)
    assert worked_off(client, service, asked)["state"] == "cancelled"
    assert steps[-1] == ("store", 1, 1)
    assert names(service) == []


def test_a_rehearsal_that_nobody_takes_is_forgotten_after_a_day(
    client: TestClient, service: Service
) -> None:
    asked = ask(client, rehearse=True)
    send(client, asked, SHOPS)
    assert worked_off(client, service, asked)["can_be_taken"]
    (file,) = files(service)
    uploads.remove_old(service.settings, datetime.now(UTC) + timedelta(hours=23))
    assert file.exists()
    uploads.remove_old(service.settings, datetime.now(UTC) + timedelta(hours=25))
    assert not file.exists()
    assert not client.get(f"/api/loads/{asked['id']}").json()["can_be_taken"]
    refused = client.post(f"/api/loads/{asked['id']}/take")
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/load-not-rehearsed")


def test_nobody_loads_where_others_get_in(service: Service) -> None:
    closed = replace(
        service, settings=service.settings.model_copy(update={"allow_public_demo": True})
    )
    with TestClient(create_app(closed.settings, closed), base_url=ADDRESS) as client:
        refused = client.post("/api/loads", json=ASKED)
        assert (refused.status_code, refused.json()["type"]) == (403, "/problems/loading-closed")
        assert client.get("/api/loads").json()["is_open"] is False
    opened = closed.settings.model_copy(update={"allow_loading": True})
    assert opened.is_loading_open


def test_time_left_is_guessed_from_what_is_done() -> None:
    left = run_load._seconds_left
    assert left(10.0, 25, 100) == 30.0
    assert left(10.0, 0, 100) is None
    assert left(10.0, 25, None) is None
    assert left(10.0, 5, 1_000) is None


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    for _ in range(int(seconds * 10)):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("it did not come to pass")


def workers() -> list[int]:
    """Name the workers that this process began."""
    found = subprocess.run(
        ["pgrep", "-P", str(os.getpid()), "-f", "worker --until-idle"],
        capture_output=True,
        text=True,
        check=False,
    )
    return [int(pid) for pid in found.stdout.split()]


def test_a_worker_that_is_killed_leaves_the_load_to_the_next(
    client: TestClient, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real process, kill -9 in the middle, and the same load done once in the end."""
    monkeypatch.setenv("FORBIND_LOAD_STALLED_SECONDS", "1")
    many = [
        {
            "type": "Feature",
            "properties": {"navn": f"Butik {at}", "art": "grocery"},
            "geometry": {
                "type": "Point",
                "coordinates": [round(12.28 + (at % 70) / 5_000, 5), round(55.65 + at / 1e6, 6)],
            },
        }
        for at in range(2_500)
    ]
    asked = ask(client)
    send(client, asked, {"type": "FeatureCollection", "features": many})

    def state() -> str:
        told: str = client.get(f"/api/loads/{asked['id']}").json()["state"]
        return told

    with worker_beside(service) as woken:
        assert woken.wake_worker is not None
        until(lambda: state() == "running")
        (killed,) = workers()
        os.kill(killed, signal.SIGKILL)
        assert names(service) == []
        until(lambda: state() == "done")
    assert workers() == []
    with service.sessions() as session:
        assert not is_busy(session)
    assert len(names(service)) == len(many)
    assert files(service) == []


def test_the_worker_knows_no_format_that_leads_elsewhere() -> None:
    program = (
        "import sys; from app.services.loading import worker; "
        "import os; os.execv = lambda *_: None; worker.begin_with_few_drivers(); "
        "print(os.environ['OGR_SKIP'])"
    )
    skipped = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.strip()
    listed = subprocess.run(
        [sys.executable, "-c", "import pyogrio; print(sorted(pyogrio.list_drivers()))"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "OGR_SKIP": skipped},
    ).stdout
    assert ast.literal_eval(listed) == ["CSV", "ESRI Shapefile", "FlatGeobuf", "GPKG", "GeoJSON"]
