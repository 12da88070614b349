from __future__ import annotations

import numpy as np

from spatial.network.build import piece_at, piece_times
from spatial.network.model import Mode
from spatial.network.pace import PLAIN
from tests.spatial.worlds import World, grown


def test_attachments_cut_a_street_and_the_pieces_sum_to_it() -> None:
    # 100.0003 m: 75,000 ms. Cut at 33.3333 and 66.6667 m.
    world = World().street(1, 2, (0, 0), (100.0003, 0))
    world.home("a", 33.3333, 1).home("b", 66.6667, 1).facility("c", 66.6667, -1)
    city = world.city()
    pieces = city.network.pieces
    assert pieces.start_ticks.tolist() == [0, 333_333, 666_667]
    assert pieces.end_ticks.tolist() == [333_333, 666_667, 1_000_003]
    for mode, whole in ((Mode.WALK, 75_000), (Mode.BIKE, 22_500)):
        assert piece_times(city.length_ticks, pieces, PLAIN[mode]).sum() == whole
    # Home b and facility c stand at the same place of the street and share a node.
    assert sorted(city.network.node_ids.tolist()) == [-2, -1, 1, 2]


def test_the_chain_leads_from_end_to_end() -> None:
    world = World().street(1, 2, (0, 0), (100, 0)).street(2, 3, (100, 0), (100, 100))
    world.home("a", 20, 1).home("b", 100.5, 40)
    pieces = world.city().network.pieces
    for street in (0, 1):
        rows = slice(pieces.first[street], pieces.first[street + 1])
        assert (pieces.head[rows][:-1] == pieces.tail[rows][1:]).all()
    assert pieces.head[pieces.first[1] - 1] == pieces.tail[pieces.first[1]]


def test_one_way_streets_for_bikes() -> None:
    world = World()
    for bike in range(4):
        world.street(10 * bike, 10 * bike + 1, (0, 10 * bike), (100, 10 * bike), bike=bike)
    network = world.city().network
    by_id = np.argsort(network.node_ids)
    # None, both, forward, backward: arcs out of (from, to) of each street.
    bike = np.diff(network.outgoing[Mode.BIKE].indptr)[by_id]
    assert bike.tolist() == [0, 0, 1, 1, 1, 0, 0, 1]
    assert np.diff(network.outgoing[Mode.WALK].indptr).tolist() == [1] * 8


def test_streets_meet_only_where_they_name_the_same_node() -> None:
    world = World().street(1, 2, (0, 0), (100, 0)).street(3, 4, (50, -50), (50, 50))
    world.home("h", 10, 0).facility("f", 50, 40)
    assert world.city().times(Mode.WALK)[0, 1] == 2_147_483_647


def test_a_street_no_longer_than_a_hair_takes_a_millisecond() -> None:
    world = World().street(1, 2, (0, 0), (0.0001, 0))
    assert world.city().network.outgoing[Mode.WALK].times_ms.tolist() == [1, 1]


def test_a_loop_comes_back_to_its_node() -> None:
    world = World().street(1, 1, (0, 0), (100, 0), (100, 100), (0, 0)).home("h", 50, 0)
    world.facility("f", 100, 50)
    # 50 m to the corner and 50 m up.
    assert world.city().times(Mode.WALK)[0, 1] == 75_000


def test_the_piece_at_a_place() -> None:
    world = World().street(1, 2, (0, 0), (100, 0)).home("a", 40, 0)
    pieces = world.city().network.pieces
    assert [piece_at(pieces, 0, at) for at in (0, 399_999, 400_000, 1_000_000)] == [0, 0, 1, 1]


def test_pieces_of_a_street_sum_to_the_street() -> None:
    """Doors cut streets anywhere; a street is as many milliseconds as its length, rounded once."""
    for seed in range(20):
        city = grown(seed).city()
        pieces = city.network.pieces
        for mode, ms_per_metre in ((Mode.WALK, 750), (Mode.BIKE, 225)):
            whole = (city.length_ticks * ms_per_metre + 5_000) // 10_000
            times = piece_times(city.length_ticks, pieces, PLAIN[mode])
            summed = np.add.reduceat(times, pieces.first[:-1])
            np.testing.assert_array_equal(summed, whole)
