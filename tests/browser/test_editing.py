"""What is drawn is split, copied, dragged and joined; what is there is pointed at and taken."""

import itertools
import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE, Place, example, layer, metres, middle, street_within
from tests.browser.shown_numbers import (
    assert_table_agrees,
    assessed,
    cost_kr,
    drawn_features,
    open_table,
    rough_kroner,
)
from tests.browser.test_layout import serious_findings
from tests.browser.workbench import Workbench

CLEAR_M = 20
"""Farther than the service joins by itself, so that a cut changes nothing."""
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def touch(browser: Browser, live: LiveService) -> Any:  # noqa: ANN401 - a fixture that yields
    """A tablet in the hand: fingers only."""
    context = browser.new_context(viewport={"width": 820, "height": 1180}, has_touch=True)
    page = context.new_page()
    yield Workbench(page, live.address)
    context.close()


def operation(bench: Workbench, name: str) -> Locator:
    return bench.page.locator(f".side-card [data-operation={name}]")


def clear_line(span: float = 0.0012) -> list[Place]:
    """Find a line near the area whose middle is far from every street."""
    streets = [feature["geometry"]["coordinates"] for feature in layer("taastrup/streets")]
    near = [line for line in streets if metres(tuple(line[0]), CENTRE) < 2_500]
    for step in range(200):
        east, north = step % 20 - 10, step // 20 - 5
        place = (CENTRE[0] + east * 0.0006, CENTRE[1] + north * 0.0006)
        if all(_away(place, line) > CLEAR_M for line in near):
            return [(place[0] - span / 2, place[1]), place, (place[0] + span / 2, place[1])]
    raise LookupError("no clear place")


def _away(place: Place, line: list[list[float]]) -> float:
    """Metres to a line, by points along it."""
    best = 1e9
    for a, b in itertools.pairwise(line):
        for part in range(11):
            along = tuple(a[axis] + (b[axis] - a[axis]) * part / 10 for axis in (0, 1))
            best = min(best, metres(place, along))
    return best


def times(answer: dict[str, Any]) -> list[Any]:
    return [
        value
        for column in answer["homes"]["values"]
        if column["indicator"] == "travel_time_nearest"
        for value in column["proposal"]
    ]


def test_a_line_is_split_by_a_click_and_no_number_changes(
    bench: Workbench, live: LiveService
) -> None:
    ends = clear_line()
    bench.open(AREA, ends[1])
    bench.draw("connection", [ends[0], ends[2]])
    bench.wait_for_numbers()
    (whole,) = drawn_features(bench)
    before = assessed(live, AREA, [whole], detail=["homes"])
    operation(bench, "split").click()
    halves = bench.page.get_by_test_id("cut-halves")
    bench.page.mouse.move(*bench.at(ends[1]))
    expect(halves).to_have_text(re.compile(r"^\d+ m \+ \d+ m$"))
    expect(bench.page.locator(".cut-note")).to_have_count(0)
    expect(bench.page.locator("path.cut-mark")).to_be_attached()
    bench.click(ends[1])
    expect(bench.drawn).to_have_count(2)
    expect(bench.page.get_by_test_id("spoken")).to_contain_text("Delt i")
    bench.wait_for_numbers()
    first, second = drawn_features(bench)
    assert first["id"] == whole["id"] != second["id"]
    assert first["properties"] == second["properties"] == whole["properties"]
    assert first["geometry"]["coordinates"][-1] == second["geometry"]["coordinates"][0]
    after = assessed(live, AREA, [first, second], detail=["homes"])
    # Each half is rounded to a millisecond of its own.
    for one, other in zip(times(before), times(after), strict=True):
        assert (one is None) == (other is None)
        assert one is None or abs(one - other) <= 2
    open_table(bench)
    assert_table_agrees(bench, before)
    assert cost_kr(live, AREA, [whole]) == pytest.approx(
        cost_kr(live, AREA, [first, second]), rel=1e-4
    )
    # One step back, and it is whole.
    bench.page.keyboard.press("Control+z")
    expect(bench.drawn).to_have_count(1)
    assert drawn_features(bench) == [whole]


