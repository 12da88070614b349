"""What a drawing would cost, and who pays."""

from fastapi import APIRouter, Response

from app.api.answers import JSON_MEDIA_TYPE, to_json
from app.api.body_docs import body_of
from app.api.dependencies import KnownAreas, LanguageDep, RawBody, ServiceDep, SnapshotDep
from app.request_body import read_body
from app.schemas.costs import CostIn, CostOut
from app.schemas.settings import set_parameters
from app.services.costing import price
from app.services.subjects import subject_of

router = APIRouter(tags=["assessment"])


@router.post("/cost", response_model=CostOut, openapi_extra=body_of(CostIn))
def price_drawing(
    raw: RawBody,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
) -> Response:
    """Price a drawing feature by feature, divide the bill and hold it to the programme's rule.

    A feature may state its price (`cost_kr`) and who pays it (`funding`, shares of
    `housing_organisation`, `municipality`, `foundation` and `others` that sum to one).
    Nothing is kept.
    """
    body = read_body(raw, CostIn, service.limits, areas)
    fields = body.fields
    subject = subject_of(service, session, fields.area, body.drawing.features)
    answer = price(subject, set_parameters(fields.parameters), language)
    return Response(to_json(answer), media_type=JSON_MEDIA_TYPE)
