"""From a finished edit to its numbers on screen: the real page in a real browser."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

from app.db.engine import make_engine
from app.state import make_service
from bench.measurement import Result, Timing
from bench.running_service import settings_over_bundled_data
from tests.browser.live_service import LiveService
from tests.browser.places import AREA, example, middle
from tests.browser.workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Page

EDITS: Final = 40
FINISHED, SHOWN = "forbind:edit-finished", "forbind:answer-shown"
BUILT: Final = Path(__file__).resolve().parent.parent / "frontend" / "dist" / "index.html"


def run() -> list[Result]:
    """Draw a path, then undo and redo it; each is an edit that is answered."""
    chromium = shutil.which("chromium")
    subject = "taastrupgaard, a path drawn, undone, redone"
    if chromium is None or not BUILT.exists():
        missing = "chromium" if chromium is None else "the built page (bin/up builds it)"
        return [Result("answer on screen", subject, (), {}, (f"not measured: {missing} missing",))]
    with settings_over_bundled_data(warm_at_start=False) as settings:
        live = LiveService(
            settings, make_service(settings, make_engine(str(settings.database_url)))
        )
        live.start()
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=chromium, args=["--headless", "--no-sandbox", "--disable-gpu"]
                )
                page = browser.new_page(viewport={"width": 1440, "height": 900})
                seconds = _edits(Workbench(page, live.address))
                browser.close()
        finally:
            live.stop()
            live.service.engine.dispose()
    return [Result("answer on screen", subject, (Timing("Forbind", seconds),))]


def _edits(bench: Workbench) -> tuple[float, ...]:
    line = example("connection")
    bench.open(AREA, middle(line))
    bench.draw("connection", line)
    _wait_for(bench.page, 1)
    for edit in range(2, EDITS + 2):
        bench.page.keyboard.press("Control+z" if edit % 2 == 0 else "Control+Shift+z")
        _wait_for(bench.page, edit)
    return _waits(bench.page)[1:]


def _wait_for(page: Page, edit: int) -> None:
    page.wait_for_function(
        """([name, edit]) => performance.getEntriesByName(name).some(
             ({detail}) => detail.edit === edit)""",
        arg=[SHOWN, edit],
    )


def _waits(page: Page) -> tuple[float, ...]:
    """Read the waits off the page's own timeline."""
    found = page.evaluate(
        """([finished, shown]) => {
             const at = (name) => new Map(performance.getEntriesByName(name).map(
               ({detail, startTime}) => [detail.edit, startTime]));
             const from = at(finished), to = at(shown);
             const edits = [...to.keys()].sort((a, b) => a - b);
             return edits.map((edit) => to.get(edit) - from.get(edit));
           }""",
        [FINISHED, SHOWN],
    )
    return tuple(wait / 1000 for wait in found)
