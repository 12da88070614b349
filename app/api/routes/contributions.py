"""What each feature of a drawing contributes."""

from fastapi import APIRouter, Response

from app.api.answers import JSON_MEDIA_TYPE, to_json
from app.api.body_docs import body_of
from app.api.dependencies import KnownAreas, LanguageDep, RawBody, ServiceDep, SnapshotDep
from app.request_body import read_body
from app.schemas.assessment import ContributionsIn
from app.schemas.contributions import ContributionsOut
from app.services.assessing import lens_of
from app.services.contributing import contribute
from app.services.subjects import subject_of

router = APIRouter(tags=["assessment"])


@router.post(
    "/contributions", response_model=ContributionsOut, openapi_extra=body_of(ContributionsIn)
)
def share_out(
    raw: RawBody,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
) -> Response:
    """Share out what a drawing does among its features; nothing is kept."""
    body = read_body(raw, ContributionsIn, service.limits, areas)
    fields = body.fields
    subject = subject_of(service, session, fields.area, body.drawing.features)
    modes = tuple(dict.fromkeys(fields.modes))
    answer = contribute(subject, modes, lens_of(fields.lens), language)
    return Response(to_json(answer), media_type=JSON_MEDIA_TYPE)
