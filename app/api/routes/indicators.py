"""The registry of indicators."""

from dataclasses import fields

from fastapi import APIRouter

from app.json_values import json_value
from app.schemas.assessment import IndicatorList, IndicatorOut
from spatial import indicators

router = APIRouter(tags=["assessment"])


@router.get("/indicators")
def list_indicators() -> IndicatorList:
    """List the indicators with their meaning, formula and what they promise."""
    registry = indicators.REGISTRY
    names = [field.name for field in fields(registry[0]) if field.name != "compute"]
    return IndicatorList(
        indicators=[
            IndicatorOut.model_validate({name: json_value(getattr(row, name)) for name in names})
            for row in registry
        ]
    )
