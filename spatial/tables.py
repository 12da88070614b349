"""What the engine is told about a place: plain columns, checked once.

All coordinates are EPSG:25832 metres.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from shapely.geometry import MultiPolygon, Polygon

    from spatial.units import BoolArray, Float64Array, Int64Array

CATEGORIES: Final = (
    "school",
    "daycare",
    "youth_education",
    "grocery",
    "retail",
    "service",
    "health",
    "leisure",
    "culture",
    "park",
    "workplace",
    "station",
    "stop",
)

BIKE_NONE, BIKE_BOTH, BIKE_FORWARD, BIKE_BACKWARD = 0, 1, 2, 3
AT_GRADE, BRIDGE, TUNNEL = 0, 1, 2
CONTROLLED: Final = frozenset({"signal", "zebra"})
"""Where these stand, crossing a street costs a walker nothing."""
GRADES: Final = {"at_grade": AT_GRADE, "bridge": BRIDGE, "tunnel": TUNNEL}
BARRIER_KINDS: Final = ("motorway", "railway", "water")


@dataclass(frozen=True, slots=True)
class StreetTable:
    """Street edges; edges meet only where they name the same node.

    Parameters
    ----------
    ids, from_node, to_node : int64 array, shape (n,)
    geometry : object array of LineString, shape (n,)
        From `from_node` to `to_node`.
    walk : bool array
    bike : int8 array
        0 none, 1 both ways, 2 forward only, 3 backward only.
    grade : int8 array
        0 at grade, 1 bridge, 2 tunnel.
    street_class : tuple of str
    lit : tuple of bool or None
        None where nobody knows.
    steps : bool array
    speed_kmh : tuple of int or None
    surface : tuple of str or None
        Empty where it is not known of any street.
    helped : bool array, shape (n, 2), or None
        Whether a light or a zebra stands where the street begins and where it ends; None where it
        is not known of any street.
    """

    ids: Int64Array
    from_node: Int64Array
    to_node: Int64Array
    geometry: npt.NDArray[np.object_]
    walk: BoolArray
    bike: npt.NDArray[np.int8]
    grade: npt.NDArray[np.int8]
    street_class: tuple[str, ...]
    lit: tuple[bool | None, ...]
    steps: BoolArray
    speed_kmh: tuple[int | None, ...]
    surface: tuple[str | None, ...] = ()
    helped: BoolArray | None = None


@dataclass(frozen=True, slots=True)
class HomeTable:
    """Points where people live.

    Parameters
    ----------
    ids : tuple of str
    xy : float64 array, shape (n, 2)
    residents : float64 array
    area_ids : tuple of str or None
        The housing area the home is counted in; None outside all of them.
    municipality_codes : tuple of str
    """

    ids: tuple[str, ...]
    xy: Float64Array
    residents: Float64Array
    area_ids: tuple[str | None, ...]
    municipality_codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FacilityTable:
    """Points people have an errand at.

    Parameters
    ----------
    ids, names, categories : tuple of str
        Categories from `CATEGORIES`.
    xy : float64 array, shape (n, 2)
    capacity : tuple of float or None
    departures_weekday : float64 array, shape (n,), or None
        Of stops and stations, NaN where nobody knows; None where it is known of none.
    departures_06_20 : float64 array, shape (n,), or None
        The same from 6 to 20, by a timetable; None where there is none.
    """

    ids: tuple[str, ...]
    xy: Float64Array
    categories: tuple[str, ...]
    capacity: tuple[float | None, ...]
    names: tuple[str, ...]
    departures_weekday: Float64Array | None = None
    departures_06_20: Float64Array | None = None


@dataclass(frozen=True, slots=True)
class BarrierTable:
    """Motorways, railways and water; lines or polygons.

    Parameters
    ----------
    ids, kinds : tuple of str
        Kinds from `BARRIER_KINDS`.
    geometry : object array of LineString, MultiLineString, Polygon or MultiPolygon
    """

    ids: tuple[str, ...]
    kinds: tuple[str, ...]
    geometry: npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Area:
    """A housing area: its boundary and the municipality it is compared with."""

    id: str
    name: str
    geometry: Polygon | MultiPolygon
    municipality_code: str
