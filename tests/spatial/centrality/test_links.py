"""Streets between junctions, and how they turn: worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from spatial.centrality.links import Links, links_of, turn_deg
from spatial.centrality.ways import ways_before
from spatial.network.model import Mode
from tests.spatial.worlds import World


def links(world: World, mode: Mode = Mode.WALK) -> Links:
    city = world.city()
    return links_of(city, ways_before(city, mode))


def test_a_street_cut_by_doors_and_surveyors_is_one_link() -> None:
    world = World().street(1, 2, (0, 0), (60, 0)).street(3, 2, (120, 0), (60, 0))
    found = links(world.home("h", 20, 5, 1.0))
    assert found.of_way.tolist() == [0, 0, 0]
    assert found.length_mm.tolist() == [120_000]
    assert found.turned_mdeg.tolist() == [0]
    # Away from one end due east, from the other due west; whichever comes first.
    assert sorted(np.round(found.leaving_deg[0]) % 360) == [0, 180]


def test_bends_add_up_left_and_right_alike() -> None:
    # 90 degrees to the left and 90 to the right; a wiggle of 0.4 m is none.
    bent = World().street(1, 2, (0, 0), (100, 0), (100, 50), (200, 50))
    assert links(bent).turned_mdeg.tolist() == [180_000]
    wiggle = World().street(1, 2, (0, 0), (50, 0.4), (100, 0))
    assert links(wiggle).turned_mdeg.tolist() == [0]
    # Two streets that follow each other round a corner are one link that turns.
    corner = World().street(1, 2, (0, 0), (100, 0)).street(2, 3, (100, 0), (100, 100))
    assert links(corner).turned_mdeg.tolist() == [90_000]


def test_links_end_where_three_ways_meet() -> None:
    tee = World().street(1, 2, (0, 0), (100, 0)).street(2, 3, (100, 0), (200, 0))
    found = links(tee.street(2, 4, (100, 0), (100, 100)))
    assert len(found.starts) == 3
    assert sorted(found.of_way.tolist()) == [0, 1, 2]
    assert len(set(found.starts) | set(found.ends)) == 4


def test_closed_loops_and_rings_at_a_junction() -> None:
    ring = World().street(1, 2, (0, 0), (100, 0)).street(2, 1, (100, 0), (100, 100), (0, 0))
    found = links(ring)
    assert found.of_way.tolist() == [0, 0]
    assert found.starts.tolist() == found.ends.tolist()
    # A ring that hangs on a street: its junction is where it begins and ends.
    hung = World().street(1, 1, (0, 0), (50, 50), (100, 0), (0, 0)).street(1, 2, (0, 0), (-90, 0))
    found = links(hung)
    assert len(found.starts) == 2
    assert sorted((found.starts == found.ends).tolist()) == [False, True]


def test_no_ways_are_no_links() -> None:
    none = links(World().street(1, 2, (0, 0), (60, 0), bike=0), Mode.BIKE)
    assert len(none.starts) == len(none.of_way) == 0


def test_turns_go_either_way_round() -> None:
    before = np.array([0.0, 10, 350, -170, 90, 30])
    after = np.array([90.0, 350, 10, 170, -90, 30])
    assert turn_deg(before, after) == pytest.approx([90, 20, 20, 20, 180, 0])
