"""Vector tiles for maps that hold more than a page of features."""

from typing import Annotated

from fastapi import APIRouter, Header, Path, Response

from app.api.answers import dataset_etag, kept, matches, not_modified
from app.api.dependencies import ServiceDep, SnapshotDep
from app.db.queries.dataset import dataset_version
from app.db.queries.tiles import DEEPEST, TileLayer, read_tile
from app.problems import Fault, Problem

MVT_MEDIA_TYPE = "application/vnd.mapbox-vector-tile"
router = APIRouter(tags=["layers"])


@router.get(
    "/{layer}/{z}/{x}/{y}.mvt",
    response_class=Response,
    responses={
        200: {"content": {MVT_MEDIA_TYPE: {}}, "description": "A Mapbox vector tile, 4096 units"},
        204: {"description": "Nothing of the layer is drawn there"},
        304: {"description": "The tile that the caller holds is still right"},
    },
)
def vector_tile(  # noqa: PLR0913, PLR0917 - a tile's address, and what it stands on
    service: ServiceDep,
    session: SnapshotDep,
    layer: TileLayer,
    z: Annotated[int, Path(ge=0, le=DEEPEST)],
    x: Annotated[int, Path(ge=0)],
    y: Annotated[int, Path(ge=0)],
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    """Give a square of the web map, simplified to half a pixel; small ways come with the zoom."""
    side = 2**z
    outside = [
        Fault("out_of_range", parameter=name, value=value, values={"expected": f"0 … {side - 1}"})
        for name, value in (("x", x), ("y", y))
        if value >= side
    ]
    if outside:
        raise Problem("invalid-request", faults=outside)
    etag = dataset_etag(dataset_version(session), layer, z, x, y)
    if matches(etag, if_none_match):
        return not_modified(etag)
    tile = service.tiles.get(etag, lambda: read_tile(session, layer, z, x, y))
    if not tile:
        return Response(status_code=204, headers=kept(etag))
    return Response(tile, media_type=MVT_MEDIA_TYPE, headers=kept(etag))
