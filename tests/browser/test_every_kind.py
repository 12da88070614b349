"""Each kind, with the mouse and with the keyboard, at a desk and on a phone, in both languages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE, Place, layer, lonely_facility, middle, street_within
from tests.browser.shown_numbers import (
    assert_table_agrees,
    assessed,
    cost_kr,
    drawn_features,
    open_table,
    rough_kroner,
)
from tests.browser.workbench import Workbench
from tests.spatial.cases import THOROUGH

# Each language and each screen; when thorough, each language on each screen.
VISITS = (
    [("da", "desk"), ("en", "desk"), ("da", "phone"), ("en", "phone")]
    if THOROUGH
    else [("da", "desk"), ("en", "phone")]
)
STEP_PX = 20
"""The crosshair moves by this much."""


@dataclass(frozen=True)
class Drawn:
    """How a kind is drawn: where the map looks, and steps from there to each point."""

    kind: str
    key: str
    centre: Place
    steps: Sequence[tuple[int, int]]
    ends: bool
    """Whether it must be ended; a point and a thing that is pointed at are done by one click."""


def _home() -> Place:
    homes = [
        feature["geometry"]["coordinates"]
        for feature in layer("taastrup/homes")
        if feature["properties"]["area"] == AREA
    ]
    lon, lat = homes[0]
    return lon, lat


def _bus_stop() -> Place:
    (place, *_) = [
        feature["geometry"]["coordinates"]
        for feature in layer("taastrup/stops")
        if feature["properties"]["name"].startswith("Taastrupgårdsvej Midt")
    ]
    lon, lat = place
    return lon, lat


BUS_STOP = _bus_stop()
PATH = middle(street_within(400, {"path"}, 40))
DRAWINGS = (
    Drawn("connection", "1", CENTRE, ((-3, -1), (1, -1), (3, 1)), ends=True),
    Drawn(
        "crossing", "2", middle(street_within(700, {"main", "local"}, 80)), ((0, 0),), ends=False
    ),
    Drawn("closure", "3", PATH, ((0, 0),), ends=False),
    Drawn("facility", "4", CENTRE, ((0, 0),), ends=False),
    Drawn("facility_removal", "5", lonely_facility(900)[1], ((0, 0),), ends=False),
    Drawn("demolition", "6", _home(), ((0, 0),), ends=False),
    Drawn("housing", "7", CENTRE, ((0, 0),), ends=False),
    Drawn("change", "8", PATH, ((0, 0),), ends=False),
    Drawn("service", "9", CENTRE, ((-3, -1), (1, -1), (3, 1)), ends=True),
    Drawn("stop", "0", CENTRE, ((0, 0),), ends=False),
    Drawn("service_change", "l", BUS_STOP, ((0, 0),), ends=False),
)


@dataclass(frozen=True)
class Visit:
    """One reader: a screen and a language."""

    bench: Workbench
    language: str
    by_touch: bool


@pytest.fixture(
    scope="module",
    params=VISITS,
    ids="-".join,
)
def visit(request: Any, browser: Browser, live: LiveService) -> Iterator[Visit]:  # noqa: ANN401
    language, screen = request.param
    size = PHONE if screen == "phone" else DESK
    context = browser.new_context(
        viewport={"width": size["width"], "height": size["height"]},
        has_touch=screen == "phone",
        reduced_motion="reduce",
    )
    # The empty page between two drawings has no storage.
    context.add_init_script(
        "if (location.protocol.startsWith('http'))"
        f" localStorage.setItem('forbind.language', '{language}')"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield Visit(Workbench(page, live.address), language, screen == "phone")
    context.close()
    assert errors == []


@pytest.mark.parametrize("drawn", DRAWINGS, ids=lambda drawn: drawn.kind)
def test_drawn_by_hand_and_by_keys(visit: Visit, live: LiveService, drawn: Drawn) -> None:
    bench, page = visit.bench, visit.bench.page
    # A page of its own for each: what was drawn before is in another proposal.
    page.goto("about:blank")
    bench.open(AREA, drawn.centre)
    open_table(bench)
    _by_hand(visit, drawn)
    (by_hand,) = _checked(visit, live, drawn)
    page.locator("#map").focus()
    page.keyboard.press("Control+z")
    expect(bench.drawn).to_have_count(0)
    _by_keys(bench, drawn)
    (by_keys,) = _checked(visit, live, drawn)
    assert by_keys["properties"] == by_hand["properties"]
    assert by_keys["geometry"]["type"] == by_hand["geometry"]["type"]
    said = page.get_by_test_id("spoken").inner_text()
    assert said != ""


def _by_hand(visit: Visit, drawn: Drawn) -> None:
    page = visit.bench.page
    tool = page.locator(f".tool[data-tool={drawn.kind}]")
    box = page.locator("#map").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    if visit.by_touch:
        # A phone reads first; its tools come when they are asked for.
        name = {"da": "Tegn", "en": "Draw"}[visit.language]
        page.get_by_role("button", name=name, exact=True).tap()
        tool.tap()
    else:
        tool.click()
    for east, south in drawn.steps:
        place = (x + east * STEP_PX, y + south * STEP_PX)
        if visit.by_touch:
            page.touchscreen.tap(*place)
        else:
            page.mouse.move(*place)
            page.mouse.click(*place)
    if drawn.ends:
        page.locator(".hint-actions .is-main").click()


def _by_keys(bench: Workbench, drawn: Drawn) -> None:
    page = bench.page
    page.locator("#map").focus()
    page.keyboard.press(drawn.key)
    at = (0, 0)
    for east, south in drawn.steps:
        _press(bench, "ArrowRight" if east > at[0] else "ArrowLeft", abs(east - at[0]))
        _press(bench, "ArrowDown" if south > at[1] else "ArrowUp", abs(south - at[1]))
        page.keyboard.press("Space")
        at = (east, south)
    if drawn.ends:
        page.keyboard.press("Enter")


def _press(bench: Workbench, key: str, times: int) -> None:
    for _ in range(times):
        bench.page.keyboard.press(key)


def _checked(visit: Visit, live: LiveService, drawn: Drawn) -> list[dict[str, Any]]:
    """Compare every number on the screen with the service's, the price included."""
    bench = visit.bench
    expect(bench.drawn).to_have_count(1)
    bench.wait_for_numbers()
    features = drawn_features(bench)
    assert features[0]["properties"]["kind"] == drawn.kind
    assert_table_agrees(bench, assessed(live, AREA, features), visit.language)
    if bench.page.locator(".hint-bar").count():
        bench.page.keyboard.press("Escape")
    kr = cost_kr(live, AREA, features)
    if kr:
        shown = rough_kroner(kr, visit.language)
        expect(bench.page.locator(".side-card .measured")).to_contain_text(shown)
    return features
