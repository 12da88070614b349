from __future__ import annotations

import numpy as np
import pytest

from spatial.assess import AssessRequest, assess
from spatial.network.model import Mode
from tests.data_quality.shipped_city import EXAMPLES, area, city, example, layers

AREAS = tuple(sorted(path.stem for path in EXAMPLES.glob("*.geojson")))
MINUTE_MS = 60_000


def place_of(slug: str) -> str:
    return next(row.place for row in layers().areas if row.id == slug)


def test_every_area_has_an_example() -> None:
    assert set(AREAS) == {row.id for row in layers().areas}


@pytest.mark.parametrize("slug", AREAS)
def test_example_is_sound_and_ties_the_area_closer(slug: str) -> None:
    answer = assess(city(place_of(slug)), AssessRequest(area(slug), example(slug)))
    assert [(issue.code, issue.feature) for issue in answer.issues] == []
    changes = {
        (value.id, value.variant): value.change
        for value in answer.indicators
        if value.mode == Mode.WALK
    }
    more_ways_in = changes["boundary_entrances", None]
    shorter_detour = changes["detour_factor", "400"]
    assert more_ways_in is not None
    assert shorter_detour is not None
    assert more_ways_in > 0
    assert shorter_detour < 0


def test_taastrupgaard_gets_minutes_closer_to_the_station() -> None:
    request = AssessRequest(
        area("taastrupgaard"),
        tuple(part for part in example("taastrupgaard") if part.kind == "connection"),
        detail=frozenset({"homes"}),
    )
    homes = assess(city("taastrup"), request).homes
    assert homes is not None
    (station,) = (
        value
        for value in homes.values
        if (value.indicator, value.mode, value.category)
        == ("travel_time_nearest", Mode.WALK, "station")
    )
    before_ms = np.asarray(station.baseline, dtype=np.int64)
    after_ms = np.asarray(station.proposal, dtype=np.int64)
    saved_ms = (before_ms - after_ms)[homes.in_area]
    assert np.all(saved_ms >= 0)
    assert np.sum(saved_ms >= MINUTE_MS) >= len(saved_ms) // 2
    assert saved_ms.max() >= 3 * MINUTE_MS
