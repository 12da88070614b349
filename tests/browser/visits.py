"""Visitors with other devices than the usual two, and what an accessibility checker says."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = {"serious", "critical"}


@contextmanager
def visit(browser: Browser, width: int, height: int, **more: Any) -> Iterator[Page]:  # noqa: ANN401
    """Open a fresh browser; no script of the page may fail while it is open."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, timezone_id="Europe/Copenhagen", **more
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def serious_findings(page: Page) -> list[str]:
    page.evaluate(AXE.read_text())
    violations = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{found['id']}: {found['nodes'][0]['html']} {found['nodes'][0]['failureSummary']}"
        for found in violations
        if found["impact"] in SERIOUS
    ]


def small_targets(page: Page, least_px: float) -> list[str]:
    """Name what can be pressed and is too small, its own enlarging edge counted in."""
    found: list[str] = page.evaluate(
        """(least) => [...document.querySelectorAll('button, select, summary, textarea, label')]
             .filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}))
             .filter(e => !e.closest('.sr-only') && !e.matches('.skip-link'))
             .filter(e => e.tagName !== 'LABEL' || e.querySelector('input[type=radio],'
               + 'input[type=checkbox]'))
             .map(e => {
               const box = e.getBoundingClientRect();
               const more = getComputedStyle(e, '::after');
               const by = side => more.content !== 'none' && more.position === 'absolute'
                 ? Math.max(0, -parseFloat(more[side]) || 0) : 0;
               const across = by('left') + by('right'), along = by('top') + by('bottom');
               return [e.outerHTML.slice(0, 160), box.width + across, box.height + along,
                       e.classList.contains('sheet-handle')];
             })
             .filter(([, width, height, handle]) =>
               !handle && width > 0 && (width < least - 0.5 || height < least - 0.5))
             .map(([html, width, height]) => `${width}x${height} ${html}`)""",
        least_px,
    )
    return found
