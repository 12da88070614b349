"""Everything by keyboard, drawing included."""

import re

from playwright.sync_api import Page, expect

from tests.browser.live_service import LiveService, eventually
from tests.browser.places import AREA, CENTRE, example, metres
from tests.browser.workbench import Workbench


def press(page: Page, key: str, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press(key)


def test_a_connection_is_drawn_from_the_crosshair(bench: Workbench, live: LiveService) -> None:
    first = example("connection")[0]
    bench.open(AREA, first)
    page = bench.page
    page.locator("#map").focus()
    press(page, "1")
    expect(page.locator(".tool[data-tool=connection]")).to_have_attribute("aria-pressed", "true")
    press(page, "ArrowRight")
    expect(page.locator("#map")).to_have_class(re.compile("has-crosshair"))
    press(page, "ArrowLeft")
    press(page, "Space")
    expect(page.get_by_test_id("spoken")).to_have_text("Punkt 1 sat")
    press(page, "ArrowRight", 12)
    press(page, "ArrowDown", 3)
    press(page, "Space")
    expect(page.get_by_test_id("spoken")).to_have_text("Punkt 2 sat")
    press(page, "Shift+ArrowRight", 2)
    press(page, "Space")
    press(page, "Backspace")
    expect(page.get_by_test_id("spoken")).to_have_text("Sidste punkt fjernet")
    press(page, "Shift+ArrowLeft", 2)
    press(page, "Enter")
    expect(bench.drawn).to_have_count(1)
    expect(page.get_by_test_id("spoken")).to_contain_text("er tegnet")
    bench.wait_for_saved()
    (feature,) = live.ask(f"/api/proposals/{bench.proposal_id()}")["interventions"]["features"]
    start, end = feature["geometry"]["coordinates"]
    assert metres(start, first) < 25
    assert 200 < metres(start, end) < 500


def test_a_surface_and_a_point_are_drawn_from_the_crosshair(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    page = bench.page
    press(page, "6")
    page.get_by_role("radio", name="Tegn flade").check(force=True)
    page.locator("#map").focus()
    for key, times in (("ArrowRight", 3), ("ArrowDown", 3), ("ArrowLeft", 3)):
        press(page, "Space")
        press(page, key, times)
    press(page, "Space")
    press(page, "Enter")
    expect(bench.drawn).to_have_count(1)
    press(page, "4")
    press(page, "Enter")
    expect(bench.drawn).to_have_count(2)


def test_escape_puts_the_tool_down_and_loses_nothing(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    page = bench.page
    bench.tool("facility")
    bench.click(CENTRE)
    bench.tool("connection")
    bench.click(CENTRE)
    press(page, "Escape")
    expect(page.locator(".hint-bar")).to_have_count(0)
    expect(page.get_by_test_id("spoken")).to_have_text("Tegningen er afbrudt")
    expect(bench.drawn).to_have_count(1)


def test_the_crosshair_reads_out_what_it_stands_on(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    stop = bench.page.evaluate(
        """async () => {
          const answer = await fetch(
            '/api/facilities?area=taastrupgaard&category=workplace&limit=1');
          return (await answer.json()).features[0].geometry.coordinates;
        }"""
    )
    bench.open(AREA, stop)
    bench.page.reload()
    bench.wait_for_numbers()
    bench.page.locator("#map").focus()
    press(bench.page, "ArrowRight")
    press(bench.page, "ArrowLeft")
    expect(bench.page.get_by_test_id("spoken")).to_contain_text("Ved sigtet:")
    expect(bench.page.locator(".thing-tip")).to_be_visible()


def test_a_drawn_line_is_moved_and_reshaped_by_keys(bench: Workbench, live: LiveService) -> None:
    line = example("connection")
    bench.open(AREA, line[1])
    bench.draw("connection", line)
    bench.wait_for_saved()
    page = bench.page
    spoken = page.get_by_test_id("spoken")

    def stored() -> list[list[float]]:
        features = live.ask(f"/api/proposals/{bench.proposal_id()}")["interventions"]["features"]
        places: list[list[float]] = features[0]["geometry"]["coordinates"]
        return places

    before = stored()
    page.locator("#map").focus()
    press(page, "m")
    expect(spoken).to_contain_text("Piletaster flytter 1 meter")
    press(page, ".")
    press(page, ".")
    expect(spoken).to_have_text(f"Punkt 2 af {len(line)}")
    expect(page.locator("path.nudge-mark")).to_be_attached()
    press(page, "Shift+ArrowUp", 3)
    press(page, "ArrowRight", 2)
    expect(spoken).to_have_text("Flyttet 2 m mod øst 30 m mod nord")
    eventually(lambda: stored()[1] != before[1])
    after = stored()
    assert 29 < metres(tuple(before[1]), tuple(after[1])) < 31
    assert [*after[:1], *after[2:]] == [*before[:1], *before[2:]]
    # One burst of keys is one step back.
    press(page, "Control+z")
    eventually(lambda: stored() == before)
    press(page, "Insert")
    expect(spoken).to_have_text(f"Punkt 3 af {len(line) + 1}")
    eventually(lambda: len(stored()) == len(line) + 1)
    press(page, "Delete")
    eventually(lambda: len(stored()) == len(line))
    press(page, "Escape")
    expect(page.locator("path.nudge-mark")).to_have_count(0)
    expect(page.locator(".side-card")).to_be_visible()


def test_a_drawn_point_is_moved_by_buttons_without_dragging(
    bench: Workbench, live: LiveService
) -> None:
    bench.open(AREA, CENTRE)
    bench.tool("facility")
    bench.click(CENTRE)
    bench.wait_for_saved()
    page = bench.page

    def stored() -> tuple[float, float]:
        features = live.ask(f"/api/proposals/{bench.proposal_id()}")["interventions"]["features"]
        lon, lat = features[0]["geometry"]["coordinates"]
        return lon, lat

    before = stored()
    page.get_by_role("button", name="Flyt uden at trække").click()
    for _ in range(4):
        page.get_by_role("button", name="Mod syd").click()
    eventually(lambda: stored() != before)
    assert 3.5 < metres(before, stored()) < 4.5
    assert stored()[1] < before[1]
