"""A real service over a real database with the bundled data, for the benches that ask over HTTP."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from app.cluster import temporary_cluster
from app.db import migrate
from app.db.engine import make_engine
from app.services.bundled_data import load_bundled
from app.settings import Settings
from app.state import make_service

if TYPE_CHECKING:
    from collections.abc import Iterator

BUNDLED: Final = Path(__file__).resolve().parent.parent / "data" / "geo"


@contextmanager
def settings_over_bundled_data(*, warm_at_start: bool) -> Iterator[Settings]:
    """Give the settings of a service whose database and folder go away afterwards."""
    with temporary_cluster() as cluster, TemporaryDirectory() as folder:
        url = cluster.create_database("bench")
        settings = Settings(
            database_url=url, data_dir=Path(folder), warm_at_start=warm_at_start, port=0
        )
        engine = make_engine(url)
        migrate.upgrade(engine)
        load_bundled(make_service(settings, engine), BUNDLED)
        engine.dispose()
        yield settings
