"""Links per node, counted by hand."""

from __future__ import annotations

from shapely.geometry import box

from tests.spatial.indicators.asking import ask, pairs
from tests.spatial.worlds import World, line


def ratio(world: World, *drawn: object, far: float = 250) -> list[tuple[object, object]]:
    return pairs(ask(world, world.area(-50, -50, far, 250), "link_node_ratio", *drawn))


def block() -> World:
    """A square with one street out of each corner: 8 links, 4 junctions and 4 ends."""
    world = World().home("h", 50, 0, 1.0, "area")
    corners = [(0, 0), (200, 0), (200, 200), (0, 200)]
    out = [(-40, -40), (240, -40), (240, 240), (-40, 240)]
    for k in range(4):
        world.street(k, (k + 1) % 4, corners[k], corners[(k + 1) % 4])
        world.street(k, 10 + k, corners[k], out[k])
    return world


def test_links_beside_junctions_and_ends() -> None:
    assert ratio(block()) == [(1, 1)]


def test_a_path_that_ends_blind_lowers_it_and_one_through_raises_it() -> None:
    # One junction, one end, two links more: 10 / 10.
    blind = block().drawn("connection", line((100, 0), (100, 60)))
    assert ratio(block(), blind) == [(1, 1)]
    # Two junctions and three links more: 11 / 10.
    through = block().drawn("connection", line((100, 0), (100, 200)))
    assert ratio(block(), through) == [(1, 1.1)]
    # Four junctions, and nine streets where they meet: 8 - 4 + 4 * 2 + 4 arms to the middle,
    # which is a junction too: 16 / 13.
    over = block().drawn("connection", line((0, 100), (200, 100)), "over")
    assert ratio(block(), through, over) == [(1, 16 / 13)]


def test_a_link_that_leaves_the_area_counts_half() -> None:
    # West of x = 150 lie 2 junctions and 2 ends: ends of ways 3 + 3 + 1 + 1, so 4 links.
    assert ratio(block(), far=150) == [(1, 1)]
    world = block()
    narrow = world.area(-20, -20, 150, 220)
    # Only the two junctions: 3 links by their halves.
    assert pairs(ask(world, narrow, "link_node_ratio")) == [(1.5, 1.5)]


def test_no_node_is_no_value() -> None:
    ring = World().street(1, 2, (0, 0), (100, 0)).street(2, 1, (100, 0), (100, 100), (0, 0))
    assert ratio(ring.home("h", 0, 0, 1.0)) == [(None, None)]
    gone = block().drawn("closure", box(-60, -60, 260, 260))
    assert ratio(block(), gone) == [(1, None)]
