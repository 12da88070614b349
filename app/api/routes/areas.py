"""The housing areas."""

from typing import Annotated

from fastapi import APIRouter, Path, Response
from sqlalchemy.orm import Session

from app.api.answers import GEOJSON_MEDIA_TYPE, dataset_etag, kept, matches, not_modified
from app.api.body_docs import body_of, problems
from app.api.dependencies import (
    AreaOfPath,
    IfMatch,
    IfNoneMatch,
    RawBody,
    ServiceDep,
    SnapshotDep,
)
from app.api.layer_page import LayerQuestionDep
from app.db.queries.dataset import dataset_version
from app.db.queries.features import AREAS, FeatureFilter, read_features
from app.db.queries.places import find_place
from app.municipalities import MUNICIPALITIES
from app.problems import Problem
from app.schemas.areas import DrawnAreaIn, MunicipalitiesOut, MunicipalityOut
from app.schemas.layers import AreaFeature, AreaPage, PlaceOut
from app.services import drawn_areas
from app.state import Service

router = APIRouter(tags=["places"])
AreaId = Annotated[str, Path(max_length=120)]


@router.get("/areas", response_model=AreaPage)
def list_areas(question: LayerQuestionDep) -> Response:
    """List the housing areas."""
    return question.answer(AREAS)


@router.get("/areas/{area_id}", response_model=AreaFeature)  # noqa: FAST003 - read by AreaOfPath
def read_area(
    area: AreaOfPath, session: SnapshotDep, if_none_match: IfNoneMatch = None
) -> Response:
    """Read one housing area."""
    etag = dataset_etag(dataset_version(session))
    if matches(etag, if_none_match):
        return not_modified(etag)
    return _area_answer(session, area.id)


@router.post(
    "/areas",
    status_code=201,
    response_model=AreaFeature,
    openapi_extra=body_of(DrawnAreaIn),
    responses=problems(409),
)
def draw_area(raw: RawBody, service: ServiceDep) -> Response:
    """Keep a housing area that somebody drew, in the place that holds it or a new one around it."""
    drawn, surface = drawn_areas.read_drawn_area(raw)
    area_id = drawn_areas.create(service, drawn, surface)
    with service.snapshots() as session:
        return _area_answer(session, area_id, created=True)


@router.put(
    "/areas/{area_id}",
    response_model=AreaFeature,
    openapi_extra=body_of(DrawnAreaIn),
    responses=problems(403, 404, 412, 428),
)
def redraw_area(
    area_id: AreaId, raw: RawBody, service: ServiceDep, if_match: IfMatch = None
) -> Response:
    """Draw an area anew; only what was drawn here can be changed here."""
    dataset = _seen_dataset(service, if_match)
    drawn, surface = drawn_areas.read_drawn_area(raw)
    drawn_areas.change(service, area_id, drawn, surface, dataset)
    with service.snapshots() as session:
        return _area_answer(session, area_id)


@router.delete("/areas/{area_id}", status_code=204, responses=problems(403, 404, 409, 412, 428))
def delete_area(area_id: AreaId, service: ServiceDep, if_match: IfMatch = None) -> None:
    """Take away an area that was drawn here and that nobody drew a proposal for."""
    drawn_areas.remove(service, area_id, _seen_dataset(service, if_match))


@router.get("/municipalities")
def list_municipalities() -> MunicipalitiesOut:
    """List the municipalities by code."""
    listed = [MunicipalityOut(code=code, name=name) for code, name in MUNICIPALITIES.items()]
    return MunicipalitiesOut(municipalities=listed)


def _area_answer(session: Session, area_id: str, *, created: bool = False) -> Response:
    wanted = FeatureFilter(column="id", values=(area_id,))
    _, features = read_features(session, AREAS, wanted, limit=1, offset=0)
    headers = kept(dataset_etag(dataset_version(session)))
    if created:
        headers["Location"] = f"/api/areas/{area_id}"
    return Response(features[0], 201 if created else 200, headers, GEOJSON_MEDIA_TYPE)


def _seen_dataset(service: Service, if_match: str | None) -> str | None:
    """Give the data's version that a caller saw, as it stands now; None stands for any.

    Raises
    ------
    Problem
        ``version-missing`` without the header, ``stale-area`` where the data is another now.
    """
    if if_match is None:
        raise Problem("version-missing")
    with service.snapshots() as session:
        now = dataset_version(session)
    if if_match.strip() == "*":
        return None
    if not matches(dataset_etag(now), if_match):
        raise Problem("stale-area")
    return now


@router.get("/areas/{area_id}/place")  # noqa: FAST003 - read by AreaOfPath
def read_place_of_area(area: AreaOfPath, session: SnapshotDep) -> PlaceOut:
    """Read the town window that an area lies in."""
    place = find_place(session, area.place_id)
    assert place is not None  # noqa: S101 - a foreign key of the store
    bbox = (place.west, place.south, place.east, place.north)
    return PlaceOut(id=place.id, name=place.name, bbox=bbox)
