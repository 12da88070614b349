"""What people say about a proposal, and an append-only history of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Identity,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP
from sqlalchemy.orm import Mapped, mapped_column

from app.db.models.base import Base, one_of

COMMENT_ACTIONS = ("create", "edit", "delete", "resolve", "reopen")


class Comment(Base):
    """One comment; a reply names the comment that its conversation begins with.

    ``number`` counts the conversations of a proposal, so that pin 3 is always the same one. Of the
    token that lets its writer change it only the SHA-256 is kept.
    """

    __tablename__ = "comment"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    reply_to: Mapped[UUID | None] = mapped_column(ForeignKey("comment.id"))
    number: Mapped[int | None]
    author: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    lon: Mapped[float | None]
    lat: Mapped[float | None]
    feature_id: Mapped[str | None] = mapped_column(Text)
    token_sha256: Mapped[bytes] = mapped_column(LargeBinary)
    version: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True))
    edited_at: Mapped[datetime | None] = mapped_column(TIMESTAMP(timezone=True))
    resolved_at: Mapped[datetime | None] = mapped_column(TIMESTAMP(timezone=True))
    deleted_at: Mapped[datetime | None] = mapped_column(TIMESTAMP(timezone=True))

    __table_args__ = (
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint("author <> '' AND text <> ''", name="words"),
        CheckConstraint("(lon IS NULL) = (lat IS NULL)", name="place"),
        CheckConstraint("(number IS NULL) = (reply_to IS NOT NULL)", name="number"),
        CheckConstraint("length(token_sha256) = 32", name="token"),
        UniqueConstraint("proposal_id", "number"),
        Index("ix_comment_reply_to", "reply_to"),
    )


class CommentRevision(Base):
    """What a comment was after one change; a trigger refuses to alter or remove it."""

    __tablename__ = "comment_revision"

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"))
    version: Mapped[int]
    action: Mapped[str] = mapped_column(Text)
    snapshot: Mapped[dict[str, Any]] = mapped_column(JSONB)
    created_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True))

    __table_args__ = (
        CheckConstraint(one_of("action", COMMENT_ACTIONS), name="action"),
        UniqueConstraint("comment_id", "version"),
        Index("ix_comment_revision_proposal_id_id", "proposal_id", "id"),
    )
