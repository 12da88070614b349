"""A resident's phone: the map, the answers, what is drawn, and the talk, by thumb."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE, metres
from tests.browser.visits import serious_findings, small_targets, visit
from tests.browser.workbench import Workbench
from tests.spatial.cases import THOROUGH

THUMB_PX = 44
# Ground where the example has nothing drawn.
BARE = (CENTRE[0] + 0.0025, CENTRE[1] - 0.0010)


@pytest.fixture
def hand(browser: Browser) -> Iterator[Page]:
    """A phone held upright."""
    with visit(browser, 390, 844, has_touch=True, is_mobile=True) as page:
        yield page


@pytest.fixture
def lying(browser: Browser) -> Iterator[Page]:
    """A phone on its side."""
    with visit(browser, 844, 390, has_touch=True, is_mobile=True) as page:
        yield page


def opened(page: Page, live: LiveService, more: str = "") -> Workbench:
    bench = Workbench(page, live.address)
    bench.open(AREA, CENTRE, more=more)
    return bench


def of_example(live: LiveService) -> str:
    examples = live.ask(f"/api/proposals?area={AREA}&is_example=true")["proposals"]
    return f"&proposal={examples[0]['id']}"


def sheet_height(page: Page) -> float:
    page.wait_for_timeout(250)  # the sheet comes to rest
    box = page.locator(".panel").bounding_box()
    assert box is not None
    return box["height"]


def drag(page: Page, selector: str, by_px: float, steps: int = 8) -> None:
    """Drag by touch, slowly enough that it is no flick."""
    box = page.locator(selector).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session = page.context.new_cdp_session(page)

    def send(kind: str, at: float) -> None:
        points = [] if kind == "touchEnd" else [{"x": x, "y": at}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", y)
    for step in range(1, steps + 1):
        send("touchMove", y + by_px * step / steps)
        page.wait_for_timeout(40)
    page.wait_for_timeout(120)
    send("touchMove", y + by_px)
    send("touchEnd", y + by_px)
    session.detach()


def nothing_sticks_out(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert page.evaluate("document.querySelector('.bar').scrollWidth <= innerWidth")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.panel *')]
             .filter(e => e.checkVisibility() && !e.closest('.sr-only, .table-scroll, svg'))
             .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
             .map(e => e.className + ' ' + e.textContent.slice(0, 40))"""
    )
    assert wide == []


def test_the_sheet_has_three_heights_by_button(hand: Page, live: LiveService) -> None:
    opened(hand, live, of_example(live))
    middle = sheet_height(hand)
    assert 0.4 * 844 < middle < 0.5 * 844
    handle = hand.locator(".sheet-handle")
    handle.tap()
    high = sheet_height(hand)
    assert high > 0.9 * 844
    handle.tap()
    low = sheet_height(hand)
    assert low < 160
    expect(handle).to_have_attribute("aria-expanded", "false")
    # What matters most can still be read, and the map has the rest.
    expect(hand.locator(".sheet-headline")).to_be_visible()
    frame = hand.locator("#map").bounding_box()
    assert frame is not None
    assert frame["height"] > 600
    handle.tap()
    assert abs(sheet_height(hand) - middle) < 2
    handle.focus()
    hand.keyboard.press("ArrowDown")
    assert abs(sheet_height(hand) - low) < 2
    hand.keyboard.press("ArrowUp")
    assert abs(sheet_height(hand) - middle) < 2


def test_the_sheet_follows_the_finger(hand: Page, live: LiveService) -> None:
    opened(hand, live)
    middle = sheet_height(hand)
    drag(hand, ".sheet-handle", -300)
    assert sheet_height(hand) > 0.9 * 844
    drag(hand, ".sheet-handle", 330)
    assert abs(sheet_height(hand) - middle) < 2
    drag(hand, ".sheet-handle", 250)
    assert sheet_height(hand) < 160
    # A nudge that goes nowhere is let go where it was.
    drag(hand, ".sheet-handle", -30)
    assert sheet_height(hand) < 160
    # The map ends where the sheet rests.
    frame = hand.locator("#map").bounding_box()
    panel = hand.locator(".panel").bounding_box()
    assert frame is not None
    assert panel is not None
    assert abs(frame["y"] + frame["height"] - panel["y"]) < 20


def test_reading_answers_drawings_and_talk(hand: Page, live: LiveService) -> None:
    bench = opened(hand, live, of_example(live))
    expect(hand.locator("[data-card=out] .finding")).to_be_visible()
    expect(hand.locator(".changes")).to_be_hidden()
    hand.get_by_role("tab", name=re.compile("Tegnet")).tap()
    expect(bench.drawn.first).to_be_visible()
    expect(hand.locator("[data-card=out]")).to_be_hidden()
    bench.drawn.first.locator(".choice").tap()
    expect(hand.locator(".side-card")).to_be_visible()
    hand.get_by_role("tab", name=re.compile("Kommentarer")).tap()
    expect(hand.get_by_role("button", name="Skriv en kommentar")).to_be_visible()
    hand.get_by_role("tab", name="Udgaver").tap()
    expect(hand.locator(".version").first).to_be_visible()


