"""One load of the queue, from its row to what came of it."""

import time
from dataclasses import asdict, dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import update

from app.db.models import Load
from app.importers.faults import DataFault, InvalidLayers
from app.schemas.loads import LoadIn
from app.services.loading import uploads
from app.services.loading.perform import perform
from app.services.loading.story import Story
from app.state import Service

MOST_ATTEMPTS: Final = 2
"""A load that ended its worker twice is not begun again."""
TOLD_EVERY_S: Final = 0.5


class LoadCancelled(Exception):  # noqa: N818 - not a fault
    """Somebody asked for the load to be stopped."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of a load."""

    state: str
    story: dict[str, Any] | None = None
    faults: list[dict[str, Any]] | None = None
    keeps_file: bool = False


def run_load(service: Service, load_id: UUID) -> None:
    """Work a load off; whatever comes of it stands in its row afterwards."""
    begun = _begin(service, load_id)
    if begun is None:
        return
    asked, name, rehearse = begun
    # What nobody foresaw goes on to the queue, which logs it; the row must not seem to run on.
    outcome = _failed("something failed on our side; it is in the log")
    try:
        story = _story(service, load_id, asked, name, rehearse=rehearse)
        outcome = _Outcome("done", story=story.as_json(), keeps_file=rehearse)
    except LoadCancelled:
        outcome = _Outcome("cancelled")
    except InvalidLayers as refused:
        outcome = _Outcome("refused", faults=[asdict(fault) for fault in refused.faults])
    except MemoryError:
        outcome = _failed("the file is too large for the memory")
    finally:
        _end(service, load_id, outcome)


def _begin(service: Service, load_id: UUID) -> tuple[LoadIn, str | None, bool] | None:
    """Take a load up; None where there is nothing to do any more."""
    with service.sessions.begin() as session:
        load = session.get(Load, load_id, with_for_update=True)
        if load is None or load.state not in {"queued", "running"}:
            return None
        if load.cancel_asked_at is not None:
            load.state = "cancelled"
            load.finished_at = service.clock()
            uploads.remove(service.settings, load_id)
            return None
        load.attempts += 1
        too_often = load.attempts > MOST_ATTEMPTS
        if not too_often:
            load.state = "running"
            load.started_at = service.clock()
            load.progress = None
            return LoadIn.model_validate(load.asked), load.file_name or None, load.rehearse
    message = "the reading ended twice without a word; the file may be too large for the memory"
    _end(service, load_id, _failed(message))
    return None


def _story(
    service: Service, load_id: UUID, asked: LoadIn, name: str | None, *, rehearse: bool
) -> Story:
    path = None if name is None else uploads.place_for(service.settings, load_id, name)
    watch = Watch(service, load_id)
    watch("begin", 0, None)
    beside = asked.municipalities_file_name
    shapes = (
        None if beside is None else uploads.municipalities_for(service.settings, load_id, beside)
    )
    return perform(service, asked.asked(path, shapes), asked.place, watch, rehearse=rehearse)


class Watch:
    """Writes down how far a load is, and stops it where somebody asked for that."""

    def __init__(self, service: Service, load_id: UUID) -> None:
        self._service = service
        self._load_id = load_id
        self._stage = ""
        self._since_s = 0.0
        self._told_s = 0.0

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Take note that ``done`` of ``total`` steps of a stage are done."""
        now_s = time.monotonic()
        is_new = stage != self._stage
        if is_new:
            self._stage, self._since_s = stage, now_s
        is_last = total is not None and done >= total
        if not is_new and not is_last and now_s - self._told_s < TOLD_EVERY_S:
            return
        self._told_s = now_s
        left = _seconds_left(now_s - self._since_s, done, total)
        told = {"stage": stage, "done": done, "total": total, "seconds_left": left}
        statement = (
            update(Load)
            .where(Load.id == self._load_id)
            .values(progress=told)
            .returning(Load.cancel_asked_at)
        )
        with self._service.sessions.begin() as session:
            cancelled = session.execute(statement).scalar_one()
        if cancelled is not None:
            raise LoadCancelled


def _seconds_left(elapsed_s: float, done: int, total: int | None) -> float | None:
    """Guess the rest by what was done so far; nobody guesses from the first percent."""
    if total is None or done <= 0 or done * 100 < total:
        return None
    return round(elapsed_s * (total - done) / done, 1)


def _end(service: Service, load_id: UUID, outcome: _Outcome) -> None:
    with service.sessions.begin() as session:
        load = session.get(Load, load_id, with_for_update=True)
        if load is None:
            return
        load.state = outcome.state
        load.story = outcome.story
        load.faults = outcome.faults
        load.progress = None
        load.finished_at = service.clock()
    if not outcome.keeps_file:
        uploads.remove(service.settings, load_id)


def _failed(message: str) -> _Outcome:
    return _Outcome("failed", faults=[asdict(DataFault("", None, None, None, message))])
