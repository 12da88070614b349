"""Which database a command works on: the one that is named, or the private cluster's."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.cluster import Cluster
from app.settings import Settings


@contextmanager
def open_database(settings: Settings) -> Iterator[Settings]:
    """Give settings that name a database, running the private cluster meanwhile if need be."""
    if settings.database_url is not None:
        yield settings
        return
    with Cluster(settings.data_dir / "postgres") as cluster:
        yield settings.model_copy(update={"database_url": cluster.url()})
