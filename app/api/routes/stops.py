"""Stops of the timetable."""

from fastapi import APIRouter, Response

from app.api.layer_page import LayerQuestionDep
from app.db.queries.features import STOPS
from app.schemas.layers import StopPage

router = APIRouter(tags=["layers"])


@router.get("/stops", response_model=StopPage)
def list_stops(question: LayerQuestionDep) -> Response:
    """List stops."""
    return question.answer(STOPS)
