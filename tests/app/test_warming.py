"""What is warmed leaves nothing to be loaded or compiled for a first drawing."""

import json
import os
import subprocess
import sys

import pytest
from fastapi.testclient import TestClient

from app.api import layer_page
from app.db.engine import make_engine
from app.main import create_app
from app.services import warming
from app.services.warming import MAP_LAYERS, MAP_PAGE, warm
from app.settings import Settings
from app.state import make_service
from tests.app.drawn import AREA, collection, feature, line, shop

# Of its own process: in this one other tests have loaded every kernel already.
PROGRAM = """
import json, sys
from numba.core.registry import CPUDispatcher
import gc
from app.db.engine import make_engine
from app.services.warming import EVERYTHING, warm
from app.services.assessing import answer
from app.services.drawing import read_drawing
from app.services.subjects import subject_of
from app.settings import Settings
from app.state import make_service

def loaded():
    kernels = [thing for thing in gc.get_objects() if isinstance(thing, CPUDispatcher)]
    return {f"{k.__module__}.{k.__name__}{sig}" for k in kernels for sig in k.signatures}

settings = Settings(warm_at_start=False)
service = make_service(settings, make_engine(settings.database_url))
warm(service)
assert service.warm.is_set()
before = loaded()
drawn = read_drawing(json.loads(sys.argv[2]), service.limits, at="")
with service.snapshots() as session:
    answer(subject_of(service, session, sys.argv[1], drawn.features), EVERYTHING, "da")
print(json.dumps({"before": len(before), "late": sorted(loaded() - before)}))
"""


def test_a_first_drawing_finds_every_kernel_loaded(loaded_url: str) -> None:
    street = line((12.2880, 55.6545), (12.2890, 55.6550))
    drawn = collection(feature("connection", street), shop(12.288, 55.6542))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, AREA, json.dumps(drawn)],
        env={**os.environ, "FORBIND_DATABASE_URL": loaded_url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["before"] > 10
    assert told["late"] == []


def test_the_map_of_every_area_is_written_already(
    loaded_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(database_url=loaded_url, warm_at_start=False)
    service = make_service(settings, make_engine(loaded_url))
    # Answers are another test's: only the map is looked at here.
    monkeypatch.setattr(warming, "answer", lambda *_: None)
    warm(service)
    assert service.warm.is_set()

    def written_late(*_: object) -> bytes:
        raise AssertionError("a page of the map was not written ahead of time")

    client = TestClient(create_app(settings, service), base_url="http://127.0.0.1:8000")
    areas = [feature["id"] for feature in client.get("/api/areas").json()["features"]]
    assert len(areas) == 5
    monkeypatch.setattr(layer_page, "write_page", written_late)
    for area in areas:
        for address in MAP_LAYERS:
            asked = {"area": area, "limit": MAP_PAGE, "offset": 0}
            page = client.get(address, params=asked).json()
            assert page["numberReturned"] == min(page["numberMatched"], MAP_PAGE)
    with pytest.raises(AssertionError, match="ahead of time"):
        client.get("/api/streets", params={"area": AREA, "limit": MAP_PAGE - 1})
    service.engine.dispose()


@pytest.mark.parametrize("leaving", [True, False])
def test_a_service_that_leaves_says_nothing_of_what_was_not_finished(
    loaded_url: str, monkeypatch: pytest.MonkeyPatch, *, leaving: bool
) -> None:
    service = make_service(Settings(database_url=loaded_url), make_engine(loaded_url))

    def without_threads(*_: object) -> None:
        # As a pool says it when the interpreter ends, which is after the service began to leave.
        if leaving:
            service.leaving.set()
        raise RuntimeError("cannot schedule new futures after interpreter shutdown")

    monkeypatch.setattr(warming, "answer", without_threads)
    if leaving:
        warm(service)
    else:
        with pytest.raises(RuntimeError, match="new futures"):
            warm(service)
    assert not service.warm.is_set()
    service.engine.dispose()


def test_a_service_that_leaves_begins_nothing_more(
    loaded_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = make_service(Settings(database_url=loaded_url), make_engine(loaded_url))
    asked: list[object] = []

    def answered(*question: object) -> None:
        asked.append(question)
        service.leaving.set()

    monkeypatch.setattr(warming, "drawn_examples", lambda *_: ())
    monkeypatch.setattr(warming, "answer", answered)
    warm(service)
    assert len(asked) == 1
    assert not service.warm.is_set()
    service.engine.dispose()
