"""Files from elsewhere become part of the proposal, or lie under it."""

import base64
import json
import math
import re
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from shapely.geometry import LineString, Point, Polygon, shape

from tests.app.files import dxf, geojson, geopackage, metres, new_dxf
from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE, Place, example
from tests.browser.test_layout import serious_findings
from tests.browser.workbench import Workbench


def drop(page: Page, name: str, content: bytes, media_type: str = "") -> None:
    """Drop a file on the page as a hand would."""
    page.evaluate(
        """([name, bytes, type]) => {
          const file = new File([new Uint8Array(bytes)], name, { type });
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(file);
          for (const kind of ['dragenter', 'dragover', 'drop']) {
            const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
            document.querySelector('.panel').dispatchEvent(event);
          }
        }""",
        [name, list(content), media_type],
    )


def plan_png(width: int = 300, height: int = 200) -> bytes:
    """A plan: a dark frame on white, so that it can be seen where it lies."""
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            edge = min(x, y, width - 1 - x, height - 1 - y) < 8
            rows += bytes((20, 20, 20) if edge else (255, 240, 200))

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(rows)))
        + chunk(b"IEND", b"")
    )


def in_metres(place: Place) -> tuple[float, float]:
    point = metres(Point(place))
    return point.x, point.y


@pytest.fixture
def new_path() -> list[Place]:
    return example("connection")


@pytest.fixture
def gpkg(tmp_path: Path, new_path: list[Place]) -> bytes:
    x, y = in_metres(CENTRE)
    houses = [Polygon([(x, y), (x + 20, y), (x + 20, y + 15)]), Polygon([(x, y), (x, y), (x, y)])]
    bow_tie = Polygon([(x + 40, y), (x + 60, y + 20), (x + 60, y), (x + 40, y + 20)])
    return geopackage(
        tmp_path,
        {
            "Nye stier": [(LineString([in_metres(p) for p in new_path]), {"navn": "Ålestien"})],
            "Bygninger": [(houses[0], {"nr": 1}), (bow_tie, {"nr": 2}), (None, {"nr": 3})],
        },
    )


def panel(page: Page) -> Any:  # noqa: ANN401 - Playwright's own locator
    return page.locator(".intake")


def test_a_dropped_geopackage_becomes_part_of_the_proposal(
    bench: Workbench, live: LiveService, gpkg: bytes, new_path: list[Place]
) -> None:
    bench.open(AREA, CENTRE)
    page = bench.page
    drop(page, "plan.gpkg", gpkg)
    expect(panel(page)).to_contain_text("plan.gpkg")
    paths = page.get_by_label("Brug Nye stier som")
    expect(paths).to_have_value("connection")
    expect(page.get_by_label("Brug Bygninger som")).to_have_value("underlay")
    expect(panel(page)).to_contain_text("1 ændring kommer i forslaget")
    assert serious_findings(page) == []
    page.get_by_role("button", name="Læg det ind").click()
    expect(bench.drawn).to_have_count(1)
    expect(page.locator(".notice")).to_contain_text("1 ændring lagt ind")
    bench.wait_for_numbers()
    bench.wait_for_saved()
    kept = live.ask(f"/api/proposals/{bench.proposal_id()}")["interventions"]["features"]
    (feature,) = kept
    assert feature["properties"]["kind"] == "connection"
    assert feature["properties"]["navn"] == "Ålestien"
    wanted = metres(LineString(new_path))
    assert metres(shape(feature["geometry"])).hausdorff_distance(wanted) < 0.01
    # The numbers on the page are those of the service for this very drawing.
    collection = {"type": "FeatureCollection", "features": kept}
    answer = live.ask("/api/assess", {"area": AREA, "interventions": collection})
    changed = [row for row in answer["indicators"] if row["change"] not in {0, None}]
    assert changed, "the example's path changes nothing"
    page.keyboard.press("Control+z")
    expect(bench.drawn).to_have_count(0)


