"""Whether the service can answer."""

from fastapi import APIRouter

from app.api.dependencies import ServiceDep, SnapshotDep
from app.db.queries.dataset import EMPTY_DATASET, dataset_version
from app.problems import Problem
from app.schemas.layers import HealthOut
from app.version import VERSION

router = APIRouter(tags=["service"])


@router.get("/health")
def read_health(service: ServiceDep, session: SnapshotDep) -> HealthOut:
    """Tell the version, the dataset, and whether the first question will be quick."""
    dataset = dataset_version(session)
    if dataset == EMPTY_DATASET:
        raise Problem("no-data", headers={"Retry-After": "5"})
    return HealthOut(
        status="ok",
        version=VERSION,
        dataset=dataset,
        warm=service.warm.is_set(),
        tile_url=service.settings.tile_url,
    )
