"""What people say: at a place, on a drawn thing, by keys, while the service is away."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.live_service import LiveService, eventually
from tests.browser.places import AREA, CENTRE, metres
from tests.browser.visits import serious_findings, visit
from tests.browser.workbench import Workbench

EAST = (CENTRE[0] + 0.0015, CENTRE[1])


def open_comments(page: Page) -> None:
    page.get_by_role("tab", name=re.compile("Kommentarer")).click()


def begin(page: Page, text: str, name: str | None = "Aisha") -> None:
    page.get_by_role("button", name="Skriv en kommentar").click()
    if name is not None:
        page.get_by_label("Dit navn").fill(name)
    page.locator(".comment-form textarea").fill(text)


def send(page: Page) -> None:
    page.locator(".comment-form").get_by_role("button", name="Send", exact=True).click()


def say(page: Page, text: str, name: str | None = "Aisha") -> None:
    begin(page, text, name)
    send(page)


def said(page: Page, text: str) -> Locator:
    return page.locator(".conversation").filter(has_text=text)


# Nothing that was said waits to be sent.
ALL_SENT = """() => Object.keys(localStorage).every(key => !key.startsWith('forbind.comment.'))"""


def kept(live: LiveService, bench: Workbench) -> list[dict[str, Any]]:
    bench.page.wait_for_function(ALL_SENT)
    answer = live.ask(f"/api/proposals/{bench.proposal_id()}/comments")
    rows: list[dict[str, Any]] = answer["comments"]
    return rows


def with_shop(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    bench.tool("facility")
    bench.click(CENTRE)
    bench.wait_for_saved()
    bench.page.keyboard.press("Escape")


def written_by_another(live: LiveService, bench: Workbench, text: str) -> dict[str, Any]:
    address = f"/api/proposals/{bench.proposal_id()}/comments"
    body = {"author": "Naboen", "text": text, "lon": EAST[0], "lat": EAST[1]}
    answer: dict[str, Any] = live.ask(address, body)
    return answer


def test_a_comment_on_the_whole_is_kept_and_the_name_remembered(
    bench: Workbench, live: LiveService
) -> None:
    with_shop(bench)
    page = bench.page
    open_comments(page)
    expect(page.locator(".comments")).to_contain_text("Ingen har skrevet noget endnu")
    say(page, "Godt forslag")
    expect(said(page, "Godt forslag").locator(".pin-number")).to_have_text("1")
    expect(page.get_by_role("tab", name="Kommentarer 1")).to_be_visible()
    (comment,) = kept(live, bench)
    assert (comment["author"], comment["text"]) == ("Aisha", "Godt forslag")
    assert (comment["lon"], comment["feature"]) == (None, None)
    page.get_by_role("button", name="Skriv en kommentar").click()
    expect(page.get_by_label("Dit navn")).to_have_value("Aisha")
    page.reload()
    open_comments(page)
    expect(said(page, "Godt forslag")).to_be_visible()


def test_a_comment_at_a_clicked_place_gets_a_numbered_pin(
    bench: Workbench, live: LiveService
) -> None:
    with_shop(bench)
    page = bench.page
    open_comments(page)
    begin(page, "Her er mørkt")
    page.get_by_role("button", name="Vælg et sted").click()
    expect(page.locator(".placing-bar")).to_be_visible()
    bench.click(EAST)
    expect(page.locator(".about-row")).to_contain_text("et sted på kortet")
    send(page)
    pin = page.get_by_role("button", name="Kommentar 1 fra Aisha")
    expect(pin).to_have_text("1")
    (comment,) = kept(live, bench)
    assert metres((comment["lon"], comment["lat"]), EAST) < 5
    # The pin stands where it was put.
    box = pin.bounding_box()
    assert box is not None
    x, y = bench.at(EAST)
    assert abs(box["x"] - x) < 4
    assert abs(box["y"] + box["height"] - y) < 4
    # Talk is out of the way when the answers are read.
    page.get_by_role("tab", name="Svar").click()
    expect(pin).to_have_count(0)


def test_a_place_is_chosen_by_keys_and_pins_are_reached_by_keys(
    bench: Workbench, live: LiveService
) -> None:
    with_shop(bench)
    page = bench.page
    open_comments(page)
    begin(page, "Fra sigtet")
    page.get_by_role("button", name="Vælg et sted").press("Enter")
    expect(page.locator("#map")).to_be_focused()
    expect(page.get_by_test_id("spoken")).to_contain_text("Enter vælger sigtet")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".about-row")).to_contain_text("et sted på kortet")
    page.locator(".comment-form textarea").focus()
    send(page)
    expect(said(page, "Fra sigtet")).to_be_visible()
    (comment,) = kept(live, bench)
    assert 20 < metres((comment["lon"], comment["lat"]), CENTRE) < 150
    page.get_by_role("tab", name=re.compile("Kommentarer")).focus()
    pin = page.get_by_role("button", name="Kommentar 1 fra Aisha")
    pin.focus()
    page.keyboard.press("Enter")
    expect(said(page, "Fra sigtet")).to_have_class(re.compile("is-chosen"))
    expect(pin).to_have_attribute("aria-pressed", "true")
    expect(pin).to_be_focused()


def test_escape_gives_the_place_up_and_keeps_the_words(bench: Workbench) -> None:
    with_shop(bench)
    page = bench.page
    open_comments(page)
    begin(page, "Halvvejs")
    page.get_by_role("button", name="Vælg et sted").click()
    page.keyboard.press("Escape")
    expect(page.locator(".placing-bar")).to_have_count(0)
    expect(page.locator(".comment-form textarea")).to_have_value("Halvvejs")
    page.reload()
    open_comments(page)
    expect(page.locator(".comment-form textarea")).to_have_value("Halvvejs")
    page.locator(".comment-form").get_by_role("button", name="Fortryd").click()
    expect(page.get_by_role("button", name="Skriv en kommentar")).to_be_visible()


def test_a_comment_on_a_drawn_thing_follows_it(bench: Workbench, live: LiveService) -> None:
    with_shop(bench)
    page = bench.page
    open_comments(page)
    begin(page, "En god butik")
    page.get_by_role("button", name="Vælg et sted").click()
    bench.click(CENTRE)
    expect(page.locator(".about-row")).to_contain_text("Dagligvarer")
    send(page)
    expect(said(page, "En god butik").locator(".subject")).to_have_text("Dagligvarer")
    (comment,) = kept(live, bench)
    features = live.ask(f"/api/proposals/{bench.proposal_id()}")["interventions"]["features"]
    assert comment["feature"] == features[0]["id"]
    pin = page.get_by_role("button", name="Kommentar 1 fra Aisha")
    before = pin.bounding_box()
    page.get_by_role("tab", name="Svar").click()
    page.locator(".changes .choice").first.click()
    page.get_by_role("button", name="Flyt uden at trække").click()
    page.locator("#map").focus()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Escape")
    where = features[0]["geometry"]
    address = f"/api/proposals/{bench.proposal_id()}"
    eventually(lambda: live.ask(address)["interventions"]["features"][0]["geometry"] != where)
    open_comments(page)
    after = pin.bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] > before["x"] + 3


def test_answers_solving_and_the_filter(bench: Workbench, live: LiveService) -> None:
    with_shop(bench)
    written_by_another(live, bench, "Stien mangler lys")
    page = bench.page
    open_comments(page)
    conversation = said(page, "Stien mangler lys")
    conversation.get_by_role("button", name="Svar").click()
    conversation.get_by_label("Dit navn").fill("Bo")
    conversation.locator("textarea").fill("Enig")
    conversation.get_by_role("button", name="Send", exact=True).click()
    expect(conversation.locator(".replies li")).to_have_count(1)
    expect(conversation.locator(".replies")).to_contain_text("Bo")
    assert kept(live, bench)[0]["replies"][0]["text"] == "Enig"
    conversation.get_by_role("button", name="Markér kommentar 1 som løst").click()
    expect(page.locator(".conversation")).to_have_count(0)
    expect(page.locator(".nothing")).to_have_text("Alt er løst.")
    assert kept(live, bench)[0]["resolved"] is True
    page.get_by_role("radio", name="Løste 1").check()
    expect(page.get_by_role("button", name="Kommentar 1 fra Naboen")).to_have_class(
        re.compile("is-solved")
    )
    said(page, "Stien mangler lys").get_by_role("button", name="Tag kommentar 1 op igen").click()
    page.get_by_role("radio", name="Åbne 1").check()
    expect(conversation).to_be_visible()


def test_one_changes_only_ones_own_words(
    bench: Workbench, live: LiveService, browser: Browser
) -> None:
    with_shop(bench)
    page = bench.page
    open_comments(page)
    say(page, "Fejl")
    own = page.locator(".conversation").first
    own.get_by_role("button", name="Ret", exact=True).click()
    own.locator("textarea").fill("Rettet tekst")
    own.get_by_role("button", name="Gem").click()
    expect(own.locator(".comment-text")).to_have_text("Rettet tekst")
    expect(own).to_contain_text("rettet")
    with visit(browser, 1280, 800) as stranger:
        stranger.goto(page.url)
        open_comments(stranger)
        expect(said(stranger, "Rettet tekst")).to_be_visible()
        expect(stranger.get_by_role("button", name="Ret", exact=True)).to_have_count(0)
        expect(stranger.get_by_role("button", name="Slet", exact=True)).to_have_count(0)
    own.get_by_role("button", name="Slet", exact=True).click()
    own.get_by_role("button", name="Slet kommentaren?").click()
    expect(page.locator(".conversation")).to_have_count(0)
    assert kept(live, bench) == []


def test_what_is_written_while_the_service_is_away_waits_and_is_sent(
    bench: Workbench, live: LiveService
) -> None:
    with_shop(bench)
    page = bench.page
    open_comments(page)
    live.stop()
    try:
        say(page, "Skrevet i toget")
        expect(said(page, "Skrevet i toget")).to_contain_text("Venter. Sendes, når")
        expect(page.locator(".comments .note-box")).to_contain_text("Tjenesten svarer ikke")
    finally:
        live.start()
    expect(said(page, "Skrevet i toget").locator(".pin-number")).to_have_text("1")
    expect(page.locator(".waiting-note")).to_have_count(0)
    assert [row["text"] for row in kept(live, bench)] == ["Skrevet i toget"]


def test_written_while_away_and_closed_is_sent_by_the_next_visit(
    bench: Workbench, live: LiveService
) -> None:
    with_shop(bench)
    identity = bench.proposal_id()
    page = bench.page
    open_comments(page)
    live.stop()
    try:
        say(page, "Glemt i lommen")
        expect(said(page, "Glemt i lommen")).to_contain_text("Venter")
        page.goto("about:blank")
    finally:
        live.start()
    page.goto(f"{bench.address}/#/gadehavegaard")
    address = f"/api/proposals/{identity}/comments"
    eventually(lambda: len(live.ask(address)["comments"]) == 1)


def test_what_the_service_refuses_is_not_lost(bench: Workbench, live: LiveService) -> None:
    with_shop(bench)
    page = bench.page
    open_comments(page)
    page.route(
        "**/comments",
        lambda route: (
            route.fulfill(
                status=409,
                content_type="application/problem+json",
                body=json.dumps({"detail": "Der er plads til 3 kommentarer.", "errors": []}),
            )
            if route.request.method == "POST"
            else route.continue_()
        ),
    )
    say(page, "For meget")
    note = page.locator(".waiting-note.is-refused")
    expect(note).to_contain_text("Der er plads til 3 kommentarer.")
    page.unroute("**/comments")
    note.get_by_role("button", name="Ret og send igen").click()
    expect(page.locator(".comment-form textarea")).to_have_value("For meget")
    send(page)
    expect(page.locator(".waiting-note")).to_have_count(0)
    eventually(lambda: [row["text"] for row in kept(live, bench)] == ["For meget"])


def test_an_example_and_an_empty_proposal_can_be_talked_about(
    bench: Workbench, live: LiveService
) -> None:
    examples = live.ask(f"/api/proposals?area={AREA}&is_example=true")["proposals"]
    bench.open(AREA, CENTRE, more=f"&proposal={examples[0]['id']}")
    page = bench.page
    open_comments(page)
    say(page, "Om eksemplet")
    expect(said(page, "Om eksemplet").locator(".pin-number")).to_have_text("1")
    bench.page.goto("about:blank")
    bench.open(AREA, CENTRE)
    open_comments(page)
    say(page, "Før nogen har tegnet", name=None)
    expect(said(page, "Før nogen har tegnet").locator(".pin-number")).to_have_text("1")
    assert [row["text"] for row in kept(live, bench)] == ["Før nogen har tegnet"]


def test_words_are_shown_as_words(bench: Workbench, live: LiveService) -> None:
    with_shop(bench)
    hostile = '<img src=x onerror="window.hit=1"><b>fed</b>\n\nny linje'
    written_by_another(live, bench, hostile)
    page = bench.page
    open_comments(page)
    expect(page.locator(".comment-text")).to_have_text(hostile)
    assert page.locator(".comment-text b").count() == 0
    assert page.evaluate("window.hit") is None


def test_show_on_the_map_brings_the_place_into_the_middle(
    bench: Workbench, live: LiveService
) -> None:
    with_shop(bench)
    far = (CENTRE[0] + 0.012, CENTRE[1])
    address = f"/api/proposals/{bench.proposal_id()}/comments"
    live.ask(address, {"author": "Bo", "text": "Langt væk", "lon": far[0], "lat": far[1]})
    page = bench.page
    open_comments(page)
    said(page, "Langt væk").get_by_role("button", name="Vis på kortet").click()
    pin = page.get_by_role("button", name="Kommentar 1 fra Bo")
    expect(pin).to_be_in_viewport()
    frame, box = page.locator("#map").bounding_box(), pin.bounding_box()
    assert frame is not None
    assert box is not None
    assert abs(box["x"] - (frame["x"] + frame["width"] / 2)) < 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_talk(
    bench: Workbench, live: LiveService, scheme: str
) -> None:
    page = bench.page
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    with_shop(bench)
    first = written_by_another(live, bench, "Her er mørkt")
    address = f"/api/proposals/{bench.proposal_id()}/comments"
    live.ask(address, {"author": "Bo", "text": "Enig", "reply_to": first["id"]})
    open_comments(page)
    for language in ("da", "en"):
        expect(page.locator(".conversation")).to_have_count(1)
        assert serious_findings(page) == []
        page.locator(".write-button").click()
        assert serious_findings(page) == []
        page.locator(".about-row .button").first.click()
        assert serious_findings(page) == []
        page.keyboard.press("Escape")
        page.locator(".comment-form .button").last.click()
        if language == "da":
            page.get_by_role("button", name="English").click()
