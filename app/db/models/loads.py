"""Loads that somebody asked for over the web."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP
from sqlalchemy.orm import Mapped, mapped_column

from app.db.models.base import Base, one_of

LOAD_STATES = (
    "awaiting_file",
    "queued",
    "running",
    "done",
    "refused",
    "failed",
    "cancelled",
)


class Load(Base):
    """One file, what was said of it, and what came of it.

    ``refused`` is a file with faults, ``failed`` one that could not be read to its end. ``story``
    is what the load did, or would do where it is a rehearsal.
    """

    __tablename__ = "load"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    job_id: Mapped[int | None] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(Text)
    asked: Mapped[dict[str, Any]] = mapped_column(JSONB)
    file_name: Mapped[str] = mapped_column(Text)
    file_bytes: Mapped[int | None] = mapped_column(BigInteger)
    rehearse: Mapped[bool]
    attempts: Mapped[int]
    cancel_asked_at: Mapped[datetime | None] = mapped_column(TIMESTAMP(timezone=True))
    progress: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    story: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    faults: Mapped[list[dict[str, Any]] | None] = mapped_column(JSONB)
    created_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True))
    started_at: Mapped[datetime | None] = mapped_column(TIMESTAMP(timezone=True))
    finished_at: Mapped[datetime | None] = mapped_column(TIMESTAMP(timezone=True))

    __table_args__ = (
        CheckConstraint(one_of("state", LOAD_STATES), name="state"),
        Index("ix_load_created_at", "created_at"),
    )
