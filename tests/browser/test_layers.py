"""Each layer of the map shows what the service says, and a click tells it in words."""

import json
import math
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE, Place, example, layer, metres, middle
from tests.browser.test_layout import serious_findings
from tests.browser.workbench import READY_MS, Workbench, until_ready

EMPTY = {"type": "FeatureCollection", "features": []}


def choose(bench: Workbench, theme: str) -> None:
    bench.page.get_by_label("Kortet viser").select_option(theme)
    until_ready(bench.page, theme)


def open_table(bench: Workbench) -> None:
    bench.page.locator(".legend-table > summary").first.click()


def danish(value: float, digits: int = 0) -> str:
    return f"{value:,.{digits}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def length(value_m: float) -> str:
    """Write a length as a Dane reads it, halves away from zero."""
    if value_m < 1000:
        return f"{danish(math.floor(value_m + 0.5))} m"
    return f"{danish(value_m / 1000, 1)} km"


def assessed(live: LiveService, detail: str, drawn: object = EMPTY, **more: object) -> Any:  # noqa: ANN401
    body = {
        "area": AREA,
        "interventions": drawn,
        "modes": ["walk"],
        "indicators": ["boundary_entrances", "entrance_gap", "severance"],
        "detail": [detail],
        **more,
    }
    return live.ask("/api/assess", body)


def number(answer: Any, identity: str, variant: str | None, side: str = "baseline") -> float:  # noqa: ANN401
    (row,) = [
        row for row in answer["indicators"] if (row["id"], row["variant"]) == (identity, variant)
    ]
    value: float = row[side]
    return value


def drawing_of(bench: Workbench, live: LiveService) -> Any:  # noqa: ANN401 - GeoJSON
    bench.wait_for_saved()
    return live.ask(f"/api/proposals/{bench.proposal_id()}")["interventions"]


def draw_the_example(bench: Workbench) -> list[Place]:
    line = example("connection")
    bench.open(AREA, middle(line))
    bench.draw("connection", line)
    bench.wait_for_numbers()
    bench.page.keyboard.press("Escape")
    return line


def test_the_boundary_shows_every_way_in_and_the_longest_stretch(
    bench: Workbench, live: LiveService
) -> None:
    answer = assessed(live, "boundary")
    (told,) = answer["boundary"]
    bench.open(AREA, CENTRE)
    choose(bench, "boundary")
    legend = bench.page.get_by_test_id("boundary")
    ways = sum(len(ring["ways"]) for ring in told["rings"])
    expect(bench.page.locator(".way-mark.is-kept")).to_have_count(ways)
    gaps = [gap["length_m"] for ring in told["rings"] for gap in ring["baseline"]]
    longest = number(answer, "entrance_gap", "longest")
    assert longest == max(gaps)
    expect(bench.page.locator(".edge-label")).to_have_text(length(longest))
    expect(bench.page.locator("path.gap-fence")).to_have_count(sum(1 for gap in gaps if gap > 120))
    open_table(bench)
    table = legend.locator("table")
    expect(table).to_contain_text(length(longest))
    expect(table).to_contain_text(length(number(answer, "entrance_gap", "median")))
    expect(table).to_contain_text(danish(number(answer, "boundary_entrances", None), 1))
    expect(table.get_by_role("columnheader", name="Efter")).to_have_count(0)


def test_a_new_way_in_is_marked_and_gone_while_before_is_held(
    bench: Workbench, live: LiveService
) -> None:
    line = draw_the_example(bench)
    told = assessed(live, "boundary", drawing_of(bench, live))["boundary"][0]
    fresh = [way for ring in told["rings"] for way in ring["ways"] if way["state"] == "new"]
    assert fresh
    choose(bench, "boundary")
    new = bench.page.locator(".way-mark.is-new")
    expect(new).to_have_count(len(fresh))
    expect(bench.page.get_by_test_id("boundary")).to_contain_text("ny vej ind")
    open_table(bench)
    headers = bench.page.get_by_test_id("boundary").get_by_role("columnheader", name="Efter")
    expect(headers).to_be_visible()
    bench.page.keyboard.down("b")
    expect(new).to_have_count(0)
    bench.page.keyboard.up("b")
    expect(new).to_have_count(len(fresh))
    # Clear of the legend: the map is moved until the new way in is where the line was.
    here = (fresh[0]["lon"], fresh[0]["lat"])
    middle_x, middle_y = bench.at(middle(line))
    x, y = bench.at(here)
    bench.page.mouse.move(x, y - 200)
    bench.page.mouse.down()
    bench.page.mouse.move(middle_x, middle_y - 200, steps=8)
    # Held still before it is let go: the map does not glide on.
    bench.page.wait_for_timeout(300)
    bench.page.mouse.up()
    bench.page.wait_for_timeout(600)
    bench.page.mouse.move(middle_x, middle_y)
    expect(bench.page.locator(".thing-tip")).to_have_text("Her kommer en ny vej ind i området.")


