from __future__ import annotations

import numpy as np

from spatial.drawing import resolve_drawing
from spatial.network.graph import search_graph
from spatial.network.model import Connectors, Mode
from spatial.network.nearest import node_times_to_nearest, times_to_nearest
from tests.spatial.worlds import World, line

NEVER = 2**31 - 1


def at_nodes(*rows: tuple[int, int]) -> Connectors:
    """One way each: a node and milliseconds."""
    indptr = np.arange(len(rows) + 1, dtype=np.int32)
    nodes, times = np.array(rows, np.int32).reshape(-1, 2).T
    return Connectors(indptr, np.ascontiguousarray(nodes), np.ascontiguousarray(times))


def chain() -> World:
    """Nodes 1, 2 and 3 in a row, 100 m (75 s) apart, and a street 4 to 5 that nothing leads to."""
    return (
        World()
        .street(1, 2, (0, 0), (100, 0))
        .street(2, 3, (100, 0), (200, 0))
        .street(4, 5, (0, 500), (100, 500))
    )


def test_each_group_is_searched_by_itself() -> None:
    city = chain().city()
    node = {name: row for row, name in enumerate(city.network.node_ids.tolist())}
    graph = search_graph(city, None, Mode.WALK)
    targets = at_nodes((node[1], 0), (node[3], 5_000), (node[4], 0))
    points = at_nodes((node[2], 1_000), (node[5], 0))
    groups = np.array([0, 2, 3, 3])
    found = times_to_nearest(graph, groups, targets, points)
    # From 2 to 1 it is 75 s, to 3 it would be 80; 4 is reached from 5 only; nothing is nowhere.
    assert found.tolist() == [[76_000, NEVER], [NEVER, 75_000], [NEVER, NEVER]]
    nodes = node_times_to_nearest(graph, groups, targets)
    assert nodes.shape == (3, graph.node_count)
    assert nodes[0, [node[1], node[2], node[3]]].tolist() == [0, 75_000, 5_000]


def test_what_is_known_is_only_ever_shortened() -> None:
    # What is known is lower than the seeds lead to: it stays, and nothing beyond it is searched.
    city = chain().city()
    node = {name: row for row, name in enumerate(city.network.node_ids.tolist())}
    graph = search_graph(city, None, Mode.WALK)
    targets = at_nodes((node[1], 0))
    points = at_nodes((node[1], 0), (node[3], 0))
    known = np.full((1, graph.node_count), 7, np.int32)
    groups = np.array([0, 1])
    assert times_to_nearest(graph, groups, targets, points, known).tolist() == [[0, 7]]


def test_a_path_laid_over_shortens_what_is_known() -> None:
    world = chain()
    city = world.city()
    node = {name: row for row, name in enumerate(city.network.node_ids.tolist())}
    path = world.drawn("connection", line((0, 500), (0, 0)))
    drawing = resolve_drawing(city, (path,))
    over = search_graph(city, drawing.patch, Mode.WALK)
    targets, groups = at_nodes((node[1], 0)), np.array([0, 1])
    known = node_times_to_nearest(search_graph(city, None, Mode.WALK), groups, targets)
    assert known[0, node[4]] == NEVER
    points = at_nodes((node[4], 0), (node[5], 0))
    # 500 m of path are 375 s.
    assert times_to_nearest(over, groups, targets, points, known).tolist() == [[375_000, 450_000]]
