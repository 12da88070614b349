"""Which way one takes, before and after."""

from functools import partial

from fastapi import APIRouter, Request, Response

from app.api.answers import JSON_MEDIA_TYPE, dataset_etag, kept, matches, not_modified, to_json
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
from app.language import Language
from app.request_body import read_body
from app.schemas.travel import RouteIn, RouteOut, RouteQuery
from app.services.positions import position_faults
from app.services.routing import routes
from app.services.terrain import Terrain, kept_proposal, standing, terrain_at
from spatial.ground import stand

router = APIRouter(tags=["travel"])
ENDS = ("from", "to")


@router.get(
    "/route", response_model=RouteOut, openapi_extra=query_of(RouteQuery), responses=problems(404)
)
def read_route(  # noqa: PLR0913 - what an answer depends on
    request: Request,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
    *,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Tell the way between two points, without and with a kept proposal."""
    fields = read_query(request, RouteQuery, areas, partial(position_faults, session, ENDS))
    drawn = kept_proposal(session, fields.proposal, fields.area)
    state = () if drawn is None else drawn.state
    parts = (*fields.start, *fields.to, fields.mode, int(fields.crs), fields.lens)
    etag = dataset_etag(dataset_version(session), "route", *parts, *state)
    if matches(etag, if_none_match):
        return not_modified(etag)
    area = fields.area if drawn is None else drawn.area_id
    features = () if drawn is None else drawn.features
    terrain = terrain_at(service, session, _lonlat(fields.start), area, features)
    body = service.answers.get(etag, lambda: _answer(terrain, fields, language, in_query=True))
    return Response(body, media_type=JSON_MEDIA_TYPE, headers=kept(etag))


@router.post("/route", response_model=RouteOut, openapi_extra=body_of(RouteIn))
def draw_route(
    raw: RawBody,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
) -> Response:
    """Tell the way between two points, without and with a drawing; nothing is kept."""
    more = partial(position_faults, session, ENDS)
    body = read_body(raw, RouteIn, service.limits, areas, more)
    fields = body.fields
    terrain = terrain_at(
        service, session, _lonlat(fields.start), fields.area, body.drawing.features
    )
    answer = _answer(terrain, fields, language, in_query=False)
    return Response(answer, media_type=JSON_MEDIA_TYPE)


def _answer(
    terrain: Terrain, fields: RouteQuery | RouteIn, language: Language, *, in_query: bool
) -> bytes:
    terrain = terrain.through(fields.lens)
    drawing = terrain.drawing(language)
    ends = {"from": _lonlat(fields.start), "to": _lonlat(fields.to)}
    after = standing(terrain.city, fields.mode, drawing, ends, in_query=in_query)
    before = stand(terrain.city, fields.mode, None, after.points)
    return to_json(routes(before, after, terrain.dataset, fields.crs))


def _lonlat(position: list[float]) -> tuple[float, float]:
    lon, lat = position
    return lon, lat
