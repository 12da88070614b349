"""What the page shows, beside what the service says, written as a reader sees it."""

import math
from typing import Any

from tests.browser.live_service import LiveService
from tests.browser.workbench import Workbench

WORDS = {
    "da": {"unreachable": "kan ikke nås", "unknown": "ukendt", "s": "sek.", "money": "ca. {} kr."},
    "en": {
        "unreachable": "cannot be reached",
        "unknown": "unknown",
        "s": "s",
        "money": "about DKK {}",
    },
}
MILLIONS = {"da": "ca. {} mio. kr.", "en": "about DKK {} million"}
UNITS = {"ms", "share", "residents", "ratio"}
MILLION = 1_000_000


def written(value: float | None, unit: str, language: str = "da") -> str:
    """Write a number as a reader sees it, worked out apart from the page's own code."""
    if value is None:
        return WORDS[language]["unreachable" if unit == "ms" else "unknown"]
    if unit == "ms":
        minutes = abs(value) / 60_000
        if 0 < minutes < 1:
            return f"{round(value / 1000)} {WORDS[language]['s']}"
        return _local(f"{value / 60_000:.{1 if minutes < 10 else 0}f} min", language)
    if unit == "share":
        return _local(f"{value * 100:.1f}" + ("\u00a0%" if language == "da" else "%"), language)
    if unit == "residents":
        return _local(f"{value:,.0f}", language)
    if unit == "ratio":
        return _local(f"{value:.2f}", language)
    raise LookupError(unit)


def rough_kroner(kr: float, language: str = "da") -> str:
    """Write an estimate with two figures."""
    step = 10 ** max(0, math.floor(math.log10(kr)) - 1)
    rounded = math.floor(kr / step + 0.5) * step
    if rounded < MILLION:
        return WORDS[language]["money"].format(_local(f"{rounded:,.0f}", language))
    millions = rounded / MILLION
    number = _local(f"{millions:,.{1 if millions < 10 else 0}f}", language)
    return MILLIONS[language].format(number)


def _local(number: str, language: str) -> str:
    return number.translate(str.maketrans(",.", ".,")) if language == "da" else number


def drawn_features(bench: Workbench) -> list[dict[str, Any]]:
    """Give what is drawn now, from the page's own outbox: written before anything is sent."""
    features: list[dict[str, Any]] = bench.page.evaluate(
        """() => {
          const key = Object.keys(localStorage).filter(each => each.startsWith('forbind.draft.'));
          const drafts = key.map(each => JSON.parse(localStorage[each]))
            .sort((a, b) => a.changedAt < b.changedAt ? 1 : -1);
          const {pool, states, present} = drafts[0].history;
          return states[present].members.map(index => pool[index]);
        }"""
    )
    return features


def assessed(
    live: LiveService, area: str, features: list[dict[str, Any]], **more: object
) -> dict[str, Any]:
    """Ask the service what the page should show."""
    answer: dict[str, Any] = live.ask(
        "/api/assess",
        {
            "area": area,
            "interventions": {"type": "FeatureCollection", "features": features},
            "modes": ["walk", "bike"],
            "cutoffs_min": [5, 10, 15, 20, 30],
            **more,
        },
    )
    return answer


def cost_kr(live: LiveService, area: str, features: list[dict[str, Any]]) -> float | None:
    """Give the service's own estimate for a drawing."""
    rows = assessed(live, area, features, indicators=["cost"])["indicators"]
    kr: float | None = next(row["proposal"] for row in rows if row["variant"] is None)
    return kr


def open_table(bench: Workbench) -> None:
    """Show every number of the chosen way of moving, also on a phone whose sheet is low."""
    bench.page.evaluate("document.querySelector('.numbers').open = true")
    only_changed = bench.page.locator(".numbers .check input").first
    only_changed.wait_for(state="attached")
    only_changed.evaluate("box => box.checked && box.click()")


def shown_table(bench: Workbench) -> dict[str, list[str]]:
    """Give the rows of the table: before and after, as they are written."""
    shown: dict[str, list[str]] = bench.page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('tr[data-row]')].map(
             row => [row.dataset.row, [...row.querySelectorAll('td')].slice(0, 2).map(
               cell => cell.textContent)]))"""
    )
    return shown


def assert_table_agrees(bench: Workbench, answer: dict[str, Any], language: str = "da") -> None:
    """Compare the table with an answer of the service."""
    expected = {}
    for row in answer["indicators"]:
        if row["mode"] in {None, "walk"} and row["unit"] in UNITS:
            parts = [row[part] for part in ("id", "mode", "category", "cutoff_min", "variant")]
            key = "|".join("" if part is None else str(part) for part in parts)
            expected[key] = [
                written(row["baseline"], row["unit"], language),
                written(row["proposal"], row["unit"], language),
            ]
    assert len(expected) > 50
    shown = shown_table(bench)
    differing = {
        key: (shown.get(key), said) for key, said in expected.items() if shown.get(key) != said
    }
    # Halves are rounded to even here and away from zero there.
    assert len(differing) <= len(expected) // 50, differing
