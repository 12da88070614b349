from __future__ import annotations

import numpy as np
import pytest
from shapely.geometry import box

from tests.spatial.asked import ask, both, column, rows
from tests.spatial.worlds import World, line

ID = ("lit_share",)


def world(*light: bool | None) -> World:
    """Three streets of 100 m in a row, the shop at the far end; 10 live at 0 and 30 at 100 m."""
    first, second, third = light or (False, True, None)
    return (
        World()
        .street(1, 2, (0, 0), (100, 0), lit=first)
        .street(2, 3, (100, 0), (200, 0), lit=second)
        .street(3, 4, (200, 0), (300, 0), lit=third)
        .home("a", 0, 0, 10.0, "area")
        .home("b", 100, 0, 30.0, "area")
        .facility("shop", 300, 0)
    )


def area() -> object:
    return world().area(-50, -50, 150, 50)


def test_metres_of_light_over_metres_of_which_it_is_known() -> None:
    result = ask(world(), area(), indicators=ID)
    # a: 100 dark, 100 lit, 100 unknown. b: 100 lit, 100 unknown.
    # Lit: 40 · 100. Known: 10 · 200 + 30 · 100. Walked: 10 · 300 + 30 · 200.
    (row,) = rows(result, *ID, category="grocery")
    assert (row.baseline, row.proposal) == (0.8, 0.8)
    assert row.known_share == pytest.approx(5 / 9)
    assert column(result, *ID, category="grocery").baseline.tolist() == [0.5, 1.0]


def test_light_nobody_knows_of_is_neither_dark_nor_lit() -> None:
    result = ask(world(None, None, None), area(), indicators=ID)
    (row,) = rows(result, *ID, category="grocery")
    assert (row.baseline, row.proposal, row.known_share) == (None, None, 0.0)
    assert np.isnan(column(result, *ID, category="grocery").baseline).all()
    # Nothing leads to a school that is not there.
    assert rows(result, *ID, category="school")[0].known_share == 0.0


def test_all_errands_together_count_every_metre() -> None:
    place = world().facility("school", 200, 0, "school")
    (row,) = rows(ask(place, area(), indicators=ID), *ID, category=None)
    # To school too: a 100 dark and 100 lit, b 100 lit. Lit 80 · 100, dark 20 · 100.
    assert row.baseline == pytest.approx(0.8)
    assert row.known_share == pytest.approx((500 + 500) / (900 + 500))


def test_a_path_drawn_with_light_and_one_without() -> None:
    for lit, expected in ((True, 1.0), (False, 0.0)):
        # A straight line beside the bent way: 300 m on an arc of streets become 300 m of path.
        bent = World().street(1, 2, (0, 0), (150, 200), (300, 0))
        bent.home("a", 0, 0, 10.0, "area").facility("shop", 300, 0)
        path = bent.drawn("connection", line((0, 0), (300, 0)), lit=lit)
        (row,) = rows(ask(bent, area(), path, indicators=ID), *ID, category="grocery")
        assert (row.baseline, row.proposal) == (None, expected)
        unsaid = bent.drawn("connection", line((0, 0), (300, 0)))
        assert both(ask(bent, area(), unsaid, indicators=ID), *ID, category="grocery")[1] is None


def test_lamps_put_up_along_part_of_a_street() -> None:
    place = world(False, False, False)
    lamps = place.drawn("change", line((50, 0), (250, 0)), lit=True)
    # a: 200 of 300 m. b: 150 of 200 m. (10 · 200 + 30 · 150) / (10 · 300 + 30 · 200).
    result = ask(place, area(), lamps, indicators=ID)
    assert both(result, *ID, category="grocery") == pytest.approx((0.0, 6_500 / 9_000))
    assert column(result, *ID, category="grocery").proposal.tolist() == pytest.approx([2 / 3, 0.75])
    # A path that cuts the street inside the lamps leaves them where they are.
    path = place.drawn("connection", line((120, 0), (120, 50)), "d2")
    result = ask(place, area(), lamps, path, indicators=ID)
    assert both(result, *ID, category="grocery")[1] == pytest.approx(6_500 / 9_000)


def test_whoever_moves_away_walks_no_more() -> None:
    gone = world().drawn("demolition", box(-5, -5, 5, 5))
    assert both(ask(world(), area(), gone, indicators=ID), *ID, category="grocery") == (0.8, 1.0)
