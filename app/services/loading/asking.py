"""What may be done with loads over the web: ask, send the file, look, cancel, take.

Each of these commits before it returns; a job and the row that tells of it are one commit.
"""

from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Load
from app.importers.faults import DataFault, InvalidLayers
from app.problems import Fault, Problem
from app.schemas.loads import OWN_PROFILE, LoadIn
from app.services.loading import uploads
from app.services.loading.queue import defer
from app.state import Service

MOST_UNFINISHED: Final = 20
MOST_LISTED: Final = 100
_UNFINISHED: Final = ("awaiting_file", "queued", "running")
_WAITS_FOR: Final = timedelta(hours=24)
"""A load whose file never came is forgotten after this."""


def ask(service: Service, asked: LoadIn) -> Load:
    """Take note of what somebody wants to load; without a file to wait for it is queued at once.

    Raises
    ------
    Problem
        ``loading-closed``, ``too-many-loads``, or ``invalid-request`` where a profile is of another
        kind of file, or of one's own and wrong.
    """
    refuse_where_closed(service)
    _refuse_other_profile(asked)
    now = service.clock()
    with service.sessions.begin() as session:
        _forget_what_never_came(session, service)
        unfinished = select(func.count()).select_from(Load).where(Load.state.in_(_UNFINISHED))
        if session.scalar(unfinished) >= MOST_UNFINISHED:  # type: ignore[operator]
            raise Problem("too-many-loads", limit=MOST_UNFINISHED)
        load = Load(
            id=service.new_id(),
            state="queued" if asked.overpass else "awaiting_file",
            asked=asked.model_dump(mode="json"),
            file_name=asked.file_name or "",
            rehearse=asked.rehearse,
            attempts=0,
            created_at=now,
        )
        session.add(load)
        session.flush()
        if asked.overpass:
            load.job_id = defer(session, load.id)
    return load


def find(session: Session, load_id: UUID) -> Load:
    """Find a load.

    Raises
    ------
    Problem
        ``unknown-load``.
    """
    load = session.get(Load, load_id)
    if load is None:
        raise Problem("unknown-load", value=str(load_id))
    return load


def latest(session: Session) -> list[Load]:
    """List the latest loads, newest first."""
    question = select(Load).order_by(Load.created_at.desc(), Load.id).limit(MOST_LISTED)
    return list(session.scalars(question))


def awaits_file(service: Service, load_id: UUID) -> str:
    """Give the name of the file that a load waits for.

    Raises
    ------
    Problem
        ``loading-closed``, ``unknown-load``, ``load-has-file`` where it waits for none, or
        ``municipalities-first`` where it announced some that are not here.
    """
    load = _awaiting(service, load_id)
    name = load.asked.get("municipalities_file_name")
    if name is not None:
        path = uploads.municipalities_for(service.settings, load_id, name)
        if not path.is_file():
            raise Problem("municipalities-first", value=name)
    return load.file_name


def awaits_municipalities(service: Service, load_id: UUID) -> str:
    """Give the name of the file with municipalities that a load announced.

    Raises
    ------
    Problem
        ``loading-closed``, ``unknown-load``, or ``load-has-file`` where it waits for none.
    """
    name = _awaiting(service, load_id).asked.get("municipalities_file_name")
    if name is None:
        raise Problem("load-has-file", value=str(load_id))
    return str(name)


def _awaiting(service: Service, load_id: UUID) -> Load:
    refuse_where_closed(service)
    with service.sessions() as session:
        load = find(session, load_id)
        if load.state != "awaiting_file":
            raise Problem("load-has-file", value=str(load_id))
        session.expunge(load)
        return load


def file_came(service: Service, load_id: UUID, size: int) -> Load:
    """Queue a load whose file is here.

    Raises
    ------
    Problem
        ``load-has-file`` where another sending was faster, or it was cancelled meanwhile.
    """
    with service.sessions.begin() as session:
        load = session.get(Load, load_id, with_for_update=True)
        if load is None or load.state != "awaiting_file":
            raise Problem("load-has-file", value=str(load_id))
        load.state = "queued"
        load.file_bytes = size
        load.job_id = defer(session, load.id)
    return load


def cancel(service: Service, load_id: UUID) -> Load:
    """Stop a load: at once while it waits, at its next step while it is read.

    Raises
    ------
    Problem
        ``unknown-load``, or ``load-over`` where there is nothing to stop any more.
    """
    refuse_where_closed(service)
    with service.sessions.begin() as session:
        load = session.get(Load, load_id, with_for_update=True)
        if load is None:
            raise Problem("unknown-load", value=str(load_id))
        if load.state not in _UNFINISHED:
            raise Problem("load-over", value=str(load_id))
        load.cancel_asked_at = service.clock()
        if load.state != "running":
            load.state = "cancelled"
            load.finished_at = service.clock()
    if load.state == "cancelled":
        uploads.remove(service.settings, load_id)
    return load


def take(service: Service, load_id: UUID) -> Load:
    """Take in what a rehearsal read: the same file, asked for in the same way.

    Raises
    ------
    Problem
        ``loading-closed``, ``unknown-load``, or ``load-not-rehearsed`` where it was no rehearsal or
        its file is gone.
    """
    refuse_where_closed(service)
    with service.sessions.begin() as session:
        load = session.get(Load, load_id, with_for_update=True)
        if load is None:
            raise Problem("unknown-load", value=str(load_id))
        if not can_be_taken(service, load):
            raise Problem("load-not-rehearsed", value=str(load_id))
        load.rehearse = False
        load.asked = {**load.asked, "rehearse": False}
        load.state = "queued"
        load.story = None
        load.attempts = 0
        load.finished_at = None
        load.job_id = defer(session, load.id)
    return load


def can_be_taken(service: Service, load: Load) -> bool:
    """Tell whether a load is a rehearsal that would change something, with its file still here."""
    if not load.rehearse or load.state != "done" or load.story is None:
        return False
    if not load.story["is_change"]:
        return False
    if not load.file_name:
        return True
    return uploads.place_for(service.settings, load.id, load.file_name).is_file()


def refuse_where_closed(service: Service) -> None:
    """Let nobody load data where more than this machine gets in.

    Raises
    ------
    Problem
        ``loading-closed``.
    """
    if not service.settings.is_loading_open:
        raise Problem("loading-closed")


def _refuse_other_profile(asked: LoadIn) -> None:
    try:
        asked.asked(None)
    except InvalidLayers as error:
        faults = [_of_profile(asked, fault) for fault in error.faults]
        raise Problem("invalid-request", faults=faults) from error


def _of_profile(asked: LoadIn, fault: DataFault) -> Fault:
    at = "/profile" if asked.profile_toml is None else "/profile_toml"
    if fault.layer == OWN_PROFILE:
        line = ": ".join(part for part in (fault.feature, fault.message, fault.value) if part)
        return Fault("own_profile", at, value=fault.value, values={"expected": line})
    return Fault("profile_of_another_kind", at, value=asked.profile or OWN_PROFILE)


def _forget_what_never_came(session: Session, service: Service) -> None:
    before = service.clock() - _WAITS_FOR
    late = select(Load).where(Load.state == "awaiting_file", Load.created_at < before)
    for load in session.scalars(late):
        load.state = "cancelled"
        load.finished_at = service.clock()
