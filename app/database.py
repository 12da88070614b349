"""Which database a command works on: the one that is named, or the private cluster's."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.cluster import Cluster
from app.db.watch import Revive
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class OpenDatabase:
    """A database in use.

    ``settings`` name it; ``revive`` starts it again where it died and is ours to start.
    """

    settings: Settings
    url: str
    revive: Revive | None


@contextmanager
def open_database(settings: Settings) -> Iterator[OpenDatabase]:
    """Give a database, running the private cluster meanwhile where none is named."""
    if settings.database_url is not None:
        yield OpenDatabase(settings, settings.database_url, None)
        return
    with Cluster(settings.data_dir / "postgres") as cluster:
        url = cluster.url()
        named = settings.model_copy(update={"database_url": url})
        yield OpenDatabase(named, url, cluster.revive)
