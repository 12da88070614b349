"""Times after a drawing, for one mode: what is drawn added first, what is closed taken after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from spatial.gateways import Doors, find_gateways, has_ways, lowered, too_many
from spatial.network.graph import search_graph
from spatial.network.kept_doors import close_all, open_places
from spatial.network.search import point_time_rows, time_rows
from spatial.repair import repaired
from spatial.times import (
    TimeTable,
    at_home_is_no_time,
    home_targets,
    joined,
    on_base,
    some,
    threaded_rows,
    unchanged,
    with_columns,
    with_rows,
)
from spatial.units import travel_time_ms

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.gateways import Gateways
    from spatial.network.closing import ClosedWays
    from spatial.network.front_doors import Doorway
    from spatial.network.kept_doors import Closings
    from spatial.network.model import Connectors, Mode
    from spatial.network.patch import Patch
    from spatial.network.search import SearchGraph
    from spatial.units import Int32Array, Int64Array


@dataclass(frozen=True, slots=True)
class PatchedMode:
    """One mode's network after a drawing, and what is needed to update tables of times.

    Parameters
    ----------
    gateways : Gateways or None
        None where nothing drawn is open to the mode.
    wholesale : bool
        Whether so much is drawn that every home is searched from again.
    drawn_ways : bool
        Whether anything was drawn for the mode, even if it is closed again.
    after : SearchGraph
        Everything drawn, everything closed.
    """

    mode: Mode
    gateways: Gateways | None
    wholesale: bool
    drawn_ways: bool
    after: SearchGraph
    closings: Closings


def patch_mode(city: City, patch: Patch, mode: Mode, closed: tuple[ClosedWays, ...]) -> PatchedMode:
    """Make ready what every table of this mode needs."""
    closings = close_all(city, patch, mode, closed)
    wholesale = too_many(patch, mode, closings)
    return PatchedMode(
        mode,
        None if wholesale else find_gateways(city, patch, mode, closings),
        wholesale,
        has_ways(patch, mode),
        search_graph(city, patch, mode, closings.base, closings.overlay),
        closings,
    )


@dataclass(frozen=True, slots=True)
class ProposalTimes:
    """Times of a proposal for one mode.

    Parameters
    ----------
    table : TimeTable
        From the base's homes to the base's homes and facilities.
    drawn_rows : int32 array, shape (drawn homes, base homes + base facilities)
    drawn_columns : int32 array, shape (all homes, drawn homes + drawn facilities)
    """

    table: TimeTable
    drawn_rows: Int32Array
    drawn_columns: Int32Array

    def of_homes(self, homes: Int64Array) -> Int32Array:
        """Give the times from some homes to all facilities, drawn ones of both last.

        Returns
        -------
        int32 array, shape (chosen homes, all facilities)
        """
        count, drawn_homes = len(self.table.base), len(self.drawn_rows)
        standing = homes < count
        times = np.empty((len(homes), self.table.base.shape[1] - count), np.int32)
        # Homes are columns too, and by far the most of them.
        to_facilities = TimeTable(
            self.table.base[:, count:], self.table.override, self.table.changed[:, count:]
        )
        times[standing] = to_facilities.rows(homes[standing])
        times[~standing] = self.drawn_rows[homes[~standing] - count, count:]
        return np.hstack((times, self.drawn_columns[homes, drawn_homes:]))

    def between(self, homes: Int64Array, facilities: Int64Array) -> Int32Array:
        """Give the times from some homes to some facilities, drawn ones of both last.

        Returns
        -------
        int32 array, shape (chosen homes, chosen facilities)
        """
        count, drawn_homes = len(self.table.base), len(self.drawn_rows)
        limit = self.table.base.shape[1] - count
        there = facilities < limit
        columns = count + facilities[there]
        standing = homes < count
        times = np.empty((len(homes), len(facilities)), np.int32)
        rows = self.table.base[np.ix_(homes[standing], columns)]
        own = self.table.override[homes[standing]]
        rows[own >= 0] = self.table.changed[np.ix_(own[own >= 0], columns)]
        times[np.ix_(standing, there)] = rows
        times[np.ix_(~standing, there)] = self.drawn_rows[np.ix_(homes[~standing] - count, columns)]
        drawn = facilities[~there] - limit + drawn_homes
        times[:, ~there] = self.drawn_columns[np.ix_(homes, drawn)]
        return times

    def to_facilities(self, facilities: Int64Array) -> Int32Array:
        """Give the times from all homes to some facilities, drawn ones of both last.

        Returns
        -------
        int32 array, shape (all homes, chosen facilities)
        """
        homes, drawn_homes = len(self.table.base), len(self.drawn_rows)
        standing = facilities < self.table.base.shape[1] - homes
        columns = homes + facilities[standing]
        times = np.empty((homes + drawn_homes, len(facilities)), np.int32)
        own = self.table.base[:, columns]
        own[self.table.touched] = self.table.changed[self.table.override[self.table.touched]][
            :, columns
        ]
        times[:homes, standing] = own
        times[homes:, standing] = self.drawn_rows[:, columns]
        drawn = facilities[~standing] - (self.table.base.shape[1] - homes) + drawn_homes
        times[:, ~standing] = self.drawn_columns[:, drawn]
        return times


def proposal_times(city: City, patch: Patch, changed: PatchedMode) -> ProposalTimes:
    """Find the times of a proposal, searching only from and to what can change."""
    mode, closings = changed.mode, changed.closings
    homes, facilities = len(city.homes.ids), len(city.facilities.ids)
    every_home, every_facility = np.arange(homes), np.arange(facilities)
    base_sources, base_targets = city.home_footing.connectors[mode], home_targets(city, mode)
    sources = some(closings.homes_out, every_home)
    targets = _columns(closings.homes_in, every_home, closings.facilities, every_facility)
    if changed.wholesale:
        table = _all_searched(changed, city.times(mode), every_home, sources, targets)
        return ProposalTimes(table, *_drawn(city, patch, changed))
    table = _repaired(
        city,
        changed,
        city.times(mode),
        every_home,
        base_sources if changed.drawn_ways else sources,
        base_targets if changed.drawn_ways else targets,
    )
    table = lowered(
        changed.gateways,
        table,
        sources=base_sources,
        source_doors=_doors(city, changed, patch, "home", 0, homes),
        targets=base_targets,
        target_doors=_merged(
            _doors(city, changed, patch, "home", 0, homes),
            _doors(city, changed, patch, "facility", homes, facilities),
        ),
    )
    if changed.drawn_ways:
        table = _exempt_searched(changed, table, every_home, sources, targets)
        columns = _exempt_columns(changed, homes, facilities)
        if len(columns):
            graph = changed.after
            found = threaded_rows(graph.incoming, graph.node_count, columns, targets, sources)
            table = with_columns(table, columns, found.T)
    own = np.flatnonzero(table.touched)
    table.changed[table.override[own], own] = 0
    return ProposalTimes(table, *_drawn(city, patch, changed))


def _all_searched(
    changed: PatchedMode,
    base: Int32Array,
    homes: Int64Array,
    sources: Connectors,
    targets: Connectors,
) -> TimeTable:
    """Search anew from every home."""
    graph = changed.after
    found = threaded_rows(graph.outgoing, graph.node_count, homes, sources, targets)
    at_home_is_no_time(found, homes)
    return with_rows(unchanged(base), homes, found)


def _repaired(  # noqa: PLR0913, PLR0917 - the network, and the table with both its sides
    city: City,
    changed: PatchedMode,
    base: Int32Array,
    homes: Int64Array,
    sources: Connectors,
    targets: Connectors,
) -> TimeTable:
    """Take from a table what closings take from the base.

    Doors kept open over a path that was drawn can be better than the base, and are no part of this.
    """
    mode, closed = changed.mode, changed.closings.base
    if not closed.any():
        return unchanged(base)
    node_count = len(city.network.node_xy)
    return repaired(
        base,
        city.node_times(mode),
        (city.network.outgoing[mode], city.network.incoming[mode]),
        closed,
        rows=homes,
        sources=on_base(sources, node_count),
        targets=on_base(targets, node_count),
    )


def _exempt_searched(
    changed: PatchedMode,
    table: TimeTable,
    homes: Int64Array,
    sources: Connectors,
    targets: Connectors,
) -> TimeTable:
    """Search anew from the homes whose doors are kept open."""
    rows = np.flatnonzero(np.isin(homes, changed.closings.exempt_homes))
    if len(rows) == 0:
        return table
    graph = changed.after
    found = threaded_rows(graph.outgoing, graph.node_count, rows, sources, targets)
    return with_rows(table, rows, found)


def _exempt_columns(changed: PatchedMode, homes: int, facilities: int) -> Int64Array:
    """Give the columns of base homes and facilities whose doors are kept open."""
    closings = changed.closings
    own_homes = closings.exempt_homes[closings.exempt_homes < homes]
    own_facilities = closings.exempt_facilities[closings.exempt_facilities < facilities]
    return np.concatenate((own_homes, homes + own_facilities))


def _columns(
    homes: Connectors, home_rows: Int64Array, facilities: Connectors, facility_rows: Int64Array
) -> Connectors:
    return joined(some(homes, home_rows), some(facilities, facility_rows))


def _drawn(city: City, patch: Patch, changed: PatchedMode) -> tuple[Int32Array, Int32Array]:
    """Search from the drawn homes, and to everything drawn from all homes."""
    closings, after = changed.closings, changed.after
    homes, facilities = len(city.homes.ids), len(city.facilities.ids)
    new_homes = homes + np.arange(len(patch.edits.homes))
    new_facilities = facilities + np.arange(len(patch.edits.facilities))
    base_targets = _columns(
        closings.homes_in, np.arange(homes), closings.facilities, np.arange(facilities)
    )
    rows = time_rows(
        after.outgoing,
        after.node_count,
        rows=new_homes,
        sources=closings.homes_out,
        targets=base_targets,
    )
    new_targets = _columns(closings.homes_in, new_homes, closings.facilities, new_facilities)
    count = len(new_targets.indptr) - 1
    columns = time_rows(
        after.incoming,
        after.node_count,
        rows=np.arange(count),
        sources=new_targets,
        targets=closings.homes_out,
    ).T.copy()
    columns[new_homes, np.arange(len(new_homes))] = 0
    return rows, columns


def times_from_scratch(city: City, patch: Patch, changed: PatchedMode) -> Int32Array:
    """Find every time of a proposal by a search from every home; what the rest must equal.

    Returns
    -------
    int32 array, shape (all homes, base homes + base facilities + drawn homes + drawn facilities)
    """
    closings = changed.closings
    homes, facilities = len(city.homes.ids), len(city.facilities.ids)
    targets = joined(
        _columns(closings.homes_in, np.arange(homes), closings.facilities, np.arange(facilities)),
        _columns(
            closings.homes_in,
            homes + np.arange(len(patch.edits.homes)),
            closings.facilities,
            facilities + np.arange(len(patch.edits.facilities)),
        ),
    )
    every_home = np.arange(homes + len(patch.edits.homes))
    graph = changed.after
    table = threaded_rows(graph.outgoing, graph.node_count, every_home, closings.homes_out, targets)
    own = np.where(every_home < homes, every_home, every_home + facilities)
    at_home_is_no_time(table, own)
    return table


def point_times(  # noqa: PLR0913, PLR0917 - from whom, to what, before and after
    city: City,
    patch: Patch | None,
    changed: PatchedMode | None,
    base: Int32Array,
    homes: Int64Array,
    points: Connectors,
) -> Int32Array:
    """Update the times from some base homes to points that stand on the base network alone."""
    if patch is None or changed is None:
        return base
    mode, closings = changed.mode, changed.closings
    if changed.wholesale:
        graph, sources = changed.after, closings.homes_out
        return threaded_rows(graph.outgoing, graph.node_count, homes, sources, points)
    base_sources = city.home_footing.connectors[mode]
    repair_sources = base_sources if changed.drawn_ways else closings.homes_out
    table = _repaired(city, changed, base, homes, repair_sources, points)
    none = np.zeros(0, np.int64)
    table = lowered(
        changed.gateways,
        table,
        sources=some(base_sources, homes),
        source_doors=_chosen(_doors(city, changed, patch, "home", 0, len(city.homes.ids)), homes),
        targets=points,
        target_doors=Doors(none, none, none),
    )
    if changed.drawn_ways:
        sources = some(closings.homes_out, homes)
        table = _exempt_searched(changed, table, homes, sources, points)
    return table.rows(np.arange(len(base)))


def _chosen(doors: Doors, homes: Int64Array) -> Doors:
    """Give the doors of some homes, counted in their order."""
    row_of = {int(home): row for row, home in enumerate(homes)}
    kept = [k for k, point in enumerate(doors.points) if int(point) in row_of]
    points = np.array([row_of[int(doors.points[k])] for k in kept], np.int64)
    order = np.argsort(points, kind="stable")
    return Doors(points[order], doors.places[kept][order], doors.times_ms[kept][order])


def baseline_point_times(
    city: City, mode: Mode, homes: Int64Array, points: Connectors
) -> Int32Array:
    """Find the times from some homes to points on the base network, nothing drawn."""
    return point_time_rows(city.node_times(mode), rows=homes, targets=points)


def _doors(  # noqa: PLR0913, PLR0917 - whose doors, and which of them
    city: City, changed: PatchedMode, patch: Patch, kind: str, offset: int, limit: int
) -> Doors:
    """Give the front doors of base points on drawn and opened ways, sorted by point."""
    found: list[tuple[int, int, int]] = []
    if changed.gateways is not None:
        places = changed.gateways.places
        open_at = open_places(city, patch, changed.closings.overlay, changed.mode)
        for door, node in zip(patch.doorways, patch.doorway_nodes, strict=True):
            if (
                door.kind == kind
                and door.mode is changed.mode
                and door.row < limit
                and (door.line, door.position_ticks) in open_at
            ):
                found.append((door.row + offset, places[node], _door_time(city, door)))
    table = np.array(sorted(found), np.int64).reshape(-1, 3)
    return Doors(table[:, 0], table[:, 1], table[:, 2])


def _door_time(city: City, door: Doorway) -> int:
    return travel_time_ms(door.distance_ticks, city.paces[door.mode].ms_per_metre)


def _merged(one: Doors, two: Doors) -> Doors:
    return Doors(
        np.concatenate((one.points, two.points)),
        np.concatenate((one.places, two.places)),
        np.concatenate((one.times_ms, two.times_ms)),
    )


def unchanged_times(city: City, mode: Mode) -> ProposalTimes:
    """Give the baseline as a proposal that changes no time."""
    base = city.times(mode)
    return ProposalTimes(
        unchanged(base),
        np.zeros((0, base.shape[1]), np.int32),
        np.zeros((len(base), 0), np.int32),
    )
