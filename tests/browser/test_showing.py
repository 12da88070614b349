"""The presentation: one sentence at a time, the service's own numbers, by keyboard and by link."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE
from tests.browser.presenting import answer_of, danish, example_of, open_example
from tests.browser.test_layout import serious_findings
from tests.browser.workbench import READY_MS, Workbench, until_ready

STEPS = ["story", "out", "in", "through", "tied", "fair"]


def step(page: Page, name: str) -> None:
    expect(page.locator(".show")).to_have_attribute("data-step", name)


def begin(bench: Workbench, live: LiveService) -> None:
    open_example(bench, live)
    bench.wait_for_numbers()
    bench.page.keyboard.press("p")
    step(bench.page, "story")


def test_it_tells_the_story_and_the_service_s_numbers(bench: Workbench, live: LiveService) -> None:
    begin(bench, live)
    page = bench.page
    proposal = example_of(live)
    expect(page.locator(".show h1")).to_have_text(proposal["name"])
    expect(page.locator(".show-text")).to_have_text(proposal["description"])
    page.keyboard.press("ArrowRight")
    step(page, "out")
    answer = answer_of(live, proposal)
    shares = {
        row["category"]: row
        for row in answer["indicators"]
        if row["id"] == "share_within" and row["cutoff_min"] == 10
    }
    # The page asked for a school and says what moved most when that did not.
    told = page.locator(".show [data-indicator=share_within]")
    expect(told).to_be_visible()
    chosen = page.locator(".show .legend-title").inner_text()
    assert "en skole" in chosen or any(
        word in chosen for word in ("station", "daginstitution", "kultur", "butik", "service")
    )
    texts = [
        f"{danish(row['baseline'] * 100, 1)}\N{NO-BREAK SPACE}% → "
        f"{danish(row['proposal'] * 100, 1)}\N{NO-BREAK SPACE}%"
        for row in shares.values()
        if row["baseline"] != row["proposal"]
    ]
    shown = told.inner_text().replace("\n", " ")
    assert any(re.sub(r"\s+", "", text) in re.sub(r"\s+", "", shown) for text in texts), (
        shown,
        texts,
    )


def test_every_question_gets_its_sentence_and_its_map(bench: Workbench, live: LiveService) -> None:
    begin(bench, live)
    page = bench.page
    for index, name in enumerate(STEPS[1:], start=1):
        page.keyboard.press("ArrowRight" if index % 2 else "Space")
        step(page, name)
        expect(page.locator(f".show [data-card={name}] .finding")).to_be_visible(timeout=READY_MS)
        expect(page.locator(f".show [data-card={name}] .before-after")).to_contain_text(
            re.compile(r"\d")
        )
        expect(page.locator(".show .legend-title")).to_be_visible(timeout=READY_MS)
    # The last step is the end of it; the legend followed the sentences.
    page.keyboard.press("ArrowRight")
    step(page, "fair")
    page.keyboard.press("Home")
    step(page, "story")
    page.keyboard.press("End")
    step(page, "fair")
    page.keyboard.press("ArrowLeft")
    step(page, "tied")


def test_the_streets_are_coloured_when_the_sentence_is_about_trips(
    bench: Workbench, live: LiveService
) -> None:
    begin(bench, live)
    page = bench.page
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    step(page, "through")
    known = {row["id"]: row for row in live.ask("/api/indicators")["indicators"]}
    expect(page.locator(".show .legend-title")).to_contain_text(
        known["edge_flow"]["name_da"], timeout=READY_MS
    )


def test_escape_leaves_to_where_one_was(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    page = bench.page
    page.get_by_label("Til", exact=True).select_option("station")
    page.get_by_label("Kortet viser").select_option("edge_flow")
    until_ready(page, "streets")
    before = page.evaluate("location.hash")
    page.locator(".show-button").click()
    step(page, "story")
    expect(page.locator(".toolbar, .bar, .panel, select")).to_have_count(0)
    page.keyboard.press("1")
    page.keyboard.press("ArrowRight")
    step(page, "out")
    assert "view=show" in page.evaluate("location.hash")
    page.keyboard.press("Escape")
    expect(page.locator(".toolbar")).to_be_visible()
    expect(page.locator(".hint-bar")).to_have_count(0)
    expect(page.get_by_label("Til", exact=True)).to_have_value("station")
    expect(page.get_by_label("Kortet viser")).to_have_value("edge_flow")
    page.wait_for_function("before => location.hash === before", arg=before)


def test_the_address_survives_a_reload(bench: Workbench, live: LiveService) -> None:
    begin(bench, live)
    page = bench.page
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    step(page, "in")
    page.wait_for_function(
        "location.hash.includes('view=show') && location.hash.includes('step=2')"
    )
    sentence = page.locator(".show .finding").inner_text()
    page.reload()
    step(page, "in")
    expect(page.locator(".show .finding")).to_have_text(sentence, timeout=READY_MS)
    page.keyboard.press("Escape")
    expect(page.locator(".proposal-menu")).to_contain_text(example_of(live)["name"])


def test_before_is_held_on_the_wall_too(bench: Workbench, live: LiveService) -> None:
    begin(bench, live)
    page = bench.page
    page.keyboard.press("ArrowRight")
    expect(page.locator(".show .before-after .arrow")).to_be_visible()
    page.keyboard.down("b")
    expect(page.locator(".before-flag")).to_be_visible()
    expect(page.locator(".show .before-after .arrow")).to_have_count(0)
    page.keyboard.up("b")
    expect(page.locator(".show .before-after .arrow")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(bench: Workbench, live: LiveService, scheme: str) -> None:
    bench.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    begin(bench, live)
    assert serious_findings(bench.page) == []
    bench.page.get_by_role("button", name="Næste").click()
    step(bench.page, "out")
    expect(bench.page.locator(".show .finding")).to_be_visible()
    assert serious_findings(bench.page) == []


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
def test_it_is_read_from_the_back_of_the_hall(
    bench: Workbench, live: LiveService, size: tuple[int, int]
) -> None:
    width, height = size
    bench.page.set_viewport_size({"width": width, "height": height})
    begin(bench, live)
    bench.page.keyboard.press("ArrowRight")
    finding = bench.page.locator(".show .finding")
    expect(finding).to_be_visible()
    letters = float(finding.evaluate("e => parseFloat(getComputedStyle(e).fontSize)"))
    # A twentieth of the wall's height is read from eight times its height away.
    assert letters >= height * 0.05
    fits = (
        "document.querySelector('.show-step').scrollHeight <= "
        "document.querySelector('.show-step').clientHeight + 1"
    )
    for _ in range(5):
        assert bench.page.evaluate(fits)
        bench.page.keyboard.press("ArrowRight")


def test_a_phone_reads_it(phone: Page, live: LiveService) -> None:
    proposal = example_of(live)
    phone.goto(f"{live.address}/#/{AREA}?proposal={proposal['id']}&view=show&step=1")
    expect(phone.locator(".show .finding")).to_be_visible(timeout=READY_MS)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.get_by_role("button", name="Næste").tap()
    step(phone, "in")
    assert serious_findings(phone) == []


def test_the_list_of_keys_is_complete_and_opens_by_its_key(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    page = bench.page
    page.locator("#map").focus()
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Genvejstaster")
    expect(keys).to_be_visible()
    for text in ("Tegn en sti", "Gentag", "Sæt et punkt ved sigtet", "Flyt 10 meter", "Del kortet"):
        expect(keys).to_contain_text(text)
    assert serious_findings(page) == []
    page.keyboard.press("Escape")
    expect(keys).to_have_count(0)
    expect(page.locator("#map")).to_be_focused()
    page.locator(".help-menu > button").click()
    page.get_by_role("button", name="Genvejstaster").click()
    expect(keys).to_be_visible()
