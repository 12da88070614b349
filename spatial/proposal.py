"""Times after a drawing, for one mode: what is drawn added first, what is closed taken after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from spatial.gateways import Doors, find_gateways, lowered
from spatial.network.closing import close_all
from spatial.network.graph import search_graph
from spatial.network.model import MS_PER_METRE, Connectors, Mode
from spatial.network.search import time_rows
from spatial.reroute import Ends, Entrances, find_entrances, rerouted
from spatial.times import (
    TimeTable,
    at_home_is_no_time,
    home_targets,
    joined,
    some,
    threaded_rows,
    unchanged,
)
from spatial.units import travel_time_ms

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.gateways import Gateways
    from spatial.network.closing import ClosedWays, Closings
    from spatial.network.front_doors import Doorway
    from spatial.network.patch import Patch
    from spatial.network.search import SearchGraph
    from spatial.units import Int32Array, Int64Array


@dataclass(frozen=True, slots=True)
class PatchedMode:
    """One mode's network after a drawing, and what is needed to update tables of times.

    Parameters
    ----------
    before : SearchGraph
        Everything drawn, nothing closed.
    after : SearchGraph
        Everything drawn, everything closed.
    entrances : Entrances or None
        None where nothing is closed for this mode.
    """

    mode: Mode
    gateways: Gateways | None
    before: SearchGraph
    after: SearchGraph
    closings: Closings
    entrances: Entrances | None


def patch_mode(city: City, patch: Patch, mode: Mode, closed: tuple[ClosedWays, ...]) -> PatchedMode:
    """Make ready what every table of this mode needs."""
    closings = close_all(city, patch, mode, closed)
    before = search_graph(city, patch, mode)
    if not (closings.base.any() or closings.overlay.any()):
        gateways = find_gateways(city, patch, mode)
        return PatchedMode(mode, gateways, before, before, closings, None)
    after = search_graph(city, patch, mode, closings.base, closings.overlay)
    entrances = find_entrances(city, patch, mode, closings, before)
    gateways = find_gateways(city, patch, mode)
    return PatchedMode(mode, gateways, before, after, closings, entrances)


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


def proposal_times(city: City, patch: Patch, changed: PatchedMode) -> ProposalTimes:
    """Find the times of a proposal, searching only from and to what can change."""
    mode, closings = changed.mode, changed.closings
    homes, facilities = len(city.homes.ids), len(city.facilities.ids)
    every_home = np.arange(homes)
    base_targets = home_targets(city, mode)
    table = lowered(
        changed.gateways,
        city.times(mode),
        sources=city.home_footing.connectors[mode],
        source_doors=_doors(changed, patch, "home", 0, homes),
        targets=base_targets,
        target_doors=_merged(
            _doors(changed, patch, "home", 0, homes),
            _doors(changed, patch, "facility", homes, facilities),
        ),
    )
    every_facility = np.arange(facilities)
    if changed.entrances is not None:
        table = rerouted(
            table,
            changed.entrances,
            changed.after,
            Ends(some(patch.homes[mode], every_home), some(closings.homes_out, every_home)),
            Ends(
                _columns(patch.homes[mode], every_home, patch.facilities[mode], every_facility),
                _columns(closings.homes_in, every_home, closings.facilities, every_facility),
            ),
        )
        own = np.flatnonzero(table.touched)
        table.changed[table.override[own], own] = 0
    return ProposalTimes(table, *_drawn(city, patch, changed))


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
    row_of = {int(home): row for row, home in enumerate(homes)}
    doors = _doors(changed, patch, "home", 0, len(city.homes.ids))
    kept = [k for k, point in enumerate(doors.points) if int(point) in row_of]
    here = np.array([row_of[int(doors.points[k])] for k in kept], np.int64)
    source_doors = _sorted(Doors(here, doors.places[kept], doors.times_ms[kept]))
    none = np.zeros(0, np.int64)
    table = lowered(
        changed.gateways,
        base,
        sources=some(city.home_footing.connectors[mode], homes),
        source_doors=source_doors,
        targets=points,
        target_doors=Doors(none, none, none),
    )
    if changed.entrances is not None:
        sources = Ends(some(patch.homes[mode], homes), some(closings.homes_out, homes))
        table = rerouted(table, changed.entrances, changed.after, sources, Ends(points, points))
    return table.rows(np.arange(len(base)))


def baseline_point_times(
    city: City, mode: Mode, homes: Int64Array, points: Connectors
) -> Int32Array:
    """Find the times from some homes to points on the base network, nothing drawn."""
    graph = search_graph(city, None, mode)
    sources = city.home_footing.connectors[mode]
    return threaded_rows(graph.outgoing, graph.node_count, homes, sources, points)


def _doors(changed: PatchedMode, patch: Patch, kind: str, offset: int, limit: int) -> Doors:
    """Give the front doors of base points on drawn lines, sorted by point."""
    found: list[tuple[int, int, int]] = []
    if changed.gateways is not None:
        places = changed.gateways.places
        for door, node in zip(patch.doorways, patch.doorway_nodes, strict=True):
            if door.kind == kind and door.mode is changed.mode and door.row < limit:
                found.append((door.row + offset, places[node], _door_time(door)))
    table = np.array(sorted(found), np.int64).reshape(-1, 3)
    return Doors(table[:, 0], table[:, 1], table[:, 2])


def _door_time(door: Doorway) -> int:
    return travel_time_ms(door.distance_ticks, MS_PER_METRE[door.mode])


def _merged(one: Doors, two: Doors) -> Doors:
    return Doors(
        np.concatenate((one.points, two.points)),
        np.concatenate((one.places, two.places)),
        np.concatenate((one.times_ms, two.times_ms)),
    )


def _sorted(doors: Doors) -> Doors:
    order = np.argsort(doors.points, kind="stable")
    return Doors(doors.points[order], doors.places[order], doors.times_ms[order])


def unchanged_times(city: City, mode: Mode) -> ProposalTimes:
    """Give the baseline as a proposal that changes no time."""
    base = city.times(mode)
    return ProposalTimes(
        unchanged(base),
        np.zeros((0, base.shape[1]), np.int32),
        np.zeros((len(base), 0), np.int32),
    )
