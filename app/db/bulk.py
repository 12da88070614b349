"""Many rows at once: PostgreSQL's COPY, inside the session's own transaction."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import shapely
from psycopg import Connection, sql
from sqlalchemy.orm import Session

from app.db.models import SRID, Base
from app.importers.geo_rows import Row

# Geometry is written as one array at a time; more rows would only hold more memory.
ROWS_AT_ONCE = 10_000
# What a file calls it, and what the store does.
STORE_NAMES = {"place": "place_id", "area": "area_id", "geometry": "geom"}


def copy_rows(session: Session, table: type[Base], rows: Iterable[Row]) -> int:
    """Write rows of one kind, geometry in EPSG:25832, and give how many there were.

    Columns that the table works out by itself keep their defaults. Rows are taken as they come, so
    that a region need not be in memory at once. The planner is told of them at once: the first map
    of a region that was just loaded must not wait for autovacuum to find its index.

    Raises
    ------
    psycopg.Error
        Where the table refuses a row; the transaction is over then.
    """
    connection = session.connection().connection.driver_connection
    assert isinstance(connection, Connection)  # noqa: S101 - psycopg is the only driver there is
    written = 0
    for chunk in _chunks(rows):
        written += len(chunk)
        names = [name for name in type(chunk[0]).model_fields if name != "geometry"]
        columns = [*(STORE_NAMES.get(name, name) for name in names), "geom"]
        copy = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(table.__tablename__), sql.SQL(", ").join(map(sql.Identifier, columns))
        )
        with connection.cursor() as cursor, cursor.copy(copy) as target:
            for row, geometry in zip(chunk, _as_text(chunk), strict=True):
                target.write_row([*(getattr(row, name) for name in names), geometry])
    if written:
        connection.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(table.__tablename__)))
    return written


def _chunks(rows: Iterable[Row]) -> Iterator[Sequence[Row]]:
    remaining = iter(rows)
    while chunk := tuple(islice(remaining, ROWS_AT_ONCE)):
        yield chunk


def _as_text(rows: Sequence[Row]) -> Sequence[str]:
    geometries = shapely.set_srid([row.geometry for row in rows], SRID)  # type: ignore[attr-defined]
    texts: Sequence[str] = shapely.to_wkb(geometries, hex=True, include_srid=True).tolist()
    return texts
