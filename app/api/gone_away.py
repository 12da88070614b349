"""Stop working for a caller who has gone away."""

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

from fastapi import Request
from starlette.concurrency import run_in_threadpool

T = TypeVar("T")


async def while_asked(request: Request, work: Callable[[Callable[[], bool]], T]) -> T:
    """Run long work in a thread; it may ask at any time whether anybody still waits for it.

    The body must have been taken in: what comes after it is only that the caller has gone.
    """
    gone = threading.Event()

    async def listen() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        gone.set()

    listening = asyncio.create_task(listen())
    try:
        return await run_in_threadpool(work, lambda: not gone.is_set())
    finally:
        listening.cancel()
