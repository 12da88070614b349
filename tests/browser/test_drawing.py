"""Each kind is drawn with the mouse, kept by the service as drawn, and answered."""

import pytest
from playwright.sync_api import expect

from tests.browser.live_service import LiveService, eventually
from tests.browser.places import (
    AREA,
    CENTRE,
    Place,
    example,
    lonely_facility,
    metres,
    middle,
    street_within,
)
from tests.browser.workbench import Workbench

REACH_M = 25


def kept(live: LiveService, bench: Workbench) -> dict[str, object]:
    bench.wait_for_saved()
    proposal = live.ask(f"/api/proposals/{bench.proposal_id()}")
    (feature,) = proposal["interventions"]["features"]
    return dict(feature)


def test_connection(bench: Workbench, live: LiveService) -> None:
    line = example("connection")
    bench.open(AREA, middle(line))
    bench.draw("connection", line)
    expect(bench.drawn).to_have_count(1)
    bench.wait_for_numbers()
    feature = kept(live, bench)
    assert feature["properties"]["kind"] == "connection"  # type: ignore[index]
    drawn = feature["geometry"]["coordinates"]  # type: ignore[index]
    assert len(drawn) == len(line)
    assert all(metres(a, b) < REACH_M for a, b in zip(drawn, line, strict=True))
    finding = bench.page.locator("[data-card=out] .finding")
    expect(finding).not_to_have_text("")
    # The rings where it joins stay on the map.
    assert bench.page.locator("path.join").count() >= 2


def test_joins_are_shown_before_the_last_click(bench: Workbench) -> None:
    line = example("connection")
    bench.open(AREA, middle(line))
    bench.tool("connection")
    bench.click(line[0])
    bench.page.mouse.move(*bench.at(line[-1]))
    expect(bench.page.locator("path.join-live").first).to_be_attached()
    expect(bench.page.locator(".hint-measure")).to_contain_text("til fods")


def test_crossing_a_railway_offers_a_bridge_on_the_spot(
    bench: Workbench, live: LiveService
) -> None:
    south = (12.2893, 55.6470)
    bench.open(AREA, (12.2893, 55.6500))
    bench.tool("connection")
    bench.click((12.2893, 55.6520))
    bench.click(south)
    offer = bench.page.get_by_role("button", name="Lav bro")
    offer.click()
    expect(offer).to_have_count(0)
    bench.page.keyboard.press("Enter")
    expect(bench.drawn).to_have_count(1)
    assert kept(live, bench)["properties"]["grade"] == "bridge"  # type: ignore[index]


def test_an_error_stands_where_it_happened(bench: Workbench) -> None:
    bench.open(AREA, (12.2893, 55.6500))
    bench.draw("connection", [(12.2893, 55.6520), (12.2893, 55.6470)])
    expect(bench.page.locator(".issue.is-error .issue-box")).to_be_visible()
    expect(bench.page.locator(".issues.is-error")).to_contain_text("Tallene venter")
    bench.page.locator(".issue-box").get_by_role("button", name="Lav tunnel").click()
    bench.wait_for_numbers()
    expect(bench.page.locator(".issue.is-error")).to_have_count(0)


def test_crossing(bench: Workbench, live: LiveService) -> None:
    place = middle(street_within(700, {"main", "local"}, 80))
    bench.open(AREA, place)
    bench.tool("crossing")
    bench.click(place)
    feature = kept(live, bench)
    assert feature["geometry"]["type"] == "Point"  # type: ignore[index]
    assert feature["properties"] == {"kind": "crossing", "control": "zebra", "delay_s": 3}


def test_closure_takes_something_away(bench: Workbench, live: LiveService) -> None:
    street = street_within(400, {"path"}, 40)
    bench.open(AREA, middle(street))
    bench.draw("closure", street)
    bench.wait_for_numbers()
    feature = kept(live, bench)
    assert feature["properties"]["kind"] == "closure"  # type: ignore[index]
    expect(bench.page.locator(".issues")).to_have_count(0)


