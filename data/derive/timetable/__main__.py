"""Derive the modelled timetable: ``python -m data.derive.timetable [--geo data/geo]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.derive.timetable.feed import feed_tables
from data.derive.timetable.lines import read_lines, read_poles

LINES = Path(__file__).with_name("lines.toml")
_GEO = Path(__file__).parents[2] / "geo"


def derive(geo: Path) -> dict[str, str]:
    """Give every file of the feed, from the stops of the places and the lines written down."""
    lines, assumed, beyond = read_lines(LINES)
    return feed_tables(lines, read_poles(geo, beyond), assumed)


def main() -> int:
    """Write the feed beside the layers."""
    parser = argparse.ArgumentParser(prog="python -m data.derive.timetable", description=__doc__)
    parser.add_argument("--geo", type=Path, default=_GEO)
    folder = parser.parse_args().geo
    (folder / "timetable").mkdir(exist_ok=True)
    for name, text in derive(folder).items():
        (folder / "timetable" / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
