"""The page as a person uses it: places on the map become places on the screen."""

import math
import re
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Locator, Page

Place = Sequence[float]
TILE_PX = 256
ZOOM = 16
READY_MS = 60_000  # kernels that changed are compiled first


# Looked at in every frame: to ask from outside, ever more seldom, would cost each test a second.
READY = "name => document.querySelector(`[data-testid=${name}]`)?.dataset.state === 'ready'"
SAVED = r"() => /Gemt \d\d:\d\d/.test(document.querySelector('.save-note')?.textContent ?? '')"


def until_ready(page: Page, test_id: str) -> None:
    """Wait until a part of the page shows what belongs to what is drawn."""
    page.wait_for_function(READY, arg=test_id, timeout=READY_MS)


class Workbench:
    """One area open in a browser."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self._centre: Place = (0.0, 0.0)

    def open(self, area: str, centre: Place, *, more: str = "") -> None:
        """Open an area with the map over a place given as lon, lat."""
        self._centre = centre
        lon, lat = centre
        self.page.goto(f"{self.address}/#/{area}?at={ZOOM}/{lat:.5f}/{lon:.5f}{more}")
        self.wait_for_numbers()

    def wait_for_numbers(self) -> None:
        """Wait until the answer belongs to what is drawn."""
        until_ready(self.page, "assessment")

    def wait_for_saved(self) -> None:
        self.page.wait_for_function(SAVED, timeout=READY_MS)

    @property
    def save_note(self) -> Locator:
        return self.page.locator(".save-note")

    @property
    def drawn(self) -> Locator:
        """Rows of the list of what is drawn."""
        return self.page.locator(".changes li")

    def tool(self, kind: str) -> None:
        self.page.locator(f".tool[data-tool={kind}]").click()

    def at(self, place: Place) -> tuple[float, float]:
        """Give the pixel of a lon, lat on the screen."""
        box = self.page.locator("#map").bounding_box()
        assert box is not None
        x, y = _world_px(place)
        centre_x, centre_y = _world_px([round(part, 5) for part in self._centre])
        return box["x"] + box["width"] / 2 + x - centre_x, box["y"] + box[
            "height"
        ] / 2 + y - centre_y

    def click(self, place: Place) -> None:
        x, y = self.at(place)
        self.page.mouse.move(x, y)
        self.page.mouse.click(x, y)

    def draw(self, kind: str, places: Sequence[Place]) -> None:
        """Draw a line or a surface with the mouse and end it with Enter."""
        self.tool(kind)
        self.draw_freely()
        for place in places:
            self.click(place)
        self.page.keyboard.press("Enter")

    def draw_freely(self) -> None:
        """With a tool that points at what is there: draw over it instead."""
        self.page.locator(".hint-bar").wait_for()
        if self.page.locator(".hint-bar input[value=pick]").count():
            shapes = self.page.locator(".hint-bar input[name=shape]:not([value=pick])")
            shapes.first.check(force=True)

    def proposal_id(self) -> str:
        self.page.wait_for_function("location.hash.includes('proposal=')")
        found = re.search(r"proposal=([0-9a-f-]{36})", self.page.url)
        assert found
        return found.group(1)

    def hash_parts(self) -> Any:  # noqa: ANN401 - the page's own value
        return self.page.evaluate("location.hash")


def _world_px(place: Place) -> tuple[float, float]:
    lon, lat = place
    size = TILE_PX * 2**ZOOM
    sine = math.sin(math.radians(lat))
    return (
        size * (lon / 360 + 0.5),
        size * (0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)),
    )
