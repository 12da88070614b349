"""Checks of single rows and of sums: ids, geometry, sources, attachment, homes."""

from __future__ import annotations

from collections import Counter
from math import isclose
from typing import TYPE_CHECKING

import shapely

from app.data_quality.attachment import FARTHEST_M, attach
from app.data_quality.findings import Finding, found
from app.data_quality.rows import LayerRow, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.importers.geo_layers import GeoLayers
    from app.importers.geo_rows import AreaRow


def unique_ids(layers: GeoLayers) -> Iterator[Finding]:
    """Check that no two rows of a kind share an id, over all places."""
    rows = list(rows_of(layers))
    counts = Counter((_kind(row), row.id) for row in rows)
    for row in rows:
        count = counts[_kind(row), row.id]
        if count > 1:
            message = f"the id {row.id} stands {count} times; give each its own"
            yield found("unique_ids", message, row.layer, row.id, row.geometry)


def _kind(row: LayerRow) -> str:
    # Stops come from one national register, so the same stop may serve two windows.
    return row.layer if row.layer.endswith("/stops") else row.layer.rsplit("/", maxsplit=1)[-1]


def valid_geometry(layers: GeoLayers) -> Iterator[Finding]:
    """Check that every geometry is valid and not empty."""
    for row in rows_of(layers):
        if row.geometry.is_empty:
            # Nowhere to point at: the layer's first row would mislead, so the origin is shown.
            message = "the geometry is empty; draw it or delete the row"
            yield Finding("valid_geometry", "error", message, row.layer, row.id, 0.0, 0.0)
        elif not row.geometry.is_valid:
            message = f"{shapely.is_valid_reason(row.geometry)}; draw it again"
            yield found("valid_geometry", message, row.layer, row.id, row.geometry)


def sourced(layers: GeoLayers) -> Iterator[Finding]:
    """Check that every row names a source that is described."""
    known = {source.id for source in layers.sources}
    for row in rows_of(layers):
        if row.source not in known:
            message = f"the source {row.source!r} is not described in sources"
            yield found("sourced", message, row.layer, row.id, row.geometry)


def attached(layers: GeoLayers) -> Iterator[Finding]:
    """Check that homes and facilities reach a walkable street without crossing a barrier."""
    places = {home.place for home in layers.homes} | {f.place for f in layers.facilities}
    for place in sorted(places):
        streets = [s.geometry for s in layers.streets if s.place == place and s.walk]
        barriers = [b.geometry for b in layers.barriers if b.place == place]
        points = [
            *(("homes", home.id, home.geometry) for home in layers.homes if home.place == place),
            *(("facilities", f.id, f.geometry) for f in layers.facilities if f.place == place),
        ]
        reached = attach([geometry for _, _, geometry in points], streets, barriers)
        for (layer, identity, geometry), attachment in zip(points, reached, strict=True):
            if attachment.distance_m is not None:
                continue
            nearest = attachment.nearest_m
            why = (
                f"no street within {FARTHEST_M:.0f} m"
                if nearest is None
                else f"the nearest street, {nearest:.0f} m away, lies behind a barrier, "
                f"and no other is within {FARTHEST_M:.0f} m"
            )
            message = f"{why}; move the point or draw the way to it"
            yield found("attached", message, f"{place}/{layer}", identity, geometry)


def area_sums(layers: GeoLayers) -> Iterator[Finding]:
    """Check that the homes and residents of points add up to what each area is said to have."""
    for area in layers.areas:
        own = [home for home in layers.homes if home.area == area.id]
        residents = sum(home.residents for home in own)
        homes = sum(home.homes or 0 for home in own)
        if area.residents is not None and not isclose(residents, area.residents, abs_tol=1e-6):
            yield _sum_finding(area, "residents", residents, area.residents)
        if area.homes is not None and not isclose(homes, area.homes, abs_tol=1e-6):
            yield _sum_finding(area, "homes", homes, area.homes)


def _sum_finding(area: AreaRow, what: str, points: float, stated: float) -> Finding:
    message = f"the points hold {points:g} {what}, the area says {stated:g}; make them agree"
    return found("area_sums", message, "areas", area.id, area.geometry)
