"""Where alembic finds the tables and the connection."""

import os

from alembic import context
from sqlalchemy import Connection, create_engine

from app.db.models import Base


def include_name(name: str | None, kind: str, _parents: object) -> bool:
    """Leave out the tables that PostGIS brought."""
    return kind != "table" or name in Base.metadata.tables


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_name=include_name,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


def main() -> None:
    given = context.config.attributes.get("connection")
    if given is not None:
        run(given)
        return
    url = os.environ.get("FORBIND_DATABASE_URL")
    if url is None:
        raise SystemExit("Set FORBIND_DATABASE_URL to the database that alembic shall work on.")
    with create_engine(url).begin() as connection:
        run(connection)


main()
