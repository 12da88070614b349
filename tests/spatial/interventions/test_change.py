from __future__ import annotations

import pytest
from shapely.geometry import Point, box

from spatial.drawing import resolve_drawing
from spatial.lenses import NIGHT, WHEELCHAIR
from spatial.network.model import STREET_MODES, Mode
from tests.spatial.drawn import all_times, codes, only_issue, walk_m
from tests.spatial.worlds import World, line


def world() -> World:
    """A path for walkers alone from home to shop, 100 m; the street for all goes 300 m round."""
    return (
        World()
        .street(1, 2, (0, 0), (100, 0), bike=0)
        .street(1, 3, (0, 0), (0, 100))
        .street(3, 4, (0, 100), (100, 100))
        .street(4, 2, (100, 100), (100, 0))
        .home("h", 0, 0)
        .facility("f", 100, 0)
    )


ALONG = line((0, 1), (100, 1))


def test_a_change_says_how_many_metres_it_changes() -> None:
    issue = only_issue(world(), world().drawn("change", ALONG, lit=True))
    assert (issue.severity, issue.code, issue.value) == ("note", "changes_street", 100)
    # Half of the path lies inside: 50 m. The street at x = 0 has 20 m inside.
    part = world().drawn("change", box(-10, -10, 50, 20), lit=True)
    assert only_issue(world(), part).value == 70


@pytest.mark.parametrize(
    ("shape", "properties", "code"),
    [
        (Point(0, 0), {"lit": True}, "wrong_geometry"),
        (line((0, 40), (90, 50)), {"lit": True}, "touches_no_street"),
        # Across a street is not along it.
        (line((50, -20), (50, 20)), {"lit": True}, "touches_no_street"),
        (ALONG, {}, "nothing_to_change"),
        (ALONG, {"lit": "yes"}, "bad_value"),
        (ALONG, {"surface": "velvet"}, "bad_value"),
        (ALONG, {"speed_kmh": 0}, "bad_value"),
        (ALONG, {"modes": ["car"]}, "unknown_mode"),
        (ALONG, {"lit": True, "colour": "red"}, "unknown_attribute"),
        (box(-450, -500, 551, 500), {"lit": True}, "too_large"),
    ],
)
def test_faults(shape: object, properties: dict[str, object], code: str) -> None:
    assert codes(world(), world().drawn("change", shape, **properties)) == [("error", code)]


def test_every_fault_is_told_at_once() -> None:
    wrong = world().drawn("change", line((0, 40), (90, 50)), lit=1, colour="red")
    assert {code for _, code in codes(world(), wrong)} == {
        "bad_value",
        "unknown_attribute",
        "touches_no_street",
    }


def test_a_mode_that_is_added_has_the_way_open() -> None:
    assert walk_m(world(), mode=Mode.BIKE) == 300
    both = world().drawn("change", ALONG, modes=["walk", "bike"])
    assert walk_m(world(), both, mode=Mode.BIKE) == 100
    assert walk_m(world(), both) == 100
    back = world()
    back.homes[0], back.facilities[0] = ("h", 100, 0, 1.0, None), ("f", 0, 0, "grocery")
    assert walk_m(back, both, mode=Mode.BIKE) == 100
    # Open from x = 0 to 40 alone, it leads nowhere sooner.
    part = world().drawn("change", line((0, 1), (40, 1)), modes=["walk", "bike"])
    assert walk_m(world(), part, mode=Mode.BIKE) == 300


def test_who_may_use_a_one_way_street_does_not_turn_its_traffic() -> None:
    place = World().street(1, 2, (0, 0), (100, 0), bike=2).home("h", 100, 0).facility("f", 0, 0)
    both = place.drawn("change", ALONG, modes=["walk", "bike"])
    assert walk_m(place, both) == 100
    assert walk_m(place, both, mode=Mode.BIKE) is None


def test_a_mode_that_is_taken_has_the_way_shut() -> None:
    place = world()
    place.homes[0] = ("h", 0, 100, 1.0, None)
    place.facilities[0] = ("f", 100, 100, "grocery")
    upper = line((0, 100), (100, 100))
    # Down, along the footpath and up again: 300 m on foot. By bike the footpath is no way.
    nobody = place.drawn("change", upper, modes=["bike"])
    assert walk_m(place, mode=Mode.BIKE) == 100
    assert walk_m(place, nobody, mode=Mode.BIKE) == 100
    # The doors stand at the ends of what is shut, so that they may use it; others may not.
    assert walk_m(place, nobody) == 100
    place.homes[0] = ("h", 0, 90, 1.0, None)
    place.facilities[0] = ("f", 100, 90, "grocery")
    assert walk_m(place, nobody) == 90 + 100 + 90
    assert walk_m(place, nobody, mode=Mode.BIKE) == 10 + 100 + 10


