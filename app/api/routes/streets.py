"""Streets and paths."""

from fastapi import APIRouter, Response

from app.api.layer_page import LayerQuestionDep
from app.db.queries.features import STREETS
from app.schemas.layers import StreetPage

router = APIRouter(tags=["layers"])


@router.get("/streets", response_model=StreetPage)
def list_streets(question: LayerQuestionDep) -> Response:
    """List streets and paths."""
    return question.answer(STREETS)
