"""Nothing drawn is lost, and nobody overwrites anybody."""

import json
import re

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.live_service import LiveService, eventually
from tests.browser.places import AREA, CENTRE
from tests.browser.workbench import Workbench


def set_facility(bench: Workbench, east: float = 0.0) -> None:
    bench.tool("facility")
    bench.click((CENTRE[0] + east, CENTRE[1]))


def test_undo_and_redo_over_everything(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    set_facility(bench)
    bench.page.get_by_label("Slags sted").select_option("culture")
    set_facility(bench, 0.001)
    expect(bench.drawn).to_have_count(2)
    bench.page.keyboard.press("Control+z")
    expect(bench.drawn).to_have_count(1)
    expect(bench.drawn).to_contain_text("Kultur")
    bench.page.keyboard.press("Control+z")
    expect(bench.drawn).to_contain_text("Dagligvarer")
    bench.page.locator(".tool[data-tool=undo]").click()
    expect(bench.drawn).to_have_count(0)
    for _ in range(3):
        bench.page.keyboard.press("Control+Shift+Z")
    expect(bench.drawn).to_have_count(2)
    expect(bench.drawn.first).to_contain_text("Kultur")


def test_a_reload_loses_neither_drawing_nor_undo(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    set_facility(bench)
    set_facility(bench, 0.001)
    bench.proposal_id()
    bench.page.reload()
    expect(bench.drawn).to_have_count(2)
    bench.page.keyboard.press("Control+z")
    expect(bench.drawn).to_have_count(1)
    bench.page.keyboard.press("Control+Shift+Z")
    expect(bench.drawn).to_have_count(2)


def test_a_service_that_goes_away_and_comes_back(bench: Workbench, live: LiveService) -> None:
    bench.open(AREA, CENTRE)
    set_facility(bench)
    bench.wait_for_saved()
    live.stop()
    try:
        set_facility(bench, 0.001)
        expect(bench.save_note).to_contain_text("Ikke gemt – tjenesten svarer ikke")
        expect(bench.page.locator(".panel .note-box")).to_contain_text("Du kan tegne videre")
        set_facility(bench, 0.002)
        expect(bench.drawn).to_have_count(3)
    finally:
        live.start()
    bench.wait_for_saved()
    bench.wait_for_numbers()
    kept = live.ask(f"/api/proposals/{bench.proposal_id()}")
    assert len(kept["interventions"]["features"]) == 3


def test_drawn_while_away_and_closed_is_sent_by_the_next_visit(
    bench: Workbench, live: LiveService
) -> None:
    bench.open(AREA, CENTRE)
    live.stop()
    try:
        set_facility(bench)
        expect(bench.save_note).to_contain_text("Ikke gemt")
        identity = bench.proposal_id()
        bench.page.goto("about:blank")
    finally:
        live.start()
    bench.page.goto(f"{bench.address}/#/gadehavegaard")
    eventually(
        lambda: any(
            row["id"] == identity for row in live.ask(f"/api/proposals?area={AREA}")["proposals"]
        )
    )


def somebody_else_changes(live: LiveService, identity: str) -> None:
    path = f"/api/proposals/{identity}"
    theirs = live.ask(path)
    body = {
        "area": theirs["area"],
        "name": "Naboens udgave",
        "description": "",
        "interventions": {"type": "FeatureCollection", "features": []},
    }
    live.ask(path, body, method="PUT", headers={"If-Match": f'"{theirs["version"]}"'})


def conflict(bench: Workbench, live: LiveService) -> str:
    bench.open(AREA, CENTRE)
    set_facility(bench)
    bench.wait_for_saved()
    identity = bench.proposal_id()
    somebody_else_changes(live, identity)
    set_facility(bench, 0.001)
    expect(bench.page.locator(".conflict")).to_contain_text("Naboens udgave")
    return identity


def test_a_stale_write_shows_both_versions(bench: Workbench, live: LiveService) -> None:
    conflict(bench, live)
    bench.page.get_by_role("radio", name="Vis den anden").check()
    expect(bench.drawn).to_have_count(0)
    bench.page.get_by_role("radio", name="Vis min").check()
    expect(bench.drawn).to_have_count(2)


def test_keep_mine(bench: Workbench, live: LiveService) -> None:
    identity = conflict(bench, live)
    bench.page.get_by_role("button", name="Behold min").click()
    bench.wait_for_saved()
    assert len(live.ask(f"/api/proposals/{identity}")["interventions"]["features"]) == 2


def test_take_theirs_and_still_undo(bench: Workbench, live: LiveService) -> None:
    conflict(bench, live)
    bench.page.get_by_role("button", name="Brug den anden").click()
    expect(bench.drawn).to_have_count(0)
    expect(bench.page.locator(".proposal-menu")).to_contain_text("Naboens udgave")
    bench.page.keyboard.press("Control+z")
    expect(bench.drawn).to_have_count(2)


def test_keep_both(bench: Workbench, live: LiveService) -> None:
    identity = conflict(bench, live)
    bench.page.get_by_role("button", name="Gem min som kopi").click()
    bench.wait_for_saved()
    copy = bench.proposal_id()
    assert copy != identity
    assert live.ask(f"/api/proposals/{identity}")["name"] == "Naboens udgave"
    assert len(live.ask(f"/api/proposals/{copy}")["interventions"]["features"]) == 2


def open_menu(page: Page) -> None:
    page.locator(".proposal-menu > button").click()


def choose_file(page: Page, file: FilePayload) -> None:
    open_menu(page)
    page.get_by_role("button", name="Hent fil ind").click()
    page.locator(".intake input[type=file]").set_input_files(file)


def test_rename_reopen_and_delete(bench: Workbench, live: LiveService) -> None:
    bench.open(AREA, CENTRE)
    set_facility(bench)
    bench.wait_for_saved()
    identity = bench.proposal_id()
    open_menu(bench.page)
    name = bench.page.locator(".menu-box").get_by_label("Navn")
    name.fill("Stien til stationen")
    name.press("Tab")
    eventually(lambda: live.ask(f"/api/proposals/{identity}")["name"] == "Stien til stationen")
    bench.page.locator(".menu-actions").get_by_text("Nyt forslag").click()
    expect(bench.drawn).to_have_count(0)
    open_menu(bench.page)
    bench.page.locator(".menu-box").get_by_role("button", name="Stien til stationen").click()
    expect(bench.drawn).to_have_count(1)
    open_menu(bench.page)
    bench.page.locator(".menu-box").get_by_role("button", name="Slet", exact=True).click()
    bench.page.get_by_role("button", name="Slet forslaget?").click()
    expect(bench.drawn).to_have_count(0)
    rows = live.ask(f"/api/proposals?area={AREA}")["proposals"]
    assert identity not in {row["id"] for row in rows}


def test_an_example_is_copied_before_it_is_changed(bench: Workbench, live: LiveService) -> None:
    examples = live.ask(f"/api/proposals?area={AREA}&is_example=true")["proposals"]
    bench.open(AREA, CENTRE, more=f"&proposal={examples[0]['id']}")
    count = examples[0]["intervention_count"]
    expect(bench.drawn).to_have_count(count)
    expect(bench.page.locator(".tool[data-tool=facility]")).to_have_attribute(
        "aria-disabled", "true"
    )
    bench.page.get_by_role("button", name="Kopiér og ret").click()
    bench.wait_for_saved()
    assert bench.proposal_id() != examples[0]["id"]
    set_facility(bench)
    expect(bench.drawn).to_have_count(count + 1)


def test_export_and_import_give_the_same_drawing(bench: Workbench, live: LiveService) -> None:
    bench.open(AREA, CENTRE)
    set_facility(bench)
    bench.wait_for_saved()
    open_menu(bench.page)
    with bench.page.expect_download() as download:
        bench.page.get_by_role("button", name="Hent som GeoJSON").click()
    file = json.loads(download.value.path().read_text())
    kept = live.ask(f"/api/proposals/{bench.proposal_id()}")
    assert file["features"] == kept["interventions"]["features"]
    bench.page.locator(".menu-actions").get_by_text("Nyt forslag").click()
    expect(bench.drawn).to_have_count(0)
    choose_file(
        bench.page,
        {
            "name": "forslag.geojson",
            "mimeType": "application/geo+json",
            "buffer": json.dumps(file).encode(),
        },
    )
    expect(bench.drawn).to_have_count(1)
    expect(bench.page.locator(".notice")).to_have_text(re.compile("1 ændring indlæst"))


def test_a_file_that_cannot_be_read_says_why(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    file = {"name": "x.geojson", "mimeType": "application/json", "buffer": b"{"}
    choose_file(bench.page, file)
    expect(bench.page.locator(".intake")).to_contain_text("Indholdet er ikke gyldig JSON")
    assert bench.page.locator(".changes li").count() == 0
