"""The same walk for a child, an older person, a wheelchair user, and at night."""

import json
from collections.abc import Callable

from playwright.sync_api import Request, expect

from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE
from tests.browser.workbench import Workbench


def asks_through(lens: str | None) -> Callable[[Request], bool]:
    """Mean the question for the homes on the map; others follow their own answers."""

    def asks(request: Request) -> bool:
        body = json.loads(request.post_data or "{}")
        return body.get("detail") == ["homes"] and body["lens"] == lens

    return asks


def test_every_lens_of_the_service_can_be_looked_through(
    bench: Workbench, live: LiveService
) -> None:
    lenses = live.ask("/api/lenses")["lenses"]
    bench.open(AREA, CENTRE)
    switch = bench.page.locator(".walkers .segments")
    expect(switch.get_by_role("radio")).to_have_count(1 + len(lenses))
    for place, lens in enumerate(lenses, start=1):
        with bench.page.expect_request(asks_through(lens["id"])):
            switch.get_by_role("radio").nth(place).check()
        expect(bench.page.locator(".walker-note")).to_contain_text(lens["sentence_da"])


def test_what_is_seen_through_a_lens_says_so_and_is_in_the_link(
    bench: Workbench, live: LiveService
) -> None:
    bench.open(AREA, CENTRE)
    bench.page.get_by_role("radio", name="Barn").check()
    expect(bench.page.locator(".legend-title")).to_contain_text("til fods (barn)")
    bench.wait_for_numbers()
    asked = {
        "area": AREA,
        "interventions": {"type": "FeatureCollection", "features": []},
        "indicators": ["share_within"],
        "lens": "child",
    }
    (share,) = [
        row
        for row in live.ask("/api/assess", asked)["indicators"]
        if (row["mode"], row["category"], row["cutoff_min"]) == ("walk", "stop", 10)
    ]
    bench.page.get_by_label("Til", exact=True).select_option("stop")
    said = f"{share['proposal'] * 100:.1f}".replace(".", ",")
    expect(bench.page.locator("[data-card=out] .before-after")).to_contain_text(said)
    assert "lens=child" in bench.hash_parts()
    bench.page.reload()
    expect(bench.page.get_by_role("radio", name="Barn")).to_be_checked()


def test_bikes_are_left_alone(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    bench.page.get_by_role("radio", name="Nat").check()
    with bench.page.expect_request(asks_through(None)):
        bench.page.get_by_role("radio", name="På cykel").check()
    expect(bench.page.locator(".walkers")).to_have_count(0)
    expect(bench.page.locator(".legend-title")).to_have_text("Minutter til en skole, på cykel")