def test_faults_are_listed_with_their_place(bench: Workbench, gpkg: bytes) -> None:
    bench.open(AREA, CENTRE)
    page = bench.page
    drop(page, "plan.gpkg", gpkg)
    faults = panel(page).locator(".file-faults li")
    expect(faults).to_have_count(2)
    expect(faults.filter(has_text="Bygninger")).to_have_count(2)
    expect(panel(page)).to_contain_text("2 fejl i filen")
    bow_tie = faults.filter(has_text="krydser eller gentager sig selv")
    before = bench.hash_parts()
    bow_tie.get_by_role("button", name="Vis stedet").click()
    expect(page.locator(".look-mark")).to_have_count(1)
    assert bench.hash_parts() != before
    # Taken as demolition, the crossed outline stays out, and that is said.
    page.get_by_label("Brug Bygninger som").select_option("demolition")
    expect(panel(page)).to_contain_text("1 passer ikke")
    expect(panel(page)).to_contain_text("2 ændringer kommer i forslaget")


def test_a_dxf_lies_under_the_drawing(bench: Workbench) -> None:
    drawing = new_dxf()
    x, y = in_metres(CENTRE)
    for step in range(20):
        drawing.modelspace().add_line(
            (x - 100, y + step * 5), (x + 100, y + step * 5), dxfattribs={"layer": "Grøn plan"}
        )
    bench.open(AREA, CENTRE)
    page = bench.page
    drop(page, "plan.dxf", dxf(drawing))
    expect(panel(page)).to_contain_text("20 linjer")
    expect(page.get_by_label("Brug Grøn plan som")).to_have_value("underlay")
    page.get_by_role("button", name="Læg det ind").click()
    expect(bench.drawn).to_have_count(0)
    page.wait_for_function(INK, arg="underlays")
    page.locator(".legend-layers > summary").click()
    shown = page.locator(".underlay-checks")
    expect(shown).to_contain_text("plan.dxf")
    shown.get_by_role("checkbox", name="plan.dxf").uncheck()
    page.wait_for_function(NO_INK, arg="underlays")
    page.wait_for_timeout(500)
    page.reload()
    bench.wait_for_numbers()
    page.locator(".legend-layers > summary").click()
    box = shown.get_by_role("checkbox", name="plan.dxf")
    expect(box).not_to_be_checked()
    box.check()
    page.wait_for_function(INK, arg="underlays")


INK = """(pane) => {
  const canvas = document.querySelector(`.leaflet-${pane}-pane canvas`);
  if (canvas === null) return false;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, index) => index % 4 === 3 && value > 0);
}"""
NO_INK = f"(pane) => !({INK})(pane)"


