"""Everything the engine knows of one place, and how it is put together."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Final, Literal, TypeVar

import numpy as np
import shapely
from shapely.geometry import Point

from spatial.errors import InvalidCity
from spatial.network.barriers import index_barriers
from spatial.network.build import build_network, connectors, length_ticks
from spatial.network.graph import search_graph
from spatial.network.link import build_linker, link_points, without_barred
from spatial.network.model import STREET_MODES, Connectors, Mode
from spatial.network.pace import PLAIN, paces
from spatial.tables import (
    BARRIER_KINDS,
    CATEGORIES,
    Area,
    BarrierTable,
    FacilityTable,
    HomeTable,
    StreetTable,
)
from spatial.times import baseline_node_times, baseline_times
from spatial.transit.on_wheels import on_wheels

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from spatial.lenses import Lens
    from spatial.network.link import Linker, Links
    from spatial.network.model import Network
    from spatial.network.pace import Pace
    from spatial.network.search import SearchGraph
    from spatial.transit.table import TransitTable
    from spatial.units import Float64Array, Int32Array, Int64Array

__all__ = [
    "CATEGORIES",
    "Area",
    "BarrierTable",
    "City",
    "FacilityTable",
    "HomeTable",
    "StreetTable",
    "Unattached",
    "build_city",
]

LENSES_KEPT: Final = 2
"""How many lenses a city keeps what it found through; another takes about a second to look up."""
REMEMBERED: Final = 64
"""How many derived baselines a city keeps; each area, mode and set of cutoffs needs a few."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unattached:
    """A home or facility that no street within reach takes in."""

    kind: Literal["home", "facility"]
    id: str
    mode: Mode
    point: Point


@dataclass(frozen=True, slots=True)
class Footing:
    """How the points of one table stand on the network, per mode."""

    links: dict[Mode, Links]
    connectors: dict[Mode, Connectors]


class City:
    """A place: tables and network that never change, and baselines computed once when needed.

    Safe to share between threads.
    """

    __slots__ = (
        "_ground",
        "_lock",
        "_locks",
        "_remembered",
        "_through",
        "facilities",
        "facility_footing",
        "home_footing",
        "homes",
        "length_ticks",
        "lens",
        "linker",
        "network",
        "paces",
        "place_id",
        "streets",
        "transit",
        "unattached",
    )

    def __init__(  # noqa: PLR0913 - the parts of a place
        self,
        *,
        place_id: str,
        streets: StreetTable,
        homes: HomeTable,
        facilities: FacilityTable,
        linker: Linker,
        network: Network,
        home_footing: Footing,
        facility_footing: Footing,
        lens: Lens | None = None,
        ground: City | None = None,
        transit: TransitTable | None = None,
    ) -> None:
        self.place_id = place_id
        self.streets = streets
        self.homes = homes
        self.facilities = facilities
        self.linker = linker
        self.length_ticks: Int64Array = linker.length_ticks
        self.network = network
        self.home_footing = home_footing
        self.facility_footing = facility_footing
        self.lens = lens
        self.transit = transit
        self.paces: Mapping[Mode, Pace] = paces(streets, lens)
        self._ground = ground
        self._through: OrderedDict[str, City] = OrderedDict()
        self.unattached = _unattached(homes, facilities, home_footing, facility_footing)
        self._lock = threading.Lock()
        self._locks: dict[Hashable, threading.Lock] = {}
        self._remembered: OrderedDict[Hashable, object] = OrderedDict()

    def remember(self, key: Hashable, compute: Callable[[], T]) -> T:
        """Give a baseline, computing it the first time; others who ask meanwhile wait for it."""
        with self._lock:
            if key in self._remembered:
                self._remembered.move_to_end(key)
                return self._remembered[key]  # type: ignore[return-value]
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            with self._lock:
                if key in self._remembered:
                    return self._remembered[key]  # type: ignore[return-value]
            value = compute()
            with self._lock:
                self._remembered[key] = value
                self._locks.pop(key, None)
                while len(self._remembered) > REMEMBERED:
                    self._remembered.popitem(last=False)
            return value

    def through(self, lens: Lens | None) -> City:
        """Give the place as a lens sees it; without one, as it lies there.

        Tables and indexes are shared. What was found through the lenses last asked for is kept, so
        that memory does not grow with the number of lenses.
        """
        ground = self if self._ground is None else self._ground
        if lens is None:
            return ground
        return ground.seen_through(lens)

    def seen_through(self, lens: Lens) -> City:
        """Give this place through a lens, building it where it is not the one kept."""
        with self._lock:
            lock = self._locks.setdefault("through", threading.Lock())
        with lock:
            if lens.id not in self._through:
                self._through[lens.id] = _through(self, lens)
            self._through.move_to_end(lens.id)
            while len(self._through) > LENSES_KEPT:
                self._through.popitem(last=False)
            return self._through[lens.id]

    def with_points(self, homes: HomeTable, facilities: FacilityTable) -> City:
        """Give the same streets with other points on them, without a lens and without transit."""
        return _attached(self.place_id, self.linker, homes, facilities, None)

    def _shares(self, mode: Mode) -> City | None:
        """Give the place without the lens, where the lens changes nothing for a mode."""
        same = self._ground is not None and self._ground.paces[mode] is self.paces[mode]
        return self._ground if same else None

    def times(self, mode: Mode) -> Int32Array:
        """Give the time from every home to every home, then every facility, nothing drawn.

        Returns
        -------
        int32 array, shape (homes, homes + facilities)
            Milliseconds, connectors included; `UNREACHABLE_MS` where no way leads.
        """
        ground = self._shares(mode)
        if ground is not None:
            return ground.times(mode)
        return self.remember(("times", mode), lambda: baseline_times(self, mode))

    def node_times(self, mode: Mode) -> Int32Array:
        """Give the time from every home to every node, nothing drawn, shape (homes, nodes)."""
        ground = self._shares(mode)
        if ground is not None and ground.network.pieces is self.network.pieces:
            return ground.node_times(mode)
        return self.remember(("node times", mode), lambda: baseline_node_times(self, mode))

    @property
    def bounds(self) -> Float64Array:
        """The least x and y, then the largest, of all streets; NaN where there is none."""
        return self.remember("bounds", lambda: shapely.total_bounds(self.streets.geometry))

    def graph(self, mode: Mode) -> SearchGraph:
        """Give the network as a search walks on it, nothing drawn."""
        return self.remember(("graph", mode), lambda: search_graph(self, None, mode))

    def warm(self) -> None:
        """Compute the baseline times now, so that the first question need not wait."""
        for mode in STREET_MODES:
            self.times(mode)


