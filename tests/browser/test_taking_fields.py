"""Several homes are taken at once: by a drag, by two taps, and by two places of the crosshair."""

import re
from typing import Any

from playwright.sync_api import Browser, expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE
from tests.browser.shown_numbers import assessed, drawn_features
from tests.browser.test_editing import homes_nearby
from tests.browser.visits import visit
from tests.browser.workbench import Workbench

FIELD = "Tag flere i et felt"


def residents_gone(live: LiveService, feature: dict[str, Any]) -> float:
    homes = assessed(live, AREA, [feature], detail=["homes"])["homes"]
    gone: float = sum(homes["residents"]) - sum(homes["residents_proposal"])
    return gone


def test_several_homes_are_torn_down_by_a_box(bench: Workbench, live: LiveService) -> None:
    near = homes_nearby()[:3]
    bench.open(AREA, CENTRE)
    page = bench.page
    bench.tool("demolition")
    xs, ys = zip(*(bench.at(place) for place, _ in near), strict=True)
    page.keyboard.down("Shift")
    page.mouse.move(min(xs) - 8, min(ys) - 8)
    page.mouse.down()
    page.mouse.move(max(xs) + 8, max(ys) + 8, steps=4)
    expect(page.locator("path.pick-box")).to_be_attached()
    expect(page.locator(".hint-measure")).to_contain_text("beboere væk")
    said = page.locator(".hint-measure").inner_text()
    page.mouse.up()
    page.keyboard.up("Shift")
    expect(bench.drawn).to_have_count(1)
    (feature,) = drawn_features(bench)
    moved = residents_gone(live, feature)
    assert moved >= sum(residents for _, residents in near)
    assert f"{round(moved)} beboere" in said


def test_two_taps_mark_a_field(browser: Browser, live: LiveService) -> None:
    near = homes_nearby()[:3]
    with visit(browser, 820, 1180, has_touch=True, is_mobile=True) as slate:
        bench = Workbench(slate, live.address)
        bench.open(AREA, CENTRE)
        slate.locator(".tool[data-tool=demolition]").tap()
        slate.get_by_role("button", name=FIELD).tap()
        expect(slate.locator(".hint-text")).to_contain_text("første hjørne")
        xs, ys = zip(*(bench.at(place) for place, _ in near), strict=True)
        slate.touchscreen.tap(min(xs) - 8, min(ys) - 8)
        expect(slate.locator(".hint-text")).to_contain_text("modsatte hjørne")
        slate.touchscreen.tap(max(xs) + 8, max(ys) + 8)
        expect(bench.drawn).to_have_count(1)
        expect(slate.get_by_role("button", name=FIELD)).to_have_attribute("aria-pressed", "false")
        (feature,) = drawn_features(bench)
        assert residents_gone(live, feature) >= sum(residents for _, residents in near)


def test_the_crosshair_marks_a_field(bench: Workbench, live: LiveService) -> None:
    (home, residents), *_ = homes_nearby()
    bench.open(AREA, home)
    page = bench.page
    bench.tool("demolition")
    page.get_by_role("button", name=FIELD).press("Enter")
    for key in ("Shift+ArrowLeft", "Shift+ArrowUp", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_test_id("spoken")).to_contain_text("modsatte hjørne")
    for key in ("Shift+ArrowRight", "Shift+ArrowDown") * 2:
        page.keyboard.press(key)
    expect(page.locator("path.pick-box")).to_be_attached()
    expect(page.locator(".hint-measure")).to_contain_text(re.compile(r"\d beboere væk"))
    page.keyboard.press("Enter")
    expect(page.locator("path.pick-box")).to_have_count(0)
    expect(bench.drawn).to_have_count(1)
    (feature,) = drawn_features(bench)
    assert residents_gone(live, feature) > residents
