"""Each lens on ways worked out by hand."""

from __future__ import annotations

import pytest

from spatial.assess import AssessRequest, assess
from spatial.city import LENSES_KEPT
from spatial.lenses import BY_ID, CHILD, ELDER, LENSES, NIGHT, WHEELCHAIR, Lens
from spatial.network.model import Mode
from spatial.network.pace import PLAIN, terms_ms
from spatial.units import UNREACHABLE_MS
from tests.spatial.worlds import World, line


def one_street(**facts: object) -> World:
    """Home and shop at either end of 100 m."""
    world = World().street(1, 2, (0, 0), (100, 0), **facts)
    return world.home("h", 0, 0, 10.0, "area").facility("f", 100, 0)


def seconds(world: World, lens: Lens) -> float | None:
    time = int(world.city().through(lens).times(Mode.WALK)[0, 1])
    return None if time == UNREACHABLE_MS else time / 1000


@pytest.mark.parametrize(
    ("lens", "facts", "expected"),
    [
        # 100 m at 1,000 ms a metre; twice that along a fast road; a path is no road.
        (CHILD, {}, 100),
        (CHILD, {"speed_kmh": 40}, 100),
        (CHILD, {"speed_kmh": 50}, 200),
        (CHILD, {"speed_kmh": 80, "street_class": "path"}, 100),
        # 1,125 ms a metre; twice that on steps.
        (ELDER, {}, 112.5),
        (ELDER, {"steps": True}, 225),
        # 1,250 ms a metre; no way over what is loose or has steps.
        (WHEELCHAIR, {}, 125),
        (WHEELCHAIR, {"surface": "paving"}, 125),
        (WHEELCHAIR, {"surface": "gravel"}, None),
        (WHEELCHAIR, {"steps": True}, None),
        # 750 ms a metre, 375 more without light, 375 more in a tunnel; unknown light is no dark.
        (NIGHT, {}, 75),
        (NIGHT, {"lit": True}, 75),
        (NIGHT, {"lit": False}, 112.5),
    ],
)
def test_a_street_takes_a_lens_so_long(
    lens: Lens, facts: dict[str, object], expected: float | None
) -> None:
    assert seconds(one_street(**facts), lens) == expected


def test_a_tunnel_at_night() -> None:
    # 10 m to the tunnel's mouth, 80 m through it, 10 m on. Bridges and tunnels have no doors.
    world = World().street(1, 2, (0, 0), (10, 0)).street(3, 4, (90, 0), (100, 0))
    world.home("h", 0, 0).facility("f", 100, 0)
    for lit, a_metre in ((None, 1_125), (True, 1_125), (False, 1_500)):
        tunnel = World([*world.streets], world.homes, world.facilities)
        tunnel.street(2, 3, (10, 0), (90, 0), grade=2, lit=lit)
        assert seconds(tunnel, NIGHT) == (20 * 750 + 80 * a_metre) / 1000


def test_what_is_drawn_is_seen_through_the_lens() -> None:
    world = World().street(1, 2, (0, 0), (0, 10)).street(3, 4, (100, 0), (100, 10))
    world.home("h", 0, 0).facility("f", 100, 0)

    def drawn(lens: Lens, **how: object) -> float | None:
        path = world.drawn("connection", line((0, 0), (100, 0)), **how)
        area = world.area(-50, -50, 50, 50)
        request = AssessRequest(area, (path,), detail=frozenset({"homes"}), lens=lens)
        values = assess(world.city(), request).homes.values[0]
        assert (values.indicator, values.mode) == ("travel_time_nearest", "walk")
        return None if values.proposal[0] < 0 else int(values.proposal[0]) / 1000

    assert drawn(NIGHT, lit=True) == 75
    assert drawn(NIGHT, lit=False) == 112.5
    assert drawn(NIGHT) == 75
    assert drawn(NIGHT, lit=True, grade="tunnel") == 112.5
    assert drawn(ELDER, steps=True) == 225
    assert drawn(WHEELCHAIR, steps=True) is None
    assert drawn(WHEELCHAIR, surface="grass") is None
    assert drawn(WHEELCHAIR, surface="asphalt") == 125


def test_the_known_share_is_of_walkable_length_near_the_area() -> None:
    # Light is known of 100 of 400 m near the area; what is 2 km away does not count.
    world = World().street(1, 2, (0, 0), (100, 0), lit=True).street(2, 3, (100, 0), (400, 0))
    world.street(4, 5, (2_000, 0), (2_100, 0), lit=True)
    area = world.area(-50, -50, 50, 50)
    city = world.city()
    assert NIGHT.known_share(city, area) == pytest.approx(0.25)
    assert ELDER.known_share(city, area) == 1.0
    assert WHEELCHAIR.known_share(city, area) == 0.0


def test_a_lens_of_which_nothing_is_known_is_the_plain_walk() -> None:
    city = one_street().city()
    assert city.through(NIGHT).paces is PLAIN
    assert city.through(NIGHT).times(Mode.WALK) is city.times(Mode.WALK)
    assert city.through(CHILD).node_times(Mode.BIKE) is city.node_times(Mode.BIKE)


def test_a_place_keeps_the_lenses_last_used() -> None:
    city = one_street(lit=False).city()
    first = city.through(LENSES[0])
    assert city.through(LENSES[0]) is first
    for lens in LENSES[1 : LENSES_KEPT + 1]:
        city.through(lens)
    assert city.through(LENSES[0]) is not first


def test_terms_are_rounded_alone() -> None:
    # 1 m and 0.3 mm: 750.225 and 375.1125 ms are 750 and 375; in one sum 1,125.3375 is 1,125.
    assert terms_ms(10_003, (750, 375)) == 1_125
    # 4 mm: 3 ms and 1.5 ms, the half rounded up.
    assert terms_ms(40, (750, 375)) == 3 + 2


def test_every_lens_has_a_name_of_its_own() -> None:
    assert set(BY_ID) == {"child", "elder", "wheelchair", "night"}
