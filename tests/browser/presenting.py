"""An example opened as a visitor would, for the tests of how it is shown to others."""

from typing import Any

from playwright.sync_api import expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA
from tests.browser.workbench import READY_MS, Workbench


def example_of(live: LiveService, area: str = AREA) -> dict[str, Any]:
    """The bundled proposal of an area, with what it draws."""
    listed = live.ask(f"/api/proposals?area={area}&is_example=true")["proposals"]
    found: dict[str, Any] = live.ask(f"/api/proposals/{listed[0]['id']}")
    return found


def answer_of(live: LiveService, proposal: dict[str, Any], mode: str = "walk") -> dict[str, Any]:
    """What the service says of a proposal, asked as the page asks."""
    body = {
        "area": proposal["area"],
        "interventions": proposal["interventions"],
        "modes": [mode],
        "cutoffs_min": [10],
        "detail": ["homes"],
        "home_indicators": ["travel_time_nearest"],
    }
    answer: dict[str, Any] = live.ask("/api/assess", body)
    return answer


def open_example(bench: Workbench, live: LiveService, *, more: str = "") -> dict[str, Any]:
    proposal = example_of(live)
    bench.page.goto(f"{bench.address}/#/{AREA}?proposal={proposal['id']}{more}")
    expect(bench.page.locator("#map")).to_be_visible(timeout=READY_MS)
    return proposal


def danish(value: float, digits: int = 0) -> str:
    """A number as the page writes it in Danish."""
    whole = f"{value:,.{digits}f}"
    return whole.translate(str.maketrans({",": ".", ".": ","})).replace("-", "\N{MINUS SIGN}")
