"""Depth and choice by turning: worked by hand, predicted on grids, and NetworkX beside."""

from __future__ import annotations

import itertools
import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spatial.centrality import shortest
from spatial.centrality.links import Links, links_of
from spatial.centrality.turning import Depth, depths
from spatial.centrality.ways import ways_before
from spatial.network.model import Mode
from tests.spatial.cases import cases
from tests.spatial.worlds import World, grown

FAR = 100_000


def links(world: World) -> Links:
    city = world.city()
    return links_of(city, ways_before(city, Mode.WALK))


def by_street(world: World, radius_m: float = FAR) -> Depth:
    """Give the measures in the order of the streets, which here are a link each."""
    found = links(world)
    depth = depths(found, radius_m)
    rows = found.of_way
    return Depth(depth.links[rows], depth.turned[rows], depth.choice[rows])


def test_along_a_straight_street_nothing_is_turned() -> None:
    """Five links in a row, side streets at right angles: a comb."""
    comb = World()
    for k in range(5):
        comb.street(k, k + 1, (100 * k, 0), (100 * k + 100, 0))
    for k in range(1, 5):
        comb.street(k, 100 + k, (100 * k, 0), (100 * k, 60))
    found = by_street(comb)
    assert found.links.tolist() == [9] * 9
    # From the street: the four side streets at one right angle. From a side street: the street at
    # one, the three other side streets at two.
    assert found.turned.tolist() == pytest.approx([4] * 5 + [5 + 6] * 4)
    # The middle link lies between two links and two teeth in the west, and as many in the east:
    # 4 · 4 pairs. The second one between 1 + 1 and 3 + 3, the first between none.
    assert found.choice.tolist()[:5] == pytest.approx([0, 2 * 6, 4 * 4, 2 * 6, 0])
    assert found.choice.tolist()[5:] == [0] * 4


def test_normalised_as_published() -> None:
    # NAIN = NC^1.2 / (ATD + 2); NACH = log(ACH + 1) / log(ATD + 3).
    depth = Depth(np.array([9, 1]), np.array([4.0, 0.0]), np.array([16.0, 0.0]))
    assert depth.integration() == pytest.approx([13.966610165 / 6, 0.5])
    assert depth.normalised_choice() == pytest.approx([math.log10(17) / math.log10(7), 0])


def test_bends_count_by_halves_at_either_end() -> None:
    # A street, a bent one (90 degrees inside), a street: from the first the bent one is half its
    # bend away, the last the whole of it. Junctions by two stubs straight up.
    world = World().street(1, 2, (0, 0), (100, 0)).street(2, 3, (100, 0), (200, 0), (200, -100))
    world.street(3, 4, (200, -100), (200, -200)).street(2, 8, (100, 0), (100, 50))
    world.street(3, 9, (200, -100), (250, -100))
    found = by_street(world)
    # The first: bent 0.5, last 1, its own stub 1, the other stub 1 + 1.
    assert found.turned[0] == pytest.approx(0.5 + 1 + 1 + 2)


def test_the_straighter_way_is_taken_though_longer() -> None:
    # From west to east along the street, or over a shortcut that turns twice at 45 degrees each.
    world = World().street(1, 2, (0, 0), (100, 0)).street(2, 3, (100, 0), (300, 0))
    world.street(3, 4, (300, 0), (400, 0)).street(2, 3, (100, 0), (200, 30), (300, 0))
    found = by_street(world)
    assert found.choice[1] == 1
    assert found.choice[0] == found.choice[2] == 0
    assert found.choice[3] == 0


def round_both_sides(south: float) -> World:
    """Two streets end to end with a gap, and a way round it on either side, four right angles."""
    world = World().street(1, 2, (0, 0), (100, 0)).street(3, 4, (300, 0), (400, 0))
    world.street(2, 3, (100, 0), (100, 100), (300, 100), (300, 0))
    return world.street(2, 3, (100, 0), (100, -south), (300, -south), (300, 0))


def test_ways_that_turn_alike_are_shared_if_as_long_and_else_the_shorter() -> None:
    assert by_street(round_both_sides(100)).choice.tolist() == [0, 0, 0.5, 0.5]
    assert by_street(round_both_sides(150)).choice.tolist() == [0, 0, 1, 0]
    assert by_street(round_both_sides(100)).turned[0] == pytest.approx(4 + 2 * 2)


def test_only_what_lies_within_the_radius() -> None:
    row = World().street(0, 1, (0, 0), (100, 0))
    for k in range(1, 6):
        row.street(k, k + 1, (100 * k, 0), (100 * k + 100, 0))
        row.street(k, 100 + k, (100 * k, 0), (100 * k, 40))
    # From the first, whose middle lies at 50 m, to the middles of the others: 100, 200 … m to those
    # in the row, 50 + 20, 150 + 20 … m to the stubs.
    near = {radius_m: int(by_street(row, radius_m).links[0]) for radius_m in (69, 70, 99, 100, 170)}
    assert near == {69: 1, 70: 2, 99: 2, 100: 3, 170: 4}
    assert by_street(row, 0).links.tolist() == [1] * 11
    assert by_street(row, 0).turned.tolist() == [0] * 11


def grid(streets: int) -> World:
    """Streets from edge to edge, 100 m apart, each way."""
    world = World()
    for i, j in itertools.product(range(streets), range(streets)):
        if i + 1 < streets:
            world.street(
                i * 100 + j, i * 100 + 100 + j, (i * 100, j * 100), (i * 100 + 100, j * 100)
            )
        if j + 1 < streets:
            world.street(i * 100 + j, i * 100 + j + 1, (i * 100, j * 100), (i * 100, j * 100 + 100))
    return world


