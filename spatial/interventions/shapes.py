"""What must be true of a drawn shape before any kind looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon, box

from spatial.geometry import is_finite
from spatial.interventions.base import Issue
from spatial.network.barriers import first_crossing

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from spatial.city import City
    from spatial.interventions.base import Intervention

LEAST_LENGTH_M: Final = 1.0
OUTSIDE_M: Final = 1_000.0
"""This far from the nearest street of the place a drawing cannot mean this place."""

_SHAPES_DA: Final = {"Point": "et punkt", "LineString": "en linje", "Polygon": "en flade"}
_SHAPES_EN: Final = {"Point": "a point", "LineString": "a line", "Polygon": "a polygon"}
_BARRIERS_DA: Final = {"motorway": "motorvejen", "railway": "jernbanen", "water": "vandet"}
_BARRIERS_EN: Final = {"motorway": "the motorway", "railway": "the railway", "water": "the water"}


def shape_issues(
    city: City, feature: Intervention, geometries: tuple[str, ...]
) -> tuple[Issue, ...]:
    """List what is wrong with a feature's shape, whatever its kind."""
    geometry = feature.geometry
    if geometry.geom_type not in geometries or geometry.is_empty:
        allowed_da = " eller ".join(_SHAPES_DA[name] for name in geometries)
        allowed_en = " or ".join(_SHAPES_EN[name] for name in geometries)
        shown = geometry.geom_type + (" (tom)" if geometry.is_empty else "")
        return (
            _error(
                feature,
                "wrong_geometry",
                f"{feature.kind} skal tegnes som {allowed_da}, men er {shown}.",
                f"{feature.kind} must be drawn as {allowed_en}, but is {geometry.geom_type}.",
                value=geometry.geom_type,
            ),
        )
    if not is_finite(geometry):
        return (
            Issue(
                "error",
                "bad_value",
                "Et koordinat er ikke et tal. Slet punktet, og tegn det igen.",
                "A coordinate is not a number. Delete the point and draw it again.",
                feature.id,
                None,
                "NaN",
            ),
        )
    outside = _outside(city, geometry)
    if outside is not None:
        return (
            _error(
                feature,
                "outside_data",
                "Det tegnede ligger uden for det område, der er data for.",
                "What is drawn lies outside the place there is data for.",
                place=outside,
                value=outside.wkt,
            ),
        )
    if isinstance(geometry, LineString):
        return _line_issues(feature, geometry)
    if isinstance(geometry, Polygon) and not geometry.is_valid:
        return (_crosses_itself(feature, shapely.is_valid_reason(geometry)),)
    return ()


def _outside(city: City, geometry: BaseGeometry) -> shapely.Point | None:
    """Give the first corner that is far from all streets."""
    bounds = city.bounds
    near = box(*bounds).buffer(OUTSIDE_M) if np.isfinite(bounds).all() else Polygon()
    corners = shapely.points(shapely.get_coordinates(geometry))
    outside = corners[~shapely.intersects(near, corners)]
    return outside[0] if len(outside) else None


def _line_issues(feature: Intervention, line: LineString) -> tuple[Issue, ...]:
    if line.length < LEAST_LENGTH_M:
        return (
            _error(
                feature,
                "too_short",
                f"Linjen er {line.length:.2f} m lang. Den skal være mindst 1 m.",
                f"The line is {line.length:.2f} m long. It must be at least 1 m.",
                value=round(line.length, 3),
            ),
        )
    if not line.is_simple:
        return (_crosses_itself(feature, "self-intersection"),)
    return ()


def _crosses_itself(feature: Intervention, reason: str) -> Issue:
    return _error(
        feature,
        "self_crossing",
        "Stregen krydser sig selv. Del den i flere, eller flyt et punkt.",
        "The outline crosses itself. Split it or move a point.",
        value=reason,
    )


def _error(  # noqa: PLR0913 - an issue is all of these
    feature: Intervention,
    code: str,
    message_da: str,
    message_en: str,
    *,
    place: BaseGeometry | None = None,
    value: object = None,
) -> Issue:
    shape = feature.geometry if place is None else place
    return Issue("error", code, message_da, message_en, feature.id, shape, value)


def barrier_issues(city: City, feature: Intervention, line: LineString) -> tuple[Issue, ...]:
    """Refuse a line at grade that meets a barrier, and say where."""
    crossing = first_crossing(city.linker.barriers, line)
    if crossing is None:
        return ()
    barrier_da, barrier_en = _BARRIERS_DA[crossing.kind], _BARRIERS_EN[crossing.kind]
    return (
        _error(
            feature,
            "crosses_barrier",
            f"Stien krydser {barrier_da} i niveau. Gør den til en bro eller en tunnel,"
            " eller flyt den.",
            f"The way crosses {barrier_en} at grade. Make it a bridge or a tunnel, or move it.",
            place=crossing.point,
            value=crossing.id,
        ),
    )
