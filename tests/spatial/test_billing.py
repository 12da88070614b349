"""The bill, feature by feature, sums to what the indicator says."""

from __future__ import annotations

import math

from hypothesis import assume, given
from hypothesis import strategies as st
from shapely.geometry import Point

from spatial.assess import AssessRequest, assess
from spatial.billing import bill
from spatial.cost_items import PAYERS
from spatial.interventions import Intervention
from spatial.network.model import Mode
from tests.spatial.laws import seeds, sound
from tests.spatial.worlds import ADDITIONS, REMOVALS, World, grown, grown_area, random_drawing

SPLITS = st.sampled_from(
    [
        None,
        {"municipality": 1},
        {"foundation": 0.25, "others": 0.75},
        {"housing_organisation": 0.1, "municipality": 0.2, "foundation": 0.3, "others": 0.4},
    ]
)
STATED = st.fixed_dictionaries(
    {},
    optional={"cost_kr": st.floats(0, 1e8), "funding": SPLITS, "phase": st.integers(1, 5)},
)


def stated(feature: Intervention, properties: dict[str, object]) -> Intervention:
    return Intervention(
        feature.id, feature.kind, feature.geometry, {**feature.properties, **properties}
    )


@given(seeds, seeds, st.data(), st.floats(0, 1))
def test_8_the_bill_is_the_indicator_feature_by_feature(
    place: int, hand: int, data: st.DataObject, foundation_share: float
) -> None:
    world = grown(place)
    city, area = world.city(), grown_area(world)
    drawn = sound(city, random_drawing(world, hand, 5, (*ADDITIONS, *REMOVALS)))
    drawn = tuple(stated(feature, data.draw(STATED)) for feature in drawn)
    settings = {"cost": {"foundation_share": foundation_share, "path_kr_per_m2": 977.0}}
    asked = AssessRequest(area, drawn, modes=(Mode.WALK,), indicators=("cost",), settings=settings)
    result = assess(city, asked)
    assume(result.ok)
    told = {row.variant: row.proposal for row in result.indicators}
    found = bill(city, area, drawn, settings)
    assert found.estimate is not None
    assert found.cofinancing is not None
    estimate = found.estimate
    # The same sums to the last digit.
    assert estimate.total_kr == told[None]
    assert [row.feature for row in estimate.bills] == [feature.id for feature in drawn]
    if estimate.total_kr is None:
        return
    assert estimate.foundation_kr == told["foundation"]
    assert found.cofinancing.required_kr == told["local_cofinancing"]
    for payer in PAYERS:
        assert estimate.by_payer_kr[payer] == told[payer]
    # And to less than an øre when each feature is summed first.
    parts = [row.total_kr for row in estimate.bills if row.total_kr is not None]
    assert math.isclose(math.fsum(parts), estimate.total_kr, rel_tol=1e-12, abs_tol=1e-3)
    for row in estimate.bills:
        paid = math.fsum((*row.by_payer_kr.values(), row.foundation_kr))
        assert math.isclose(paid, row.total_kr or 0.0, rel_tol=1e-9, abs_tol=1e-3)


def test_a_drawing_with_an_error_has_no_bill() -> None:
    world = World().street(1, 2, (0, 0), (100, 0)).home("a", 10, 0)
    far = world.drawn("facility_removal", Point(50, 0))
    found = bill(world.city(), world.area(-10, -10, 110, 10), (far,), {})
    assert (found.estimate, found.cofinancing) == (None, None)
    assert [issue.code for issue in found.issues] == ["no_such_facility"]
