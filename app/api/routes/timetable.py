"""What runs: lines, stops, and the trips of a home."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

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
from app.db.queries.dataset import dataset_version
from app.problems import Problem
from app.request_body import read_body
from app.schemas.journeys import JourneysIn, JourneysOut, TimetableOut
from app.services.journeys import journeys
from app.services.subjects import subject_of
from app.services.timetable import timetable_json
from app.version import VERSION

router = APIRouter(tags=["travel"])


@router.get("/timetable", response_model=TimetableOut, responses=problems(404))
def read_timetable(
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    *,
    area: Annotated[str, Query(max_length=120, description="the area whose place is asked for")],
    if_none_match: IfNoneMatch = None,
) -> Response:
    """List the lines and stops of a place on the usual weekday, with how often they run."""
    if area not in areas:
        raise Problem("unknown-area", value=area, expected=", ".join(areas))
    etag = dataset_etag(dataset_version(session), "timetable", area)
    if matches(etag, if_none_match):
        return not_modified(etag)
    subject = subject_of(service, session, area, ())
    told = {"dataset": subject.dataset, "version": VERSION, "place": subject.city.place_id}
    body = service.answers.get(etag, lambda: to_json({**told, **timetable_json(subject.city)}))
    return Response(body, media_type=JSON_MEDIA_TYPE, headers=kept(etag))


@router.post("/journeys", response_model=JourneysOut, openapi_extra=body_of(JourneysIn))
def read_journeys(
    raw: RawBody,
    service: ServiceDep,
    session: SnapshotDep,
    areas: KnownAreas,
    language: LanguageDep,
) -> Response:
    """Tell a home's trips by bus and train, without and with a drawing; nothing is kept."""
    body = read_body(raw, JourneysIn, service.limits, areas)
    subject = subject_of(service, session, body.fields.area, body.drawing.features)
    answer = journeys(subject, body.fields, language)
    return Response(to_json(answer), media_type=JSON_MEDIA_TYPE)
