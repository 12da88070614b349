"""The built page in a real browser, over a real service with the bundled data."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from playwright.sync_api import ViewportSize, sync_playwright

from app.db.engine import make_engine
from app.services.warming import warm
from app.state import make_service
from bench.running_service import settings_over_bundled_data
from tests.browser.live_service import LiveService

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

BUILT: Final = Path(__file__).resolve().parent.parent / "frontend" / "dist"
DESK: Final = ViewportSize(width=1440, height=900)
QUIET: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def what_is_missing() -> str | None:
    """Say what the browser benches lack on this machine; None when nothing."""
    if shutil.which("chromium") is None:
        return "not measured: chromium is missing"
    if not (BUILT / "index.html").exists():
        return "not measured: the built page is missing (bin/up builds it)"
    return None


@contextmanager
def browser_and_service() -> Iterator[tuple[Browser, str]]:
    """Give a browser and the address of a warm service; both go away afterwards."""
    with settings_over_bundled_data(warm_at_start=False) as settings:
        service = make_service(settings, make_engine(str(settings.database_url)))
        warm(service)
        live = LiveService(settings, service)
        live.start()
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=shutil.which("chromium"), args=list(QUIET)
                )
                yield browser, live.address
                browser.close()
        finally:
            live.stop()
            service.engine.dispose()
