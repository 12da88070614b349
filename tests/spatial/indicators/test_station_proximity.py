from __future__ import annotations

from shapely.geometry import Point

from spatial.network.model import Mode
from tests.spatial.asked import ask, both, rows
from tests.spatial.worlds import World, line

ID = ("station_proximity",)


def world() -> World:
    """A station at x = 0; 10 residents at 600, 20 at 601, 30 at 1,200 and 40 at 1,201 m from it."""
    return (
        World()
        .street(1, 2, (0, 0), (2000, 0))
        .home("a", 600, 0, 10.0, "area")
        .home("b", 601, 0, 20.0, "area")
        .home("c", 1200, 0, 30.0, "area")
        .home("d", 1201, 0, 40.0, "area")
        .facility("station", 0, 0, "station")
    )


def area() -> object:
    return world().area(500, -50, 1300, 50)


def test_shares_within_both_distances_to_the_metre() -> None:
    result = ask(world(), area(), indicators=ID)
    assert both(result, *ID, variant="600") == (0.1, 0.1)
    assert both(result, *ID, variant="1200") == (0.6, 0.6)


def test_the_way_counts_and_not_the_straight_line() -> None:
    # The street leads 400 m back and forth: 600 m of line are 1,400 m on foot.
    hairpin = World().street(1, 2, (0, 0), (0, 400), (600, 400), (600, 0))
    hairpin.home("a", 600, 0, 10.0, "area").facility("station", 0, 0, "station")
    path = hairpin.drawn("connection", line((0, 0), (600, 0)))
    result = ask(hairpin, area(), path, indicators=ID)
    assert both(result, *ID, variant="600") == (0.0, 1.0)
    assert both(result, *ID, variant="1200") == (0.0, 1.0)


def test_no_station_in_the_data_is_no_answer() -> None:
    nowhere = world()
    nowhere.facilities = []
    for row in rows(ask(nowhere, area(), indicators=ID), *ID):
        assert (row.baseline, row.proposal, row.known_share) == (None, None, 0.0)
    new = nowhere.drawn("facility", Point(600, 0), category="station")
    # 600 m either way: a, b, c; and d is 601 m away.
    assert both(ask(nowhere, area(), new, indicators=ID), *ID, variant="600") == (0.0, 0.6)


def test_it_is_a_measure_on_foot() -> None:
    assert rows(ask(world(), area(), indicators=ID, modes=(Mode.BIKE,)), *ID) == []
