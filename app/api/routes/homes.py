"""Where people live."""

from fastapi import APIRouter, Response

from app.api.layer_page import LayerQuestionDep
from app.db.queries.features import HOMES
from app.schemas.layers import HomePage

router = APIRouter(tags=["layers"])


@router.get("/homes", response_model=HomePage)
def list_homes(question: LayerQuestionDep) -> Response:
    """List homes."""
    return question.answer(HOMES)