def test_bikes_have_their_own_ways_in(bench: Workbench, live: LiveService) -> None:
    bench.open(AREA, CENTRE)
    choose(bench, "boundary")
    bench.page.get_by_role("radio", name="På cykel").check()
    told = assessed(live, "boundary", modes=["bike"])["boundary"][0]
    expect(bench.page.locator(".way-mark")).to_have_count(
        sum(len(ring["ways"]) for ring in told["rings"])
    )
    expect(bench.page.get_by_test_id("facts")).to_contain_text("på cykel")


def test_barriers_tell_how_far_it_is_to_the_other_side(bench: Workbench, live: LiveService) -> None:
    answer = assessed(live, "severance")
    told = answer["severance"]
    places = list(zip(told["lon"], told["lat"], strict=True))
    row = min(range(len(places)), key=lambda k: metres(places[k], CENTRE))
    bench.open(AREA, places[row])
    choose(bench, "severance")
    expect(bench.page.locator("path.detour-dot")).to_have_count(len(places))
    legend = bench.page.get_by_test_id("severance")
    open_table(bench)
    for variant in ("mean", "max"):
        said = f"{danish(number(answer, 'severance', variant), 1)} gange"
        expect(legend.locator("table")).to_contain_text(said)
    with bench.page.expect_response("**/api/route") as given:
        bench.click(places[row])
    walk_m, straight_m = told["baseline_m"][row], told["straight_m"][row]
    walk = f"over {length(5000)}" if walk_m >= 5000 else length(walk_m)
    mark = bench.page.get_by_test_id("mark")
    expect(mark).to_contain_text(
        f"Herfra er der {walk} til den anden side, {length(straight_m)} væk."
    )
    route = given.value.json()["baseline"]
    # The way that is drawn is the walk that is told.
    if walk_m < 5000:
        assert route["time_ms"] == pytest.approx(walk_m * 750, abs=1)
    expect(bench.page.locator("path.route-before")).to_have_count(1)
    bench.page.keyboard.press("Escape")
    expect(bench.page.locator("path.route-before")).to_have_count(0)


def test_a_path_shortens_the_way_across(bench: Workbench, live: LiveService) -> None:
    draw_the_example(bench)
    told = assessed(live, "severance", drawing_of(bench, live))["severance"]
    pairs = list(zip(told["baseline_m"], told["proposal_m"], strict=True))
    shorter = sum(1 for before, after in pairs if before - after >= 1)
    assert shorter > 0
    choose(bench, "severance")
    expect(bench.page.locator("path.detour-dot.is-shorter")).to_have_count(shorter)
    expect(bench.page.get_by_test_id("severance")).to_contain_text("turen bliver kortere")
    bench.page.keyboard.down("b")
    expect(bench.page.locator("path.detour-dot.is-shorter")).to_have_count(0)
    bench.page.keyboard.up("b")


def test_homes_tell_what_leaves_near_them(bench: Workbench, live: LiveService) -> None:
    body = {
        "area": AREA,
        "interventions": EMPTY,
        "modes": ["walk"],
        "indicators": ["transit_service_class", "departures_near"],
    }
    told = live.ask("/api/assess", body)
    bench.open(AREA, CENTRE)
    choose(bench, "service")
    open_table(bench)
    table = bench.page.get_by_test_id("service").locator(".legend-table").first
    rows = table.locator("tbody tr")
    low = number(told, "transit_service_class", "low")
    assert low > 0
    mean = number(told, "departures_near", None)
    expect(rows).to_have_count(5)
    expect(rows.nth(0)).to_contain_text(f"mindst lav{danish(100 * low, 1)}\N{NO-BREAK SPACE}%")
    expect(rows.nth(4)).to_contain_text(danish(mean, 1))
    assert serious_findings(bench.page) == []
    # The link holds what the map speaks of.
    bench.page.reload()
    expect(bench.page.get_by_test_id("service")).to_have_attribute("data-state", "ready")


