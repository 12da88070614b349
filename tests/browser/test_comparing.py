"""Proposals side by side: the numbers of the service, the differences, and ways in and out."""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.app.drawn import feature, line, point, proposal
from tests.browser.live_service import LiveService
from tests.browser.places import AREA, CENTRE, example
from tests.browser.test_layout import serious_findings
from tests.browser.test_reading import danish
from tests.browser.workbench import READY_MS, Workbench

NAMES = ("Stien mod stationen", "Butik i midten", "Sti og butik")
MODES = ["walk", "bike"]
CUTOFFS = [5, 10, 15, 20, 30]


def path() -> dict[str, Any]:
    return feature("connection", line(*example("connection")), id="sti", name="Stien")


def shop() -> dict[str, Any]:
    more = {"name": "Butikken", "category": "grocery", "floor_area_m2": 400}
    return feature("facility", point(*CENTRE), id="butik", **more)


def name_of(place: int, identity: str) -> str:
    """Tests share a store: a name is one proposal's own."""
    return f"{NAMES[place]} {identity[:6]}"


@pytest.fixture
def kept(live: LiveService) -> list[str]:
    """A path, a shop, and both."""
    ids = []
    for place, drawn in enumerate(([path()], [shop()], [path(), shop()])):
        identity = str(uuid4())
        named = proposal(*drawn, name=name_of(place, identity))
        live.ask("/api/proposals", {"id": identity, **named})
        ids.append(identity)
    return ids


def compare(bench: Workbench, ids: Sequence[str], more: str = "") -> None:
    bench.page.goto(f"{bench.address}/#/{AREA}?compare={','.join(ids)}{more}")
    wait_for_columns(bench.page, len(ids))


def wait_for_columns(page: Page, proposals: int) -> None:
    """Wait until today and every proposal have their numbers."""
    cells = page.locator("tr[data-row^='share_within|'] td b")
    expect(cells).to_have_count(1 + proposals, timeout=READY_MS)


def asked(live: LiveService, identity: str, **more: object) -> dict[str, Any]:
    drawing = live.ask(f"/api/proposals/{identity}")["interventions"]
    body = {
        "area": AREA,
        "interventions": drawing,
        "modes": MODES,
        "cutoffs_min": CUTOFFS,
        **more,
    }
    answer: dict[str, Any] = live.ask("/api/assess", body)
    return answer


def key_of(row: dict[str, Any]) -> str:
    parts = [row[part] for part in ("id", "mode", "category", "cutoff_min", "variant")]
    return "|".join("" if part is None else str(part) for part in parts)


