"""The indicators of who gets an errand in the area."""

from __future__ import annotations

from shapely.geometry import Point

from spatial.assess import Assessment, AssessRequest, assess
from spatial.network.model import Mode
from tests.spatial.worlds import World


def world() -> World:
    """The area from x = 0 to 100, a shop in it at 100; neighbours at 300, 450 and 800.

    Another shop at x = 500. One walks 400 m in 5 minutes.
    """
    return (
        World()
        .street(1, 2, (0, 0), (1000, 0))
        .home("in", 50, 0, 100.0, "area")
        .home("n1", 300, 0, 7.0)
        .home("n2", 450, 0, 11.0)
        .home("n3", 800, 0, 13.0)
        .facility("inside", 100, 0)
        .facility("outside", 500, 0)
        .facility("club", 20, 0, "leisure")
    )


def ask(*drawn: object) -> Assessment:
    area = world().area(-10, -50, 150, 50)
    request = AssessRequest(area, drawn, modes=(Mode.WALK,), cutoffs_min=(5, 10))
    return assess(world().city(), request)


def values(result: Assessment, identity: str, **how: object) -> list[tuple[object, object]]:
    return [
        (row.baseline, row.proposal)
        for row in result.indicators
        if row.id == identity and all(getattr(row, name) == how[name] for name in how)
    ]


def test_visitors_within() -> None:
    # The shop inside is 200, 350 and 700 m away.
    kind = {"category": "grocery"}
    assert values(ask(), "visitors_within", cutoff_min=5, **kind) == [(18.0, 18.0)]
    assert values(ask(), "visitors_within", cutoff_min=10, **kind) == [(31.0, 31.0)]
    # The club is 280, 430 and 780 m away.
    assert values(ask(), "visitors_within", cutoff_min=5, category="leisure") == [(7.0, 7.0)]


def test_any_errand_counts_each_neighbour_once() -> None:
    assert values(ask(), "visitors_within", cutoff_min=5, category=None) == [(18.0, 18.0)]


def test_a_facility_drawn_inside_draws_visitors_and_one_outside_does_not() -> None:
    inside = world().drawn("facility", Point(140, 0), category="school")
    outside = world().drawn("facility", Point(200, 0), category="school")
    kind = {"cutoff_min": 5, "category": "school"}
    assert values(ask(inside), "visitors_within", **kind) == [(0.0, 18.0)]
    assert values(ask(outside), "visitors_within", **kind) == [(0.0, 0.0)]


def test_nearest_choice_needs_to_be_strictly_nearer() -> None:
    # n1 is 200 m from either shop: a tie, and ties go outside.
    assert values(ask(), "nearest_choice", category="grocery") == [(0.0, 0.0)]
    # Nobody else has a club, however far it is.
    assert values(ask(), "nearest_choice", category="leisure") == [(31.0, 31.0)]
    gone = world().drawn("facility_removal", Point(500, 0))
    assert values(ask(gone), "nearest_choice", category="grocery") == [(0.0, 31.0)]


def test_a_rival_outside_can_take_the_choice_away() -> None:
    rival = world().drawn("facility", Point(400, 0), category="leisure")
    # 300 and 450 and 800 are all nearer to 400 than to 20.
    assert values(ask(rival), "nearest_choice", category="leisure") == [(31.0, 0.0)]


def test_new_neighbours_can_visit() -> None:
    new = world().drawn("housing", Point(200, 0), residents=17)
    assert values(ask(new), "visitors_within", cutoff_min=5, category="grocery") == [(18.0, 35.0)]
