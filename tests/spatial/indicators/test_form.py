"""The indicators of the form of the connection: detour, ways in, boundary without one."""

from __future__ import annotations

import math

import pytest
import shapely
from shapely.geometry import MultiPolygon, box

from spatial.assess import Assessment, AssessRequest, assess
from spatial.boundary import Ring, gaps_m, ways_in
from spatial.city import Area
from spatial.indicators.detour_factor import ring_points
from spatial.network.model import Mode
from tests.spatial.worlds import World, line


def world() -> World:
    """An area of 120 by 120 m, measured on the square of 100 m within it, from 10 to 110.

    A street from the south at x = 60 and a path from the west at y = 60 meet in the middle.
    """
    return (
        World()
        .street(1, 2, (60, -200), (60, 60))
        .street(2, 3, (60, 60), (-200, 60), bike=0)
        .home("h", 60, 50, 4.0, "area")
    )


def ask(*drawn: object, of: World | None = None, area: Area | None = None) -> Assessment:
    place = of or world()
    return assess(place.city(), AssessRequest(area or place.area(0, 0, 120, 120), drawn))


def values(result: Assessment, identity: str, **how: object) -> list[tuple[object, object]]:
    return [
        (row.baseline, row.proposal)
        for row in result.indicators
        if row.id == identity and all(getattr(row, name) == how[name] for name in how)
    ]


def test_ways_in_per_kilometre() -> None:
    # 400 m of boundary: two ways on foot make 5 per km, one by bike 2.5.
    assert values(ask(), "boundary_entrances", mode="walk") == [pytest.approx((5, 5))]
    assert values(ask(), "boundary_entrances", mode="bike") == [pytest.approx((2.5, 2.5))]


def test_a_drawn_path_is_a_way_in_and_a_closed_street_is_none() -> None:
    path = world().drawn("connection", line((60, 60), (60, 200)))
    assert values(ask(path), "boundary_entrances", mode="walk") == [pytest.approx((5, 7.5))]
    gate = world().drawn("closure", line((50, -40), (70, -40)))
    assert values(ask(gate), "boundary_entrances", mode="walk") == [pytest.approx((5, 2.5))]
    assert values(ask(gate), "boundary_entrances", mode="bike") == [pytest.approx((2.5, 0))]


def test_a_drawn_path_is_a_way_in_for_those_who_may_use_it() -> None:
    path = world().drawn("connection", line((60, 60), (60, 200)), modes=["walk"])
    assert values(ask(path), "boundary_entrances", mode="walk") == [pytest.approx((5, 7.5))]
    assert values(ask(path), "boundary_entrances", mode="bike") == [pytest.approx((2.5, 2.5))]


def test_a_drawn_path_that_is_closed_again_is_no_way_in() -> None:
    path = world().drawn("connection", line((60, 60), (60, 200)), "path")
    gate = world().drawn("closure", line((50, 150), (70, 150)), "gate")
    assert values(ask(path, gate), "boundary_entrances", mode="walk") == [pytest.approx((5, 5))]


def test_a_street_along_the_edge_is_outside() -> None:
    edge = world().street(8, 9, (-200, 5), (300, 5))
    assert values(ask(of=edge), "boundary_entrances", mode="walk") == [pytest.approx((5, 5))]


def test_longest_and_median_stretch_without_a_way_in() -> None:
    # Ways in at (60, 10) and (10, 60): 100 m round the corner between them, 300 m the other way.
    kind = {"mode": "walk"}
    assert values(ask(), "entrance_gap", variant="longest", **kind) == [pytest.approx((300, 300))]
    assert values(ask(), "entrance_gap", variant="median", **kind) == [pytest.approx((200, 200))]
    path = world().drawn("connection", line((60, 60), (60, 200)))
    # A third at (60, 110): 100, 100 and 200 m.
    assert values(ask(path), "entrance_gap", variant="longest", **kind) == [
        pytest.approx((300, 200))
    ]
    assert values(ask(path), "entrance_gap", variant="median", **kind) == [
        pytest.approx((200, 100))
    ]


def test_no_way_in_at_all_is_the_whole_boundary() -> None:
    island = World().street(1, 2, (40, 40), (60, 60)).home("h", 40, 40, 1.0, "area")
    assert values(ask(of=island), "boundary_entrances", mode="walk") == [(0, 0)]
    assert values(ask(of=island), "entrance_gap", variant="longest", mode="walk") == [
        pytest.approx((400, 400))
    ]


