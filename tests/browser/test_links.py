"""A link shows whoever opens it the same map, and speaks up where it cannot."""

import re

from playwright.sync_api import expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE
from tests.browser.test_tour import begin, own_proposals
from tests.browser.workbench import Workbench, until_ready


def test_the_layer_and_its_point_are_in_the_link(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    page = bench.page
    chooser = page.get_by_label("Kortet viser")
    assert "layer=" not in bench.hash_parts()
    chooser.select_option("boundary")
    page.wait_for_function("location.hash.includes('layer=boundary')")
    chooser.select_option("reach")
    bench.click(CENTRE)
    page.wait_for_function("location.hash.includes('reach=from/')")
    link = page.url
    with page.context.new_page() as other:
        with other.expect_request("**/api/isochrone?*"):
            other.goto(link)
        expect(other.get_by_label("Kortet viser")).to_have_value("reach")
        until_ready(other, "reach")
        assert other.url == link


def test_a_layer_that_is_not_here_is_told_and_the_homes_are_shown(bench: Workbench) -> None:
    bench.open(AREA, CENTRE, more="&layer=moonlight")
    expect(bench.page.locator(".notice")).to_contain_text("»moonlight«")
    expect(bench.page.get_by_label("Kortet viser")).to_have_value("homes")
    assert "layer=" not in bench.hash_parts()


def test_what_is_only_tried_out_is_not_commented_on(bench: Workbench, live: LiveService) -> None:
    begin(bench)
    page = bench.page
    kept = own_proposals(live)
    page.get_by_role("tab", name=re.compile("Kommentarer")).click()
    expect(page.locator(".comments")).to_contain_text("gemt ingen steder")
    expect(page.locator(".write-button")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator(".write-button")).to_be_visible()
    assert own_proposals(live) == kept


def test_every_word_of_a_chart_is_inside_its_card(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    charts = bench.page.locator(".card .chart")
    expect(charts).not_to_have_count(0)
    outside = bench.page.evaluate(
        """() => [...document.querySelectorAll('.card .chart text')].filter(text => {
             const card = text.closest('.card').getBoundingClientRect();
             const box = text.getBoundingClientRect();
             return box.left < card.left || box.right > card.right;
           }).map(text => text.textContent)"""
    )
    assert outside == []