def test_a_line_is_split_by_keys_at_a_place_and_at_a_point(bench: Workbench) -> None:
    line = example("connection")
    bench.open(AREA, middle(line))
    bench.draw("connection", line)
    bench.wait_for_numbers()
    page, spoken = bench.page, bench.page.get_by_test_id("spoken")
    page.locator("#map").focus()
    page.keyboard.press("x")
    expect(spoken).to_contain_text("Pile flytter snittet")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowLeft")
    expect(spoken).to_contain_text("før snittet")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("cut-halves")).to_have_count(0)
    expect(bench.drawn).to_have_count(1)
    # From the button the keys go on to the map.
    operation(bench, "split").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowUp")
    expect(spoken).to_contain_text("før snittet")
    page.keyboard.press("Escape")
    operation(bench, "move").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    expect(spoken).to_have_text("Flyttet 1 m mod øst")
    page.keyboard.press("Control+z")
    page.keyboard.press("Escape")
    # At a chosen point it is cut at once.
    page.keyboard.press("m")
    page.keyboard.press(".")
    page.keyboard.press(".")
    page.keyboard.press("x")
    expect(bench.drawn).to_have_count(2)
    first, second = drawn_features(bench)
    assert len(first["geometry"]["coordinates"]) == 2
    assert len(second["geometry"]["coordinates"]) == len(line) - 1
    # And joined again by the key beside.
    page.keyboard.press("c")
    expect(bench.drawn).to_have_count(1)
    expect(spoken).to_have_text("De to linjer er nu én")
    (joined,) = drawn_features(bench)
    assert len(joined["geometry"]["coordinates"]) == len(line)


def test_what_cannot_be_done_says_why(bench: Workbench) -> None:
    street = middle(street_within(700, {"main", "local"}, 80))
    bench.open(AREA, street)
    bench.tool("crossing")
    bench.click(street)
    expect(operation(bench, "delete")).to_be_visible()
    # A point is no line: there is nothing to split or join.
    expect(operation(bench, "split")).to_have_count(0)
    bench.page.keyboard.press("Escape")
    bench.draw("connection", [CENTRE, (CENTRE[0] + 0.0005, CENTRE[1])])
    joining = operation(bench, "join")
    expect(joining).to_have_attribute("aria-disabled", "true")
    # It answers to a click with the reason, though it is marked as not to be used.
    joining.click(force=True)
    expect(bench.page.locator(".operation-reason")).to_contain_text("Ingen linje af samme slags")
    expect(bench.page.get_by_test_id("spoken")).to_contain_text("Ingen linje af samme slags")
    expect(bench.page.locator(".card.is-old")).to_have_count(0)
    assert serious_findings(bench.page) == []


def test_a_closure_is_split_only_where_streets_meet(bench: Workbench) -> None:
    street = street_within(400, {"path"}, 40)
    bench.open(AREA, middle(street))
    bench.tool("closure")
    bench.click(middle(street))
    bench.page.keyboard.press("Enter")
    expect(bench.drawn).to_have_count(1)
    # From one junction to the next there is no place to cut.
    expect(operation(bench, "split")).to_have_attribute("aria-disabled", "true")
    bench.page.locator("#map").focus()
    bench.page.keyboard.press("x")
    expect(bench.page.get_by_test_id("spoken")).to_contain_text("hvor veje mødes")
    expect(bench.drawn).to_have_count(1)


