"""A feed in memory: rows as arrays, and who refers to whom as row numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely import LineString

    from app.importers.reading import ReadingNote
    from spatial.units import BoolArray, Float64Array, Int32Array, Int64Array

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedStops:
    """Stops, stations, entrances and what else has a place.

    Parameters
    ----------
    lonlat : float64 array, shape (stops, 2)
        Degrees; NaN for a node of a station that has no place of its own.
    kind : int64 array
        0 stop or platform, 1 station, 2 entrance, 3 generic node, 4 boarding area.
    parent : int64 array
        Row of the station; -1 for none.
    wheelchair : int64 array
        0 nobody knows, 1 accessible, 2 not; as its station where it says nothing itself.
    """

    ids: Texts
    names: Texts
    codes: Texts
    platforms: Texts
    lonlat: Float64Array
    kind: Int64Array
    parent: Int64Array
    wheelchair: Int64Array


@dataclass(frozen=True, slots=True)
class FeedRoutes:
    """Routes; `kind` is the format's number for bus, rail and so on."""

    ids: Texts
    short_names: Texts
    long_names: Texts
    agencies: Texts
    colours: Texts
    kind: Int64Array


@dataclass(frozen=True, slots=True)
class FeedServices:
    """On which days something runs, as ordinals of `datetime.date`, ascending."""

    ids: Texts
    days: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class FeedTrips:
    """Trips; a trip that repeats by a headway stands once for each departure.

    Parameters
    ----------
    route, service, shape : int64 arrays, shape (trips,)
        Rows; a shape may be -1.
    direction, wheelchair, bikes : int64 arrays, shape (trips,)
        As the format counts them; a direction of -1 is not told.
    first : int64 array, shape (trips + 1,)
        Where the calls of each trip begin.
    stops : int32 array, shape (calls,)
    arrivals_s, departures_s : int32 arrays, shape (calls,)
        Seconds after midnight of the service day, missing ones filled in.
    boards, alights : bool arrays, shape (calls,)
    """

    ids: Texts
    headsigns: Texts
    route: Int64Array
    service: Int64Array
    shape: Int64Array
    direction: Int64Array
    wheelchair: Int64Array
    bikes: Int64Array
    first: Int64Array
    stops: Int32Array
    arrivals_s: Int32Array
    departures_s: Int32Array
    boards: BoolArray
    alights: BoolArray

    def __len__(self) -> int:
        """Give the number of trips."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class FeedTransfers:
    """Ways to change, between rows of stops; `min_time_s` is -1 where nobody says."""

    from_stop: Int64Array
    to_stop: Int64Array
    kind: Int64Array
    min_time_s: Int64Array


@dataclass(frozen=True, slots=True)
class FeedPathways:
    """Ways inside stations, between rows of stops.

    Parameters
    ----------
    kind : int64 array
        1 walkway, 2 stairs, 3 moving walkway, 4 escalator, 5 lift, 6 fare gate, 7 exit gate.
    time_s, stairs : int64 arrays
        -1 where nobody says.
    length_m : float64 array
        NaN where nobody says.
    """

    ids: Texts
    from_stop: Int64Array
    to_stop: Int64Array
    kind: Int64Array
    two_way: BoolArray
    time_s: Int64Array
    length_m: Float64Array
    stairs: Int64Array


@dataclass(frozen=True, slots=True)
class Feed:
    """A whole timetable, everything in it sound."""

    stops: FeedStops
    routes: FeedRoutes
    services: FeedServices
    trips: FeedTrips
    transfers: FeedTransfers
    pathways: FeedPathways
    shapes: tuple[LineString, ...]
    notes: tuple[ReadingNote, ...]
