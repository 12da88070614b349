"""The streets of a file in one pass, as flat arrays: nodes, ways and the gates on them."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import osmium
import shapely

from app.importers.osm.crossings import crossing_control
from app.importers.osm.how_far import HowFar
from app.importers.osm.street_tags import StreetTags, gate_passes, read_street_tags
from spatial.crs import to_planar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from app.importers.geo_rows import Control
    from app.importers.reading import Progress

TOLD_EVERY = 2_000


@dataclass(slots=True)
class RawStreets:
    """Streets as they are drawn.

    Parameters
    ----------
    nodes
        Ids of the nodes of all ways, one way after the other, shape (n,).
    xy
        Where they lie, EPSG:25832, shape (n, 2).
    starts
        Where each way begins in ``nodes``, with the end of the last, shape (ways + 1,).
    tags, way_ids
        What each way is, and its id.
    gates
        Who passes a gate by its node: walking, cycling.
    controls
        What helps a walker over the street, by its node.
    signals
        Where lights stand, EPSG:25832, shape (n, 2).
    missing_nodes
        How many nodes of ways the file does not hold; the ways are cut there.
    unread
        Values that could not be understood, by key and value, with how often they stand.
    """

    nodes: NDArray[np.int64]
    xy: NDArray[np.float64]
    starts: NDArray[np.int64]
    tags: list[StreetTags]
    way_ids: list[int]
    gates: dict[int, tuple[bool, bool]]
    controls: dict[int, Control]
    signals: NDArray[np.float64]
    missing_nodes: int
    unread: Counter[tuple[str, str]] = field(default_factory=Counter)


class _Gathered:
    """What a pass has come across so far."""

    def __init__(self) -> None:
        self.nodes = array("q")
        self.lonlat = array("d")
        self.starts = array("q", [0])
        self.tags: list[StreetTags] = []
        self.way_ids: list[int] = []
        self.gates: dict[int, tuple[bool, bool]] = {}
        self.controls: dict[int, Control] = {}
        self.signals: list[tuple[float, float]] = []
        self.missing = 0
        self.unread: Counter[tuple[str, str]] = Counter()

    def take(self, way: osmium.osm.Way) -> None:
        tags = read_street_tags({tag.k: tag.v for tag in way.tags}, self._not_read)
        if tags is None:
            return
        run: list[tuple[int, float, float]] = []
        for node in way.nodes:
            if node.location.valid():
                if not run or run[-1][0] != node.ref:
                    run.append((node.ref, node.lon, node.lat))
            else:
                self.missing += 1
                self._close(run, tags, way.id)
                run = []
        self._close(run, tags, way.id)

    def take_node(self, node: osmium.osm.Node) -> None:
        tags = {tag.k: tag.v for tag in node.tags}
        if "barrier" in tags:
            passes = gate_passes(tags)
            if passes != (True, True):
                self.gates[node.id] = passes
        control = crossing_control(tags)
        if control is not None:
            self.controls[node.id] = control
        if control == "signal":
            self.signals.append((node.lon, node.lat))

    def _close(self, run: list[tuple[int, float, float]], tags: StreetTags, way: int) -> None:
        if len(run) < 2:  # noqa: PLR2004 - a line has two ends
            return
        for node, lon, lat in run:
            self.nodes.append(node)
            self.lonlat.append(lon)
            self.lonlat.append(lat)
        self.starts.append(len(self.nodes))
        self.tags.append(tags)
        self.way_ids.append(way)

    def _not_read(self, key: str, value: str) -> None:
        self.unread[key, value] += 1


def in_metres(lonlat: Sequence[tuple[float, float]]) -> NDArray[np.float64]:
    """Give places in EPSG:25832, shape (n, 2)."""
    degrees = np.array(lonlat, np.float64).reshape(-1, 2)
    metres: NDArray[np.float64] = shapely.get_coordinates(to_planar(shapely.multipoints(degrees)))
    return metres


def read_ways(path: Path, progress: Progress) -> RawStreets:
    """Read every street of a file.

    Raises
    ------
    RuntimeError
        osmium's own, where the file is broken.
    """
    found = _Gathered()
    wanted = osmium.FileProcessor(str(path), osmium.osm.NODE | osmium.osm.WAY).with_locations()
    wanted.with_filter(osmium.filter.KeyFilter("highway", "barrier", "crossing"))
    how_far = HowFar(path)
    for count, thing in enumerate(wanted):
        if count % TOLD_EVERY == 0:
            progress("streets", *how_far(count))
        if isinstance(thing, osmium.osm.Way):
            found.take(thing)
        elif isinstance(thing, osmium.osm.Node):
            found.take_node(thing)
    lonlat = np.frombuffer(found.lonlat, np.float64).reshape(-1, 2)
    return RawStreets(
        np.frombuffer(found.nodes, np.int64),
        shapely.get_coordinates(to_planar(shapely.multipoints(lonlat))),
        np.frombuffer(found.starts, np.int64),
        found.tags,
        found.way_ids,
        found.gates,
        found.controls,
        in_metres(found.signals),
        found.missing,
        found.unread,
    )