def test_steps_take_the_way_from_bikes() -> None:
    place = world()
    place.homes[0] = ("h", 0, 90, 1.0, None)
    place.facilities[0] = ("f", 100, 90, "grocery")
    steps = place.drawn("change", line((0, 100), (100, 100)), steps=True, modes=["walk", "bike"])
    assert walk_m(place, steps) == 120
    assert walk_m(place, steps, mode=Mode.BIKE) is None


def test_what_is_shut_in_part_is_open_in_the_rest() -> None:
    place = world()
    place.homes[0] = ("h", 0, 90, 1.0, None)
    place.facilities[0] = ("f", 100, 90, "grocery")
    half = place.drawn("change", line((40, 100), (60, 100)), modes=["bike"])
    assert walk_m(place, half) == 280
    # A new path leads up to the part that is still open.
    path = place.drawn("connection", line((0, 60), (30, 100)), "p")
    # 30 m down to the path, 50 m up it; from there the way on is shut at 40 m.
    assert walk_m(place, half, path) == 280


def test_a_front_door_opens_on_a_street_that_is_opened() -> None:
    home = world()
    home.homes[0] = ("h", 50, -10, 1.0, None)
    # By bike the door is on the street at x = 0, 51 m away as the crow flies, then 300 m round.
    # On the opened path: 10 m to the path and 50 m along it.
    opened = home.drawn("change", ALONG, modes=["walk", "bike"])
    assert walk_m(home, opened, mode=Mode.BIKE) == 60


def test_what_is_drawn_joins_a_street_that_is_opened() -> None:
    place = world()
    place.homes[0] = ("h", 50, 60, 1.0, None)
    opened = place.drawn("change", ALONG, modes=["walk", "bike"])
    down = place.drawn("connection", line((50, 60), (50, 0)), "d2", modes=["bike"])
    across = place.drawn("connection", line((50, 60), (50, -20)), "d3", modes=["bike"])
    # From the middle of the upper street, 40 m up: to the corner and down 50 + 100 + 40.
    for way in (down, across):
        assert walk_m(place, opened, way, mode=Mode.BIKE) == 60 + 50
        assert walk_m(place, way, opened, mode=Mode.BIKE) == 60 + 50


def test_a_closure_shuts_what_a_change_opens() -> None:
    opened = world().drawn("change", ALONG, "open", modes=["walk", "bike"])
    gate = world().drawn("closure", line((50, -5), (50, 5)), "gate", modes=["bike"])
    assert walk_m(world(), opened, gate, mode=Mode.BIKE) == 300


def test_two_changes_of_one_place_may_not_disagree() -> None:
    dark = world().drawn("change", ALONG, "a", lit=False)
    bright = world().drawn("change", box(40, -5, 60, 5), "b", lit=True)
    for drawn in ((dark, bright), (bright, dark)):
        found = [i for i in resolve_drawing(world().city(), drawn).issues if i.severity == "error"]
        assert [issue.code for issue in found] == ["conflicting_changes"]
        assert "a" in found[0].message_en
        assert "b" in found[0].message_en
    same = world().drawn("change", box(40, -5, 60, 5), "b", lit=False)
    assert all(severity == "note" for severity, _ in codes(world(), dark, same))
    paved = world().drawn("change", box(40, -5, 60, 5), "b", surface="asphalt")
    assert all(severity == "note" for severity, _ in codes(world(), dark, paved))


def seen(place: World, lens: object, *drawn: object) -> float:
    """Give the seconds from the first home to the first facility under a lens."""
    city = place.city().through(lens)
    drawing = resolve_drawing(city, drawn)
    assert drawing.ok
    quick, full = all_times(city, drawing, Mode.WALK)
    assert (quick == full).all()
    return int(full[0, 1]) / 1000


