from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, box

from spatial.cost_estimate import cofinancing, estimate
from spatial.cost_items import PAYERS, Item
from spatial.indicators import REGISTRY
from tests.spatial.asked import ask, both, rows
from tests.spatial.worlds import World, line

ID = ("cost",)


def world() -> World:
    """Two streets 200 m apart; the area reaches from the one to halfway."""
    return (
        World()
        .street(1, 2, (0, 0), (400, 0))
        .street(3, 4, (0, 200), (400, 200))
        .home("a", 10, 0, 42.0, "area")
        .home("b", 10, 200, 21.0)
        .facility("shop", 400, 200)
    )


def area() -> object:
    return world().area(-50, -50, 450, 100)


def bill(*drawn: object, **settings: float) -> dict[str | None, object]:
    """Give each part of the bill; the foundation gives nothing if nothing is said."""
    prices = {"cost": {"foundation_share": 0.0, **settings}}
    result = ask(world(), area(), *drawn, indicators=ID, settings=prices)
    return {row.variant: row.proposal for row in rows(result, *ID)}


def path(**how: object) -> object:
    return world().drawn("connection", line((200, 0), (200, 200)), **how)


def test_nothing_drawn_costs_nothing() -> None:
    result = ask(world(), area(), indicators=ID)
    assert [both(result, *ID, variant=row.variant) for row in rows(result, *ID)] == [(0.0, 0.0)] * 6


def test_a_path_by_its_width_and_its_light() -> None:
    # 200 m, 3 m wide if nothing is said: 600 m2 at 1,200 kr.
    assert bill(path())[None] == pytest.approx(720_000)
    assert bill(path(width_m=4))[None] == pytest.approx(960_000)
    assert bill(path(lit=True))[None] == pytest.approx(720_000 + 200 * 700)
    assert bill(path(grade="bridge"))[None] == pytest.approx(600 * 35_000)
    assert bill(path(grade="tunnel"))[None] == pytest.approx(600 * 45_000)


def test_a_price_that_is_asked_for_is_used() -> None:
    assert bill(path(), path_kr_per_m2=1.0)[None] == pytest.approx(600)


def test_who_owns_the_ground_pays() -> None:
    # Half of the path lies in the area.
    parts = bill(path())
    assert parts["housing_organisation"] == pytest.approx(360_000)
    assert parts["municipality"] == pytest.approx(360_000)
    assert parts["others"] == 0.0


def test_a_foundation_pays_its_share_and_asks_for_local_money() -> None:
    parts = bill(path(), foundation_share=0.5, local_kr_per_grant_kr=0.9)
    assert parts["foundation"] == pytest.approx(360_000)
    assert parts["municipality"] == pytest.approx(180_000)
    assert parts["local_cofinancing"] == pytest.approx(324_000)


def test_the_programme_splits_as_it_was_given() -> None:
    (cost,) = [indicator for indicator in REGISTRY if indicator.id == "cost"]
    # 75 mio. of grants need 68 mio. beside them: of 143 a foundation pays 75.
    assert cost.parameters["foundation_share"].default == pytest.approx(75 / 143, abs=1e-3)
    assert cost.parameters["local_kr_per_grant_kr"].default == pytest.approx(68 / 75, abs=1e-3)


@pytest.mark.parametrize(
    ("control", "kr"),
    [("signal", 1_200_000), ("zebra", 150_000), ("refuge", 250_000), ("none", 30_000)],
)
def test_a_crossing_by_its_kind(control: str, kr: float) -> None:
    over = world().drawn("crossing", line((200, -1), (200, 200)), control=control)
    assert bill(over)[None] == kr


def test_a_street_changed_by_the_metres_of_it() -> None:
    lamps = world().drawn("change", line((100, 0), (300, 0)), "d1", lit=True)
    assert bill(lamps)[None] == pytest.approx(200 * 700)
    # The street lies wholly in the area.
    assert bill(lamps)["housing_organisation"] == pytest.approx(200 * 700)
    both_ways = world().drawn("change", line((100, 0), (300, 0)), lit=True, surface="asphalt")
    # Three metres wide: 600 m2 at 450 kr.
    assert bill(both_ways)[None] == pytest.approx(200 * 700 + 600 * 450)


def test_a_change_that_has_no_price_is_unknown() -> None:
    slow = world().drawn("change", line((100, 0), (300, 0)), speed_kmh=30)
    (row,) = rows(ask(world(), area(), slow, indicators=ID), *ID, variant=None)
    assert (row.proposal, row.known_share) == (None, 0.0)


def test_homes_torn_down_and_homes_built() -> None:
    # 42 residents are 20 homes; half of them go.
    gone = world().drawn("demolition", box(0, -10, 20, 10), "d1", share=0.5)
    built = world().drawn("housing", Point(300, 0), "d2", homes=3, tenure="private")
    rented = world().drawn("housing", Point(350, 0), "d3", residents=21, tenure="social")
    parts = bill(gone, built, rented)
    assert parts["others"] == pytest.approx(3 * 2_200_000)
    assert parts["housing_organisation"] == pytest.approx(10 * 250_000 + 10 * 2_200_000)


