"""What contributes what: shares that add up, marks on the map, waiting that can be ended."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.app.drawn import feature, line, point
from tests.browser.kept_proposals import keep
from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE, example
from tests.browser.test_layout import serious_findings
from tests.browser.workbench import READY_MS, Workbench

STATION_PATH = example("connection")
HALF_WAY = STATION_PATH[3]


def drawing() -> list[dict[str, Any]]:
    """A path in two halves, and a shop."""
    first, second = STATION_PATH[:4], STATION_PATH[3:]
    return [
        feature("connection", line(*first), id="vest", name="Vestre halvdel"),
        feature("connection", line(*second), id="oest", name="Østre halvdel"),
        feature("facility", point(*CENTRE), id="butik", name="Butikken", category="grocery"),
    ]


def open_section(bench: Workbench, live: LiveService, features: list[dict[str, Any]]) -> Locator:
    bench.open(AREA, HALF_WAY, more=f"&proposal={keep(live, features)}")
    section = bench.page.locator(".contributions")
    section.locator("summary").click()
    return section


def wait_for_bars(section: Locator, count: int) -> Locator:
    bars = section.locator("li[data-feature]")
    expect(bars).to_have_count(count, timeout=READY_MS)
    return bars


def told_by(live: LiveService, features: list[dict[str, Any]]) -> dict[str, Any]:
    body = {
        "area": AREA,
        "interventions": {"type": "FeatureCollection", "features": features},
        "modes": ["walk"],
    }
    answer: dict[str, Any] = live.ask("/api/contributions", body)
    return answer


def number(text: str) -> int:
    found = re.search(r"[+−]?[\d.]+", text)
    assert found, text
    return int(found.group().replace(".", "").replace("−", "-"))


@pytest.mark.parametrize("measure", ["all", "saved", "median"])
def test_the_bars_add_up_to_the_total_of_the_service(
    bench: Workbench, live: LiveService, measure: str
) -> None:
    section = open_section(bench, live, drawing())
    bench.page.get_by_label("Til", exact=True).select_option("grocery")
    wait_for_bars(section, 3)
    section.get_by_label("Målt i").select_option(measure)
    identity = "travel_time_nearest" if measure == "median" else "saved_time"
    category = None if measure == "all" else "grocery"
    (value,) = [
        each
        for each in told_by(live, drawing())["values"]
        if (each["id"], each["category"]) == (identity, category)
    ]
    unit = 1000 if measure == "median" else 1
    said = [number(text) for text in section.locator(".contribution-value").all_inner_texts()]
    total = number(section.locator(".contribution-total b").inner_text())
    assert sum(said) == total
    assert total == pytest.approx(value["total"] / unit, abs=0.5)
    assert total != 0
    features = told_by(live, drawing())["features"]
    for bar in section.locator("li[data-feature]").all():
        share = value["shapley"][features.index(bar.get_attribute("data-feature"))]
        assert number(bar.locator(".contribution-value").inner_text()) == pytest.approx(
            share / unit, abs=1
        )


def test_what_works_together_is_said_in_words(bench: Workbench, live: LiveService) -> None:
    section = open_section(bench, live, drawing())
    wait_for_bars(section, 3)
    pairs = [
        pair
        for pair in told_by(live, drawing())["pairs"]
        if {pair["one"], pair["two"]} == {"vest", "oest"}
    ]
    relations = {
        "only_together": "virker kun sammen",
        "needs_the_other": "virker kun sammen med",
        "reinforces": "giver mere sammen end hver for sig",
        "overlaps": "gør noget af det samme",
    }
    assert pairs
    said = section.locator(f".contribution-pairs li[data-relation={pairs[0]['relation']}]")
    expect(said.first).to_contain_text(relations[pairs[0]["relation"]])
    expect(said.first).to_contain_text("Vestre halvdel")
    expect(said.first).to_contain_text("Østre halvdel")


def test_a_bar_marks_its_change_on_the_map_and_the_other_way_round(
    bench: Workbench, live: LiveService
) -> None:
    page = bench.page
    section = open_section(bench, live, drawing())
    wait_for_bars(section, 3)
    marked = page.locator("#map .is-pointed.drawn-line")
    expect(marked).to_have_count(0)
    bar = section.locator("li[data-feature=vest]")
    bar.hover()
    expect(marked).to_have_count(1)
    page.mouse.move(*bench.at(CENTRE))
    expect(marked).to_have_count(0)
    bar.get_by_role("button").focus()
    expect(marked).to_have_count(1)
    section.locator("summary").focus()
    expect(marked).to_have_count(0)
    west, east = STATION_PATH[2], STATION_PATH[3]
    page.mouse.move(*bench.at(((west[0] + east[0]) / 2, (west[1] + east[1]) / 2)))
    expect(bar).to_have_class("is-marked")
    expect(section.locator("li.is-marked")).to_have_count(1)


def test_waiting_can_be_ended_and_taken_up_again(bench: Workbench, live: LiveService) -> None:
    page = bench.page
    held: list[Any] = []
    page.route("**/api/contributions", lambda route: held.extend([route]))
    section = open_section(bench, live, drawing())
    expect(section.locator(".demand")).to_have_attribute("data-state", "working")
    expect(section.get_by_role("progressbar")).to_be_visible()
    section.get_by_role("button", name="Stop").click()
    expect(section.locator(".demand")).to_have_attribute("data-state", "stopped")
    page.unroute("**/api/contributions")
    section.get_by_role("button", name="Beregn").click()
    wait_for_bars(section, 3)
    expect(section.locator(".demand")).to_have_count(0)


def test_after_an_edit_what_took_long_is_marked_as_old_until_asked_again(
    bench: Workbench, live: LiveService
) -> None:
    page = bench.page

    def slowly(route: Any) -> None:  # noqa: ANN401 - as Playwright gives it
        page.wait_for_timeout(900)
        route.continue_()

    page.route("**/api/contributions", slowly)
    section = open_section(bench, live, drawing())
    wait_for_bars(section, 3)
    page.locator(".changes .icon-button").last.click()
    bench.wait_for_numbers()
    expect(section.locator(".demand")).to_contain_text("Tegningen er ændret")
    expect(section.locator(".is-old")).to_have_count(1)
    expect(section.locator("li[data-feature]")).to_have_count(3)
    section.get_by_role("button", name="Regn igen").click()
    wait_for_bars(section, 2)
    expect(section.locator(".is-old")).to_have_count(0)


def test_more_than_ten_say_what_is_lost_without_each(bench: Workbench, live: LiveService) -> None:
    shops = [
        feature(
            "facility",
            point(CENTRE[0] + k / 5_000, CENTRE[1]),
            id=f"b{k}",
            name="",
            category="grocery",
        )
        for k in range(11)
    ]
    section = open_section(bench, live, shops)
    wait_for_bars(section, 11)
    expect(section).to_contain_text("Med flere end 10 ændringer")
    expect(section.locator(".contribution-total")).to_contain_text("Hele forslaget")
    # Eleven of the same name are told apart by number.
    expect(section.locator(".contribution-name", has_text="Dagligvarer 11")).to_have_count(1)
    told = told_by(live, shops)
    (value,) = [
        each for each in told["values"] if (each["id"], each["category"]) == ("saved_time", None)
    ]
    for bar in section.locator("li[data-feature]").all():
        lost = value["left_out"][told["features"].index(bar.get_attribute("data-feature"))]
        assert number(bar.locator(".contribution-value").inner_text()) == round(lost)


def test_one_change_has_nothing_to_share(bench: Workbench, live: LiveService) -> None:
    bench.open(AREA, CENTRE, more=f"&proposal={keep(live, drawing()[:1])}")
    expect(bench.drawn).to_have_count(1)
    expect(bench.page.locator(".contributions")).to_have_count(0)


def test_axe_finds_nothing_serious(bench: Workbench, live: LiveService) -> None:
    section = open_section(bench, live, drawing())
    wait_for_bars(section, 3)
    assert serious_findings(bench.page) == []


def test_a_phone_shows_the_bars(phone: Page, live: LiveService) -> None:
    bench = Workbench(phone, live.address)
    bench.open(AREA, CENTRE, more=f"&proposal={keep(live, drawing())}")
    phone.locator(".sheet-handle").tap()
    section = phone.locator(".contributions")
    section.locator("summary").tap()
    wait_for_bars(section, 3)
    assert phone.evaluate("document.querySelector('.panel-scroll').scrollWidth") <= 390
    assert serious_findings(phone) == []