@pytest.mark.parametrize(
    ("ways_m", "count"),
    [
        ((), 0),
        ((5,), 1),
        ((5, 15), 1),  # ten metres apart are one
        ((5, 15.1), 2),
        ((0, 8, 16), 2),  # a row does not melt into one
        ((0, 15), 2),
        ((0, 7.5, 15), 2),  # one more in the middle takes none away
        ((2, 96), 1),  # six metres apart over the start of the ring
        ((0, 20, 40), 3),
    ],
)
def test_ways_in_that_lie_together_are_one(ways_m: tuple[float, ...], count: int) -> None:
    assert ways_in(Ring(100.0, ways_m)) == count


def test_gaps_go_round() -> None:
    assert gaps_m(Ring(100.0, (10.0, 40.0))) == [30.0, 70.0]
    assert gaps_m(Ring(100.0, (10.0,))) == [100.0]
    assert gaps_m(Ring(100.0, ())) == [100.0]


def test_an_area_in_two_parts_has_two_boundaries() -> None:
    parts = MultiPolygon([box(0, 0, 120, 120), box(400, 0, 520, 120)])
    area = Area("area", "To", world().placed(parts), "0169")
    # 800 m of boundary, two ways in.
    assert values(ask(area=area), "boundary_entrances", mode="walk") == [pytest.approx((2.5, 2.5))]
    assert values(ask(area=area), "entrance_gap", variant="longest", mode="walk") == [
        pytest.approx((400, 400))
    ]


def test_an_area_narrower_than_twenty_metres_keeps_its_boundary() -> None:
    narrow = world().area(52, -100, 68, 100)
    assert values(ask(area=narrow), "entrance_gap", variant="longest", mode="walk")[0][0] > 0


def test_rings_lie_so_far_outside() -> None:
    area = world().area(0, 0, 120, 120)
    for ring_m in (400, 800, 1200):
        points = ring_points(area, ring_m)
        assert points.shape == (72, 2)
        away = shapely.distance(area.geometry, shapely.points(points))
        # A corner of the ring is drawn with short straight lines, a little inside the arc.
        assert away.max() <= ring_m + 1e-6
        assert away.min() >= ring_m * 0.99


def straight() -> World:
    """A street due east from the home; the ring at 400 m is met where the street passes it."""
    return World().street(1, 2, (60, 60), (800, 60)).home("h", 60, 60, 4.0, "area")


def test_along_a_straight_street_there_is_hardly_a_detour() -> None:
    ((before, after),) = values(ask(of=straight()), "detour_factor", variant="400")
    # Points up to 100 m beside the street are walked to at right angles: at most a little over 1.
    assert 1.0 <= before < 1.3
    assert before == after


def test_on_an_endless_grid_the_mean_detour_is_four_over_pi() -> None:
    """On a fine grid the way to a point at the angle φ is |cos φ| + |sin φ| of the straight line.

    The ring lies 400 m outside an area of 2 by 2 m round the home, so it is nearly a circle; a
    point of the ring walks straight to its street, a few metres less than by the streets alone.
    """
    step, reach = 10, 430
    place, size = World(), 2 * (reach // step) + 1
    half = size // 2 * step
    for i in range(size):
        for j in range(size):
            x, y = i * step - half, j * step - half
            if i + 1 < size:
                place.street(i * 1000 + j, i * 1000 + 1000 + j, (x, y), (x + step, y))
            if j + 1 < size:
                place.street(i * 1000 + j, i * 1000 + j + 1, (x, y), (x, y + step))
    place.home("h", 0, 0, 1.0, "area")
    area = place.area(-1, -1, 1, 1)
    ((before, after),) = values(ask(of=place, area=area), "detour_factor", variant="400")
    assert before == after == pytest.approx(4 / math.pi, rel=0.004)


def test_a_way_round_is_a_detour_and_a_path_ends_it() -> None:
    place = World().street(1, 2, (60, 60), (60, 700)).street(2, 3, (60, 700), (800, 700))
    place.street(3, 4, (800, 700), (800, 60)).street(4, 5, (800, 60), (500, 60))
    place.home("h", 60, 60, 4.0, "area")
    path = place.drawn("connection", line((60, 60), (500, 60)))
    ((before, after),) = values(ask(path, of=place), "detour_factor", variant="400")
    assert before > 2
    assert after < before


def test_no_street_near_a_ring_is_no_value() -> None:
    assert values(ask(), "detour_factor", variant="1200") == [(None, None)]
    rows = [row for row in ask().indicators if row.id == "detour_factor"]
    assert {row.mode for row in rows} == {Mode.WALK}
    assert [row.variant for row in rows] == ["400", "800", "1200"]
