"""Find proposals and their history."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session

from app.db.models import Intervention, Proposal, ProposalRevision


def find_proposal(session: Session, proposal_id: UUID, *, lock: bool = False) -> Proposal | None:
    """Find a proposal; with ``lock``, others who would change it wait until we are done."""
    question = select(Proposal).where(Proposal.id == proposal_id)
    return session.scalar(question.with_for_update(of=Proposal) if lock else question)


def list_proposals(
    session: Session,
    *,
    area_id: str | None,
    is_example: bool | None,
    limit: int,
    offset: int,
) -> tuple[int, Sequence[Row[Proposal, int]]]:
    """Give how many proposals fit, and a page of them with the number of their interventions."""
    conditions: list[ColumnElement[bool]] = [Proposal.deleted_at.is_(None)]
    if area_id is not None:
        conditions.append(Proposal.area_id == area_id)
    if is_example is not None:
        conditions.append(Proposal.is_example.is_(is_example))
    count = (
        select(func.count())
        .where(Intervention.proposal_id == Proposal.id)
        .correlate(Proposal)
        .scalar_subquery()
    )
    matched = session.scalar(select(func.count()).select_from(Proposal).where(*conditions))
    page = (
        select(Proposal, count)
        .where(*conditions)
        .order_by(Proposal.is_example.desc(), Proposal.updated_at.desc(), Proposal.id)
        .limit(limit)
        .offset(offset)
    )
    return matched or 0, session.execute(page).all()


def list_revisions(
    session: Session,
    proposal_id: UUID,
    *,
    newest_first: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[int, Sequence[ProposalRevision]]:
    """Give how often a proposal was changed, and a page of what it has been."""
    own = ProposalRevision.proposal_id == proposal_id
    matched = session.scalar(select(func.count()).select_from(ProposalRevision).where(own))
    order = ProposalRevision.version.desc() if newest_first else ProposalRevision.version
    page = select(ProposalRevision).where(own).order_by(order).limit(limit).offset(offset)
    return matched or 0, session.scalars(page).all()


def find_revision(session: Session, proposal_id: UUID, version: int) -> ProposalRevision | None:
    """Find what a proposal was at one version."""
    question = select(ProposalRevision).where(
        ProposalRevision.proposal_id == proposal_id, ProposalRevision.version == version
    )
    return session.scalar(question)