def test_a_copy_is_made_by_key_and_by_button(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    bench.tool("housing")
    bench.click(CENTRE)
    expect(bench.drawn).to_have_count(1)
    bench.page.keyboard.press("Control+d")
    expect(bench.drawn).to_have_count(2)
    expect(bench.page.get_by_test_id("spoken")).to_have_text("Nye boliger er kopieret")
    operation(bench, "duplicate").click()
    expect(bench.drawn).to_have_count(3)
    features = drawn_features(bench)
    assert len({feature["id"] for feature in features}) == 3
    assert [feature["properties"] for feature in features] == [features[0]["properties"]] * 3
    places = [tuple(feature["geometry"]["coordinates"]) for feature in features]
    assert 20 < metres(places[0], places[1]) < 120
    bench.page.keyboard.press("Control+z")
    expect(bench.drawn).to_have_count(2)


def test_a_whole_line_is_dragged(bench: Workbench, live: LiveService) -> None:
    line = clear_line(span=0.0024)
    bench.open(AREA, line[1])
    line = [line[0], line[2]]
    bench.draw("connection", line)
    bench.wait_for_numbers()
    (before,) = drawn_features(bench)
    # A quarter along: at its ends and in the middle lie handles.
    x, y = bench.at((line[0][0] * 0.75 + line[1][0] * 0.25, line[0][1]))
    page = bench.page
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 10, y + 10, steps=3)
    page.mouse.move(x + 30, y - 40, steps=3)
    # Escape while the hand holds it puts it back.
    page.keyboard.press("Escape")
    page.mouse.up()
    assert drawn_features(bench) == [before]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 10, y + 10, steps=3)
    page.mouse.move(x + 30, y - 40, steps=3)
    page.mouse.up()
    expect(page.get_by_test_id("spoken")).to_have_text(re.compile(r"Flyttet \d+ m mod øst \d+ m"))
    bench.wait_for_numbers()
    (after,) = drawn_features(bench)
    moved = [
        (there[0] - here[0], there[1] - here[1])
        for here, there in zip(
            before["geometry"]["coordinates"], after["geometry"]["coordinates"], strict=True
        )
    ]
    assert all(east == pytest.approx(moved[0][0], abs=3e-7) for east, _ in moved)
    assert all(north == pytest.approx(moved[0][1], abs=3e-7) for _, north in moved)
    assert moved[0][0] > 0 < moved[0][1]
    open_table(bench)
    assert_table_agrees(bench, assessed(live, AREA, [after]))
    # The map lay still under the hand, and its points are handles again.
    expect(page.locator(".marker-icon:not(.marker-icon-middle)")).to_have_count(len(line))
    page.keyboard.press("Control+z")
    assert drawn_features(bench) == [before]


def test_a_surface_is_dragged_by_a_finger(touch: Workbench) -> None:
    touch.open(AREA, CENTRE)
    page = touch.page
    page.locator(".tool[data-tool=housing]").tap()
    page.locator("label:has(input[value=Polygon])").tap()
    for east, north in ((0, 0), (0.0012, 0), (0.0012, -0.0008), (0, -0.0008)):
        x, y = touch.at((CENTRE[0] + east, CENTRE[1] + north))
        page.touchscreen.tap(x, y)
    page.get_by_role("button", name="Færdig").tap()
    expect(touch.drawn).to_have_count(1)
    (before,) = drawn_features(touch)
    x, y = touch.at((CENTRE[0] + 0.0006, CENTRE[1] - 0.0003))
    hand = page.context.new_cdp_session(page)
    place = {"x": x, "y": y}
    hand.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [place]})
    for step in range(1, 6):
        place = {"x": x + 8 * step, "y": y}
        hand.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [place]})
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.get_by_test_id("spoken")).to_contain_text("Flyttet")
    (after,) = drawn_features(touch)
    ring, moved = (each["geometry"]["coordinates"][0] for each in (before, after))
    assert len(ring) == len(moved)
    assert 20 < metres(tuple(ring[0]), tuple(moved[0])) < 60
    # The map did not slide away below it.
    assert touch.page.evaluate("document.querySelector('.leaflet-map-pane').style.transform") in {
        "",
        "translate3d(0px, 0px, 0px)",
    }


