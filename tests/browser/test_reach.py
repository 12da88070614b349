"""How far one gets from a point: asked by a click, told in rings, before and after."""

import json
import re

from playwright.sync_api import expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE, example, middle
from tests.browser.workbench import Workbench, until_ready


def choose(bench: Workbench) -> None:
    bench.page.get_by_label("Kortet viser").select_option("reach")


def wait_for_rings(bench: Workbench) -> None:
    until_ready(bench.page, "reach")


def hectares(area_m2: float) -> str:
    if area_m2 >= 1e6:
        return f"{area_m2 / 1e6:.1f} km²".replace(".", ",")
    return f"{area_m2 / 1e4:.{1 if area_m2 < 1e5 else 0}f} ha".replace(".", ",")


def test_a_click_tells_how_far_one_gets(bench: Workbench, live: LiveService) -> None:
    bench.open(AREA, CENTRE)
    choose(bench)
    expect(bench.page.get_by_test_id("reach")).to_contain_text("Klik på kortet")
    with bench.page.expect_request("**/api/isochrone?*") as asked:
        bench.click(CENTRE)
    wait_for_rings(bench)
    rings = live.ask(asked.value.url.removeprefix(live.address))["features"]
    for ring in rings:
        minutes, area_m2 = ring["properties"]["minutes"], ring["properties"]["area_m2"]
        expect(bench.page.get_by_test_id("reach")).to_contain_text(
            f"{minutes} min: {hectares(area_m2)}"
        )
    expect(bench.page.locator("path.reach-mark")).to_be_attached()


def test_what_is_drawn_changes_how_far_one_gets(bench: Workbench) -> None:
    line = example("connection")
    bench.open(AREA, middle(line))
    bench.draw("connection", line)
    bench.wait_for_numbers()
    bench.page.keyboard.press("Escape")
    choose(bench)
    with bench.page.expect_request(
        lambda request: request.url.endswith("/api/isochrone") and request.method == "POST"
    ) as asked:
        bench.click((line[0][0], line[0][1] + 0.0006))
    body = json.loads(asked.value.post_data or "{}")
    assert len(body["interventions"]["features"]) == 1
    wait_for_rings(bench)
    expect(bench.page.get_by_test_id("reach")).to_contain_text("grænsen før")
    expect(bench.page.get_by_test_id("reach").locator("b.is-gain").first).to_be_visible()


def test_the_other_direction_and_the_other_mode_are_one_click_away(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    choose(bench)
    bench.click(CENTRE)
    wait_for_rings(bench)
    with bench.page.expect_request(re.compile("direction=to")):
        bench.page.get_by_role("radio", name="Hertil").check()
    with bench.page.expect_request(re.compile("mode=bike")):
        bench.page.get_by_role("radio", name="På cykel").check()
    expect(bench.page.locator(".legend-title")).to_have_text("Herfra når man hertil, på cykel")


def test_it_is_asked_by_keyboard_and_from_a_place(bench: Workbench, live: LiveService) -> None:
    bench.open(AREA, CENTRE)
    choose(bench)
    bench.page.locator("#map").focus()
    bench.page.keyboard.press("ArrowRight")
    with bench.page.expect_request("**/api/isochrone?*"):
        bench.page.keyboard.press("Enter")
    wait_for_rings(bench)
    bench.page.get_by_label("Kortet viser").select_option("homes")
    expect(bench.page.locator("path.reach-mark")).to_have_count(0)
    homes = live.ask(f"/api/homes?area={AREA}&limit=10000")["features"]
    home = next(row for row in homes if row["properties"]["area"] == AREA)
    bench.open(AREA, home["geometry"]["coordinates"])
    bench.page.reload()
    bench.wait_for_numbers()
    bench.click(home["geometry"]["coordinates"])
    bench.page.get_by_role("button", name="Hvor langt når man herfra?").click()
    wait_for_rings(bench)


def test_a_point_without_data_is_answered_where_it_was_asked(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    choose(bench)
    bench.page.route(
        "**/api/isochrone?*",
        lambda route: route.fulfill(
            status=422,
            json={
                "title": "Nej",
                "status": 422,
                "errors": [{"message": "Punktet ligger udenfor."}],
            },
        ),
    )
    bench.click(CENTRE)
    expect(bench.page.get_by_test_id("reach").get_by_role("alert")).to_contain_text(
        "Punktet ligger udenfor."
    )
