"""What a drawing does."""

from fastapi import APIRouter, Response

from app.api.answers import JSON_MEDIA_TYPE, to_json
from app.api.body_docs import body_of
from app.api.dependencies import (
    KnownAreas,
    LanguageDep,
    RawBody,
    ServiceDep,
    SnapshotDep,
)
from app.request_body import read_body
from app.schemas.assessment import AssessIn, AssessOut, DrawingIn, ResolveOut
from app.services.assessing import answer, question_of, resolve
from app.services.subjects import subject_of

router = APIRouter(tags=["assessment"])


@router.post("/assess", response_model=AssessOut, openapi_extra=body_of(AssessIn))
def assess_drawing(
    raw: RawBody,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
) -> Response:
    """Compute indicators before and after a drawing; nothing is kept."""
    body = read_body(raw, AssessIn, service.limits, areas)
    subject = subject_of(service, session, body.fields.area, body.drawing.features)
    question = question_of(body.fields)
    return Response(to_json(answer(subject, question, language)), media_type=JSON_MEDIA_TYPE)


@router.post("/resolve", response_model=ResolveOut, openapi_extra=body_of(DrawingIn))
def resolve_drawing(
    raw: RawBody,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
) -> Response:
    """Tell what is wrong with a drawing and where it joins, without the numbers."""
    body = read_body(raw, DrawingIn, service.limits, areas)
    subject = subject_of(service, session, body.fields.area, body.drawing.features)
    return Response(to_json(resolve(subject, language)), media_type=JSON_MEDIA_TYPE)