def build_city(  # noqa: PLR0913, PLR0917 - one argument a table
    place_id: str,
    streets: StreetTable,
    homes: HomeTable,
    facilities: FacilityTable,
    barriers: BarrierTable,
    transit: TransitTable | None = None,
) -> City:
    """Build the network of a place and attach its homes and facilities.

    Parameters
    ----------
    transit : TransitTable or None
        What runs there on the day that counts; None where nobody knows.

    Raises
    ------
    InvalidCity
        Columns of unequal length, repeated ids, unknown words, coordinates that are no numbers;
        all of them at once.

    Notes
    -----
    Points that cannot be attached stay in the city, unreachable, and are listed in
    `City.unattached`.
    """
    faults = (
        *_street_faults(streets),
        *_home_faults(homes),
        *_facility_faults(facilities),
        *_barrier_faults(barriers),
    )
    if faults:
        raise InvalidCity(faults)
    linker = build_linker(streets, length_ticks(streets), index_barriers(barriers))
    return _attached(place_id, linker, homes, facilities, transit)


def _attached(
    place_id: str,
    linker: Linker,
    homes: HomeTable,
    facilities: FacilityTable,
    transit: TransitTable | None,
) -> City:
    streets, length = linker.streets, linker.length_ticks
    home_links = {mode: link_points(linker, mode, homes.xy) for mode in STREET_MODES}
    facility_links = {mode: link_points(linker, mode, facilities.xy) for mode in STREET_MODES}
    network = build_network(streets, (*home_links.values(), *facility_links.values()))
    return City(
        place_id=place_id,
        streets=streets,
        homes=homes,
        facilities=facilities,
        linker=linker,
        network=network,
        home_footing=_footing(network, length, home_links, PLAIN),
        facility_footing=_footing(network, length, facility_links, PLAIN),
        transit=transit,
    )


def _footing(
    network: Network, length: Int64Array, links: dict[Mode, Links], paces: Mapping[Mode, Pace]
) -> Footing:
    ways = {mode: connectors(network, length, links[mode], paces[mode]) for mode in STREET_MODES}
    return Footing(links, ways)


def _through(ground: City, lens: Lens) -> City:
    """Build a place again as a lens sees it: other times, and other doors where a way is barred."""
    seen, length = paces(ground.streets, lens), ground.length_ticks
    linker, walk = ground.linker, Mode.WALK
    home_links, facility_links = ground.home_footing.links, ground.facility_footing.links
    attached = [*home_links.values(), *facility_links.values()]
    if seen[walk].barred is not None:
        linker = without_barred(linker, seen)
        home_links = {**home_links, walk: link_points(linker, walk, ground.homes.xy)}
        facility_links = {**facility_links, walk: link_points(linker, walk, ground.facilities.xy)}
        attached += [home_links[walk], facility_links[walk]]
    network = build_network(ground.streets, attached, seen)
    if seen[walk].barred is None:
        network = replace(network, pieces=ground.network.pieces)
    return City(
        place_id=ground.place_id,
        streets=ground.streets,
        homes=ground.homes,
        facilities=ground.facilities,
        linker=linker,
        network=network,
        home_footing=_footing(network, length, home_links, seen),
        facility_footing=_footing(network, length, facility_links, seen),
        lens=lens,
        ground=ground,
        transit=_seen_transit(ground, lens),
    )