@pytest.mark.parametrize("streets", [4, 7])
def test_a_grid_is_as_deep_as_its_lines_predict(streets: int) -> None:
    """On n by n lines, each of n - 1 links.

    A line's own links turn nothing away, the n lines across one right angle, the n - 2 parallel
    lines inside and the two on the rim two; at the rim corners are bends, and count as such.
    """
    n = streets
    found = depths(links(grid(n)), FAR)
    inner = found.turned[found.links == found.links[0]].min()
    # Corner bends merge two links of the rim into one: four links fewer in all.
    assert found.links.tolist() == [2 * n * (n - 1) - 4] * len(found.links)
    # From an inner line: own line 0. Across: n lines of n - 1 links at one right angle, but the
    # rim across ends in corner links. Parallel: n - 2 - 1 inner lines of n - 1 links and the rim's
    # n - 3 at two each. The four corner links lie half a bend from either of their arms: seen from
    # the line by the arm across, at 1 + 1/2.
    across = (n - 2) * (n - 1) + 2 * (n - 3)
    parallel = (n - 3) * (n - 1) + 2 * (n - 3)
    assert inner == pytest.approx(across * 1 + parallel * 2 + 4 * 1.5)


def reference(found: Links, radius_m: float) -> tuple[list[int], list[float], list[float]]:
    """Restate the measure: states as nodes, every pair's ways listed by NetworkX."""
    count = len(found.starts)
    metric = nx.MultiGraph()
    for k in range(count):
        metric.add_edge(int(found.starts[k]), int(found.ends[k]), mm=int(found.length_mm[k]))
    away = dict(nx.all_pairs_dijkstra_path_length(metric, weight="mm"))
    ends = [(int(found.starts[k]), int(found.ends[k])) for k in range(count)]
    number, deep, choice = [], [], np.zeros(count)
    for start in range(count):
        near = {start}
        for other in range(count):
            between = min(
                (away[u][v] for u in ends[start] for v in ends[other] if v in away[u]),
                default=math.inf,
            )
            halves = found.length_mm[start] // 2 + found.length_mm[other] // 2
            if between + halves <= radius_m * 1000:
                near.add(other)
        graph = states(found, near)
        total = 0
        for other in near - {start}:
            ways = [
                path
                for source, target in itertools.product((0, 1), (0, 1))
                if nx.has_path(graph, (start, source), (other, target))
                for path in nx.all_shortest_paths(
                    graph, (start, source), (other, target), weight="cost"
                )
            ]
            costs = [nx.path_weight(graph, path, "cost") for path in ways]
            best = [path for path, cost in zip(ways, costs, strict=True) if cost == min(costs)]
            total += min(costs) // 10**9
            for path in best:
                for link, _ in path[1:-1]:
                    choice[link] += 1 / len(best)
        number.append(len(near))
        deep.append(total / 90_000)
    return number, deep, (choice / 2).tolist()


def states(found: Links, near: set[int]) -> nx.DiGraph:
    """Join each link, gone either way, to those that begin where it ends."""
    graph = nx.DiGraph()
    graph.add_nodes_from(itertools.product(near, (0, 1)))
    for one, two in itertools.permutations(near, 2):
        for way, onward in itertools.product((0, 1), (0, 1)):
            leaves = (found.ends if way == 0 else found.starts)[one]
            enters = (found.starts if onward == 0 else found.ends)[two]
            if leaves != enters:
                continue
            arriving = found.leaving_deg[one, 1 - way] + 180
            turn = abs((found.leaving_deg[two, onward] - arriving + 180) % 360 - 180)
            own = (int(found.turned_mdeg[one]) + int(found.turned_mdeg[two]) + 1) // 2
            metres = max(int(found.length_mm[one] + found.length_mm[two]) // 200, 1)
            cost = (own + round(turn * 1000)) * 10**9 + metres
            graph.add_edge((one, way), (two, onward), cost=cost)
    return graph


@cases(40)
@given(st.integers(0, 2**31), st.sampled_from([120, 250, 2000]))
def test_any_place_equals_every_way_listed(seed: int, radius_m: int) -> None:
    found = links(grown(seed, size=4))
    number, deep, choice = reference(found, radius_m)
    depth = depths(found, radius_m)
    assert depth.links.tolist() == number
    assert depth.turned == pytest.approx(deep, abs=1e-9)
    assert depth.choice == pytest.approx(choice, abs=1e-9)


@pytest.mark.parametrize("radius_m", [150, 400])
def test_a_grid_with_many_ties_equals_every_way_listed(radius_m: int) -> None:
    found = links(grid(4))
    number, deep, choice = reference(found, radius_m)
    depth = depths(found, radius_m)
    assert depth.links.tolist() == number
    assert depth.turned == pytest.approx(deep)
    assert depth.choice == pytest.approx(choice)


def test_the_same_bits_however_many_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    found = links(grid(12))
    assert len(found.starts) > shortest.SOURCES_A_PART
    bits = []
    for cores in (1, 2, 5):
        monkeypatch.setattr(shortest.os, "cpu_count", lambda cores=cores: cores)
        depth = depths(found, 700)
        bits.append((depth.choice.tobytes(), depth.turned.tobytes(), depth.links.tobytes()))
    assert bits[0] == bits[1] == bits[2]
