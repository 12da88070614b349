"""What the service asks the engine, and what it gets back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from spatial.network.model import STREET_MODES, Mode
from spatial.transit.table import Departures

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt

    from spatial.boundary_detail import BoundaryDetail
    from spatial.explanations import Story
    from spatial.indicators.base import IndicatorValue
    from spatial.indicators.severance import Detours
    from spatial.interventions.base import Intervention, Issue, Join
    from spatial.lenses import Lens
    from spatial.tables import Area
    from spatial.units import BoolArray, Float64Array, Int32Array, Int64Array

DETAILS = frozenset({"homes", "edges", "streets", "routes", "boundary", "severance"})


@dataclass(frozen=True, slots=True)
class AssessRequest:
    """Ask what a drawing does to an area.

    Parameters
    ----------
    area : Area
    interventions : tuple of Intervention
    modes : tuple of Mode
    cutoffs_min : tuple of int
        Whole minutes, 1 to 120.
    detail : frozenset of str
        Any of "homes", "edges", "streets", "routes", "boundary" and "severance".
    lens : Lens or None
        Through whose eyes walking is seen; None for everybody's.
    indicators : tuple of str or None
        Ids of what to compute; None for those that are answered while drawing.
    home_indicators : tuple of str or None
        Those of them to give per home as well; None for all that can be.
    settings : mapping from indicator id to mapping from parameter to number
        What differs from the defaults.
    route_categories : tuple of str or None
        The categories to tell routes for; None for all that some facility has.
    route_homes : int
        How many homes that gain, and how many that lose, to tell of for each mode and category.
    departures : Departures
        When people set out who take the bus or the train.
    """

    area: Area
    interventions: tuple[Intervention, ...] = ()
    modes: tuple[Mode, ...] = STREET_MODES
    cutoffs_min: tuple[int, ...] = (5, 10, 15, 20, 30)
    detail: frozenset[str] = field(default_factory=frozenset)
    lens: Lens | None = None
    indicators: tuple[str, ...] | None = None
    home_indicators: tuple[str, ...] | None = None
    settings: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    route_categories: tuple[str, ...] | None = None
    route_homes: int = 5
    departures: Departures = field(default_factory=Departures)


@dataclass(frozen=True, slots=True)
class HomeValues:
    """One indicator for every home.

    Parameters
    ----------
    baseline, proposal : int64 or float64 array, shape (homes,)
        With unit "ms": whole milliseconds, -1 where unreachable. Otherwise NaN where there is
        no value. Homes that do not exist in the baseline have -1 or NaN there.
    """

    indicator: str
    mode: Mode
    category: str | None
    cutoff_min: int | None
    unit: str
    baseline: npt.NDArray[np.generic]
    proposal: npt.NDArray[np.generic]


@dataclass(frozen=True, slots=True)
class HomeDetail:
    """Values per home: every home of the place in table order, then the drawn homes.

    Parameters
    ----------
    residents, residents_proposal : float64 array, shape (homes,)
    xy : float64 array, shape (homes, 2)
    in_area : bool array, shape (homes,)
    """

    ids: tuple[str, ...]
    residents: Float64Array
    residents_proposal: Float64Array
    xy: Float64Array
    in_area: BoolArray
    values: tuple[HomeValues, ...]


@dataclass(frozen=True, slots=True)
class StreetValues:
    """One indicator for every street and every drawn stretch of way.

    Parameters
    ----------
    baseline, proposal : float64 array, shape (streets,)
        In the order of the street table; NaN where there is no value.
    drawn : float64 array, shape (drawn stretches,)
        In the order of `StreetDetail.drawn_ids`, with the drawing; NaN where there is no value.
    """

    indicator: str
    mode: Mode
    category: str | None
    cutoff_min: int | None
    variant: str | None
    unit: str
    baseline: Float64Array
    proposal: Float64Array
    drawn: Float64Array


@dataclass(frozen=True, slots=True)
class StreetDetail:
    """Values per street: every street of the place in table order, then what is drawn.

    Parameters
    ----------
    ids : int64 array, shape (streets,)
    drawn_ids : tuple of str
        As in the model bundle.
    drawn_geometry : object array of LineString
    """

    ids: Int64Array
    drawn_ids: tuple[str, ...]
    drawn_geometry: npt.NDArray[np.object_]
    values: tuple[StreetValues, ...]


@dataclass(frozen=True, slots=True)
class EdgeDetail:
    """Pieces of street that the drawing adds or closes.

    Parameters
    ----------
    ids : tuple of str
        As in the model bundle; a changed or partly closed stretch of street is c and its number.
    states : tuple of "added", "closed" or "changed"
    geometry : object array of LineString
    walk_ms, bike_ms : int32 array
        From start to end; `UNREACHABLE_MS` where the mode is not allowed.
    """

    ids: tuple[str, ...]
    states: tuple[Literal["added", "closed", "changed"], ...]
    geometry: npt.NDArray[np.object_]
    walk_ms: Int32Array
    bike_ms: Int32Array


@dataclass(frozen=True, slots=True)
class Resolution:
    """What can be said about a drawing without computing anything."""

    issues: tuple[Issue, ...]
    joins: tuple[Join, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing stops an assessment."""
        return all(issue.severity != "error" for issue in self.issues)


@dataclass(frozen=True, slots=True)
class Assessment:
    """The answer; without indicators where an issue is an error.

    `severance` is None also where walking is not among the modes.
    """

    issues: tuple[Issue, ...]
    joins: tuple[Join, ...]
    indicators: tuple[IndicatorValue, ...] = ()
    homes: HomeDetail | None = None
    edges: EdgeDetail | None = None
    streets: StreetDetail | None = None
    routes: tuple[Story, ...] | None = None
    boundary: tuple[BoundaryDetail, ...] | None = None
    severance: Detours | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing stopped the assessment."""
        return all(issue.severity != "error" for issue in self.issues)
