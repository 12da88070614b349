"""The store: migrations, drift, and loading whole or not at all."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from fastapi.testclient import TestClient
from sqlalchemy import inspect

from app.db import migrate
from app.db.engine import make_engine
from app.db.models import Base
from app.db.queries.dataset import EMPTY_DATASET, dataset_version
from app.db.queries.geo_layers import read_geo_layers
from app.db.queries.proposals import list_proposals, list_revisions
from app.importers.geo_layers import InvalidLayers, read_layers
from app.main import create_app
from app.services.bundled_data import NoBundledData, load_bundled
from app.settings import Settings
from app.state import Service, make_service

BUNDLED = Path(__file__).resolve().parents[2] / "data" / "geo"


@pytest.fixture
def fresh(migrated_url: str) -> Iterator[Service]:
    """The service over an empty store."""
    service = make_service(
        Settings(database_url=migrated_url, warm_at_start=False), make_engine(migrated_url)
    )
    yield service
    service.engine.dispose()


@pytest.fixture
def stocked(new_database: Callable[[str | None], str], loaded_template: str) -> Iterator[Service]:
    """The service over a store of its own that has the bundled data."""
    url = new_database(loaded_template)
    service = make_service(Settings(database_url=url, warm_at_start=False), make_engine(url))
    yield service
    service.engine.dispose()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the bundled data that a test may change."""
    return Path(shutil.copytree(BUNDLED, tmp_path / "geo"))


def test_migrations_go_up_and_down_and_up(empty_url: str) -> None:
    engine = make_engine(empty_url)
    assert not migrate.is_current(engine)
    migrate.upgrade(engine)
    assert migrate.is_current(engine)
    assert set(Base.metadata.tables) <= set(inspect(engine).get_table_names())
    migrate.downgrade(engine)
    assert not set(Base.metadata.tables) & set(inspect(engine).get_table_names())
    migrate.upgrade(engine)
    migrate.upgrade(engine)
    assert migrate.is_current(engine)
    engine.dispose()


