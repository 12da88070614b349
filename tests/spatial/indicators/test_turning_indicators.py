"""Integration and choice of streets and of an area, worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from spatial.network.model import Mode
from tests.spatial.indicators.asking import ask, pairs
from tests.spatial.worlds import World, line


def tee() -> World:
    """A street of 200 m along the x-axis, a side street of 100 m from its middle."""
    return (
        World()
        .street(1, 2, (0, 0), (100, 0))
        .street(2, 3, (100, 0), (200, 0))
        .street(2, 4, (100, 0), (100, 100))
        .home("h", 30, 5, 1.0, "area")
    )


def per_street(world: World, identity: str, *drawn: object) -> dict[str, tuple[list, list, list]]:
    area = world.area(-10, -10, 210, 110)
    result = ask(world, area, identity, *drawn, detail=("streets",))
    return {
        values.variant: (values.baseline.tolist(), values.proposal.tolist(), values.drawn.tolist())
        for values in result.streets.values
    }


def test_integration_of_streets() -> None:
    # N = 3 each. From either half of the street: 0 + 1 right angle; from the side street: 2.
    along, side = 3**1.2 / (1 + 2), 3**1.2 / (2 + 2)
    found = per_street(tee(), "integration")
    assert list(found) == ["400", "800", "2000"]
    for before, after, drawn in found.values():
        assert before == pytest.approx([along, along, side])
        assert after == pytest.approx(before)
        assert drawn == []


def test_choice_of_streets() -> None:
    # No street lies between two others here; a street more at its end makes one.
    assert per_street(tee(), "choice")["400"][0] == [0, 0, 0]
    longer = tee().street(3, 5, (200, 0), (300, 0)).street(3, 6, (200, 0), (200, 100))
    # Between (100, 0) and (200, 0) pass 2 · 2 pairs; turning from it: 0, 1, 0, 1.
    assert per_street(longer, "choice")["400"][0][1] == pytest.approx(math.log(5) / math.log(5))


def test_a_drawn_street_is_one_of_them() -> None:
    path = tee().drawn("connection", line((100, 0), (100, -100)))
    before, after, drawn = per_street(tee(), "integration", path)["800"]
    # Four streets in a cross: 0 + 1 + 1 from each.
    assert after == pytest.approx([4**1.2 / 4] * 3)
    assert drawn == pytest.approx([4**1.2 / 4])
    assert before[0] == pytest.approx(3**1.2 / 3)


def test_the_area_has_the_mean_over_length() -> None:
    # From x = 50 to 250: 150 m of the street and 100 m of the side street.
    world = tee()
    result = ask(world, world.area(50, -10, 250, 110), "integration")
    expected = (150 * 3**1.2 / 3 + 100 * 3**1.2 / 4) / 250
    assert pairs(result, variant="400") == [pytest.approx((expected, expected))]
    assert [row.unit for row in result.indicators] == ["index"] * 3


def test_no_streets_and_not_on_foot() -> None:
    world = tee()
    for identity in ("integration", "choice"):
        empty = ask(world, world.area(400, 400, 500, 500), identity)
        assert pairs(empty) == [(None, None)] * 3
        assert pairs(ask(world, world.area(0, 0, 9, 9), identity, modes=(Mode.BIKE,))) == []


def test_streets_nobody_may_walk_and_closed_ones_have_no_value() -> None:
    world = tee().street(3, 9, (200, 0), (300, 0), walk=False)
    gate = world.drawn("closure", line((90, 60), (110, 60)))
    before, after, _ = per_street(world, "choice", gate)["400"]
    assert np.isnan(before).tolist() == [False, False, False, True]
    assert np.isnan(after).tolist() == [False, False, True, True]
