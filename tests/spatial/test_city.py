from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest
from shapely.geometry import LineString

from spatial.city import build_city
from spatial.errors import InvalidCity
from spatial.network.model import Mode
from spatial.units import UNREACHABLE_MS
from tests.spatial.worlds import World, line


def corridor() -> World:
    """One street of 100 m, a home and a shop on it.

    Home at x = 20, 3 m off; shop at x = 90, on the street.
    """
    return World().street(1, 2, (0, 0), (100, 0)).home("home", 20, 3).facility("shop", 90, 0)


def test_time_includes_the_way_to_the_street() -> None:
    city = corridor().city()
    # (3 + 70) m × 750 ms = 54,750 ms on foot; × 225 = 16,425 by bike.
    assert city.times(Mode.WALK).tolist() == [[0, 54_750]]
    assert city.times(Mode.BIKE).tolist() == [[0, 16_425]]


def test_a_place_without_streets_homes_or_facilities_is_a_place() -> None:
    city = World().city()
    assert city.times(Mode.WALK).shape == (0, 0)
    assert city.unattached == ()


def test_points_too_far_are_listed_and_unreachable() -> None:
    world = corridor().home("far", 50, 501)
    city = world.city()
    assert [(lost.kind, lost.id, lost.mode) for lost in city.unattached] == [
        ("home", "far", Mode.WALK),
        ("home", "far", Mode.BIKE),
    ]
    # Columns: the two homes, then the shop.
    assert city.times(Mode.WALK)[1].tolist() == [UNREACHABLE_MS, 0, UNREACHABLE_MS]


def test_every_fault_of_the_tables_is_listed() -> None:
    good = corridor().city()
    homes = replace(
        good.homes, ids=("a", "a"), xy=np.array([(0.0, 0.0), (np.nan, 1.0)]), area_ids=(None,)
    )
    facilities = replace(good.facilities, categories=("pub",))
    streets = replace(good.streets, geometry=np.array([LineString()], object))
    barriers = replace(good.linker.barriers.table, kinds=("wall",), ids=("w",))
    with pytest.raises(InvalidCity) as caught:
        build_city("bad", streets, homes, facilities, barriers)
    text = "\n".join(caught.value.faults)
    for part in (
        "LineString with points",
        "id a is used more than once",
        "area_ids has 1 rows, ids have 2",
        "residents has 1 rows",
        "not a number",
        "'pub' is not known",
        "'wall' is not known",
    ):
        assert part in text


def test_negative_residents_are_refused() -> None:
    good = corridor().city()
    homes = replace(good.homes, residents=np.array([-1.0]))
    with pytest.raises(InvalidCity, match=r"-1\.0 residents"):
        build_city("bad", good.streets, homes, good.facilities, good.linker.barriers.table)


def test_the_baseline_is_computed_once_for_many_threads() -> None:
    city = corridor().city()
    started, computed = threading.Barrier(6), []

    def compute() -> object:
        computed.append(1)
        return object()

    found: list[object] = []

    def ask() -> None:
        started.wait()
        found.append(city.remember("key", compute))

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(computed) == 1
    assert len(set(map(id, found))) == 1


def test_a_failed_baseline_is_tried_again() -> None:
    city = corridor().city()

    def fail() -> object:
        raise MemoryError

    with pytest.raises(MemoryError):
        city.remember("key", fail)
    assert city.remember("key", lambda: 7) == 7


def test_baseline_times_cannot_be_written_over() -> None:
    with pytest.raises(ValueError, match="read-only"):
        corridor().city().times(Mode.WALK)[0, 0] = 1


def test_a_street_along_a_line_of_corners() -> None:
    world = World().street(1, 2, (0, 0), (30, 0), (30, 40)).home("h", 0, 0).facility("f", 30, 40)
    # 30 + 40 m.
    assert world.city().times(Mode.WALK)[0, 1] == 52_500
    assert line((0, 0), (30, 0), (30, 40)).length == 70
