"""Facilities: what people have an errand to."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.api.layer_page import LayerQuestionDep
from app.db.queries.features import FACILITIES
from app.importers.geo_rows import Category
from app.schemas.layers import FacilityPage

router = APIRouter(tags=["layers"])


@router.get("/facilities", response_model=FacilityPage)
def list_facilities(
    question: LayerQuestionDep,
    category: Annotated[
        list[Category] | None, Query(description="repeat it for several categories")
    ] = None,
) -> Response:
    """List facilities."""
    return question.answer(FACILITIES, "category", *(category or ()))
