"""The lenses on walking."""

from fastapi import APIRouter

from app.schemas.assessment import LensList, LensOut
from app.services.assessing import lens_json
from spatial.lenses import LENSES

router = APIRouter(tags=["assessment"])


@router.get("/lenses")
def list_lenses() -> LensList:
    """List the lenses on walking: their pace, what they shun, and where the numbers are from."""
    return LensList(lenses=[LensOut.model_validate(lens_json(lens)) for lens in LENSES])
