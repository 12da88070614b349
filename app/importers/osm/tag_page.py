"""The tag tables as a page: ``python -m app.importers.osm.tag_page > docs/osm-tags.md``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from app.importers.osm.tag_tables import (
    BARRIERS,
    FACILITIES,
    GATES,
    LAND_COVER,
    STREET_CLASSES,
    SURFACES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.importers.osm.tag_tables import Rule

_INTRODUCTION = """# What OpenStreetMap becomes

Written from `app/importers/osm/tag_tables.py`, which is what the reader uses. In every table the
first row that fits counts; `*` is any value but `no`. Who may walk and cycle on a street is read
from `foot`, `bicycle`, `access`, `vehicle`, `oneway`, `oneway:bicycle` and `cycleway*`
(`app/importers/osm/street_tags.py`): `dismount` and `use_sidepath` close a street to cycling, and
a `cycleway` without a word about walking is walked, as the Danish traffic law has it where there
is no pavement. `bridge` and `tunnel` give the grade; two ways join where they share a node, and
nowhere else. Where ways meet, `highway=traffic_signals`, `highway=crossing`, `crossing`,
`crossing:signals`, `crossing:markings`, `crossing:island` and `crossing_ref` say whether a light, a
zebra, a refuge or nothing helps over the street (`app/importers/osm/crossings.py`); lights within
25 m of a junction are the junction's. What is not understood is told and stays unknown.
"""


def tag_page() -> str:
    """Give the page."""
    parts = [
        _INTRODUCTION,
        _table("Streets", "`highway`", "street class", _by_value(STREET_CLASSES)),
        _table("Surfaces", "`surface`", "surface", _by_value(SURFACES)),
        _table("Gates on a street", "`barrier`", "who passes", _gates()),
        _table("Facilities", "tag", "category", _rules(FACILITIES)),
        _table("Barriers", "tag", "kind", _rules(BARRIERS)),
        _table("Land cover", "tag", "kind", _rules(LAND_COVER)),
    ]
    return "\n".join(parts)


def _table(title: str, left: str, right: str, rows: Iterator[tuple[str, str]]) -> str:
    lines = [f"## {title}\n", f"| {left} | {right} |", "|---|---|"]
    lines += [f"| {one} | {two} |" for one, two in rows]
    return "\n".join(lines) + "\n"


def _by_value(table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for wanted in dict.fromkeys(table.values()):
        yield ", ".join(f"`{key}`" for key, value in table.items() if value == wanted), wanted


def _rules(rules: Sequence[Rule]) -> Iterator[tuple[str, str]]:
    for rule in rules:
        yield ", ".join(f"`{rule.key}={value}`" for value in sorted(rule.values)), rule.becomes


def _gates() -> Iterator[tuple[str, str]]:
    words = {(True, False): "people on foot", (False, False): "nobody"}
    for value, passes in GATES.items():
        yield f"`{value}`", words[passes]
    yield "any other", "everybody, unless `access`, `foot`, `bicycle` or `locked` says otherwise"


if __name__ == "__main__":
    sys.stdout.write(tag_page())
