"""Where the data comes from."""

from fastapi import APIRouter

from app.api.dependencies import SnapshotDep
from app.db.queries.places import list_sources
from app.schemas.layers import SourceList, SourceOut

router = APIRouter(tags=["places"])


@router.get("/sources")
def read_sources(session: SnapshotDep) -> SourceList:
    """List the sources, with what must be said when they are shown."""
    rows = list_sources(session)
    return SourceList(sources=[SourceOut.model_validate(row) for row in rows])
