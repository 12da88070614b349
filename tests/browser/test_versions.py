"""Versions, undo on a new day, two tabs, two people, and everything that stands in the way."""

import json
import re
import time
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.live_service import LiveService, eventually
from tests.browser.places import AREA, CENTRE, example, middle
from tests.browser.visits import serious_findings, visit
from tests.browser.workbench import Workbench
from tests.spatial.cases import THOROUGH


def set_facility(bench: Workbench, east: float = 0.0) -> None:
    bench.tool("facility")
    bench.click((CENTRE[0] + east, CENTRE[1]))


def open_versions(page: Page) -> None:
    page.get_by_role("tab", name="Udgaver").click()


def features(live: LiveService, identity: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = live.ask(f"/api/proposals/{identity}")["interventions"]["features"]
    return rows


def two_versions(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    set_facility(bench)
    bench.wait_for_saved()
    first = bench.proposal_id()
    set_facility(bench, 0.001)
    expect(bench.drawn).to_have_count(2)
    eventually(lambda: bench.page.evaluate(SENT, first))


# The outbox has nothing left to send.
SENT = """(id) => JSON.parse(localStorage.getItem('forbind.draft.' + id)).unsent === false"""


def test_versions_are_told_in_words_and_looked_at_on_the_map(
    bench: Workbench, live: LiveService
) -> None:
    two_versions(bench)
    page = bench.page
    open_versions(page)
    rows = page.locator(".version")
    revisions = live.ask(f"/api/proposals/{bench.proposal_id()}/revisions")["revisions"]
    expect(rows).to_have_count(len(revisions))
    expect(rows.first).to_contain_text("Tegnet: Dagligvarer")
    expect(rows.first).to_contain_text("den nyeste")
    expect(rows.first).to_contain_text(re.compile(r"i dag \d\d:\d\d"))
    expect(rows.last).to_contain_text("Forslaget begynder")
    rows.last.get_by_role("button").click()
    expect(page.locator(".looking-banner")).to_contain_text("Du ser udgaven fra i dag")
    expect(bench.drawn).to_have_count(1)
    # What has come since stands beside it, in ink.
    expect(page.locator("path.ghost")).to_have_count(1)
    page.get_by_label("Vis forskellene på kortet").uncheck()
    expect(page.locator("path.ghost")).to_have_count(0)
    expect(page.locator(".tool[data-tool=facility]")).to_have_attribute("aria-disabled", "true")
    page.get_by_role("button", name="Tilbage til den nyeste").click()
    expect(page.locator(".looking-banner")).to_have_count(0)
    expect(bench.drawn).to_have_count(2)


def test_an_earlier_version_comes_back_as_one_step(bench: Workbench, live: LiveService) -> None:
    two_versions(bench)
    identity = bench.proposal_id()
    page = bench.page
    open_versions(page)
    count = len(live.ask(f"/api/proposals/{identity}/revisions")["revisions"])
    page.locator(".version").last.get_by_role("button").click()
    page.get_by_role("button", name="Brug denne udgave").click()
    expect(bench.drawn).to_have_count(1)
    eventually(lambda: len(features(live, identity)) == 1)
    # Nothing is written over: it is a new version, and the others are still there.
    expect(page.locator(".version")).to_have_count(count + 1)
    expect(page.locator(".version").first).to_contain_text("Slettet: Dagligvarer")
    page.keyboard.press("Control+z")
    expect(bench.drawn).to_have_count(2)
    eventually(lambda: len(features(live, identity)) == 2)


def test_an_example_shows_its_versions_and_keeps_them(bench: Workbench, live: LiveService) -> None:
    examples = live.ask(f"/api/proposals?area={AREA}&is_example=true")["proposals"]
    bench.open(AREA, CENTRE, more=f"&proposal={examples[0]['id']}")
    open_versions(bench.page)
    expect(bench.page.locator(".versions")).to_contain_text("Et eksempel kan ikke ændres")
    bench.page.locator(".version").first.get_by_role("button").click()
    expect(bench.page.get_by_role("button", name="Brug denne udgave")).to_have_count(0)
    bench.page.get_by_role("button", name="Tilbage til den nyeste").click()


def test_everything_can_be_undone_on_a_new_day(
    bench: Workbench, live: LiveService, browser: Browser
) -> None:
    """Another browser with what this one stored, as after a restart of the machine."""
    line = example("connection")
    bench.open(AREA, middle(line))
    bench.draw("connection", line)
    bench.page.locator(".side-card").get_by_label("Belyst").uncheck()
    bench.page.keyboard.press("Escape")
    bench.tool("housing")
    bench.click(line[1])
    bench.page.get_by_role("button", name="Flyt uden at trække").click()
    bench.page.get_by_role("button", name="Mod syd").click()
    bench.page.get_by_role("button", name="Færdig").click()
    bench.page.locator(".side-card").get_by_role("button", name="Slet").click()
    bench.wait_for_saved()
    identity = bench.proposal_id()
    eventually(lambda: bench.page.evaluate(SENT, identity))
    stored = bench.page.context.storage_state()
    url = bench.page.url
    with visit(browser, 1440, 900, storage_state=stored) as tomorrow:
        tomorrow.goto(url)
        drawn = tomorrow.locator(".changes li")
        expect(drawn).to_have_count(1)
        tomorrow.keyboard.press("Control+z")  # the deletion
        expect(drawn).to_have_count(2)
        eventually(lambda: len(features(live, identity)) == 2)
        moved = features(live, identity)[1]["geometry"]
        tomorrow.keyboard.press("Control+z")  # the step south
        eventually(lambda: features(live, identity)[1]["geometry"] != moved)
        tomorrow.keyboard.press("Control+z")  # the new homes
        expect(drawn).to_have_count(1)
        tomorrow.keyboard.press("Control+z")  # the light
        eventually(lambda: features(live, identity)[0]["properties"]["lit"] is True)
        tomorrow.keyboard.press("Control+z")  # the path
        expect(drawn).to_have_count(0)
        for _ in range(5):
            tomorrow.keyboard.press("Control+Shift+Z")
        expect(drawn).to_have_count(1)
        eventually(lambda: features(live, identity)[0]["properties"]["lit"] is False)


def test_two_tabs_go_on_together(bench: Workbench, live: LiveService) -> None:
    bench.open(AREA, CENTRE)
    set_facility(bench)
    bench.wait_for_saved()
    identity = bench.proposal_id()
    other_page = bench.page.context.new_page()
    other = Workbench(other_page, bench.address)
    other.open(AREA, CENTRE, more=f"&proposal={identity}")
    expect(other.drawn).to_have_count(1)
    set_facility(bench, 0.001)
    expect(other.drawn).to_have_count(2)
    expect(other_page.locator(".notice")).to_contain_text("Taget med fra en anden fane")
    set_facility(other, 0.002)
    expect(bench.drawn).to_have_count(3)
    eventually(lambda: len(features(live, identity)) == 3)
    # Neither has a conflict, and either can undo what the other did.
    expect(bench.page.locator(".conflict")).to_have_count(0)
    expect(other_page.locator(".conflict")).to_have_count(0)
    bench.page.keyboard.press("Control+z")
    expect(other.drawn).to_have_count(2)
    eventually(lambda: len(features(live, identity)) == 2)
    bench.wait_for_saved()
    other.wait_for_saved()


def somebody_else_changes(live: LiveService, identity: str) -> None:
    path = f"/api/proposals/{identity}"
    theirs = live.ask(path)
    shop = theirs["interventions"]["features"][0]
    moved = {**shop, "geometry": {"type": "Point", "coordinates": [12.2910, 55.6550]}}
    body = {
        "area": theirs["area"],
        "name": "Naboens udgave",
        "description": "",
        "interventions": {"type": "FeatureCollection", "features": [moved]},
    }
    live.ask(path, body, method="PUT", headers={"If-Match": f'"{theirs["version"]}"'})


def test_two_versions_are_compared_on_the_map_and_in_words(
    bench: Workbench, live: LiveService
) -> None:
    bench.open(AREA, CENTRE)
    set_facility(bench)
    bench.wait_for_saved()
    somebody_else_changes(live, bench.proposal_id())
    set_facility(bench, 0.001)
    page = bench.page
    box = page.locator(".conflict")
    expect(box).to_contain_text("Naboens udgave")
    between = box.locator(".between")
    expect(between).to_contain_text("Kun i din: Dagligvarer")
    expect(between).to_contain_text("Ligger forskelligt: Dagligvarer")
    expect(between).to_contain_text("“Naboens udgave”")
    expect(page.locator("path.ghost")).to_have_count(1)
    page.get_by_role("radio", name="Vis den anden").check()
    expect(page.locator(".looking-banner")).to_contain_text("Du ser den anden udgave")
    expect(bench.drawn).to_have_count(1)
    expect(page.locator("path.ghost")).to_have_count(2)
    assert serious_findings(page) == []
    page.get_by_role("radio", name="Vis min").check()
    expect(bench.drawn).to_have_count(2)
    # Going elsewhere while the other is looked at leaves nothing behind.
    page.get_by_role("radio", name="Vis den anden").check()
    page.locator(".proposal-menu > button").click()
    page.locator(".menu-actions").get_by_text("Nyt forslag").click()
    expect(bench.drawn).to_have_count(0)
    expect(page.locator(".looking-banner")).to_have_count(0)


def problem(status: int, kind: str, detail: str) -> dict[str, Any]:
    body = {"type": f"/problems/{kind}", "title": detail, "detail": detail, "errors": []}
    return {
        "status": status,
        "content_type": "application/problem+json",
        "body": json.dumps(body),
    }


def test_not_allowed_says_who_can_and_what_one_can_do(bench: Workbench, live: LiveService) -> None:
    bench.open(AREA, CENTRE)
    set_facility(bench)
    bench.wait_for_saved()
    identity = bench.proposal_id()
    page = bench.page
    refusal = problem(403, "not-allowed", "Forslaget hører til en anden.")
    page.route(
        f"**/api/proposals/{identity}",
        lambda route: (
            route.fulfill(**refusal) if route.request.method == "PUT" else route.continue_()
        ),
    )
    set_facility(bench, 0.001)
    box = page.locator(".forbidden")
    expect(box).to_contain_text("Du kan ikke ændre dette forslag")
    expect(box).to_contain_text("skrive kommentarer")
    assert serious_findings(page) == []
    box.get_by_role("button", name="Vis det, som det er gemt").click()
    expect(bench.drawn).to_have_count(1)
    expect(box).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(bench.drawn).to_have_count(2)
    expect(box).to_be_visible()
    box.get_by_role("button", name="Gem mit som et nyt forslag").click()
    eventually(lambda: bench.proposal_id() != identity)
    bench.wait_for_saved()
    assert len(features(live, bench.proposal_id())) == 2
    assert len(features(live, identity)) == 1


def test_a_service_that_starts_again_is_waited_for_as_it_asks(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    page = bench.page
    asked: list[float] = []

    def restart(route: Any) -> None:  # noqa: ANN401 - Playwright's own
        asked.append(time.monotonic())
        answer = problem(503, "store-unavailable", "Databasen svarer ikke")
        route.fulfill(**answer, headers={"Retry-After": "1"})

    page.route("**/api/assess", restart)
    set_facility(bench)
    note = page.locator(".panel .note-box")
    expect(note).to_contain_text("Tjenesten er ved at starte igen")
    eventually_asked = len(asked)
    page.wait_for_timeout(2500)
    # Once a second, as it asked: neither every four seconds nor all the time.
    assert 1 <= len(asked) - eventually_asked <= 4
    page.unroute("**/api/assess")
    bench.wait_for_numbers()
    expect(note).to_have_count(0)


def test_a_full_browser_says_so_and_the_service_keeps_the_work(
    bench: Workbench, live: LiveService
) -> None:
    bench.open(AREA, CENTRE)
    set_facility(bench)
    bench.wait_for_saved()
    identity = bench.proposal_id()
    page = bench.page
    page.evaluate(
        """() => {
          const own = Storage.prototype.setItem;
          Storage.prototype.setItem = function (key, value) {
            if (window.full && key.startsWith('forbind.draft.'))
              throw new DOMException('full', 'QuotaExceededError');
            own.call(this, key, value);
          };
          window.full = true;
        }"""
    )
    live.stop()
    try:
        set_facility(bench, 0.001)
        expect(page.locator(".save-note")).to_contain_text("lager er fuldt")
        with page.expect_download() as download:
            page.locator(".note-box").get_by_role("button", name="Hent som fil").click()
        assert len(json.loads(download.value.path().read_text())["features"]) == 2
        assert serious_findings(page) == []
    finally:
        live.start()
    # There is no room here, but the service has it.
    bench.wait_for_saved()
    assert len(features(live, identity)) == 2


def test_a_deleted_proposal_is_told_and_can_be_brought_back(
    bench: Workbench, live: LiveService, browser: Browser
) -> None:
    bench.open(AREA, CENTRE)
    set_facility(bench)
    bench.wait_for_saved()
    identity = bench.proposal_id()
    page = bench.page
    page.locator(".proposal-menu > button").click()
    page.locator(".menu-box").get_by_role("button", name="Slet", exact=True).click()
    page.get_by_role("button", name="Slet forslaget?").click()
    expect(page.locator(".notice")).to_contain_text("Forslaget er slettet")
    with visit(browser, 1440, 900) as visitor:
        other = Workbench(visitor, bench.address)
        other.open(AREA, CENTRE, more=f"&proposal={identity}")
        note = visitor.locator(".missing-note")
        expect(note).to_contain_text("Forslaget er slettet")
        assert serious_findings(visitor) == []
        note.get_by_role("button", name="Hent det frem").click()
        expect(other.drawn).to_have_count(1)
        other.wait_for_saved()
        assert other.proposal_id() != identity
        assert "(hentet frem)" in live.ask(f"/api/proposals/{other.proposal_id()}")["name"]
        expect(note).to_have_count(0)


def test_a_link_to_nothing_says_so(bench: Workbench) -> None:
    bench.open(AREA, CENTRE, more="&proposal=00000000-0000-4000-8000-000000000000")
    note = bench.page.locator(".missing-note")
    expect(note).to_contain_text("Forslaget findes ikke")
    set_facility(bench)
    expect(note).to_have_count(0)
    bench.page.goto("about:blank")
    bench.page.goto(f"{bench.address}/#/atlantis")
    expect(bench.page.get_by_role("alert")).to_contain_text("Området findes ikke")
    expect(bench.page.locator(".area-card")).to_have_count(5)
    assert serious_findings(bench.page) == []


def test_a_page_opened_while_the_service_is_away_finds_its_way(
    bench: Workbench, live: LiveService
) -> None:
    """The areas could not be read at first; the link still holds once they can."""
    page = bench.page
    page.route("**/api/areas*", lambda route: route.abort())
    page.goto(f"{bench.address}/#/{AREA}")
    expect(page.get_by_role("alert")).to_contain_text("Tjenesten svarer ikke")
    page.unroute("**/api/areas*")
    bench.wait_for_numbers()
    assert live.ask("/health")["status"]


@pytest.mark.parametrize("language", ["da", "en"] if THOROUGH else ["da"])
def test_axe_finds_nothing_serious_in_the_versions(bench: Workbench, language: str) -> None:
    two_versions(bench)
    page = bench.page
    if language == "en":
        page.get_by_role("button", name="English").click()
    page.locator(".panel-view[data-view=versions]").click()
    expect(page.locator(".version").first).to_be_visible()
    assert serious_findings(page) == []
    page.locator(".version").last.get_by_role("button").click()
    expect(page.locator(".looking-banner")).to_be_visible()
    assert serious_findings(page) == []
