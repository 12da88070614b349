"""A real service over a real database, and a real browser in front of it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from sqlalchemy.pool import QueuePool

from app.db.engine import make_engine
from app.services.cities import CityCache
from app.settings import Settings
from app.state import make_service
from spatial.warm import warm_kernels
from tests.browser.live_service import LiveService, eventually
from tests.browser.workbench import Workbench

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
# A busy machine is slow, not wrong: what is waited for may take its time.
expect.set_options(timeout=20_000)

BUILT = Path(__file__).resolve().parents[2] / "frontend" / "dist" / "index.html"
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what fails in the browser be tried once more, and tell so: what is wrong fails twice."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def kernels() -> None:
    """Compile once and alone: two requests that compile the same at once trip over each other."""
    warm_kernels()


@pytest.fixture(scope="module")
def live(
    loaded_url: str,
    cities: CityCache,
    kernels: None,  # noqa: ARG001 - wanted first
) -> Iterator[LiveService]:
    assert BUILT.exists(), "build the front end first: npm --prefix frontend run build"
    settings = Settings(database_url=loaded_url, warm_at_start=False)
    service = replace(make_service(settings, make_engine(loaded_url)), cities=cities)
    running = LiveService(settings, service)
    running.start()
    yield running
    running.stop()
    # A request whose asker went away holds its connection until it is done.
    pool = running.service.engine.pool
    assert isinstance(pool, QueuePool)
    eventually(lambda: pool.checkedout() == 0)
    running.service.engine.dispose()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium")
    assert executable, "the browser tests need Debian's chromium"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=list(QUIET))
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh visitor at a desk."""
    yield from _visit(browser, DESK)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A fresh visitor with a phone."""
    yield from _visit(browser, PHONE)


@pytest.fixture
def bench(page: Page, live: LiveService) -> Workbench:
    return Workbench(page, live.address)


def _visit(browser: Browser, size: dict[str, int]) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": size["width"], "height": size["height"]},
        has_touch=size is PHONE,
        accept_downloads=True,
        timezone_id="Europe/Copenhagen",
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []
