"""The graph as anyone can recompute it: nodes, edges, origins, facilities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import Point

from spatial.drawing import resolve_drawing
from spatial.errors import InvalidDrawing
from spatial.network.build import directions, piece_times
from spatial.network.kept_doors import close_all
from spatial.network.model import STREET_MODES, Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.city import City
    from spatial.drawing import Drawing
    from spatial.interventions.base import Intervention
    from spatial.network.kept_doors import Closings
    from spatial.network.model import Connectors
    from spatial.network.patch import Patch
    from spatial.tables import Area


@dataclass(frozen=True, slots=True)
class BundleNode:
    """A node with its place in EPSG:25832 metres."""

    id: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class BundleEdge:
    """An edge with whole milliseconds each way; None where the mode is forbidden."""

    id: str
    u: str
    v: str
    walk_ms: int | None
    walk_ms_back: int | None
    bike_ms: int | None
    bike_ms_back: int | None


@dataclass(frozen=True, slots=True)
class BundleConnector:
    """The way between a point and a node; None where the mode does not use it.

    Parameters
    ----------
    walk_ms, bike_ms
        From a home to the node; from the node to a facility.
    walk_ms_back, bike_ms_back
        From the node to a home. They differ from the way out only where a one-way street is
        closed. For a facility the same as the way in.
    """

    node: str
    walk_ms: int | None
    bike_ms: int | None
    walk_ms_back: int | None
    bike_ms_back: int | None


@dataclass(frozen=True, slots=True)
class BundleOrigin:
    """A home. `area` is the id of the housing area it lies in."""

    id: str
    residents: float
    area: str | None
    connectors: tuple[BundleConnector, ...]


@dataclass(frozen=True, slots=True)
class BundleFacility:
    """A facility."""

    id: str
    category: str
    capacity: float | None
    connectors: tuple[BundleConnector, ...]


@dataclass(frozen=True, slots=True)
class ModelBundle:
    """Everything needed to compute each travel time again without the engine."""

    nodes: tuple[BundleNode, ...]
    edges: tuple[BundleEdge, ...]
    origins: tuple[BundleOrigin, ...]
    facilities: tuple[BundleFacility, ...]


def model_bundle(
    city: City, interventions: tuple[Intervention, ...] = (), area: Area | None = None
) -> ModelBundle:
    """Export the graph the engine searches, patched where interventions are given.

    Parameters
    ----------
    area : Area, optional
        Drawn homes inside it are marked with its id.

    Raises
    ------
    InvalidDrawing
        An intervention has an error.
    """
    drawing = resolve_drawing(city, interventions)
    if not drawing.ok:
        raise InvalidDrawing(drawing.issues)
    patch = drawing.patch
    closings = {mode: close_all(city, patch, mode, drawing.closed) for mode in STREET_MODES}
    names = _node_names(city, patch)
    return ModelBundle(
        nodes=tuple(_nodes(city, patch, names)),
        edges=(*_base_edges(city, closings, names), *_drawn_edges(patch, closings, names)),
        origins=tuple(_origins(city, drawing, closings, names, area)),
        facilities=tuple(_facilities(city, patch, closings, names)),
    )


def node_name(number: int) -> str:
    """Name a node of the base by its number in `Network.node_ids`."""
    return f"n{number}" if number >= 0 else f"a{-number}"


def _node_names(city: City, patch: Patch) -> list[str]:
    """Name street nodes n and their id, points of attachment a1 and on, drawn nodes x1 and on."""
    base = [node_name(number) for number in city.network.node_ids.tolist()]
    return base + [f"x{number + 1}" for number in range(len(patch.node_xy))]


def _nodes(city: City, patch: Patch, names: list[str]) -> Iterator[BundleNode]:
    places = np.vstack((city.network.node_xy, patch.node_xy))
    for name, (x, y) in zip(names, places.tolist(), strict=True):
        yield BundleNode(name, x, y)


Ways = dict[Mode, tuple[int | None, int | None]]


def _edge(identity: str, tail: str, head: str, ways: Ways) -> BundleEdge | None:
    """Make an edge; None where nobody may use it."""
    walk, bike = ways[Mode.WALK], ways[Mode.BIKE]
    if all(time is None for time in (*walk, *bike)):
        return None
    return BundleEdge(identity, tail, head, *walk, *bike)


def _base_edges(
    city: City, closings: dict[Mode, Closings], names: list[str]
) -> Iterator[BundleEdge]:
    pieces = city.network.pieces
    allowed = {mode: directions(city.streets, mode, city.paces[mode]) for mode in STREET_MODES}
    times = {
        mode: piece_times(city.length_ticks, pieces, city.paces[mode]).tolist()
        for mode in STREET_MODES
    }
    for row, street in enumerate(pieces.street.tolist()):
        ways: Ways = {}
        for mode in STREET_MODES:
            shut = closings[mode].base[row]
            forward, backward = (bool(way[street]) and not shut for way in allowed[mode])
            time = times[mode][row]
            ways[mode] = (time if forward else None, time if backward else None)
        tail, head = names[pieces.tail[row]], names[pieces.head[row]]
        identity = f"{city.streets.ids[street]}-{row - pieces.first[street]}"
        edge = _edge(identity, tail, head, ways)
        if edge is not None:
            yield edge


def _drawn_edges(
    patch: Patch, closings: dict[Mode, Closings], names: list[str]
) -> Iterator[BundleEdge]:
    for row, piece in enumerate(patch.pieces):
        ways: Ways = {}
        for mode in STREET_MODES:
            ahead, back = piece.times[mode]
            shut = closings[mode].overlay[row]
            ways[mode] = (
                None if shut or ahead < 0 else ahead,
                None if shut or back < 0 else back,
            )
        edge = _edge(f"x{row}", names[piece.tail], names[piece.head], ways)
        if edge is not None:
            yield edge


def _connectors(
    there: dict[Mode, Connectors], back: dict[Mode, Connectors], row: int, names: list[str]
) -> tuple[BundleConnector, ...]:
    columns = (there[Mode.WALK], there[Mode.BIKE], back[Mode.WALK], back[Mode.BIKE])
    found: dict[int, list[int | None]] = {}
    for column, connectors in enumerate(columns):
        low, high = int(connectors.indptr[row]), int(connectors.indptr[row + 1])
        for k in range(low, high):
            times = found.setdefault(int(connectors.nodes[k]), [None] * len(columns))
            time, before = int(connectors.times_ms[k]), times[column]
            times[column] = time if before is None else min(time, before)
    return tuple(BundleConnector(names[node], *found[node]) for node in sorted(found))


def _origins(
    city: City,
    drawing: Drawing,
    closings: dict[Mode, Closings],
    names: list[str],
    area: Area | None,
) -> Iterator[BundleOrigin]:
    edits, homes = drawing.patch.edits, city.homes
    out = {mode: closings[mode].homes_out for mode in STREET_MODES}
    back = {mode: closings[mode].homes_in for mode in STREET_MODES}
    for row, identity in enumerate(homes.ids):
        kept = float(np.prod(edits.kept_shares.get(row, ())))
        residents = float(homes.residents[row]) * kept
        connectors = _connectors(out, back, row, names)
        yield BundleOrigin(identity, residents, homes.area_ids[row], connectors)
    for number, home in enumerate(edits.homes):
        inside = area is not None and shapely.intersects(area.geometry, Point(home.x, home.y))
        lies_in = area.id if area is not None and inside else None
        connectors = _connectors(out, back, len(homes.ids) + number, names)
        yield BundleOrigin(home.feature, home.residents, lies_in, connectors)


def _facilities(
    city: City, patch: Patch, closings: dict[Mode, Closings], names: list[str]
) -> Iterator[BundleFacility]:
    base, edits = city.facilities, patch.edits
    ways = {mode: closings[mode].facilities for mode in STREET_MODES}
    ids = (*base.ids, *(place.feature for place in edits.facilities))
    categories = (*base.categories, *(place.category for place in edits.facilities))
    capacity = (*base.capacity, *(place.capacity for place in edits.facilities))
    for row, identity in enumerate(ids):
        if row not in edits.removed_facilities:
            connectors = _connectors(ways, ways, row, names)
            yield BundleFacility(identity, categories[row], capacity[row], connectors)
