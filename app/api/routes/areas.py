"""The housing areas."""

from fastapi import APIRouter, Response

from app.api.answers import GEOJSON_MEDIA_TYPE, dataset_etag, kept, matches, not_modified
from app.api.dependencies import AreaOfPath, IfNoneMatch, SnapshotDep
from app.api.layer_page import LayerQuestionDep
from app.db.queries.dataset import dataset_version
from app.db.queries.features import AREAS, FeatureFilter, read_features
from app.db.queries.places import find_place
from app.schemas.layers import AreaFeature, AreaPage, PlaceOut

router = APIRouter(tags=["places"])


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
    wanted = FeatureFilter(column="id", values=(area.id,))
    _, features = read_features(session, AREAS, wanted, limit=1, offset=0)
    return Response(features[0], media_type=GEOJSON_MEDIA_TYPE, headers=kept(etag))


@router.get("/areas/{area_id}/place")  # noqa: FAST003 - read by AreaOfPath
def read_place_of_area(area: AreaOfPath, session: SnapshotDep) -> PlaceOut:
    """Read the town window that an area lies in."""
    place = find_place(session, area.place_id)
    assert place is not None  # noqa: S101 - a foreign key of the store
    bbox = (place.west, place.south, place.east, place.north)
    return PlaceOut(id=place.id, name=place.name, bbox=bbox)
