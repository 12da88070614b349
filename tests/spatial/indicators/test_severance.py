"""Detours across barriers: the ladder, worked by hand."""

from __future__ import annotations

import math

import pytest

from spatial.network.model import Mode
from tests.spatial.indicators.asking import ask, pairs
from tests.spatial.worlds import World, line


def ladder(rung_m: float, across_m: float, barrier: tuple[float, float]) -> World:
    """Two streets so far apart, a railway between them, and bridges over it every so often."""
    world, half, rungs = World(), across_m / 2, 6
    for k in range(rungs):
        x = k * rung_m
        world.street(k, 100 + k, (x, -half), (x, half), grade=1)
        if k + 1 < rungs:
            world.street(k, k + 1, (x, -half), (x + rung_m, -half))
            world.street(100 + k, 101 + k, (x, half), (x + rung_m, half))
    world.barrier("railway", line((barrier[0], 0), (barrier[1], 0)))
    return world.home("h", rung_m, -half, 1.0, "area")


def severance(world: World, *drawn: object, **how: float) -> dict[str, tuple[object, object]]:
    area = world.area(0, -100, 5_000, -10)
    result = ask(world, area, "severance", *drawn, **how)
    return {row.variant: (row.baseline, row.proposal) for row in result.indicators}


@pytest.mark.parametrize(
    ("rung_m", "across_m", "middle", "block"),
    [(200, 30, 7.6667, 4.3333), (400, 30, 14.3333, 7.6667), (100, 20, 6.0, 3.5)],
)
def test_the_ladder(rung_m: float, across_m: float, middle: float, block: float) -> None:
    """Half a rung along, across, and back: 1 + L/w in the middle, 1 + L/2w over the block."""
    at = 2.5 * rung_m
    one = ladder(rung_m, across_m, (at - 5, at + 5))
    found = severance(one, aside_m=across_m / 2)
    assert found["mean"][0] == found["max"][0] == pytest.approx(middle, abs=1e-4)
    assert middle == pytest.approx(1 + rung_m / across_m, abs=1e-4)
    whole = ladder(rung_m, across_m, (2 * rung_m, 3 * rung_m))
    found = severance(whole, aside_m=across_m / 2)
    assert found["mean"][0] == pytest.approx(block, abs=1e-4)
    # The places nearest the middle lie half a step, 12.5 m, from it.
    assert found["max"][0] == pytest.approx(1 + (rung_m - 25) / across_m)


@pytest.mark.parametrize(
    ("rung_m", "across_m", "block"), [(200, 30, 2.6667), (400, 30, 4.3333), (100, 20, 2.25)]
)
def test_a_crossing_in_the_middle_of_a_block(rung_m: float, across_m: float, block: float) -> None:
    at, half = 2.5 * rung_m, across_m / 2
    one = ladder(rung_m, across_m, (at - 5, at + 5))
    bridge = one.drawn("connection", line((at, -half), (at, half)), grade="bridge")
    found = severance(one, bridge, aside_m=half)
    assert found["mean"][1] == pytest.approx(1, abs=1e-4)
    whole = ladder(rung_m, across_m, (2 * rung_m, 3 * rung_m))
    after = severance(whole, bridge, aside_m=half)
    # In blocks of 100 m and 200 m the places at 12.5, 37.5 … have a quarter of the block as their
    # mean way to a bridge; a block of 50 m has them at 12.5 and 37.5, both 12.5 from one.
    assert after["mean"][1] == pytest.approx(block, abs=1e-4)


def test_a_closed_bridge_makes_it_worse() -> None:
    whole = ladder(200, 30, (400, 600))
    gate = whole.drawn("closure", line((590, -5), (610, -5)))
    found = severance(whole, gate)
    assert found["mean"][1] > found["mean"][0] == pytest.approx(13 / 3)


def test_no_way_round_counts_as_the_longest() -> None:
    world = World().street(1, 2, (0, -15), (100, -15)).street(3, 4, (0, 15), (100, 15))
    world.barrier("railway", line((45, 0), (55, 0))).home("h", 0, -15, 1.0, "area")
    assert severance(world)["mean"] == (pytest.approx(5000 / 30),) * 2
    bridge = world.drawn("connection", line((50, -15), (50, 15)), grade="bridge")
    assert severance(world, bridge)["max"] == pytest.approx((5000 / 30, 1))


