"""Hand-checked cases: the diamond of four nodes, with and without a link, and a large grid."""

from __future__ import annotations

import math

import numpy as np
import pytest
from shapely.geometry import LineString

from spatial.drawing import resolve_drawing
from spatial.measures import Places, measure
from spatial.network.graph import search_graph
from spatial.network.model import Mode
from spatial.network.search import times_from
from spatial.proposal import ProposalTimes, patch_mode
from spatial.times import unchanged
from tests.spatial.worlds import World, line

# Two triangles of side 100 m on a common side: 0 at the bottom, 1 and 2 beside, 3 on top.
PLACES = [(0.0, -86.60254), (-50.0, 0.0), (50.0, 0.0), (0.0, 86.60254)]
EDGES = [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)]


def diamond() -> World:
    world = World()
    for u, v in EDGES:
        world.street(u, v, PLACES[u], PLACES[v])
    return world


def node_times(world: World, drawn: tuple[object, ...], start: int) -> list[int]:
    """Give the times from one corner to all four, on foot."""
    city = world.city()
    drawing = resolve_drawing(city, drawn)
    assert drawing.ok
    graph = patch_mode(city, drawing.patch, Mode.WALK, drawing.closed).after
    seed, now = np.array([start], np.int32), np.zeros(1, np.int32)
    return times_from(graph.outgoing, graph.node_count, seed, now)[:4].tolist()


def metres(times: list[int]) -> list[float]:
    return [time / 750 for time in times]


@pytest.mark.parametrize(
    ("limit_m", "density", "farness"),
    [(150, [2, 3, 3, 2], [200, 300, 300, 200]), (250, [3, 3, 3, 3], [400, 300, 300, 400])],
)
def test_diamond(limit_m: float, density: list[int], farness: list[float]) -> None:
    city = diamond().city()
    graph = search_graph(city, None, Mode.WALK)
    for start in range(4):
        times = times_from(
            graph.outgoing,
            graph.node_count,
            np.array([start], np.int32),
            np.zeros(1, np.int32),
            limit_m * 750,
        )
        reached = [time / 750 for time in times if 0 < time <= limit_m * 750]
        assert len(reached) == density[start]
        assert sum(reached) == pytest.approx(farness[start], abs=0.01)


def test_diamond_with_a_bridge_from_bottom_to_top() -> None:
    bridge = diamond().drawn("connection", line(PLACES[0], PLACES[3]), grade="bridge")
    assert metres(node_times(diamond(), (), 0))[3] == pytest.approx(200.0, abs=0.01)
    assert metres(node_times(diamond(), (bridge,), 0))[3] == pytest.approx(173.2051, abs=0.001)
    after = [sum(metres(node_times(diamond(), (bridge,), start))) for start in range(4)]
    assert after == pytest.approx([373.2051, 300.0, 300.0, 373.2051], abs=0.01)


def test_diamond_with_a_path_joins_the_street_it_crosses() -> None:
    # At grade the path also meets the common side in its middle: from 1 to 0 that is
    # 50 + 86.60254 m, longer than the 100 m there were, so nothing but 0 to 3 changes.
    path = diamond().drawn("connection", line(PLACES[0], PLACES[3]))
    assert metres(node_times(diamond(), (path,), 1)) == pytest.approx([100, 0, 100, 100], abs=0.01)
    assert metres(node_times(diamond(), (path,), 0))[3] == pytest.approx(173.2051, abs=0.001)


def test_grid_limits() -> None:
    """On a fine grid reach is a diamond: 2/π of the circle, detour 4/π on average, √2 at most."""
    size, step = 41, 25.0
    world = World()
    for i in range(size):
        for j in range(size):
            here = (i * step, j * step)
            if i + 1 < size:
                world.street(i * size + j, (i + 1) * size + j, here, ((i + 1) * step, j * step))
            if j + 1 < size:
                world.street(i * size + j, i * size + j + 1, here, (i * step, (j + 1) * step))
    city = world.city()
    graph = search_graph(city, None, Mode.WALK)
    (middle,) = np.flatnonzero(city.network.node_ids == (size // 2) * size + size // 2)
    times = times_from(
        graph.outgoing, graph.node_count, np.array([middle], np.int32), np.zeros(1, np.int32)
    )
    away = city.network.node_xy - city.network.node_xy[middle]
    straight = np.hypot(away[:, 0], away[:, 1])
    network = times / 750
    radius = 20 * step
    inside = np.count_nonzero(network <= radius) * step**2
    assert inside / (math.pi * radius**2) == pytest.approx(2 / math.pi, rel=0.06)
    ring = (straight > 0.8 * radius) & (straight <= radius)
    detour = network[ring] / straight[ring]
    assert detour.mean() == pytest.approx(4 / math.pi, rel=0.01)
    assert detour.max() == pytest.approx(math.sqrt(2), rel=1e-3)


def test_the_diamond_is_drawn_as_said() -> None:
    lengths = [LineString((PLACES[u], PLACES[v])).length for u, v in EDGES]
    assert lengths == pytest.approx([100.0] * 5, abs=1e-4)


def test_three_zones_within_a_quarter_of_an_hour_and_the_nearest() -> None:
    """Jobs 160, 150 and 180 in three zones; 10, 15, 25 and 30 minutes between them."""
    minutes = [[10, 30, 15], [30, 10, 25], [15, 25, 10]]
    jobs = [160, 150, 180]
    to_jobs = np.repeat(np.array(minutes, np.int32) * 60_000, jobs, axis=1)
    table = np.hstack((np.zeros((3, 3), np.int32), to_jobs))
    times = ProposalTimes(
        unchanged(table), np.zeros((0, 493), np.int32), np.zeros((3, 0), np.int32)
    )
    everywhere = Places(np.zeros(490, np.int64), np.zeros(490, bool), np.zeros(3, np.int64), 1)
    found = measure(times, everywhere, np.array([15, 30]) * 60_000)
    assert found.opportunities[:, 0, 0].tolist() == [340, 150, 340]
    assert found.opportunities[:, 0, 1].tolist() == [490, 490, 490]
    assert (found.nearest_ms[:, 0] / 60_000).tolist() == [10, 10, 10]
