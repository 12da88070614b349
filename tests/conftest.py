"""A real PostgreSQL with PostGIS for every test that wants one, and the service over it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.cluster import Cluster, temporary_cluster
from app.db import migrate
from app.db.engine import make_engine
from app.main import create_app
from app.services.answer_cache import AnswerCache
from app.services.bundled_data import load_bundled
from app.services.cities import CityCache
from app.settings import Settings
from app.state import Service, make_service
from tests.spatial.cases import use_everywhere

use_everywhere()

BUNDLED = Path(__file__).resolve().parent.parent / "data" / "geo"
ADDRESS = "http://127.0.0.1:8000"


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    with temporary_cluster() as running:
        yield running


@pytest.fixture(scope="session")
def migrated_template(cluster: Cluster) -> str:
    """A database with the tables and nothing in them, to be cloned."""
    engine = make_engine(cluster.create_database("migrated"))
    migrate.upgrade(engine)
    engine.dispose()
    return "migrated"


@pytest.fixture(scope="session")
def loaded_template(cluster: Cluster, migrated_template: str) -> str:
    """A database with the bundled data, to be cloned."""
    settings = Settings(database_url=cluster.create_database("loaded", migrated_template))
    service = make_service(settings, make_engine(str(settings.database_url)))
    load_bundled(service, BUNDLED)
    service.engine.dispose()
    return "loaded"


@pytest.fixture(scope="session")
def new_database(cluster: Cluster) -> Callable[[str | None], str]:
    """Clone a template under a name of its own; the cluster goes away with all of them."""
    numbers = count(1)
    return lambda template: cluster.create_database(f"clone_{next(numbers)}", template)


@pytest.fixture
def empty_url(new_database: Callable[[str | None], str]) -> str:
    """A database without any tables."""
    return new_database(None)


@pytest.fixture
def migrated_url(new_database: Callable[[str | None], str], migrated_template: str) -> str:
    """A database with the tables and nothing in them."""
    return new_database(migrated_template)


@pytest.fixture(scope="module")
def loaded_url(new_database: Callable[[str | None], str], loaded_template: str) -> str:
    """A database with the bundled data, for the tests of one file."""
    return new_database(loaded_template)


@pytest.fixture(scope="session")
def cities(tmp_path_factory: pytest.TempPathFactory) -> CityCache:
    """The places of the bundled data, built once for every service over a clone of it."""
    return CityCache(tmp_path_factory.mktemp("shared"))


@pytest.fixture(scope="session")
def pages() -> AnswerCache:
    """The map of the bundled data, written once for every service over a clone of it."""
    return AnswerCache()


@pytest.fixture(scope="module")
def service(loaded_url: str, cities: CityCache) -> Iterator[Service]:
    settings = Settings(
        database_url=loaded_url, warm_at_start=False, max_body_bytes=2_000_000, max_features=50
    )
    made = replace(make_service(settings, make_engine(loaded_url)), cities=cities)
    yield made
    made.engine.dispose()


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[TestClient]:
    """The service over the bundled data, speaking English so that messages can be read here."""
    app = create_app(service.settings, service)
    with TestClient(app, base_url=ADDRESS, headers={"Accept-Language": "en"}) as speaking:
        yield speaking
