"""What people say about a proposal."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Header, Path, Query, Request, Response

from app.api.answers import JSON_MEDIA_TYPE, kept, matches, not_modified, to_json
from app.api.body_docs import body_of, problems
from app.api.dependencies import (
    IfMatch,
    IfNoneMatch,
    ProposalId,
    RawBody,
    ServiceDep,
    SnapshotDep,
)
from app.api.preconditions import seen_version, version_etag
from app.db.queries.comments import (
    find_comment,
    last_change,
    list_conversations,
    list_replies,
)
from app.problems import Fault, Problem
from app.request_body import parse_json, read_fields, validated
from app.schemas.comments import (
    CommentOut,
    CommentPage,
    CommentPatch,
    NewCommentIn,
    ResolvedIn,
    WrittenCommentOut,
)
from app.services import comments as service_of_comments
from app.services import proposals as service_of_proposals
from app.services.comment_json import conversation_json, conversations_json
from app.services.comments import Said, comment_faults, present_comment
from app.state import Service
from app.version import VERSION

router = APIRouter(prefix="/proposals/{proposal_id}/comments", tags=["comments"])
CommentId = Annotated[UUID, Path()]
EditToken = Annotated[
    str | None, Header(max_length=128, description="the token a comment was written with")
]
_RESOLVED = {"all": None, "open": False, "resolved": True}


def comment_answer(document: dict[str, object], *, created: bool = False) -> Response:
    """Answer with a comment and its version."""
    headers = kept(version_etag(document["version"]))
    if created:
        headers["Location"] = f"/api/proposals/{document['proposal']}/comments/{document['id']}"
    return Response(to_json(document), 201 if created else 200, headers, JSON_MEDIA_TYPE)


@router.get("", response_model=CommentPage, responses=problems(404))
def list_comments(  # noqa: PLR0913 - the filter and the paging
    request: Request,
    proposal_id: ProposalId,
    session: SnapshotDep,
    *,
    state: Annotated[Literal["all", "open", "resolved"], Query()] = "all",
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """List the conversations about a proposal, by their number, each with its replies."""
    service_of_proposals.read(session, proposal_id)
    etag = f'W/"comments-{last_change(session, proposal_id)}-{VERSION}"'
    if matches(etag, if_none_match):
        return not_modified(etag)
    matched, first = list_conversations(
        session, proposal_id, resolved=_RESOLVED[state], limit=limit, offset=offset
    )
    replies = list_replies(session, [comment.id for comment in first])
    page = {
        "proposal": str(proposal_id),
        "comments": conversations_json(first, replies),
        "numberMatched": matched,
        "numberReturned": len(first),
        "links": _links(request, limit, offset, more=offset + len(first) < matched),
    }
    return Response(to_json(page), headers=kept(etag), media_type=JSON_MEDIA_TYPE)


def _links(request: Request, limit: int, offset: int, *, more: bool) -> list[dict[str, str]]:
    links = [{"href": str(request.url.path), "rel": "self", "type": JSON_MEDIA_TYPE}]
    if more:
        following = request.url.include_query_params(limit=limit, offset=offset + limit)
        href = f"{following.path}?{following.query}"
        links.append({"href": href, "rel": "next", "type": JSON_MEDIA_TYPE})
    return links


@router.post(
    "",
    status_code=201,
    response_model=WrittenCommentOut,
    openapi_extra=body_of(NewCommentIn),
    responses=problems(404, 409),
)
def create_comment(proposal_id: ProposalId, raw: RawBody, service: ServiceDep) -> Response:
    """Say something about a proposal, an example too; sending the same again is harmless."""
    fields = _new_comment(service, proposal_id, raw)
    said = Said(fields.author, fields.text, fields.lon, fields.lat, fields.feature, fields.reply_to)
    document, token = service_of_comments.create(
        service, proposal_id, said, comment_id=fields.id, token=fields.edit_token
    )
    return comment_answer({**document, "edit_token": token}, created=True)


def _new_comment(service: Service, proposal_id: UUID, raw: bytes) -> NewCommentIn:
    document = parse_json(raw)
    if not isinstance(document, dict):
        raise Problem("invalid-request", faults=[Fault("not_an_object", "", value=document)])
    fields, faults = validated(NewCommentIn, document)
    with service.snapshots() as session:
        proposal = service_of_proposals.read(session, proposal_id)
        faults = (*faults, *comment_faults(session, proposal, document))
    if fields is None or faults:
        raise Problem("invalid-request", faults=faults)
    return fields


@router.get("/{comment_id}", response_model=CommentOut, responses=problems(404))
def read_comment(
    proposal_id: ProposalId,
    comment_id: CommentId,
    session: SnapshotDep,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Read a comment with its replies; its ETag is what a change must name."""
    service_of_proposals.read(session, proposal_id)
    comment = present_comment(find_comment(session, comment_id), proposal_id, comment_id)
    replies = list_replies(session, [comment.id])
    if comment.deleted_at is not None and not replies:
        raise Problem("unknown-comment", value=comment_id)
    etag = version_etag(comment.version)
    # The ETag is of the comment alone: a caller who asks again wants the replies too.
    if matches(etag, if_none_match) and not replies:
        return not_modified(etag)
    return comment_answer(conversation_json(comment, replies))


@router.patch(
    "/{comment_id}",
    response_model=CommentOut,
    openapi_extra=body_of(CommentPatch),
    responses=problems(403, 404, 412, 428),
)
def edit_comment(  # noqa: PLR0913 - a write and what it must show
    proposal_id: ProposalId,
    comment_id: CommentId,
    raw: RawBody,
    service: ServiceDep,
    *,
    if_match: IfMatch = None,
    edit_token: EditToken = None,
) -> Response:
    """Change one's own words, with the token they were written with."""
    version = seen_version(if_match)
    fields = read_fields(raw, CommentPatch)
    document = service_of_comments.edit(
        service,
        proposal_id,
        comment_id,
        version=version,
        token=edit_token,
        author=fields.author,
        text=fields.text,
    )
    return comment_answer(document)


@router.delete("/{comment_id}", status_code=204, responses=problems(403, 404, 412, 428))
def delete_comment(
    proposal_id: ProposalId,
    comment_id: CommentId,
    service: ServiceDep,
    *,
    if_match: IfMatch = None,
    edit_token: EditToken = None,
) -> None:
    """Take one's own comment out of sight; answers to it stay."""
    service_of_comments.delete(
        service, proposal_id, comment_id, version=seen_version(if_match), token=edit_token
    )


@router.put(
    "/{comment_id}/resolved",
    response_model=CommentOut,
    openapi_extra=body_of(ResolvedIn),
    responses=problems(404),
)
def resolve_comment(
    proposal_id: ProposalId, comment_id: CommentId, raw: RawBody, service: ServiceDep
) -> Response:
    """Say that a conversation has been seen to, or take it up again; anybody may."""
    resolved = read_fields(raw, ResolvedIn).resolved
    return comment_answer(
        service_of_comments.resolve(service, proposal_id, comment_id, resolved=resolved)
    )
