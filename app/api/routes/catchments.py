"""Whom a facility serves."""

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
from app.schemas.catchments import CatchmentIn, CatchmentOut
from app.services.catchments import catchment
from app.services.subjects import subject_of

router = APIRouter(tags=["travel"])


@router.post("/catchment", response_model=CatchmentOut, openapi_extra=body_of(CatchmentIn))
def read_catchment(
    raw: RawBody,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
) -> Response:
    """Tell whom a facility serves, without and with a drawing; nothing is kept."""
    body = read_body(raw, CatchmentIn, service.limits, areas)
    subject = subject_of(service, session, body.fields.area, body.drawing.features)
    answer = catchment(subject, body.fields, language)
    return Response(to_json(answer), media_type=JSON_MEDIA_TYPE)
