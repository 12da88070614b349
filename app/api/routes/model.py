"""The network as anyone can compute on it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from app.api.answers import JSON_MEDIA_TYPE, dataset_etag, kept, matches, not_modified, to_json
from app.api.body_docs import body_of
from app.api.dependencies import (
    AreaOfPath,
    IfNoneMatch,
    LanguageDep,
    RawBody,
    ServiceDep,
    SnapshotDep,
)
from app.db.queries.dataset import dataset_version
from app.request_body import read_body
from app.schemas.assessment import LensId, ModelIn
from app.schemas.model import ModelOut
from app.services.assessing import lens_of
from app.services.modelling import write_model
from app.services.proposal_json import drawn_features
from app.services.proposals import read
from app.services.subjects import subject_of

router = APIRouter(tags=["assessment"])


@router.get("/areas/{area_id}/model", response_model=ModelOut)  # noqa: FAST003 - read by AreaOfPath
def read_model(  # noqa: PLR0913 - what an answer depends on
    area: AreaOfPath,
    service: ServiceDep,
    session: SnapshotDep,
    language: LanguageDep,
    *,
    proposal: Annotated[UUID | None, Query(description="a proposal to lay over it")] = None,
    lens: Annotated[LensId | None, Query(description="through whose eyes walking is seen")] = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Read the network around an area, with a proposal laid over it where one is named."""
    drawn = None if proposal is None else read(session, proposal)
    parts = () if drawn is None else (drawn.id, drawn.version)
    seen = lens_of(lens)
    etag = dataset_etag(dataset_version(session), area.id, *parts, *((lens,) if seen else ()))
    if matches(etag, if_none_match):
        return not_modified(etag)
    features = () if drawn is None else drawn_features(drawn)
    subject = subject_of(service, session, area.id, features)
    body = service.answers.get(
        ("model", etag), lambda: to_json(write_model(subject, language, seen))
    )
    return Response(body, media_type=JSON_MEDIA_TYPE, headers=kept(etag))


@router.post("/areas/{area_id}/model", response_model=ModelOut, openapi_extra=body_of(ModelIn))  # noqa: FAST003 - read by AreaOfPath
def patch_model(  # noqa: PLR0913 - what an answer depends on
    area: AreaOfPath,
    raw: RawBody,
    service: ServiceDep,
    session: SnapshotDep,
    language: LanguageDep,
    *,
    lens: Annotated[LensId | None, Query(description="through whose eyes walking is seen")] = None,
) -> Response:
    """Read the network around an area with a drawing laid over it; nothing is kept."""
    body = read_body(raw, ModelIn, service.limits, [area.id])
    subject = subject_of(service, session, area.id, body.drawing.features)
    model = write_model(subject, language, lens_of(lens))
    return Response(to_json(model), media_type=JSON_MEDIA_TYPE)
