"""Nearness and trips that pass: cases worked by hand, and NetworkX beside."""

from __future__ import annotations

import itertools
import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spatial.centrality import shortest
from spatial.centrality.arcs import PlainArcs, both_ways, neighbours_together, plain_arcs
from spatial.centrality.shortest import centrality, closeness, flow, passing

FAR = 10**9


def ways(count: int, rows: list[tuple[int, int, int]]) -> PlainArcs:
    tails, heads, costs = np.array(rows, np.int64).reshape(-1, 3).T
    return both_ways(count, tails, heads, costs)


# Two triangles of side 100 m on a common side, in millimetres.
DIAMOND = [(0, 1, 100_000), (0, 2, 100_000), (1, 2, 100_000), (1, 3, 100_000), (2, 3, 100_000)]


@pytest.mark.parametrize(
    ("radius_m", "density", "farness_m", "harmonic", "beta"),
    [
        (
            150,
            [2, 3, 3, 2],
            [200, 300, 300, 200],
            [0.02, 0.03, 0.03, 0.02],
            [0.1389669, 0.2084504, 0.2084504, 0.1389669],
        ),
        (
            250,
            [3, 3, 3, 3],
            [400, 300, 300, 400],
            [0.025, 0.03, 0.03, 0.025],
            [0.4445552, 0.6056896, 0.6056896, 0.4445552],
        ),
    ],
)
def test_the_diamond(
    radius_m: int,
    density: list[int],
    farness_m: list[float],
    harmonic: list[float],
    beta: list[float],
) -> None:
    found = closeness(ways(4, DIAMOND), radius_m * 1000, decay_per_ms=4 / (radius_m * 1000))
    assert found.density.tolist() == density
    assert (found.farness_ms / 1000).tolist() == farness_m
    assert found.harmonic_per_ms * 1000 == pytest.approx(harmonic)
    assert found.decayed == pytest.approx(beta, abs=1e-7)


def test_a_bridge_over_the_diamond() -> None:
    over = ways(4, [*DIAMOND, (0, 3, 173_205)])
    assert closeness(over, 250_000).farness_ms.tolist() == [373_205, 300_000, 300_000, 373_205]


def test_the_kite() -> None:
    """Krackhardt 1990: seven in a cluster, and a tail of three."""
    kite = nx.krackhardt_kite_graph()
    arcs = ways(10, [(u, v, 1) for u, v in kite.edges])
    near, trips = centrality(arcs, FAR, edge_count=kite.number_of_edges())
    # Each pair is met from both its ends.
    assert trips.nodes / 2 == pytest.approx(
        [0.833333, 0.833333, 0, 3.666667, 0, 8.333333, 8.333333, 14, 8, 0], abs=1e-6
    )
    assert 9 / near.farness_ms == pytest.approx(
        [0.529412, 0.529412, 0.5, 0.6, 0.5, 0.642857, 0.642857, 0.6, 0.428571, 0.310345], abs=1e-6
    )
    assert near.harmonic_per_ms == pytest.approx(
        [
            6.083333,
            6.083333,
            5.583333,
            7.083333,
            5.583333,
            6.833333,
            6.833333,
            6,
            4.666667,
            3.416667,
        ],
        abs=1e-6,
    )


def test_trips_are_shared_among_ways_equally_short() -> None:
    # From 0 to 3 by 1, by 2, or by the longer 4. Ways: 0-1, 1-3, 0-2, 2-3, 0-4, 4-3.
    square = ways(5, [(0, 1, 5), (1, 3, 7), (0, 2, 6), (2, 3, 6), (0, 4, 6), (4, 3, 7)])
    three = np.array([0.0, 0, 0, 10, 0])
    found = flow(
        square, FAR, edge_count=6, sources=np.array([0]), trips=np.array([8.0]), targets=three
    )
    assert found.edges.tolist() == [40, 40, 40, 40, 0, 0]
    assert found.nodes.tolist() == [0, 40, 40, 0, 0]


def test_two_ways_between_the_same_places_share_too() -> None:
    twins = ways(3, [(0, 1, 5), (0, 1, 5), (1, 2, 1)])
    found = flow(twins, FAR, edge_count=3, sources=np.array([0]), targets=np.array([0.0, 0, 1]))
    assert found.edges.tolist() == [0.5, 0.5, 1]
    assert found.nodes.tolist() == [0, 1, 0]


