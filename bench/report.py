"""Results as a table to read and as JSON to keep."""

from __future__ import annotations

import json
import os
import platform
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bench.measurement import Result


def as_table(results: Sequence[Result]) -> str:
    """Write a Markdown table, with what each result promises and what it leaves out below."""
    lines = [
        "| what | on | who | median | p95 | times ours |",
        "|---|---|---|---:|---:|---:|",
    ]
    for result in results:
        for place, row in enumerate(result.timings):
            ratio = "" if place == 0 else f"{result.ratio(row.contender):,.1f}"
            times = f"{_shown(row.median_s)} | {_shown(row.p95_s)}"
            subject = f"{result.bench} | {result.subject}"
            lines.append(f"| {subject} | {row.contender} | {times} | {ratio} |")
    lines.append("")
    for result in results:
        lines += [
            f"- {result.bench}, {result.subject}: {name}: {'kept' if kept else '**missed**'}"
            for name, kept in result.targets.items()
        ]
        lines += [f"- {result.bench}, {result.subject}: {note}" for note in result.notes]
    peak = max((result.peak_mib for result in results), default=0.0)
    lines.append(f"- Peak memory of the whole run: {peak:,.0f} MiB.")
    return "\n".join(lines)


def _shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1.0 else f"{seconds * 1000:.1f} ms"


def write_json(results: Sequence[Result], file: Path) -> None:
    """Keep every single time, and what machine they were taken on."""
    document = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {
            "system": platform.platform(),
            "python": platform.python_version(),
            "cores": os.cpu_count(),
        },
        "results": [result.as_json() for result in results],
    }
    file.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
