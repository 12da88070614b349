"""Proposals that are there before the page is opened, for tests of something else than drawing."""

from typing import Any
from uuid import uuid4

from tests.app.drawn import proposal
from tests.browser.live_service import LiveService
from tests.browser.places import AREA, Place
from tests.browser.workbench import Workbench


def keep(live: LiveService, features: list[dict[str, Any]]) -> str:
    """Store a drawing as a proposal and give its id."""
    body = {"id": str(uuid4()), **proposal(*features)}
    stored: dict[str, Any] = live.ask("/api/proposals", body)
    return str(stored["id"])


def open_kept(
    bench: Workbench, live: LiveService, centre: Place, *features: dict[str, Any]
) -> Workbench:
    """Open a drawing as somebody does who drew it yesterday."""
    bench.open(AREA, centre, more=f"&proposal={keep(live, list(features))}")
    return bench
