from __future__ import annotations

import pytest
from shapely.geometry import Point

from spatial.assess import AssessRequest, assess, resolve_only
from spatial.errors import InvalidRequest
from spatial.indicators import REGISTRY
from spatial.network.model import Mode
from tests.spatial.worlds import World, line


def world() -> World:
    """An estate of two homes behind a long way round to a shop and three neighbours.

    Homes at (0, 0) and (0, 50) in the area; the shop at (0, 200); the street goes round by
    x = 600, so that the shop is 600 + 200 + 600 m from (0, 0).
    """
    return (
        World()
        .street(1, 2, (0, 0), (600, 0))
        .street(2, 3, (600, 0), (600, 200))
        .street(3, 4, (600, 200), (0, 200))
        .street(1, 5, (0, 0), (0, 50))
        .home("near", 0, 0, 30.0, "area")
        .home("far", 0, 50, 10.0, "area")
        .home("north", 0, 200, 5.0)
        .facility("shop", 0, 200)
    )


PATH = ("connection", line((0, 50), (0, 200)))


def ask(*drawn: object, **how: object) -> object:
    area = world().area(-50, -50, 50, 100)
    return assess(world().city(), AssessRequest(area, drawn, **how))


def value(result: object, identity: str, **how: object) -> object:
    (found,) = (
        row
        for row in result.indicators
        if row.id == identity and all(getattr(row, name) == how[name] for name in how)
    )
    return found


def test_a_path_shortens_the_way_to_the_shop() -> None:
    result = ask(world().drawn(*PATH))
    found = value(result, "travel_time_nearest", mode="walk", category="grocery")
    # Three of four residents live at (0, 0): 1400 m before; 50 + 150 m after.
    assert (found.baseline, found.proposal, found.change) == (1_050_000, 150_000, -900_000)
    assert (found.unit, found.better, found.known_share) == ("ms", "lower", 1.0)
    assert [(join.kind, join.feature) for join in result.joins] == [("end", "d1"), ("end", "d1")]


def test_homes_say_who_gains() -> None:
    homes = ask(world().drawn(*PATH), detail=frozenset({"homes"})).homes
    nearest = homes.values[0]
    assert homes.ids == ("near", "far", "north")
    assert homes.in_area.tolist() == [True, True, False]
    assert nearest.baseline.tolist() == [1_050_000, 1_087_500, 0]
    assert nearest.proposal.tolist() == [150_000, 112_500, 0]


def test_edges_say_what_is_added_and_closed() -> None:
    gate = world().drawn("closure", line((300, -5), (300, 5)), "gate")
    edges = ask(world().drawn(*PATH), gate, detail=frozenset({"edges"})).edges
    assert set(zip(edges.ids, edges.states, strict=True)) == {("x0", "added"), ("1-0", "closed")}
    added = edges.ids.index("x0")
    assert edges.walk_ms[added] == 112_500
    assert edges.geometry[added].length == pytest.approx(150)


def test_errors_leave_no_indicators_but_every_issue() -> None:
    result = ask(world().drawn("teleport", Point(0, 0)), world().drawn(*PATH, "d2", grade="up"))
    assert not result.ok
    assert result.indicators == ()
    assert {issue.code for issue in result.issues} == {"unknown_kind", "bad_value"}


def test_warnings_travel_with_the_answer() -> None:
    result = ask(world().drawn("connection", line((0, 50), (0, 150))))
    assert [issue.code for issue in result.issues] == ["loose_end"]
    assert result.ok
    assert result.indicators


def test_issues_come_in_the_order_of_the_drawing() -> None:
    drawn = [world().drawn("teleport", Point(0, 0), f"d{k}") for k in (3, 1, 2)]
    assert [issue.feature for issue in ask(*drawn).issues] == ["d3", "d1", "d2"]


def test_resolving_alone_says_the_same() -> None:
    drawn = (world().drawn("connection", line((0, 50), (0, 150))),)
    resolution = resolve_only(world().city(), world().area(0, 0, 1, 1), drawn)
    assert resolution.ok
    assert resolution.issues == ask(*drawn).issues
    assert len(resolution.joins) == 1


@pytest.mark.parametrize(
    ("how", "text"),
    [
        ({"modes": ("walk", "horse")}, "horse"),
        ({"modes": ()}, "at least one"),
        ({"modes": (Mode.WALK, Mode.WALK)}, "each mode once"),
        ({"cutoffs_min": ()}, "at least one"),
        ({"cutoffs_min": (5, 0)}, "cutoff 0"),
        ({"cutoffs_min": (2.5,)}, "cutoff 2.5"),
        ({"cutoffs_min": (500,)}, "cutoff 500"),
        ({"detail": frozenset({"rumours"})}, "rumours"),
        ({"route_categories": ("casino",)}, "casino"),
        ({"route_homes": 0}, "route_homes 0"),
        ({"route_homes": 21}, "route_homes 21"),
    ],
)
def test_a_question_the_engine_cannot_read(how: dict[str, object], text: str) -> None:
    with pytest.raises(InvalidRequest, match=text):
        ask(**how)


def test_one_mode_and_one_cutoff_give_the_same_numbers() -> None:
    both = ask(world().drawn(*PATH))
    alone = ask(world().drawn(*PATH), modes=(Mode.BIKE,), cutoffs_min=(10,))
    for row in alone.indicators:
        assert row in both.indicators


def test_cutoffs_in_any_order() -> None:
    assert ask(cutoffs_min=(30, 5)).indicators == ask(cutoffs_min=(5, 30)).indicators


def test_every_indicator_of_the_registry_answers() -> None:
    every = tuple(indicator.id for indicator in REGISTRY)
    result = ask(indicators=every)
    assert {row.id for row in result.indicators} == set(every)
    told = {(row.id, row.unit) for row in result.indicators}
    assert {(indicator.id, indicator.unit) for indicator in REGISTRY} <= told


def test_the_registry_is_whole() -> None:
    ids = [indicator.id for indicator in REGISTRY]
    assert len(set(ids)) == len(ids)
    for indicator in REGISTRY:
        for text in (
            indicator.name_da,
            indicator.name_en,
            indicator.sentence_da,
            indicator.sentence_en,
            indicator.formula,
            indicator.source,
            indicator.guarantee_reason_da,
            indicator.guarantee_reason_en,
        ):
            assert text.strip() == text
            assert text


def test_an_area_nobody_lives_in_has_no_value() -> None:
    empty = world().area(200, 50, 300, 150)
    empty = type(empty)("empty", "Tom", empty.geometry, empty.municipality_code)
    result = assess(world().city(), AssessRequest(empty, (world().drawn(*PATH),)))
    row = value(result, "travel_time_nearest", mode="walk", category="grocery")
    assert (row.baseline, row.proposal, row.change) == (None, None, None)
