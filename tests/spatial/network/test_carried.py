from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spatial.drawing import resolve_drawing
from spatial.network.carried import (
    Steps,
    carry,
    first_nodes,
    overlay_rows,
    passed_nodes,
    steps_to,
)
from spatial.network.model import STREET_MODES, Connectors, Mode
from spatial.network.search import times_from
from spatial.proposal import patch_mode
from spatial.units import UNREACHABLE_MS
from tests.spatial.laws import sound
from tests.spatial.worlds import ADDITIONS, World, grown, line, random_drawing

seeds = st.integers(0, 2**31)


def steps(world: World, *drawn: object, mode: Mode = Mode.WALK) -> tuple[Steps, object, object]:
    """Give the steps to all facilities, the drawing, and what its network has become."""
    city = world.city()
    drawing = resolve_drawing(city, drawn)
    changed = patch_mode(city, drawing.patch, mode, drawing.closed)
    doors = changed.closings.facilities
    found = steps_to(
        changed.after.incoming,
        changed.after.node_count,
        len(city.network.pieces.street),
        doors.nodes,
        doors.times_ms,
    )
    return found, drawing, changed


def test_a_street_is_walked_node_by_node_to_the_door() -> None:
    # Nodes 0 to 3 at x = 0, 100, 200, 300; the shop's door at 3.
    world = World().facility("shop", 300, 0)
    for k in range(3):
        world.street(k, k + 1, (100 * k, 0), (100 * k + 100, 0))
    found, *_ = steps(world)
    assert found.times_ms.tolist() == [225_000, 150_000, 75_000, 0]
    assert found.onward.tolist() == [1, 2, 3, -1]
    assert found.way.tolist() == [0, 1, 2, -1]
    assert found.order.tolist() == [3, 2, 1, 0]


def test_of_two_ways_as_long_the_one_over_the_lower_node() -> None:
    # A square: from 3 to 0 over 1 or over 2.
    world = World().facility("shop", 0, 0)
    world.street(2, 3, (0, 100), (100, 100)).street(1, 3, (100, 0), (100, 100))
    world.street(0, 2, (0, 0), (0, 100)).street(0, 1, (0, 0), (100, 0))
    found, *_ = steps(world)
    assert found.onward.tolist() == [-1, 0, 0, 1]
    # Of two streets between the same nodes the first of the table.
    twin = World().facility("shop", 0, 0)
    twin.street(0, 1, (0, 0), (100, 0)).street(0, 1, (0, 0), (100, 0))
    found, *_ = steps(twin)
    assert found.way.tolist() == [-1, 0]


def test_sums_run_from_the_door_outwards() -> None:
    chain = Steps(
        np.array([0, 1, 2], np.int32),
        np.array([-1, 0, 1], np.int32),
        np.array([-1, 0, 1], np.int32),
        np.array([0, 1, 2], np.int32),
    )
    adds = np.array([100, 5, 7]).reshape(3, 1, 1)
    # The door itself adds nothing.
    assert carry(chain, adds).ravel().tolist() == [0, 5, 12]


def test_of_two_states_the_cheaper_is_gone_on_in() -> None:
    chain = Steps(
        np.array([0, 1, 2], np.int32),
        np.array([-1, 0, 1], np.int32),
        np.array([-1, 0, 1], np.int32),
        np.array([0, 1, 2], np.int32),
    )
    free, change = np.zeros((2, 2), np.int64), np.array([[0, 1], [1, 0]])
    must_be_right = np.array([[9, 9], [9, 0]])
    adds = np.stack((free, must_be_right, change))
    # Node 1 costs 9 on the left and nothing on the right; from node 2 one may change over for 1.
    assert carry(chain, adds).tolist() == [[0, 0], [9, 0], [1, 0]]