def shown_numbers(page: Page) -> dict[str, list[str]]:
    shown: dict[str, list[str]] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('tr[data-row]')].map(
             row => [row.dataset.row, [...row.querySelectorAll('td')].map(
               cell => cell.querySelector('b')?.textContent ?? '')]))"""
    )
    return shown


def row(page: Page, start: str) -> Locator:
    return page.locator(f"tr[data-row^='{start}']")


def test_every_number_is_the_services_own(
    bench: Workbench, live: LiveService, kept: list[str]
) -> None:
    compare(bench, kept[:2])
    bench.page.get_by_label("Alle tal i hvert mål").check()
    shown = shown_numbers(bench.page)
    compared, differing = 0, []
    for column, identity in enumerate(kept[:2], start=1):
        for number in asked(live, identity)["indicators"]:
            if number["unit"] not in {"ms", "share", "residents", "ratio"}:
                continue
            if key_of(number) in shown:
                said = [shown[key_of(number)][place] for place in (0, column)]
                meant = [danish(number[side], number["unit"]) for side in ("baseline", "proposal")]
                compared += 1
                differing += [(key_of(number), said, meant)] if said != meant else []
    assert compared > 20
    # Halves are rounded to even here and away from zero there.
    assert len(differing) <= compared // 20, differing


def residents_reaching(answer: dict[str, Any], category: str, minutes: int) -> int:
    homes = answer["homes"]
    (times,) = [
        values
        for values in homes["values"]
        if (values["indicator"], values["mode"], values["category"])
        == ("travel_time_nearest", "walk", category)
    ]
    reaching = sum(
        people
        for people, inside, after in zip(
            homes["residents_proposal"], homes["in_area"], times["proposal"], strict=True
        )
        if inside and after is not None and after <= minutes * 60_000
    )
    return round(reaching)


def test_a_sentence_says_who_reaches_more(
    bench: Workbench, live: LiveService, kept: list[str]
) -> None:
    compare(bench, kept[:2], "&category=grocery")
    with_path, with_shop = (
        residents_reaching(asked(live, identity, detail=["homes"]), "grocery", 10)
        for identity in kept[:2]
    )
    more = with_shop - with_path
    assert more > 0
    said = f"{more:,}".replace(",", ".")
    expect(bench.page.locator(".finding[data-about=reach]")).to_have_text(
        f"Med forslag B når {said} flere beboere en dagligvarebutik på under 10 minutter"
        " end med forslag A"
    )


def test_the_best_is_marked_and_differences_are_bars_on_one_scale(
    bench: Workbench, live: LiveService, kept: list[str]
) -> None:
    compare(bench, kept[:2], "&category=grocery")
    share = row(bench.page, "share_within|walk|grocery|10")
    expect(share.locator("td").nth(2).locator(".best-mark")).to_have_text("★ bedst")
    expect(share.locator(".best-mark")).to_have_count(1)
    shares = {}
    for identity in kept[:2]:
        (number,) = [
            each
            for each in asked(live, identity)["indicators"]
            if key_of(each) == "share_within|walk|grocery|10|"
        ]
        shares[identity] = number["proposal"] - number["baseline"]
    largest = max(abs(change) for change in shares.values())
    for column, identity in enumerate(kept[:2], start=1):
        bar = share.locator("td").nth(column).locator(".difference")
        if round(shares[identity], 3) == 0:
            expect(bar).to_have_count(0)
            continue
        size = float(bar.get_attribute("data-size") or 0)
        assert size == pytest.approx(shares[identity] / largest, abs=0.001)
    # Against B, today falls behind by what B gains.
    bench.page.get_by_label("Hold op mod").select_option(kept[1])
    today = share.locator("td").nth(0).locator(".difference")
    expect(today).to_have_class(re.compile("is-loss"))
    expect(share.locator("td").nth(2).locator(".difference")).to_have_count(0)


def test_choosing_from_the_menu_makes_a_link_that_survives_and_goes_back(
    bench: Workbench, kept: list[str]
) -> None:
    page = bench.page
    bench.open(AREA, CENTRE, more=f"&proposal={kept[0]}")
    page.locator(".proposal-menu > button").click()
    page.get_by_role("button", name="Sammenlign forslag").click()
    expect(page.get_by_role("heading", name="Forslag side om side")).to_be_focused()
    expect(page.locator(".comparison-few")).to_contain_text("Vælg ét forslag mere")
    page.locator(".comparison-few").get_by_label(name_of(1, kept[1])).click()
    wait_for_columns(page, 2)
    expect(page.locator(".comparison-few")).to_have_count(0)
    ids = re.search(r"compare=([^&]+)", page.url)
    assert ids
    assert ids.group(1).split(",")[0] == kept[0]
    page.get_by_label("Til", exact=True).select_option("station")
    numbers = shown_numbers(page)
    page.reload()
    wait_for_columns(page, 2)
    expect(page.locator(".small-map")).to_have_count(3)
    assert shown_numbers(page) == numbers
    page.get_by_role("button", name="Tilbage til kortet").click()
    expect(page.locator("#map")).to_be_visible()
    page.go_back()
    wait_for_columns(page, 2)
    assert shown_numbers(page) == numbers


def test_what_is_open_stays_open_behind_the_comparison(bench: Workbench, kept: list[str]) -> None:
    page = bench.page
    bench.open(AREA, CENTRE, more=f"&proposal={kept[0]}")
    page.locator(".proposal-menu > button").click()
    page.get_by_role("button", name="Sammenlign forslag").click()
    expect(page.locator(".small-map")).to_have_count(2)
    # No key draws or undoes what nobody sees.
    page.keyboard.press("1")
    page.go_back()
    expect(page.locator(".proposal-menu")).to_contain_text(name_of(0, kept[0]))
    expect(bench.drawn).to_have_count(1)
    expect(page.locator(".hint-bar")).to_have_count(0)


def test_all_maps_move_together(bench: Workbench, kept: list[str]) -> None:
    page = bench.page
    compare(bench, kept[:2])
    maps = page.locator(".small-map .map")
    expect(maps).to_have_count(3)
    maps.nth(1).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("+")
    expect(page).to_have_url(re.compile("at="))
    place = page.evaluate("location.hash.match(/at=([^&]+)/)[1]")
    shift = """() => [...document.querySelectorAll('.small-map')].map(map => {
      const line = map.querySelector('.leaflet-boundary-pane path').getBoundingClientRect();
      const frame = map.querySelector('.map').getBoundingClientRect();
      return [line.x - frame.x, line.y - frame.y, line.width].map(Math.round);
    })"""
    first, *others = page.evaluate(shift)
    for other in others:
        assert all(abs(a - b) <= 1 for a, b in zip(first, other, strict=True))
    page.reload()
    wait_for_columns(page, 2)
    assert page.evaluate("location.hash.match(/at=([^&]+)/)[1]") == place


def test_each_map_shows_its_own_drawing(bench: Workbench, kept: list[str]) -> None:
    compare(bench, kept)
    maps = bench.page.locator(".small-map")
    for column, (lines, icons) in enumerate([(0, 0), (1, 0), (0, 1), (1, 1)]):
        drawn = maps.nth(column).locator(".drawn-line")
        expect(drawn).to_have_count(lines)
        expect(maps.nth(column).locator(".drawn-icon")).to_have_count(icons)


def test_a_drawn_place_stands_where_it_was_drawn(bench: Workbench, kept: list[str]) -> None:
    """The middle of its icon is where Leaflet puts it, whatever size the small map gives it."""
    compare(bench, kept[1:])
    icons = bench.page.locator(".small-map .drawn-icon")
    expect(icons).to_have_count(2)
    apart = icons.evaluate_all(
        """(icons) => icons.map((icon) => {
             const at = icon.style.transform.match(/(-?[\\d.]+)px, (-?[\\d.]+)px/).slice(1);
             const box = icon.getBoundingClientRect();
             const pane = icon.parentElement.getBoundingClientRect();
             return Math.hypot(box.x + box.width / 2 - pane.x - at[0],
                               box.y + box.height / 2 - pane.y - at[1]);
           })"""
    )
    assert max(apart) < 1.5


def test_heavy_numbers_are_worked_out_on_demand_and_may_be_stopped(
    bench: Workbench, live: LiveService, kept: list[str]
) -> None:
    page = bench.page
    compare(bench, kept[:2])
    fair = page.locator("tbody[data-card=fair]")
    cost = row(page, "cost")
    expect(cost.locator("td").nth(1)).to_have_text("ikke regnet ud")
    held: list[Any] = []
    page.route("**/api/assess", lambda route: held.extend([route]))
    fair.get_by_role("button", name="Beregn").click()
    expect(fair.locator(".heavy")).to_contain_text("Regner … 0 af 3")
    fair.get_by_role("button", name="Stop").click()
    expect(fair.get_by_role("button", name="Beregn")).to_be_visible()
    page.unroute("**/api/assess")
    fair.get_by_role("button", name="Beregn").click()
    expect(fair.locator(".heavy")).to_have_count(0, timeout=READY_MS)
    for column, identity in enumerate(kept[:2], start=1):
        answer = asked(live, identity, indicators=["cost"])
        (whole,) = [each for each in answer["indicators"] if each["variant"] is None]
        said = f"{whole['proposal']:,.0f}".replace(",", ".")
        expect(cost.locator("td").nth(column)).to_contain_text(f"{said} kr.")
    expect(page.locator(".finding[data-about=cost]")).to_contain_text("billigere end forslag")


def test_switching_the_question_is_instant_once_it_was_asked(
    bench: Workbench, kept: list[str]
) -> None:
    page = bench.page
    compare(bench, kept[:2])
    questions: list[str] = []
    page.on("request", lambda request: questions.append(request.url))
    page.get_by_role("radio", name="På cykel").check()
    page.get_by_label("Inden for").select_option("20")
    expect(row(page, "share_within|bike|school|20")).to_be_visible()
    page.get_by_label("Hold op mod").select_option(kept[0])
    page.get_by_role("button", name=re.compile("forslag valgt")).click()
    page.locator(".menu-box").get_by_label(name_of(1, kept[1])).uncheck()
    page.locator(".comparison-chooser").get_by_label(name_of(1, kept[1])).check()
    wait_for_columns(page, 2)
    assert not [url for url in questions if url.endswith("/api/assess")]


def test_the_table_is_given_as_a_file(
    bench: Workbench, live: LiveService, kept: list[str], tmp_path: Path
) -> None:
    page = bench.page
    compare(bench, kept[:2])
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent tabellen (CSV)").click()
    assert download.value.suggested_filename == f"sammenligning-{AREA}.csv"
    file = tmp_path / "table.csv"
    download.value.save_as(file)
    head, *rows = csv.reader(io.StringIO(file.read_text("utf-8-sig")), delimiter=";")
    assert head[5:8] == [
        "I dag",
        f"A · {name_of(0, kept[0])}",
        f"B · {name_of(1, kept[1])}",
    ]
    (share,) = [
        each
        for each in asked(live, kept[1])["indicators"]
        if key_of(each) == "share_within|walk|school|10|"
    ]
    (written,) = [each for each in rows if each[2].startswith("Skole") and each[3] == "%"][:1]
    assert float(written[5].replace(",", ".")) == pytest.approx(share["baseline"] * 100, abs=1e-3)
    assert float(written[7].replace(",", ".")) == pytest.approx(share["proposal"] * 100, abs=1e-3)


def test_a_proposal_that_is_gone_says_so_and_the_others_stand(
    bench: Workbench, kept: list[str]
) -> None:
    page = bench.page
    gone = str(uuid4())
    page.goto(f"{bench.address}/#/{AREA}?compare={kept[0]},{gone}")
    troubled = page.locator(f".small-map[data-column='{gone}']")
    expect(troubled.get_by_role("alert")).to_contain_text("Forslaget findes ikke længere.")
    expect(row(page, "share_within|").locator("td").nth(1).locator("b")).to_be_visible(
        timeout=READY_MS
    )
    troubled.get_by_role("button", name="Tag Forslag B ud").click()
    expect(page.locator(".small-map")).to_have_count(2)


def test_a_service_that_is_away_is_tried_again(bench: Workbench, kept: list[str]) -> None:
    page = bench.page
    page.route("**/api/assess", lambda route: route.abort())
    page.goto(f"{bench.address}/#/{AREA}?compare={kept[0]},{kept[1]}")
    trouble = page.locator(".small-map [role=alert]")
    expect(trouble).to_have_count(3)
    expect(trouble.first).to_contain_text("Tjenesten svarer ikke.")
    assert serious_findings(page) == []
    page.unroute("**/api/assess")
    trouble.first.get_by_role("button", name="Prøv igen").click()
    wait_for_columns(page, 2)
    expect(trouble).to_have_count(0)


def tab_to(page: Page, wanted: Locator) -> None:
    """Go there as somebody without a mouse does."""
    for _ in range(60):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("no way there by Tab")


def test_everything_goes_by_keyboard(bench: Workbench, kept: list[str]) -> None:
    page = bench.page
    bench.open(AREA, CENTRE, more=f"&proposal={kept[0]}")
    page.locator(".proposal-menu > button").focus()
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Sammenlign forslag"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Forslag side om side")).to_be_focused()
    tab_to(page, page.locator(".comparison-few").get_by_label(name_of(2, kept[2])))
    page.keyboard.press("Space")
    wait_for_columns(page, 2)
    tab_to(page, page.locator(".small-map .map").first)
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile("at="))
    tab_to(page, page.get_by_role("button", name="Beregn").first)
    page.keyboard.press("Shift+Tab")
    page.get_by_role("button", name="Tilbage til kortet").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#map")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(bench: Workbench, kept: list[str], scheme: str) -> None:
    page = bench.page
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(f"{bench.address}/#/{AREA}?compare=")
    expect(page.locator(".comparison-few .check").first).to_be_visible()
    assert serious_findings(page) == []
    compare(bench, kept)
    assert serious_findings(page) == []
    page.get_by_role("button", name=re.compile("forslag valgt")).click()
    assert serious_findings(page) == []


def test_a_phone_reads_maps_and_table(phone: Page, live: LiveService, kept: list[str]) -> None:
    bench = Workbench(phone, live.address)
    compare(bench, kept[:2])
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    scroll = phone.locator(".comparison")
    label = row(phone, "share_within|").locator("th")
    before = label.bounding_box()
    scroll.evaluate("element => element.scrollTo(260, element.scrollTop)")
    after = label.bounding_box()
    assert before is not None
    assert after is not None
    # The labels stand still while the proposals go by.
    assert before["x"] == after["x"] == 0
    title = phone.get_by_role("heading", name="Forslag side om side").bounding_box()
    assert title is not None
    assert 0 <= title["x"] < 20
    expect(phone.locator(".small-map").nth(1)).to_be_in_viewport()
    assert serious_findings(phone) == []


def test_it_reads_in_english_too(bench: Workbench, kept: list[str]) -> None:
    page = bench.page
    compare(bench, kept[:2], "&category=grocery")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Proposals side by side")).to_be_visible()
    expect(page.locator(".finding[data-about=reach]")).to_contain_text(
        "more residents reach a grocery in under 10 minutes than with proposal A"
    )