def test_a_trip_ends_within_the_limit_or_is_not_made() -> None:
    line = ways(4, [(0, 1, 10), (1, 2, 10), (2, 3, 10)])
    first = np.array([0])
    assert flow(line, 20, edge_count=3, sources=first).edges.tolist() == [2, 1, 0]
    assert flow(line, 19, edge_count=3, sources=first).edges.tolist() == [1, 0, 0]


def test_a_way_that_takes_no_time_is_passed_in_order() -> None:
    # 0 -> 1 takes no time; 1 -> 2 one. One way from 0 to 2 and none back.
    arcs = plain_arcs(3, np.array([0, 1]), np.array([1, 2]), np.array([0, 1]), np.array([0, 1]))
    assert flow(arcs, FAR, edge_count=2).edges.tolist() == [2, 2]


def test_nearer_than_the_least_counts_as_the_least() -> None:
    line = ways(3, [(0, 1, 10), (1, 2, 30)])
    found = closeness(line, FAR, sources=np.array([0]), least_ms=20)
    assert found.harmonic_per_ms.tolist() == pytest.approx([1 / 20 + 1 / 40])


def test_only_what_has_weight_counts() -> None:
    line = ways(3, [(0, 1, 10), (1, 2, 30)])
    found = closeness(line, FAR, weights=np.array([0.0, 2, 0]))
    assert found.density.tolist() == [2, 0, 2]
    assert found.farness_ms.tolist() == [20, 0, 60]


def test_trips_that_pass_inside() -> None:
    # From 0 to 3 by 1 or 2, equally short; only the way 0-1 is inside. 3 to 4 is beyond both.
    square = ways(5, [(0, 1, 5), (1, 3, 5), (0, 2, 5), (2, 3, 5), (3, 4, 5)])
    inside = np.array([True, False, False, False, False])
    trips, through = passing(
        square,
        FAR,
        sources=np.array([0, 4]),
        targets=np.array([0.0, 3, 0, 0, 7]),
        inside=inside,
    )
    # From 0: three to 1, inside; seven to 4, half of them inside. From 4: to 1 past 3, not inside.
    assert trips.tolist() == [10, 3]
    assert through.tolist() == [3 + 3.5, 0]


def random_ways(seed: int) -> tuple[nx.DiGraph, PlainArcs]:
    """Grow a network with many ties: costs are 1 to 4."""
    rng = np.random.default_rng(seed)
    count = int(rng.integers(2, 25))
    graph = nx.gnp_random_graph(count, float(rng.uniform(0.05, 0.4)), seed=seed, directed=True)
    for _, _, data in graph.edges(data=True):
        data["ms"] = int(rng.integers(1, 5))
    rows = np.array([(u, v, data["ms"]) for u, v, data in graph.edges(data=True)], np.int64)
    tails, heads, costs = rows.reshape(-1, 3).T
    return graph, plain_arcs(count, tails, heads, costs, np.arange(len(costs)))


@given(st.integers(0, 2**31))
def test_trips_equal_networkx(seed: int) -> None:
    graph, arcs = random_ways(seed)
    count = graph.number_of_nodes()
    near, trips = centrality(arcs, FAR, edge_count=graph.number_of_edges())
    expected = nx.betweenness_centrality(graph, weight="ms", normalized=False)
    assert trips.nodes == pytest.approx([expected[node] for node in range(count)])
    by_edge = nx.edge_betweenness_centrality(graph, weight="ms", normalized=False)
    assert trips.edges == pytest.approx([by_edge[edge] for edge in graph.edges])
    # NetworkX counts the ways towards a node.
    towards = nx.harmonic_centrality(graph.reverse(), distance="ms")
    assert near.harmonic_per_ms == pytest.approx([towards[node] for node in range(count)])