def test_a_bridge_brings_a_stop_near_and_the_map_says_for_whom(
    bench: Workbench, live: LiveService
) -> None:
    draw_the_example(bench)
    body = {
        "area": AREA,
        "interventions": drawing_of(bench, live),
        "modes": ["walk"],
        "indicators": ["departures_near"],
        "home_indicators": ["departures_near"],
        "detail": ["homes"],
    }
    (column,) = live.ask("/api/assess", body)["homes"]["values"]

    def step(an_hour: float) -> int:
        return (an_hour > 0) + (an_hour >= 4) + (an_hour >= 10)

    pairs = list(zip(column["baseline"], column["proposal"], strict=True))
    better = any(step(after) > step(before) for before, after in pairs)
    choose(bench, "service")
    expect(bench.page.locator(".service-key.is-better")).to_have_count(int(better))
    expect(bench.page.locator(".service-key.is-worse")).to_have_count(0)


def moved_street(live: LiveService, drawn: Any) -> tuple[str, Place, Any]:  # noqa: ANN401
    """The street whose trips change most of those that a click cannot miss."""
    body = {
        "area": AREA,
        "interventions": drawn,
        "modes": ["walk"],
        "indicators": ["edge_flow"],
        "detail": ["streets"],
    }
    streets = live.ask("/api/assess", body)["streets"]
    (column,) = streets["values"]
    before, after = column["baseline"], column["proposal"]
    lines = {row["id"]: row["geometry"]["coordinates"] for row in layer("taastrup/streets")}
    small = [
        tuple(row["geometry"]["coordinates"])
        for name in ("facilities", "stops", "homes")
        for row in layer(f"taastrup/{name}")
    ] + [tuple(place) for feature in drawn["features"] for place in dense(feature)]
    by_change = sorted(
        range(len(before)), key=lambda k: -abs((after[k] or 0.0) - (before[k] or 0.0))
    )
    for row in by_change:
        line = lines[streets["ids"][row]]
        here = middle([tuple(line[0]), tuple(line[-1])])
        clear = min(metres(here, place) for place in small) > 30
        if len(line) == 2 and metres(tuple(line[0]), tuple(line[-1])) > 30 and clear:
            return str(streets["ids"][row]), here, (before[row], after[row])
    raise LookupError("street")


def dense(feature: Any) -> list[Place]:  # noqa: ANN401 - GeoJSON
    """Places along a drawn line, close together."""
    line = feature["geometry"]["coordinates"]
    return [
        (a[0] + (b[0] - a[0]) * step / 10, a[1] + (b[1] - a[1]) * step / 10)
        for a, b in pairwise(line)
        for step in range(11)
    ]


def test_a_street_tells_which_trips_moved(bench: Workbench, live: LiveService) -> None:
    draw_the_example(bench)
    drawn = drawing_of(bench, live)
    street, here, (before, after) = moved_street(live, drawn)
    told = live.ask("/api/why-street", {"area": AREA, "interventions": drawn, "street": street})
    bench.open(AREA, here, more=f"&proposal={bench.proposal_id()}")
    bench.page.reload()
    bench.wait_for_numbers()
    choose_streets(bench)
    bench.click(here)
    why = bench.page.get_by_test_id("street-why")
    until_ready(bench.page, "street-why")
    first = told["flows"][0]
    for number in (before, after):
        if math.floor(number + 0.5):
            expect(why.locator("p").first).to_contain_text(danish(math.floor(number + 0.5)))
    more = "flere" if first["change"] > 0 else "færre"
    size = danish(math.floor(abs(first["change"]) + 0.5))
    expect(why.locator(".flow-list li").first).to_contain_text(
        f"{first['facility']['name']}: {size} {more} tur"
    )
    expect(why.locator(".flow-list > li")).to_have_count(len(told["flows"]))
    expect(bench.page.locator("path.route-before")).to_have_count(1)
    second = why.locator(".flow-list li").nth(1)
    shown = bench.page.locator("path.route-before").get_attribute("d")
    second.get_by_role("button").click()
    expect(second.locator(".flow-example")).to_be_visible()
    expect(why.locator(".flow-example")).to_have_count(1)
    assert shown
    bench.page.keyboard.press("Escape")
    expect(why).to_have_count(0)
    expect(bench.page.locator("path.route-before")).to_have_count(0)


