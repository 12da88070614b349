"""Data comes in from the page: a file is tried, its story read, and then taken into use."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from app.worker_beside import worker_beside
from tests.browser.live_service import LiveService
from tests.browser.visits import serious_findings, small_targets, visit
from tests.importers.gtfs.feeds import changed, packed, town

HERE = (12.2893, 55.6542)


@pytest.fixture(scope="module")
def loading(live: LiveService) -> Iterator[LiveService]:
    """The service with a worker of its own, as `bin/up` runs it."""
    with worker_beside(live.service) as woken:
        beside = LiveService(live.settings, woken)
        beside.start()
        yield beside
        beside.stop()


def shops(folder: Path, name: str, kind: str = "grocery") -> Path:
    feature = {
        "type": "Feature",
        "properties": {"navn": "Bymarkens Købmand", "art": kind},
        "geometry": {"type": "Point", "coordinates": list(HERE)},
    }
    path = folder / name
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return path


def fill(page: Page, file: Path) -> None:
    page.get_by_label("Filen rummer").select_option("facilities")
    page.get_by_label("Sted", exact=True).select_option("taastrup")
    page.get_by_label("Filen: Vælg en fil").set_input_files(file)
    page.get_by_label("Udgiver").fill("Kommunen")
    page.get_by_label("Licens").fill("CC BY 4.0")
    page.get_by_text("Kolonner og koordinatsystem").click()
    page.get_by_label("Navn", exact=True).fill("navn")
    page.get_by_label("Art (school, grocery …)").fill("art")


def test_a_file_is_tried_and_then_taken_into_use(
    page: Page, loading: LiveService, tmp_path: Path
) -> None:
    page.goto(loading.address)
    page.get_by_role("link", name="Indlæs data").click()
    expect(page.get_by_role("heading", name="Data", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Prøv filen")).to_be_disabled()
    fill(page, shops(tmp_path, "butikker.geojson"))
    page.get_by_role("button", name="Prøv filen").click()
    row = page.locator(".load-row").first
    expect(row).to_have_attribute("data-state", "done", timeout=60_000)
    expect(row).to_contain_text("En prøve: intet er ændret")
    expect(row).to_contain_text("funktioner: 1 nye")
    expect(row.get_by_role("status")).to_have_text("Prøvet")
    row.get_by_role("button", name="Tag i brug").click()
    expect(row.get_by_role("status")).to_have_text("Taget i brug", timeout=60_000)
    expect(row).to_contain_text("Indlæst i taastrup fra butikker")
    assert serious_findings(page) == []
    listed = loading.ask("/api/facilities?area=taastrupgaard&limit=10000")["features"]
    assert "Bymarkens Købmand" in [one["properties"]["name"] for one in listed]
    # In English too, and again after a reload.
    page.get_by_role("button", name="English").click()
    page.reload()
    expect(row).to_contain_text("Loaded into taastrup from butikker")
    expect(row.get_by_role("status")).to_have_text("In use")


PROFILE = """
about = "Kommunens optælling"
kind = "population"
[columns]
id = "adresse"
residents = "antal"
[source]
publisher = "Kommunen"
licence = "CC BY 4.0"
"""


def test_people_come_with_their_municipalities_and_a_profile_of_ones_own(
    page: Page, loading: LiveService, tmp_path: Path
) -> None:
    lon, lat = HERE
    people = {
        "type": "Feature",
        "properties": {"adresse": "Bymarken 1", "antal": 7},
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
    }
    ring = [[lon + dx, lat + dy] for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))]
    municipality = {
        "type": "Feature",
        "properties": {"KOMKODE": "0169"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    for name, feature in (("folk.geojson", people), ("kommuner.geojson", municipality)):
        collection = {"type": "FeatureCollection", "features": [feature]}
        (tmp_path / name).write_text(json.dumps(collection))
    (tmp_path / "vores.toml").write_text(PROFILE)
    page.goto(f"{loading.address}/#/~data?place=taastrup")
    page.get_by_label("Filen rummer").select_option("population")
    page.get_by_label("Filen: Vælg en fil").set_input_files(tmp_path / "folk.geojson")
    page.get_by_label("Kommuner (valgfrit): Vælg en fil").set_input_files(
        tmp_path / "kommuner.geojson"
    )
    page.get_by_text("Kolonner og koordinatsystem").click()
    page.get_by_label("Egen profil (valgfrit): Vælg en fil").set_input_files(
        tmp_path / "vores.toml"
    )
    expect(page.get_by_text("vores.toml")).to_be_visible()
    assert serious_findings(page) == []
    page.get_by_role("button", name="Prøv filen").click()
    row = page.locator(".load-row").first
    expect(row).to_contain_text("folk.geojson")
    expect(row).to_have_attribute("data-state", "done", timeout=60_000)
    expect(row).to_contain_text("boligpunkter: 1 nye")
    expect(row).to_contain_text("0,0 → 7,0 beboere")


def test_a_timetable_is_tried_without_a_place_and_its_faults_are_danish(
    page: Page, loading: LiveService, tmp_path: Path
) -> None:
    broken = changed(town(), "stop_times.txt", "25:10:00,C,9", "25:10:00,Q,9")
    page.goto(f"{loading.address}/#/~data?place=taastrup")
    page.get_by_label("Filen rummer").select_option("transit")
    expect(page.get_by_label("Sted", exact=True)).to_have_count(0)
    page.get_by_label("Udgiver").fill("Movia")
    page.get_by_label("Licens").fill("CC BY 4.0")
    row = page.locator(".load-row").first
    for tables, name, state in ((broken, "i-stykker.zip", "refused"), (town(), "hel.zip", "done")):
        page.get_by_label("Filen: Vælg en fil").set_input_files(packed(tmp_path, tables, name))
        page.get_by_role("button", name="Prøv filen").click()
        expect(row).to_contain_text(name)
        expect(row).to_have_attribute("data-state", state, timeout=60_000)
        if state == "refused":
            expect(row).to_contain_text("stop_times.txt, nr. 9: `stop_id` står ikke i stops.txt")
        else:
            expect(row).to_contain_text("Dette ville ske i køreplanen:")
            expect(row).to_contain_text("stoppesteder og stationer: 5 nye")
            expect(row).to_contain_text("3 stoppesteder ligger i Taastrup og Hedehusene.")


def test_what_is_wrong_is_told_with_its_place_by_thumb(
    browser: Browser, loading: LiveService, tmp_path: Path
) -> None:
    with visit(browser, 390, 844, has_touch=True, is_mobile=True) as page:
        page.goto(f"{loading.address}/#/~data?place=taastrup")
        fill(page, shops(tmp_path, "forkert.geojson", "zoo"))
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert small_targets(page, 44) == []
        page.get_by_role("button", name="Prøv filen").tap()
        row = page.locator(".load-row").first
        expect(row).to_have_attribute("data-state", "refused", timeout=60_000)
        expect(row).to_contain_text("forkert, nr. 1: `category` skal være en af")
        expect(row).to_contain_text("(zoo) 55.65420, 12.28930")
        expect(row.get_by_role("button", name="Tag i brug")).to_have_count(0)


def test_a_load_that_waits_can_be_stopped(page: Page, live: LiveService, tmp_path: Path) -> None:
    # Of a service whose worker is not there: it waits for ever.
    page.goto(f"{live.address}/#/~data")
    fill(page, shops(tmp_path, "venter.geojson"))
    page.get_by_role("button", name="Prøv filen").click()
    row = page.locator(".load-row").first
    expect(row).to_contain_text("venter.geojson")
    expect(row.get_by_role("status")).to_have_text("I kø")
    row.get_by_role("button", name="Afbryd").click()
    expect(row.get_by_role("status")).to_have_text("Afbrudt")
