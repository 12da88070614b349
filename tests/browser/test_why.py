"""A home tells why its way changes, with both ways drawn."""

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA, Place, example, metres, middle
from tests.browser.workbench import Workbench

CLEAR_M = 50


def drawing(line: list[Place]) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": "path",
                "geometry": {"type": "LineString", "coordinates": line},
                "properties": {"kind": "connection", "modes": ["walk", "bike"]},
            }
        ],
    }


def clear_of(line: list[Place], place: Place) -> bool:
    """Tell whether a place is far enough from a line for a click to miss the line."""
    parts = [
        (start[0] + (end[0] - start[0]) * step / 20, start[1] + (end[1] - start[1]) * step / 20)
        for start, end in pairwise(line)
        for step in range(21)
    ]
    return min(metres(part, place) for part in parts) > CLEAR_M


@pytest.fixture
def gainer(live: LiveService) -> Place:
    """Give where the home stands that gains most on the way to a station.

    It stands clear of the drawn line, so that a click means the home.
    """
    asked = {
        "area": AREA,
        "interventions": drawing(example("connection")),
        "indicators": ["travel_time_nearest"],
        "detail": ["homes"],
    }
    homes = live.ask("/api/assess", asked)["homes"]
    (times,) = [
        column
        for column in homes["values"]
        if (column["mode"], column["category"]) == ("walk", "station")
    ]
    places = list(zip(homes["lon"], homes["lat"], strict=True))
    counted = [
        inside and clear_of(example("connection"), place)
        for inside, place in zip(homes["in_area"], places, strict=True)
    ]
    saved = [
        (before - after if counts else 0, index)
        for index, (counts, before, after) in enumerate(
            zip(counted, times["baseline"], times["proposal"], strict=True)
        )
    ]
    return places[max(saved)[1]]


def minutes(time_ms: int) -> str:
    said = time_ms / 60_000
    return f"{said:.{1 if said < 10 else 0}f} min".replace(".", ",")


def test_a_home_tells_why_with_both_ways(bench: Workbench, gainer: Place) -> None:
    line = example("connection")
    bench.open(AREA, middle(line), more="&category=station")
    bench.draw("connection", line)
    bench.wait_for_numbers()
    bench.page.keyboard.press("Escape")
    with bench.page.expect_response("**/api/why") as given:
        bench.click(gainer)
    story = given.value.json()
    why = bench.page.get_by_test_id("why")
    expect(why).to_contain_text("fordi turen går ad “Sti”")
    expect(why).to_contain_text(f"Før: {minutes(story['baseline']['route']['time_ms'])}")
    expect(why).to_contain_text(f"Efter: {minutes(story['proposal']['route']['time_ms'])}")
    expect(why).to_contain_text(story["proposal"]["facility"]["name"])
    expect(bench.page.locator("path.route-before")).to_have_count(1)
    expect(bench.page.locator("path.route-after")).to_have_count(1)
    bench.page.keyboard.down("b")
    expect(bench.page.locator("path.route-after")).to_have_count(0)
    bench.page.keyboard.up("b")
    bench.page.keyboard.press("Escape")
    expect(bench.page.locator("path.route-before")).to_have_count(0)


def test_a_way_that_does_not_change_is_told_once(bench: Workbench, live: LiveService) -> None:
    homes = live.ask(f"/api/homes?area={AREA}&limit=10000")["features"]
    home = next(row for row in homes if row["properties"]["area"] == AREA)
    bench.open(AREA, home["geometry"]["coordinates"])
    bench.click(home["geometry"]["coordinates"])
    why = bench.page.get_by_test_id("why")
    expect(why).to_contain_text("Det tegnede ændrer ikke vejen.")
    expect(why).to_contain_text("I dag:")
    expect(bench.page.locator("path.route-after")).to_have_count(0)
    bench.page.locator(".side-card").get_by_role("button", name="Dagligvarer").click()
    expect(why).to_contain_text("Vejen til en dagligvarebutik")


def test_a_way_that_cannot_be_found_says_so(bench: Workbench, live: LiveService) -> None:
    homes = live.ask(f"/api/homes?area={AREA}&limit=10000")["features"]
    home = next(row for row in homes if row["properties"]["area"] == AREA)
    bench.open(AREA, home["geometry"]["coordinates"])
    bench.page.route("**/api/why", lambda route: route.abort())
    bench.click(home["geometry"]["coordinates"])
    expect(bench.page.locator(".why")).to_have_text("Vejen kunne ikke findes frem.")
    expect(bench.page.locator(".side-card table")).to_be_visible()
