"""The first map comes soon: the page asks for what the service has ready."""

from urllib.parse import parse_qsl, urlsplit

from app.services.warming import MAP_LAYERS, MAP_PAGE
from tests.browser.places import AREA, CENTRE
from tests.browser.workbench import Workbench


def test_the_map_asks_for_the_pages_that_are_written_ahead(bench: Workbench) -> None:
    asked: dict[str, list[tuple[str, str]]] = {}

    def note(address: str) -> None:
        parts = urlsplit(address)
        if parts.path in MAP_LAYERS:
            asked[parts.path] = parse_qsl(parts.query)

    bench.page.on("request", lambda request: note(request.url))
    bench.open(AREA, CENTRE)
    ready = [("area", AREA), ("limit", str(MAP_PAGE)), ("offset", "0")]
    assert asked == dict.fromkeys(MAP_LAYERS, ready)
