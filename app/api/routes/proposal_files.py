"""Proposals as files."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from app.api.answers import GEOJSON_MEDIA_TYPE, to_json
from app.api.body_docs import body_of, problems
from app.api.dependencies import KnownAreas, ProposalId, RawBody, ServiceDep, SnapshotDep
from app.api.preconditions import version_etag
from app.api.routes.proposals import proposal_answer
from app.request_body import parse_json
from app.schemas.proposals import ProposalFile, ProposalOut
from app.services.proposal_files import Crs, ProposalText, file_name, read_file, write_file
from app.services.proposals import create, read

router = APIRouter(prefix="/proposals", tags=["proposals"])


@router.get("/{proposal_id}/export", response_model=ProposalFile, responses=problems(404))
def export_proposal(
    proposal_id: ProposalId,
    session: SnapshotDep,
    *,
    format_: Annotated[Literal["geojson"], Query(alias="format")] = "geojson",  # noqa: ARG001
    crs: Annotated[Crs, Query(description="EPSG code of the coordinates")] = "4326",
) -> Response:
    """Write a proposal as a file that imports as the same proposal."""
    proposal = read(session, proposal_id)
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(proposal)}"',
        "ETag": version_etag(f"{proposal.version}-{crs}"),
        "Cache-Control": "no-cache",
    }
    return Response(
        to_json(write_file(proposal, crs)), media_type=GEOJSON_MEDIA_TYPE, headers=headers
    )


@router.post(
    "/import",
    status_code=201,
    response_model=ProposalOut,
    openapi_extra=body_of(ProposalFile),
)
def import_proposal(
    raw: RawBody,
    service: ServiceDep,
    areas: KnownAreas,
    *,
    area: Annotated[
        str | None, Query(max_length=120, description="where the file does not say it")
    ] = None,
    name: Annotated[
        str | None, Query(max_length=200, description="where the file does not say it")
    ] = None,
) -> Response:
    """Keep a proposal from a GeoJSON file; with one fault in it, nothing is kept."""
    content = read_file(parse_json(raw), service.limits, areas, ProposalText(area, name))
    document, _ = create(service, content, action="import")
    return proposal_answer(document, created=True)
