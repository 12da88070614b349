"""What runs on a day as far as it serves a place, as the engine is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.network.model import Mode
from spatial.units import MS_PER_MINUTE

if TYPE_CHECKING:
    from spatial.network.model import Connectors
    from spatial.transit.timetable import Trips
    from spatial.units import BoolArray, Float64Array, Int32Array

HOUR_MIN: Final = 60


@dataclass(frozen=True, slots=True)
class NoWheels:
    """What is told to take no wheelchairs.

    Parameters
    ----------
    stops : bool array, shape (stops,)
    trips : bool array, shape (trips,)
    told_share : float
        Of the trips, how many are told of at all.
    """

    stops: BoolArray
    trips: BoolArray
    told_share: float


@dataclass(frozen=True, slots=True)
class TransitTable:
    """Stops, trips and changes of one day.

    Parameters
    ----------
    ids, names : tuple of str, shape (stops,)
    xy : float64 array, shape (stops, 2)
        EPSG:25832 metres.
    near : bool array, shape (stops,)
        Whether a stop lies in the place, so that one can walk to it.
    trips : Trips
        Those that call at some stop near.
    changes : Connectors
        How long the feed says it takes from stop to stop, and at a stop itself.
    line_of : int32 array, shape (trips,)
        Row of each trip's line in `lines`.
    line_ids, lines : tuple of str
        What each line is called by the feed, and by people.
    on_rails : bool array, shape (lines,)
    day : str
        The day it is of, as 2026-11-25.
    is_modelled : bool
        Whether somebody made it up from what little is known.
    no_wheels : NoWheels or None
        None where nothing is told, and where it is already heeded.
    drawn_lines : int
        How many of the lines, the last ones, are drawn; their ids are their features'.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    xy: Float64Array
    near: BoolArray
    trips: Trips
    changes: Connectors
    line_of: Int32Array
    line_ids: tuple[str, ...]
    lines: tuple[str, ...]
    on_rails: BoolArray
    day: str = ""
    is_modelled: bool = False
    no_wheels: NoWheels | None = None
    drawn_lines: int = 0


@dataclass(frozen=True, slots=True)
class Departures:
    """When people set out, and how far they walk to a stop.

    Parameters
    ----------
    from_min : int
        Minutes after midnight.
    minutes : int
        One sets out at each of so many minutes.
    share : float
        A time counts that is enough at this share of the departures; 0.5 is the median.
    longest_walk_min : int
        To the first stop, from the last, and between two.
    to_stop : Mode
        Whoever has a bike may ride it to the first stop and leave it there, as long as the longest
        walk, or all the way.
    """

    from_min: int = 7 * HOUR_MIN
    minutes: int = 2 * HOUR_MIN
    share: float = 0.5
    longest_walk_min: int = 15
    to_stop: Mode = Mode.WALK

    @property
    def times_ms(self) -> Int32Array:
        """Give every departure, milliseconds after midnight, ascending."""
        minutes = self.from_min + np.arange(self.minutes)
        return (minutes * MS_PER_MINUTE).astype(np.int32)

    @property
    def longest_walk_ms(self) -> int:
        """Give the longest walk in milliseconds."""
        return self.longest_walk_min * MS_PER_MINUTE

    @property
    def rank(self) -> int:
        """Give how many of the departures must be served within a time that counts."""
        return max(1, int(np.ceil(self.share * self.minutes)))
