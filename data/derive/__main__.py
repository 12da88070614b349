"""Derive the layers: ``python -m data.derive --reference DIR [--out data/geo]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.derive.emit import write_common, write_place
from data.derive.layers import derive_place
from data.derive.places import PLACES
from data.derive.reference import read_areas
from data.derive.report import report
from data.derive.sources import SOURCES

_HERE = Path(__file__).parent


def main() -> int:
    """Read the reference data and write every layer."""
    parser = argparse.ArgumentParser(prog="python -m data.derive", description=__doc__)
    parser.add_argument("--reference", type=Path, required=True, help="folder of reference data")
    parser.add_argument("--out", type=Path, default=_HERE.parent / "geo")
    parser.add_argument("--drawn", type=Path, default=_HERE / "drawn")
    arguments = parser.parse_args()
    areas = read_areas(arguments.reference / "sites" / "areas.gpkg")
    derived = []
    for place in PLACES:
        layers = derive_place(place, areas, arguments.reference, arguments.drawn)
        write_place(arguments.out / place.id, layers)
        (arguments.out / place.id / "REPORT.md").write_text(report(layers), encoding="utf-8")
        sys.stdout.write(f"{place.name}: {len(layers.network.edges)} street edges\n")
        derived.append(layers)
    write_common(arguments.out, derived, areas, SOURCES)
    return 0


if __name__ == "__main__":
    sys.exit(main())
