"""An area that somebody has just brought in: what it lacks is said, and how to bring it."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from app import cli_load
from app.importers.tables.mapping import FieldMapping
from app.services.loading.asked import FileAsked
from tests.browser.live_service import LiveService
from tests.browser.visits import serious_findings

CORNERS = [[10.40, 55.40], [10.405, 55.40], [10.405, 55.403], [10.40, 55.403], [10.40, 55.40]]


def test_a_new_area_says_what_it_lacks(page: Page, live: LiveService, tmp_path: Path) -> None:
    feature = {
        "type": "Feature",
        "properties": {"name": "Tomgården"},
        "geometry": {"type": "Polygon", "coordinates": [CORNERS]},
    }
    file = tmp_path / "ny.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    asked = FileAsked(
        "areas",
        file,
        mapping=FieldMapping({}, {"municipality": "Odense", "municipality_code": "0461"}),
        told={"publisher": "Odense", "licence": "CC0"},
    )
    assert cli_load.run(live.service, asked, None, rehearse=False).taken
    page.goto(live.address)
    page.get_by_role("button", name="Tomgården").click()
    note = page.locator(".lacking-note")
    expect(note).to_contain_text("Tomgården mangler data")
    expect(note).to_contain_text("Her er ingen veje og stier endnu")
    expect(note).to_contain_text("forbind load osm FIL.osm.pbf --place tomgaarden")
    expect(page.locator("article.card")).to_have_count(0)
    assert serious_findings(page) == []
    page.get_by_role("button", name="English").click()
    expect(note).to_contain_text("There are no streets and paths here yet")
