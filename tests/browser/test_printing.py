"""Paper and pictures: one page that stands alone."""

import base64
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.live_service import LiveService
from tests.browser.presenting import open_example
from tests.browser.workbench import READY_MS, Workbench

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def ready(bench: Workbench, live: LiveService) -> None:
    open_example(bench, live)
    bench.wait_for_numbers()
    for card in ("out", "in", "through", "tied", "fair"):
        expect(bench.page.locator(f".panel [data-card={card}] .finding")).to_be_visible(
            timeout=READY_MS
        )


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_one_page_tells_it_all(
    bench: Workbench, live: LiveService, tmp_path: Path, paper: str
) -> None:
    ready(bench, live)
    page = bench.page
    findings = page.locator(".panel .finding").all_inner_texts()
    assert len(findings) == 5
    pdf = tmp_path / "kort.pdf"
    page.pdf(path=pdf, format=paper, landscape=True, print_background=True)
    printed = PdfReader(pdf).pages
    assert len(printed) == 1
    # Landscape, and as large as was asked for.
    assert printed[0].mediabox.width > 1.3 * printed[0].mediabox.height
    said = squeezed(printed[0].extract_text())
    first_words = [squeezed(" ".join(sentence.split()[:3])) for sentence in findings]
    for words in first_words:
        assert words in said
    for wanted in ("GeoDanmark", "(Frianvendelsemedkildeangivelse)", "kortere", "N", "Tåstrupgård"):
        assert wanted in said
    assert re.search(r"\d+(m|km)", said)
    assert squeezed(page.evaluate("location.hash"))[:20] in said
    # Afterwards the page is as it was.
    expect(page.locator(".sheet-host")).to_have_count(0)
    expect(page.locator(".toolbar")).to_be_visible()


def pixels(page: Page, png: bytes) -> dict[str, Any]:
    """Size of a picture, how many colours it has, and how much of it is in the drawn accent."""
    found: dict[str, Any] = page.evaluate(
        """async encoded => {
          const image = new Image();
          image.src = `data:image/png;base64,${encoded}`;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = image.width;
          canvas.height = image.height;
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          const { data } = context.getImageData(0, 0, image.width, image.height);
          const colours = new Set();
          let accent = 0;
          for (let i = 0; i < data.length; i += 4) {
            colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
            const near = (value, wanted) => Math.abs(value - wanted) < 6;
            if (near(data[i], 220) && near(data[i + 1], 74) && near(data[i + 2], 31)) accent += 1;
          }
          return { width: image.width, height: image.height, colours: colours.size, accent };
        }""",
        base64.b64encode(png).decode(),
    )
    return found


def test_a_picture_is_the_screen_twice_as_fine(
    bench: Workbench, live: LiveService, tmp_path: Path
) -> None:
    proposal = open_example(bench, live)
    bench.wait_for_numbers()
    page = bench.page
    box = page.locator("#map").bounding_box()
    assert box is not None
    page.locator(".share-menu > button").click()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Gem billede PNG").click()
    download = saving.value
    assert download.suggested_filename.startswith("Tåstrupgård-")
    assert download.suggested_filename.endswith(".png")
    assert proposal["name"].split()[-1] in download.suggested_filename
    saved = tmp_path / "kort.png"
    download.save_as(saved)
    png = saved.read_bytes()
    assert png[:8] == PNG_SIGNATURE
    found = pixels(page, png)
    assert found["width"] == 2 * box["width"]
    assert found["height"] > 2 * box["height"] + 100
    assert found["colours"] > 500
    # The drawn paths are in it, in the accent they have on screen.
    assert found["accent"] > 2_000
    expect(page.locator(".sheet-host")).to_have_count(0)


def test_the_picture_of_an_empty_map_has_no_drawn_colour(
    bench: Workbench, live: LiveService
) -> None:
    page = bench.page
    page.goto(f"{live.address}/#/taastrupgaard")
    bench.wait_for_numbers()
    page.locator(".share-menu > button").click()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Gem billede PNG").click()
    png = Path(saving.value.path()).read_bytes()
    assert pixels(page, png)["accent"] < 200
    assert saving.value.suggested_filename.startswith("Tåstrupgård")


def test_the_first_page_prints_without_a_map(bench: Workbench) -> None:
    bench.page.goto(bench.address)
    expect(bench.page.locator(".area-card")).to_have_count(5)
    assert bench.page.pdf()[:4] == b"%PDF"
    expect(bench.page.locator(".sheet-host")).to_have_count(0)
