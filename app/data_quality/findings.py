"""What a check finds: one sentence with its place on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pyproj import Transformer

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Severity = Literal["error", "warning", "note"]
_TO_DEGREES = Transformer.from_crs(25832, 4326, always_xy=True)
_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: by which check, how bad, what, and where (degrees)."""

    check: str
    severity: Severity
    message: str
    layer: str
    feature: str
    lon: float
    lat: float

    @property
    def place(self) -> str:
        """The place the layer belongs to, or "areas" and the like for shared layers."""
        return self.layer.split("/", maxsplit=1)[0]


def found(  # noqa: PLR0913 - a finding and where it is
    check: str,
    message: str,
    layer: str,
    feature: str | int,
    geometry: BaseGeometry,
    *,
    severity: Severity = "error",
) -> Finding:
    """Give a finding on a geometry in metres."""
    # A broken geometry has no representative point; its first coordinate always exists.
    point = geometry.representative_point() if geometry.is_valid else None
    x, y = (point.x, point.y) if point is not None else _first(geometry)
    lon, lat = _TO_DEGREES.transform(x, y)
    return Finding(
        check, severity, message, layer, str(feature), round(lon, _DECIMALS), round(lat, _DECIMALS)
    )


def _first(geometry: BaseGeometry) -> tuple[float, float]:
    part = geometry
    while hasattr(part, "geoms"):
        part = part.geoms[0]
    line = part.exterior if part.geom_type == "Polygon" else part
    x, y = line.coords[0]
    return float(x), float(y)
