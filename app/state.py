"""What one running service holds. Made by ``create_app``, handed to every request, never global."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import BoundedSemaphore, Event
from uuid import UUID, uuid4

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from app.db.watch import Revive, StoreWatch
from app.services.answer_cache import AnswerCache
from app.services.cities import CityCache
from app.services.drawing import DrawingLimits
from app.services.drawing_files import AT_ONCE
from app.settings import Settings

_PAGES = 1_000
_PAGES_BYTES = 64 * 2**20
_TILES = 10_000
_TILES_BYTES = 64 * 2**20


def now() -> datetime:
    """Tell the time in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Service:
    """The parts of a service; clock and identities are passed in so that tests can fix them.

    ``snapshots`` gives sessions that see one state of the store from beginning to end; reads use
    them, so that data and its version belong together. ``sessions`` is for writing. ``answers``,
    ``pages`` of layers and ``tiles`` are what was sent before, each kept within bounds of its own.
    ``wake_worker`` sees to it that somebody works the queue of loads off; None where that is not
    this service's matter.
    ``leaving`` is set when the service ends: what was begun ahead of any visitor is then dropped.
    """

    settings: Settings
    engine: Engine
    sessions: sessionmaker[Session]
    snapshots: sessionmaker[Session]
    cities: CityCache
    answers: AnswerCache
    pages: AnswerCache
    tiles: AnswerCache
    store: StoreWatch
    clock: Callable[[], datetime] = now
    new_id: Callable[[], UUID] = uuid4
    warm: Event = field(default_factory=Event)
    leaving: Event = field(default_factory=Event)
    wake_worker: Callable[[], None] | None = None
    file_turns: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE))

    @property
    def limits(self) -> DrawingLimits:
        """How much may be drawn in one request."""
        return DrawingLimits(self.settings.max_features, self.settings.max_vertices)


def make_service(settings: Settings, engine: Engine, revive: Revive | None = None) -> Service:
    """Put a service together over a database, which ``revive`` starts again where it is ours."""
    steady = engine.execution_options(isolation_level="REPEATABLE READ")
    return Service(
        settings=settings,
        engine=engine,
        sessions=sessionmaker(engine, expire_on_commit=False),
        snapshots=sessionmaker(steady, expire_on_commit=False),
        cities=CityCache(settings.data_dir / "shared"),
        answers=AnswerCache(),
        pages=AnswerCache(_PAGES, _PAGES_BYTES),
        tiles=AnswerCache(_TILES, _TILES_BYTES),
        store=StoreWatch(engine, revive),
    )
