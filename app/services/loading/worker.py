"""The worker of the queue of loads: a process of its own, so that answers do not wait for it."""

import asyncio
import os
import resource
import sys
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

import procrastinate

from app.intake.gdal_drivers import ALL_BUT_GEOPACKAGE
from app.services.loading import uploads
from app.services.loading.queue import QUEUE, TASK, queue_over
from app.services.loading.run_load import run_load
from app.state import Service

_DRIVERS: Final = ("GPKG", "ESRI Shapefile", "GeoJSON", "FlatGeobuf", "CSV")


def begin_with_few_drivers() -> None:
    """Begin this process anew where GDAL knows more formats in it than tables come in.

    GDAL reads the list when it is loaded, which is before anything of ours is asked.
    """
    others = ",".join(name for name in ALL_BUT_GEOPACKAGE if name not in _DRIVERS)
    if os.environ.get("OGR_SKIP") == others:
        return
    os.environ["OGR_SKIP"] = others
    os.execv(sys.executable, [sys.executable, "-m", "app.cli", *sys.argv[1:]])  # noqa: S606 - ours


def confine(service: Service) -> None:
    """Bound what this process may use, before any file."""
    most = service.settings.max_load_memory_bytes
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def work(service: Service, *, until_idle: bool) -> None:
    """Work loads off, one after the other; those whose worker is gone are begun again."""
    uploads.remove_old(service.settings, datetime.now(UTC))
    asyncio.run(_work(service, until_idle=until_idle))


async def _work(service: Service, *, until_idle: bool) -> None:
    url = service.settings.database_url
    assert url is not None  # noqa: S101 - a service without one is not made
    queue = queue_over(url)

    @queue.task(name=TASK, queue=QUEUE)
    def load(load_id: str) -> None:
        run_load(service, UUID(load_id))

    async with queue.open_async():
        stalled_s = service.settings.load_stalled_seconds
        await _take_up_stalled(queue, stalled_s)
        await queue.run_worker_async(
            queues=[QUEUE],
            wait=not until_idle,
            listen_notify=not until_idle,
            update_heartbeat_interval=stalled_s / 5,
            stalled_worker_timeout=stalled_s,
        )


async def _take_up_stalled(queue: procrastinate.App, stalled_s: float) -> None:
    stalled = await queue.job_manager.get_stalled_jobs(
        queue=QUEUE, seconds_since_heartbeat=stalled_s
    )
    for job in stalled:
        assert job.id is not None  # noqa: S101 - it came from the store
        await queue.job_manager.retry_job_by_id_async(job.id, retry_at=datetime.now(UTC))