def test_the_models_and_the_migrations_agree(migrated_url: str) -> None:
    engine = make_engine(migrated_url)
    with engine.connect() as connection:
        options = {
            "include_name": lambda name, kind, _: kind != "table" or name in Base.metadata.tables,
            "compare_type": True,
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_every_geometry_has_an_index(migrated_url: str) -> None:
    engine = make_engine(migrated_url)
    inspector = inspect(engine)
    for name, table in Base.metadata.tables.items():
        if "geom" in table.columns:
            indexed = [index["column_names"] for index in inspector.get_indexes(name)]
            assert ["geom"] in indexed, name
    engine.dispose()


def test_what_is_loaded_is_what_is_in_the_files(fresh: Service) -> None:
    loaded = load_bundled(fresh, BUNDLED)
    assert loaded.changed
    files = read_layers(BUNDLED)
    with fresh.snapshots() as session:
        kept = read_geo_layers(session)
    for name in ("sources", "places", "areas", "streets", "facilities", "stops", "homes"):
        in_store = {row.id: row for row in getattr(kept, name)}
        in_files = {row.id: row for row in getattr(files, name)}
        assert in_store.keys() == in_files.keys()
        for identity, row in in_files.items():
            same = row.model_dump(exclude={"geometry", "housing_organisations"})
            assert in_store[identity].model_dump(include=set(same)) == same
            if "geometry" in type(row).model_fields:
                assert in_store[identity].geometry.equals_exact(row.geometry, 0)


def test_loading_again_does_nothing(stocked: Service) -> None:
    with stocked.snapshots() as session:
        dataset = dataset_version(session)
    again = load_bundled(stocked, BUNDLED)
    assert (again.changed, again.dataset) == (False, dataset)


def test_proposals_stay_when_the_data_changes(stocked: Service, folder: Path) -> None:
    app = create_app(stocked.settings, stocked)
    body = {
        "area": "taastrupgaard",
        "name": "Min",
        "interventions": {"type": "FeatureCollection", "features": []},
    }
    with TestClient(app, base_url="http://127.0.0.1") as client:
        kept = client.post("/api/proposals", json=body).json()
        before = client.get("/api/areas/taastrupgaard/model").json()
        path = folder / "taastrup" / "homes.geojson"
        homes = json.loads(path.read_text())
        gone = homes["features"].pop()
        path.write_text(json.dumps(homes))
        second = load_bundled(stocked, folder)
        assert second.changed
        assert second.dataset != before["dataset"]
        assert client.get("/health").json()["dataset"] == second.dataset
        assert client.get(f"/api/proposals/{kept['id']}").json() == kept
        # The engine's city is of the new data too, without a restart.
        after = client.get("/api/areas/taastrupgaard/model").json()
        assert after["dataset"] == second.dataset
        missing = {row["id"] for row in before["origins"]} - {row["id"] for row in after["origins"]}
        assert missing == {gone["id"]}


def test_a_changed_example_becomes_a_new_version(stocked: Service, folder: Path) -> None:
    path = folder / "examples" / "taastrupgaard.geojson"
    document = json.loads(path.read_text())
    document["features"].pop()
    path.write_text(json.dumps(document))
    (folder / "examples" / "stengaardsvej.geojson").unlink()
    load_bundled(stocked, folder)
    with stocked.snapshots() as session:
        _, rows = list_proposals(session, area_id=None, is_example=True, limit=9, offset=0)
        versions = {proposal.area_id: proposal.version for proposal, _ in rows}
        changed = next(row for row, _ in rows if row.area_id == "taastrupgaard")
        actions = [revision.action for revision in list_revisions(session, changed.id)[1]]
    assert versions == {
        "charlottekvarteret": 1,
        "gadehavegaard": 1,
        "taastrupgaard": 2,
        "vaerebro-park": 1,
    }
    assert actions == ["load", "load"]


def test_with_faults_nothing_is_loaded(stocked: Service, folder: Path) -> None:
    with stocked.snapshots() as session:
        before = dataset_version(session)
    for place in ("taastrup", "esbjerg"):
        path = folder / place / "facilities.geojson"
        document = json.loads(path.read_text())
        document["features"][0]["properties"]["category"] = "casino"
        path.write_text(json.dumps(document))
    with pytest.raises(InvalidLayers) as refusal:
        load_bundled(stocked, folder)
    assert {fault.layer for fault in refusal.value.faults} == {
        "taastrup/facilities",
        "esbjerg/facilities",
    }
    with stocked.snapshots() as session:
        assert dataset_version(session) == before


def test_faults_of_examples_are_told_together(fresh: Service, folder: Path) -> None:
    for area, find, put in (
        ("taastrupgaard", '"kind": "housing"', '"kind": "castle"'),
        ("stengaardsvej", '"name_da"', '"navn"'),
    ):
        path = folder / "examples" / f"{area}.geojson"
        document = json.loads(path.read_text())
        text = json.dumps(document).replace(find, put)
        path.write_text(text)
    with pytest.raises(InvalidLayers) as refusal:
        load_bundled(fresh, folder)
    assert {fault.layer for fault in refusal.value.faults} == {
        "examples/taastrupgaard",
        "examples/stengaardsvej",
    }
    with fresh.snapshots() as session:
        assert dataset_version(session) == EMPTY_DATASET


def test_a_folder_without_layers_is_told(fresh: Service, tmp_path: Path) -> None:
    with pytest.raises(NoBundledData, match="FORBIND_GEO_FOLDER"):
        load_bundled(fresh, tmp_path)


def test_an_empty_store_says_so(fresh: Service) -> None:
    with TestClient(create_app(fresh.settings, fresh), base_url="http://127.0.0.1") as client:
        answer = client.get("/health", headers={"Accept-Language": "en"})
        assert answer.status_code == 503
        assert "forbind load-bundled" in answer.json()["detail"]
        assert client.get("/api/areas").json()["features"] == []


def test_a_store_that_is_gone_is_told(tmp_path: Path) -> None:
    url = f"postgresql+psycopg://forbind@/forbind?host={tmp_path}"
    service = make_service(Settings(database_url=url), make_engine(url))
    with TestClient(create_app(service.settings, service), base_url="http://127.0.0.1") as client:
        answer = client.get("/health")
        assert answer.status_code == 503
        assert answer.json()["type"] == "/problems/store-unavailable"
        assert answer.headers["retry-after"] == "5"
        assert str(tmp_path) not in answer.text
