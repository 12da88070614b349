from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import box

from spatial.drawing import resolve_drawing
from spatial.ground import stand
from spatial.isochrones import Cells, reached_cells, rings
from spatial.isochrones.rings import squares
from spatial.network.model import Mode
from tests.spatial.worlds import ORIGIN, World, line


def cells(
    world: World, at: tuple[float, float], minutes: int, *drawn: object, size_m: int = 100
) -> dict[tuple[int, int], int]:
    """Give the seconds to the middle of each cell, cells counted from the origin of the world."""
    city = world.city()
    drawing = resolve_drawing(city, drawn)
    assert drawing.ok, drawing.issues
    ground = stand(city, Mode.WALK, drawing, [(at[0] + ORIGIN[0], at[1] + ORIGIN[1])])
    found = reached_cells(ground, 0, "from", minutes * 60_000, size_m)
    west, south = (int(value) // size_m for value in ORIGIN)
    return {
        (int(column) - west, int(row) - south): int(time)
        for column, row, time in zip(found.column, found.row, found.times_ms, strict=True)
    }


def test_the_middle_of_a_cell_stands_as_a_home_would() -> None:
    # From (0, 0) along the street to the foot of each middle, then 50 m (37.5 s) off the street.
    # Within 3 min: middles at 50 and 150 m along, on both sides; the next takes 187.5 + 37.5 s.
    # Beyond the western end the middle at -50 stands on the end itself, 70.7 m (53.0 s) away.
    world = World().street(1, 2, (0, 0), (1000, 0))
    west = round(50 * 2**0.5 * 750)
    assert cells(world, (0, 0), 3) == {
        **{(-1, row): west for row in (-1, 0)},
        **{(0, row): 37_500 + 37_500 for row in (-1, 0)},
        **{(1, row): 112_500 + 37_500 for row in (-1, 0)},
        # 150 m off the street: 112.5 s, and 37.5 s along it.
        **{(0, row): 37_500 + 112_500 for row in (-2, 1)},
        **{(-1, row): round((50**2 + 150**2) ** 0.5 * 750) for row in (-2, 1)},
        (-2, -1): round((50**2 + 150**2) ** 0.5 * 750),
        (-2, 0): round((50**2 + 150**2) ** 0.5 * 750),
        **{(-2, row): round((150**2 + 150**2) ** 0.5 * 750) for row in (-2, 1)},
    }


def test_no_cell_is_reached_across_a_railway() -> None:
    world = World().street(1, 2, (0, 0), (1000, 0)).barrier("railway", line((-900, 60), (1900, 60)))
    found = cells(world, (0, 0), 5)
    assert (1, 0) in found
    assert max(row for _, row in found) == 0


def test_a_drawn_path_brings_cells_nearer() -> None:
    world = World().street(1, 2, (0, 0), (1000, 0))
    path = world.drawn("connection", line((50, 0), (50, 400)))
    before, after = cells(world, (0, 0), 8), cells(world, (0, 0), 8, path)
    # The middle at (150, 350): along the street and straight up takes 375 s; up the path, 300 s
    # to its height and 75 s across is the same. A slanting path is 30 + 370 m: 300 s.
    assert before[1, 3] == after[1, 3] == 375_000
    assert before[0, 3] == after[0, 3] == 300_000
    slanting = world.drawn("connection", line((30, 0), (150, 350)))
    assert cells(world, (0, 0), 8, slanting)[1, 3] == 300_000


def test_a_cell_by_a_drawn_path_takes_it_though_its_own_street_is_untouched() -> None:
    # The middle at (150, 550) stands on the upper street, which nothing leads to. The path ends
    # 10 m beside it: 50 m along the lower street, 550 m up the path and 10 m across.
    world = World().street(1, 2, (0, 0), (1000, 0)).street(3, 4, (0, 600), (1000, 600))
    path = world.drawn("connection", line((140, 0), (140, 550)))
    assert (1, 5) not in cells(world, (90, 0), 10)
    assert cells(world, (90, 0), 10, path)[1, 5] == (50 + 550 + 10) * 750


def test_a_cell_on_a_closed_street_keeps_its_door() -> None:
    world = World().street(1, 2, (0, 0), (200, 0)).street(2, 3, (200, 0), (400, 0))
    closed = world.drawn("closure", line((380, -20), (380, 20)))
    # The middle at 250: 187.5 s along and 37.5 s off, closed or not.
    assert cells(world, (0, 0), 6, closed)[2, 0] == 225_000


def test_cells_are_anchored_at_multiples_of_their_size() -> None:
    world = World().street(1, 2, (0, 0), (1000, 0))
    city = world.city()
    for x in (0.0, 3.7, 11.1):
        ground = stand(city, Mode.WALK, None, [(ORIGIN[0] + x, ORIGIN[1])])
        found = reached_cells(ground, 0, "from", 120_000, 25)
        corners = shapely.get_coordinates(squares(found))
        assert (corners % 25 == 0).all()


def test_rings_are_the_cells_joined() -> None:
    # An L of three cells within a minute, and the block of four within two.
    found = Cells(
        50,
        np.array([0, 1, 0, 1]),
        np.array([0, 0, 1, 1]),
        np.array([10_000, 60_000, 60_000, 60_001]),
    )
    one, two, nothing = rings(found, [60_000, 120_000, 5])[1:] + rings(found, [5])
    assert one.area_m2 == one.geometry.area == 3 * 2500
    assert one.geometry.equals(box(0, 0, 100, 100).difference(box(50, 50, 100, 100)))
    assert two.geometry.equals(box(0, 0, 100, 100))
    assert nothing.area_m2 == 0
    assert nothing.geometry.is_empty
    assert nothing.geometry.geom_type == "MultiPolygon"


def test_a_gap_between_cells_is_a_gap_in_the_ring() -> None:
    apart = Cells(50, np.array([0, 2]), np.array([0, 0]), np.array([1, 1]))
    (ring,) = rings(apart, [60_000])
    assert ring.geometry.area == ring.area_m2 == 2 * 2500
    assert not ring.geometry.intersects(box(60, 10, 90, 40))
