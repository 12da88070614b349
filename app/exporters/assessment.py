"""An assessment as a table to read, as CSV and as GeoJSON."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

Answer = Mapping[str, Any]
COLUMNS = (
    "id",
    "mode",
    "category",
    "cutoff_min",
    "variant",
    "unit",
    "better",
    "baseline",
    "proposal",
    "change",
    "known_share",
)
_MS_PER_MINUTE = 60_000


def as_csv(answer: Answer) -> str:
    """Write one line per number."""
    target = io.StringIO()
    writer = csv.DictWriter(target, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(answer["indicators"])
    return target.getvalue()


def as_table(answer: Answer) -> str:
    """Write the numbers that changed, in columns; then what was found in the drawing."""
    changed = [row for row in answer["indicators"] if row["baseline"] != row["proposal"]]
    rows = [("indicator", "of", "before", "after", "change")]
    rows += [
        (
            row["id"],
            _subject(row),
            *(_number(row, key) for key in ("baseline", "proposal", "change")),
        )
        for row in changed
    ]
    lines = [f"{answer['area']}, dataset {answer['dataset']}, {answer['elapsed_ms']} ms", ""]
    lines += _aligned(rows) if changed else ["Nothing changes."]
    unchanged = len(answer["indicators"]) - len(changed)
    lines += ["", f"{unchanged} other numbers stay as they are (--format csv shows all)."]
    lines += [f"{issue['severity']}: {issue['message']}" for issue in answer["issues"]]
    return "\n".join(lines) + "\n"


def as_geojson(answer: Answer) -> dict[str, object]:
    """Write the homes as points, each with its values before and after."""
    homes = answer["homes"]
    features = [
        {
            "type": "Feature",
            "id": identity,
            "geometry": {"type": "Point", "coordinates": [homes["lon"][at], homes["lat"][at]]},
            "properties": {
                "residents": homes["residents"][at],
                "residents_proposal": homes["residents_proposal"][at],
                "in_area": homes["in_area"][at],
                **_home_values(homes["values"], at),
            },
        }
        for at, identity in enumerate(homes["ids"])
    ]
    header = {key: answer[key] for key in ("area", "dataset", "version")}
    return {"type": "FeatureCollection", "forbind": header, "features": features}


def _home_values(values: Sequence[Mapping[str, Any]], at: int) -> dict[str, object]:
    columns: dict[str, object] = {}
    for row in values:
        parts = (row["indicator"], row["mode"], row["category"], row["cutoff_min"])
        name = "_".join(str(part) for part in parts if part is not None)
        columns[f"{name}_before"] = row["baseline"][at]
        columns[f"{name}_after"] = row["proposal"][at]
    return columns


def _subject(row: Mapping[str, Any]) -> str:
    cutoff = None if row["cutoff_min"] is None else f"{row['cutoff_min']} min"
    parts = (row["mode"], row["category"], cutoff, row["variant"])
    return " ".join(str(part) for part in parts if part is not None)


def _number(row: Mapping[str, Any], key: str) -> str:
    value = row[key]
    if value is None:
        return "unknown" if key == "change" else "none"
    sign = "+" if key == "change" else ""
    match row["unit"]:
        case "ms":
            return f"{value / _MS_PER_MINUTE:{sign}.2f} min"
        case "share":
            return f"{value * 100:{sign}.1f} %"
        case unit:
            return f"{value:{sign},.2f} {unit}"


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if at <= 1 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