@given(seeds, seeds, st.integers(1, 4), st.sampled_from(STREET_MODES))
def test_steps_take_exactly_the_time_of_the_search(
    place: int, hand: int, count: int, mode: Mode
) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, count, (*ADDITIONS, "closure")))
    found, drawing, changed = steps(world, *drawn, mode=mode)
    graph, doors = changed.after, changed.closings.facilities
    expected = times_from(graph.incoming, graph.node_count, doors.nodes, doors.times_ms)
    np.testing.assert_array_equal(found.times_ms, expected)
    rows = np.zeros(0, np.int64)
    if len(graph.incoming.extra_row):
        rows = overlay_rows(drawing.patch, mode, changed.closings.overlay, graph.incoming)
    pieces, patch = city.network.pieces, drawing.patch
    seen = {-1}
    for node in found.order.tolist():
        onward, way = int(found.onward[node]), int(found.way[node])
        assert onward in seen
        seen.add(node)
        if onward < 0:
            continue
        took = int(found.times_ms[node] - found.times_ms[onward])
        if way < len(pieces.street):
            assert {node, onward} == {int(pieces.tail[way]), int(pieces.head[way])}
            assert not changed.closings.base[way]
        else:
            piece = patch.pieces[rows[way - len(pieces.street)]]
            assert {node, onward} == {piece.tail, piece.head}
            assert took in piece.times[mode]
            assert not changed.closings.overlay[rows[way - len(pieces.street)]]
    # Carrying the time itself along gives the time again, but for what the door takes.
    took = np.where(found.onward >= 0, found.times_ms - found.times_ms[found.onward], 0)
    carried = carry(found, took.astype(np.int64).reshape(-1, 1, 1)).ravel()
    roots = [node for node in found.order if found.onward[node] < 0]
    at_door = np.zeros(graph.node_count, np.int64)
    at_door[roots] = found.times_ms[roots]
    down = carry(found, np.zeros((graph.node_count, 1, 1), np.int64)).ravel()
    assert not down.any()
    for node in found.order.tolist():
        root = node
        while found.onward[root] >= 0:
            root = int(found.onward[root])
        assert carried[node] + at_door[root] == found.times_ms[node]


def test_of_several_doors_the_shortest_and_then_the_lowest_node() -> None:
    none = np.full(3, -1, np.int32)
    tree = Steps(np.array([100, 20, 20], np.int32), none, none, np.array([1, 2, 0], np.int32))

    def chosen(*doors: tuple[int, int]) -> tuple[int, int]:
        nodes, away = np.array(doors, np.int32).T
        points = Connectors(np.array([0, len(doors)], np.int32), nodes, away)
        times_ms, first = first_nodes(tree, points)
        return int(times_ms[0]), int(first[0])

    # 100 + 5 over node 0, 20 + 90 over node 1, 20 + 85 over node 2: the lower of two as short.
    assert chosen((0, 5), (1, 90)) == chosen((1, 90), (0, 5)) == (105, 0)
    assert chosen((0, 10), (1, 90)) == chosen((1, 90), (0, 10)) == (110, 0)
    assert chosen((0, 50), (2, 85), (1, 85)) == (105, 1)


def test_only_nodes_between_a_start_and_a_door_are_passed() -> None:
    # A chain 4 - 1 - 0 with the door at 0, and a branch 3 - 2 - 0 nobody comes along.
    onward = np.array([-1, 0, 0, 2, 1], np.int32)
    tree = Steps(np.zeros(5, np.int32), onward, onward, np.array([0, 1, 2, 3, 4], np.int32))
    assert passed_nodes(tree, np.array([4, -1])).tolist() == [True, True, False, False, True]
    assert not passed_nodes(tree, np.array([-1])).any()


def test_each_home_sets_out_from_its_best_node() -> None:
    world = World().street(0, 1, (0, 0), (400, 0)).facility("shop", 400, 0)
    world.home("a", 100, 3).home("far", 100, 4000)
    found, _, changed = steps(world)
    times_ms, nodes = first_nodes(found, changed.closings.homes_out)
    assert times_ms.tolist() == [303 * 750, UNREACHABLE_MS]
    # The home's door is a node of its own.
    (door,) = np.flatnonzero(world.city().network.node_ids == -1)
    assert nodes.tolist() == [door, -1]


def test_a_drawn_path_is_told_apart_from_the_street_beside_it() -> None:
    world = World().street(0, 1, (0, 0), (0, 300), (300, 300), (300, 0))
    world.facility("shop", 300, 0)
    path = world.drawn("connection", line((0, 0), (300, 0)))
    found, drawing, changed = steps(world, path)
    rows = overlay_rows(drawing.patch, Mode.WALK, changed.closings.overlay, changed.after.incoming)
    assert found.times_ms[0] == pytest.approx(225_000)
    step = int(found.way[0]) - 1
    assert drawing.patch.pieces[rows[step]].kind == "drawn"
