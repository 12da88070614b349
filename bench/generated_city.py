"""A generated network as a place of the engine, with drawings to try on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely.geometry import LineString

from spatial.city import build_city
from spatial.interventions import Intervention
from spatial.tables import (
    CATEGORIES as CATEGORY_NAMES,
)
from spatial.tables import BarrierTable, FacilityTable, HomeTable, StreetTable

if TYPE_CHECKING:
    from bench.networks import StreetNetwork
    from spatial.city import City
    from spatial.units import Float64Array

ORIGIN: Final = np.array([700_000.0, 6_170_000.0])
"""Generated networks lie on Zealand, where EPSG:25832 is at home."""
HOMES: Final = 200


def city_of(network: StreetNetwork) -> City:
    """Build the place: every edge a street, every facility at its node, a few homes."""
    xy = network.xy + ORIGIN
    count = len(network.tails)
    ends = np.stack((xy[network.tails], xy[network.heads]), axis=1)
    streets = StreetTable(
        ids=np.arange(count),
        from_node=network.tails,
        to_node=network.heads,
        geometry=shapely.linestrings(ends),
        walk=np.ones(count, np.bool_),
        bike=np.ones(count, np.int8),
        grade=np.zeros(count, np.int8),
        street_class=("local",) * count,
        lit=(None,) * count,
        steps=np.zeros(count, np.bool_),
        speed_kmh=(None,) * count,
    )
    places = len(network.facility_nodes)
    facilities = FacilityTable(
        ids=tuple(f"f{row}" for row in range(places)),
        xy=xy[network.facility_nodes],
        categories=tuple(CATEGORY_NAMES[row] for row in network.facility_categories),
        capacity=(None,) * places,
        names=("",) * places,
    )
    lived_at = np.linspace(0, network.node_count - 1, HOMES).astype(np.int64)
    homes = HomeTable(
        ids=tuple(f"h{row}" for row in range(HOMES)),
        xy=xy[lived_at],
        residents=np.full(HOMES, 2.0),
        area_ids=(None,) * HOMES,
        municipality_codes=("0000",) * HOMES,
    )
    none = BarrierTable((), (), np.empty(0, object))
    return build_city("bench", streets, homes, facilities, none)


def links(network: StreetNetwork, count: int, seed: int = 7) -> list[Intervention]:
    """Draw straight paths of 100 to 400 m between two nodes, where chance puts them."""
    rng = np.random.default_rng(seed)
    xy = network.xy + ORIGIN
    drawn: list[Intervention] = []
    while len(drawn) < count:
        start = xy[rng.integers(network.node_count)]
        away = _between(rng, xy, start, 100.0, 400.0)
        if away is not None:
            drawn.append(Intervention(f"d{len(drawn)}", "connection", LineString([start, away])))
    return drawn


def _between(
    rng: np.random.Generator, xy: Float64Array, start: Float64Array, low_m: float, high_m: float
) -> Float64Array | None:
    distance = np.hypot(*(xy - start).T)
    near = np.flatnonzero((distance > low_m) & (distance < high_m))
    if len(near) == 0:
        return None
    chosen: Float64Array = xy[rng.choice(near)]
    return chosen


def closures(network: StreetNetwork, count: int, seed: int = 8) -> list[Intervention]:
    """Draw closures along one street each."""
    rng = np.random.default_rng(seed)
    xy = network.xy + ORIGIN
    edges = rng.choice(len(network.tails), count, replace=False)
    return [
        Intervention(
            f"c{row}",
            "closure",
            LineString([xy[network.tails[edge]], xy[network.heads[edge]]]),
        )
        for row, edge in enumerate(edges)
    ]
