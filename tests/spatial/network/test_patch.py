from __future__ import annotations

import numpy as np

from spatial.drawing import resolve_drawing
from spatial.network.build import directions, piece_times
from spatial.network.edits import DrawnLine
from spatial.network.model import MS_PER_METRE, STREET_MODES, Mode
from spatial.network.pace import PLAIN
from spatial.network.patch import line_time, piece_geometry
from spatial.units import travel_time_ms
from tests.spatial.worlds import ADDITIONS, World, grown, line, random_drawing


def test_halves_beside_a_kept_piece_sum_to_it() -> None:
    for seed in range(30):
        world = grown(seed)
        city = world.city()
        patch = resolve_drawing(city, random_drawing(world, seed, 5, ADDITIONS)).patch
        for mode in STREET_MODES:
            whole = piece_times(city.length_ticks, city.network.pieces, PLAIN[mode])
            allowed = directions(city.streets, mode)[0]
            sums: dict[int, int] = {}
            for piece in patch.pieces:
                if piece.kind == "half" and allowed[city.network.pieces.street[piece.owner]]:
                    sums[piece.owner] = sums.get(piece.owner, 0) + piece.times[mode][0]
            assert all(whole[owner] == total for owner, total in sums.items())


def test_pieces_of_a_drawn_line_sum_to_it_and_lie_on_it() -> None:
    for seed in range(30):
        world = grown(seed)
        city = world.city()
        patch = resolve_drawing(city, random_drawing(world, seed, 5, ("connection",))).patch
        for row, drawn in enumerate(patch.edits.lines):
            pieces = [p for p in patch.pieces if p.kind == "drawn" and p.owner == row]
            for mode in drawn.modes:
                total = sum(piece.times[mode][0] for piece in pieces)
                length = round(drawn.line.length * 10_000)
                assert total == travel_time_ms(length, MS_PER_METRE[mode])
            lengths = sum(piece_geometry(city, patch, piece).length for piece in pieces)
            np.testing.assert_allclose(lengths, drawn.line.length, atol=1e-3)


def test_waiting_is_paid_half_before_the_road_and_half_after() -> None:
    # 20 m long, the road in its middle, 20 s and a millisecond to wait.
    drawn = DrawnLine(
        "c", line((0, 0), (20, 0)), frozenset(STREET_MODES), 0, False, 20_001, 100_000, 100_000
    )
    assert line_time(drawn, 0, 200_000, Mode.WALK) == 15_000 + 20_001
    assert line_time(drawn, 0, 100_000, Mode.WALK) == 7_500 + 10_000
    assert line_time(drawn, 100_000, 200_000, Mode.WALK) == 7_500 + 10_001
    # Cut anywhere, the pieces sum to the whole.
    for cut in (1, 50_000, 99_999, 100_001, 199_999):
        parts = line_time(drawn, 0, cut, Mode.BIKE) + line_time(drawn, cut, 200_000, Mode.BIKE)
        assert parts == line_time(drawn, 0, 200_000, Mode.BIKE)


def test_nothing_drawn_lays_nothing() -> None:
    world = World().street(1, 2, (0, 0), (100, 0)).home("h", 10, 0)
    patch = resolve_drawing(world.city(), ()).patch
    assert patch.pieces == ()
    assert patch.node_xy.shape == (0, 2)


def test_a_footpath_and_a_cycle_path_are_tied_by_no_way_of_either() -> None:
    """Their ends are 10 m apart, and nobody may use both."""
    world = World().street(1, 2, (0, 0), (300, 0))
    foot = world.drawn("connection", line((0, 50), (100, 50)), "foot", modes=["walk"])
    cycle = world.drawn("connection", line((110, 50), (200, 50)), "cycle", modes=["bike"])
    both = world.drawn("connection", line((110, 50), (200, 50)), "both")
    city = world.city()
    tied = resolve_drawing(city, (foot, both)).patch.pieces
    # 10 m at 750 ms, whichever of the two ends it is told from.
    assert {piece.times[Mode.WALK] for piece in tied if piece.kind == "stub"} == {(7_500, 7_500)}
    parted = resolve_drawing(city, (foot, cycle)).patch.pieces
    assert [piece.kind for piece in parted] == ["drawn", "drawn"]
