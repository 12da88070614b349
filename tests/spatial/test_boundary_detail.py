"""Ways in and stretches without, as the map shows them: the indicators' own, place by place."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spatial.assess import Assessment, AssessRequest, assess
from spatial.boundary_detail import BoundaryDetail, boundary_detail
from spatial.network.model import Mode
from tests.spatial.laws import sound
from tests.spatial.test_explanations import compared
from tests.spatial.worlds import (
    ADDITIONS,
    ORIGIN,
    REMOVALS,
    World,
    grown,
    grown_area,
    line,
    random_drawing,
)

seeds = st.integers(0, 2**31)


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


def detail(*drawn: object, mode: Mode = Mode.WALK) -> BoundaryDetail:
    request = AssessRequest(
        world().area(0, 0, 120, 120),
        drawn,
        modes=(mode,),
        indicators=(),
        detail=frozenset({"boundary"}),
    )
    (found,) = assess(world().city(), request).boundary
    return found


def ways(found: BoundaryDetail) -> dict[tuple[float, float], str]:
    (ring,) = found.rings
    return {
        (round(way.x - ORIGIN[0], 3), round(way.y - ORIGIN[1], 3)): way.state for way in ring.ways
    }


def test_what_is_kept_new_and_closed() -> None:
    path = world().drawn("connection", line((60, 60), (60, 200)))
    gate = world().drawn("closure", line((50, -40), (70, -40)), "gate")
    south, west, north = (60, 10), (10, 60), (60, 110)
    assert ways(detail()) == {south: "kept", west: "kept"}
    assert ways(detail(path)) == {south: "kept", west: "kept", north: "new"}
    assert ways(detail(path, gate)) == {south: "closed", west: "kept", north: "new"}
    assert ways(detail(gate, mode=Mode.BIKE)) == {south: "closed"}
    assert [detail(path, gate).entrances_before, detail(path, gate).entrances_after] == [2, 2]


def test_stretches_lie_between_the_ways() -> None:
    path = world().drawn("connection", line((60, 60), (60, 200)))
    (ring,) = detail(path).rings
    assert ring.length_m == pytest.approx(400)
    assert sorted(gap.length_m for gap in ring.before) == pytest.approx([100, 300])
    assert sorted(gap.length_m for gap in ring.after) == pytest.approx([100, 100, 200])
    # Half round by the east, from north to south: two corners on the way.
    longest = max(ring.after, key=lambda gap: gap.length_m).line
    places = [(round(x - ORIGIN[0], 3), round(y - ORIGIN[1], 3)) for x, y in longest.coords]
    assert {places[0], places[-1]} == {(60, 10), (60, 110)}
    assert all(x >= 60 for x, _ in places)
    for gap in (*ring.before, *ring.after):
        assert gap.line.length == pytest.approx(gap.length_m)


def test_no_way_in_is_the_whole_ring() -> None:
    gate = world().drawn("closure", line((50, -40), (70, -40)))
    (ring,) = detail(gate, mode=Mode.BIKE).rings
    (gap,) = ring.after
    assert gap.line.is_closed
    assert gap.length_m == gap.line.length == ring.length_m


def test_two_ways_at_one_place_have_no_stretch_between_them() -> None:
    twice = world().street(2, 9, (60, 60), (60, -200))
    (found,) = boundary_detail(compared(twice))
    for ring in found.rings:
        assert all(gap.line.length == pytest.approx(gap.length_m) for gap in ring.before)


def value(result: Assessment, identity: str, mode: Mode, variant: str | None) -> tuple:
    (row,) = [
        row
        for row in result.indicators
        if (row.id, row.mode, row.variant) == (identity, mode, variant)
    ]
    return row.baseline, row.proposal


@given(seeds, st.integers(0, 4))
def test_marks_and_stretches_are_the_indicators_own(seed: int, count: int) -> None:
    place = grown(seed)
    drawn = sound(place.city(), random_drawing(place, seed, count, ADDITIONS + REMOVALS))
    request = AssessRequest(
        grown_area(place),
        drawn,
        indicators=("boundary_entrances", "entrance_gap"),
        detail=frozenset({"boundary"}),
    )
    result = assess(place.city(), request)
    for found in result.boundary:
        metres = sum(ring.length_m for ring in found.rings)
        counted = [found.entrances_before, found.entrances_after]
        assert value(result, "boundary_entrances", found.mode, None) == tuple(
            entrances * 1000.0 / metres for entrances in counted
        )
        sides = [
            [gap.length_m for ring in found.rings for gap in ring.before],
            [gap.length_m for ring in found.rings for gap in ring.after],
        ]
        assert value(result, "entrance_gap", found.mode, "longest") == tuple(map(max, sides))
        # Ways in side by side leave no stretch between them.
        counted_m = [[gap for gap in gaps if gap > 10] or gaps for gaps in sides]
        assert value(result, "entrance_gap", found.mode, "median") == tuple(
            map(statistics.median, counted_m)
        )
        for ring in found.rings:
            for gaps in (ring.before, ring.after):
                assert sum(gap.length_m for gap in gaps) == pytest.approx(ring.length_m)
            for state, gaps in (("new", ring.before), ("closed", ring.after)):
                standing = [way.at_m for way in ring.ways if way.state != state]
                assert [gap.start_m for gap in gaps] == (standing or [0.0])
