from __future__ import annotations

import pytest

from spatial.units import ticks, travel_time_ms


@pytest.mark.parametrize(
    ("length_m", "pace", "expected_ms"),
    [
        (100.0, 750, 75_000),
        (100.0, 225, 22_500),
        (0.0, 750, 0),
        (86.60254, 750, 64_952),  # 64,951.905 rounded
        (0.02, 225, 5),  # 4.5 rounds up
    ],
)
def test_time_of_a_length(length_m: float, pace: int, expected_ms: int) -> None:
    assert travel_time_ms(ticks(length_m), pace) == expected_ms


def test_nanometres_do_not_move_a_tie() -> None:
    # 12.01 m is 9,007.5 ms on foot: the worst case for noise in the ninth decimal.
    around = {travel_time_ms(ticks(12.01 + noise), 750) for noise in (-1e-9, 0.0, 1e-9)}
    assert around == {9_008}
