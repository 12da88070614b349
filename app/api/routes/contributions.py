"""What each feature of a drawing contributes."""

from collections.abc import Callable

from fastapi import APIRouter, Request, Response

from app.api.answers import JSON_MEDIA_TYPE, to_json
from app.api.body_docs import body_of
from app.api.dependencies import KnownAreas, LanguageDep, RawBody, ServiceDep, SnapshotDep
from app.api.gone_away import while_asked
from app.request_body import read_body
from app.schemas.assessment import ContributionsIn
from app.schemas.contributions import ContributionsOut
from app.services.assessing import lens_of
from app.services.contributing import contribute
from app.services.subjects import subject_of
from spatial.contributions import Stopped

router = APIRouter(tags=["assessment"])
_NOBODY_WAITS = 499
"""Nobody reads this status: who asked has gone."""


@router.post(
    "/contributions", response_model=ContributionsOut, openapi_extra=body_of(ContributionsIn)
)
async def share_out(  # noqa: PLR0913, PLR0917 - what an answer depends on
    request: Request,
    raw: RawBody,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
) -> Response:
    """Share out what a drawing does among its features; nothing is kept."""

    def answer(is_asked: Callable[[], bool]) -> bytes:
        body = read_body(raw, ContributionsIn, service.limits, areas)
        fields = body.fields
        subject = subject_of(service, session, fields.area, body.drawing.features)
        modes = tuple(dict.fromkeys(fields.modes))
        told = contribute(subject, modes, lens_of(fields.lens), language, is_asked)
        return to_json(told)

    try:
        return Response(await while_asked(request, answer), media_type=JSON_MEDIA_TYPE)
    except Stopped:
        return Response(status_code=_NOBODY_WAITS)
