"""Run the measurements that are named, or all, and print one table."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bench.registry import BENCHES
from bench.report import as_table, write_json

if TYPE_CHECKING:
    from bench.measurement import Result


def main() -> int:
    """Measure; exits with 1 where a target that was set is missed."""
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    known = ", ".join(BENCHES)
    parser.add_argument("names", nargs="*", metavar="name", help=f"any of {known}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep every single time there")
    asked = parser.parse_args()
    unknown = sorted(set(asked.names) - set(BENCHES))
    if unknown:
        parser.error(f"{', '.join(unknown)}: not known; use {known}")
    results: list[Result] = []
    for name in asked.names or BENCHES:
        sys.stderr.write(f"{name} …\n")
        results += BENCHES[name]()
    sys.stdout.write(as_table(results) + "\n")
    if asked.json is not None:
        write_json(results, asked.json)
    return 0 if all(all(result.targets.values()) for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