@given(st.integers(0, 2**31), st.integers(1, 9))
def test_bounded_weighted_trips_equal_every_path_counted(seed: int, limit: int) -> None:
    graph, arcs = random_ways(seed)
    rng = np.random.default_rng([seed, 1])
    count = graph.number_of_nodes()
    leaving, arriving = rng.integers(0, 4, (2, count)).astype(float)
    inside = rng.random(graph.number_of_edges()) < 0.3
    number = {edge: k for k, edge in enumerate(graph.edges)}
    edges, made, through = np.zeros(len(number)), np.zeros(count), np.zeros(count)
    for start in range(count):
        lengths = nx.single_source_dijkstra_path_length(graph, start, weight="ms")
        for end, length in lengths.items():
            if end == start or length > limit:
                continue
            paths = list(nx.all_shortest_paths(graph, start, end, weight="ms"))
            made[start] += arriving[end]
            for path in paths:
                along = [number[pair] for pair in itertools.pairwise(path)]
                edges[along] += leaving[start] * arriving[end] / len(paths)
                through[start] += inside[along].any() * arriving[end] / len(paths)
    every = np.arange(count)
    found = flow(arcs, limit, edge_count=len(number), trips=leaving, targets=arriving)
    assert found.edges == pytest.approx(edges)
    trips, passed = passing(arcs, limit, sources=every, targets=arriving, inside=inside)
    assert trips.tolist() == made.tolist()
    assert passed == pytest.approx(through, abs=1e-9)


def grid(size: int, step: int) -> PlainArcs:
    rows = [
        (i * size + j, u * size + v, step)
        for i in range(size)
        for j in range(size)
        for u, v in ((i + 1, j), (i, j + 1))
        if u < size and v < size
    ]
    return ways(size * size, rows)


def test_a_large_grid_holds_a_diamond_of_nodes() -> None:
    # Within n steps of a node on an endless grid lie 4·(1 + 2 + … + n) = 2n(n + 1) others,
    # 4k of them k steps away: farness Σ 4k·k, harmonic 4n.
    size, n = 41, 20
    middle = np.array([(size // 2) * size + size // 2])
    found = closeness(grid(size, 100), n * 100, sources=middle)
    assert found.density.tolist() == [2 * n * (n + 1)]
    assert found.farness_ms.tolist() == [sum(4 * k * k for k in range(1, n + 1)) * 100]
    assert found.harmonic_per_ms * 100 == pytest.approx([4 * n])
    # On average over the circle a way on a fine grid is 4/π of the straight line.
    turn = np.arange(36_000) * 2 * math.pi / 36_000
    assert np.mean(np.abs(np.cos(turn)) + np.abs(np.sin(turn))) == pytest.approx(4 / math.pi)


def test_the_same_bits_however_many_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(3)
    size = 24
    arcs = grid(size, 100)
    weights = rng.random(size * size)
    found = []
    for cores in (1, 2, 5):
        monkeypatch.setattr(shortest.os, "cpu_count", lambda cores=cores: cores)
        found.append(flow(arcs, 900, edge_count=2 * size * (size - 1), trips=weights))
    for other in found[1:]:
        np.testing.assert_array_equal(found[0].edges, other.edges)
        np.testing.assert_array_equal(found[0].nodes, other.nodes)


def test_numbers_say_where_nodes_lie() -> None:
    # Two rows of nodes, numbered so that every second one is the other row's.
    rows = ways(6, [(0, 2, 5), (2, 4, 5), (1, 3, 5), (3, 5, 5)])
    near, number = neighbours_together(rows)
    assert number.tolist() == [0, 3, 1, 4, 2, 5]
    for node in range(6):
        ends = rows.heads[rows.indptr[node] : rows.indptr[node + 1]]
        there = slice(near.indptr[number[node]], near.indptr[number[node] + 1])
        assert sorted(near.heads[there].tolist()) == sorted(number[ends].tolist())
    # Where a way takes no time, the numbers already say in which order to go.
    free = plain_arcs(2, np.array([0]), np.array([1]), np.array([0]), np.array([0]))
    same, number = neighbours_together(free)
    assert same is free
    assert number.tolist() == [0, 1]
    trips = centrality(free, FAR, edge_count=1)[1]
    assert trips.edges.tolist() == [1]


def test_nothing_to_start_from() -> None:
    line = ways(2, [(0, 1, 10)])
    none = np.zeros(0, np.int64)
    assert closeness(line, FAR, sources=none).density.shape == (0,)
    assert flow(line, FAR, edge_count=1, sources=none).edges.tolist() == [0]
    targets = np.ones(2)
    trips, through = passing(line, FAR, sources=none, targets=targets, inside=np.zeros(1, bool))
    assert len(trips) == len(through) == 0
