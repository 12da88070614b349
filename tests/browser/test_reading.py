"""What the page says is what the service says, in both languages, and before as well as after."""

import re

from playwright.sync_api import expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE, example, middle
from tests.browser.workbench import Workbench


def danish(value: float | None, unit: str) -> str:
    """Write a number as a Dane reads it, worked out apart from the page's own code."""
    if value is None:
        return "kan ikke nås" if unit == "ms" else "ukendt"
    if unit == "ms":
        minutes = abs(value) / 60_000
        if 0 < minutes < 1:
            return f"{round(value / 1000)} sek."
        return f"{value / 60_000:.{1 if minutes < 10 else 0}f} min".replace(".", ",")
    if unit == "share":
        return f"{value * 100:.1f}\u00a0%".replace(".", ",")
    if unit == "residents":
        return f"{value:,.0f}".replace(",", ".")
    if unit == "ratio":
        return f"{value:.2f}".replace(".", ",")
    raise LookupError(unit)


def test_the_table_shows_the_numbers_of_the_service(bench: Workbench, live: LiveService) -> None:
    line = example("connection")
    bench.open(AREA, middle(line))
    bench.draw("connection", line)
    bench.wait_for_saved()
    bench.wait_for_numbers()
    bench.page.locator(".numbers > summary").click()
    bench.page.get_by_label("Vis kun det, der ændrer sig").uncheck()
    drawing = live.ask(f"/api/proposals/{bench.proposal_id()}")["interventions"]
    answer = live.ask(
        "/api/assess",
        {
            "area": AREA,
            "interventions": drawing,
            "modes": ["walk", "bike"],
            "cutoffs_min": [5, 10, 15, 20, 30],
        },
    )
    expected = {}
    for row in answer["indicators"]:
        if row["mode"] in {None, "walk"} and row["unit"] in {"ms", "share", "residents", "ratio"}:
            parts = [row[part] for part in ("id", "mode", "category", "cutoff_min", "variant")]
            key = "|".join("" if part is None else str(part) for part in parts)
            expected[key] = [
                danish(row["baseline"], row["unit"]),
                danish(row["proposal"], row["unit"]),
            ]
    shown = bench.page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('tr[data-row]')].map(
             row => [row.dataset.row, [...row.querySelectorAll('td')].slice(0, 2).map(
               cell => cell.textContent)]))"""
    )
    assert len(expected) > 50
    differing = {
        key: (shown.get(key), said) for key, said in expected.items() if shown.get(key) != said
    }
    # Halves are rounded to even here and away from zero there.
    assert len(differing) <= len(expected) // 50, differing


def test_the_headline_counts_people_home_by_home(bench: Workbench, live: LiveService) -> None:
    bench.open(AREA, CENTRE)
    bench.tool("facility")
    bench.click(CENTRE)
    bench.wait_for_saved()
    bench.wait_for_numbers()
    drawing = live.ask(f"/api/proposals/{bench.proposal_id()}")["interventions"]
    homes = live.ask("/api/assess", {"area": AREA, "interventions": drawing, "detail": ["homes"]})[
        "homes"
    ]
    (times,) = [
        values
        for values in homes["values"]
        if (values["indicator"], values["mode"], values["category"])
        == ("travel_time_nearest", "walk", "grocery")
    ]
    more = sum(
        residents
        for residents, inside, before, after in zip(
            homes["residents"], homes["in_area"], times["baseline"], times["proposal"], strict=True
        )
        if inside
        and after is not None
        and after <= 600_000
        and (before is None or before > 600_000)
    )
    assert more > 0
    said = f"{more:,.0f}".replace(",", ".")
    expect(bench.page.locator("[data-card=out] .finding")).to_have_text(
        f"{said} flere beboere når en dagligvarebutik på under 10 minutter"
    )


def test_before_is_seen_while_the_key_is_held(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    bench.tool("facility")
    bench.click(CENTRE)
    # While a place is chosen the map speaks of whom it serves.
    bench.page.keyboard.press("Escape")
    bench.wait_for_numbers()
    number = bench.page.locator("[data-card=out] .before-after")
    expect(number).to_contain_text("→")
    bench.page.keyboard.down("b")
    expect(bench.page.locator(".before-flag")).to_have_text("Før")
    expect(number).not_to_contain_text("→")
    expect(bench.page.locator(".legend-title")).to_contain_text("Minutter til")
    bench.page.keyboard.up("b")
    expect(bench.page.locator(".before-flag")).to_have_count(0)
    expect(number).to_contain_text("→")


def test_english_is_one_click_away_and_remembered(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    expect(bench.page.locator("html")).to_have_attribute("lang", "da")
    bench.page.get_by_role("button", name="English").click()
    expect(bench.page.locator("html")).to_have_attribute("lang", "en")
    expect(bench.page.get_by_role("button", name="Draw a path")).to_be_visible()
    bench.page.reload()
    expect(bench.page.locator("[data-card=out] .quiet").first).to_have_text("What residents reach")


def test_a_home_tells_its_minutes_before_and_after(bench: Workbench, live: LiveService) -> None:
    homes = live.ask(f"/api/homes?area={AREA}&limit=10000")["features"]
    home = next(row for row in homes if row["properties"]["area"] == AREA)
    place = home["geometry"]["coordinates"]
    bench.open(AREA, place)
    bench.click(place)
    card = bench.page.locator(".side-card")
    expect(card.get_by_role("row", name=re.compile("Skole"))).to_contain_text("min")
    bench.page.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_the_lens_changes_map_cards_and_link(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    bench.page.get_by_role("radio", name="På cykel").check()
    bench.page.get_by_label("Til", exact=True).select_option("station")
    bench.page.get_by_label("Inden for").select_option("15")
    expect(bench.page.locator(".legend-title")).to_have_text("Minutter til en station, på cykel")
    expect(bench.page.locator("[data-card=out] .finding")).to_contain_text("en station")
    assert "mode=bike&category=station&cutoff=15" in bench.hash_parts()
    bench.page.reload()
    expect(bench.page.get_by_label("Inden for")).to_have_value("15")


def test_how_a_number_is_worked_out_is_one_click_away(bench: Workbench, live: LiveService) -> None:
    bench.open(AREA, CENTRE)
    bench.page.locator("[data-card=out] .method > summary").click()
    known = {row["id"]: row for row in live.ask("/api/indicators")["indicators"]}
    expect(bench.page.locator("[data-card=out] > .method")).to_contain_text(
        known["share_within"]["sentence_da"]
    )
