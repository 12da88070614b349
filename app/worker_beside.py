"""The worker of loads kept beside a service: begun when there is work, gone when there is none.

It is a process of its own. Killing it is safe at any moment: a load is one transaction, and its job
stays in the queue until a worker has ended it.
"""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Final

from sqlalchemy import exists, select
from sqlalchemy.exc import SQLAlchemyError

from app.db.models import Load
from app.services.loading.queue import is_busy
from app.state import Service

TICK_S: Final = 2.0
PATIENCE: Final = timedelta(seconds=5)
"""A load that was cancelled has this long to stop by itself."""
_log = logging.getLogger(__name__)


@contextmanager
def worker_beside(service: Service) -> Iterator[Service]:
    """Give the service with a worker that it can wake; both end together."""
    keeper = _Keeper(service)
    keeper.start()
    try:
        yield replace(service, wake_worker=keeper.wake)
    finally:
        keeper.stop()


class _Keeper:
    def __init__(self, service: Service) -> None:
        self._service = service
        self._process: subprocess.Popen[bytes] | None = None
        self._wanted = threading.Event()
        self._is_over = False
        self._thread = threading.Thread(target=self._keep, name="worker-keeper", daemon=True)

    def start(self) -> None:
        # What an earlier service left in the queue is worked off first.
        self._wanted.set()
        self._thread.start()

    def wake(self) -> None:
        self._wanted.set()

    def stop(self) -> None:
        self._is_over = True
        self._wanted.set()
        self._thread.join()
        self._kill()

    def _keep(self) -> None:
        while not self._is_over:
            try:
                self._look()
            except SQLAlchemyError as error:
                # The store is away: the requests tell of it, and this looks again.
                _log.debug("the queue of loads cannot be seen: %s", error)
                threading.Event().wait(TICK_S)
            except OSError:
                _log.exception("the worker of loads could not be started")
                threading.Event().wait(10 * TICK_S)

    def _look(self) -> None:
        if self._is_running():
            if self._must_be_stopped():
                self._kill()
            self._wanted.wait(TICK_S)
            self._wanted.clear()
            return
        with self._service.sessions() as session:
            busy = is_busy(session)
        if busy:
            self._begin()
            return
        self._wanted.wait()
        self._wanted.clear()

    def _begin(self) -> None:
        settings = self._service.settings
        environment = {
            **os.environ,
            "FORBIND_DATABASE_URL": str(settings.database_url),
            "FORBIND_DATA_DIR": str(settings.data_dir),
        }
        command = [sys.executable, "-m", "app.cli", "worker", "--until-idle"]
        self._process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)

    def _is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _must_be_stopped(self) -> bool:
        before = self._service.clock() - PATIENCE
        late = exists().where(Load.state == "running", Load.cancel_asked_at < before)
        with self._service.sessions() as session:
            return bool(session.scalar(select(late)))

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
