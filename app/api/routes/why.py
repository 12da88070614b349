"""Why a home's time to the nearest of a kind changes."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

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
from app.problems import Fault, Problem
from app.projection import crs_member
from app.request_body import read_body
from app.schemas.travel import WhyIn, WhyOut, WhyQuery
from app.services.routing import story_json
from app.services.terrain import Terrain, kept_proposal, terrain_of_home
from app.version import VERSION
from spatial.explanations import Sides, explain, home_row
from spatial.ground import stand

router = APIRouter(tags=["travel"])


@router.get(
    "/why", response_model=WhyOut, openapi_extra=query_of(WhyQuery), responses=problems(404)
)
def read_why(  # noqa: PLR0913 - what an answer depends on
    request: Request,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
    *,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Tell a home's way to the nearest of a kind, without and with a kept proposal."""
    fields = read_query(request, WhyQuery, areas, _nothing_more)
    drawn = kept_proposal(session, fields.proposal, fields.area)
    state = () if drawn is None else drawn.state
    cutoffs = ".".join(map(str, fields.cutoffs_min))
    # An id is any text; a header is not.
    home = sha256(fields.home.encode()).hexdigest()[:16]
    parts = (home, fields.mode, fields.category, cutoffs, int(fields.crs), fields.lens)
    etag = dataset_etag(dataset_version(session), "why", *parts, *state)
    if matches(etag, if_none_match):
        return not_modified(etag)
    area = fields.area if drawn is None else drawn.area_id
    features = () if drawn is None else drawn.features
    terrain = terrain_of_home(service, session, fields.home, area, features)
    if terrain is None:
        raise _unknown_home(fields, in_query=True)
    body = service.answers.get(etag, lambda: _answer(terrain, fields, language, in_query=True))
    return Response(body, media_type=JSON_MEDIA_TYPE, headers=kept(etag))


@router.post("/why", response_model=WhyOut, openapi_extra=body_of(WhyIn))
def draw_why(
    raw: RawBody,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
) -> Response:
    """Tell a home's way to the nearest of a kind, without and with a drawing; nothing is kept."""
    body = read_body(raw, WhyIn, service.limits, areas)
    fields, features = body.fields, body.drawing.features
    terrain = terrain_of_home(service, session, fields.home, fields.area, features)
    if terrain is None:
        raise _unknown_home(fields, in_query=False)
    answer = _answer(terrain, fields, language, in_query=False)
    return Response(answer, media_type=JSON_MEDIA_TYPE)


def _nothing_more(_: Mapping[str, object]) -> Iterable[Fault]:
    return ()


def _unknown_home(fields: WhyQuery | WhyIn, *, in_query: bool) -> Problem:
    pointer, parameter = (None, "home") if in_query else ("/home", None)
    fault = Fault("unknown_home", pointer=pointer, parameter=parameter, value=fields.home)
    return Problem("invalid-request", faults=[fault])


def _answer(
    terrain: Terrain, fields: WhyQuery | WhyIn, language: Language, *, in_query: bool
) -> bytes:
    terrain = terrain.through(fields.lens)
    drawing = terrain.drawing(language)
    drawn = [home.feature for home in drawing.patch.edits.homes]
    home = home_row(terrain.city, drawn, fields.home)
    if home is None:
        raise _unknown_home(fields, in_query=in_query)
    sides = Sides(
        stand(terrain.city, fields.mode, None, ()), stand(terrain.city, fields.mode, drawing, ())
    )
    cutoffs = sorted(set(fields.cutoffs_min))
    story = explain(sides, home, fields.category, cutoffs)
    named: dict[str, object] = {
        "dataset": terrain.dataset,
        "version": VERSION,
        "place": terrain.city.place_id,
        "lens": terrain.lens,
    }
    return to_json({**crs_member(fields.crs), **named, **story_json(story, fields.crs)})
