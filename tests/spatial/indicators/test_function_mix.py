from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from spatial.indicators.function_mix import hill_number
from tests.spatial.asked import ask, both
from tests.spatial.worlds import World

ID = ("function_mix",)


def world() -> World:
    """Inside: two shops, a school and a stop. Outside: a station."""
    return (
        World()
        .street(1, 2, (0, 0), (1000, 0))
        .home("a", 0, 0, 1.0, "area")
        .facility("s1", 10, 0)
        .facility("s2", 20, 0)
        .facility("school", 30, 0, "school")
        .facility("stop", 40, 0, "stop")
        .facility("station", 900, 0, "station")
    )


def area() -> object:
    return world().area(-50, -50, 100, 50)


def test_the_mix_of_what_is_inside() -> None:
    result = ask(world(), area(), indicators=ID)
    # Shares 1/2, 1/4, 1/4: H = (ln 2)/2 + (ln 4)/4 + (ln 4)/4 = 1.5 ln 2, so 2^1.5 kinds.
    assert both(result, *ID, variant=None) == pytest.approx((2**1.5, 2**1.5))
    # Without the stop 2/3 and 1/3: e^(2/3 ln 1.5 + 1/3 ln 3) = 1.5^(2/3) · 3^(1/3).
    errands = 1.5 ** (2 / 3) * 3 ** (1 / 3)
    assert both(result, *ID, variant="errands") == pytest.approx((errands, errands))


def test_a_new_kind_adds_and_one_more_shop_takes_away() -> None:
    stage = world().drawn("facility", Point(50, 0), category="culture")
    before, after = both(ask(world(), area(), stage, indicators=ID), *ID, variant=None)
    assert after > before
    shop = world().drawn("facility", Point(50, 0), category="grocery")
    before, after = both(ask(world(), area(), shop, indicators=ID), *ID, variant=None)
    assert after < before


def test_what_is_removed_is_not_counted() -> None:
    gone = world().drawn("facility_removal", Point(30, 0))
    # Two shops and a stop: 2/3 and 1/3.
    after = 1.5 ** (2 / 3) * 3 ** (1 / 3)
    assert both(ask(world(), area(), gone, indicators=ID), *ID, variant=None)[1] == pytest.approx(
        after
    )


def test_nothing_inside_is_no_kind() -> None:
    empty = world()
    empty.facilities = empty.facilities[4:]
    assert both(ask(empty, area(), indicators=ID), *ID, variant=None) == (0.0, 0.0)


@given(st.lists(st.integers(0, 50), max_size=12))
def test_between_one_and_the_number_of_kinds(counts: list[int]) -> None:
    present = sum(count > 0 for count in counts)
    kinds = hill_number(counts)
    assert min(1, present) - 1e-12 <= kinds <= present + 1e-12
    # Twice as many of each is the same mix, in whatever order they are counted.
    assert hill_number(2 * count for count in reversed(counts)) == pytest.approx(kinds)


def test_kinds_as_common_as_each_other_count_whole() -> None:
    assert hill_number([7, 7, 7]) == 3.0
    assert hill_number([5]) == 1.0
    assert math.isclose(hill_number([1, 1, 0, 1]), 3.0)
