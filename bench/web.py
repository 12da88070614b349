"""The page itself: how much is sent, how soon the map is of use, how smoothly it is dragged."""

from __future__ import annotations

import gzip
import json
import re
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bench.measurement import Result, Timing
from bench.served_page import BUILT, DESK, browser_and_service, what_is_missing
from tests.browser.places import AREA, CENTRE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

MOST_KIB: Final = 350
MOST_COLD_S: Final = 2.0
FEWEST_FRAMES_S: Final = 50.0
VISITS: Final = 5
FEATURES: Final = 20_000
DRAGS: Final = 12
STEPS: Final = 30
_GZIP_LEVEL: Final = 6


def run() -> list[Result]:
    """Measure the bundle, cold starts, and dragging with twenty thousand streets on the map."""
    missing = what_is_missing()
    if missing is not None:
        return [Result("the page", AREA, (), {}, (missing,))]
    with browser_and_service() as (browser, address):
        cold = tuple(_cold_start(browser, address) for _ in range(VISITS))
        frames = _dragged(browser, address)
    kib = bundle_kib()
    timings = (Timing("first useful map", cold), Timing("a frame while dragging", frames))
    per_second = len(frames) / sum(frames)
    targets = {
        f"the first load within {MOST_KIB} KiB": kib <= MOST_KIB,
        f"a useful map within {MOST_COLD_S:.0f} s": timings[0].p95_s <= MOST_COLD_S,
        f"at least {FEWEST_FRAMES_S:.0f} frames a second": per_second >= FEWEST_FRAMES_S,
    }
    notes = (
        f"the first load: {kib:,.0f} KiB, gzipped",
        f"{per_second:.0f} frames a second with {FEATURES:,} streets, redraws included",
    )
    return [Result("the page", AREA, timings, targets, notes)]


def bundle_kib() -> float:
    """Give the size of what the page names itself: scripts and styles, gzipped one by one."""
    page = (BUILT / "index.html").read_text(encoding="utf-8")
    names = re.findall(r'(?:src|href)="/(assets/[^"]+\.(?:js|css))"', page)
    sent = (gzip.compress((BUILT / name).read_bytes(), _GZIP_LEVEL) for name in set(names))
    return sum(map(len, sent)) / 1024


def _cold_start(browser: Browser, address: str) -> float:
    """Open the page as somebody who was never here; ends when the area's map and answer stand."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    began = perf_counter()
    page.goto(f"{address}/#/{AREA}")
    page.wait_for_selector("[data-testid=assessment][data-state=ready]")
    elapsed = perf_counter() - began
    context.close()
    return elapsed


def _dragged(browser: Browser, address: str) -> tuple[float, ...]:
    """Drag the map to and fro and give the time of every frame."""
    page = browser.new_page(viewport=DESK)
    streets = json.dumps(_many_streets())
    page.route("**/api/streets*", partial(_answer, body=streets))
    page.goto(f"{address}/#/{AREA}")
    page.wait_for_selector("[data-testid=assessment][data-state=ready]", timeout=120_000)
    page.evaluate(
        """() => {
             window.frames_ms = [];
             let last = performance.now();
             const next = (now) => { window.frames_ms.push(now - last); last = now;
                                     requestAnimationFrame(next); };
             requestAnimationFrame(next);
           }"""
    )
    for drag in range(DRAGS):
        _drag(page, 1 if drag % 2 == 0 else -1)
    frames: list[float] = page.evaluate("window.frames_ms.slice(1)")
    page.close()
    return tuple(frame / 1000 for frame in frames)


def _answer(route: Route, *, body: str) -> None:
    route.fulfill(body=body, content_type="application/geo+json")


def _drag(page: Page, way: int) -> None:
    x, y = DESK["width"] * 0.4, DESK["height"] * 0.5
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + way * 300, y + way * 120, steps=STEPS)
    page.mouse.up()


def _many_streets() -> dict[str, Any]:
    """Lay short streets all over the place, each a feature as the service gives it."""
    rng = np.random.default_rng(20)
    starts = np.array(CENTRE) + rng.uniform(-0.02, 0.02, (FEATURES, 2)) * (1.0, 0.56)
    ends = starts + rng.uniform(-0.0008, 0.0008, (FEATURES, 2))
    classes = rng.choice(["local", "path", "private", "main"], FEATURES).tolist()
    features = [
        _street(row, [start, end], name)
        for row, (start, end, name) in enumerate(
            zip(starts.tolist(), ends.tolist(), classes, strict=True)
        )
    ]
    counts = {"numberMatched": FEATURES, "numberReturned": FEATURES}
    return {"type": "FeatureCollection", "features": features, "links": [], **counts}


def _street(row: int, line: list[list[float]], street_class: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": row,
        "geometry": {"type": "LineString", "coordinates": line},
        "properties": {
            "street_class": street_class,
            "grade": "at_grade",
            "walk": True,
            "bike": "both",
            "name": None,
            "lit": None,
            "surface": None,
            "steps": False,
            "width_m": None,
            "speed_kmh": None,
            "source": "bench",
            "modelled": True,
            "from_node": row,
            "to_node": row + FEATURES,
        },
    }