def choose_streets(bench: Workbench) -> None:
    bench.page.get_by_label("Kortet viser").select_option("edge_flow")
    until_ready(bench.page, "streets")


def test_a_drawn_path_tells_who_will_use_it(bench: Workbench, live: LiveService) -> None:
    draw_the_example(bench)
    drawn = drawing_of(bench, live)
    choose_streets(bench)
    bench.page.locator(".changes li button").first.click()
    identity = drawn["features"][0]["id"]
    told = live.ask("/api/why-street", {"area": AREA, "interventions": drawn, "street": identity})
    why = bench.page.get_by_test_id("street-why")
    trips = danish(math.floor(told["proposal"] + 0.5))
    expect(why).to_contain_text(f"Her kommer {trips} ture.", timeout=READY_MS)
    name = told["flows"][0]["facility"]["name"]
    expect(why.locator(".flow-list li").first).to_contain_text(name)


def school(live: LiveService) -> tuple[str, Place]:
    """A school near the area that nothing else is drawn on top of."""
    rows = live.ask(f"/api/facilities?area={AREA}&limit=10000")["features"]
    stops = [tuple(row["geometry"]["coordinates"]) for row in layer("taastrup/stops")]
    found = []
    for row in rows:
        here: Place = tuple(row["geometry"]["coordinates"])
        others = [
            metres(here, tuple(other["geometry"]["coordinates"]))
            for other in rows
            if other["id"] != row["id"]
        ] + [metres(here, stop) for stop in stops]
        if row["properties"]["category"] == "school" and min(others) > 50:
            found.append((metres(here, CENTRE), row["id"], here))
    _, identity, here = min(found)
    return identity, here


def served(page: Page) -> list[list[str]]:
    return [
        [cell.inner_text() for cell in row.locator("td").all()]
        for row in page.get_by_test_id("served-note").locator("tbody tr").all()
    ]


def test_a_place_tells_whom_it_serves(bench: Workbench, live: LiveService) -> None:
    identity, here = school(live)
    bench.open(AREA, here)
    bench.click(here)
    note = bench.page.get_by_test_id("served-note")
    expect(note).to_be_visible(timeout=READY_MS)
    asked = {"area": AREA, "facility": identity, "interventions": EMPTY}
    told = live.ask("/api/catchment", asked)["proposal"]
    rows = [*told["within"], told["nearest"]]
    assert served(bench.page) == [
        [danish(math.floor(row[group] + 0.5)) for group in ("inside", "outside")] for row in rows
    ]
    expect(note.locator("tr.is-chosen")).to_contain_text("10 min")
    expect(bench.page.get_by_test_id("served")).to_contain_text("har det som nærmeste")
    expect(bench.page.get_by_test_id("facts")).to_contain_text("inden for 10 min")
    # Another way of moving, another time and another walker: each is asked about at once.
    bench.page.get_by_label("Inden for").select_option("30")
    expect(note.locator("tr.is-chosen")).to_contain_text("30 min")
    bench.page.get_by_role("radio", name="Ældre").check()
    slower = live.ask("/api/catchment", {**asked, "lens": "elder"})["proposal"]["within"][1]
    expect(note.locator("tbody tr").nth(1)).to_contain_text(
        danish(math.floor(slower["outside"] + 0.5))
    )
    bench.page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(bench.page.locator(".legend-title")).to_contain_text("Minutter til")


