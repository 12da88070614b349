"""Long work hears that nobody waits for it any more."""

import asyncio
import time
from collections.abc import Callable

import pytest
from fastapi import Request
from starlette.types import Message

from app.api.gone_away import while_asked

PATIENCE_S = 10.0


def asked_of(work: Callable[[Callable[[], bool]], object], *, leaves: bool) -> object:
    """Ask for some work, as somebody who hangs up at once or waits to the end."""

    async def receive() -> Message:
        if not leaves:
            await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def ask() -> object:
        return await while_asked(Request({"type": "http", "headers": []}, receive), work)

    return asyncio.run(ask())


def until_nobody_asks(is_asked: Callable[[], bool]) -> str:
    deadline = time.monotonic() + PATIENCE_S
    while is_asked():
        assert time.monotonic() < deadline, "it was never told"
        time.sleep(0.005)
    return "stopped"


def test_work_is_told_when_the_caller_has_gone() -> None:
    assert asked_of(until_nobody_asks, leaves=True) == "stopped"


def test_who_waits_gets_the_answer() -> None:
    assert asked_of(lambda is_asked: is_asked(), leaves=False) is True


def test_what_goes_wrong_is_told_as_it_is() -> None:
    def fails(_: Callable[[], bool]) -> None:
        raise LookupError("nothing there")

    with pytest.raises(LookupError, match="nothing there"):
        asked_of(fails, leaves=False)
