"""What every list of features takes: area, bbox and paging; and how it is answered."""

from dataclasses import dataclass, replace
from typing import Annotated, Literal

from fastapi import Depends, Query, Request, Response

from app.api.answers import GEOJSON_MEDIA_TYPE, dataset_etag, kept, matches, not_modified
from app.api.dependencies import IfNoneMatch, ServiceDep, SnapshotDep
from app.db.queries.dataset import dataset_version
from app.db.queries.features import FeatureFilter, Layer
from app.services.feature_pages import Page, filter_of, write_page
from app.state import Service

LARGEST_PAGE = 10_000


@dataclass(frozen=True, slots=True)
class LayerQuestion:
    """A question for features of a layer, with everything needed to answer it."""

    request: Request
    service: Service
    session: SnapshotDep
    if_none_match: str | None
    area: str | None
    scope: str
    bbox: str | None
    limit: int
    offset: int

    def answer(self, layer: Layer, column: str | None = None, *values: str) -> Response:
        """Answer with a page of the layer."""
        dataset = dataset_version(self.session)
        etag = dataset_etag(dataset)
        page = self._page(layer, self._wanted(column, values))
        if matches(etag, self.if_none_match):
            return not_modified(etag)
        body = self.service.pages.get((dataset, page.key), lambda: write_page(self.session, page))
        return Response(body, media_type=GEOJSON_MEDIA_TYPE, headers=kept(etag))

    def _wanted(self, column: str | None, values: tuple[str, ...]) -> FeatureFilter:
        inside = self.scope == "inside"
        wanted = filter_of(self.session, self.area, self.bbox, inside=inside)
        return replace(wanted, column=column, values=values)

    def _page(self, layer: Layer, wanted: FeatureFilter) -> Page:
        asked = self.request
        parameters = tuple(asked.query_params.multi_items())
        return Page(layer, wanted, self.limit, self.offset, asked.url.path, parameters)


def layer_question(  # noqa: PLR0913 - the parameters of every list
    request: Request,
    service: ServiceDep,
    session: SnapshotDep,
    *,
    if_none_match: IfNoneMatch = None,
    area: Annotated[
        str | None, Query(max_length=120, description="the area whose surroundings are asked for")
    ] = None,
    scope: Annotated[
        Literal["place", "inside"],
        Query(description="with area: its whole surroundings, or only what is inside it"),
    ] = "place",
    bbox: Annotated[
        str | None, Query(max_length=200, description="west,south,east,north in degrees")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE)] = 1_000,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
) -> LayerQuestion:
    """Read the parameters that every list of features has."""
    return LayerQuestion(request, service, session, if_none_match, area, scope, bbox, limit, offset)


LayerQuestionDep = Annotated[LayerQuestion, Depends(layer_question)]
