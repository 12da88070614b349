from __future__ import annotations

import numpy as np
from shapely.geometry import Point

from spatial.tables import BRIDGE, TUNNEL
from tests.spatial.asked import ask, both, column, rows
from tests.spatial.worlds import World, line

ID = ("underpasses_on_route",)


def world() -> World:
    """Five streets of 100 m in a row; the second is a tunnel, and so is the fourth.

    10 live at 0 m, 30 at 250 m; the shop is at 500 m.
    """
    place = World()
    for k in range(5):
        grade = TUNNEL if k in {1, 3} else 0
        place.street(k, k + 1, (100 * k, 0), (100 * k + 100, 0), grade=grade)
    return (
        place.home("a", 0, 0, 10.0, "area").home("b", 250, 0, 30.0, "area").facility("shop", 500, 0)
    )


def area() -> object:
    return world().area(-50, -50, 300, 50)


def test_the_mean_over_the_residents() -> None:
    result = ask(world(), area(), indicators=ID)
    # a passes two, b one: (10 · 2 + 30) / 40.
    assert both(result, *ID, category="grocery") == (1.25, 1.25)
    assert column(result, *ID, category="grocery").baseline.tolist() == [2.0, 1.0]
    assert rows(result, *ID, category="grocery")[0].known_share == 1.0


def test_a_tunnel_of_several_pieces_is_one() -> None:
    long = World().street(0, 1, (0, 0), (100, 0))
    long.street(1, 2, (100, 0), (150, 0), grade=TUNNEL)
    long.street(2, 3, (150, 0), (200, 0), grade=TUNNEL).street(3, 4, (200, 0), (300, 0))
    long.home("a", 0, 0, 1.0, "area").facility("shop", 300, 0)
    assert both(ask(long, area(), indicators=ID), *ID, category="grocery") == (1.0, 1.0)


def test_a_bridge_in_the_register_may_be_an_underpass() -> None:
    place = world()
    place.streets[1]["grade"] = BRIDGE
    (row,) = rows(ask(place, area(), indicators=ID), *ID, category="grocery")
    # Only a passes it, and both pass the tunnel.
    assert (row.baseline, row.known_share) == (1.0, 0.75)


def test_a_drawn_tunnel_and_a_nearer_shop() -> None:
    bent = World().street(1, 2, (0, 0), (150, 200), (300, 0))
    bent.home("a", 0, 0, 10.0, "area").facility("shop", 300, 0)
    tunnel = bent.drawn("connection", line((0, 0), (300, 0)), grade="tunnel")
    assert both(ask(bent, area(), tunnel, indicators=ID), *ID, category="grocery") == (0.0, 1.0)
    bridge = bent.drawn("connection", line((0, 0), (300, 0)), grade="bridge")
    assert both(ask(bent, area(), bridge, indicators=ID), *ID, category="grocery") == (0.0, 0.0)
    shop = world().drawn("facility", Point(240, 0), category="grocery")
    # b walks 10 m, a still passes the first tunnel.
    result = ask(world(), area(), shop, indicators=ID)
    assert both(result, *ID, category="grocery") == (1.25, 0.25)


def test_where_no_way_leads_there_is_no_number() -> None:
    result = ask(world(), area(), indicators=ID)
    (row,) = rows(result, *ID, category="school")
    assert (row.baseline, row.known_share) == (None, 0.0)
    assert np.isnan(column(result, *ID, category="school").baseline).all()
