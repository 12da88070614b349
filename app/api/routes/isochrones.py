"""How far one gets."""

from functools import partial

from fastapi import APIRouter, Request, Response

from app.api.answers import GEOJSON_MEDIA_TYPE, dataset_etag, kept, matches, not_modified, to_json
from app.api.body_docs import body_of, problems
from app.api.dependencies import (
    IfNoneMatch,
    KnownAreas,
    LanguageDep,
    RawBody,
    ServiceDep,
    SnapshotDep,
)
from app.api.queries import query_of, read_query
from app.db.queries.dataset import dataset_version
from app.request_body import read_body
from app.schemas.travel import IsochroneIn, IsochroneOut, IsochroneQuery
from app.services.isochrones import isochrone, isochrone_question
from app.services.positions import position_faults
from app.services.terrain import kept_proposal, standing, terrain_at

router = APIRouter(tags=["travel"])
POINT = ("lon",)


@router.get(
    "/isochrone",
    response_model=IsochroneOut,
    openapi_extra=query_of(IsochroneQuery),
    responses=problems(404),
)
def read_isochrone(  # noqa: PLR0913 - what an answer depends on
    request: Request,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
    *,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Tell how far one gets from a point, or who gets there, as rings, stretches or cells."""
    fields = read_query(request, IsochroneQuery, areas, partial(position_faults, session, POINT))
    question = isochrone_question(fields, in_query=True)
    drawn = kept_proposal(session, fields.proposal, fields.area)
    state = () if drawn is None else drawn.state
    etag = dataset_etag(dataset_version(session), "isochrone", *question.parts, *state)
    if matches(etag, if_none_match):
        return not_modified(etag)
    area = fields.area if drawn is None else drawn.area_id
    features = () if drawn is None else drawn.features
    terrain = terrain_at(service, session, question.lonlat, area, features)
    terrain = terrain.through(question.lens)
    drawing = terrain.drawing(language)
    point = {"lon": question.lonlat}
    ground = standing(terrain.city, question.street_mode, drawing, point, in_query=True)
    body = service.answers.get(etag, lambda: to_json(isochrone(ground, question, terrain.dataset)))
    return Response(body, media_type=GEOJSON_MEDIA_TYPE, headers=kept(etag))


@router.post("/isochrone", response_model=IsochroneOut, openapi_extra=body_of(IsochroneIn))
def draw_isochrone(
    raw: RawBody,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
) -> Response:
    """Tell how far one gets with a drawing; nothing is kept."""
    more = partial(position_faults, session, POINT)
    body = read_body(raw, IsochroneIn, service.limits, areas, more)
    question = isochrone_question(body.fields, in_query=False)
    terrain = terrain_at(service, session, question.lonlat, body.fields.area, body.drawing.features)
    terrain = terrain.through(question.lens)
    drawing = terrain.drawing(language)
    point = {"lon": question.lonlat}
    ground = standing(terrain.city, question.street_mode, drawing, point, in_query=False)
    answer = isochrone(ground, question, terrain.dataset)
    return Response(to_json(answer), media_type=GEOJSON_MEDIA_TYPE)
