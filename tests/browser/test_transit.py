"""The city by bus and train, on the page: its numbers, a home's trips, lines, and what is drawn."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.places import AREA, CENTRE
from tests.browser.workbench import Workbench, until_ready

if TYPE_CHECKING:
    from tests.browser.live_service import LiveService

EVENING = {"from": "22:00", "until": "23:00", "to_stop": "walk"}
STOPS = ((12.2868, 55.6542), (12.2905, 55.6538), (12.2950, 55.6533))


@pytest.fixture
def bench(page: Page, live: LiveService) -> Workbench:
    opened = Workbench(page, live.address)
    opened.open(AREA, CENTRE, more="&mode=transit")
    return opened


def home_inside(bench: Workbench) -> tuple[str, list[float]]:
    answered = bench.page.request.get(f"{bench.address}/api/homes?area={AREA}&scope=inside")
    homes: list[dict[str, Any]] = answered.json()["features"]
    return str(homes[18]["id"]), homes[18]["geometry"]["coordinates"]


def asked_in(request: Request) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(request.post_data or "{}")
    return body


def test_the_link_opens_the_city_by_bus_and_says_that_it_is_modelled(bench: Workbench) -> None:
    page = bench.page
    expect(page.get_by_label("Med bus og tog")).to_be_checked()
    expect(page.get_by_text("Bus og tog kører efter en modelleret køreplan")).to_be_visible()
    expect(page.locator(".legend-title")).to_contain_text("med bus og tog")
    page.get_by_label("Til fods").first.check(force=True)
    bench.wait_for_numbers()
    expect(page.get_by_text("Bus og tog kører efter en modelleret køreplan")).to_have_count(0)


def test_a_home_tells_its_trips_before_and_after_a_drawn_line(bench: Workbench) -> None:
    page = bench.page
    page.get_by_label("Til", exact=True).select_option("station")
    bench.draw("service", STOPS)
    bench.wait_for_numbers()
    expect(page.locator(".side-card")).to_contain_text("3 stop")
    page.keyboard.press("Escape")
    home, place = home_inside(bench)
    bench.click(place)
    card = page.get_by_test_id("journeys")
    expect(card).to_contain_text("Turen til en station")
    answered = page.request.post(
        f"{bench.address}/api/journeys",
        data={
            "area": AREA,
            "home": home,
            "category": "station",
            "interventions": {"type": "FeatureCollection", "features": []},
        },
    )
    told = answered.json()["baseline"]
    minutes = told["time_ms"] / 60_000
    expect(card).to_contain_text(f"Før: som regel {minutes:.0f} min til Taastrup St.")
    expect(card).to_contain_text("Efter: som regel")
    expect(card).to_contain_text("Rammer man det godt, tager det")
    expect(card.locator(".leg.is-ride").first).to_contain_text("kl. ")
    assert page.locator(".route-before").count() > 0


def test_the_lines_are_on_the_map_and_in_a_list(bench: Workbench) -> None:
    page = bench.page
    page.get_by_label("Kortet viser").select_option("service")
    until_ready(page, "service")
    page.get_by_test_id("lines").locator("summary").click()
    rows = page.get_by_test_id("lines").locator("tbody tr")
    expect(rows.first).to_contain_text("S-tog B")
    expect(rows.first).to_contain_text("6,0")
    expect(page.get_by_test_id("lines")).to_contain_text("modelleret")


def test_a_line_of_today_is_made_more_frequent_by_its_name(bench: Workbench) -> None:
    page = bench.page
    page.locator(".tool[data-tool=service_change]").click()
    line = page.get_by_label("Hvilken linje")
    line.select_option(label="Bus Taastrup St. – Taastrupgårdsvej – Høje Taastrup St.")
    page.get_by_label("Mellem afgangene").fill("5")
    page.keyboard.press("Tab")
    bench.click(CENTRE)
    bench.wait_for_numbers()
    expect(bench.drawn).to_have_count(1)
    bench.wait_for_saved()
    page.get_by_label("Kortet viser").select_option("service")
    until_ready(page, "service")
    expect(page.get_by_text("bedre end før")).to_be_visible()


def test_how_far_one_gets_by_bus(bench: Workbench) -> None:
    page = bench.page
    page.get_by_label("Kortet viser").select_option("reach")
    bench.click(CENTRE)
    expect(page.locator(".legend")).to_contain_text("Så langt når man herfra, med bus og tog")
    until_ready(page, "reach")


def test_english_is_fetched_when_it_is_asked_for(page: Page, live: LiveService) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    opened = Workbench(page, live.address)
    opened.open(AREA, CENTRE)
    before = len(fetched)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_text("By bus and train", exact=True)).to_be_visible()
    assert any("/assets/en-" in address for address in fetched[before:])
    page.reload()
    expect(page.get_by_text("By bus and train", exact=True)).to_be_visible()


def test_the_evening_is_looked_at_and_kept_in_the_link(bench: Workbench) -> None:
    page = bench.page
    within = page.get_by_label("Inden for")
    within.select_option("60")
    with page.expect_request(
        lambda request: (
            request.url.endswith("/api/assess") and asked_in(request).get("departure") == EVENING
        )
    ) as asked:
        page.get_by_label("Hvornår").select_option("evening")
    assert asked_in(asked.value)["cutoffs_min"][-2:] == [45, 60]
    bench.wait_for_numbers()
    expect(page.locator(".legend-title")).to_contain_text("med bus og tog kl. 22–23")
    bench.click(home_inside(bench)[1])
    expect(page.get_by_test_id("journeys")).to_contain_text("kl. 22:00–23:00")
    page.wait_for_url("**when=evening**")
    page.reload()
    bench.wait_for_numbers()
    expect(page.get_by_label("Hvornår")).to_have_value("evening")
    expect(within).to_have_value("60")
    page.get_by_label("Til fods").first.check(force=True)
    expect(within).to_have_value("30")
    expect(page.get_by_label("Hvornår")).to_have_count(0)


def test_a_stop_tells_its_lines_in_the_timetable(bench: Workbench) -> None:
    page = bench.page
    told = page.request.get(f"{bench.address}/api/timetable?area={AREA}").json()
    stop = next(
        each
        for each in told["stops"]["features"]
        if each["properties"]["name"] == "Taastrup St." and each["properties"]["departures_07_09"]
    )
    bench.click(stop["geometry"]["coordinates"])
    note = page.get_by_test_id("stop-service")
    for line in stop["properties"]["lines"]:
        expect(note).to_contain_text(line)
    expect(note).to_contain_text("afgange i timen kl. 7–9")
    expect(note).to_contain_text("modelleret")


def test_one_rides_to_the_stop_where_that_is_quicker(bench: Workbench) -> None:
    page = bench.page
    page.get_by_label("Til stoppestedet").select_option("bike")
    bench.wait_for_numbers()
    expect(page.locator(".legend-title")).to_contain_text("på cykel, med bus og tog kl. 7–9")
    page.wait_for_url("**stop=bike**")
    page.get_by_label("Til", exact=True).select_option("youth_education")
    home, place = home_inside(bench)
    bench.click(place)
    told = page.request.post(
        f"{bench.address}/api/journeys",
        data={
            "area": AREA,
            "home": home,
            "category": "youth_education",
            "departure": {"to_stop": "bike"},
            "interventions": {"type": "FeatureCollection", "features": []},
        },
    ).json()["baseline"]
    minutes = told["time_ms"] / 60_000
    usual = f"{minutes:.1f}".replace(".", ",")
    expect(page.get_by_test_id("journeys")).to_contain_text(f"I dag: som regel {usual} min")
    # Whoever is seen with other eyes walks.
    page.get_by_label("Kørestol").check(force=True)
    bench.wait_for_numbers()
    expect(page.get_by_label("Til stoppestedet")).to_have_count(0)
    expect(page.get_by_text("Dem, den intet siger om, regnes som åbne")).to_be_visible()
