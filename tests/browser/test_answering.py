"""A finished edit is answered on screen, and the page says on its timeline when."""

import json
from typing import Any

from playwright.sync_api import Request, expect

from tests.browser.places import AREA, CENTRE, example, middle
from tests.browser.workbench import Workbench

FINISHED, SHOWN = "forbind:edit-finished", "forbind:answer-shown"


def marks(bench: Workbench) -> list[tuple[str, int]]:
    """Give the page's own marks in order, each with the number of its edit."""
    found: list[dict[str, Any]] = bench.page.evaluate(
        """() => performance.getEntriesByType('mark').map(
             ({name, detail}) => ({name, edit: detail?.edit}))"""
    )
    return [(mark["name"], mark["edit"]) for mark in found if mark["name"] in {FINISHED, SHOWN}]


def wait_for_shown(bench: Workbench, edit: int) -> None:
    bench.page.wait_for_function(
        """([name, edit]) => performance.getEntriesByName(name).some(
             ({detail}) => detail.edit === edit)""",
        arg=[SHOWN, edit],
    )


def asks_about_what_is_drawn(request: Request) -> bool:
    body = json.loads(request.post_data or "{}")
    return request.url.endswith("/api/assess") and len(body["interventions"]["features"]) == 1


def test_each_edit_is_marked_when_finished_and_when_its_answer_is_shown(bench: Workbench) -> None:
    line = example("connection")
    bench.open(AREA, middle(line))
    assert marks(bench) == []
    bench.draw("connection", line)
    wait_for_shown(bench, 1)
    bench.page.keyboard.press("Control+z")
    wait_for_shown(bench, 2)
    assert marks(bench) == [(FINISHED, 1), (SHOWN, 1), (FINISHED, 2), (SHOWN, 2)]


def test_an_edit_that_is_overtaken_is_never_marked_as_shown(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    bench.page.route("**/api/assess", lambda _: None)
    bench.tool("facility")
    bench.click(CENTRE)
    expect(bench.drawn).to_have_count(1)
    bench.page.unroute("**/api/assess")
    bench.page.keyboard.press("Control+z")
    wait_for_shown(bench, 2)
    assert marks(bench) == [(FINISHED, 1), (FINISHED, 2), (SHOWN, 2)]


def test_only_what_the_screen_shows_is_asked_for(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    bench.tool("facility")
    with bench.page.expect_request(asks_about_what_is_drawn) as asked:
        bench.click(CENTRE)
    body = json.loads(asked.value.post_data or "")
    assert body["home_indicators"] == ["travel_time_nearest"]
    assert body["detail"] == ["homes"]
