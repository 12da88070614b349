"""The queue of loads: procrastinate's, in the same database, so that no job is lost."""

from typing import Final
from uuid import UUID

import procrastinate
from sqlalchemy import text
from sqlalchemy.orm import Session

QUEUE: Final = "loads"
TASK: Final = "load"
_SCHEMA: Final = "jobs, public"
_LOCK: Final = "loading"


def queue_over(database_url: str) -> procrastinate.App:
    """Give the queue of a database, for a worker."""
    address = database_url.replace("postgresql+psycopg://", "postgresql://", 1)
    connector = procrastinate.PsycopgConnector(
        conninfo=address,
        kwargs={"options": f"-csearch_path={_SCHEMA.replace(' ', '')}"},
        min_size=1,
        max_size=4,
    )
    return procrastinate.App(connector=connector)


def defer(session: Session, load_id: UUID) -> int:
    """Put a load into the queue in the caller's transaction; gives the job's number.

    The row that tells of the load and the job that works it off are one commit.
    """
    session.execute(text(f"SET LOCAL search_path TO {_SCHEMA}"))
    # Never opened: it writes through the connection that it is given.
    queue = procrastinate.App(connector=procrastinate.SyncPsycopgConnector())
    number = queue.configure_task(
        TASK, queue=QUEUE, lock=_LOCK, connection=session.connection().connection.driver_connection
    ).defer(load_id=str(load_id))
    session.execute(text("SET LOCAL search_path TO DEFAULT"))
    return number


def is_busy(session: Session) -> bool:
    """Tell whether a job waits or is being worked on."""
    question = text(
        "SELECT EXISTS (SELECT FROM jobs.procrastinate_jobs "
        "WHERE queue_name = :queue AND status IN ('todo', 'doing'))"
    )
    return bool(session.execute(question, {"queue": QUEUE}).scalar_one())