def _seen_transit(ground: City, lens: Lens) -> TransitTable | None:
    table = ground.transit
    return on_wheels(table) if table is not None and lens.on_wheels else table


def _unattached(
    homes: HomeTable, facilities: FacilityTable, home_footing: Footing, facility_footing: Footing
) -> tuple[Unattached, ...]:
    found: list[Unattached] = []
    for mode in STREET_MODES:
        found += [
            Unattached("home", homes.ids[row], mode, Point(homes.xy[row]))
            for row in np.flatnonzero(home_footing.links[mode].street < 0)
        ]
        found += [
            Unattached("facility", facilities.ids[row], mode, Point(facilities.xy[row]))
            for row in np.flatnonzero(facility_footing.links[mode].street < 0)
        ]
    return tuple(found)


def _column_faults(table: str, count: int, **columns: object) -> list[str]:
    faults = []
    for name, column in columns.items():
        length = len(column)  # type: ignore[arg-type]
        if length != count:
            faults.append(f"{table}: column {name} has {length} rows, ids have {count}")
    return faults


def _id_faults(table: str, ids: tuple[object, ...]) -> list[str]:
    seen: set[object] = set()
    repeated = [value for value in ids if value in seen or seen.add(value)]  # type: ignore[func-returns-value]
    return [f"{table}: id {value} is used more than once" for value in repeated]


def _word_faults(table: str, column: str, words: tuple[str, ...], known: object) -> list[str]:
    unknown = sorted(set(words) - set(known))  # type: ignore[call-overload]
    return [f"{table}: {column} {word!r} is not known" for word in unknown]


def _street_faults(streets: StreetTable) -> list[str]:
    count = len(streets.ids)
    names = [column.name for column in fields(StreetTable) if column.name != "ids"]
    columns = {name: getattr(streets, name) for name in names}
    if not streets.surface:
        del columns["surface"]
    if streets.helped is None:
        del columns["helped"]
    faults = _column_faults("streets", count, **columns)
    faults += _id_faults("streets", tuple(streets.ids.tolist()))
    for identity, line in zip(streets.ids, streets.geometry, strict=False):
        if not isinstance(line, shapely.LineString) or line.is_empty:
            faults.append(f"streets: {identity} is not a LineString with points")
        elif not np.isfinite(shapely.get_coordinates(line)).all():
            faults.append(f"streets: {identity} has a coordinate that is not a number")
    return faults


def _point_faults(table: str, ids: tuple[str, ...], xy: object) -> list[str]:
    coordinates = np.asarray(xy, float)
    if coordinates.shape != (len(ids), 2):
        return [f"{table}: xy has shape {coordinates.shape}, expected ({len(ids)}, 2)"]
    bad = np.flatnonzero(~np.isfinite(coordinates).all(axis=1))
    return [f"{table}: {ids[row]} has a coordinate that is not a number" for row in bad]


def _home_faults(homes: HomeTable) -> list[str]:
    columns = {
        "residents": homes.residents,
        "area_ids": homes.area_ids,
        "municipality_codes": homes.municipality_codes,
    }
    faults = _column_faults("homes", len(homes.ids), **columns)
    faults += _id_faults("homes", homes.ids) + _point_faults("homes", homes.ids, homes.xy)
    fine = np.isfinite(homes.residents) & (homes.residents >= 0)
    bad = np.flatnonzero(~fine)
    return faults + [f"homes: row {row} has {homes.residents[row]} residents" for row in bad]


def _facility_faults(facilities: FacilityTable) -> list[str]:
    columns: dict[str, object] = {
        "categories": facilities.categories,
        "capacity": facilities.capacity,
        "names": facilities.names,
    }
    for name in ("departures_weekday", "departures_06_20"):
        if getattr(facilities, name) is not None:
            columns[name] = getattr(facilities, name)
    return [
        *_column_faults("facilities", len(facilities.ids), **columns),
        *_id_faults("facilities", facilities.ids),
        *_point_faults("facilities", facilities.ids, facilities.xy),
        *_word_faults("facilities", "category", facilities.categories, CATEGORIES),
    ]


def _barrier_faults(barriers: BarrierTable) -> list[str]:
    columns = {"kinds": barriers.kinds, "geometry": barriers.geometry}
    return [
        *_column_faults("barriers", len(barriers.ids), **columns),
        *_word_faults("barriers", "kind", barriers.kinds, BARRIER_KINDS),
    ]
