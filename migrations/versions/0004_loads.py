"""Loads that somebody asked for over the web, and the queue that works them off.

The queue's tables are procrastinate's own, in a schema of their own. Their shape is that of the
version we lock (3.10): a later version comes with a migration here that runs its deltas.
"""

from collections.abc import Sequence
from importlib.resources import files

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

STATES = (
    "awaiting_file",
    "queued",
    "running",
    "done",
    "refused",
    "failed",
    "cancelled",
)


def upgrade() -> None:
    op.create_table(
        "load",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("job_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked", postgresql.JSONB(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_bytes", sa.BigInteger(), nullable=True),
        sa.Column("rehearse", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("cancel_asked_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("progress", postgresql.JSONB(), nullable=True),
        sa.Column("story", postgresql.JSONB(), nullable=True),
        sa.Column("faults", postgresql.JSONB(), nullable=True),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("started_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("finished_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.CheckConstraint(
            f"state IN ({', '.join(repr(state) for state in STATES)})", name=op.f("ck_load_state")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_load")),
    )
    op.create_index("ix_load_created_at", "load", ["created_at"])
    schema = files("procrastinate.sql").joinpath("schema.sql").read_text("utf-8")
    connection = op.get_bind()
    connection.exec_driver_sql("CREATE SCHEMA jobs")
    connection.exec_driver_sql("SET LOCAL search_path TO jobs, public")
    # Through psycopg itself: without parameters it takes many statements, and % as it stands.
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - the migration runs on it
    driver.execute(schema)
    connection.exec_driver_sql("SET LOCAL search_path TO DEFAULT")


def downgrade() -> None:
    op.execute("DROP SCHEMA jobs CASCADE")
    op.drop_index("ix_load_created_at", table_name="load")
    op.drop_table("load")
