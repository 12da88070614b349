"""Keep what people say about a proposal: nothing is lost, and only its writer changes it.

Nobody has an account yet. Whoever writes a comment holds a token that nobody can guess; the store
keeps its SHA-256 alone. Examples may be commented on too: what is read-only is their drawing.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.db.models import Comment, CommentRevision, Proposal
from app.db.queries.comments import (
    count_comments,
    find_comment,
    last_number,
    list_replies,
)
from app.db.queries.proposals import find_proposal
from app.problems import Fault, Problem
from app.services.comment_json import comment_json, conversation_json
from app.services.positions import position_faults
from app.services.proposals import present
from app.state import Service

TOKEN_BYTES = 32
# About a centimetre: what positions are kept to everywhere.
_DECIMALS = 7
_OF_A_PLACE = ("lon", "lat", "feature")


@dataclass(frozen=True, slots=True)
class Said:
    """What a person decides of a new comment."""

    author: str
    text: str
    lon: float | None
    lat: float | None
    feature_id: str | None
    reply_to: UUID | None


def comment_faults(
    session: Session, proposal: Proposal, members: Mapping[str, object]
) -> Iterator[Fault]:
    """Find what is wrong with a new comment beside its words: where it lies, what it answers."""
    for one, other in (("lon", "lat"), ("lat", "lon")):
        if members.get(one) is not None and members.get(other) is None:
            yield Fault("missing", f"/{other}", values={"name": other})
    yield from position_faults(session, ["lon"], {**members, "area": proposal.area_id})
    answered = members.get("reply_to")
    if answered is None:
        return
    for name in _OF_A_PLACE:
        if members.get(name) is not None:
            said = {"name": name}
            yield Fault("reply_has_place", f"/{name}", value=members[name], values=said)
    yield from _reply_faults(session, proposal, answered)


def _reply_faults(session: Session, proposal: Proposal, answered: object) -> Iterator[Fault]:
    try:
        identity = UUID(str(answered))
    except ValueError:
        return  # the model says that it is no id
    first = find_comment(session, identity)
    if first is None or first.proposal_id != proposal.id:
        yield Fault("unknown_comment", "/reply_to", value=answered)
    elif first.reply_to is not None:
        yield Fault("reply_to_reply", "/reply_to", value=answered)


def create(
    service: Service,
    proposal_id: UUID,
    said: Said,
    *,
    comment_id: UUID | None = None,
    token: str | None = None,
) -> tuple[dict[str, object], str | None]:
    """Keep a new comment; sending the same one again finds it kept.

    Returns
    -------
    tuple
        The comment, and its token where the caller may know it.

    Raises
    ------
    Problem
        ``comment-id-taken``, ``too-many-comments``, or that the proposal is not there.
    """
    identity = comment_id or service.new_id()
    said = replace(said, lon=_kept_degrees(said.lon), lat=_kept_degrees(said.lat))
    given = token or secrets.token_urlsafe(TOKEN_BYTES)
    try:
        with service.sessions.begin() as session:
            # Held, so that no two comments get one number.
            present(find_proposal(session, proposal_id, lock=True), proposal_id)
            kept = find_comment(session, identity)
            if kept is not None:
                return _already_kept(session, kept, proposal_id, said, token), token
            _refuse_too_many(service, session, proposal_id)
            comment = _new_comment(service, proposal_id, identity, said, given)
            if said.reply_to is None:
                comment.number = last_number(session, proposal_id) + 1
            session.add(comment)
            _remember(service, session, comment, "create")
            return conversation_json(comment, ()), given
    except IntegrityError as error:
        # Another proposal got a comment with the id at the same moment.
        raise Problem("comment-id-taken", value=identity) from error


def _already_kept(
    session: Session, kept: Comment, proposal_id: UUID, said: Said, token: str | None
) -> dict[str, object]:
    same = kept.proposal_id == proposal_id and kept.deleted_at is None and _said(kept) == said
    if not same or (token is not None and not _holds(kept, token)):
        raise Problem("comment-id-taken", value=kept.id)
    return conversation_json(kept, list_replies(session, [kept.id]))


def _refuse_too_many(service: Service, session: Session, proposal_id: UUID) -> None:
    limit = service.settings.max_comments
    if count_comments(session, proposal_id) >= limit:
        raise Problem("too-many-comments", limit=limit)


def edit(  # noqa: PLR0913 - who changes what, and which version was seen
    service: Service,
    proposal_id: UUID,
    comment_id: UUID,
    *,
    version: int | None,
    token: str | None,
    author: str | None,
    text: str | None,
) -> dict[str, object]:
    """Change one's own words; None stays as it is.

    Raises
    ------
    Problem
        ``not-your-comment``, ``stale-comment``, ``unknown-comment``.
    """
    with _own(service, proposal_id, comment_id, version, token) as (session, comment):
        wanted = (author or comment.author, text or comment.text)
        if wanted != (comment.author, comment.text):
            comment.author, comment.text = wanted
            comment.edited_at = service.clock()
            _advance(service, session, comment, "edit")
        return conversation_json(comment, list_replies(session, [comment.id]))


def delete(
    service: Service,
    proposal_id: UUID,
    comment_id: UUID,
    *,
    version: int | None,
    token: str | None,
) -> None:
    """Take one's own comment out of sight; answers to it, and its history, stay.

    Raises
    ------
    Problem
        As `edit`.
    """
    with _own(service, proposal_id, comment_id, version, token) as (session, comment):
        comment.deleted_at = service.clock()
        _advance(service, session, comment, "delete")


def resolve(
    service: Service, proposal_id: UUID, comment_id: UUID, *, resolved: bool
) -> dict[str, object]:
    """Say that a conversation has been seen to, or take it up again; anybody may.

    Raises
    ------
    Problem
        ``unknown-comment``, also for a reply: only a whole conversation is seen to.
    """
    with _held(service, proposal_id, comment_id) as (session, comment):
        if comment.reply_to is not None:
            raise Problem("unknown-comment", value=comment_id)
        if resolved != (comment.resolved_at is not None):
            comment.resolved_at = service.clock() if resolved else None
            _advance(service, session, comment, "resolve" if resolved else "reopen")
        return conversation_json(comment, list_replies(session, [comment.id]))


@contextmanager
def _held(
    service: Service, proposal_id: UUID, comment_id: UUID
) -> Iterator[tuple[Session, Comment]]:
    with service.sessions.begin() as session:
        present(find_proposal(session, proposal_id), proposal_id)
        yield (
            session,
            present_comment(find_comment(session, comment_id, lock=True), proposal_id, comment_id),
        )


@contextmanager
def _own(
    service: Service, proposal_id: UUID, comment_id: UUID, version: int | None, token: str | None
) -> Iterator[tuple[Session, Comment]]:
    with _held(service, proposal_id, comment_id) as (session, comment):
        if comment.deleted_at is not None:
            raise Problem("unknown-comment", value=comment_id)
        if token is None or not _holds(comment, token):
            raise Problem("not-your-comment")
        if version is not None and version != comment.version:
            raise Problem(
                "stale-comment",
                extra={"current": conversation_json(comment, list_replies(session, [comment.id]))},
                headers={"ETag": f'"{comment.version}"'},
                value=version,
                expected=comment.version,
            )
        yield session, comment


def present_comment(comment: Comment | None, proposal_id: UUID, comment_id: UUID) -> Comment:
    """Give a comment that was looked for, where it belongs to the proposal.

    Raises
    ------
    Problem
        ``unknown-comment``.
    """
    if comment is None or comment.proposal_id != proposal_id:
        raise Problem("unknown-comment", value=comment_id)
    return comment


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


def _holds(comment: Comment, token: str) -> bool:
    return hmac.compare_digest(comment.token_sha256, _digest(token))


def _new_comment(
    service: Service, proposal_id: UUID, identity: UUID, said: Said, token: str
) -> Comment:
    return Comment(
        id=identity,
        proposal_id=proposal_id,
        reply_to=said.reply_to,
        author=said.author,
        text=said.text,
        lon=said.lon,
        lat=said.lat,
        feature_id=said.feature_id,
        token_sha256=_digest(token),
        version=1,
        created_at=service.clock(),
    )


def _said(comment: Comment) -> Said:
    return Said(
        comment.author,
        comment.text,
        comment.lon,
        comment.lat,
        comment.feature_id,
        comment.reply_to,
    )


def _kept_degrees(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, _DECIMALS)


def _advance(service: Service, session: Session, comment: Comment, action: str) -> None:
    comment.version += 1
    _remember(service, session, comment, action)


def _remember(service: Service, session: Session, comment: Comment, action: str) -> None:
    session.flush()
    session.add(
        CommentRevision(
            proposal_id=comment.proposal_id,
            comment_id=comment.id,
            version=comment.version,
            action=action,
            snapshot=comment_json(comment),
            created_at=service.clock(),
        )
    )