def test_a_street_is_made_over(bench: Workbench, live: LiveService) -> None:
    street = street_within(400, {"path"}, 40)
    bench.open(AREA, middle(street))
    bench.draw("change", street)
    bench.wait_for_numbers()
    card = bench.page.locator(".side-card")
    card.get_by_label("Belægning").select_option("gravel")
    bench.wait_for_numbers()
    assert kept(live, bench)["properties"] == {"kind": "change", "lit": True, "surface": "gravel"}
    expect(bench.page.locator(".issues")).to_contain_text("m vej og sti")


@pytest.mark.parametrize("kind", ["facility", "housing"])
def test_point(bench: Workbench, live: LiveService, kind: str) -> None:
    bench.open(AREA, CENTRE)
    bench.tool(kind)
    bench.click(CENTRE)
    expect(bench.drawn).to_have_count(1)
    bench.wait_for_numbers()
    feature = kept(live, bench)
    assert feature["geometry"]["type"] == "Point"  # type: ignore[index]
    assert metres(feature["geometry"]["coordinates"], CENTRE) < REACH_M  # type: ignore[index]


def test_facility_removal(bench: Workbench, live: LiveService) -> None:
    facility, place = lonely_facility(900)
    bench.open(AREA, place)
    bench.tool("facility_removal")
    bench.click(place)
    expect(bench.drawn).to_have_count(1)
    bench.wait_for_numbers()
    assert kept(live, bench)["properties"]["facility_id"] == facility  # type: ignore[index]


@pytest.mark.parametrize("kind", ["demolition", "housing"])
def test_surface(bench: Workbench, live: LiveService, kind: str) -> None:
    ring = example("demolition")
    bench.open(AREA, CENTRE)
    bench.tool(kind)
    if kind == "housing":
        bench.page.get_by_role("radio", name="Flade").check()
    bench.draw_freely()
    for corner in ring:
        bench.click(corner)
    bench.page.keyboard.press("Enter")
    expect(bench.drawn).to_have_count(1)
    bench.wait_for_numbers()
    feature = kept(live, bench)
    assert feature["geometry"]["type"] == "Polygon"  # type: ignore[index]
    assert len(feature["geometry"]["coordinates"][0]) == len(ring) + 1  # type: ignore[index]


def test_a_form_changes_what_was_drawn(bench: Workbench, live: LiveService) -> None:
    bench.open(AREA, CENTRE)
    bench.tool("housing")
    bench.click(CENTRE)
    homes = bench.page.locator(".side-card").get_by_label("Boliger")
    homes.fill("80")
    homes.press("Tab")
    expect(bench.page.locator(".side-card")).to_contain_text("168 beboere")
    bench.wait_for_numbers()
    assert kept(live, bench)["properties"]["homes"] == 80  # type: ignore[index]


def test_a_point_of_a_line_is_dragged(bench: Workbench, live: LiveService) -> None:
    line = example("connection")
    bench.open(AREA, middle(line))
    bench.draw("connection", line)
    bench.wait_for_saved()
    start: Place = line[1]
    x, y = bench.at(start)
    bench.page.mouse.move(x, y)
    bench.page.mouse.down()
    bench.page.mouse.move(x + 6, y + 40, steps=4)
    bench.page.mouse.up()
    bench.wait_for_numbers()

    def where() -> Place:
        features = live.ask(f"/api/proposals/{bench.proposal_id()}")["interventions"]["features"]
        return tuple(features[0]["geometry"]["coordinates"][1])

    eventually(lambda: metres(where(), start) > 30)


def test_delete(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    bench.tool("facility")
    bench.click(CENTRE)
    expect(bench.drawn).to_have_count(1)
    bench.page.locator(".side-card").get_by_role("button", name="Slet").click()
    expect(bench.drawn).to_have_count(0)
