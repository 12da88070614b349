"""What cannot be crossed except on a bridge or in a tunnel."""

from fastapi import APIRouter, Response

from app.api.layer_page import LayerQuestionDep
from app.db.queries.features import BARRIERS
from app.schemas.layers import BarrierPage

router = APIRouter(tags=["layers"])


@router.get("/barriers", response_model=BarrierPage)
def list_barriers(question: LayerQuestionDep) -> Response:
    """List barriers."""
    return question.answer(BARRIERS)
