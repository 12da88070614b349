"""Why a street has the trips it has."""

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
from app.schemas.street_flows import WhyStreetIn, WhyStreetOut
from app.services.street_flows import why_street
from app.services.subjects import subject_of

router = APIRouter(tags=["travel"])


@router.post("/why-street", response_model=WhyStreetOut, openapi_extra=body_of(WhyStreetIn))
def read_why_street(
    raw: RawBody,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
) -> Response:
    """Tell which trips come along a street, without and with a drawing; nothing is kept."""
    body = read_body(raw, WhyStreetIn, service.limits, areas)
    subject = subject_of(service, session, body.fields.area, body.drawing.features)
    answer = why_street(subject, body.fields, language)
    return Response(to_json(answer), media_type=JSON_MEDIA_TYPE)
