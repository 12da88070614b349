"""The service in a thread of its own, that can go away and come back on the same port."""

import json
import socket
import threading
import time
import urllib.request
from collections.abc import Callable
from typing import Any

import uvicorn

from app.main import create_app
from app.settings import Settings
from app.state import Service

START_TIMEOUT_S = 30


def eventually(condition: Callable[[], bool]) -> None:
    """Wait for something that happens on the service's side of the wire."""
    deadline = time.monotonic() + START_TIMEOUT_S
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)


class LiveService:
    """One running service."""

    def __init__(self, settings: Settings, service: Service) -> None:
        self.settings = settings
        self.service = service
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = int(free.getsockname()[1])
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        config = uvicorn.Config(
            create_app(self.settings, self.service),
            host="127.0.0.1",
            port=self._port,
            log_level="warning",
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        deadline = time.monotonic() + START_TIMEOUT_S
        while not self._server.started:
            assert self._thread.is_alive(), "the service did not start"
            assert time.monotonic() < deadline, "the service is slow to start"
            time.sleep(0.01)

    def stop(self) -> None:
        assert self._server is not None
        assert self._thread is not None
        self._server.should_exit = True
        self._thread.join(timeout=START_TIMEOUT_S)
        assert not self._thread.is_alive()

    def ask(
        self,
        path: str,
        body: object = None,
        *,
        method: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> Any:  # noqa: ANN401 - whatever JSON the service answers
        """Ask the service as somebody else would."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(  # noqa: S310 - our own address
            self.address + path,
            data,
            {"Content-Type": "application/json", **(headers or {})},
            method=method,
        )
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own address
            return json.load(answer)
