"""Run the service from the command line."""

import errno
import signal
import socket
from types import FrameType
from typing import Any

import uvicorn

from app.database import OpenDatabase
from app.db import migrate
from app.db.engine import make_engine
from app.main import create_app
from app.settings import Settings
from app.state import Service, make_service
from app.worker_beside import worker_beside


def serve(database: OpenDatabase) -> str | None:
    """Serve until stopped; what prevents it is returned as a sentence."""
    engine = make_engine(database.url)
    try:
        if not migrate.is_current(engine):
            return (
                "the database is not ready. Run “forbind migrate” and “forbind load-bundled” first."
            )
        return _serve(make_service(database.settings, engine, database.revive))
    finally:
        engine.dispose()


def _serve(service: Service) -> str | None:
    settings = service.settings
    listening = _listen(settings.host, settings.port)
    if isinstance(listening, str):
        return listening
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    print(f"Forbind listens on http://{shown}:{port}", flush=True)  # noqa: T201 - a command
    if not settings.is_loading_open:
        _run(service, listening)
        return None
    with worker_beside(service) as with_worker:
        _run(with_worker, listening)
    return None


def _run(service: Service, listening: socket.socket) -> None:
    app = create_app(service.settings, service)
    config = uvicorn.Config(
        app,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=5,
        timeout_keep_alive=30,
    )
    # The server passes the signal on once it has stopped; by default that would end the process
    # before the private PostgreSQL is stopped in order.
    signal.signal(signal.SIGTERM, _leave)
    uvicorn.Server(config).run(sockets=[listening])


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _listen(host: str, port: int) -> socket.socket | str:
    """Take the port before anything else starts, so that a taken one is told at once."""
    try:
        return socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=2048
        )
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return (
                f"port {port} is taken. Stop what uses it, or choose another: "
                f"FORBIND_PORT={port + 1}."
            )
        return (
            f"cannot listen on {host}:{port} ({error.strerror}). "
            "Check FORBIND_HOST and FORBIND_PORT."
        )


def describe() -> dict[str, Any]:
    """Describe the API; nothing is connected to."""
    settings = Settings(database_url="postgresql:///not-connected-to")
    return create_app(settings).openapi()
