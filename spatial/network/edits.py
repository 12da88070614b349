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
    """A new facility.

    Parameters
    ----------
    feature : str
        Its own id: the feature's, where the feature is nothing else.
    part_of : str
        The feature that it is a part of; empty where it is the feature.
    stands_for : int or None
        Row of the facility that stood elsewhere.
    """

    feature: str
    x: float
    y: float
    category: str
    capacity: float | None
    name: str
    part_of: str = ""
    stands_for: int | None = None


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
class Call:
    """A place where a drawn line stops.

    Parameters
    ----------
    x, y : float
        EPSG:25832 metres.
    stop : int or None
        Row of the stop of the timetable that it is; None for a new one.
    """

    x: float
    y: float
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class DrawnService:
    """A line that runs to and fro at a fixed headway.

    Parameters
    ----------
    calls : tuple of Call
        In the order of one direction.
    offsets_ms : tuple of int
        From the first call to each; the way back takes as long.
    starts_ms : tuple of int
        When trips begin at either end, milliseconds after midnight.
    """

    feature: str
    calls: tuple[Call, ...]
    offsets_ms: tuple[int, ...]
    starts_ms: tuple[int, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class NewStop:
    """A stop more on lines that pass; their times stay as they are.

    Parameters
    ----------
    lines : frozenset of int
        Rows of the timetable's lines.
    """

    feature: str
    call: Call
    lines: frozenset[int]


@dataclass(frozen=True, slots=True)
class MovedStop:
    """A stop that stands elsewhere."""

    feature: str
    stop: int
    call: Call


@dataclass(frozen=True, slots=True)
class ServiceChange:
    """A line that runs more or less often, or further.

    Parameters
    ----------
    line : int
        Row of the timetable's lines.
    headway_ms : int or None
        Within the hours: gaps that are longer are filled where `fills`, trips that come sooner
        after the one before are taken out where not.
    from_ms, until_ms : int
    extension : tuple of Call
        Where trips that end at the first of them go on to, and those that begin there come from.
    offsets_ms : tuple of int
        From the first call of the extension to each.
    """

    feature: str
    line: int
    headway_ms: int | None
    fills: bool
    from_ms: int
    until_ms: int
    extension: tuple[Call, ...] = ()
    offsets_ms: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TransitEdits:
    """All a drawing changes of the timetable."""

    services: tuple[DrawnService, ...] = ()
    new_stops: tuple[NewStop, ...] = ()
    moved_stops: tuple[MovedStop, ...] = ()
    closed_stops: frozenset[int] = frozenset()
    changes: tuple[ServiceChange, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(
            self.services or self.new_stops or self.moved_stops or self.closed_stops or self.changes
        )


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
    transit: TransitEdits = field(default_factory=TransitEdits)

    @property
    def changes_network(self) -> bool:
        """Whether any way is added, closed or made another."""
        return bool(self.lines or self.closures or self.changes)