def test_the_layer_of_places_says_how_to_ask(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    bench.page.get_by_label("Kortet viser").select_option("served")
    expect(bench.page.get_by_test_id("served")).to_contain_text("Klik på et sted")


def test_a_drawn_place_tells_whom_it_will_serve(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    bench.tool("facility")
    bench.click(CENTRE)
    bench.wait_for_numbers()
    note = bench.page.get_by_test_id("served-note")
    expect(note).to_contain_text("Stedet er her ikke i dag.", timeout=READY_MS)
    expect(note).to_contain_text("0 →")


def test_the_walker_is_passed_to_rings_and_to_why(bench: Workbench, live: LiveService) -> None:
    bench.open(AREA, CENTRE)
    bench.page.get_by_label("Kortet viser").select_option("reach")
    bench.click(CENTRE)
    reach = bench.page.get_by_test_id("reach")
    until_ready(bench.page, "reach")
    with bench.page.expect_request(lambda request: "lens=wheelchair" in request.url) as asked:
        bench.page.get_by_role("radio", name="Kørestol").check()
    rings = live.ask(asked.value.url.removeprefix(live.address))["features"]
    assert rings[0]["properties"]["minutes"] == 5
    expect(reach.locator(".legend-title")).to_contain_text("til fods (kørestol)")
    for ring in rings:
        hectares = ring["properties"]["area_m2"] / 1e4
        if hectares < 100:
            said = danish(hectares, 1 if hectares < 10 else 0)
            expect(reach).to_contain_text(f"{ring['properties']['minutes']} min: {said} ha")
    bench.page.get_by_label("Kortet viser").select_option("homes")
    homes = live.ask(f"/api/homes?area={AREA}&limit=10000")["features"]
    home = next(row for row in homes if row["properties"]["area"] == AREA)
    bench.open(AREA, home["geometry"]["coordinates"], more="&lens=elder")
    bench.page.reload()
    bench.wait_for_numbers()
    with bench.page.expect_response("**/api/why") as given:
        bench.click(home["geometry"]["coordinates"])
    assert json.loads(given.value.request.post_data or "{}")["lens"] == "elder"
    assert given.value.json()["lens"] == "elder"
    expect(bench.page.get_by_test_id("why")).to_be_visible()


@pytest.mark.parametrize("theme", ["boundary", "severance"])
def test_a_layer_that_cannot_be_worked_out_says_so(bench: Workbench, theme: str) -> None:
    bench.open(AREA, CENTRE)
    bench.page.route("**/api/assess", lambda route: route.abort())
    bench.page.get_by_label("Kortet viser").select_option(theme)
    legend = bench.page.get_by_test_id(theme)
    expect(legend.get_by_role("alert")).to_contain_text("Tjenesten svarer ikke")
    bench.page.unroute("**/api/assess")
    legend.get_by_role("button", name="Prøv igen").click()
    expect(legend.locator(".legend-sum")).to_be_visible(timeout=READY_MS)


def test_every_legend_says_how_and_from_when(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    options = bench.page.get_by_label("Kortet viser").locator("option")
    for theme in [option.get_attribute("value") for option in options.all()]:
        bench.page.get_by_label("Kortet viser").select_option(theme)
        facts = bench.page.get_by_test_id("facts")
        expect(facts).to_contain_text("til fods")
        expect(facts).to_contain_text("data 20")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_any_layer(
    bench: Workbench, live: LiveService, scheme: str
) -> None:
    page = bench.page
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    draw_the_example(bench)
    for theme in ("boundary", "severance"):
        choose(bench, theme)
        open_table(bench)
        assert serious_findings(page, ".map-place") == []
        open_table(bench)
    choose_streets(bench)
    page.locator(".changes li button").first.click()
    why = page.get_by_test_id("street-why")
    expect(why.locator(".flow-example")).to_be_visible(timeout=READY_MS)
    assert serious_findings(page, ".map-place") == []
    # Nothing sticks out of the card, whatever its places are called.
    card = page.locator(".side-card")
    assert card.evaluate("card => card.scrollWidth <= card.clientWidth")
    _, here = school(live)
    page.goto("about:blank")
    bench.open(AREA, here)
    bench.click(here)
    expect(page.get_by_test_id("served-note")).to_be_visible(timeout=READY_MS)
    assert serious_findings(page, ".map-place") == []
