"""Ground within a walk: cells counted by hand, and the limit on an endless grid."""

from __future__ import annotations

import math

import pytest

from spatial.network.model import Mode
from tests.spatial.indicators.asking import ask, pairs
from tests.spatial.worlds import ORIGIN, World, line

CIRCLE_M2 = {400: math.pi * 400**2, 800: math.pi * 800**2}


def street() -> World:
    """A street of 1,000 m along the middle of a row of cells, the home at 200 m."""
    return World().street(1, 2, (0, 5), (1000, 5)).home("h", 200, 5, 2.0, "area")


def ground(world: World, *drawn: object) -> list[tuple[float, float]]:
    """Give the cells reached within 400 and 800 m, before and after."""
    found = pairs(ask(world, world.area(-50, -50, 300, 50), "pedshed_ratio", *drawn))
    return [
        tuple(round(share * CIRCLE_M2[radius] / 100, 6) for share in pair)
        for pair, radius in zip(found, (400, 800), strict=True)
    ]


def test_cells_along_a_street() -> None:
    assert all(part % 10 == 0 for part in ORIGIN)
    # Rows with their middles 0, 10 and 20 m from the street, on both sides: five. West of the
    # home the street ends after 200 m; from its end the middles at 5, 15 and 25 m straight on lie
    # within 25 m, the ends of the other rows within their own reach:
    #   off 0:  200/10 = 20 on the street, and 5, 15, 25 m beyond: 23
    #   off 10: 20, and sqrt(25² - 10²) = 22.9 m beyond holds 5 and 15: 22
    #   off 20: 20, and sqrt(25² - 20²) = 15 m holds 5 and 15: 22
    west = 23 + 2 * 22 + 2 * 22
    # East, 400 m of walk: along x, then 25 m straight to what is `off` beside it, so that a middle
    # at e is reached when e - sqrt(25² - off²) + 25 <= 400.
    #   off 0: e <= 400 holds 5 … 395: 40;  off 10: e <= 397.9: 40;  off 20: e <= 390: 5 … 385: 39
    east_400 = 40 + 2 * 40 + 2 * 39
    # 800 m of walk end where the street does: e <= 800, 797.9 and 790.
    east_800 = 80 + 2 * 80 + 2 * 79
    assert ground(street()) == [
        (west + east_400, west + east_400),
        (west + east_800, west + east_800),
    ]


def test_a_path_reaches_more_ground_and_a_gate_less() -> None:
    path = street().drawn("connection", line((305, 5), (305, 205)))
    before, after = ground(street(), path)[0]
    # Five columns of cells from y = 35 to 205, 18 in each; what lies lower was reached before.
    # Beyond the end 215 and 225 in the column itself and in those beside it, 215 in the outer two.
    assert after == before + (18 + 2) + 2 * (18 + 2) + 2 * (18 + 1)
    gate = street().drawn("closure", line((600, 0), (600, 10)))
    assert ground(street(), gate)[1][1] <= ground(street())[1][0]


def endless(step: int, reach: int) -> World:
    """A grid of streets around a home in its middle."""
    world, size = World(), 2 * (reach // step) + 3
    half = size // 2 * step
    for i in range(size):
        for j in range(size):
            here = (i * step - half, j * step - half)
            if i + 1 < size:
                world.street(i * 1000 + j, i * 1000 + 1000 + j, here, (here[0] + step, here[1]))
            if j + 1 < size:
                world.street(i * 1000 + j, i * 1000 + j + 1, here, (here[0], here[1] + step))
    return world.home("h", 0, 0, 1.0, "area")


def test_an_endless_grid() -> None:
    """Streets alone reach the diamond |x| + |y| <= r, whose area is 2/π of the circle's.

    The last b = 25 m may be walked straight off the street: the diamond of r - b widened by b all
    round has the area 2(r - b)² + 4√2 (r - b) b + π b².
    """
    world = endless(20, 400)
    result = ask(world, world.area(-10, -10, 10, 10), "pedshed_ratio")
    ((found, _),) = pairs(result, cutoff_min=5)
    inner, beside = 375, 25
    predicted = (
        2 * inner**2 + 4 * math.sqrt(2) * inner * beside + math.pi * beside**2
    ) / CIRCLE_M2[400]
    assert found == pytest.approx(predicted, rel=0.005)
    assert found == pytest.approx(2 / math.pi, rel=0.06)
    # With a smaller part walked off the street it nears 2/π.
    assert (2 * 0.999**2 + 4 * math.sqrt(2) * 0.999 * 0.001) / math.pi == pytest.approx(
        2 / math.pi, rel=0.002
    )


def test_residents_weigh_and_homes_have_their_own() -> None:
    world = street().home("far", 990, 5, 6.0, "area").home("lost", 500, 4000, 8.0)
    result = ask(world, world.area(-50, -50, 300, 50), "pedshed_ratio", detail=("homes",))
    near, far, lost = result.homes.values[0].baseline.tolist()
    assert result.homes.values[0].cutoff_min == 5
    assert result.homes.values[1].cutoff_min == 10
    assert lost == 0
    assert far < near
    assert pairs(result, cutoff_min=5) == [pytest.approx(((2 * near + 6 * far) / 8,) * 2)]


def test_on_foot_only_and_nobody_is_no_value() -> None:
    world = street()
    area = world.area(-50, -50, 300, 50)
    assert pairs(ask(world, area, "pedshed_ratio", modes=(Mode.BIKE,))) == []
    world.homes = [("h", 200, 5, 0.0, "area")]
    assert pairs(ask(world, area, "pedshed_ratio")) == [(None, None)] * 2