def test_light_makes_the_night_shorter_and_darkness_longer() -> None:
    place = World().street(1, 2, (0, 0), (100, 0), lit=False).home("h", 0, 0).facility("f", 100, 0)
    # 750 ms a metre, and 375 more where it is dark.
    assert seen(place, NIGHT) == 112.5
    assert seen(place, NIGHT, place.drawn("change", ALONG, lit=True)) == 75
    half = place.drawn("change", line((0, 1), (50, 1)), lit=True)
    assert seen(place, NIGHT, half) == 93.75
    bright = World().street(1, 2, (0, 0), (100, 0), lit=True).home("h", 0, 0).facility("f", 100, 0)
    assert seen(bright, NIGHT) == 75
    assert seen(bright, NIGHT, place.drawn("change", ALONG, lit=False)) == 112.5
    # Only the half from 50 to 100 m is dark now.
    assert seen(bright, NIGHT, place.drawn("change", line((50, 1), (100, 1)), lit=False)) == 93.75


def test_gravel_is_no_way_for_a_wheelchair_and_asphalt_is() -> None:
    place = world()
    gravel = place.drawn("change", ALONG, surface="gravel")
    # 1,250 ms a metre: 100 m straight or 300 m round. The doors stand at the corners.
    assert seen(place, WHEELCHAIR) == 125
    place.homes[0] = ("h", 0, 10, 1.0, None)
    place.facilities[0] = ("f", 100, 10, "grocery")
    assert seen(place, WHEELCHAIR) == 150
    assert seen(place, WHEELCHAIR, gravel) == 350
    rough = World().street(1, 2, (0, 0), (100, 0), surface="gravel").street(1, 3, (0, 0), (0, 100))
    rough.street(3, 4, (0, 100), (100, 100)).street(4, 2, (100, 100), (100, 0))
    rough.home("h", 0, 10).facility("f", 100, 10)
    # Nobody's door opens on gravel here: both are nearer the other streets.
    assert seen(rough, WHEELCHAIR) == 350
    assert seen(rough, WHEELCHAIR, place.drawn("change", ALONG, surface="asphalt")) == 150


def test_a_door_on_gravel_opens_on_the_next_street_for_a_wheelchair() -> None:
    place = (
        World()
        .street(1, 2, (0, 0), (100, 0), surface="gravel")
        .street(1, 3, (0, 0), (0, 100))
        .street(3, 4, (0, 100), (100, 100))
        .home("h", 20, -10)
        .facility("f", 60, 0)
    )
    # Both doors open on the street at x = 0: as the crow flies 22.36 and 60 m, 1,250 ms a metre.
    assert seen(place, WHEELCHAIR) == pytest.approx((500**0.5 + 60) * 1.25, abs=2e-3)
    # Paved, the path passes both doors: 10 m to it and 40 m along it.
    paved = place.drawn("change", ALONG, surface="asphalt")
    assert seen(place, WHEELCHAIR, paved) == (10 + 40) * 1.25


def test_a_change_means_nothing_to_those_it_does_not_concern() -> None:
    place = world()
    city = place.city()
    drawing = resolve_drawing(city, (place.drawn("change", ALONG, lit=True, speed_kmh=30),))
    assert drawing.patch.pieces == ()
    for mode in STREET_MODES:
        quick, full = all_times(city, drawing, mode)
        assert (quick == city.times(mode)).all()
        assert (full == city.times(mode)).all()


def test_a_change_leaves_no_part_of_a_closed_street_open() -> None:
    place = World().street(1, 2, (0, 0), (100, 0), lit=True).home("h", 0, 0).facility("f", 100, 0)
    gate = place.drawn("closure", line((50, -5), (50, 5)), "gate")
    dark = place.drawn("change", line((0, 1), (30, 1)), "dark", lit=False)
    city = place.city().through(NIGHT)
    drawing = resolve_drawing(city, (gate, dark))
    assert len(drawing.patch.pieces) == 3
    assert drawing.closed[0].overlay.all()
    # A path that ends in the street does leave the part beyond it open.
    path = place.drawn("connection", line((70, 0), (70, 90)), "path")
    drawing = resolve_drawing(city, (gate, dark, path))
    open_parts = [
        (piece.start_ticks, piece.end_ticks)
        for piece, shut in zip(drawing.patch.pieces, drawing.closed[0].overlay, strict=True)
        if piece.kind == "half" and not shut
    ]
    assert open_parts == [(700_000, 1_000_000)]
