"""Find the comments on a proposal."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.db.models import Comment, CommentRevision


def find_comment(session: Session, comment_id: UUID, *, lock: bool = False) -> Comment | None:
    """Find a comment; with ``lock``, others who would change it wait until we are done."""
    question = select(Comment).where(Comment.id == comment_id)
    return session.scalar(question.with_for_update() if lock else question)


def count_comments(session: Session, proposal_id: UUID) -> int:
    """Count every comment a proposal ever had, replies and deleted ones too."""
    question = select(func.count()).where(Comment.proposal_id == proposal_id)
    return session.scalar(question) or 0


def last_number(session: Session, proposal_id: UUID) -> int:
    """Give the number of the latest conversation; 0 where there is none."""
    question = select(func.max(Comment.number)).where(Comment.proposal_id == proposal_id)
    return session.scalar(question) or 0


def last_change(session: Session, proposal_id: UUID) -> int:
    """Give a number that grows with every change of any comment on a proposal."""
    question = select(func.max(CommentRevision.id)).where(
        CommentRevision.proposal_id == proposal_id
    )
    return session.scalar(question) or 0


def list_conversations(
    session: Session, proposal_id: UUID, *, resolved: bool | None, limit: int, offset: int
) -> tuple[int, Sequence[Comment]]:
    """Give how many conversations fit, and a page of their first comments, by number.

    One whose first comment was deleted stays for as long as it has an answer that was not.
    """
    answer = aliased(Comment)
    answered = (
        select(answer.id).where(answer.reply_to == Comment.id, answer.deleted_at.is_(None)).exists()
    )
    conditions: list[ColumnElement[bool]] = [
        Comment.proposal_id == proposal_id,
        Comment.reply_to.is_(None),
        or_(Comment.deleted_at.is_(None), answered),
    ]
    if resolved is not None:
        settled = Comment.resolved_at.is_not(None)
        conditions.append(settled if resolved else ~settled)
    matched = session.scalar(select(func.count()).select_from(Comment).where(*conditions))
    page = select(Comment).where(*conditions).order_by(Comment.number).limit(limit).offset(offset)
    return matched or 0, session.scalars(page).all()


def list_replies(session: Session, first: Sequence[UUID]) -> Sequence[Comment]:
    """List what was answered to some comments, oldest first."""
    question = (
        select(Comment)
        .where(Comment.reply_to.in_(first), Comment.deleted_at.is_(None))
        .order_by(Comment.created_at, Comment.id)
    )
    return session.scalars(question).all()
