"""A tablet on the table: everything is drawn, reshaped and undone with a finger."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.live_service import LiveService, eventually
from tests.browser.places import AREA, CENTRE, example, metres, middle
from tests.browser.visits import serious_findings, small_targets, visit
from tests.browser.workbench import Place, Workbench

THUMB_PX = 44
# Of the example's path, what fits on the map beside the tools.
PATH = example("connection")[1:]
BESIDE = (middle(PATH)[0] - 0.00075, middle(PATH)[1])


@pytest.fixture
def slate(browser: Browser) -> Iterator[Page]:
    with visit(browser, 820, 1180, has_touch=True, is_mobile=True) as page:
        yield page


def tap(page: Page, bench: Workbench, place: Place) -> None:
    page.touchscreen.tap(*bench.at(place))


def opened(page: Page, live: LiveService, centre: Place) -> Workbench:
    bench = Workbench(page, live.address)
    bench.open(AREA, centre)
    return bench


def kept(live: LiveService, bench: Workbench) -> list[dict[str, Any]]:
    answer = live.ask(f"/api/proposals/{bench.proposal_id()}")
    rows: list[dict[str, Any]] = answer["interventions"]["features"]
    return rows


def test_a_path_is_drawn_by_touch(slate: Page, live: LiveService) -> None:
    line = PATH
    bench = opened(slate, live, BESIDE)
    slate.locator(".tool[data-tool=connection]").tap()
    for place in line:
        tap(slate, bench, place)
    slate.locator(".hint-bar").get_by_role("button", name="Færdig").tap()
    expect(bench.drawn).to_have_count(1)
    bench.wait_for_numbers()
    bench.wait_for_saved()
    (feature,) = kept(live, bench)
    drawn = feature["geometry"]["coordinates"]
    assert len(drawn) == len(line)
    assert all(metres(a, b) < 25 for a, b in zip(drawn, line, strict=True))


def test_a_wrong_tap_is_taken_back_within_reach_of_the_thumb(
    slate: Page, live: LiveService
) -> None:
    line = PATH
    bench = opened(slate, live, BESIDE)
    slate.locator(".tool[data-tool=connection]").tap()
    tap(slate, bench, line[0])
    tap(slate, bench, (line[0][0], line[0][1] + 0.001))
    remove = slate.locator(".hint-bar").get_by_role("button", name="Fjern sidste punkt")
    finish = slate.locator(".hint-bar").get_by_role("button", name="Færdig")
    for button in (remove, finish):
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= THUMB_PX
        assert box["y"] > 1180 * 0.6
    remove.tap()
    tap(slate, bench, line[-1])
    finish.tap()
    bench.wait_for_saved()
    (feature,) = kept(live, bench)
    assert len(feature["geometry"]["coordinates"]) == 2
    slate.locator(".tool[data-tool=undo]").tap()
    expect(bench.drawn).to_have_count(0)
    slate.locator(".tool[data-tool=redo]").tap()
    expect(bench.drawn).to_have_count(1)


def test_a_surface_and_a_point_by_touch(slate: Page, live: LiveService) -> None:
    bench = opened(slate, live, CENTRE)
    slate.locator(".tool[data-tool=demolition]").tap()
    bench.draw_freely()
    ring = example("demolition")
    for corner in ring:
        tap(slate, bench, corner)
    slate.locator(".hint-bar").get_by_role("button", name="Færdig").tap()
    expect(bench.drawn).to_have_count(1)
    slate.locator(".side-card").get_by_role("button", name="Luk").tap()
    slate.locator(".tool[data-tool=facility]").tap()
    tap(slate, bench, (CENTRE[0], CENTRE[1] - 0.002))
    expect(bench.drawn).to_have_count(2)
    bench.wait_for_numbers()
    bench.wait_for_saved()
    eventually(lambda: len(kept(live, bench)) == 2)
    surface = kept(live, bench)[0]["geometry"]
    assert surface["type"] == "Polygon"
    assert len(surface["coordinates"][0]) == len(ring) + 1


def test_a_drawn_point_of_a_line_is_dragged_by_touch(slate: Page, live: LiveService) -> None:
    line = PATH
    bench = opened(slate, live, BESIDE)
    slate.locator(".tool[data-tool=connection]").tap()
    for place in line:
        tap(slate, bench, place)
    slate.locator(".hint-bar").get_by_role("button", name="Færdig").tap()
    bench.wait_for_saved()
    x, y = bench.at(line[1])
    session = slate.context.new_cdp_session(slate)
    for kind, dy in (("touchStart", 0), ("touchMove", 15), ("touchMove", 40), ("touchEnd", 40)):
        points = [] if kind == "touchEnd" else [{"x": x, "y": y + dy}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        slate.wait_for_timeout(60)

    def moved() -> bool:
        (feature,) = kept(live, bench)
        return metres(feature["geometry"]["coordinates"][1], line[1]) > 20

    eventually(moved)


def test_a_tablet_is_for_fingers(slate: Page, live: LiveService) -> None:
    bench = opened(slate, live, CENTRE)
    assert small_targets(slate, THUMB_PX) == []
    slate.locator(".tool[data-tool=housing]").tap()
    tap(slate, bench, CENTRE)
    expect(bench.drawn).to_have_count(1)
    assert small_targets(slate, THUMB_PX) == []
    assert serious_findings(slate) == []
    assert slate.evaluate("document.documentElement.scrollWidth <= innerWidth")
