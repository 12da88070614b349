"""Buildings whose outline is known."""

from fastapi import APIRouter, Response

from app.api.layer_page import LayerQuestionDep
from app.db.queries.features import BUILDINGS
from app.schemas.layers import BuildingPage

router = APIRouter(tags=["layers"])


@router.get("/buildings", response_model=BuildingPage)
def list_buildings(question: LayerQuestionDep) -> Response:
    """List buildings."""
    return question.answer(BUILDINGS)
