"""The registry of indicators."""

from dataclasses import asdict

from fastapi import APIRouter

from app.json_values import json_value
from app.schemas.assessment import IndicatorList, IndicatorOut
from spatial.indicators import REGISTRY

router = APIRouter(tags=["assessment"])


@router.get("/indicators")
def list_indicators() -> IndicatorList:
    """List the indicators with their meaning, formula and what they promise."""
    names = IndicatorOut.model_fields.keys() - {"parameters", "per_home", "per_street"}
    return IndicatorList(
        indicators=[
            IndicatorOut.model_validate(
                {
                    **{name: getattr(row, name) for name in names},
                    "parameters": {
                        name: json_value(asdict(parameter))
                        for name, parameter in row.parameters.items()
                    },
                    "per_home": row.per_home is not None,
                    "per_street": row.per_street is not None,
                }
            )
            for row in REGISTRY
        ]
    )
