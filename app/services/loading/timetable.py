"""A feed taken into the store: one timetable at a time, whole or not at all."""

import hashlib
from collections.abc import Sequence
from typing import Final

from psycopg import Connection, sql
from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from app.db.models import DataSource, Place, TransitStop
from app.db.models.transit import FEED_SRID
from app.db.queries.dataset import dataset_version
from app.db.queries.geo_layers import upsert_rows
from app.importers.geo_rows import SourceRow
from app.importers.gtfs import Feed
from app.importers.reading import Progress, ReadingNote, unwatched
from app.load_texts import EVERYWHERE
from app.services.loading.holdings import Holding, checksum_of, remember
from app.services.loading.lock import LOADING_LOCK
from app.services.loading.story import Story
from app.services.loading.timetable_changes import compare_timetables, held_rows
from app.services.loading.timetable_rows import TableRows, rows_of_feed
from app.state import Service

LAYER: Final = "timetable"


def load_timetable(
    service: Service, feed: Feed, source: SourceRow, progress: Progress, *, rehearse: bool
) -> Story:
    """Put a feed in the place of the timetable that stands, or tell what that would do.

    Parameters
    ----------
    progress
        What it raises takes everything back.
    """
    tables = rows_of_feed(feed, source.id)
    checksum = timetable_checksum(tables, source)
    holding = Holding(EVERYWHERE, LAYER, source.id)
    with service.sessions() as session:
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOADING_LOCK})
        before = dataset_version(session)
        upsert_rows(session, [source])
        changes = compare_timetables(held_rows(session, tables), tables)
        if checksum_of(session, holding) != checksum:
            replace_timetable(session, tables, source.id, checksum, progress)
            remember(session, holding, checksum, service.clock())
        notes = (*_stops_by_place(session), *feed.notes)
        progress("store", len(tables), len(tables))
        after = dataset_version(session)
        taken = not rehearse and before != after
        if taken:
            session.commit()
        else:
            session.rollback()
    return Story(EVERYWHERE, source.id, taken, changes, notes, (), before, after)


def _stops_by_place(session: Session) -> list[ReadingNote]:
    """Count the stops of every place, so that the wrong country's feed is noticed."""
    inside = func.ST_Within(
        TransitStop.geom,
        func.ST_MakeEnvelope(Place.west, Place.south, Place.east, Place.north, FEED_SRID),
    )
    counted = session.execute(
        select(Place.name, func.count(TransitStop.row))
        .join(TransitStop, inside & (TransitStop.kind == 0))
        .group_by(Place.id, Place.name)
        .order_by(Place.id)
    )
    notes = [
        ReadingNote("stops-in-place", count, values={"place_name": name}) for name, count in counted
    ]
    return notes or [ReadingNote("no-stops-here", 0)]


def replace_timetable(
    session: Session,
    tables: Sequence[TableRows],
    source: str,
    checksum: str,
    progress: Progress = unwatched,
) -> None:
    """Put rows in the place of the timetable that stands, and note what its source holds."""
    _replace(session, tables, progress)
    statement = update(DataSource).where(DataSource.id == source)
    session.execute(statement.values(checksum=checksum))


def timetable_checksum(tables: Sequence[TableRows], source: SourceRow) -> str:
    """Name what a feed and its source hold; the same feed fetched again is no change."""
    digest = hashlib.sha256(source.model_dump_json(exclude={"date"}).encode())
    for rows in tables:
        digest.update(rows.checksum.encode())
    return digest.hexdigest()


def _replace(session: Session, tables: Sequence[TableRows], progress: Progress) -> None:
    connection = session.connection().connection.driver_connection
    assert isinstance(connection, Connection)  # noqa: S101 - psycopg is the only driver there is
    names = [sql.Identifier(rows.table.__tablename__) for rows in tables]
    connection.execute(sql.SQL("SET CONSTRAINTS ALL DEFERRED"))
    # Whoever reads meanwhile goes on with the timetable as it was.
    for name in reversed(names):
        connection.execute(sql.SQL("DELETE FROM {}").format(name))
    for at, (name, rows) in enumerate(zip(names, tables, strict=True)):
        progress("store", at, len(tables))
        copy = sql.SQL("COPY {} ({}) FROM STDIN").format(
            name, sql.SQL(", ").join(map(sql.Identifier, rows.columns))
        )
        with connection.cursor() as cursor, cursor.copy(copy) as target:
            for row in rows.rows:
                target.write_row(row)
        connection.execute(sql.SQL("ANALYZE {}").format(name))
