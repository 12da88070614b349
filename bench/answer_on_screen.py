"""From a finished edit to its numbers on screen: the real page in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bench.measurement import Result, Timing
from bench.served_page import DESK, browser_and_service, what_is_missing
from tests.browser.places import example, middle
from tests.browser.workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AREAS: Final = (
    "taastrupgaard",
    "gadehavegaard",
    "charlottekvarteret",
    "vaerebro-park",
    "stengaardsvej",
)
MOST_S: Final = 0.200
EDITS: Final = 40
FINISHED, SHOWN = "forbind:edit-finished", "forbind:answer-shown"


def run() -> list[Result]:
    """Draw a path in each area, then undo and redo it; each is an edit that is answered."""
    missing = what_is_missing()
    if missing is not None:
        return [Result("answer on screen", _subject(area), (), {}, (missing,)) for area in AREAS]
    with browser_and_service() as (browser, address):
        return [_measured(browser, address, area) for area in AREAS]


def _subject(area: str) -> str:
    return f"{area}, a path drawn, undone, redone"


def _measured(browser: Browser, address: str, area: str) -> Result:
    page = browser.new_page(viewport=DESK)
    timing = Timing("Forbind", _edits(Workbench(page, address), area))
    page.close()
    targets = {f"half of the edits within {MOST_S * 1000:.0f} ms": timing.median_s <= MOST_S}
    return Result("answer on screen", _subject(area), (timing,), targets)


def _edits(bench: Workbench, area: str) -> tuple[float, ...]:
    line = example("connection", area)
    bench.open(area, middle(line))
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