def test_a_resident_comments_at_a_place_by_thumb(hand: Page, live: LiveService) -> None:
    bench = opened(hand, live, of_example(live))
    hand.get_by_role("tab", name=re.compile("Kommentarer")).tap()
    hand.get_by_role("button", name="Skriv en kommentar").tap()
    hand.get_by_label("Dit navn").fill("Fatma")
    hand.locator(".comment-form textarea").fill("Her går vi om natten")
    # The map grows downwards: what is seen of it stays where it is.
    x, y = bench.at(BARE)
    hand.get_by_role("button", name="Vælg et sted").tap()
    expect(hand.locator(".placing-bar .for-touch")).to_be_visible()
    # The sheet makes way for the map.
    assert sheet_height(hand) < 160
    hand.touchscreen.tap(x, y)
    expect(hand.locator(".about-row")).to_contain_text("et sted på kortet")
    hand.locator(".comment-form").get_by_role("button", name="Send", exact=True).tap()
    expect(hand.locator(".conversation").filter(has_text="Her går vi")).to_be_visible()
    expect(hand.get_by_role("button", name=re.compile(r"Kommentar \d+ fra Fatma"))).to_be_visible()
    identity = re.search(r"proposal=([0-9a-f-]{36})", hand.url)
    assert identity
    comments = live.ask(f"/api/proposals/{identity.group(1)}/comments")["comments"]
    (comment,) = [row for row in comments if row["author"] == "Fatma"]
    assert metres((comment["lon"], comment["lat"]), BARE) < 15
    pin = hand.get_by_role("button", name=re.compile(r"Kommentar \d+ fra Fatma"))
    pin.tap()
    expect(hand.locator(".conversation.is-chosen")).to_contain_text("Her går vi")
    # Or under the crosshair, for whoever would rather move the map.
    hand.get_by_role("button", name="Skriv en kommentar").tap()
    hand.locator(".comment-form textarea").fill("Midt i")
    hand.get_by_role("button", name="Vælg et sted").tap()
    hand.get_by_role("button", name="Sæt den her").tap()
    hand.locator(".comment-form").get_by_role("button", name="Send", exact=True).tap()
    expect(hand.locator(".conversation").filter(has_text="Midt i")).to_be_visible()


def test_the_tools_wait_behind_one_button(hand: Page, live: LiveService) -> None:
    bench = opened(hand, live)
    expect(hand.locator(".toolbar")).to_be_hidden()
    hand.get_by_role("button", name="Tegn", exact=True).tap()
    expect(hand.get_by_role("button", name="Nyt sted at gå hen")).to_be_visible()
    hand.get_by_role("button", name="Luk værktøjerne").tap()
    expect(hand.locator(".toolbar")).to_be_hidden()
    hand.get_by_role("button", name="Tegn", exact=True).tap()
    hand.locator(".tool[data-tool=facility]").tap()
    expect(hand.locator(".toolbar")).to_be_hidden()
    expect(hand.locator(".hint-bar")).to_be_visible()
    x, y = bench.at(CENTRE)
    hand.touchscreen.tap(x, y - 60)
    expect(bench.drawn).to_have_count(1)
    bench.wait_for_numbers()
    hand.locator(".draw-buttons").get_by_role("button", name="Fortryd").tap()
    expect(bench.drawn).to_have_count(0)


def test_an_example_offers_no_tools(hand: Page, live: LiveService) -> None:
    opened(hand, live, of_example(live))
    expect(hand.locator(".draw-button")).to_have_count(0)


def test_everything_can_be_hit_by_a_thumb_and_nothing_sticks_out(
    hand: Page, live: LiveService
) -> None:
    opened(hand, live, of_example(live))
    for view in ("answers", "drawn", "comments", "versions"):
        hand.locator(f".panel-view[data-view={view}]").tap()
        hand.wait_for_timeout(300)
        nothing_sticks_out(hand)
        assert small_targets(hand, THUMB_PX) == [], view
    hand.locator(".panel-view[data-view=comments]").tap()
    hand.locator(".write-button").tap()
    nothing_sticks_out(hand)
    assert small_targets(hand, THUMB_PX) == []


def test_a_phone_on_its_side(lying: Page, live: LiveService) -> None:
    bench = opened(lying, live)
    nothing_sticks_out(lying)
    frame = lying.locator("#map").bounding_box()
    assert frame is not None
    assert frame["width"] > 480
    assert frame["height"] > 300
    expect(lying.locator("[data-card=out] .finding")).to_be_visible()
    lying.get_by_role("button", name="Tegn", exact=True).tap()
    lying.locator(".tool[data-tool=housing]").tap()
    x, y = bench.at(CENTRE)
    lying.touchscreen.tap(x, y - 30)
    expect(bench.drawn).to_have_count(1)
    assert serious_findings(lying) == []
    lying.locator(".panel-view[data-view=comments]").tap()
    expect(lying.get_by_role("button", name="Skriv en kommentar")).to_be_visible()
    nothing_sticks_out(lying)


@pytest.mark.parametrize("language", ["da", "en"] if THOROUGH else ["da"])
def test_axe_finds_nothing_serious_on_a_phone(hand: Page, live: LiveService, language: str) -> None:
    opened(hand, live, of_example(live))
    if language == "en":
        hand.get_by_role("button", name="English").tap()
    for view in ("answers", "drawn", "comments", "versions"):
        hand.locator(f".panel-view[data-view={view}]").tap()
        hand.wait_for_timeout(300)
        assert serious_findings(hand) == [], view
    hand.locator(".sheet-handle").tap()
    hand.locator(".sheet-handle").tap()
    assert serious_findings(hand) == []
