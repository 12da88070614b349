"""What a drawing changes for every node of a place."""

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
from app.schemas.surface import SurfaceIn, SurfaceOut
from app.services.subjects import subject_of
from app.services.surfaces import surface_answer, surface_question

router = APIRouter(tags=["assessment"])


@router.post("/surface", response_model=SurfaceOut, openapi_extra=body_of(SurfaceIn))
def assess_surface(
    raw: RawBody,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
) -> Response:
    """Tell for every node whose answer changes what is nearest and how many are within reach."""
    body = read_body(raw, SurfaceIn, service.limits, areas)
    subject = subject_of(service, session, body.fields.area, body.drawing.features)
    answer = surface_answer(subject, surface_question(body.fields), language)
    return Response(to_json(answer), media_type=JSON_MEDIA_TYPE)
