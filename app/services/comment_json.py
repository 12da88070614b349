"""Comments as they are sent and as they are kept in the history."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.db.models import Comment

if TYPE_CHECKING:
    from uuid import UUID


def comment_json(comment: Comment) -> dict[str, object]:
    """Write a comment as it stands in the store, without its token."""
    return {
        "id": str(comment.id),
        "proposal": str(comment.proposal_id),
        "reply_to": None if comment.reply_to is None else str(comment.reply_to),
        "number": comment.number,
        "author": comment.author,
        "text": comment.text,
        "lon": comment.lon,
        "lat": comment.lat,
        "feature": comment.feature_id,
        "resolved": comment.resolved_at is not None,
        "deleted": comment.deleted_at is not None,
        "version": comment.version,
        "created_at": comment.created_at.isoformat(),
        "edited_at": None if comment.edited_at is None else comment.edited_at.isoformat(),
    }


def conversation_json(comment: Comment, replies: Iterable[Comment]) -> dict[str, object]:
    """Write a comment with its replies; of a deleted one neither words nor name are told."""
    unsaid = {"author": "", "text": ""} if comment.deleted_at is not None else {}
    return {
        **comment_json(comment),
        **unsaid,
        "replies": [comment_json(reply) for reply in replies],
    }


def conversations_json(
    first: Iterable[Comment], replies: Iterable[Comment]
) -> list[dict[str, object]]:
    """Write comments, each with those of the replies that answer it."""
    answers: dict[UUID | None, list[Comment]] = defaultdict(list)
    for reply in replies:
        answers[reply.reply_to].append(reply)
    return [conversation_json(comment, answers[comment.id]) for comment in first]
