"""A housing area is drawn by mouse, by keys and by thumb, and is one like the others."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.live_service import LiveService
from tests.browser.visits import serious_findings, small_targets, visit

HERE = "15/55.6572/12.3316"
CORNERS = ((-110, -60), (90, -70), (120, 40), (-80, 60))
NEW = "Nyt boligområde"


def opened(page: Page, live: LiveService, more: str = f"?at={HERE}") -> None:
    page.goto(f"{live.address}/#/~area{more}")
    expect(page.get_by_role("heading", name=NEW)).to_be_visible()
    expect(page.get_by_label("Kommune").locator("option")).to_have_count(99)


def middle(page: Page) -> tuple[float, float]:
    box = page.locator("#map").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def click_corners(page: Page) -> None:
    x, y = middle(page)
    for east, south in CORNERS:
        page.mouse.move(x + east, y + south)
        page.mouse.click(x + east, y + south)
        page.wait_for_timeout(350)  # two clicks at once are a double click
    page.mouse.click(x + CORNERS[0][0], y + CORNERS[0][1])


def kept(live: LiveService) -> dict[str, dict[str, object]]:
    listed = live.ask("/api/areas")["features"]
    return {area["id"]: area["properties"] for area in listed}


def test_an_area_is_drawn_worked_on_changed_and_taken_away(page: Page, live: LiveService) -> None:
    page.goto(live.address)
    page.get_by_role("link", name="Tegn et nyt område").click()
    opened(page, live)
    page.reload()
    click_corners(page)
    expect(page.locator(".hint-measure")).to_have_text("17,0 ha")
    # The municipality of the neighbours is offered.
    expect(page.get_by_label("Kommune")).to_have_value("0169")
    expect(page.get_by_role("button", name="Gem området")).to_be_disabled()
    page.get_by_label("Navn").fill("Rønnevang Syd")
    page.get_by_label("Boliger").fill("420")
    page.get_by_label("Boliger").blur()
    assert serious_findings(page) == []
    page.reload()
    expect(page.get_by_label("Navn")).to_have_value("Rønnevang Syd")
    expect(page.locator(".hint-measure")).to_have_text("17,0 ha")
    page.get_by_role("button", name="Gem området").click()
    expect(page.locator("article.card").first).to_be_visible()
    assert page.url.endswith("#/roennevang-syd")
    assert kept(live)["roennevang-syd"]["homes"] == 420
    page.goto(f"{live.address}/#/")
    expect(page.get_by_role("button", name="Rønnevang Syd")).to_be_visible()
    page.get_by_role("link", name="Ret grænse og tal").click()
    expect(page.get_by_label("Boliger")).to_have_value("420")
    page.get_by_label("Beboere").fill("900")
    page.get_by_role("button", name="Gem området").click()
    expect(page.locator("article.card").first).to_be_visible()
    assert kept(live)["roennevang-syd"]["residents"] == 900
    page.goto(f"{live.address}/#/~area?change=roennevang-syd")
    page.get_by_role("button", name="Slet området").click()
    page.get_by_role("button", name="Ja, slet det").click()
    expect(page.get_by_role("heading", name="Hvad binder området til byen?")).to_be_visible()
    assert "roennevang-syd" not in kept(live)


def test_keys_alone_draw_an_area(page: Page, live: LiveService) -> None:
    opened(page, live)
    page.get_by_role("application").focus()
    for moves in ("", "Right" * 6, "Down" * 5, "Left" * 6):
        for step in [part for part in moves.replace("t", "t ").replace("n", "n ").split() if part]:
            page.keyboard.press(f"Arrow{step}")
        page.keyboard.press("Space")
    expect(page.locator(".sr-only[role=status]").last).to_have_text("Punkt 4 sat")
    page.keyboard.press("Backspace")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".hint-measure")).to_contain_text("ha")
    page.get_by_role("button", name="Tegn grænsen om").press("Enter")
    expect(page.locator(".hint-text")).to_contain_text("første hjørne")


def test_a_thumb_draws_an_area_and_is_told_what_is_wrong(
    browser: Browser, live: LiveService
) -> None:
    with visit(browser, 390, 844, has_touch=True, is_mobile=True) as page:
        opened(page, live, "?at=15/55.6545/12.2885")
        x, y = middle(page)
        for east, south in CORNERS:
            page.touchscreen.tap(x + east, y + south)
            page.wait_for_timeout(450)
        page.get_by_role("button", name="Færdig").tap()
        page.get_by_label("Navn").fill("Oveni")
        page.get_by_role("button", name="Gem området").tap()
        # Drawn over an area that is there.
        expect(page.get_by_role("alert")).to_contain_text("Tåstrupgård")
        assert small_targets(page, 44) == []
        assert "oveni" not in kept(live)
        page.get_by_role("button", name="EN", exact=False).first.tap()
        expect(page.get_by_role("heading", name="New housing area")).to_be_visible()