def test_a_street_is_closed_by_pointing_at_it(bench: Workbench, live: LiveService) -> None:
    street = street_within(400, {"path"}, 40)
    bench.open(AREA, middle(street))
    page = bench.page
    bench.tool("closure")
    page.mouse.move(*bench.at(middle(street)))
    expect(page.locator("path.pick-street")).to_be_attached()
    expect(page.locator(".thing-tip")).to_have_text(re.compile(r"^.+ · \d+ m$"))
    expect(page.locator(".hint-measure")).to_have_text(
        re.compile(r"^.+ · \d+ m · ca\. 30\.000 kr\.$")
    )
    bench.click(middle(street))
    expect(bench.drawn).to_have_count(1)
    # The tool stays for the next street; the same one is not taken twice.
    expect(page.locator(".tool[data-tool=closure]")).to_have_attribute("aria-pressed", "true")
    bench.click(middle(street))
    expect(page.get_by_test_id("spoken")).to_have_text("Den er allerede taget")
    bench.wait_for_numbers()
    (feature,) = drawn_features(bench)
    assert feature["properties"]["kind"] == "closure"
    line = [tuple(place) for place in feature["geometry"]["coordinates"]]
    assert all(min(metres(end, place) for place in line) < 1 for end in street)
    open_table(bench)
    assert_table_agrees(bench, assessed(live, AREA, [feature]))
    page.get_by_role("button", name="Færdig (1)").click()
    expect(page.locator(".hint-bar")).to_have_count(0)
    expect(operation(bench, "split")).to_be_visible()


def test_streets_are_taken_by_keys_one_after_another(bench: Workbench) -> None:
    street = street_within(400, {"path"}, 40)
    bench.open(AREA, middle(street))
    page = bench.page
    page.locator("#map").focus()
    page.keyboard.press("8")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_test_id("spoken")).to_contain_text(re.compile(r" · \d+ m$"))
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("spoken")).to_have_text(re.compile(r" er taget\. 1 i alt\.$"))
    expect(bench.drawn).to_have_count(1)
    page.keyboard.press("Backspace")
    expect(page.get_by_test_id("spoken")).to_have_text("Den sidste er givet tilbage")
    expect(bench.drawn).to_have_count(0)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(bench.drawn).to_have_count(1)
    expect(page.locator(".side-card h2")).to_have_text("Ændret vej")


def test_a_street_card_closes_and_changes(bench: Workbench) -> None:
    street = street_within(400, {"path"}, 40)
    bench.open(AREA, middle(street))
    page = bench.page
    bench.click(middle(street))
    card = page.locator(".side-card")
    expect(card.locator("h2")).not_to_be_empty()
    expect(card).to_contain_text("Åben for")
    expect(page.locator("path.asked-street")).to_be_attached()
    expect(page.locator(".card.is-old")).to_have_count(0)
    assert serious_findings(page) == []
    operation(bench, "close").click()
    expect(bench.drawn).to_have_count(1)
    expect(card.locator("h2")).to_have_text("Lukket vej")
    page.keyboard.press("Escape")
    # By key from the crosshair.
    page.locator("#map").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_test_id("spoken")).to_contain_text("Ved sigtet:")


def homes_nearby() -> list[tuple[Place, float]]:
    found = [
        (tuple(feature["geometry"]["coordinates"]), feature["properties"]["residents"])
        for feature in layer("taastrup/homes")
        if feature["properties"]["area"] == AREA
    ]
    return sorted(found, key=lambda home: metres(home[0], CENTRE))


def test_homes_are_torn_down_by_pointing_at_them(bench: Workbench, live: LiveService) -> None:
    (home, residents), *_ = homes_nearby()
    bench.open(AREA, home)
    page = bench.page
    bench.tool("demolition")
    page.mouse.move(*bench.at(home))
    expect(page.locator("path.pick-block")).to_be_attached()
    expect(page.locator(".thing-tip")).to_contain_text(f"{residents} beboere væk")
    bench.click(home)
    expect(bench.drawn).to_have_count(1)
    (feature,) = drawn_features(bench)
    kr = cost_kr(live, AREA, [feature])
    assert kr == pytest.approx(residents / 2.1 * 250_000)
    expect(page.locator(".hint-measure")).to_contain_text(rough_kroner(kr))
    bench.wait_for_numbers()
    open_table(bench)
    assert_table_agrees(bench, assessed(live, AREA, [feature]))


