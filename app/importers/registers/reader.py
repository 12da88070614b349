"""One place's streets out of registers that draw centrelines and leave the junctions to others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.importers.faults import DataFault, InvalidLayers
from app.importers.geo_layers import GeoLayers
from app.importers.geo_rows import StreetRow
from app.importers.reading import Reading, ReadingNote, unwatched
from app.importers.registers.along import speeds_along
from app.importers.registers.components import GAP_M
from app.importers.registers.lines import Line, short_link
from app.importers.registers.merging import merge_bends
from app.importers.registers.motorways import motorways
from app.importers.registers.network import build_network
from app.importers.registers.why_apart import apart_notes, why_apart
from app.importers.stable_ids import made_id
from spatial.crs import to_geographic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely import Point
    from shapely.geometry.base import BaseGeometry

    from app.importers.geo_rows import SourceRow
    from app.importers.reading import Progress, Window
    from app.importers.registers.lines import Edge
    from app.importers.registers.network import Network
    from app.importers.registers.road_rows import RoadRow, SpeedRow

SHORTEST_M = 0.5
"""A shorter line is a slip of the pen, and is left out."""
MAIN_KMH = 60
GAPS_NAMED = 20


@dataclass(frozen=True, slots=True)
class Told:
    """What registers tell of a place's streets.

    Parameters
    ----------
    roads
        Streets and paths.
    routes
        Groups of signed routes: they count where no road lies, those of a later group where no
        route of an earlier one does.
    speeds
        Speed limits along the roads that do not say their own.
    barriers
        What is known already that no street crosses at grade, in EPSG:25832.
    """

    roads: Sequence[RoadRow]
    routes: Sequence[Sequence[RoadRow]]
    speeds: Sequence[SpeedRow]
    barriers: Sequence[BaseGeometry]


def read_streets(
    told: Told,
    window: Window,
    source: SourceRow,
    *,
    gap_m: float = GAP_M,
    progress: Progress = unwatched,
) -> Reading:
    """Make one network of what registers tell, and say what was done to get it.

    Streets join where they cross at grade and where an end lies within 5 m of another. Motorways,
    bridges and tunnels join at their ends alone, and a street that crosses a barrier does so on a
    bridge. Pieces that hang loose are tied over gaps of at most ``gap_m`` where no barrier lies.

    Raises
    ------
    InvalidLayers
        Where nobody can walk on anything of it.
    """
    lines, notes = _lines(told)
    barriers = [*told.barriers, *motorways(lines)]
    network = build_network(
        lines,
        [[line for row in group for line in row.lines()] for group in told.routes],
        barriers,
        short_link(source.id),
        gap_m=gap_m,
        progress=progress,
    )
    edges = [*network.edges, *(e for one in network.islands for e in merge_bends(one.edges))]
    notes += _told_of(network, told)
    notes += apart_notes(network, why_apart(network, barriers, window.surface, gap_m))
    rows = tuple(_rows(edges, window.place, source.id))
    return Reading(GeoLayers(sources=(source,), streets=rows), tuple(notes))


def _lines(told: Told) -> tuple[list[Line], list[ReadingNote]]:
    """Give the roads as lines, with the speed that lies along those that do not say theirs."""
    drawn = [line for row in told.roads for line in row.lines()]
    lines = [line for line in drawn if line.geometry.length >= SHORTEST_M]
    if not any(line.attributes.walk for line in lines):
        message = "nobody can walk on anything of the layer; is `street_class` mapped right?"
        raise InvalidLayers([DataFault("roads", None, str(len(lines)), None, message)])
    notes = []
    if len(lines) < len(drawn):
        notes.append(ReadingNote("too-short", len(drawn) - len(lines)))
    return _with_speeds(lines, told.speeds), notes


def _with_speeds(lines: Sequence[Line], speeds: Sequence[SpeedRow]) -> list[Line]:
    along = speeds_along(
        [line.geometry for line in lines],
        [row.geometry for row in speeds],
        [round(row.speed_kmh) for row in speeds],
    )
    return [_at_speed(line, kmh) for line, kmh in zip(lines, along, strict=True)]


def _at_speed(line: Line, along_kmh: int | None) -> Line:
    """Give a street its speed; a public street for 60 km/h and more is a main street."""
    told = line.attributes
    kmh = told.speed_kmh if told.speed_kmh is not None else along_kmh
    is_main = told.street_class == "local" and kmh is not None and kmh >= MAIN_KMH
    kind = "main" if is_main else told.street_class
    return replace(line, attributes=told._replace(speed_kmh=kmh, street_class=kind))


def _told_of(network: Network, told: Told) -> list[ReadingNote]:
    """Say which gaps were closed, and what was not known when they were."""
    notes = []
    if network.gaps:
        widest = max(network.gaps, key=lambda gap: (gap.width_m, gap.place.coords[0]))
        values = {"widest_m": round(widest.width_m, 1)}
        notes.append(ReadingNote("ends-joined", len(network.gaps), _degrees(widest.place), values))
    ties = sorted(network.ties, key=lambda one: (-one.geometry.length, one.geometry.bounds))
    for tie in ties[:GAPS_NAMED]:
        values = {"length_m": round(tie.geometry.length, 1)}
        notes.append(ReadingNote("gap-closed", 1, _degrees(tie.geometry.centroid), values))
    if len(ties) > GAPS_NAMED:
        values = {"length_m": round(ties[GAPS_NAMED].geometry.length, 1)}
        notes.append(ReadingNote("gaps-closed-too", len(ties) - GAPS_NAMED, None, values))
    bridges = [edge for edge in network.edges if edge.attributes.grade == "bridge"]
    if bridges:
        notes.append(ReadingNote("bridges", len(bridges)))
    if not told.barriers:
        notes.append(ReadingNote("no-barriers", 1))
    return notes


def _degrees(point: Point) -> tuple[float, float]:
    found = to_geographic(point)
    return (round(found.x, 6), round(found.y, 6))


def _rows(edges: Sequence[Edge], place: str, source: str) -> Iterable[StreetRow]:
    """Give each edge as a street; its number is made of where it lies, so it lasts."""
    for edge in edges:
        attributes = edge.attributes._asdict() | {"source": source}
        yield StreetRow(
            id=made_id(place, edge.geometry.wkt),
            place=place,
            from_node=made_id(place, *edge.start),
            to_node=made_id(place, *edge.end),
            **attributes,
            geometry=edge.geometry,
        )
