"""The indicators of what residents reach, and of the area beside its municipality."""

from __future__ import annotations

import pytest
from shapely.geometry import Point, box

from spatial.assess import Assessment, AssessRequest, assess
from spatial.network.model import Mode
from tests.spatial.worlds import World, line


def world() -> World:
    """A street of one kilometre. In the area, at x = 0 and 100: 30 and 10 residents.

    Outside: 50 residents at x = 400, 20 at x = 900. Schools at x = 200, 500 and 1000.
    One walks 400 m in 5 minutes and 800 m in 10.
    """
    return (
        World()
        .street(1, 2, (0, 0), (1000, 0))
        .home("a", 0, 0, 30.0, "area")
        .home("b", 100, 0, 10.0, "area")
        .home("c", 400, 0, 50.0)
        .home("d", 900, 0, 20.0)
        .facility("s1", 200, 0, "school")
        .facility("s2", 500, 0, "school")
        .facility("s3", 1000, 0, "school")
    )


def ask(*drawn: object, of: World | None = None) -> Assessment:
    place = of or world()
    request = AssessRequest(
        place.area(-50, -50, 150, 50), drawn, modes=(Mode.WALK,), cutoffs_min=(5, 10)
    )
    return assess(place.city(), request)


def values(result: Assessment, identity: str, **how: object) -> list[tuple[object, object]]:
    return [
        (row.baseline, row.proposal)
        for row in result.indicators
        if row.id == identity and all(getattr(row, name) == how[name] for name in how)
    ]


def test_travel_time_nearest_is_the_residents_median() -> None:
    # 30 residents have 200 m, 10 have 100 m: the 20th of 40 has 200 m = 150 s.
    assert values(ask(), "travel_time_nearest") == [(150_000, 150_000)]
    # With 22 of the 30 gone, 8 have 200 m and 10 have 100 m: the 9th of 18 has 100 m.
    gone = world().drawn("demolition", box(-5, -5, 5, 5), share=22 / 30)
    assert values(ask(gone), "travel_time_nearest") == [(150_000, 75_000)]


def test_exactly_half_is_enough() -> None:
    even = world()
    even.homes[0] = ("a", 0, 0, 10.0, "area")
    assert values(ask(of=even), "travel_time_nearest") == [(75_000, 75_000)]


def test_unreachable_for_more_than_half_is_no_value() -> None:
    cut = world()
    cut.streets[0]["points"] = ((0, 0), (50, 0))
    cut.street(3, 4, (60, 0), (1000, 0))
    assert values(ask(of=cut), "travel_time_nearest") == [(None, None)]
    # 10 of 40 residents reach a school.
    assert values(ask(of=cut), "share_within", cutoff_min=5) == [(0.25, 0.25)]


def test_share_within() -> None:
    assert values(ask(), "share_within", cutoff_min=5) == [(1.0, 1.0)]
    gone = world().drawn("facility_removal", Point(200, 0))
    # s2 is 500 m from a and 400 m from b: exactly five minutes counts.
    assert values(ask(gone), "share_within", cutoff_min=5) == [(1.0, 0.25)]


def test_opportunities_within() -> None:
    # Within 400 m: a reaches s1; b s1 and s2. (30·1 + 10·2) / 40.
    assert values(ask(), "opportunities_within", cutoff_min=5) == [(1.25, 1.25)]
    # Within 800 m both reach s1 and s2; a new school at 0 makes three.
    new = world().drawn("facility", Point(0, 0), category="school")
    assert values(ask(new), "opportunities_within", cutoff_min=10) == [(2.0, 3.0)]


def test_city_reach_counts_the_municipality_outside_the_area() -> None:
    # Within 400 m: a and b reach c (50). Within 800 m: b also d (20).
    assert values(ask(), "city_reach", cutoff_min=5) == [(50.0, 50.0)]
    assert values(ask(), "city_reach", cutoff_min=10) == [(55.0, 55.0)]
    new = world().drawn("housing", Point(300, 0), residents=8)
    assert values(ask(new), "city_reach", cutoff_min=5) == [(50.0, 58.0)]


def test_gap_to_city_is_a_ratio_to_the_municipality() -> None:
    # Median over all 110 residents: 200 m for 30, 100 m for 10 + 50 + 20: the 55th has 100 m.
    assert values(ask(), "gap_to_city", variant="travel_time_nearest") == [(2.0, 2.0)]
    # Within 400 m: a 1, b 2, c 2, d 2 (s2 and s3). Mean (30 + 2·80) / 110; the area 1.25.
    (gap,) = values(ask(), "gap_to_city", variant="opportunities_within", cutoff_min=5)
    assert gap[0] == pytest.approx(1.25 / (190 / 110))
    rows = [row for row in ask().indicators if row.id == "gap_to_city"]
    better = {row.variant: row.better for row in rows}
    assert better["travel_time_nearest"] == "lower"
    assert better["city_reach"] == "higher"


def test_a_municipality_that_reaches_nothing_gives_no_ratio() -> None:
    nowhere = world()
    nowhere.facilities = [("s", 5000, 0, "school")]
    nowhere.street(8, 9, (4900, 0), (5000, 0))
    assert values(ask(of=nowhere), "gap_to_city", variant="share_within", cutoff_min=5) == [
        (None, None)
    ]


def test_homes_that_are_not_attached_are_told() -> None:
    lost = world().home("e", 0, 3000, 40.0, "area")
    rows = [row for row in ask(of=lost).indicators if row.id == "travel_time_nearest"]
    assert rows[0].known_share == 0.5
    # 40 of 80 residents still reach a school: exactly half, in 200 m.
    assert rows[0].baseline == 150_000


def test_demolition_of_everybody_outside_the_view_of_others() -> None:
    gone = world().drawn("demolition", box(-20, -20, 120, 20))
    result = ask(gone)
    assert values(result, "travel_time_nearest") == [(150_000, None)]
    assert values(result, "opportunities_within", cutoff_min=5) == [(1.25, None)]
    assert line((0, 0), (1, 0)).length == 1
