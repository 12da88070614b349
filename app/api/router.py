"""Every route of the API."""

from fastapi import APIRouter, Depends

from app.api.dependencies import refuse_unknown_parameters
from app.api.routes import (
    areas,
    assess,
    barriers,
    buildings,
    catchments,
    comments,
    contributions,
    costs,
    drawing_files,
    facilities,
    health,
    homes,
    indicators,
    isochrones,
    land_cover,
    lenses,
    loads,
    model,
    proposal_assessment,
    proposal_files,
    proposal_history,
    proposals,
    routes,
    sources,
    stops,
    streets,
    surfaces,
    tiles,
    timetable,
    why,
    why_street,
)

NOUNS = (
    areas,
    loads,
    model,
    facilities,
    stops,
    streets,
    homes,
    barriers,
    buildings,
    land_cover,
    sources,
    indicators,
    assess,
    surfaces,
    contributions,
    costs,
    isochrones,
    lenses,
    routes,
    timetable,
    why,
    why_street,
    catchments,
    drawing_files,
    proposal_files,
    proposals,
    proposal_history,
    proposal_assessment,
    comments,
)


def make_router() -> APIRouter:
    """Put the routes together."""
    router = APIRouter()
    router.include_router(health.router)
    router.include_router(
        tiles.router, prefix="/tiles", dependencies=[Depends(refuse_unknown_parameters)]
    )
    for noun in NOUNS:
        router.include_router(
            noun.router, prefix="/api", dependencies=[Depends(refuse_unknown_parameters)]
        )
    return router
