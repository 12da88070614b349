"""Proposals that are there before the page is opened, for tests of something else than drawing."""

from typing import Any
from uuid import uuid4

from tests.app.drawn import feature, line, point, proposal
from tests.browser.live_service import LiveService
from tests.browser.places import AREA, example, middle
from tests.browser.workbench import Workbench


def keep(live: LiveService, features: list[dict[str, Any]]) -> str:
    """Store a drawing as a proposal and give its id."""
    body = {"id": str(uuid4()), **proposal(*features)}
    stored: dict[str, Any] = live.ask("/api/proposals", body)
    return str(stored["id"])


def open_path_and_shop(bench: Workbench, live: LiveService) -> None:
    """Open a path and a shop without a size, as somebody does who drew them yesterday."""
    path = example("connection")
    shop = point(*middle(path))
    drawn = [
        feature("connection", line(*path), id="sti", name="Sti"),
        feature("facility", shop, id="butik", name="Butik", category="grocery"),
    ]
    bench.open(AREA, middle(path), more=f"&proposal={keep(live, drawn)}")
