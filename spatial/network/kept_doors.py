"""Front doors that stay open where ways are closed.

Whoever lives or has a facility on a piece that a closure takes may still use that closure's
pieces to and from the door, as on a street signed "residents only"; for everybody else it is gone.
Who is exempt from a closure depends on that closure alone, so one more closure never helps anyone.
A door on a drawn line is no such door: closing what was drawn gives back what was there before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from spatial.network.closing import replaced_by_changes, shut_by_changes
from spatial.network.graph import search_graph
from spatial.network.model import Connectors, Mode
from spatial.network.patch import connectors_from
from spatial.network.search import times_to_nodes
from spatial.units import UNREACHABLE_MS, travel_time_ms

if TYPE_CHECKING:
    from spatial.city import City, Footing
    from spatial.network.closing import ClosedWays
    from spatial.network.link import Links
    from spatial.network.patch import Patch
    from spatial.network.search import SearchGraph
    from spatial.units import BoolArray, Int64Array


@dataclass(frozen=True, slots=True)
class Closings:
    """Everything closed for one mode, and the connectors that keep front doors open.

    Parameters
    ----------
    base, overlay : bool arrays
    homes_out, homes_in : Connectors
        From homes to the network and back; they differ where one-way streets are closed.
    facilities : Connectors
        From the network to facilities.
    exempt_homes, exempt_facilities : int64 arrays
        Points whose door is on something closed.
    """

    base: BoolArray
    overlay: BoolArray
    homes_out: Connectors
    homes_in: Connectors
    facilities: Connectors
    exempt_homes: Int64Array
    exempt_facilities: Int64Array

    @property
    def closes_anything(self) -> bool:
        """Whether any way is taken from this mode."""
        return bool(self.base.any() or self.overlay.any())


def close_all(city: City, patch: Patch, mode: Mode, ways: tuple[ClosedWays, ...]) -> Closings:
    """Close what the drawing closes for a mode; `ways` stand in the order of its closures."""
    taken = _taken(city, patch, mode, ways)
    gone = replaced_by_changes(city, patch, mode)
    base, overlay = gone.base.copy(), gone.overlay.copy()
    for way in taken:
        base |= way.base
        overlay |= way.overlay
    homes = _exempt(city, patch, mode, taken, "home")
    facilities = _exempt(city, patch, mode, taken, "facility")
    homes_out = _keep_doors(city, patch, mode, taken, "home", homes, outward=True)
    homes_in = homes_out
    if mode is not Mode.WALK:
        # Only bikes meet one-way streets: on foot the way home is the way out.
        homes_in = _keep_doors(city, patch, mode, taken, "home", homes, outward=False)
    return Closings(
        base,
        _with_stubs(city, patch, mode, overlay),
        homes_out,
        homes_in,
        _keep_doors(city, patch, mode, taken, "facility", facilities, outward=False),
        np.flatnonzero(homes.any(axis=1)),
        np.flatnonzero(facilities.any(axis=1)),
    )


def _taken(city: City, patch: Patch, mode: Mode, ways: tuple[ClosedWays, ...]) -> list[ClosedWays]:
    """Give what closures and changes take from a mode, one of each feature."""
    closed = [
        way
        for way, closure in zip(ways, patch.edits.closures, strict=True)
        if mode in closure.modes
    ]
    return closed + shut_by_changes(city, patch, mode)


def _keep_doors(  # noqa: PLR0913, PLR0917 - whose doors, on what, and which way through them
    city: City,
    patch: Patch,
    mode: Mode,
    taken: list[ClosedWays],
    kind: str,
    exempt: BoolArray,
    *,
    outward: bool,
) -> Connectors:
    """Add ways along the closed pieces between exempt doors and the rest of the network."""
    present = _without_shut_doors(city, patch, mode, taken, kind)
    if not exempt.any():
        return present
    shut = np.flatnonzero(exempt.any(axis=1))
    found = [_as_rows(present)]
    for group in np.unique(exempt[shut], axis=0):
        graph, wanted = _without(city, patch, mode, taken, group)
        arcs = graph.outgoing if outward else graph.incoming
        for row in shut[(exempt[shut] == group).all(axis=1)]:
            doors = slice(int(present.indptr[row]), int(present.indptr[row + 1]))
            elapsed = times_to_nodes(
                arcs, graph.node_count, present.nodes[doors], present.times_ms[doors], wanted
            )
            reached = elapsed < UNREACHABLE_MS
            nodes, times = wanted[reached], elapsed[reached].astype(np.int64)
            found.append(np.stack((np.full(len(nodes), row), nodes, times), axis=1))
    return _least(len(present.indptr) - 1, np.concatenate(found))


def _as_rows(connectors: Connectors) -> Int64Array:
    """Give connectors as rows of (point, node, milliseconds)."""
    points = np.repeat(np.arange(len(connectors.indptr) - 1), np.diff(connectors.indptr))
    table = np.stack((points, connectors.nodes, connectors.times_ms), axis=1)
    result: Int64Array = table.astype(np.int64)
    return result


def _least(count: int, rows: Int64Array) -> Connectors:
    """Keep the shortest connector between each point and node."""
    order = np.lexsort((rows[:, 2], rows[:, 1], rows[:, 0]))
    table = rows[order]
    first = np.ones(len(table), np.bool_)
    first[1:] = (table[1:, :2] != table[:-1, :2]).any(axis=1)
    kept = table[first]
    indptr = np.zeros(count + 1, np.int32)
    np.cumsum(np.bincount(kept[:, 0], minlength=count), out=indptr[1:])
    return Connectors(indptr, kept[:, 1].astype(np.int32), kept[:, 2].astype(np.int32))


def open_places(city: City, patch: Patch, closed: BoolArray, mode: Mode) -> set[tuple[int, int]]:
    """Give the places on drawn and opened ways, as (line, position), that an open piece touches.

    A street of the base is named as in `Doorway.line`.
    """
    found: set[tuple[int, int]] = set()
    for piece, shut in zip(patch.pieces, closed, strict=True):
        line = piece.owner
        if piece.kind == "half":
            line = -1 - int(city.network.pieces.street[piece.owner])
        opened = piece.changed and max(piece.times[mode]) >= 0
        if not shut and (piece.kind == "drawn" or opened):
            found |= {(line, piece.start_ticks), (line, piece.end_ticks)}
    return found


def _with_stubs(city: City, patch: Patch, mode: Mode, closed: BoolArray) -> BoolArray:
    """Close stubs too where nothing of their line is left that they could lead to."""
    open_at = open_places(city, patch, closed, mode)
    idle = [
        piece.kind == "stub" and (piece.owner, piece.start_ticks) not in open_at
        for piece in patch.pieces
    ]
    return closed | np.array(idle, np.bool_)


def _without_shut_doors(
    city: City, patch: Patch, mode: Mode, taken: list[ClosedWays], kind: str
) -> Connectors:
    """Leave out doors on drawn lines where the line is closed on either side of the door."""
    present = (patch.homes if kind == "home" else patch.facilities)[mode]
    taken_pieces = np.zeros(len(patch.pieces), np.bool_)
    for way in taken:
        taken_pieces |= way.overlay
    open_at = open_places(city, patch, taken_pieces, mode)
    shut_doors = [
        (door, node)
        for door, node in zip(patch.doorways, patch.doorway_nodes, strict=True)
        if door.kind == kind
        and door.mode is mode
        and (door.line, door.position_ticks) not in open_at
    ]
    if not shut_doors:
        return present
    found = [(row, node, time) for row, node, time in _as_rows(present).tolist()]
    for door, node in shut_doors:
        elapsed = travel_time_ms(door.distance_ticks, city.paces[mode].ms_per_metre)
        found.remove((door.row, node, elapsed))
    return connectors_from(len(present.indptr) - 1, found)


def _exempt(city: City, patch: Patch, mode: Mode, taken: list[ClosedWays], kind: str) -> BoolArray:
    """Tell which points have their door on which closure, shape (points, closures)."""
    footing: Footing = city.home_footing if kind == "home" else city.facility_footing
    drawn = patch.home_links if kind == "home" else patch.facility_links
    base_count = len(footing.links[mode].street)
    count = base_count + len(drawn[mode].street)
    exempt = np.zeros((count, len(taken)), np.bool_)
    for column, way in enumerate(taken):
        exempt[:base_count, column] = _doors_on(city, footing.links[mode], way)
        exempt[base_count:, column] = _doors_on(city, drawn[mode], way)
    return exempt


def _doors_on(city: City, links: Links, way: ClosedWays) -> BoolArray:
    """Tell which points attach to a piece that is taken, at either side of the door."""
    pieces = city.network.pieces
    closed_streets = np.zeros(len(city.streets.ids), np.bool_)
    closed_streets[pieces.street[way.base]] = True
    result = np.zeros(len(links.street), np.bool_)
    for row in np.flatnonzero(links.street >= 0):
        street, position = int(links.street[row]), int(links.position_ticks[row])
        if not closed_streets[street]:
            continue
        low, high = int(pieces.first[street]), int(pieces.first[street + 1])
        touching = (pieces.start_ticks[low:high] <= position) & (
            pieces.end_ticks[low:high] >= position
        )
        result[row] = bool((way.base[low:high] & touching).any())
    return result


@dataclass(frozen=True, slots=True)
class Threshold:
    """What one point has before its door.

    Parameters
    ----------
    doors : Connectors
        The doors of all points of its kind, none of them led past a closed piece.
    graph : SearchGraph
        The network as it is open to this point: with the closed pieces its door stands on.
    """

    doors: Connectors
    graph: SearchGraph


def threshold(  # noqa: PLR0913, PLR0917 - whose door, on what
    city: City,
    patch: Patch,
    mode: Mode,
    ways: tuple[ClosedWays, ...],
    kind: Literal["home", "facility"],
    row: int,
) -> Threshold:
    """Give the network around one door, to follow the ways that a closure keeps open for it."""
    taken = _taken(city, patch, mode, ways)
    exempt = _exempt(city, patch, mode, taken, kind)[row]
    graph, _ = _without(city, patch, mode, taken, exempt)
    return Threshold(_without_shut_doors(city, patch, mode, taken, kind), graph)


def graphs_to_closed_doors(
    city: City, patch: Patch, mode: Mode, ways: tuple[ClosedWays, ...]
) -> list[tuple[SearchGraph, BoolArray]]:
    """Give the network as it is open to doors on closed pieces, and on which pieces they stand.

    Returns
    -------
    list of (SearchGraph, bool array of shape (base pieces,))
        One for each set of closures that take the same pieces.
    """
    taken = _taken(city, patch, mode, ways)
    if not taken:
        return []
    by_piece = np.stack([way.base for way in taken], axis=1)
    groups = np.unique(by_piece[by_piece.any(axis=1)], axis=0)
    return [
        (_without(city, patch, mode, taken, group)[0], (by_piece == group).all(axis=1))
        for group in groups
    ]


def _without(
    city: City, patch: Patch, mode: Mode, taken: list[ClosedWays], group: BoolArray
) -> tuple[SearchGraph, Int64Array]:
    """Give the network of those exempt from a group of closures, and the ends of what it opens."""
    gone = replaced_by_changes(city, patch, mode)
    base, overlay = gone.base.copy(), gone.overlay.copy()
    every_base, every_overlay = base.copy(), overlay.copy()
    for way, free in zip(taken, group, strict=True):
        every_base |= way.base
        every_overlay |= way.overlay
        if not free:
            base |= way.base
            overlay |= way.overlay
    overlay = _with_stubs(city, patch, mode, overlay)
    every_overlay = _with_stubs(city, patch, mode, every_overlay)
    opened = np.flatnonzero(every_base & ~base)
    pieces = city.network.pieces
    ends = [pieces.tail[opened], pieces.head[opened]]
    ends += [
        np.array([patch.pieces[row].tail, patch.pieces[row].head], np.int32)
        for row in np.flatnonzero(every_overlay & ~overlay)
    ]
    wanted = np.unique(np.concatenate(ends)).astype(np.int64)
    return search_graph(city, patch, mode, base, overlay), wanted
