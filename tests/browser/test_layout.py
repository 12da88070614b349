"""A phone, both schemes, and what an accessibility checker finds."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE
from tests.browser.workbench import Workbench

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = {"serious", "critical"}


def serious_findings(page: Page, within: str = ":root") -> list[str]:
    page.evaluate(AXE.read_text())
    violations = page.evaluate("async within => (await axe.run(within)).violations", within)
    return [
        f"{found['id']}: {found['nodes'][0]['html']} {found['nodes'][0]['failureSummary']}"
        for found in violations
        if found["impact"] in SERIOUS
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(bench: Workbench, scheme: str) -> None:
    page = bench.page
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(bench.address)
    expect(page.locator(".area-card")).to_have_count(5)
    assert serious_findings(page) == []
    bench.open(AREA, CENTRE)
    assert serious_findings(page) == []
    bench.tool("connection")
    bench.click(CENTRE)
    assert serious_findings(page) == []
    page.keyboard.press("Escape")
    bench.tool("housing")
    bench.click(CENTRE)
    bench.wait_for_saved()
    bench.wait_for_numbers()
    page.get_by_role("button", name="Flyt uden at trække").click()
    page.locator(".numbers > summary").click()
    page.locator("[data-card=out] .measures > summary").click()
    page.locator("[data-card=out] .measure > summary").first.click()
    page.locator(".legend-layers > summary").click()
    assert serious_findings(page) == []
    page.locator(".proposal-menu > button").click()
    assert serious_findings(page) == []


def test_a_phone_fits_and_draws(phone: Page, live: LiveService) -> None:
    bench = Workbench(phone, live.address)
    bench.open(AREA, CENTRE)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.evaluate("document.querySelector('.bar').scrollWidth") <= 390
    phone.get_by_role("button", name="Tegn", exact=True).tap()
    phone.locator(".tool[data-tool=facility]").tap()
    box = phone.locator("#map").bounding_box()
    assert box is not None
    phone.touchscreen.tap(box["x"] + 280, box["y"] + 200)
    expect(bench.drawn).to_have_count(1)
    bench.wait_for_numbers()
    phone.locator(".sheet-handle").tap()
    expect(phone.locator("[data-card=out] .finding")).to_be_visible()
    assert serious_findings(phone) == []


def test_targets_are_large_enough_to_hit(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    small = bench.page.evaluate(
        """() => [...document.querySelectorAll('button, select, summary, input[type=number]')]
             .filter(e => e.offsetParent !== null)
             .map(e => [e.textContent.slice(0, 30), e.getBoundingClientRect()])
             .filter(([, box]) => box.width < 24 || box.height < 24)
             .map(([text]) => text)"""
    )
    assert small == []


@pytest.mark.usefixtures("live")
def test_the_page_is_small() -> None:
    """At most 350 kB before the page is there, compressed; what waits for a click comes after."""
    built = Path(__file__).resolve().parents[2] / "frontend" / "dist"
    named = re.findall(r'(?:src|href)="/(assets/[^"]+)"', (built / "index.html").read_text())
    first = [built / name for name in named if name.endswith((".js", ".css"))]
    assert any(file.suffix == ".js" for file in first)
    code = sum(len(gzip.compress(file.read_bytes())) for file in first)
    fonts = sum(file.stat().st_size for file in (built / "assets").glob("*.woff2"))
    assert code + fonts < 350_000
