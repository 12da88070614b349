"""What planners draw: proposals, their interventions and an append-only history."""

from datetime import datetime
from typing import Any
from uuid import UUID

from geoalchemy2 import WKBElement
from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Identity,
    Index,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.models.base import Base, geometry_column, geometry_guards, one_of

REVISION_ACTIONS = ("create", "replace", "patch", "delete", "copy", "import", "load")


class Proposal(Base):
    """A drawn plan for one area; ``version`` counts its accepted changes.

    ``settings`` are the unit prices it is reckoned with and the phases it is built in.
    """

    __tablename__ = "proposal"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    area_id: Mapped[str] = mapped_column(ForeignKey("area.id"))
    name: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str | None] = mapped_column(Text)
    description_en: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(Text)
    settings: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=text("'{}'"))
    is_example: Mapped[bool]
    version: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True))
    deleted_at: Mapped[datetime | None] = mapped_column(TIMESTAMP(timezone=True))

    interventions: Mapped[list["Intervention"]] = relationship(
        order_by="Intervention.position", cascade="all, delete-orphan", lazy="selectin"
    )

    __table_args__ = (
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint("name <> ''", name="name"),
        CheckConstraint(
            "jsonb_typeof(settings) = 'object' AND length(settings::text) <= 20000",
            name="settings",
        ),
        Index("ix_proposal_area_id", "area_id"),
    )


class Intervention(Base):
    """One drawn feature of a proposal, in the order it was drawn."""

    __tablename__ = "intervention"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id", ondelete="CASCADE"))
    position: Mapped[int]
    feature_id: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    properties: Mapped[dict[str, Any]] = mapped_column(JSONB)
    geom: Mapped[WKBElement] = geometry_column("GEOMETRY")

    __table_args__ = (
        *geometry_guards("intervention"),
        CheckConstraint("position >= 0", name="position"),
        UniqueConstraint("proposal_id", "position"),
        UniqueConstraint("proposal_id", "feature_id"),
    )


class ProposalRevision(Base):
    """What a proposal was after one change; a trigger refuses to alter or remove it."""

    __tablename__ = "proposal_revision"

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    version: Mapped[int]
    action: Mapped[str] = mapped_column(Text)
    snapshot: Mapped[dict[str, Any]] = mapped_column(JSONB)
    created_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True))

    __table_args__ = (
        CheckConstraint(one_of("action", REVISION_ACTIONS), name="action"),
        UniqueConstraint("proposal_id", "version"),
    )
