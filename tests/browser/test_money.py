"""What a proposal costs and who pays: the page says what the service says."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.kept_proposals import open_path_and_shop
from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE
from tests.browser.test_layout import serious_findings
from tests.browser.workbench import Workbench, until_ready


def millions(kr: float) -> str:
    number = f"{kr / 1e6:,.2f}".translate(str.maketrans(",.", ".,"))
    return f"{number} mio. kr." if round(kr) >= 1_000_000 else f"{kr:,.0f} kr.".replace(",", ".")


def section(page: Page) -> Locator:
    return page.get_by_test_id("money")


def open_money(page: Page) -> None:
    if section(page).get_attribute("open") is None:
        section(page).locator("> summary").click()


def wait_for_bill(page: Page) -> None:
    until_ready(page, "money")
    expect(section(page).locator(".bill")).not_to_have_class(re.compile("is-old"))


def kept(live: LiveService, bench: Workbench) -> dict[str, Any]:
    bench.wait_for_saved()
    document: dict[str, Any] = live.ask(f"/api/proposals/{bench.proposal_id()}")
    return document


def bill_of(live: LiveService, proposal: dict[str, Any], language: str = "da") -> dict[str, Any]:
    answer: dict[str, Any] = live.ask(
        "/api/cost",
        {
            "area": AREA,
            "interventions": proposal["interventions"],
            "parameters": {"cost": proposal["settings"].get("cost")},
        },
        headers={"Accept-Language": language},
    )
    return answer


@pytest.fixture
def drawn(bench: Workbench, live: LiveService) -> Workbench:
    """A path and a shop without a size: one has a price, the other none."""
    open_path_and_shop(bench, live)
    open_money(bench.page)
    wait_for_bill(bench.page)
    return bench


def test_the_bill_is_the_services(drawn: Workbench, live: LiveService) -> None:
    told = bill_of(live, kept(live, drawn))
    wait_for_bill(drawn.page)
    total = drawn.page.get_by_test_id("total")
    expect(total).to_contain_text(f"mindst {millions(told['totals']['kr'])}")
    expect(section(drawn.page)).to_contain_text("1 af 2 indgreb har ingen pris endnu")
    for payer, kr in told["totals"]["payers"].items():
        row = section(drawn.page).locator(f"[data-payer={payer}]")
        if kr > 0:
            expect(row).to_contain_text(millions(kr))
        else:
            expect(row).to_have_count(0)
    rule = drawn.page.get_by_test_id("cofinancing")
    expect(rule).to_contain_text(told["cofinancing"]["message"])
    expect(rule).to_contain_text("Opfyldt")
    for bill in told["features"]:
        said = "ingen pris endnu" if bill["kr"] is None else millions(bill["kr"])
        row = section(drawn.page).locator(f"[data-feature='{bill['feature']}'] .bill-sum")
        expect(row).to_have_text(said)


def test_a_minute_saved_has_a_price(drawn: Workbench, live: LiveService) -> None:
    proposal = kept(live, drawn)
    rows = live.ask(
        "/api/assess",
        {
            "area": AREA,
            "interventions": proposal["interventions"],
            "indicators": ["cost_per_minute"],
            "modes": ["walk"],
        },
    )["indicators"]
    assert rows[0]["proposal"] is not None
    expect(drawn.page.get_by_test_id("per-minute")).to_contain_text(millions(rows[0]["proposal"]))


def test_a_changed_price_belongs_to_the_proposal(
    drawn: Workbench, live: LiveService, browser: Browser
) -> None:
    page = drawn.page
    page.get_by_test_id("prices").locator("> summary").click()
    before = page.get_by_test_id("total").text_content()
    row = page.locator("[data-price=path_kr_per_m2]")
    row.get_by_role("spinbutton").fill("2500")
    row.get_by_role("spinbutton").press("Enter")
    expect(row).to_contain_text("ændret")
    expect(row).to_contain_text("normalt 1.200")
    expect(page.get_by_test_id("total")).not_to_have_text(before or "")
    wait_for_bill(page)
    proposal = kept(live, drawn)
    assert proposal["settings"] == {"cost": {"path_kr_per_m2": 2500}}
    said = millions(bill_of(live, proposal)["totals"]["kr"])
    expect(page.get_by_test_id("total")).to_contain_text(said)
    # Somebody else, in another browser.
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    other = context.new_page()
    other.goto(page.url)
    open_money(other)
    wait_for_bill(other)
    expect(other.get_by_test_id("total")).to_contain_text(said)
    other.get_by_test_id("prices").locator("> summary").click()
    expect(other.locator("[data-price=path_kr_per_m2]")).to_contain_text("ændret")
    context.close()


def test_a_price_is_set_back_and_undone(drawn: Workbench, live: LiveService) -> None:
    page = drawn.page
    page.get_by_test_id("prices").locator("> summary").click()
    row = page.locator("[data-price=path_kr_per_m2]")
    field = row.get_by_role("spinbutton")
    field.fill("2500")
    field.press("Enter")
    row.get_by_role("button", name="Sæt Sti eller vej i niveau tilbage").click()
    expect(field).to_be_focused()
    expect(field).to_have_value("1200")
    expect(row).not_to_contain_text("ændret")
    assert kept(live, drawn)["settings"] == {}
    page.locator("#map").focus()
    page.keyboard.press("Control+z")
    expect(field).to_have_value("2500")
    # A price below nothing is drawn back to the nearest that may be asked for.
    field.fill("-5")
    field.press("Enter")
    expect(field).to_have_value("0")


def test_a_stated_price_and_split_are_kept_and_told(drawn: Workbench, live: LiveService) -> None:
    page = drawn.page
    page.locator(".changes .choice").nth(0).click()
    card = page.locator(".side-card")
    card.locator(".cost-fields > summary").click()
    card.get_by_label("Kendt pris").fill("3000000")
    card.get_by_label("Kendt pris").press("Tab")
    expect(page.get_by_test_id("total")).to_contain_text("3,00 mio. kr.")
    card.get_by_role("radio", name="Egen fordeling").check(force=True)
    card.get_by_label("Fond").fill("75")
    card.get_by_label("Kommune").fill("20")
    card.get_by_label("Kommune").press("Tab")
    expect(card).to_contain_text("Der mangler 5 %")
    assert "funding" not in kept(live, drawn)["interventions"]["features"][0]["properties"]
    card.get_by_label("Andre").fill("5")
    card.get_by_label("Andre").press("Tab")
    expect(card).to_contain_text("Giver 100 %")
    # 2.25 mio. granted ask for 2.04; the municipality pays 0.6.
    rule = page.get_by_test_id("cofinancing")
    expect(rule).to_contain_text("Kravet er ikke opfyldt")
    proposal = kept(live, drawn)
    stated = proposal["interventions"]["features"][0]["properties"]
    assert stated["cost_kr"] == 3_000_000
    assert stated["funding"] == {"municipality": 0.2, "foundation": 0.75, "others": 0.05}
    expect(rule).to_contain_text(bill_of(live, proposal)["cofinancing"]["message"])
    card.get_by_role("radio", name="Efter reglerne").check(force=True)
    expect(rule).to_contain_text("Kravet er opfyldt")


def test_a_place_has_a_price_once_its_size_is_known(drawn: Workbench) -> None:
    page = drawn.page
    drawn.drawn.filter(has_text="Butik").get_by_role("button").first.click()
    card = page.locator(".side-card")
    card.locator(".cost-fields > summary").click()
    card.get_by_label("Etageareal").fill("100")
    card.get_by_label("Etageareal").press("Tab")
    expect(section(page)).not_to_contain_text("har ingen pris endnu")
    expect(page.get_by_test_id("total")).not_to_contain_text("mindst")


def test_the_row_with_focus_is_marked_on_the_map(drawn: Workbench) -> None:
    page = drawn.page
    # Out of the panel: rows that come to lie under a pointer are pointed at as well.
    page.mouse.move(700, 10)
    row = page.locator(".bill-row").first
    row.locator("summary").focus()
    expect(page.locator("path.pointed-halo")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(row).to_contain_text("m² à 1.200 kr.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".side-card h2")).to_be_visible()
    page.get_by_test_id("prices").locator("> summary").focus()
    expect(page.locator("path.pointed-halo")).to_have_count(0)


def test_the_bill_is_a_table_for_a_spreadsheet(drawn: Workbench, live: LiveService) -> None:
    told = bill_of(live, kept(live, drawn))
    with drawn.page.expect_download() as download:
        section(drawn.page).get_by_role("button", name="Hent som CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][0] == "Indgreb"
    assert {len(row) for row in rows} == {12}
    assert float(rows[-1][6].replace(",", ".")) == pytest.approx(told["totals"]["kr"], abs=0.01)


def test_nothing_is_asked_for_before_somebody_looks(bench: Workbench) -> None:
    asked: list[str] = []
    bench.page.on("request", lambda request: asked.append(request.url))
    bench.open(AREA, CENTRE)
    bench.tool("facility")
    bench.click(CENTRE)
    bench.wait_for_numbers()
    assert not [url for url in asked if url.endswith("/api/cost")]
    open_money(bench.page)
    wait_for_bill(bench.page)
    expect(section(bench.page)).to_contain_text("1 af 1 indgreb har ingen pris endnu")


def test_an_example_keeps_its_prices(bench: Workbench, live: LiveService) -> None:
    (row, *_) = live.ask(f"/api/proposals?is_example=true&area={AREA}")["proposals"]
    bench.open(AREA, CENTRE, more=f"&proposal={row['id']}")
    open_money(bench.page)
    wait_for_bill(bench.page)
    bench.page.get_by_test_id("prices").locator("> summary").click()
    expect(bench.page.locator("[data-price=path_kr_per_m2] input")).to_be_disabled()
    expect(bench.page.get_by_test_id("prices")).to_contain_text("Kopiér eksemplet")


def test_a_service_that_is_away_is_told_and_asked_again(drawn: Workbench) -> None:
    page = drawn.page
    page.route("**/api/cost", lambda route: route.abort())
    page.get_by_test_id("prices").locator("> summary").click()
    field = page.locator("[data-price=path_kr_per_m2] input")
    # What is saved and assessed anew is priced anew: the button stays when all that is over.
    with page.expect_response(
        lambda answer: (
            answer.url.count("/api/proposals")
            and "path_kr_per_m2" in (answer.request.post_data or "")
        )
    ):
        field.fill("100")
        field.press("Enter")
    drawn.wait_for_saved()
    drawn.wait_for_numbers()
    expect(section(page)).to_contain_text("Tjenesten svarer ikke")
    expect(page.get_by_test_id("total")).to_be_visible()
    page.unroute("**/api/cost")
    section(page).get_by_role("button", name="Prøv igen").click()
    wait_for_bill(page)


def test_it_reads_in_english(drawn: Workbench, live: LiveService) -> None:
    proposal = kept(live, drawn)
    drawn.page.get_by_role("button", name="English").click()
    told = bill_of(live, proposal, "en")
    expect(drawn.page.get_by_test_id("cofinancing")).to_contain_text(told["cofinancing"]["message"])
    expect(section(drawn.page)).to_contain_text("1 of 2 interventions has no price yet")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(drawn: Workbench, scheme: str) -> None:
    drawn.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    drawn.page.get_by_test_id("prices").locator("> summary").click()
    drawn.page.locator(".bill-row > summary").first.click()
    drawn.page.locator(".changes .choice").nth(0).click()
    drawn.page.locator(".side-card .cost-fields > summary").click()
    assert serious_findings(drawn.page) == []


def test_it_is_read_on_a_phone(drawn: Workbench, live: LiveService, phone: Page) -> None:
    told = bill_of(live, kept(live, drawn))
    phone.goto(drawn.page.url)
    phone.locator(".sheet-handle").click()
    open_money(phone)
    wait_for_bill(phone)
    expect(phone.get_by_test_id("total")).to_contain_text(millions(told["totals"]["kr"]))
    phone.get_by_test_id("prices").locator("> summary").click()
    overflow = phone.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0
