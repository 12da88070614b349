"""Run every check, and write what was found as text, JSON or GeoJSON."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from app.data_quality.network_checks import coinciding_nodes, connected, through_barriers
from app.data_quality.row_checks import area_sums, attached, sourced, unique_ids, valid_geometry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.data_quality.findings import Finding, Severity
    from app.importers.geo_layers import GeoLayers

CHECKS: tuple[Callable[[GeoLayers], Iterator[Finding]], ...] = (
    unique_ids,
    valid_geometry,
    sourced,
    coinciding_nodes,
    connected,
    through_barriers,
    attached,
    area_sums,
)
_ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}


def check_layers(layers: GeoLayers) -> tuple[Finding, ...]:
    """Run every check; the worst findings of each place come first."""
    # The other checks measure geometry: where some of it is broken, that comes first.
    broken = list(valid_geometry(layers))
    checks = (unique_ids, sourced) if broken else tuple(c for c in CHECKS if c != valid_geometry)
    findings = [*broken, *(finding for check in checks for finding in check(layers))]
    return tuple(
        sorted(findings, key=lambda f: (f.place, _ORDER[f.severity], f.check, f.layer, f.feature))
    )


def as_text(findings: Sequence[Finding], layers: GeoLayers) -> str:
    """Give the findings as lines grouped by place, with what was looked at."""
    counts = Counter(finding.severity for finding in findings)
    names = {place.id: place.name for place in layers.places}
    lines = [
        (
            f"{len(layers.streets)} streets, {len(layers.homes)} homes, "
            f"{len(layers.facilities)} facilities, {len(layers.barriers)} barriers in "
            f"{len(layers.places)} places; {len(CHECKS)} checks."
        ),
    ]
    for place in sorted({finding.place for finding in findings}):
        lines += ["", names.get(place, place)]
        lines += [
            f"  {finding.severity:7} {finding.check}: {finding.layer} {finding.feature} "
            f"at {finding.lat:.6f}, {finding.lon:.6f}: {finding.message}"
            for finding in findings
            if finding.place == place
        ]
    summary = ", ".join(
        f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}"
        for severity in _ORDER
    )
    return "\n".join([*lines, "", f"Found {summary}.", ""])


def as_json(findings: Sequence[Finding]) -> str:
    """Give the findings as a JSON list."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1)


def as_geojson(findings: Sequence[Finding]) -> str:
    """Give the findings as points on a map."""
    features = [
        {
            "type": "Feature",
            "properties": {
                name: value for name, value in asdict(finding).items() if name not in {"lon", "lat"}
            },
            "geometry": {"type": "Point", "coordinates": [finding.lon, finding.lat]},
        }
        for finding in findings
    ]
    content = {"type": "FeatureCollection", "features": features}
    return json.dumps(content, ensure_ascii=False)