def matrix(page: Page) -> list[float]:
    """The transform of the only plan on the map: a, b, c, d, x, y."""
    image = page.locator("img.plan")
    expect(image).to_have_count(1)
    style = image.evaluate("(image) => image.style.transform")
    return [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", style.split("(")[1])]


def turn_of(page: Page) -> float:
    a, b, *_ = matrix(page)
    return math.degrees(math.atan2(b, a))


def box_of(page: Page, selector: str) -> tuple[float, float]:
    found = page.locator(selector).bounding_box()
    assert found is not None
    return found["x"] + found["width"] / 2, found["y"] + found["height"] / 2


def pull(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    for part in range(1, 6):
        page.mouse.move(
            start[0] + (end[0] - start[0]) * part / 5, start[1] + (end[1] - start[1]) * part / 5
        )
    page.mouse.up()


def place_plan(bench: Workbench) -> Page:
    bench.open(AREA, CENTRE)
    drop(bench.page, "helhedsplan.png", plan_png(), "image/png")
    expect(bench.page.locator("img.plan.is-in-hand")).to_have_count(1)
    return bench.page


def test_a_plan_is_moved_turned_and_kept(bench: Workbench) -> None:
    page = place_plan(bench)
    expect(panel(page)).to_contain_text("helhedsplan.png")
    assert serious_findings(page) == []
    before = matrix(page)
    assert turn_of(page) == pytest.approx(0, abs=0.01)
    # Dragged by its surface, a hundred pixels east and forty south.
    middle = box_of(page, ".plan-handle.is-whole")
    start = (middle[0] - 60, middle[1] - 40)
    pull(page, start, (start[0] + 100, start[1] + 40))
    moved = matrix(page)
    assert moved[4] - before[4] == pytest.approx(100, abs=2)
    assert moved[5] - before[5] == pytest.approx(40, abs=2)
    # A corner pulled down turns it; the corner across stays.
    corners = page.locator(".plan-handle:not(.is-whole)")
    expect(corners).to_have_count(4)
    opposite = box_of(page, ".plan-handle:not(.is-whole) >> nth=3")
    corner = box_of(page, ".plan-handle:not(.is-whole) >> nth=1")
    pull(page, corner, (corner[0] + 20, corner[1] + 120))
    assert turn_of(page) > 10
    still = box_of(page, ".plan-handle:not(.is-whole) >> nth=3")
    assert still == pytest.approx(opposite, abs=2)
    a, b, c, d, *_ = matrix(page)
    assert (a, b) == pytest.approx((d, -c), abs=1e-6)
    laid = matrix(page)
    page.keyboard.press("Control+z")
    assert matrix(page) == pytest.approx(moved, rel=1e-3, abs=1e-3)
    page.keyboard.press("Control+Shift+Z")
    assert matrix(page) == pytest.approx(laid, rel=1e-3, abs=1e-3)
    page.wait_for_timeout(600)
    page.reload()
    bench.wait_for_numbers()
    again = matrix(page)
    # Scale and turn are the same; the place is that of the same ground on the screen.
    assert again[:4] == pytest.approx(laid[:4], rel=1e-3, abs=1e-4)
    # The steps are still there on a new day, and the button takes them as the keys do.
    page.locator(".proposal-menu > button").click()
    page.locator(".menu-actions").get_by_text("Hent fil ind").click()
    page.get_by_role("button", name="Ret helhedsplan.png").click()
    page.locator(".tool[aria-label^=Fortryd]").click()
    assert turn_of(page) == pytest.approx(0, abs=0.01)
    page.get_by_role("button", name="Flyt tilbage").click()
    expect(page.get_by_role("button", name="Flyt tilbage")).to_have_count(0)


def test_a_plan_follows_the_ground_at_every_zoom(bench: Workbench) -> None:
    page = place_plan(bench)
    page.get_by_label("Drejning").fill("30")
    page.get_by_label("Drejning").press("Tab")
    assert turn_of(page) == pytest.approx(30, abs=0.1)
    for zoom in ("Zoom ind", "Zoom ud", "Zoom ud"):
        page.get_by_role("button", name=zoom).click()
        page.wait_for_timeout(500)
        assert turn_of(page) == pytest.approx(30, abs=0.1)
        # The handles are Leaflet's own; the image's corner lies under one of them.
        a, b, c, d, *_ = matrix(page)
        box = page.locator("img.plan").bounding_box()
        assert box is not None
        xs = [0, 300 * a, 200 * c, 300 * a + 200 * c]
        ys = [0, 300 * b, 200 * d, 300 * b + 200 * d]
        for index, (u, v) in enumerate(((0, 0), (300, 0), (300, 200), (0, 200))):
            x = box["x"] - min(xs) + u * a + v * c
            y = box["y"] - min(ys) + u * b + v * d
            handle = box_of(page, f".plan-handle:not(.is-whole) >> nth={index}")
            assert handle == pytest.approx((x, y), abs=1.6)


def test_a_plan_is_laid_right_by_keys_and_sliders(bench: Workbench) -> None:
    page = place_plan(bench)
    before = matrix(page)
    whole = page.get_by_role("button", name="Hele planen")
    whole.focus()
    for _ in range(3):
        page.keyboard.press("Shift+ArrowRight")
    after = matrix(page)
    # 30 m at zoom 16 and 55.65 degrees north, where a pixel is 1.348 m: 22.3 pixels.
    assert after[4] - before[4] == pytest.approx(22.3, abs=0.5)
    assert after[5] == pytest.approx(before[5], abs=0.1)
    page.get_by_role("button", name="Planens øverste højre hjørne").focus()
    for _ in range(4):
        page.keyboard.press("Shift+ArrowUp")
    assert turn_of(page) < -1
    expect(page.get_by_test_id("spoken")).to_contain_text("Planen er flyttet")
    width = page.get_by_label("Bredde")
    width.fill("300")
    width.press("Tab")
    expect(width).to_have_value("300")
    slider = panel(page).get_by_role("slider")
    slider.focus()
    page.keyboard.press("Home")
    expect(page.locator("img.plan")).to_have_css("opacity", "0.1")
    page.get_by_label("Lås, så den ikke kan flyttes").check()
    expect(page.locator(".plan-handle")).to_have_count(0)
    page.get_by_label("Lås, så den ikke kan flyttes").uncheck()
    page.get_by_role("button", name="Flyt tilbage").click()
    expect(width).not_to_have_value("300")
    page.get_by_role("button", name="Fjern", exact=True).click()
    page.get_by_role("button", name="Fjern helhedsplan.png?").click()
    expect(page.locator("img.plan")).to_have_count(0)


def test_a_plan_is_fitted_with_two_points(bench: Workbench) -> None:
    page = place_plan(bench)
    page.get_by_role("button", name="Læg på plads med to punkter").click()
    corner = box_of(page, "img.plan")
    a, b = (corner[0] - 100, corner[1]), (corner[0] + 100, corner[1])
    c, d = (corner[0] - 50, corner[1] - 50), (corner[0] - 50, corner[1] + 150)
    for step, place in enumerate((a, b, c, d)):
        expect(panel(page).locator(".note-box")).to_contain_text(
            ("et sted på planen", "et andet sted", "det første sted", "det andet sted")[step]
        )
        page.mouse.click(*place)
    # What ran 200 pixels east runs 200 pixels south now: a quarter turn.
    expect(page.locator("img.plan.is-in-hand")).to_have_count(1)
    assert turn_of(page) == pytest.approx(90, abs=0.5)


COUNT_PLAN_PIXELS = """async (encoded) => {
  const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === 255 && data[at + 1] === 240 && data[at + 2] === 200) count += 1;
  }
  return count;
}"""


def test_a_saved_picture_shows_the_plan(bench: Workbench) -> None:
    page = place_plan(bench)
    panel(page).get_by_role("slider").focus()
    page.keyboard.press("End")
    a, *_ = matrix(page)
    page.locator(".share-menu > button").click()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Gem billede PNG").click()
    png = base64.b64encode(Path(saving.value.path()).read_bytes()).decode()
    count = page.evaluate(COUNT_PLAN_PIXELS, png)
    # 284 by 184 pixels of the plan lie within its frame; the picture is twice as fine.
    whole = 284 * 184 * (2 * a) ** 2
    assert 0.6 * whole < count < whole


def test_what_cannot_be_read_is_told_what_to_do(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    page = bench.page
    far = new_dxf()
    far.modelspace().add_line((0, 0), (250, 180))
    drop(page, "lokal.dxf", dxf(far))
    expect(panel(page).get_by_role("alert")).to_contain_text("0 … 250, 0 … 180")
    drop(page, "plan.zip", b"PK\x03\x04 ...")
    expect(panel(page).get_by_role("alert")).to_contain_text("Pak den ud")
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)


def test_our_own_drawings_are_understood_without_the_service(
    bench: Workbench, live: LiveService
) -> None:
    document = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": "butik",
                "geometry": {"type": "Point", "coordinates": list(CENTRE)},
                "properties": {"kind": "facility", "category": "grocery", "name": "Brugsen"},
            }
        ],
    }
    bench.open(AREA, CENTRE)
    page = bench.page
    # What reads files is fetched ahead, once the map has come.
    page.wait_for_function(
        """() => performance.getEntriesByType('resource')
          .filter(({ name }) => /intake|underlay-stage/.test(name)).length >= 4"""
    )
    page.wait_for_load_state("networkidle")
    live.stop()
    try:
        drop(page, "butik.geojson", geojson(document))
        expect(page.get_by_label("Brug butik.geojson som")).to_have_value("own")
        page.get_by_role("button", name="Læg det ind").click()
        expect(bench.drawn).to_have_count(1)
        expect(bench.drawn).to_contain_text("Brugsen")
        for feature in document["features"]:
            feature["properties"] = {}  # type: ignore[index]
        drop(page, "andet.geojson", geojson(document))
        expect(panel(page).get_by_role("alert")).to_contain_text("Tjenesten svarer ikke")
    finally:
        live.start()
    panel(page).get_by_role("button", name="Prøv igen").click()
    expect(page.get_by_label("Brug andet som")).to_have_value("underlay")


def test_a_phone_can_look_at_a_file(phone: Page, live: LiveService, gpkg: bytes) -> None:
    bench = Workbench(phone, live.address)
    bench.open(AREA, CENTRE)
    drop(phone, "plan.gpkg", gpkg)
    expect(panel(phone)).to_contain_text("Nye stier")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert serious_findings(phone) == []


def test_english_is_complete(bench: Workbench, gpkg: bytes) -> None:
    bench.open(AREA, CENTRE)
    page = bench.page
    page.get_by_role("button", name="English").click()
    drop(page, "plan.gpkg", gpkg)
    expect(page.get_by_label("Use Nye stier as")).to_have_value("connection")
    expect(panel(page)).to_contain_text("The outline crosses or repeats itself")
    assert json.dumps(panel(page).inner_text()).count("Forslag") == 0
