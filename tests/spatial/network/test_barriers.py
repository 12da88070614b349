from __future__ import annotations

import numpy as np
from shapely.geometry import LineString, box

from spatial.network.barriers import blocked, first_crossing, index_barriers
from spatial.tables import BarrierTable
from tests.spatial.worlds import line


def index(*shapes: tuple[str, object]) -> object:
    geometry = np.empty(len(shapes), object)
    geometry[:] = [shape for _, shape in shapes]
    kinds = tuple(kind for kind, _ in shapes)
    return index_barriers(BarrierTable(tuple(f"b{k}" for k in range(len(shapes))), kinds, geometry))


def lines(*drawn: LineString) -> np.ndarray:
    result = np.empty(len(drawn), object)
    result[:] = drawn
    return result


def test_a_line_barrier_may_not_even_be_touched() -> None:
    rail = index(("railway", line((0, 0), (100, 0))))
    drawn = lines(
        line((50, -10), (50, 10)),  # across
        line((50, 10), (50, 0)),  # up to it
        line((50, 10), (50, 1)),  # short of it
        line((-10, -5), (-10, 5)),  # past its end
    )
    assert blocked(rail, drawn).tolist() == [True, True, False, False]


def test_water_counts_from_half_a_metre() -> None:
    lake = index(("water", box(0, 0, 100, 100)))
    drawn = lines(
        line((-10, 50), (0.4, 50)),  # 0.4 m into it
        line((-10, 50), (0.6, 50)),
        line((-10, 0), (110, 0)),  # along the shore
        line((20, 20), (30, 30)),  # in the middle of it
    )
    assert blocked(lake, drawn).tolist() == [False, True, True, True]


def test_the_first_crossing_along_the_line_is_named() -> None:
    both = index(("water", box(60, -50, 80, 50)), ("motorway", line((40, -50), (40, 50))))
    crossing = first_crossing(both, line((0, 0), (100, 0)))
    assert crossing is not None
    assert (crossing.kind, crossing.id) == ("motorway", "b1")
    assert (crossing.point.x, crossing.point.y) == (40, 0)
    back = first_crossing(both, line((100, 0), (0, 0)))
    assert back is not None
    assert (back.kind, back.point.x) == ("water", 80)


def test_no_barriers_no_crossing() -> None:
    nothing = index()
    assert first_crossing(nothing, line((0, 0), (1, 1))) is None
    assert blocked(nothing, lines(line((0, 0), (1, 1)))).tolist() == [False]
