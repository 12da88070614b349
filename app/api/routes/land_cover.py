"""Ground for the quiet basemap."""

from fastapi import APIRouter, Response

from app.api.layer_page import LayerQuestionDep
from app.db.queries.features import LAND_COVER
from app.schemas.layers import LandCoverPage

router = APIRouter(tags=["layers"])


@router.get("/land-cover", response_model=LandCoverPage)
def list_land_cover(question: LayerQuestionDep) -> Response:
    """List patches of ground."""
    return question.answer(LAND_COVER)
