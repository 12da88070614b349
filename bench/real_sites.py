"""The full surface of the real sites, by the road register's own lines, where they are at hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyogrio
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from bench import full_surface
from bench.measurement import Result
from bench.networks import StreetNetwork

if TYPE_CHECKING:
    from spatial.units import Float64Array, Int64Array

SITES: Final = Path(__file__).resolve().parents[2] / "shared" / "geo" / "sites"
NAMES: Final = ("esbjerg", "gladsaxe", "taastrup")
ROADS: Final = "roads_vejmyndighed"
PLACES: Final = ("shops", "services", "stops", "schools_folkeskoler")
TURNS: Final = 9
"""A turn is short here, and a short one says little."""
NODE_M: Final = 2.0
"""Ends of lines this near each other are one junction."""


def run() -> list[Result]:
    """Measure every site that is there, and name those that are not."""
    results: list[Result] = []
    for name in NAMES:
        file = SITES / f"{name}.gpkg"
        if file.exists():
            results.append(full_surface.measure(_site(name, file), None, TURNS))
        else:
            note = f"not measured: {file} is not there"
            results.append(Result("the full surface", name, (), {}, (note,)))
    return results


def _site(name: str, file: Path) -> StreetNetwork:
    """Cut the lines where they cross and keep the largest part; each place goes to its junction.

    Naive at bridges, which is wrong for people and right for a race.
    """
    drawn = shapely.get_parts(_layer(file, ROADS))
    lines = shapely.get_parts(shapely.node(shapely.multilinestrings(drawn)))
    ends = np.stack([shapely.get_coordinates(shapely.get_point(lines, k)) for k in (0, -1)])
    xy, node = np.unique(
        np.rint(ends.reshape(-1, 2) / NODE_M) * NODE_M, axis=0, return_inverse=True
    )
    starts, stops = node.reshape(2, -1)
    tails, heads, length = _distinct(starts, stops, shapely.length(lines))
    count, part = connected_components(
        coo_matrix((length, (tails, heads)), shape=(len(xy), len(xy))), directed=False
    )
    largest = part == np.bincount(part, minlength=count).argmax()
    number = np.cumsum(largest) - 1
    inside = largest[tails]
    kept = xy[largest]
    nodes, kinds = _places(file, kept)
    return StreetNetwork(
        f"{name}, {len(kept):,} nodes",
        kept,
        number[tails[inside]],
        number[heads[inside]],
        length[inside],
        nodes,
        kinds,
    )


def _layer(file: Path, layer: str) -> Any:  # noqa: ANN401 - an array of shapes
    return shapely.force_2d(shapely.from_wkb(pyogrio.raw.read(file, layer=layer, columns=[])[2]))


def _distinct(
    one: Int64Array, two: Int64Array, length: Float64Array
) -> tuple[Int64Array, Int64Array, Float64Array]:
    """Keep the shortest of several lines between two junctions, and no line from one to itself."""
    low, high = np.minimum(one, two), np.maximum(one, two)
    order = np.lexsort((length, high, low))
    order = order[low[order] != high[order]]
    first = np.ones(len(order), np.bool_)
    first[1:] = (np.diff(low[order]) != 0) | (np.diff(high[order]) != 0)
    kept = order[first]
    return low[kept].astype(np.int64), high[kept].astype(np.int64), length[kept]


def _places(file: Path, xy: Float64Array) -> tuple[Int64Array, Int64Array]:
    """Give each place its nearest junction and its layer as its kind; one of a kind a junction."""
    tree = shapely.STRtree(shapely.points(xy))
    found = []
    for kind, layer in enumerate(PLACES):
        points = shapely.centroid(_layer(file, layer))
        points = points[~shapely.is_empty(points)]
        found.append(np.unique(tree.nearest(points)) * len(PLACES) + kind)
    both = np.sort(np.concatenate(found)).astype(np.int64)
    return both // len(PLACES), both % len(PLACES)
