"""The three-minute tour: by keyboard alone, on a copy that is thrown away unless it is kept."""

import re

from playwright.sync_api import Page, expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA
from tests.browser.test_layout import serious_findings
from tests.browser.workbench import READY_MS, Workbench


def at_step(page: Page, number: int) -> None:
    expect(page.locator(".tour-callout")).to_contain_text(f"Trin {number} af 9")


def begin(bench: Workbench) -> None:
    bench.page.goto(bench.address)
    bench.page.get_by_role("button", name="Tag rundturen").press("Enter")
    at_step(bench.page, 1)
    bench.wait_for_numbers()


def onwards(page: Page) -> None:
    """Press the main button of the callout by keyboard, which has the focus already."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def own_proposals(live: LiveService) -> list[str]:
    listed = live.ask(f"/api/proposals?area={AREA}&is_example=false")["proposals"]
    return [row["name"] for row in listed]


def walk_to_the_end(page: Page) -> None:
    for number in (1, 2, 3):
        at_step(page, number)
        expect(page.locator(".tour-callout")).to_be_focused()
        onwards(page)
    at_step(page, 4)
    page.keyboard.down("b")
    expect(page.locator(".before-flag")).to_be_visible()
    page.keyboard.up("b")
    at_step(page, 5)
    page.keyboard.press("1")
    at_step(page, 6)
    expect(page.locator("#map")).to_be_focused()
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    at_step(page, 7)
    onwards(page)
    at_step(page, 8)
    onwards(page)
    at_step(page, 9)
    onwards(page)
    expect(page.locator(".tour-callout")).to_contain_text("Så er du klar")


def test_the_keyboard_alone_takes_the_tour_and_the_copy_goes(
    bench: Workbench, live: LiveService
) -> None:
    begin(bench)
    page = bench.page
    count = bench.drawn.count()
    walk_to_the_end(page)
    expect(bench.drawn).to_have_count(count + 1)
    onwards(page)
    expect(page.locator(".tour-callout")).to_have_count(0)
    expect(bench.drawn).to_have_count(0)
    expect(page.locator("#map")).to_be_focused()
    page.wait_for_timeout(1_000)
    assert not any("Rundtur" in name for name in own_proposals(live))
    assert "proposal=" not in page.evaluate("location.hash")
    page.goto(bench.address)
    expect(page.locator(".area-card")).to_have_count(5)
    expect(page.locator(".tour-offer")).to_have_count(0)


def test_the_copy_may_be_kept(bench: Workbench, live: LiveService) -> None:
    begin(bench)
    page = bench.page
    walk_to_the_end(page)
    page.get_by_role("button", name="Behold kopien").click()
    bench.wait_for_saved()
    assert any("min kopi fra rundturen" in name for name in own_proposals(live))
    expect(page.locator(".changes li").first).to_be_visible()


def test_escape_ends_it_anywhere_and_keeps_nothing(bench: Workbench, live: LiveService) -> None:
    begin(bench)
    page = bench.page
    kept = own_proposals(live)
    onwards(page)
    at_step(page, 2)
    page.keyboard.press("Escape")
    expect(page.locator(".tour-callout, .tour-ring")).to_have_count(0)
    page.wait_for_timeout(500)
    assert own_proposals(live) == kept
    # From the help menu it may be taken again.
    page.locator(".help-menu > button").click()
    page.get_by_role("button", name=re.compile("Tag rundturen")).click()
    at_step(page, 1)


def test_a_no_is_remembered(bench: Workbench) -> None:
    page = bench.page
    page.goto(bench.address)
    offer = page.locator(".tour-offer")
    expect(offer).to_be_visible()
    offer.get_by_role("button", name="Nej tak").click()
    expect(offer).to_have_count(0)
    page.reload()
    expect(page.locator(".area-card")).to_have_count(5)
    expect(offer).to_have_count(0)
    page.goto(f"{bench.address}/#/{AREA}")
    bench.wait_for_numbers()
    expect(offer).to_have_count(0)


def test_every_step_points_at_something_on_the_page(bench: Workbench) -> None:
    begin(bench)
    page = bench.page
    for number in range(1, 10):
        at_step(page, number)
        ring = page.locator(".tour-ring").bounding_box()
        assert ring is not None
        assert ring["width"] > 20
        assert ring["x"] >= -1
        assert ring["x"] + ring["width"] <= 1441
        box = page.locator(".tour-callout").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["y"] + box["height"] <= 900
        if number in (1, 4, 6):
            # Numbers of an older drawing are dimmed until new ones come.
            expect(page.locator(".card.is-old")).to_have_count(0)
            assert serious_findings(page) == []
        page.locator(".tour-callout .choice-row .button").first.click()
    expect(page.locator(".tour-callout")).to_contain_text("Så er du klar")


def test_the_first_page_says_what_this_is(bench: Workbench, live: LiveService) -> None:
    page = bench.page
    page.goto(bench.address)
    expect(page.locator(".area-thread").first).to_have_attribute("d", re.compile(r"^M"))
    examples = live.ask("/api/proposals?is_example=true")["proposals"]
    expect(page.locator(".examples li")).to_have_count(len(examples))
    expect(page.locator(".denmark circle")).to_have_count(5)
    page.locator(".examples li").first.get_by_role("link", name="Vis det på væggen").click()
    expect(page.locator(".show h1")).to_have_text(examples[0]["name"], timeout=READY_MS)