def test_a_building_with_a_known_outline_is_picked(bench: Workbench) -> None:
    lon, lat = homes_nearby()[0][0]
    ring = [
        [lon + x, lat + y] for x, y in ((-1e-4, -5e-5), (2e-4, -5e-5), (2e-4, 1e-4), (-1e-4, 1e-4))
    ]
    building = {
        "type": "Feature",
        "id": "b1",
        "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
        "properties": {
            "place": "taastrup",
            "name": "Blok 7",
            "residents": None,
            "homes": None,
            "source": "x",
            "modelled": False,
        },
    }

    def one(route: Route) -> None:
        page = json.loads(route.fetch().text())
        page |= {"features": [building], "numberMatched": 1, "numberReturned": 1}
        route.fulfill(json=page)

    bench.page.route("**/api/buildings*", one)
    bench.open(AREA, (lon, lat))
    bench.tool("demolition")
    expect(bench.page.locator("path.pick-building")).to_be_attached()
    bench.click((lon + 1.5e-4, lat + 5e-5))
    expect(bench.page.get_by_test_id("spoken")).to_contain_text("Blok 7 er taget")
    (feature,) = drawn_features(bench)
    assert feature["geometry"] == building["geometry"]


def test_a_home_and_a_shop_are_taken_from_their_own_cards(bench: Workbench) -> None:
    home = homes_nearby()[0][0]
    bench.open(AREA, home)
    bench.click(home)
    operation(bench, "demolish").click()
    expect(bench.drawn).to_have_count(1)
    expect(bench.page.locator(".side-card h2")).to_have_text("Nedrivning")
    assert drawn_features(bench)[0]["properties"]["kind"] == "demolition"


def test_what_is_drawn_is_priced_as_the_service_prices_it(
    bench: Workbench, live: LiveService
) -> None:
    line = example("connection")
    bench.open(AREA, middle(line))
    page = bench.page
    bench.tool("connection")
    for place in line[:-1]:
        bench.click(place)
    bench.page.mouse.move(*bench.at(line[-1]))
    expect(page.locator(".hint-measure")).to_have_text(
        re.compile(r"m · .* til fods · .*ca\. .* kr\.")
    )
    bench.click(line[-1])
    page.keyboard.press("Enter")
    bench.wait_for_numbers()
    (path,) = drawn_features(bench)
    kr = cost_kr(live, AREA, [path])
    assert kr is not None
    expect(page.locator(".side-card")).to_contain_text(rough_kroner(kr))
    # A bridge costs more, at once.
    page.locator(".side-card").get_by_role("radio", name="Bro").check(force=True)
    bench.wait_for_numbers()
    (bridge,) = drawn_features(bench)
    dear = cost_kr(live, AREA, [bridge])
    assert dear is not None
    assert dear > kr
    expect(page.locator(".side-card")).to_contain_text(rough_kroner(dear))


def test_a_phone_shows_what_can_be_done_with_a_drawing(phone: Page, live: LiveService) -> None:
    bench = Workbench(phone, live.address)
    bench.open(AREA, CENTRE)
    phone.get_by_role("button", name="Tegn", exact=True).tap()
    phone.locator(".tool[data-tool=facility]").tap()
    box = phone.locator("#map").bounding_box()
    assert box is not None
    phone.touchscreen.tap(box["x"] + 280, box["y"] + 250)
    expect(bench.drawn).to_have_count(1)
    operation(bench, "duplicate").tap()
    expect(bench.drawn).to_have_count(2)
    operation(bench, "delete").tap()
    expect(bench.drawn).to_have_count(1)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    expect(phone.locator(".card.is-old")).to_have_count(0)
    assert serious_findings(phone) == []
