"""Junctions per square kilometre, counted by hand."""

from __future__ import annotations

import pytest
from shapely.geometry import Point

from spatial.network.model import Mode
from tests.spatial.indicators.asking import ask, pairs
from tests.spatial.worlds import World, line


def cross() -> World:
    """Four streets that meet at (100, 100), one of them a path; a door at (40, 100)."""
    return (
        World()
        .street(1, 2, (0, 100), (100, 100))
        .street(2, 3, (100, 100), (200, 100))
        .street(2, 4, (100, 100), (100, 200), bike=0)
        .street(5, 2, (100, 0), (100, 100), bike=2)
        .home("h", 40, 100, 1.0, "area")
    )


def density(world: World, *drawn: object, **how: object) -> list[tuple[object, object]]:
    # 200 m by 250 m are a twentieth of a square kilometre.
    area = world.area(0, 0, 200, 250)
    return pairs(ask(world, area, "intersection_density", *drawn, **how))


def test_a_place_where_three_ways_meet() -> None:
    # A door, a bend and an end are no junctions. By bike three ways meet, whichever way they go.
    assert density(cross(), modes=(Mode.WALK, Mode.BIKE)) == [(20, 20), (20, 20)]
    two = World().street(1, 2, (0, 0), (100, 0)).street(2, 3, (100, 0), (100, 100))
    assert density(two.home("h", 0, 0, 1.0)) == [(0, 0)]


def test_a_path_from_the_middle_of_a_street_gives_one_junction() -> None:
    path = cross().drawn("connection", line((150, 100), (150, 160)))
    assert density(cross(), path) == [(20, 40)]
    # From street to street, two; a path that meets it in the middle, one more.
    over = cross().drawn("connection", line((150, 100), (150, 150), (100, 150)), "over")
    assert density(cross(), over) == [(20, 60)]
    # A shop or a home in the middle of a street gives none.
    for kind, how in (("facility", {"category": "retail"}), ("housing", {"residents": 3})):
        assert density(cross(), cross().drawn(kind, Point(150, 104), **how)) == [(20, 20)]


def test_a_closed_street_takes_its_junction() -> None:
    lone = World().street(1, 2, (0, 100), (100, 100)).street(2, 3, (100, 100), (200, 100))
    lone.street(2, 4, (100, 100), (100, 200))
    gate = lone.drawn("closure", line((90, 150), (110, 150)))
    assert density(lone, gate) == [(20, 0)]


def test_only_the_area_counts() -> None:
    world = cross()
    result = ask(world, world.area(110, 110, 210, 210), "intersection_density")
    assert pairs(result) == [(0, 0)]


def test_a_street_met_twice_is_still_one_street() -> None:
    # Two paths cut the street between 100 and 200 into three; three junctions in all.
    paths = [cross().drawn("connection", line((x, 100), (x, 50)), f"p{x}") for x in (130, 170)]
    assert density(cross(), *paths) == [(20, pytest.approx(60))]
