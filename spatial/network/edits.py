"""What drawn features ask of the network and its people, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spatial.lenses import WayFacts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry import LineString
    from shapely.geometry.base import BaseGeometry

    from spatial.network.model import Mode


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A new way.

    Parameters
    ----------
    grade : int
        0 at grade, 1 bridge, 2 tunnel; the last two join only at their ends.
    takes_front_doors : bool
        Whether homes and facilities beside it may use it.
    delay_ms : int
        Waiting on the way, each direction: half of it before `delay_from_ticks`, the rest after
        `delay_to_ticks`, so that whoever turns off in the road pays one half.
    facts : WayFacts
        What a lens may ask of it.
    """

    feature: str
    line: LineString
    modes: frozenset[Mode]
    grade: int = 0
    takes_front_doors: bool = True
    delay_ms: int = 0
    delay_from_ticks: int = 0
    delay_to_ticks: int = 0
    facts: WayFacts = field(default_factory=WayFacts)


@dataclass(frozen=True, slots=True)
class DrawnFacility:
    """A new facility."""

    feature: str
    x: float
    y: float
    category: str
    capacity: float | None
    name: str


@dataclass(frozen=True, slots=True)
class DrawnHomes:
    """New homes at one place."""

    feature: str
    x: float
    y: float
    residents: float


@dataclass(frozen=True, slots=True)
class Closure:
    """A stretch of street or a whole district that some modes may no longer pass."""

    feature: str
    geometry: BaseGeometry
    modes: frozenset[Mode]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a street of the base, in tenths of a millimetre from its start."""

    street: int
    start_ticks: int
    end_ticks: int


@dataclass(frozen=True, slots=True)
class Change:
    """Other attributes for stretches of standing streets.

    Parameters
    ----------
    attributes : mapping from name to value
        Any of `lit`, `surface`, `steps` and `speed_kmh`, and `modes` as a frozenset of Mode.
    """

    feature: str
    stretches: tuple[Stretch, ...]
    attributes: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Edits:
    """All a drawing changes; the order of the drawing is forgotten.

    Parameters
    ----------
    removed_facilities : frozenset of int
        Rows of the facility table, then of `facilities`.
    kept_shares : mapping of int to tuple of float
        For each home row the shares of its residents that stay, one a demolition.
    """

    lines: tuple[DrawnLine, ...] = ()
    facilities: tuple[DrawnFacility, ...] = ()
    homes: tuple[DrawnHomes, ...] = ()
    closures: tuple[Closure, ...] = ()
    changes: tuple[Change, ...] = ()
    removed_facilities: frozenset[int] = frozenset()
    kept_shares: Mapping[int, tuple[float, ...]] = field(default_factory=dict)

    @property
    def changes_network(self) -> bool:
        """Whether any way is added, closed or made another."""
        return bool(self.lines or self.closures or self.changes)
