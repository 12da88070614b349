from __future__ import annotations

import pytest
from shapely.geometry import box

from tests.spatial.asked import ask, both, rows
from tests.spatial.worlds import World, line

ID = ("cost_per_minute",)
FREE_HAND = {"cost": {"path_kr_per_m2": 100.0}, "cost_per_minute": {"trips_per_day": 2.0}}


def world() -> World:
    """A hairpin of 1,000 m: ten live at one end, shop and school are at the other, 200 m away.

    A path between the ends saves 800 m, ten minutes.
    """
    return (
        World()
        .street(1, 2, (0, 0), (0, 400), (200, 400), (200, 0))
        .home("a", 0, 0, 10.0, "area")
        .facility("shop", 200, 0)
        .facility("school", 200, 0, "school")
    )


def area() -> object:
    return world().area(-50, -50, 50, 50)


def path() -> object:
    return world().drawn("connection", line((0, 0), (200, 0)))


def test_the_bill_over_the_minutes_of_a_day() -> None:
    # 600 m2 at 100 kr. are 60,000; ten residents save ten minutes on each of two trips.
    result = ask(world(), area(), path(), indicators=ID, settings=FREE_HAND)
    assert both(result, *ID) == (None, pytest.approx(60_000 / 200))
    # Two of the ten everyday kinds are known.
    assert rows(result, *ID)[0].known_share == pytest.approx(0.2)


def test_where_nothing_is_saved_a_minute_has_no_price() -> None:
    assert both(ask(world(), area(), indicators=ID), *ID) == (None, None)
    aside = world().drawn("connection", line((0, 400), (0, 500)))
    assert both(ask(world(), area(), aside, indicators=ID), *ID) == (None, None)


def test_only_those_who_stay_save_anything() -> None:
    half = world().drawn("demolition", box(-5, -5, 5, 5), "d2", share=0.5)
    prices = {**FREE_HAND, "cost": {"path_kr_per_m2": 100.0, "demolition_kr_per_home": 0.0}}
    result = ask(world(), area(), path(), half, indicators=ID, settings=prices)
    assert both(result, *ID)[1] == pytest.approx(60_000 / 100)


def test_a_way_that_did_not_exist_saves_no_minutes_and_is_told() -> None:
    cut = world().facility("park", 200, -500, "park").street(8, 9, (200, -400), (200, -500))
    (row,) = rows(ask(cut, area(), path(), indicators=ID, settings=FREE_HAND), *ID)
    # The park is a third kind nobody reaches: shop and school count, ten minutes on two of three.
    assert row.proposal == pytest.approx(60_000 / (200 * 2 / 3))
    assert row.known_share == pytest.approx(0.3 * 2 / 3)
