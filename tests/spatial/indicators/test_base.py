"""What indicators share: numbers of a group of homes, set beside each other."""

from __future__ import annotations

import pytest

from spatial.indicators import OUT, REGISTRY
from spatial.indicators.base import of_area
from spatial.network.model import STREET_MODES
from tests.spatial.asked import ask, rows
from tests.spatial.worlds import World


def world() -> World:
    """30 residents in the area beside the school, 10 of the municipality 400 m away from it."""
    return (
        World()
        .street(1, 2, (0, 0), (1000, 0))
        .home("a", 0, 0, 30.0, "area")
        .home("b", 400, 0, 10.0)
        .facility("school", 0, 0, "school")
        .facility("station", 0, 0, "station")
    )


def test_every_indicator_of_what_residents_reach_is_set_beside_the_municipality() -> None:
    everything = tuple(indicator.id for indicator in REGISTRY)
    result = ask(world(), world().area(-9, -9, 9, 9), indicators=everything, modes=STREET_MODES)
    compared = {str(row.variant).split()[0] for row in rows(result, "gap_to_city")}
    assert compared == {indicator.id for indicator in OUT}
    assert {indicator.id for indicator in REGISTRY if indicator.group == 1} == compared


def test_one_not_asked_for_is_compared_only_where_it_is_answered_while_drawing() -> None:
    result = ask(world(), world().area(-9, -9, 9, 9), indicators=("gap_to_city",))
    compared = {str(row.variant).split()[0] for row in rows(result, "gap_to_city")}
    assert compared == {indicator.id for indicator in OUT if indicator.live}


def test_the_gap_of_a_variant_and_of_a_mean() -> None:
    result = ask(world(), world().area(-9, -9, 9, 9), indicators=("gap_to_city",))
    # Within 600 m of the station: everybody.
    (near,) = rows(result, "gap_to_city", variant="station_proximity 600")
    assert (near.baseline, near.better) == (1.0, "higher")
    # At the door 1; five minutes away e^-0.5: the mean of 40 is (30 + 10 e^-0.5) / 40.
    (gravity,) = rows(result, "gap_to_city", variant="gravity_access", category="school")
    assert gravity.baseline == pytest.approx(40 / (30 + 10 * 2.718281828**-0.5))


def test_an_indicator_that_cannot_be_told_of_homes_says_so() -> None:
    (form,) = [indicator for indicator in REGISTRY if indicator.id == "entrance_gap"]
    with pytest.raises(TypeError, match="entrance_gap"):
        next(of_area(form, None))
