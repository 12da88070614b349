"""Checks of the streets: nodes, connection, barriers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol, TypeVar

import shapely

from app.data_quality.findings import Finding, found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.importers.geo_layers import GeoLayers
    from app.importers.geo_rows import BarrierRow, StreetRow

LARGEST_SHARE = 0.98
_SAME_POINT_M = 0.05
_TOUCH_M = 0.5  # a street that ends on a barrier's line has not passed through it


class _Placed(Protocol):
    @property
    def place(self) -> str: ...


RowT = TypeVar("RowT", bound=_Placed)


def coinciding_nodes(layers: GeoLayers) -> Iterator[Finding]:
    """Check that edges that share a node id meet at one point."""
    where: dict[int, tuple[shapely.Point, int]] = {}
    for street in layers.streets:
        ends = ((street.from_node, 0), (street.to_node, -1))
        for node, at in ends:
            point = shapely.Point(street.geometry.coords[at])
            first, other = where.setdefault(node, (point, street.id))
            if first.distance(point) > _SAME_POINT_M:
                message = (
                    f"node {node} lies {first.distance(point):.1f} m from where street {other} "
                    f"has it; give the node one place, or this end a node of its own"
                )
                yield found(
                    "coinciding_nodes", message, f"{street.place}/streets", street.id, point
                )


def connected(layers: GeoLayers) -> Iterator[Finding]:
    """Check that the largest piece holds nearly all walkable length, and show the others."""
    for place, streets in _by_place(layers.streets).items():
        walked = [street for street in streets if street.walk]
        pieces = _pieces(walked)
        total_m = sum(street.geometry.length for street in walked)
        if total_m == 0:
            continue
        share = sum(street.geometry.length for street in pieces[0]) / total_m
        for piece in pieces[1:]:
            length_m = sum(street.geometry.length for street in piece)
            message = (
                f"{length_m:.0f} m of street hang on nothing; the largest piece holds "
                f"{100 * share:.2f} % of the walkable length (at least {100 * LARGEST_SHARE:.0f} %"
                " is asked for)"
            )
            yield found(
                "connected",
                message,
                f"{place}/streets",
                piece[0].id,
                piece[0].geometry,
                severity="error" if share < LARGEST_SHARE else "note",
            )


def through_barriers(layers: GeoLayers) -> Iterator[Finding]:
    """Check that no street passes a barrier but on a bridge or in a tunnel."""
    barriers = _by_place(layers.barriers)
    for place, streets in _by_place(layers.streets).items():
        walls = list(barriers.get(place, []))
        if not walls:
            continue
        tree = shapely.STRtree([wall.geometry for wall in walls])
        for street in streets:
            if street.grade != "at_grade" or street.street_class == "motorway":
                continue
            for hit in sorted(tree.query(street.geometry, predicate="intersects").tolist()):
                spot = _passage(street, walls[hit])
                if spot is None:
                    continue
                message = (
                    f"the street passes {walls[hit].name} ({walls[hit].id}) at grade; "
                    "mark it as a bridge or a tunnel, or cut it"
                )
                yield found("through_barriers", message, f"{place}/streets", street.id, spot)


def _passage(street: StreetRow, wall: BarrierRow) -> shapely.Point | None:
    """Give where a street passes through a barrier; ending on it is not passing."""
    inner = shapely.intersection(street.geometry, wall.geometry)
    ends = shapely.MultiPoint([street.geometry.coords[0], street.geometry.coords[-1]])
    for part in shapely.get_parts(inner):
        point = part if part.geom_type == "Point" else part.interpolate(0.5, normalized=True)
        if part.length > _TOUCH_M or point.distance(ends) > _TOUCH_M:
            return shapely.Point(point)
    return None


def _pieces(streets: Sequence[StreetRow]) -> list[list[StreetRow]]:
    parent: dict[int, int] = {}

    def root(node: int) -> int:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for street in streets:
        parent[root(street.from_node)] = root(street.to_node)
    pieces: dict[int, list[StreetRow]] = defaultdict(list)
    for street in streets:
        pieces[root(street.from_node)].append(street)
    return sorted(
        pieces.values(), key=lambda piece: -sum(street.geometry.length for street in piece)
    )


def _by_place(rows: Iterable[RowT]) -> dict[str, list[RowT]]:
    groups: dict[str, list[RowT]] = defaultdict(list)
    for row in rows:
        groups[row.place].append(row)
    return groups
