"""Proposals: what planners draw, kept."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from app.api.answers import JSON_MEDIA_TYPE, matches, to_json
from app.api.body_docs import body_of, problems
from app.api.dependencies import (
    IfMatch,
    IfNoneMatch,
    KnownAreas,
    ProposalId,
    RawBody,
    ServiceDep,
    SnapshotDep,
)
from app.api.preconditions import seen_version, version_etag
from app.db.queries import proposals as queries
from app.problems import Fault, Problem
from app.request_body import Body, read_body, read_fields
from app.schemas.geojson import Link
from app.schemas.proposal_settings import kept_settings
from app.schemas.proposals import (
    CopyIn,
    NewProposalIn,
    ProposalIn,
    ProposalOut,
    ProposalPage,
    ProposalPatch,
    ProposalSummary,
)
from app.services import proposals as service_of_proposals
from app.services.proposal_json import drawn_features, proposal_json, summary_json
from app.services.proposals import Change, Content

router = APIRouter(prefix="/proposals", tags=["proposals"])


def proposal_answer(document: dict[str, object], *, created: bool = False) -> Response:
    """Answer with a proposal and its version."""
    headers = {"ETag": version_etag(document["version"]), "Cache-Control": "no-cache"}
    if created:
        headers["Location"] = f"/api/proposals/{document['id']}"
    status = 201 if created else 200
    return Response(to_json(document), status, headers, JSON_MEDIA_TYPE)


@router.get("")
def list_proposals(  # noqa: PLR0913 - the filters
    request: Request,
    session: SnapshotDep,
    areas: KnownAreas,
    *,
    area: Annotated[str | None, Query(max_length=120)] = None,
    is_example: Annotated[bool | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=1_000)] = 100,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
) -> ProposalPage:
    """List proposals; examples lead, then the latest changed."""
    if area is not None and area not in areas:
        expected = {"expected": ", ".join(areas)}
        fault = Fault("unknown_area", parameter="area", value=area, values=expected)
        raise Problem("invalid-request", faults=[fault])
    matched, rows = queries.list_proposals(
        session, area_id=area, is_example=is_example, limit=limit, offset=offset
    )
    links = [Link(href=str(request.url.path), rel="self", type=JSON_MEDIA_TYPE)]
    if offset + len(rows) < matched:
        following = request.url.include_query_params(limit=limit, offset=offset + limit)
        href = f"{following.path}?{following.query}"
        links.append(Link(href=href, rel="next", type=JSON_MEDIA_TYPE))
    return ProposalPage(
        proposals=[
            ProposalSummary.model_validate(summary_json(proposal, count))
            for proposal, count in rows
        ],
        numberMatched=matched,
        numberReturned=len(rows),
        links=links,
    )


@router.post(
    "",
    status_code=201,
    response_model=ProposalOut,
    openapi_extra=body_of(NewProposalIn),
    responses=problems(409),
)
def create_proposal(raw: RawBody, service: ServiceDep, areas: KnownAreas) -> Response:
    """Keep a new proposal; sending the same one again is harmless."""
    body = read_body(raw, NewProposalIn, service.limits, areas)
    document, _ = service_of_proposals.create(
        service, _content(body), action="create", proposal_id=body.fields.id
    )
    return proposal_answer(document, created=True)


@router.get("/{proposal_id}", response_model=ProposalOut, responses=problems(404))
def read_proposal(
    proposal_id: ProposalId, session: SnapshotDep, if_none_match: IfNoneMatch = None
) -> Response:
    """Read a proposal; its ETag is what a change must name."""
    proposal = service_of_proposals.read(session, proposal_id)
    etag = version_etag(proposal.version)
    if matches(etag, if_none_match):
        headers = {"ETag": etag, "Cache-Control": "no-cache"}
        return Response(status_code=304, headers=headers)
    return proposal_answer(proposal_json(proposal))


@router.put(
    "/{proposal_id}",
    response_model=ProposalOut,
    openapi_extra=body_of(ProposalIn),
    responses=problems(403, 404, 412, 428),
)
def replace_proposal(  # noqa: PLR0913 - a write and its two preconditions
    proposal_id: ProposalId,
    raw: RawBody,
    service: ServiceDep,
    areas: KnownAreas,
    *,
    if_match: IfMatch = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Replace a proposal that is still at the version the caller saw.

    With ``If-None-Match: *`` a new proposal is kept under this id instead.
    """
    if if_none_match is not None and if_none_match.strip() == "*" and if_match is None:
        return _create_at(proposal_id, raw, service, areas)
    version = seen_version(if_match)
    content = _content(read_body(raw, ProposalIn, service.limits, areas))
    wanted = Change(
        content.area_id, content.name, content.description, content.features, content.settings
    )
    return proposal_answer(
        service_of_proposals.change(service, proposal_id, version, wanted, action="replace")
    )


def _content(body: Body[NewProposalIn] | Body[ProposalIn]) -> Content:
    fields = body.fields
    return Content(
        fields.area,
        fields.name,
        fields.description,
        body.drawing.features,
        kept_settings(fields.settings),
    )


def _create_at(proposal_id: UUID, raw: bytes, service: ServiceDep, areas: list[str]) -> Response:
    content = _content(read_body(raw, ProposalIn, service.limits, areas))
    document, is_new = service_of_proposals.create(
        service, content, action="create", proposal_id=proposal_id
    )
    if not is_new:
        extra = {"current": document}
        raise Problem("stale-write", extra=extra, value="*", expected=document["version"])
    return proposal_answer(document, created=True)


@router.patch(
    "/{proposal_id}",
    response_model=ProposalOut,
    openapi_extra=body_of(ProposalPatch),
    responses=problems(403, 404, 412, 428),
)
def patch_proposal(
    proposal_id: ProposalId,
    raw: RawBody,
    service: ServiceDep,
    areas: KnownAreas,
    if_match: IfMatch = None,
) -> Response:
    """Change the name, the description, the settings or the drawing; what is left out stays."""
    version = seen_version(if_match)
    body = read_body(raw, ProposalPatch, service.limits, areas)
    fields = body.fields
    wanted = Change(
        name=fields.name,
        description=fields.description,
        features=None if fields.interventions is None else body.drawing.features,
        settings=None if fields.settings is None else kept_settings(fields.settings),
    )
    return proposal_answer(
        service_of_proposals.change(service, proposal_id, version, wanted, action="patch")
    )


@router.delete("/{proposal_id}", status_code=204, responses=problems(403, 404, 412, 428))
def delete_proposal(proposal_id: ProposalId, service: ServiceDep, if_match: IfMatch = None) -> None:
    """Take a proposal out of sight; its history stays."""
    service_of_proposals.delete(service, proposal_id, seen_version(if_match))


@router.post(
    "/{proposal_id}/copy",
    status_code=201,
    response_model=ProposalOut,
    openapi_extra=body_of(CopyIn, required=False),
    responses=problems(404, 409),
)
def copy_proposal(proposal_id: ProposalId, raw: RawBody, service: ServiceDep) -> Response:
    """Keep a copy that may be changed freely; this is how an example is taken up."""
    wanted = read_fields(raw, CopyIn) if raw.strip() else CopyIn()
    with service.snapshots() as session:
        original = service_of_proposals.read(session, proposal_id)
        name = wanted.name or original.name
        content = Content(
            original.area_id,
            name,
            original.description,
            drawn_features(original),
            original.settings,
        )
    document, _ = service_of_proposals.create(
        service, content, action="copy", proposal_id=wanted.id
    )
    return proposal_answer(document, created=True)
