"""The map may be coloured by any indicator that has a number for every street."""

import json
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE, example, middle
from tests.browser.workbench import Workbench, until_ready


@pytest.fixture
def per_street(live: LiveService) -> list[dict[str, Any]]:
    rows = live.ask("/api/indicators")["indicators"]
    return [row for row in rows if row["per_street"]]


def choose(bench: Workbench, indicator: str) -> None:
    bench.page.get_by_label("Kortet viser").select_option(indicator)
    until_ready(bench.page, "streets")


def flow_pixels(bench: Workbench) -> int:
    """Count what is drawn on the streets' own canvas."""
    drawn: int = bench.page.evaluate(
        """() => {
          const canvas = document.querySelector('.leaflet-flows-pane canvas');
          if (canvas === null) return 0;
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return data.filter((value, index) => index % 4 === 3 && value > 0).length;
        }"""
    )
    return drawn


def test_every_indicator_with_a_number_per_street_can_colour_the_map(
    bench: Workbench, per_street: list[dict[str, Any]]
) -> None:
    bench.open(AREA, CENTRE)
    options = bench.page.get_by_label("Kortet viser").locator("option")
    assert len(per_street) > 0
    # Homes, how far one gets, ways in, barriers, places and what leaves near home come first.
    expect(options).to_have_count(6 + len(per_street))
    for row in per_street:
        choose(bench, row["id"])
        expect(bench.page.locator(".legend-title")).to_contain_text(row["name_da"])
        expect(bench.page.get_by_test_id("facts")).to_contain_text("til fods")
        bench.page.wait_for_timeout(100)
        assert flow_pixels(bench) > 0
    bench.page.get_by_label("Kortet viser").select_option("homes")
    expect(bench.page.locator(".legend-title")).to_contain_text("Minutter til")
    bench.page.wait_for_timeout(100)
    assert flow_pixels(bench) == 0


def test_streets_tell_before_after_and_change(
    bench: Workbench, per_street: list[dict[str, Any]]
) -> None:
    line = example("connection")
    bench.open(AREA, middle(line))
    bench.draw("connection", line)
    bench.wait_for_numbers()
    choose(bench, per_street[0]["id"])
    legend = bench.page.locator(".legend")
    tells = legend.locator(".streets-legend .segments")
    expect(tells.get_by_role("radio", name="Ændring")).to_be_checked()
    expect(legend.locator(".street-classes")).to_contain_text("+")
    expect(legend.locator(".street-classes")).to_contain_text("−")
    tells.get_by_role("radio", name="Efter").check()
    expect(legend.locator(".street-classes")).not_to_contain_text("+")
    tells.get_by_role("radio", name="Ændring").check()
    bench.page.keyboard.down("b")
    expect(tells.get_by_role("radio", name="Før")).to_be_checked()
    bench.page.keyboard.up("b")
    expect(tells.get_by_role("radio", name="Ændring")).to_be_checked()


def test_the_streets_follow_the_mode_and_ask_for_no_homes(
    bench: Workbench, per_street: list[dict[str, Any]]
) -> None:
    bench.open(AREA, CENTRE)
    choose(bench, per_street[0]["id"])

    def asks_for_streets(request: Any) -> bool:  # noqa: ANN401 - Playwright's own request
        body = json.loads(request.post_data or "{}")
        return "streets" in body.get("detail", [])

    with bench.page.expect_request(asks_for_streets) as asked:
        bench.page.get_by_role("radio", name="På cykel").check()
    body = json.loads(asked.value.post_data or "{}")
    assert body["modes"] == ["bike"]
    assert body["detail"] == ["streets"]
    expect(bench.page.get_by_test_id("facts")).to_contain_text("på cykel")


def test_streets_that_cannot_be_worked_out_say_so(
    bench: Workbench, per_street: list[dict[str, Any]]
) -> None:
    bench.open(AREA, CENTRE)
    bench.page.route("**/api/assess", lambda route: route.abort())
    bench.page.get_by_label("Kortet viser").select_option(per_street[0]["id"])
    expect(bench.page.get_by_test_id("streets")).to_have_attribute("data-state", "away")
    bench.page.unroute("**/api/assess")
    bench.page.locator(".legend").get_by_role("button", name="Prøv igen").click()
    expect(bench.page.locator(".street-classes")).to_be_visible()