def test_a_facility_of_unknown_size_is_unknown() -> None:
    known = world().drawn("facility", Point(0, 0), "d1", category="culture", floor_area_m2=100)
    unknown = world().drawn("facility", Point(0, 0), "d2", category="grocery")
    result = ask(world(), area(), unknown, indicators=ID)
    assert {(row.proposal, row.known_share) for row in rows(result, *ID)} == {(None, 0.0)}
    prices = {"cost": {"foundation_share": 0.0}}
    result = ask(world(), area(), known, unknown, indicators=ID, settings=prices)
    (row,) = rows(result, *ID, variant=None)
    assert (row.proposal, row.known_share) == (2_500_000, 0.5)
    assert both(result, *ID, variant="municipality")[1] == 2_500_000


def test_what_is_taken_away_has_no_price() -> None:
    gone = world().drawn("facility_removal", Point(400, 200))
    (row,) = rows(ask(world(), area(), gone, indicators=ID), *ID, variant=None)
    assert (row.proposal, row.known_share) == (None, 0.0)


@given(
    st.lists(st.tuples(st.floats(0, 1e4), st.floats(0, 1), st.booleans()), max_size=6),
    st.floats(0, 1),
)
def test_8_every_krone_is_paid_once(
    found: list[tuple[float, float, bool]], foundation_share: float
) -> None:
    items = [
        Item(str(k), "p", amount, {"municipality": part, "others": 1 - part}, supported=helped)
        for k, (amount, part, helped) in enumerate(found)
    ]
    bill_of = estimate(items, lambda _: 100.0, foundation_share)
    paid = math.fsum((*(bill_of.by_payer_kr[payer] for payer in PAYERS), bill_of.foundation_kr))
    assert bill_of.total_kr == pytest.approx(paid)


def test_a_stated_price_goes_before_the_unit_prices() -> None:
    # The ground still says who pays: half of the path lies in the area.
    parts = bill(path(cost_kr=1_000_000, lit=True))
    assert parts[None] == 1_000_000
    assert parts["housing_organisation"] == pytest.approx(500_000)
    assert bill(path(cost_kr=0))[None] == 0.0


def test_a_stated_price_makes_the_unknown_known() -> None:
    gone = world().drawn("facility_removal", Point(400, 200), cost_kr=80_000)
    slow = world().drawn("change", line((100, 0), (300, 0)), "d2", speed_kmh=30, cost_kr=20_000)
    (row,) = rows(ask(world(), area(), gone, slow, indicators=ID), *ID, variant=None)
    assert (row.proposal, row.known_share) == (100_000, 1.0)


def test_a_stated_split_goes_before_the_ground_and_the_programme() -> None:
    split = {"housing_organisation": 0.1, "municipality": 0.2, "foundation": 0.3, "others": 0.4}
    parts = bill(path(funding=split), foundation_share=0.5, local_kr_per_grant_kr=1.0)
    # 720,000 kr. in all.
    assert parts["housing_organisation"] == pytest.approx(72_000)
    assert parts["municipality"] == pytest.approx(144_000)
    assert parts["foundation"] == pytest.approx(216_000)
    assert parts["others"] == pytest.approx(288_000)
    assert parts["local_cofinancing"] == pytest.approx(216_000)


def test_a_split_alone_prices_nothing() -> None:
    gone = world().drawn("facility_removal", Point(400, 200), funding={"municipality": 1})
    (row,) = rows(ask(world(), area(), gone, indicators=ID), *ID, variant=None)
    assert (row.proposal, row.known_share) == (None, 0.0)


def test_a_foundation_may_pay_all_of_it() -> None:
    parts = bill(path(funding={"foundation": 1}))
    assert parts["foundation"] == parts[None]
    assert {parts[payer] for payer in PAYERS} == {0.0}


def one(payers: dict[str, float], kr: float, *, supported: bool = True) -> Item:
    return Item(str((payers, kr)), "p", kr, payers, supported=supported)


def test_local_money_is_what_the_two_owners_pay_of_what_is_helped() -> None:
    items = [
        one({"municipality": 1.0}, 1_000.0),
        one({"housing_organisation": 0.5, "others": 0.5}, 400.0),
        # Nobody helps to pay the homes, so what they cost is no co-financing.
        one({"housing_organisation": 1.0}, 9_000.0, supported=False),
    ]
    found = cofinancing(estimate(items, lambda _: 1.0, 0.5), 0.9)
    # Half of 1,400 is granted; 500 and 100 are found, others pay 100.
    assert found.grant_kr == pytest.approx(700)
    assert found.required_kr == pytest.approx(630)
    assert found.found_kr == pytest.approx(600)
    assert not found.kept
    assert cofinancing(estimate(items, lambda _: 1.0, 0.5), 6 / 7).kept


def test_the_programmes_own_split_keeps_its_own_rule() -> None:
    (cost,) = [indicator for indicator in REGISTRY if indicator.id == "cost"]
    share, local = (
        float(cost.parameters[name].default)
        for name in ("foundation_share", "local_kr_per_grant_kr")
    )
    items = [one({"housing_organisation": 0.3, "municipality": 0.7}, 1e6)]
    assert cofinancing(estimate(items, lambda _: 1.0, share), local).kept


def test_each_feature_has_its_own_bill() -> None:
    items = [
        Item("a", "p", 2.0, {"others": 1.0}, supported=False),
        Item("a", "q", None, {"others": 1.0}, supported=False),
        Item("b", "", None, {"others": 1.0}, supported=False),
    ]
    found = estimate(items, lambda _: 10.0, 0.0)
    assert [(row.feature, row.total_kr, row.known) for row in found.bills] == [
        ("a", 20.0, False),
        ("b", None, False),
    ]
    assert (found.total_kr, found.known_share) == (20.0, 0.0)
