"""Phases: what stands after each, read off the panel and held against the service."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.kept_proposals import open_path_and_shop
from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE, Place, example
from tests.browser.test_layout import serious_findings
from tests.browser.test_money import bill_of, kept, millions
from tests.browser.workbench import Workbench, until_ready

LINE = example("connection")


def section(page: Page) -> Locator:
    return page.get_by_test_id("phases")


def open_phases(page: Page) -> None:
    if section(page).get_attribute("open") is None:
        section(page).locator("> summary").click()


def wait_for_steps(page: Page) -> None:
    until_ready(page, "phases")
    expect(section(page).locator(".steps")).not_to_have_class(re.compile("is-old"))


def assign(page: Page, row: int, phase: int) -> None:
    section(page).locator(".phase-assign select").nth(row).select_option(str(phase))


def danish_share(value: float) -> str:
    return f"{value * 100:.1f}\u00a0%".replace(".", ",")


@pytest.fixture
def drawn(bench: Workbench, live: LiveService) -> Workbench:
    """A path and a shop, all in one phase."""
    open_path_and_shop(bench, live)
    open_phases(bench.page)
    return bench


def rows_after(live: LiveService, proposal: dict[str, Any], phase: int) -> list[dict[str, Any]]:
    features = [
        feature
        for feature in proposal["interventions"]["features"]
        if feature["properties"].get("phase", 1) <= phase
    ]
    rows: list[dict[str, Any]] = live.ask(
        "/api/assess",
        {
            "area": AREA,
            "interventions": {"type": "FeatureCollection", "features": features},
            "modes": ["walk"],
            "cutoffs_min": [10],
            "indicators": ["share_within"],
        },
    )["indicators"]
    return rows


def test_each_step_has_the_services_numbers(drawn: Workbench, live: LiveService) -> None:
    page = drawn.page
    expect(section(page)).to_contain_text("Alt bygges i ét trin")
    assign(page, 1, 2)
    wait_for_steps(page)
    proposal = kept(live, drawn)
    phases = [
        feature["properties"].get("phase") for feature in proposal["interventions"]["features"]
    ]
    assert phases == [None, 2]
    row = section(page).locator("tr[data-row=share_within]")
    name = row.locator("small").text_content() or ""
    categories = {"Skole": "school", "Dagligvarer": "grocery"}
    category = categories[name.split(" · ")[0]]
    expected = []
    for phase in (1, 2):
        (told,) = [
            each for each in rows_after(live, proposal, phase) if each["category"] == category
        ]
        expected += [told["baseline"]] if phase == 1 else []
        expected.append(told["proposal"])
    shown = row.locator("td").all_text_contents()
    assert shown == [danish_share(value) for value in expected]
    bill = {each["feature"]: each["kr"] for each in bill_of(live, proposal)["features"]}
    costs = section(page).locator("tr[data-row=cost] td").all_text_contents()
    path = proposal["interventions"]["features"][0]["id"]
    assert costs == ["", millions(bill[path]), "ingen pris endnu"]


def test_the_map_shows_the_place_after_a_step(drawn: Workbench) -> None:
    page = drawn.page
    assign(page, 1, 2)
    wait_for_steps(page)
    page.get_by_role("radio", name="Trin 1", exact=True).check(force=True)
    flag = page.locator(".phase-flag")
    expect(flag).to_contain_text("Efter Trin 1: plan og tidlige greb")
    drawn.wait_for_numbers()
    expect(drawn.drawn).to_have_count(1)
    expect(page.locator(".drawn-icon")).to_have_count(0)
    # Nothing can be drawn meanwhile, and nothing is lost.
    expect(page.locator(".tool[data-tool=connection]")).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Control+z")
    flag.get_by_role("button", name="Vis hele forslaget").click()
    expect(flag).to_have_count(0)
    expect(drawn.drawn).to_have_count(2)
    drawn.wait_for_numbers()
    expect(page.locator(".drawn-icon")).to_have_count(1)


def test_what_removes_something_that_is_drawn_later_is_told(
    bench: Workbench, live: LiveService
) -> None:
    here = {"type": "Point", "coordinates": list(CENTRE)}
    shop = {"kind": "facility", "category": "culture", "phase": 2}
    gone = {"kind": "facility_removal", "facility_id": "new", "name": "Det nye hus"}
    features = [
        {"type": "Feature", "id": "new", "geometry": here, "properties": shop},
        {"type": "Feature", "id": "gone", "geometry": here, "properties": gone},
    ]
    body = {"area": AREA, "name": "For tidligt", "interventions": collected(features)}
    made = live.ask("/api/proposals", body)
    bench.open(AREA, CENTRE, more=f"&proposal={made['id']}")
    open_phases(bench.page)
    wait_for_steps(bench.page)
    trouble = section(bench.page).locator(".phase-trouble[data-phase='1']")
    expect(trouble).to_contain_text("Det nye hus Der er ingen funktion at nedlægge her")
    trouble.get_by_role("button", name="Det nye hus").click()
    expect(bench.page.locator(".side-card h2")).to_have_text("Det nye hus")


def test_a_path_that_only_joins_a_later_path_is_told(bench: Workbench, live: LiveService) -> None:
    features = [connection("base", LINE, 2), stub_off(live)]
    body = {"area": AREA, "name": "To stier", "interventions": collected(features)}
    made = live.ask("/api/proposals", body)
    bench.open(AREA, CENTRE, more=f"&proposal={made['id']}")
    open_phases(bench.page)
    wait_for_steps(bench.page)
    trouble = section(bench.page).locator(".phase-trouble[data-phase='1']")
    expect(trouble).to_contain_text("Trinnet kan ikke stå alene")
    expect(trouble).to_contain_text("rører ingen vej")
    expect(section(bench.page).locator("tr[data-row=share_within] td").nth(1)).to_have_text("–")
    # The whole is sound: nothing is told of the last step.
    expect(section(bench.page).locator(".phase-trouble")).to_have_count(1)


def collected(features: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": features}


def connection(identity: str, line: list[Place], phase: int) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": identity,
        "geometry": {"type": "LineString", "coordinates": [list(place) for place in line]},
        "properties": {"kind": "connection", "phase": phase},
    }


def stub_off(live: LiveService) -> dict[str, Any]:
    """A short path that joins the drawn one, and no street without it."""
    base = connection("base", LINE, 2)
    for (lon, lat), (next_lon, next_lat) in pairwise(LINE):
        for share in (0.2, 0.35, 0.5, 0.65, 0.8):
            start = (lon + share * (next_lon - lon), lat + share * (next_lat - lat))
            for east, north in ((0, 2e-4), (0, -2e-4), (3e-4, 0), (-3e-4, 0)):
                end = (start[0] + east, start[1] + north)
                stub = connection("stub", [start, end], 1)
                alone, both = (
                    live.ask("/api/resolve", {"area": AREA, "interventions": collected(drawn)})
                    for drawn in ([stub], [base, stub])
                )
                codes = {issue["code"] for issue in alone["issues"]}
                if both["ok"] and "touches_no_street" in codes:
                    return stub
    raise LookupError("stub")


def test_names_and_years_are_kept_with_the_proposal(drawn: Workbench, live: LiveService) -> None:
    page = drawn.page
    section(page).locator(".phase-plan > summary").click()
    section(page).get_by_label("Navn på trin 1").fill("Stien først")
    section(page).get_by_label("Navn på trin 1").press("Tab")
    section(page).get_by_label("Årstal for trin 1").fill("2027")
    section(page).get_by_label("Årstal for trin 1").press("Tab")
    section(page).get_by_role("button", name="Tilføj et trin").click()
    expect(section(page).locator(".phase-row")).to_have_count(3)
    assert kept(live, drawn)["settings"] == {
        "phases": [{"name": "Stien først", "year": 2027}, {"name": ""}, {"name": ""}]
    }
    page.locator(".changes .choice").nth(0).click()
    field = page.locator(".side-card").get_by_label("Etape")
    expect(field.locator("option").first).to_have_text("Trin 1: Stien først (2027)")
    field.select_option("3")
    section(page).get_by_role("button", name="Fjern det sidste trin").click()
    expect(field).to_have_value("2")
    page.reload()
    drawn.wait_for_numbers()
    page.locator(".changes .choice").nth(0).click()
    expect(page.locator(".side-card").get_by_label("Etape")).to_have_value("2")


def test_phases_by_keyboard(drawn: Workbench) -> None:
    page = drawn.page
    select = section(page).locator(".phase-assign select").nth(1)
    select.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_for_steps(page)
    expect(select).to_have_value("2")
    last = section(page).get_by_role("radio", name="Det hele")
    last.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".phase-flag")).to_be_visible()
    expect(section(page).get_by_role("radio", name="Trin 1", exact=True)).to_be_focused()


def test_a_file_carries_the_phases(drawn: Workbench) -> None:
    page = drawn.page
    assign(page, 1, 2)
    section(page).locator(".phase-plan > summary").click()
    section(page).get_by_label("Navn på trin 2").fill("Butikken")
    section(page).get_by_label("Navn på trin 2").press("Tab")
    page.locator(".proposal-menu > button").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent som GeoJSON").click()
    document = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert document["forbind"]["settings"]["phases"][1] == {"name": "Butikken"}
    assert [row["properties"].get("phase") for row in document["features"]] == [None, 2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(drawn: Workbench, scheme: str) -> None:
    drawn.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    assign(drawn.page, 1, 2)
    wait_for_steps(drawn.page)
    section(drawn.page).locator(".phase-plan > summary").click()
    drawn.page.get_by_role("radio", name="Trin 1", exact=True).check(force=True)
    drawn.wait_for_numbers()
    assert serious_findings(drawn.page) == []


def test_it_is_read_on_a_phone(drawn: Workbench, phone: Page) -> None:
    assign(drawn.page, 1, 2)
    drawn.wait_for_saved()
    phone.goto(drawn.page.url)
    phone.locator(".sheet-handle").click()
    open_phases(phone)
    wait_for_steps(phone)
    expect(section(phone).locator(".step-figure").first).to_be_visible()
    overflow = phone.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0