def test_one_street_under_the_railway_is_walked_straight() -> None:
    world = World().street(1, 2, (50, -100), (50, 100), grade=2)
    world.street(1, 3, (50, -100), (50, -101)).street(2, 4, (50, 100), (50, 101))
    world.barrier("railway", line((45, 0), (55, 0))).home("h", 50, -101, 1.0, "area")
    # A tunnel takes in nobody on the way: its ends do, 85 m from the places. They are reached
    # through it, 200 m: 370 / 30.
    assert severance(world)["mean"] == (pytest.approx(370 / 30),) * 2
    low = World().street(1, 2, (80, -15), (200, -15), (200, 60), (80, 60), (80, 15))
    low.barrier("railway", line((75, 0), (85, 0))).home("h", 100, -15, 1.0, "area")
    # Both places are on the one street, at its ends: 120 + 75 + 120 + 45 m.
    assert severance(low)["mean"] == (pytest.approx(360 / 30),) * 2


def test_a_way_through_is_closed_where_the_places_stand() -> None:
    low = World().street(1, 2, (80, -15), (200, -15), (200, 60), (80, 60), (80, 15))
    low.barrier("railway", line((75, 0), (85, 0))).home("h", 80, -40, 1.0, "area")
    low.street(1, 5, (80, -15), (80, -40))
    gate = low.drawn("closure", line((195, 20), (205, 20)))
    assert severance(low, gate)["max"] == pytest.approx((12, 5000 / 30))


def test_nothing_lies_across() -> None:
    world = World().street(1, 2, (0, -15), (100, -15)).home("h", 0, -15, 1.0, "area")
    assert severance(world) == {"mean": (None, None), "max": (None, None)}
    result = ask(world, world.area(0, -100, 100, 0), "severance", modes=(Mode.BIKE,))
    assert pairs(result) == []


def test_a_street_that_is_lit_is_stood_on_as_before() -> None:
    low = World().street(1, 2, (80, -15), (200, -15), (200, 60), (80, 60), (80, 15))
    low.barrier("railway", line((75, 0), (85, 0))).home("h", 80, -40, 1.0, "area")
    low.street(1, 5, (80, -15), (80, -40))
    lit = low.drawn("change", line((80, -15), (200, -15), (200, 20)), lit=True)
    assert severance(low, lit)["max"] == (pytest.approx(12), pytest.approx(12))


def test_the_places_on_the_map_make_the_number() -> None:
    whole = ladder(200, 30, (400, 600))
    bridge = whole.drawn("connection", line((500, -15), (500, 15)), grade="bridge")
    result = ask(whole, whole.area(0, -100, 5_000, -10), "severance", bridge, detail=("severance",))
    found = result.severance
    assert found is not None
    # Eight places in a block of 200 m: 12.5 m from a bridge and back and across is 55 m.
    east_m = (found.middles[:, 0] - 700_000).tolist()
    assert east_m == pytest.approx([412.5 + 25 * k for k in range(8)])
    assert found.before_m.tolist() == pytest.approx([55, 105, 155, 205, 205, 155, 105, 55])
    assert found.after_m.tolist() == pytest.approx([55, 105, 105, 55, 55, 105, 105, 55])
    assert found.straight_m.tolist() == pytest.approx([30] * 8)
    heights = sorted({round(float(y) - 6_170_000, 6) for y in found.ends[:, :, 1].ravel()})
    assert heights == [-15, 15]
    for variant, summary in (("mean", lambda row: math.fsum(row) / len(row)), ("max", max)):
        one, two = (
            summary((walk_m / found.straight_m).tolist())
            for walk_m in (found.before_m, found.after_m)
        )
        (row,) = [row for row in result.indicators if row.variant == variant]
        assert (row.baseline, row.proposal) == (one, two)


def test_places_with_no_street_on_one_side_are_left_out_of_the_map_too() -> None:
    field = World().street(1, 2, (-500, -60), (500, -60)).home("h", 0, -60, 1.0, "area")
    field.barrier("railway", line((-12, 0), (12, 0)))
    result = ask(field, field.area(-50, -100, 50, -10), "severance", detail=("severance",))
    assert result.severance is not None
    assert len(result.severance.middles) == 0
    assert result.severance.known_share == 0


def test_whoever_does_not_walk_is_told_nothing_of_walks() -> None:
    world = ladder(200, 30, (400, 600))
    area = world.area(0, -100, 5_000, -10)
    result = ask(world, area, "severance", modes=(Mode.BIKE,), detail=("severance",))
    assert result.severance is None
