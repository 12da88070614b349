"""Every indicator of the registry stands in its card, known to the page or not."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Request, Route, expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE
from tests.browser.workbench import Workbench

CARDS = {1: "out", 2: "in", 3: "through", 4: "tied", 5: "fair"}
LONGER_THAN_QUICK_MS = 1_000


def made_up(**fields: object) -> dict[str, Any]:
    """Give an indicator that nobody has told the page about."""
    return {
        "id": "made_up",
        "group": 3,
        "name_da": "Gennemstrømning",
        "name_en": "Throughflow",
        "sentence_da": "Så meget strømmer igennem.",
        "sentence_en": "This much flows through.",
        "formula": "Σ x²",
        "unit": "share",
        "better": "higher",
        "guarantee": "none",
        "guarantee_reason_da": "Den kan gå begge veje.",
        "guarantee_reason_en": "It may go both ways.",
        "parameters": {},
        "source": "Nobody 1900",
        "live": False,
        "per_home": False,
        "per_street": False,
        **fields,
    }


def made_up_row(baseline: float, proposal: float) -> dict[str, Any]:
    return {
        "id": "made_up",
        "mode": None,
        "category": None,
        "cutoff_min": None,
        "variant": None,
        "unit": "share",
        "better": "higher",
        "baseline": baseline,
        "proposal": proposal,
        "change": proposal - baseline,
        "known_share": 0.88,
    }


class MadeUp:
    """Stands in for the service where the made-up indicator is concerned."""

    def __init__(self, bench: Workbench, **fields: object) -> None:
        self.wait_ms = 0
        self.fails = False
        self.asked = 0
        self._page = bench.page
        self._row = made_up(**fields)
        bench.page.route("**/api/indicators", self._registry)
        bench.page.route("**/api/assess", self._assess)

    def _registry(self, route: Route) -> None:
        answer = route.fetch()
        route.fulfill(json={"indicators": [*answer.json()["indicators"], self._row]})

    def _assess(self, route: Route) -> None:
        body = json.loads(route.request.post_data or "{}")
        if "made_up" not in (body.get("indicators") or []):
            route.continue_()
            return
        self.asked += 1
        if self.fails:
            route.fulfill(status=500, json={"title": "Øv", "status": 500, "errors": []})
            return
        if self.wait_ms:
            self._page.wait_for_timeout(self.wait_ms)
        body["indicators"] = []
        answer = route.fetch(post_data=json.dumps(body)).json()
        answer["indicators"] = [made_up_row(0.12, 0.14)]
        route.fulfill(json=answer)


def card(bench: Workbench, name: str) -> Locator:
    return bench.page.locator(f"[data-card={name}]")


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_indicator_stands_in_its_card(
    bench: Workbench, live: LiveService, language: str
) -> None:
    bench.open(AREA, CENTRE)
    if language == "en":
        bench.page.get_by_role("button", name="English").click()
    registry = live.ask("/api/indicators")["indicators"]
    for group, name in CARDS.items():
        rows = [row for row in registry if row["group"] == group]
        if not rows:
            expect(card(bench, name)).to_have_count(0)
            continue
        card(bench, name).locator(".measures > summary").click()
        shown = card(bench, name).locator(".measure")
        expect(shown).to_have_count(len(rows))
        for place, row in enumerate(rows):
            said = shown.nth(place)
            expect(said).to_have_attribute("data-measure", row["id"])
            expect(said.locator("summary")).to_contain_text(row[f"name_{language}"])
            said.locator("summary").click()
            box = said.locator(".method-box")
            expect(box).to_contain_text(row[f"sentence_{language}"])
            expect(box.locator(".formula")).to_have_text(row["formula"])
            expect(box).to_contain_text(row["source"])
            expect(box).to_contain_text(row[f"guarantee_reason_{language}"])
            expect(box.locator(".parameters > div")).to_have_count(len(row["parameters"]))


def test_an_indicator_nobody_told_the_page_about_is_worked_out_and_shown(
    bench: Workbench,
) -> None:
    MadeUp(bench)
    bench.open(AREA, CENTRE)
    through = card(bench, "through")
    # A card that nothing live speaks in is worked out without being asked.
    expect(through.locator(".finding")).to_have_text(
        re.compile(r"Gennemstrømning stiger fra 12,0\s% til 14,0\s%")
    )
    expect(through.locator(".before-after")).to_contain_text("+2,0 %-point")
    expect(through.locator(".before-after")).to_contain_text(re.compile(r"ukendt for 12\s%"))
    expect(through.locator(".demand")).to_have_count(0)


def test_opening_a_card_works_it_out_and_waiting_can_be_stopped(bench: Workbench) -> None:
    made = MadeUp(bench, group=5)
    made.wait_ms = LONGER_THAN_QUICK_MS
    bench.open(AREA, CENTRE)
    fair = card(bench, "fair")
    measure = fair.locator(".measure[data-measure=made_up]")
    fair.locator(".measures > summary").click()
    expect(fair.locator(".demand")).to_have_attribute("data-state", "working")
    expect(fair.get_by_role("progressbar")).to_be_attached()
    fair.get_by_role("button", name="Stop").click()
    expect(fair.locator(".demand")).to_have_attribute("data-state", "idle")
    expect(measure).to_contain_text("ikke regnet ud endnu")
    fair.get_by_role("button", name="Beregn").click()
    expect(measure).to_contain_text("+2,0 %-point")


def test_what_took_long_waits_after_an_edit_and_says_that_it_is_old(bench: Workbench) -> None:
    made = MadeUp(bench, group=5)
    made.wait_ms = LONGER_THAN_QUICK_MS
    bench.open(AREA, CENTRE)
    fair = card(bench, "fair")
    measure = fair.locator(".measure[data-measure=made_up]")
    fair.locator(".measures > summary").click()
    expect(measure).to_contain_text("+2,0 %-point")
    bench.tool("facility")
    bench.click(CENTRE)
    bench.wait_for_numbers()
    expect(fair.locator(".demand")).to_contain_text("Tegningen er ændret")
    expect(measure).to_have_class(re.compile("is-waiting"))
    assert made.asked == 1
    fair.get_by_role("button", name="Regn igen").click()
    expect(measure).not_to_have_class(re.compile("is-waiting"))
    assert made.asked == 1 + 1


def test_what_cannot_be_worked_out_says_so_and_can_be_tried_again(bench: Workbench) -> None:
    made = MadeUp(bench)
    made.fails = True
    bench.open(AREA, CENTRE)
    through = card(bench, "through")
    expect(through.locator(".demand")).to_contain_text("Det lykkedes ikke")
    expect(card(bench, "out").locator(".finding")).not_to_have_text("")
    made.fails = False
    through.get_by_role("button", name="Prøv igen").click()
    expect(through.locator(".finding")).to_contain_text("Gennemstrømning")


def asks_with(parameters: dict[str, Any]) -> Callable[[Request], bool]:
    def asks(request: Request) -> bool:
        body = json.loads(request.post_data or "{}")
        return request.url.endswith("/api/assess") and body["parameters"] == parameters

    return asks


def test_a_parameter_is_set_sent_and_set_back(bench: Workbench, live: LiveService) -> None:
    registry = live.ask("/api/indicators")["indicators"]
    indicator, name, parameter = next(
        (row, name, parameter)
        for row in registry
        for name, parameter in row["parameters"].items()
        if row["live"] and parameter["low"] is not None
    )
    bench.open(AREA, CENTRE)
    measure = bench.page.locator(f".measure[data-measure={indicator['id']}]")
    card(bench, CARDS[indicator["group"]]).locator(".measures > summary").click()
    measure.locator("summary").click()
    field = measure.get_by_label(parameter["name_da"])
    field.fill(str(parameter["high"]))
    # Other questions may be on their way; what counts is that this one comes.
    with bench.page.expect_request(asks_with({indicator["id"]: {name: parameter["high"]}})):
        field.press("Tab")
    expect(measure.locator("summary")).to_contain_text("med egne tal")
    with bench.page.expect_request(asks_with({})):
        measure.get_by_role("button", name="Sæt tilbage").click()
    expect(measure.locator("summary")).not_to_contain_text("med egne tal")
