"""The map in two halves: today to the left of the handle, the proposal to the right."""

import re

from playwright.sync_api import Page, expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE
from tests.browser.presenting import open_example
from tests.browser.test_layout import serious_findings
from tests.browser.workbench import Workbench


def cut_at(page: Page, pane: str) -> list[float]:
    """The left and right edge of what a pane shows, in pixels of the map."""
    found: list[float] = page.evaluate(
        """name => {
          const map = document.getElementById('map').getBoundingClientRect();
          const pane = document.querySelector(`.leaflet-${name}-pane`);
          const from = pane.getBoundingClientRect();
          const numbers = pane.style.clipPath.match(/-?[\\d.]+(?=px)/g).map(Number);
          const across = numbers.filter((_, index) => index % 2 === 0);
          const xs = across.map(x => x + from.left - map.left);
          return [Math.max(0, Math.min(...xs)), Math.min(map.width, Math.max(...xs))];
        }""",
        pane,
    )
    return found


def begin(bench: Workbench, live: LiveService) -> float:
    open_example(bench, live)
    bench.wait_for_numbers()
    bench.page.locator("#map").focus()
    bench.page.keyboard.press("s")
    expect(bench.page.get_by_role("slider")).to_be_visible()
    box = bench.page.locator("#map").bounding_box()
    assert box is not None
    return box["width"]


def test_each_half_tells_its_time(bench: Workbench, live: LiveService) -> None:
    width = begin(bench, live)
    page = bench.page
    expect(page.locator(".swipe-flag.is-before")).to_have_text("I dag")
    expect(page.locator(".swipe-flag.is-after")).to_have_text("Med forslaget")
    # Both halves speak of minutes, not of change, and by one scale.
    expect(page.locator(".legend-title")).to_contain_text("Minutter til")
    for pane in ("homes-before", "facilities-before"):
        left, right = cut_at(page, pane)
        assert left == 0
        assert abs(right - width / 2) < 2
    for pane in ("homes", "drawn", "marker"):
        left, right = cut_at(page, pane)
        assert abs(left - width / 2) < 2
        assert right == width
    drawn = page.evaluate(
        """() => {
          const canvas = document.querySelector('.leaflet-homes-before-pane canvas');
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return data.filter((value, index) => index % 4 === 3 && value > 0).length;
        }"""
    )
    assert drawn > 100


def test_the_handle_follows_the_mouse_and_the_keys(bench: Workbench, live: LiveService) -> None:
    width = begin(bench, live)
    page = bench.page
    handle = page.get_by_role("slider")
    box = handle.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 20 - width / 4, box["y"] + 60, steps=4)
    page.mouse.up()
    expect(handle).to_have_attribute("aria-valuenow", re.compile(r"^2[456]$"))
    assert abs(cut_at(page, "homes")[0] - width / 4) < 8
    page.keyboard.press("Home")
    expect(handle).to_have_attribute("aria-valuenow", "0")
    page.keyboard.press("PageUp")
    page.keyboard.press("ArrowRight")
    expect(handle).to_have_attribute("aria-valuenow", "12")
    assert abs(cut_at(page, "drawn")[0] - width * 0.12) < 2
    # The map moves, the line stays.
    page.locator("#map").focus()
    page.keyboard.press("Shift+ArrowRight")
    assert abs(cut_at(page, "drawn")[0] - width * 0.12) < 2
    assert serious_findings(page) == []


def test_holding_before_still_shows_today_all_over(bench: Workbench, live: LiveService) -> None:
    begin(bench, live)
    page = bench.page
    page.keyboard.down("b")
    expect(page.locator(".before-flag")).to_be_visible()
    assert page.evaluate("document.querySelector('.leaflet-homes-pane').style.clipPath") == ""
    page.keyboard.up("b")
    expect(page.locator(".swipe-flag.is-before")).to_be_visible()
    assert page.evaluate("document.querySelector('.leaflet-homes-pane').style.clipPath") != ""


def test_it_is_of_the_page_only_and_ends_as_it_began(bench: Workbench, live: LiveService) -> None:
    begin(bench, live)
    page = bench.page
    steps = page.evaluate("history.length")
    button = page.get_by_role("button", name="Del kortet")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(page.get_by_role("slider")).to_have_count(0)
    assert page.evaluate("history.length") == steps
    expect(page.locator(".legend-title")).to_contain_text("Ændring i vejen")
    for pane in ("homes", "drawn", "marker"):
        clip = page.evaluate(f"document.querySelector('.leaflet-{pane}-pane').style.clipPath")
        assert clip == ""


def test_a_finger_moves_it_on_a_phone(phone: Page, live: LiveService) -> None:
    bench = Workbench(phone, live.address)
    open_example(bench, live)
    bench.wait_for_numbers()
    phone.locator(".share-menu > button").tap()
    phone.get_by_role("button", name="Del kortet").tap()
    handle = phone.get_by_role("slider")
    expect(handle).to_have_attribute("aria-valuenow", "50")
    box = handle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    finger = phone.context.new_cdp_session(phone)
    for kind, moved in (("touchStart", 0), ("touchMove", 60), ("touchMove", 117)):
        finger.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [{"x": x + moved, "y": y}]},
        )
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    # 117 of 390 pixels are 30 hundredths of the map.
    expect(handle).to_have_attribute("aria-valuenow", "80")


def test_with_nothing_drawn_there_is_nothing_to_compare(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    bench.page.locator("#map").focus()
    bench.page.keyboard.press("s")
    expect(bench.page.get_by_role("slider")).to_have_count(0)
    expect(bench.page.get_by_test_id("spoken")).to_contain_text("Tegn noget først")


def test_the_scale_bar_is_true(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    bar = bench.page.locator(".map-place > .scale-bar")
    expect(bar).to_have_text(re.compile(r"^\d+ m$"))
    metres = float(bar.inner_text().split()[0])
    width = bench.page.evaluate(
        "document.querySelector('.map-place > .scale-bar i').getBoundingClientRect().width"
    )
    # At zoom 16 a pixel is 2.3887 m on the equator, and cos 55.6542° of that here.
    assert abs(width - metres / (2.388657 * 0.564)) < 1.5
